//! Leg sessions fell short of target or minimum.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::Count;

pub(super) const RULE: Rule = Rule {
    id: "legs-short",
    summary: "fewer leg sessions than the target, or than the season's minimum",
    rationale: "the best week keeps every higher level first; what it could not reach is said, never \
              hidden",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["full - upper - - - -"],
    keeps: &["full - full - - - -"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    const HINT: &str = "open time or a gym day that is not the day before a key run, or lower `rest.target`";
    seen.short(RULE.id, Count::Legs, seen.facts.limits.legs_target(), "leg sessions placed", HINT)
}
