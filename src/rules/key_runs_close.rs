//! Key runs have two easy days between them, where the search has a choice.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::DayPlan;
use crate::week::score::Level;

/// Days apart that are close.
const DAYS: u8 = 2;

pub(super) const RULE: Rule = Rule {
    id: "key-runs-close",
    summary: "where the planner chooses the run days, key runs are more than two days apart; on consecutive days, where no choice \
              keeps them apart, it counts twice",
    rationale: "one day between two hard ones is short; two are better where there are two",
    source: "hard-easy (Bowerman, Daniels)",
    grade: Some(Grade::C),
    limit: Limit::Days(DAYS),
    check: Check::Steer(Steer {
        level: Level::Legs,
        looks: Looks::Pair {
            of: DayPlan::is_key,
            reach: DAYS as usize,
            amount: |limits, apart| {
                let close = apart <= usize::from(DAYS);
                if limits.run_days.are_chosen() && close {
                    DAYS + 1 - u8::try_from(apart).unwrap_or(DAYS)
                } else {
                    0
                }
            },
        },
        wish: |_| "key runs are more than two days apart".to_owned(),
        against: |_| "key runs would be close together",
        says: |breach| format!("key runs on {}, close together", breach.both()),
    }),
    breaks: &["- easy - easy speed - long runs.per_week=4", "speed - easy - easy long - runs.per_week=4"],
    keeps: &["- easy speed - easy - long runs.per_week=4", "- easy - easy speed - long"],
};
