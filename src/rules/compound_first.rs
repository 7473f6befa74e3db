//! The order of a session.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::exercise::workout::{Part, Prescribed, Workout};
use crate::rules::training::{Training, is_main};

pub(super) const RULE: Rule = Rule {
    id: "compound-first",
    summary: "plyometrics come after the warm-up, lifts for knee and hip next, calf and arms after them, core work last",
    rationale: "what needs fresh legs and a fresh mind comes first",
    source: "practice; article S40, S42 only call compound moves a good place to start",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Session(faults),
    breaks: &[
        "full: front-plank 3x30, step-up 3x15",
        "full: step-up 3x15, pogo-hops 2x10",
        "full: single-leg-calf-raise 2x15, step-up 3x15",
        "full: step-up 3x15, front-plank 3x30, band-row 3x10",
        "upper: front-plank 3x30, band-row 3x10",
    ],
    keeps: &[
        "full: pogo-hops 2x10, step-up 3x15, soleus-raise 2x15, band-row 3x10, clamshell 2x12, front-plank 3x30",
    ],
};

/// The place of an exercise in a session.
fn rank((part, of): (Part, &Prescribed)) -> u8 {
    match part {
        Part::WarmUp => 0,
        Part::CoolDown | Part::Mobility => 5,
        _ if of.exercise.kind == Kind::Plyo => 1,
        _ if is_main(of) => 2,
        _ if of.exercise.is_core() => 4,
        _ => 3,
    }
}

fn faults(training: &Training<'_>) -> Vec<String> {
    // After a birth breathing and the pelvic floor come first.
    if training.is_after_birth() {
        return Vec::new();
    }
    let sorted = |workout: &Workout| workout.exercises().map(rank).is_sorted();
    let faults = training.strength().filter(|session| !sorted(&session.workout));
    faults.map(|_| "the parts of a session are out of order".to_owned()).collect()
}
