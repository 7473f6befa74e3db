//! The weeks of a plan as rows: what every format says of them.

pub(super) mod picture;
pub(super) mod text;

use crate::cycle::{Cycle, CycleWeek, longest_run, training_minutes};
use crate::export::dates::date;
use crate::export::phrases;
use crate::plan::{Plan, PlannedDay};
use crate::rules::{Warning, find};
use crate::week::dates::iso_week;
use crate::week::day::and;
use crate::week::kind::Kind;
use crate::week::race::{Distance, Race};
use crate::week::score::Level;
use crate::word::Word as _;
use crate::wrap::one_line;

/// What a week of a plan says in a row.
pub(super) struct Row {
    /// `2026-W49`.
    pub week: String,
    /// `race prep`.
    pub season: String,
    /// Run minutes without the race, and the longest run; `None` where there is no week.
    pub minutes: Option<[u32; 2]>,
    /// `2 light · step 1`.
    pub strength: String,
    /// Full rest days.
    pub rest: String,
    /// What is special about it.
    pub remark: String,
}

/// The weeks in rows.
pub(super) fn rows(cycle: &Cycle) -> Vec<Row> {
    let mut exercises = None;
    let row = |week: &CycleWeek| {
        let season = week.phase.title().to_lowercase();
        let name = name(week);
        let Some(plan) = week.plan() else {
            let remark = "no week keeps the rules".to_owned();
            return Row {
                week: name,
                season,
                minutes: None,
                strength: String::new(),
                rest: String::new(),
                remark,
            };
        };
        let position = plan.position.filter(|position| position.step > 0);
        let begins = position
            .filter(|of| exercises.replace(of.exercises).is_some_and(|before| before != of.exercises));
        let count = plan.count(Kind::Strength);
        let step = match position {
            Some(of) if of.cutback => String::new(),
            Some(of) => format!(" · step {}", of.step),
            None => String::new(),
        };
        let remark = match (race_day(plan), position) {
            (Some(day), _) => {
                let tune_up = day.sessions.iter().find_map(|session| session.tune_up.as_deref());
                // A race of somebody else's plan may be of another distance.
                let leads_to = cycle.race.filter(|race| race.date == day.date);
                let race = tune_up.map(|of| of.race).or(leads_to);
                let distance = race.and_then(distance).map_or_else(String::new, |of| format!(" {of}"));
                let of = tune_up.map_or_else(String::new, |of| of.race.priority.id().to_uppercase() + " ");
                format!("{} {of}RACE{distance}", day.day.short())
            }
            (None, _) if !plan.days_off.is_empty() => match plan.days_off.len() {
                1 => "a day off".to_owned(),
                days => format!("{days} days off"),
            },
            (None, Some(of)) if of.cutback => "easier week".to_owned(),
            (None, _) if begins.is_some() => "new exercises".to_owned(),
            _ => String::new(),
        };
        Row {
            week: name,
            season,
            minutes: Some([training_minutes(plan), longest_run(plan).into()]),
            strength: if cycle.around.is_some() {
                placed(plan)
            } else if count == 0 {
                "0".to_owned()
            } else {
                format!("{count} {}{step}", plan.limits.class)
            },
            rest: plan.count(Kind::Rest).to_string(),
            remark,
        }
    };
    cycle.weeks.iter().map(row).collect()
}

/// The name of a week: its own in a plan without dates.
fn name(week: &CycleWeek) -> String {
    week.label.as_deref().map_or_else(|| iso_week(week.monday), one_line)
}

/// The days on which strength was placed, and how many sessions the plan has itself: `Wed Fri light (+1)`.
fn placed(plan: &Plan) -> String {
    let with = plan.days.iter().filter(|day| day.places(Kind::Strength));
    let days: Vec<&str> = with.map(|day| day.day.short()).collect();
    let theirs = usize::from(plan.count(Kind::Strength)) - days.len();
    let theirs = if theirs == 0 { String::new() } else { format!(" (+{theirs})") };
    let class = plan.days.iter().flat_map(|day| &day.sessions).find(|session| session.is(Kind::Strength));
    match (&days[..], class) {
        ([], _) => format!("–{theirs}"),
        (days, Some(session)) => format!("{} {}{theirs}", days.join(" "), session.class),
        (days, None) => days.join(" "),
    }
}

fn race_day(plan: &Plan) -> Option<&PlannedDay> {
    let race = |day: &&PlannedDay| plan.week[day.day.index()].run == crate::week::session::Run::Race;
    plan.days.iter().find(race)
}

/// The distance of the race in a word.
fn distance(race: Race) -> Option<&'static str> {
    Some(match race.distance? {
        Distance::FiveK => "5 km",
        Distance::TenK => "10 km",
        Distance::Half => "half",
        Distance::Marathon => "marathon",
        Distance::Ultra => "ultra",
    })
}

