//! Nothing is placed on a day that the runner blocked.

use super::rule::{Check, Limit, Looks, Rule, Steer};
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "blocked-day",
    summary: "a blocked day stays empty",
    rationale: "the runner has no time that day",
    source: "the runner",
    grade: None,
    limit: Limit::None,
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Day(|today| u8::from(today.blocked && !today.plan.is_free())),
        wish: |_| "blocked days stay empty".to_owned(),
        against: |_| "a blocked day",
        says: |breach| format!("a session on {}, a blocked day", breach.day()),
    }),
    breaks: &["- - full - - - - time.wed=off"],
    keeps: &["- full - - - - - time.wed=off"],
};
