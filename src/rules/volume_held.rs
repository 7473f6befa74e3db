//! A plan without a peak.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};

pub(super) const RULE: Rule = Rule {
    id: "volume-held",
    summary: "a plan without a peak holds its run minutes",
    rationale: "no minutes are made up: the runner says from where to where, and the plan how fast",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- easy - - - - long season=none race=+60 plan.start=2026-11-23"],
    keeps: &[
        "- easy - - - - long season=none race=+60",
        "- easy - - - - long season=none race=+60 plan.start=2026-11-23 plan.peak.long=120",
    ],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let plan = &seen.facts.profile.plan;
    if plan.start.is_none() || plan.peak.is_some() || seen.facts.is_written() {
        return Vec::new();
    }
    let hint = "name minutes to grow to, such as `plan.peak = { long = 120 }`, or leave it so";
    vec![Warning::new(RULE.id, "run minutes hold: the plan names no peak", hint).note()]
}
