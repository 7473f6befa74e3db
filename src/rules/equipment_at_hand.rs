//! Equipment is a fact.

use super::rule::{Check, Limit, Rule};
use crate::rules::training::Training;

pub(super) const RULE: Rule = Rule {
    id: "equipment-at-hand",
    summary: "nothing is prescribed that the runner does not have",
    rationale: "equipment is a fact",
    source: "the runner",
    grade: None,
    limit: Limit::None,
    check: Check::Session(faults),
    breaks: &[
        "full: goblet-squat 3x8 ; equipment=band",
        "full: bulgarian-split-squat 3x8 ; equipment=dumbbell",
    ],
    keeps: &["full: goblet-squat 3x8 ; equipment=kettlebell", "full: air-squat 3x10 ; equipment=none"],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    let missing = |session: &crate::rules::training::GymSession| -> Vec<String> {
        let gear = session.workout.gear;
        let none = session.workout.exercises().filter(|(_, of)| of.exercise.uses(gear).is_none());
        none.map(|(_, of)| format!("{} without its equipment", of.exercise.name)).collect()
    };
    training.sessions.iter().flat_map(missing).collect()
}
