//! Never more strength sessions than the target.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::word::counted;

pub(super) const RULE: Rule = Rule {
    id: "too-much-strength",
    summary: "no more strength sessions than the target",
    rationale: "more strength is not free: it costs rest and fresh legs",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Key("strength.sessions"),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Total(Kind::Strength, |limits, n| n.saturating_sub(limits.strength_target)),
        wish: |limits| {
            let verb = if limits.strength_target == 1 { "is" } else { "are" };
            format!("at most {} {verb} placed", counted(limits.strength_target, "strength session"))
        },
        against: |_| "more sessions than the target",
        says: |breach| {
            format!(
                "{} strength session{} over the target of {}",
                breach.amount,
                if breach.amount == 1 { "" } else { "s" },
                breach.limits.strength_target
            )
        },
    }),
    breaks: &["full - full - upper - -"],
    keeps: &["full - full - - - -"],
};
