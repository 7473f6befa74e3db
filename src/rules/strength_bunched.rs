//! Strength days stand apart.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::score::Level;

/// Cost of two strength days one day apart and two days apart.
const COSTS: [u8; 2] = [3, 1];

pub(super) const RULE: Rule = Rule {
    id: "strength-bunched",
    summary: "strength days are spread: 3 for a pair one day apart, 1 for a pair two days apart",
    rationale: "even spread leaves time to recover",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("one day apart", COSTS[0] as u32), ("two days apart", COSTS[1] as u32)]),
    check: Check::Steer(Steer {
        level: Level::Spacing,
        looks: Looks::Pair {
            of: |day| day.strength.any(),
            reach: COSTS.len(),
            amount: |_, apart| COSTS[apart - 1],
        },
        wish: |_| "strength days stand further apart".to_owned(),
        against: |_| "close to another strength day",
        says: |breach| format!("strength on {} is close together", breach.both()),
    }),
    breaks: &["full upper - - - - -", "full - upper - - - -", "full - - - - - upper"],
    keeps: &["full - - upper - - -"],
};
