//! A heavy lift is ramped up to.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::exercise::workout::{Load, Prescribed, RAMP_UP};
use crate::rules::training::Training;

/// Percent of 1RM from which on a lift is ramped up to, and from which on with a single too.
pub(crate) const RAMP_UP_FROM: [u8; 2] = [80, 90];
/// Ramp-up sets then.
pub(crate) const RAMP_UP_SETS: [u8; 2] = [2, 3];

pub(super) const RULE: Rule = Rule {
    id: "ramp-up-sets",
    summary: "each heavy main lift at 80 % or more has 2 lighter sets of its own before the first, 5 at about 50 % and 3 at 70 %; \
              from 90 % on 1 at 85 % too",
    rationale: "the first heavy repetition should not be the first one",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("percent from", RAMP_UP_FROM[0] as u32),
        ("sets", RAMP_UP_SETS[0] as u32),
        ("repetitions", RAMP_UP[0][0]),
        ("at percent", 50),
        ("then", RAMP_UP[1][0]),
        ("at percent", 70),
        ("percent from", RAMP_UP_FROM[1] as u32),
        ("then", RAMP_UP[2][0]),
        ("at percent", 85),
    ]),
    check: Check::Session(faults),
    breaks: &[
        "full: barbell-back-squat 3x5@80%rir2 ; season=off-season",
        "full: barbell-back-squat 3x2@90%rir1 ; season=off-season ramp-up=2",
        "full: barbell-back-squat 3x8@75%rir2 ; season=base ramp-up=2",
    ],
    keeps: &[
        "full: barbell-back-squat 3x5@80%rir2, barbell-deadlift 3x5@80%rir2 ; season=off-season ramp-up=2",
        "full: barbell-back-squat 3x2@90%rir1 ; season=off-season ramp-up=3",
        "full: barbell-back-squat 3x5@80%rir2 ; season=base",
        "full: goblet-squat 3x8rir2 ; season=base equipment=dumbbell",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    let owed = |of: &Prescribed| {
        let from = |at: usize| of.percent.is_some_and(|percent| percent >= RAMP_UP_FROM[at]);
        let is_heavy = of.exercise.kind == Kind::DoubleLeg && of.load == Load::Heavy;
        match (is_heavy && from(0), from(1)) {
            (false, _) => 0,
            (true, false) => RAMP_UP_SETS[0],
            (true, true) => RAMP_UP_SETS[1],
        }
    };
    let wrong = training.trained().filter(|of| of.ramp_up != owed(of));
    wrong
        .map(|of| format!("{} with {} ramp-up sets, not {}", of.exercise.name, of.ramp_up, owed(of)))
        .collect()
}
