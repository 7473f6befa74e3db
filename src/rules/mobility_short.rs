//! Mobility sessions fell short of the target.

use super::{Check, Limit, Rule, Seen, Warning};
use crate::week::Count;

pub(super) const RULE: Rule = Rule {
    id: "mobility-short",
    summary: "fewer mobility sessions than the target",
    rationale: "the best week keeps every higher level first; what it could not reach is said, never \
              hidden",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(warnings),
    breaks: &["full+mobility - - - - - -"],
    keeps: &["full+mobility - easy+mobility - - - -"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let placed = Count::Mobility.of(seen.week);
    let target = seen.facts.limits.mobility;
    let missing = target.saturating_sub(placed);
    if missing == 0 {
        return Vec::new();
    }
    let message = format!("{placed} of {target} mobility sessions placed");
    vec![
        Warning::new(
            RULE.id,
            message,
            "free ten minutes on a day with a run or strength, or lower `mobility.sessions`",
        )
        .short(Count::Mobility, missing),
    ]
}
