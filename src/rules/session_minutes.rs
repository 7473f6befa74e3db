//! A session fits its minutes.

use super::rule::{Check, Limit, Rule};
use crate::rules::training::{GymSession, Training};

pub(super) const RULE: Rule = Rule {
    id: "session-minutes",
    summary: "the blocks of a session add up to no more than its slot; it is as long as they are, rounded up to 5 minutes",
    rationale: "a plan that does not fit the time is no plan, and minutes are no thing to fill",
    source: "arithmetic",
    grade: None,
    limit: Limit::Numbers(&[("rounded up to minutes", 5)]),
    check: Check::Session(faults),
    breaks: &["full: step-up 3x15, single-leg-rdl 9x15 ; minutes=15"],
    keeps: &["full: step-up 4x15, single-leg-rdl 4x15 ; minutes=20", "full: step-up 3x15 ; minutes=20"],
};

/// What a strength session says that does not fit its minutes: it needs so many seconds.
pub(crate) fn minutes_note(minutes: u16, seconds: u32) -> (&'static str, String) {
    let least = seconds.div_ceil(60);
    (RULE.id, format!("{minutes} minutes are too short for a whole session; {least} are the least"))
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let seconds = |session: &GymSession| session.workout.seconds();
    let over = |session: &&GymSession| seconds(session) > u32::from(session.workout.slot) * 60;
    let over = training.sessions.iter().filter(over);
    over.map(|session| format!("{} seconds in {} minutes", seconds(session), session.workout.slot)).collect()
}
