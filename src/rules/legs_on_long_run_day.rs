//! The long run stays clean of leg work.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::score::Level;
use crate::week::session::Run;

pub(super) const RULE: Rule = Rule {
    id: "legs-on-long-run-day",
    summary: "better no leg session on the day of a long run",
    rationale: "the long run is the key run of the week; leg work on its day takes from it",
    source: "article S11; practice",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Steer(Steer {
        level: Level::Protect,
        looks: Looks::Day(|today| u8::from(today.plan.strength.legs() && today.plan.run == Run::Long)),
        wish: |_| "the long run has its day to itself".to_owned(),
        against: |_| "the day of your long run",
        says: |breach| format!("a leg session on {}, the day of a long run", breach.day()),
    }),
    breaks: &["- - - - - - long+full"],
    keeps: &["- - - - - - long+upper"],
};
