//! Where a percentage means something.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::Prescribed;
use crate::rules::training::{Training, is_loaded};

pub(super) const RULE: Rule = Rule {
    id: "percent-needs-weight",
    summary: "a percentage only on a lift with a barbell, a trap bar or in a leg press; no percentage and no reserve in pregnancy",
    rationale: "a share of one's best single lift means nothing elsewhere",
    source: "practice; Mottola 2018 for pregnancy",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Session(faults),
    breaks: &[
        "full: air-squat 3x10@80% ; season=base",
        "full: kettlebell-swing 3x10@60% ; season=base",
        "full: goblet-squat 3x8@75% ; season=base",
        "full: romanian-deadlift 2x8@60% ; pregnant=true",
        "full: goblet-squat 2x8rir3 ; pregnant=true",
    ],
    keeps: &[
        "full: romanian-deadlift 3x6@75%, leg-press 3x8@75%, trap-bar-deadlift 3x5@80% ; season=base",
        "full: air-squat 3x10 ; season=base",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    let pregnant = training.health.pregnant == Some(true);
    let wrong = |of: &&Prescribed| {
        let lifted = is_loaded(of) && of.exercise.can_be_heavy() && of.exercise.pattern != "hinge-power";
        of.percent.is_some() && (!lifted || pregnant) || pregnant && of.rir.is_some()
    };
    training.trained().filter(wrong).map(|of| format!("{} at a percentage", of.exercise.name)).collect()
}
