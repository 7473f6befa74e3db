//! What is worth setting up is worth two sets.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::Prescribed;
use crate::rules::training::Training;
use crate::week::phase::Phase;

/// Sets of an exercise at least.
pub(crate) const LEAST_SETS: u8 = 2;

pub(super) const RULE: Rule = Rule {
    id: "no-single-sets",
    summary: "outside race week an exercise of a strength session has 2 sets at least",
    rationale: "setting up takes as long as a set; one is not worth it",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("sets", LEAST_SETS as u32)]),
    check: Check::Session(faults),
    breaks: &["full: step-up 1x15, single-leg-rdl 3x15", "full: pogo-hops 1x10, single-leg-rdl 3x15"],
    keeps: &["full: step-up 2x15, single-leg-rdl 3x15", "full: air-squat 1x8 ; season=race-week"],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    if training.season.phase == Phase::RaceWeek || training.is_after_birth() {
        return Vec::new();
    }
    let single = |of: &&Prescribed| of.sets < LEAST_SETS;
    training.trained().filter(single).map(|of| format!("{} with {} set", of.exercise.name, of.sets)).collect()
}
