//! Two leg sessions never stand on consecutive days.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::DayPlan;
use crate::week::score::Level;
use crate::week::session::Class;

/// Leg sessions are more than this many days apart.
const DAYS: u8 = 1;

pub(super) const RULE: Rule = Rule {
    id: "legs-back-to-back",
    summary: "no leg sessions on consecutive days, but for activation",
    rationale: "muscles want about 48 hours between sessions",
    source: "common guideline (48 h between sessions of the same muscles)",
    grade: Some(Grade::C),
    limit: Limit::Days(DAYS),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Pair {
            of: DayPlan::loads_legs,
            reach: DAYS as usize,
            amount: |limits, _| u8::from(limits.class != Class::Activation),
        },
        wish: |_| "no two leg sessions fall on consecutive days".to_owned(),
        against: |_| "next to a leg day",
        says: |breach| format!("leg sessions on {}, consecutive days", breach.both()),
    }),
    breaks: &["full full - - - - -", "full - - - - - full"],
    keeps: &["full - full - - - -", "full upper - - - - -", "full full - - - - - season=recovery"],
};
