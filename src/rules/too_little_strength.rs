//! The runner's own minimum of strength sessions is kept.

use super::rule::{Check, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::word::counted;

pub(super) const RULE: Rule = Rule {
    id: "too-little-strength",
    summary: "at least as many strength sessions as the profile demands",
    rationale: "the runner asked for it",
    source: "the runner",
    grade: None,
    limit: Limit::Key("strength.min"),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Total(Kind::Strength, |limits, n| limits.strength_min.saturating_sub(n)),
        wish: |limits| {
            let verb = if limits.strength_min == 1 { "is" } else { "are" };
            format!("at least {} {verb} placed", counted(limits.strength_min, "strength session"))
        },
        against: |_| "fewer sessions than you ask for",
        says: |breach| {
            format!(
                "{} short of the {} strength sessions that you ask for",
                breach.amount, breach.limits.strength_min
            )
        },
    }),
    breaks: &["full - - - - - - strength.min=2"],
    keeps: &["full - upper - - - - strength.min=2"],
};
