//! Strength is of the kind that its day is named for.

use super::rule::{Check, Limit, Looks, Rule, Steer};
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "strength-of-another-kind",
    summary: "strength on a day in `strength.kind` is of the kind that stands there",
    rationale: "a class, a partner or the place decides what is trained that day",
    source: "the runner",
    grade: None,
    limit: Limit::Key("strength.kind"),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Day(|today| {
            let is_other = |named| today.plan.strength.any() && today.plan.strength != named;
            u8::from(today.named_strength.is_some_and(is_other))
        }),
        wish: |_| "strength is of the kind that its day is named for".to_owned(),
        against: |_| "named for another kind of strength",
        says: |breach| {
            let (strength, day) = (breach.plan.strength, breach.day());
            format!("{strength}-body strength on {day}, which is for another kind")
        },
    }),
    breaks: &[
        "- - - - full - - strength.kind.fri=upper",
        "- - - - full - - strength.kind.fri=lower",
        "- - - - lower - - strength.kind.fri=full",
        "upper - - - - - - strength.kind.mon=full",
    ],
    keeps: &[
        "full - - - upper - - strength.kind.fri=upper",
        "upper - - - lower - - strength.kind.fri=lower",
        "- - - - - - - strength.kind.mon=full",
    ],
};
