//! A whole-body session trains the whole body.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Kind, Movement};
use crate::rules::training::{Training, count, pulls_bare};

/// From so many minutes on a whole-body session has calf work.
pub(crate) const CALF_FROM_MINUTES: u16 = 30;

pub(super) const RULE: Rule = Rule {
    id: "full-body-session",
    summary: "a whole-body session has a knee bend, a hinge or bridge, a push or a pull in turn, and core work; calf work from 30 minutes on",
    rationale: "the whole body is trained, not the legs alone",
    source: "article S38, S41; the slots by practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("calf work from minutes", CALF_FROM_MINUTES as u32)]),
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 3x15, band-row 3x10, front-plank 3x30",
        "full: step-up 3x15, single-leg-rdl 3x15, band-row 3x10, front-plank 3x30 ; minutes=30",
        "full: step-up 3x15, single-leg-rdl 3x15, band-row 3x10, front-plank 3x30 / full: split-squat 3x15, single-leg-rdl 3x15, band-row 3x10, dead-bug 3x10",
    ],
    keeps: &[
        "full: step-up 3x15, single-leg-rdl 3x15, band-row 3x10, front-plank 3x30 / full: split-squat 3x15, single-leg-rdl 3x15, push-up 3x10, dead-bug 3x10",
        "full: step-up 3x15, single-leg-rdl 3x15, band-row 3x10, front-plank 3x30",
        "upper: band-row 3x10",
    ],
};

/// What a session says where its only pull is one that moves a single joint.
pub(crate) fn pull_note(workout: &Workout) -> Option<(&'static str, String)> {
    let text = "no row or pull-up without a band, weights or a bar: what stands in moves one joint";
    pulls_bare(workout).then(|| (RULE.id, text.to_owned()))
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for workout in training.full() {
        let has = |movement: Movement| count(workout, movement) > 0;
        let arms = has(Movement::Push) || has(Movement::Pull);
        let wanted = [
            (has(Movement::Knee), "a knee bend"),
            (has(Movement::Hinge), "a hinge or bridge"),
            (arms, "a push or a pull"),
            (has(Movement::Core), "core work"),
            (workout.minutes < CALF_FROM_MINUTES || workout.sets(Kind::Calf) > 0, "calf work"),
        ];
        faults.extend(
            wanted
                .iter()
                .filter(|(there, _)| !there)
                .map(|(_, what)| format!("a whole-body session lacks {what}")),
        );
    }
    // Where both can be had.
    let can = |workout: &Workout, movement| {
        let fits = |exercise: &&Exercise| exercise.movement() == movement && exercise.level <= training.level;
        Exercise::catalogue().iter().filter(fits).any(|exercise| exercise.uses(workout.gear).is_some())
    };
    let one = |workout: &Workout, movement, other| count(workout, movement) > 0 && count(workout, other) == 0;
    let sessions: Vec<&Workout> = training.full().collect();
    for pair in sessions.windows(2) {
        let both =
            |movement, other| pair.iter().all(|workout| one(workout, movement, other) && can(workout, other));
        if both(Movement::Push, Movement::Pull) || both(Movement::Pull, Movement::Push) {
            faults.push("only pushes, or only pulls, in two whole-body sessions in a row".to_owned());
        }
    }
    faults
}
