//! The legs get at least the season's minimum of sessions.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::word::{counted, number_word};

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
            let verb = if limits.legs_floor == 1 { "trains" } else { "train" };
            format!("at least {} {verb} the legs", counted(limits.legs_floor, "session"))
        },
        against: |_| "too few sessions would train the legs",
        says: |breach| {
            let floor = breach.limits.legs_floor;
            let placed = floor.saturating_sub(breach.amount);
            format!("{}, where the season asks for {}", counted(placed, "leg session"), number_word(floor))
        },
    }),
    breaks: &["full - upper - - - -"],
    keeps: &["full - full - - - -", "full - upper - - - - strength.style=maintain-heavy"],
};
