//! Cross-training fell short of what the runner asks for.

use super::{Check, Limit, Rule, Seen, Warning};
use crate::week::Count;

pub(super) const RULE: Rule = Rule {
    id: "cross-short",
    summary: "fewer cross-training sessions than asked for",
    rationale: "the best week keeps every higher level first; what it could not reach is said, never \
              hidden",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(warnings),
    breaks: &["- - - - - - - cross.sessions=1"],
    keeps: &["cross - - - - - - cross.sessions=1"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let placed = Count::Cross.of(seen.week);
    let target = seen.facts.limits.cross;
    let missing = target.saturating_sub(placed);
    if missing == 0 {
        return Vec::new();
    }
    let message = format!("{placed} of {target} cross-training sessions placed");
    vec![
        Warning::new(RULE.id, message, "free a day without run and strength, or lower `cross.sessions`")
            .short(Count::Cross, missing),
    ]
}
