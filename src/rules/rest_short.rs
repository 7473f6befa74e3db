//! Full rest days fell short of the target.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::Count;

pub(super) const RULE: Rule = Rule {
    id: "rest-short",
    summary: "fewer full rest days than the target",
    rationale: "the best week keeps every higher level first; what it could not reach is said, never \
              hidden",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["easy easy easy easy easy easy -"],
    keeps: &["easy easy easy easy easy - -"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    const HINT: &str = "run on fewer days, or let strength share a run day";
    seen.short(RULE.id, Count::Rest, seen.facts.limits.rest_target, "full rest days left", HINT)
}
