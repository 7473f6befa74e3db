//! Heavy leg work keeps its distance from key runs.

use super::rule::{Around, Check, Grade, Limit, Looks, Rule, Steer};
use crate::facts::limits::Limits;
use crate::week::score::Level;
use crate::week::session::{Class, Experience};

/// A key run this many days later is too near.
const DAYS: u8 = 2;
/// From this age on also one this many days later; recovery is slower (Clifford 2019).
const OLDER_DAYS: u8 = 3;
/// The age from which `OLDER_DAYS` holds.
const OLDER_FROM: u8 = 50;
/// What a day that is too near counts, and from that age the nearer of the two.
const COST: [u8; 2] = [1, 2];

pub(super) const RULE: Rule = Rule {
    id: "heavy-legs-near-key-run",
    summary: "no heavy leg session two days before a key run; from age 50 two days count double and \
              three days too, and for novices and from age 50 moderate sessions too",
    rationale: "hard leg work leaves fatigue for hours to days",
    source: "Doma 2019; practice; Clifford 2019 for age",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("days", DAYS as u32),
        ("days from age 50", OLDER_DAYS as u32),
        ("age", OLDER_FROM as u32),
        ("cost", COST[0] as u32),
        ("cost of two days from age 50", COST[1] as u32),
    ]),
    check: Check::Steer(Steer {
        level: Level::Legs,
        looks: Looks::Around(|limits, around| {
            if around.strength.legs() && counts(limits) { nearness(limits, around) } else { 0 }
        }),
        wish: |_| "legs have two days to recover before a key run".to_owned(),
        against: |_| "less than two days before a key run",
        says: |breach| format!("{}'s leg session is close before {}", breach.day(), breach.key_run_ahead()),
    }),
    breaks: &[
        "- - - - full - long season=off-season",
        "- - - full - - long season=off-season age=50",
        "- - - - full - long season=base level=novice",
    ],
    keeps: &[
        "- - - full - - long season=off-season",
        "- - - full - - long season=off-season age=49",
        "- - - - full - long season=base",
    ],
};

/// Whether sessions of this class count for this runner.
const fn counts(limits: &Limits) -> bool {
    match limits.class {
        Class::Heavy => true,
        Class::Moderate => older(limits) || matches!(limits.level, Experience::Novice),
        Class::Light | Class::Activation => false,
    }
}

const fn older(limits: &Limits) -> bool {
    matches!(limits.age, Some(OLDER_FROM..))
}

/// What the nearest key run costs; one behind it adds nothing.
fn nearness(limits: &Limits, around: &Around) -> u8 {
    let key = |days: u8| around.after[usize::from(days) - 1].is_key();
    if key(DAYS) {
        COST[usize::from(older(limits))]
    } else {
        COST[0] * u8::from(older(limits) && key(OLDER_DAYS))
    }
}
