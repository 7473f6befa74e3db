//! Strength sessions fell short of the target.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::Count;

pub(super) const RULE: Rule = Rule {
    id: "strength-short",
    summary: "fewer strength sessions than the target",
    rationale: "the best week keeps every higher level first; what it could not reach is said, never \
              hidden",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["full - - - - - -"],
    keeps: &["full - full - - - -"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    const HINT: &str = "open a gym day, free time on a day, or lower `strength.sessions`";
    seen.short(RULE.id, Count::Strength, seen.facts.limits.strength_target, "strength sessions placed", HINT)
}
