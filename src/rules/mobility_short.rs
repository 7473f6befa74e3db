//! Mobility sessions fell short of the target.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::Count;

pub(super) const RULE: Rule = Rule {
    id: "mobility-short",
    summary: "fewer mobility sessions than the target",
    rationale: "the best week keeps every higher level first; what it could not reach is said, never \
              hidden",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["full+mobility - - - - - -"],
    keeps: &["full+mobility - easy+mobility - - - -"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    const HINT: &str = "free ten minutes on a day with a run or strength, or lower `mobility.sessions`";
    seen.short(RULE.id, Count::Mobility, seen.facts.limits.mobility, "mobility sessions placed", HINT)
}
