//! A session fits its minutes.

use super::rule::{Check, Limit, Rule};
use crate::exercise::workout::Workout;
use crate::rules::training::Training;

/// Minutes of a session that may be left over.
pub(crate) const SPARE_MINUTES: u32 = 5;

pub(super) const RULE: Rule = Rule {
    id: "session-minutes",
    summary: "the blocks of a session add up to no more than its minutes, and to no less than 5 below them where there is something to do",
    rationale: "a plan that does not fit the time is no plan",
    source: "arithmetic",
    grade: None,
    limit: Limit::Numbers(&[("minutes", SPARE_MINUTES)]),
    check: Check::Session(faults),
    breaks: &["full: step-up 3x15 ; minutes=20", "full: step-up 3x15, single-leg-rdl 9x15 ; minutes=15"],
    keeps: &["full: step-up 4x15, single-leg-rdl 4x15 ; minutes=20"],
};

/// What a strength session says where its blocks do not fit its minutes or leave more than the spare ones.
pub(crate) fn minutes_note(workout: &Workout) -> Option<(&'static str, String)> {
    let (minutes, seconds) = (workout.minutes, workout.seconds());
    let there = u32::from(minutes) * 60;
    let needed = seconds.div_ceil(60);
    let text = if seconds > there {
        format!("{minutes} minutes are too short for a whole session; {needed} are the least")
    } else if seconds + SPARE_MINUTES * 60 < there {
        format!("what there is to do fills {needed} of {minutes} minutes")
    } else {
        return None;
    };
    Some((RULE.id, text))
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let over = training
        .sessions
        .iter()
        .filter(|session| session.workout.seconds() > u32::from(session.workout.minutes) * 60);
    let mut faults: Vec<String> = over
        .map(|session| {
            format!("{} seconds in {} minutes", session.workout.seconds(), session.workout.minutes)
        })
        .collect();
    let short = |session: &&crate::rules::training::GymSession| {
        let workout = &session.workout;
        session.strength.any()
            && workout.notes.iter().all(|(id, _)| *id != RULE.id)
            && workout.seconds() + SPARE_MINUTES * 60 < u32::from(workout.minutes) * 60
    };
    faults.extend(training.strength().filter(short).map(|session| {
        format!("{} seconds in {} minutes", session.workout.seconds(), session.workout.minutes)
    }));
    faults
}
