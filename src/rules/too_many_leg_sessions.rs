//! Never more leg sessions than the maximum.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::word::counted;

pub(super) const RULE: Rule = Rule {
    id: "too-many-leg-sessions",
    summary: "no more leg sessions than the maximum",
    rationale: "legs also have to run",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Key("strength.legs_max"),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Total(Kind::Legs, |limits, n| n.saturating_sub(limits.legs_max)),
        wish: |limits| {
            let verb = if limits.legs_max == 1 { "is" } else { "are" };
            format!("at most {} {verb} placed", counted(limits.legs_max, "leg session"))
        },
        against: |_| "more leg sessions than you allow",
        says: |breach| {
            format!(
                "{} leg session{} over the maximum of {}",
                breach.amount,
                if breach.amount == 1 { "" } else { "s" },
                breach.limits.legs_max
            )
        },
    }),
    breaks: &["full - full - full - - strength.sessions=3"],
    keeps: &["full - full - upper - - strength.sessions=3"],
};
