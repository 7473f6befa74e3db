//! What a week, a session and an exercise are called, in the words that every format shares.

use crate::export::dates::dates;
use crate::plan::{Change, Ladder, Plan, PlannedDay, PlannedSession};
use crate::profile::TuneUp;
use crate::rules::{Rule, Warning};
use crate::week::dates::day_of;
use crate::week::day::{Day, Days};
use crate::week::hours::hh_mm;
use crate::week::kind::Kind;
use crate::week::phase::Phase;
use crate::week::session::{Run, Session};
use crate::word::Word;
use crate::wrap::one_line;
use std::fmt::Write as _;

/// The season as a title; a runner's own season by its own name.
pub(super) fn season_title(plan: &Plan) -> String {
    if plan.season == plan.phase.id() { plan.phase.title().to_owned() } else { one_line(&plan.season) }
}

/// The season and why it is that, and the week of the block: `Race prep · 9 weeks to your half marathon · week 3 of 4`.
pub(super) fn title(plan: &Plan) -> String {
    let race = plan.race.and_then(|race| {
        let name = race.name();
        match race.weeks_from(plan.monday) {
            weeks @ 1.. => Some(format!("{weeks} week{} to your {name}", if weeks == 1 { "" } else { "s" })),
            0 => Some(format!("your {name} on {}", day_of(race.date).name())),
            _ => (plan.phase == Phase::Recovery).then(|| race.was(plan.monday)),
        }
    });
    let trains = plan.days.iter().flat_map(|day| &day.sessions).any(|session| {
        session.is(Kind::Strength) && session.workout.as_deref().is_some_and(|of| of.climb.is_some())
    });
    let Ladder { week, weeks, easy, ramp_in, .. } = plan.ladder;
    let block = match week {
        _ if !trains || ramp_in > 0 => None,
        _ if easy => Some("easy week".to_owned()),
        _ => (1..=weeks).contains(&week).then(|| format!("week {week} of {weeks}")),
    };
    [Some(season_title(plan)), race, block].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The dates of the week, and whose it is.
pub(super) fn dates_and_runner(plan: &Plan) -> String {
    let runner = plan.runner.as_deref().filter(|runner| !runner.trim().is_empty());
    let runner = runner.map_or_else(String::new, |runner| format!(" · {}", one_line(runner)));
    capital(&dates(plan.monday)) + &runner
}

/// A session with its start, where it has one: `06:30 LONG run 90'`.
pub(super) fn session_text(session: &PlannedSession) -> String {
    let start = session.start.map_or_else(String::new, |start| format!("{} ", hh_mm(start)));
    start + &session_title(session)
}

/// The sessions of a day in one line; of a rest day first that it is one.
pub(super) fn sessions_text(day: &PlannedDay) -> String {
    let rest = day.rest.then(|| "rest".to_owned());
    let sessions: Vec<_> = rest.into_iter().chain(day.sessions.iter().map(session_text)).collect();
    sessions.join(" + ")
}

/// A rule with its source and grade.
pub(super) fn rule_text(rule: &Rule) -> String {
    let grade = rule.grade.map_or_else(|| "no grade".to_owned(), |grade| format!("grade {grade}"));
    format!("{}: {} ({}; {grade})", rule.id, rule.summary, rule.source)
}

/// What a session is, without its start.
pub(super) fn session_title(session: &PlannedSession) -> String {
    let PlannedSession { minutes, class, .. } = *session;
    match session.session {
        Session::Run(Run::Race) => match session.tune_up.as_deref() {
            Some(TuneUp { race, name }) => {
                let name = name.as_deref().map_or_else(String::new, |name| format!(" {}", one_line(name)));
                format!("{} RACE{name} {minutes}'", race.priority.id().to_uppercase())
            }
            None => format!("RACE {minutes}'"),
        },
        Session::Run(Run::ShakeOut) => format!("shake-out {minutes}'"),
        Session::Run(run) if run.is_key() => format!("{} run {minutes}'", run.id().to_uppercase()),
        Session::Run(run) => format!("{} run {minutes}'", run.id()),
        // How heavy it is only its plan knows.
        Session::Strength(strength) if session.source.is_some() => format!("strength, {strength} {minutes}'"),
        Session::Strength(strength) if strength.legs() && class.is_hard() => {
            format!("STRENGTH, {strength}, {class} {minutes}'")
        }
        Session::Strength(strength) => format!("strength, {strength}, {class} {minutes}'"),
        Session::Other(_) => format!("{} {minutes}'", fixed_name(session)),
        other => format!("{} {minutes}'", other.name()),
    }
}

/// What the runner calls a fixed session, on one line.
pub(super) fn fixed_name(session: &PlannedSession) -> String {
    let name = session.fixed.as_deref().map(|fixed| one_line(&fixed.name)).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| Kind::Fixed.name().to_owned())
}

