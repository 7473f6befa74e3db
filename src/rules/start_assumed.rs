//! A plan without a start.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};

pub(super) const RULE: Rule = Rule {
    id: "start-assumed",
    summary: "`[plan]` has no start: its weeks go by the race alone",
    rationale: "what grows and what is new counts from a start",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- easy - - - - long season=none race=+60 plan.cutback=4"],
    keeps: &["- easy - - - - long season=none race=+60 plan.start=2026-11-23"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let plan = &seen.facts.profile.plan;
    if !plan.is_said() || plan.start.is_some() {
        return Vec::new();
    }
    let message = "the plan has no start: its easier weeks count back from the race alone";
    vec![Warning::new(RULE.id, message, "say when it begins, such as `plan.start = 2026-11-30`").note()]
}
