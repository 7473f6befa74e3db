//! When to add weight.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::Prescribed;
use crate::rules::training::{Training, is_main};

/// Percent that is added, from and to.
const STEP: [u32; 2] = [2, 5];

pub(super) const RULE: Rule = Rule {
    id: "overload-step",
    summary: "heavy and moderate main lifts, with weights or without, say how many repetitions stay in reserve, or the percentage: where \
              the last full week of a block went with some to spare, the next block begins with 2 to 5 % more",
    rationale: "without a measure nothing tells when to add weight",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("percent from", STEP[0]), ("to", STEP[1])]),
    check: Check::Session(faults),
    breaks: &["full: goblet-squat 3x6 ; season=base", "full: air-squat 3x10 ; season=base equipment=none"],
    keeps: &[
        "full: goblet-squat 3x6rir2 ; season=base",
        "full: romanian-deadlift 3x6@75% ; season=base",
        "full: goblet-squat 2x8",
        "full: goblet-squat 2x8 ; season=base pregnant=true",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    if !training.class.is_hard() || training.health.pregnant == Some(true) || training.is_after_birth() {
        return Vec::new();
    }
    let wrong = |of: &&Prescribed| is_main(of) && of.rir.is_none() && of.percent.is_none();
    training
        .trained()
        .filter(wrong)
        .map(|of| format!("{} without a measure of effort", of.exercise.name))
        .collect()
}
