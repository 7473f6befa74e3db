//! The runner's own minimum of leg sessions is kept.

use super::rule::{Check, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::word::counted;

pub(super) const RULE: Rule = Rule {
    id: "too-few-leg-sessions",
    summary: "at least as many leg sessions as the profile demands",
    rationale: "the runner asked for it",
    source: "the runner",
    grade: None,
    limit: Limit::Key("strength.legs_min"),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Total(Kind::Legs, |limits, n| limits.legs_min.saturating_sub(n)),
        wish: |limits| {
            let verb = if limits.legs_min == 1 { "is" } else { "are" };
            format!("at least {} {verb} placed", counted(limits.legs_min, "leg session"))
        },
        against: |_| "fewer leg sessions than you ask for",
        says: |breach| {
            format!("{} short of the {} leg sessions that you ask for", breach.amount, breach.limits.legs_min)
        },
    }),
    breaks: &["full - upper - - - - strength.legs_min=2"],
    keeps: &["full - full - - - - strength.legs_min=2"],
};
