//! Core work in variety.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::{Prescribed, Workout};
use crate::exercise::{Exercise, Movement};
use crate::rules::full_body_session::WHOLE_FROM_MINUTES;
use crate::rules::training::{Training, core_work};

/// Core patterns that work the back.
const BACK: [&str; 2] = ["extension", "anti-rotation"];

pub(super) const RULE: Rule = Rule {
    id: "core-variety",
    summary: "no core exercise stands in two sessions in a row, and the week has an exercise for the back or for hip extension",
    rationale: "abdominal and back muscles, in variety",
    source: "article S44, S45",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Session(faults),
    breaks: &[
        "upper: band-row 3x10, front-plank 3x30",
        "full: single-leg-rdl 3x15, front-plank 3x30 / full: single-leg-rdl 3x15, front-plank 3x30",
        "full: step-up 3x15, front-plank 3x30 / full: step-up 3x15, band-row 2x10 / full: single-leg-rdl 3x15, front-plank 3x30",
    ],
    keeps: &[
        "upper: band-row 3x10, superman 3x10",
        "full: single-leg-rdl 3x15, front-plank 3x30 / full: single-leg-rdl 3x15, bird-dog 3x10",
        "full: single-leg-rdl 3x15, front-plank 3x30 / upper: band-row 2x10, bird-dog 3x10 / full: step-up 3x15, front-plank 3x30",
    ],
};

/// Whether core work is for the back.
pub(crate) fn works_the_back(core: &Exercise) -> bool {
    BACK.contains(&&*core.pattern)
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    // What follows a birth is the same small list every time.
    if training.is_after_birth() {
        return faults;
    }
    let core = |workout: &Workout| -> Vec<String> {
        core_work(workout).map(|of| of.exercise.id.to_string()).collect()
    };
    let sets: Vec<Vec<String>> = training.strength().map(|session| core(&session.workout)).collect();
    let with_any: Vec<&Vec<String>> = sets.iter().filter(|ids| !ids.is_empty()).collect();
    for pair in with_any.windows(2) {
        let again = pair[1].iter().filter(|id| pair[0].contains(id));
        faults.extend(again.map(|id| format!("{id} in two sessions in a row")));
    }
    let back = |of: &Prescribed| works_the_back(&of.exercise) || of.exercise.movement() == Movement::Hinge;
    // A few minutes hold what they hold.
    let has_time = training.strength().any(|session| session.workout.slot >= WHOLE_FROM_MINUTES);
    if has_time && !training.trained().any(back) {
        faults.push("nothing for the back or for hip extension all week".to_owned());
    }
    faults
}
