//! The order of a session.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::{Part, Workout};
use crate::rules::training::Training;

pub(super) const RULE: Rule = Rule {
    id: "compound-first",
    summary: "plyometrics come after the warm-up, lifts of several joints next, core work last",
    rationale: "what needs fresh legs and a fresh mind comes first",
    source: "practice; article S40, S42 only call compound moves a good place to start",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Session(faults),
    breaks: &["full: front-plank 3x30, step-up 3x15", "full: step-up 3x15, pogo-hops 2x10"],
    keeps: &["full: pogo-hops 2x10, step-up 3x15, band-row 3x10, front-plank 3x30"],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    if training.is_after_birth() {
        return Vec::new();
    }
    let rank = |part: Part| match part {
        Part::WarmUp => 0,
        Part::Plyo => 1,
        Part::Main => 2,
        Part::Accessory => 3,
        Part::Core | Part::CoolDown | Part::Mobility => 4,
    };
    let sorted = |workout: &Workout| workout.blocks.iter().map(|block| rank(block.part)).is_sorted();
    let faults = training.strength().filter(|session| !sorted(&session.workout));
    faults.map(|_| "the parts of a session are out of order".to_owned()).collect()
}
