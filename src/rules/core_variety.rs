//! Core work in variety.

use super::{Check, Grade, Limit, Rule};
use crate::exercise::Movement;
use crate::training::Training;
use crate::workout::{Prescribed, Workout};

/// Core patterns that work the back.
const BACK: [&str; 2] = ["extension", "anti-rotation"];

pub(super) const RULE: Rule = Rule {
    id: "core-variety",
    summary: "the same pair of core exercises never stands in two sessions in a row, and the week has an exercise for the back or for hip extension",
    rationale: "abdominal and back muscles, in variety",
    source: "article S44, S45",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Session(faults),
    breaks: &[
        "upper: band-row 3x10, front-plank 3x30",
        "full: single-leg-rdl 3x15, front-plank 3x30 / full: single-leg-rdl 3x15, front-plank 3x30",
    ],
    keeps: &[
        "upper: band-row 3x10, front-plank 3x30, superman 3x10",
        "full: single-leg-rdl 3x15, front-plank 3x30 / full: single-leg-rdl 3x15, bird-dog 3x10",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    let core = |workout: &Workout| -> Vec<String> {
        let core = workout.trained().filter(|of| of.exercise.movement() == Movement::Core);
        // The pair of a session: what a long session adds beyond it comes round sooner.
        let mut pair: Vec<String> = core.map(|of| of.exercise.id.to_string()).take(2).collect();
        pair.sort_unstable();
        pair
    };
    let sets: Vec<Vec<String>> = training.strength().map(|session| core(&session.workout)).collect();
    if sets.windows(2).any(|pair| !pair[0].is_empty() && pair[0] == pair[1]) {
        faults.push("the same core work in two sessions in a row".to_owned());
    }
    let back =
        |of: &Prescribed| BACK.contains(&&*of.exercise.pattern) || of.exercise.movement() == Movement::Hinge;
    if !sets.is_empty() && !training.trained().any(back) {
        faults.push("nothing for the back or for hip extension all week".to_owned());
    }
    faults
}
