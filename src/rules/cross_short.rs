//! Cross-training fell short of what the runner asks for.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::Count;

pub(super) const RULE: Rule = Rule {
    id: "cross-short",
    summary: "fewer cross-training sessions than asked for",
    rationale: "the best week keeps every higher level first; what it could not reach is said, never \
              hidden",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- - - - - - - cross.sessions=1"],
    keeps: &["cross - - - - - - cross.sessions=1"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    const HINT: &str = "free a day without run and strength, or lower `cross.sessions`";
    seen.short(RULE.id, Count::Cross, seen.facts.limits.cross, "cross-training sessions placed", HINT)
}
