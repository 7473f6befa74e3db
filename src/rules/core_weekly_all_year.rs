//! Core work all year.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Movement;
use crate::rules::training::{Training, count};

pub(super) const RULE: Rule = Rule {
    id: "core-weekly-all-year",
    summary: "every strength session has core work, in every season",
    rationale: "the trunk is trained all year",
    source: "article S44, S45",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 3x15, single-leg-rdl 3x15, band-row 3x10",
        "upper: band-row 3x10 ; season=recovery",
    ],
    keeps: &["upper: band-row 3x10, dead-bug 3x10"],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    let without = training.strength().filter(|session| count(&session.workout, Movement::Core) == 0);
    without.map(|_| "a strength session has no core work".to_owned()).collect()
}