/// `To the half marathon on 14 February 2027 · 11 weeks`.
pub(super) fn title(cycle: &Cycle) -> String {
    let number = |count: usize| format!("{count} week{}", if count == 1 { "" } else { "s" });
    let Some(race) = cycle.race else {
        let first = cycle.weeks.first().filter(|week| week.label.is_none()).map(|week| week.monday);
        let from = first.map_or_else(String::new, |monday| format!(" from {} on", date(monday)));
        return number(cycle.weeks.len()) + &from;
    };
    let what = race.name();
    let to = cycle.weeks.iter().filter(|week| week.monday <= race.date).count();
    // A part of a plan is no count of the weeks that are left.
    let whole = cycle.weeks.iter().any(|week| week.monday == race.monday());
    let count = if whole { number(to) } else { format!("{} of its plan", number(cycle.weeks.len())) };
    format!("To the {what} on {} · {count}", date(race.date))
}

/// What the weeks were placed around, where somebody else wrote it.
pub(super) fn around(cycle: &Cycle) -> Option<String> {
    cycle.around.as_deref().map(|file| format!("Around {}, whose sessions stay as they are", one_line(file)))
}

/// What must not be missed in any week, each said once with its rule.
pub(super) fn first(cycle: &Cycle) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for said in cycle.plans().flat_map(phrases::first) {
        let text = format!("{} [{}]", said.text, said.rule);
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}

/// The runner's name, if there is one.
pub(super) fn runner(cycle: &Cycle) -> Option<String> {
    cycle.runner.as_deref().map(one_line).filter(|runner| !runner.trim().is_empty())
}

/// What holds for all of it: the days of strength, and the longest run.
pub(super) fn summary(cycle: &Cycle) -> String {
    let mut out = Vec::new();
    let days = |plan: &Plan| {
        let with = plan.days.iter().filter(|day| day.places(Kind::Strength));
        with.map(|day| day.day.name().to_owned()).collect::<Vec<_>>()
    };
    let mut with: Vec<Vec<String>> = cycle.plans().map(days).filter(|days| !days.is_empty()).collect();
    with.dedup();
    if let [days] = &with[..] {
        out.push(format!("Strength on {} throughout.", and(days)));
    }
    // What follows the race leads to it no more.
    let ahead = |plan: &&Plan| cycle.race.is_none_or(|race| plan.monday <= race.monday());
    let longest =
        cycle.plans().filter(ahead).filter(|plan| longest_run(plan) > 0).max_by_key(|plan| longest_run(plan));
    if let Some(plan) = longest {
        let minutes = longest_run(plan);
        let day = plan
            .days
            .iter()
            .find(|day| day.sessions.iter().any(|of| of.is(Kind::Run) && of.minutes == minutes));
        let before =
            cycle.race.zip(day).map(|(race, day)| (race.date - day.date).num_days()).filter(|days| *days > 0);
        let before = before.map_or_else(String::new, |days| format!(", last {days} days before the race"));
        out.push(format!("Longest run {minutes}'{before}."));
    }
    let has_own = |plan: &Plan| {
        plan.days.iter().any(|day| plan.week[day.day.index()].strength.any() && !day.places(Kind::Strength))
    };
    if cycle.around.is_some() && cycle.plans().any(has_own) {
        out.push("In brackets: strength that the plan has itself.".to_owned());
    }
    out.join(" ")
}

/// What is said of several weeks: of each rule the first message, with the weeks that it is said of; warnings, or notes.
pub(super) fn told(cycle: &Cycle, note: bool) -> Vec<(Vec<String>, &Warning)> {
    let mut told: Vec<(Vec<String>, &Warning)> = Vec::new();
    for (planned, plan) in cycle.weeks.iter().filter_map(|week| Some((week, week.plan()?))) {
        for warning in plan.warnings.iter().filter(|warning| warning.note == note) {
            let week = name(planned);
            // Numbers differ from week to week; what breaks a hard rule is said where it does.
            let is_hard = find(warning.rule).is_some_and(|rule| rule.level() == Some(Level::Hard));
            let same = |other: &Warning| {
                other.rule == warning.rule && (!is_hard || other.message == warning.message)
            };
            match told.iter_mut().find(|(_, other)| same(other)) {
                Some((weeks, _)) if weeks.last() != Some(&week) => weeks.push(week.clone()),
                Some(_) => {}
                None => told.push((vec![week], warning)),
            }
        }
    }
    told
}

/// Weeks in a few words: `2026-W49`, `2026-W49 and 2026-W50`, `7 weeks from 2026-W51 to 2027-W04`.
pub(super) fn weeks(of: &[String]) -> String {
    match of {
        [] | [_] | [_, _] => and(of),
        [first, .., last] => format!("{} weeks from {first} to {last}", of.len()),
    }
}
