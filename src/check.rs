//! Holds a written plan against the rules: what it breaks, where, how badly, and how to mend it.
//!
//! The rules are the planner's own, asked about the weeks as they stand. What was planned by this program is held against
//! the numbers that it carries; what someone else wrote is held against a profile, or else against the season's numbers.

mod against;
mod fixes;

use crate::import::{ForeignPlan, Remark};
use crate::plan::planned_day;
use crate::profile::Profile;
use crate::rules::{Check, Known, Looks, RULES, Rule, Seen, Subject};
use crate::season::Season;
use crate::week::day::{Day, Days};
use crate::week::load::Load;
use crate::week::race::Race;
use crate::week::score::Level;
use crate::week::session::{Placement, Run};
use crate::word::{Word, words};
use against::{At, Held};
use chrono::NaiveDate;

pub use against::{Scored, scored};

words! {
    /// How bad a finding is.
    Severity("severity") {
        /// A rule is broken that makes a plan no plan.
        Error = "error",
        /// Something is worse than it should be.
        Warning = "warning",
        /// Something to know.
        Note = "note",
    }
}

/// What plans are held against.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standard<'a> {
    /// The runner, where one is known: only then time, gym days and blocked days count.
    pub profile: Option<&'a Profile>,
    /// Whether the numbers are the runner's own, so that too much or too little is an error.
    pub numbers: bool,
    /// The season of every week; else a plan's own, else by the race.
    pub season: Option<&'a Season>,
    /// Where strength goes; else as profile or plan say.
    pub placement: Option<Placement>,
    /// The race, where it is named beside the plan.
    pub race: Option<Race>,
    /// Days that are blocked in every week.
    pub block: Days,
    /// Whether lower levels, and what a planned week says of itself, are wanted too.
    pub all: bool,
}

/// Something that a plan breaks, or that could not be read in it.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The id of the rule, or of the remark.
    pub id: &'static str,
    /// The rule; `None` for a remark of reading.
    pub rule: Option<&'static Rule>,
    /// The text, as the caller numbers them.
    pub source: usize,
    /// The line in it, where it is known.
    pub line: Option<usize>,
    /// What the week is called; empty where it is about no week.
    pub week: String,
    /// The day that it is about first, where it is about days.
    pub day: Option<Spot>,
    /// What stands around it: the days that the rule looked at, in order.
    pub spots: Vec<Spot>,
    /// What is so; no final stop.
    pub message: String,
    /// What to do about it; starts with a verb, was tried where it changes the plan.
    pub hint: String,
}

/// A day of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What its week is called.
    pub week: String,
    /// The day.
    pub day: Day,
    /// Its date; `None` in a plan without dates.
    pub date: Option<NaiveDate>,
    /// What was written there.
    pub text: String,
}

/// What plans come to.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// What was found, by plan and week.
    pub diagnostics: Vec<Diagnostic>,
    /// Weeks that were checked.
    pub weeks: usize,
    /// Findings that planned weeks name themselves and that were not repeated.
    pub known: usize,
}

impl Checked {
    /// How many findings are of this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|found| found.severity == severity).count()
    }
}

/// Checks plans.
#[must_use]
pub fn check(plans: &[ForeignPlan], standard: &Standard<'_>) -> Checked {
    let mut checked = Checked::default();
    for plan in plans {
        checked.weeks += plan.weeks.len();
        for remark in &plan.remarks {
            checked.diagnostics.push(of_remark(plan, remark));
        }
        let profile = against::profile(plan, standard);
        let held = Held::new(plan, standard, &profile);
        if let (true, Some(first)) = (held.season_assumed(), plan.weeks.first()) {
            checked.diagnostics.push(Diagnostic {
                severity: Severity::Note,
                id: "season-assumed",
                rule: Rule::find("season-assumed"),
                source: first.source,
                line: None,
                week: String::new(),
                day: None,
                spots: Vec::new(),
                message: "nothing says which season it is; base is assumed".to_owned(),
                hint: "name it with `--season`, or the race with `--race 2027-02-14`".to_owned(),
            });
        }
        for at in 0..plan.weeks.len() {
            broken(&held, at, standard, &mut checked);
            advised(&held, at, standard, &mut checked);
        }
    }
    checked
}