/// What a session is to a calendar, in a word.
pub(super) fn category(session: &PlannedSession) -> String {
    match session.session {
        Session::Run(Run::Race) => "Race".to_owned(),
        Session::Run(_) | Session::Second => "Running".to_owned(),
        Session::Other(_) => "Fixed".to_owned(),
        other => capital(other.name()),
    }
}

/// What the week adds up to, in one line.
pub(super) fn totals(plan: &Plan) -> String {
    // Lines break between the parts, not within them: the spaces there are hard ones.
    let mut out = String::with_capacity(128);
    let s = |n: usize| if n == 1 { "" } else { "s" };
    let _ = match plan.runs() {
        0 => write!(out, "no\u{a0}runs"),
        runs => write!(out, "{runs}\u{a0}run{}\u{a0}{}'", s(runs), plan.run_minutes()),
    };
    for kind in Kind::PLACED.into_iter().filter(|of| !of.is_on_request() || plan.limits.target(*of) > 0) {
        let _ = write!(out, " · {}\u{a0}{}", plan.count(kind), kind.name());
    }
    let rest = plan.count(Kind::Rest);
    let _ = write!(out, " · {rest}\u{a0}rest\u{a0}day{}", s(rest.into()));
    out
}

/// A sentence with the rule that says it.
pub(super) struct Said {
    /// What is so, and what to do about it.
    pub text: String,
    /// The id of the rule.
    pub rule: &'static str,
}

/// What must not be missed, so that it stands before the week itself.
pub(super) fn first(plan: &Plan) -> Vec<Said> {
    let warnings = plan.warnings.iter().filter(|warning| warning.first);
    let warnings = warnings.map(|of| Said { text: warning_text(of), rule: of.rule });
    let changes = plan.changes.iter().filter(|change| change.first);
    let changes = changes.map(|of| Said { text: change_text(of), rule: of.rule });
    warnings.chain(changes).collect()
}

/// What was changed about the profile, but for what stands before the week.
pub(super) fn changes(plan: &Plan) -> Vec<&Change> {
    plan.changes.iter().filter(|change| !change.first).collect()
}

/// What the runner should know but for what stands before the week: warnings before notes, each sort under its title.
pub(super) fn warnings(plan: &Plan) -> impl Iterator<Item = (&'static str, Vec<&Warning>)> {
    let of = |note: bool| plan.warnings.iter().filter(move |of| of.note == note && !of.first).collect();
    let sorts = [("Warnings", of(false)), ("Notes", of(true))];
    sorts.into_iter().filter(|(_, warnings): &(_, Vec<_>)| !warnings.is_empty())
}

/// What is so, and what to do about it, with what would mend it.
pub(super) fn warning_text(warning: &Warning) -> String {
    let set: Vec<_> = warning.set.iter().map(|set| format!("`--set '{set}'`")).collect();
    let set = if set.is_empty() { String::new() } else { format!(" ({})", set.join(" ")) };
    format!("{}. {}{set}", capital(&warning.message), capital(&warning.hint))
}

/// What was changed, after the days that it is about.
pub(super) fn change_text(change: &Change) -> String {
    capital(&(before(change.days) + &change.message))
}

/// The ids that a warning can be looked up by: its own, and those of the rules that stood in the way.
pub(super) fn ids(warning: &Warning) -> String {
    [&[warning.rule][..], &warning.rules].concat().join(", ")
}

/// Days before what is said of them, `Mon, Wed: `; empty where there are none.
pub(super) fn before(days: Days) -> String {
    let days: Vec<_> = days.iter().map(Day::short).collect();
    if days.is_empty() { String::new() } else { format!("{}: ", days.join(", ")) }
}

/// A text with its first letter in capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
