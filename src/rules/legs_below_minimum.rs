//! The legs get at least the season's minimum of sessions.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "legs-below-minimum",
    summary: "at least the season's minimum of leg sessions",
    rationale: "strength was kept on one session a week where the load was kept; building it takes \
              two or more",
    source: "Blagrove 2018; Spiering 2021",
    grade: Some(Grade::B),
    limit: Limit::Key("legs_min of the season"),
    check: Check::Steer(Steer {
        level: Level::Dose,
        looks: Looks::Total(Kind::Legs, |limits, n| limits.legs_floor.saturating_sub(n)),
        wish: |limits| {
            format!(
                "at least {} session{} the legs",
                limits.legs_floor,
                if limits.legs_floor == 1 { " trains" } else { "s train" }
            )
        },
        says: |breach| {
            format!(
                "{} of the season's minimum of {} leg sessions missing",
                breach.amount, breach.limits.legs_floor
            )
        },
    }),
    breaks: &["full - upper - - - -"],
    keeps: &["full - full - - - -", "full - upper - - - - strength.style=maintain-heavy"],
};
