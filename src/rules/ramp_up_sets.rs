//! A heavy lift is ramped up to.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::exercise::workout::{Load, Prescribed};
use crate::rules::training::Training;

/// Percent of 1RM from which on a lift is ramped up to, and from which on with a single too.
pub(crate) const RAMP_UP_FROM: [u8; 2] = [80, 90];
/// Ramp-up sets then.
pub(crate) const RAMP_UP_SETS: [u8; 2] = [2, 3];

pub(super) const RULE: Rule = Rule {
    id: "ramp-up-sets",
    summary: "each heavy main lift has 2 lighter sets of its own before the first, 5 at about half and 3 at about 70 %; at 90 % a single \
              at 85 % too",
    rationale: "the first heavy repetition should not be the first one",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("percent from", RAMP_UP_FROM[0] as u32),
        ("sets", RAMP_UP_SETS[0] as u32),
        ("with a single from", RAMP_UP_FROM[1] as u32),
        ("repetitions at half", 5),
        ("at 70 %", 3),
        ("percent", 70),
        ("percent of the single", 85),
    ]),
    check: Check::Session(faults),
    breaks: &["full: barbell-back-squat 3x5@80rir2 ; season=off-season"],
    keeps: &[
        "full: barbell-back-squat 3x8@75rir2 ; season=base",
        "full: goblet-squat 3x8rir2 ; season=base equipment=dumbbell",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    let cold = |of: &&Prescribed| {
        let from = |at: usize| of.percent.is_some_and(|percent| percent >= RAMP_UP_FROM[at]);
        let owed = if from(1) { RAMP_UP_SETS[1] } else { RAMP_UP_SETS[0] };
        of.exercise.kind == Kind::DoubleLeg && of.load == Load::Heavy && from(0) && of.ramp_up != owed
    };
    training.trained().filter(cold).map(|of| format!("{} without its ramp-up", of.exercise.name)).collect()
}
