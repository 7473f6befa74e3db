//! Both arms at once where time is short.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::{Prescribed, Workout};
use crate::exercise::{Exercise, Movement};
use crate::rules::training::Training;

/// Minutes of a session up to which its upper exercise works both arms at once.
pub(crate) const BOTH_ARMS_TO_MINUTES: u16 = 25;

pub(super) const RULE: Rule = Rule {
    id: "both-arms",
    summary: "in whole-body sessions of 25 minutes or less the push or pull works both arms at once, where one of several joints can",
    rationale: "one arm after the other takes twice the time",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("minutes", BOTH_ARMS_TO_MINUTES as u32)]),
    check: Check::Session(faults),
    breaks: &["full: step-up 3x15, one-arm-dumbbell-row 2x10"],
    keeps: &[
        "full: step-up 3x15, band-row 2x10",
        "full: step-up 3x15, one-arm-dumbbell-row 2x10 ; equipment=kettlebell,step",
        "full: step-up 3x15, one-arm-dumbbell-row 2x10 ; minutes=30",
    ],
};

/// Whether a movement has an exercise of several joints for both arms that can be done with what is at hand.
fn can(training: &Training<'_>, workout: &Workout, movement: Movement) -> bool {
    let fits = |of: &&Exercise| {
        let is_one = of.movement() == movement && !of.per_side && of.pattern != "scapular";
        is_one && of.level <= training.level && of.uses(workout.gear).is_some()
    };
    Exercise::catalogue().iter().any(|of| fits(&of))
}

fn faults(training: &Training<'_>) -> Vec<String> {
    if training.is_careful() {
        return Vec::new();
    }
    let of_session = |workout: &Workout| -> Vec<String> {
        let is_slow = |of: &&Prescribed| {
            let movement = of.exercise.movement();
            matches!(movement, Movement::Push | Movement::Pull)
                && of.exercise.per_side
                && can(training, workout, movement)
        };
        let slow = workout.trained().filter(is_slow);
        slow.map(|of| format!("{} in {} minutes", of.exercise.name, workout.slot)).collect()
    };
    training.full().filter(|workout| workout.slot <= BOTH_ARMS_TO_MINUTES).flat_map(of_session).collect()
}