fn of_remark(plan: &ForeignPlan, remark: &Remark) -> Diagnostic {
    let week = remark.at.and_then(|(monday, _)| plan.weeks.iter().position(|week| week.monday == monday));
    let day = week.zip(remark.at).map(|(week, (_, day))| against::spot(plan, At { week, day }));
    Diagnostic {
        severity: if remark.note { Severity::Note } else { Severity::Warning },
        id: remark.id,
        rule: None,
        source: remark.source,
        line: remark.line,
        week: day.as_ref().map(|day| day.week.clone()).unwrap_or_default(),
        spots: day.iter().cloned().collect(),
        day,
        message: remark.message.clone(),
        hint: remark.hint.clone(),
    }
}

/// What a week breaks, with the change that mends it.
fn broken(held: &Held<'_>, at: usize, standard: &Standard<'_>, checked: &mut Checked) {
    let plan = held.plan;
    let written = &plan.weeks[at];
    for finding in held.findings(&held.weeks, at) {
        let Some(steer) = finding.rule.steer() else { continue };
        let amount = matches!(steer.looks, Looks::Total(..));
        if amount && !written.whole() {
            continue; // what is not told may be there
        }
        let severity = match steer.level {
            Level::Hard if amount && held.by_season(at) => Severity::Warning,
            Level::Hard => Severity::Error,
            Level::Protect | Level::Rest | Level::Legs => Severity::Warning,
            _ if standard.all => Severity::Note,
            _ => continue,
        };
        let days: Days = finding.days.iter().copied().collect();
        if steer.level != Level::Hard && held.names(at, finding.rule.id, days) && !standard.all {
            checked.known += 1;
            continue;
        }
        let places = held.places(at, &finding);
        let hint = fixes::mend(held, at, &finding)
            .unwrap_or_else(|| format!("read `runplan rules {}`, then weigh it", finding.rule.id));
        let first = places.iter().find(|place| finding.days.contains(&place.day)).copied();
        let week = first.map_or(written, |first| &plan.weeks[first.week]);
        let own_line = first.and_then(|first| week.days[first.day.index()].line);
        let day = first.map(|first| against::spot(plan, first));
        checked.diagnostics.push(Diagnostic {
            severity,
            id: finding.rule.id,
            rule: Some(finding.rule),
            source: week.source,
            line: own_line.or(week.line),
            week: day.as_ref().map_or(&week.label, |day| &day.week).clone(),
            day,
            spots: places.iter().map(|place| against::spot(plan, *place)).collect(),
            message: finding.message(held.facts(at), &held.weeks[at]),
            hint,
        });
    }
}

/// What the rules advise about a week as a whole.
fn advised(held: &Held<'_>, at: usize, standard: &Standard<'_>, checked: &mut Checked) {
    let plan = held.plan;
    let written = &plan.weeks[at];
    if !written.whole() {
        return;
    }
    let (facts, week) = (held.facts(at), &held.weeks[at]);
    let mut load = Load::default();
    for (sum, day) in load.days.iter_mut().zip(Day::ALL) {
        *sum = planned_day(facts, *day, week[day.index()], &[]).load;
    }
    let timed = |week: &crate::import::ForeignWeek| week.whole() && week.days.iter().all(|day| day.timed);
    let before = plan.weeks[..at].iter().rev().take_while(|week| timed(week)).count();
    let minutes = |day: &crate::import::ForeignDay| if day.plan.run == Run::Race { 0 } else { day.minutes };
    let past: Vec<[u16; 7]> = plan.weeks[at - before..at]
        .iter()
        .map(|week| std::array::from_fn(|day| minutes(&week.days[day])))
        .collect();
    let known = Known { beyond: held.beyond(&held.weeks, at), past: &past, timed: timed(written) };
    for rule in RULES {
        let Check::Warn(Subject::Week, warn) = rule.check else { continue };
        for warning in warn(&Seen { facts, week, load: &load, known }) {
            if held.names(at, rule.id, warning.days) && !standard.all {
                checked.known += 1;
                continue;
            }
            let places = held.places_of(at, &warning);
            let spots: Vec<_> = places.iter().map(|place| against::spot(plan, *place)).collect();
            checked.diagnostics.push(Diagnostic {
                severity: if warning.note { Severity::Note } else { Severity::Warning },
                id: rule.id,
                rule: Some(rule),
                source: written.source,
                line: places.first().and_then(|at| written.days[at.day.index()].line).or(written.line),
                week: spots.first().map_or(&written.label, |spot| &spot.week).clone(),
                day: spots.first().cloned(),
                spots,
                message: warning.message.into_owned(),
                hint: warning.hint.into_owned(),
            });
        }
    }
}
