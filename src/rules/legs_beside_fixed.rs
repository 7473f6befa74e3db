//! Legs keep clear of a hard session of another sport.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::score::Level;
use crate::week::session::Other;

/// A leg session keeps clear of a hard fixed session for this many days before and after it.
const DAYS: u8 = 1;

pub(super) const RULE: Rule = Rule {
    id: "legs-beside-fixed",
    summary: "no leg session on a day with a fixed session that is hard on the legs, nor on the day before or after it",
    rationale: "legs are tired and sore for a day or more after a match, and play worse when they are so before it",
    source: "Goulart 2022 for football; transferred to other sports",
    grade: Some(Grade::C),
    limit: Limit::Days(DAYS),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Day(|today| {
            u8::from(today.plan.strength.legs() && today.fixed.into_iter().any(Other::is_hard))
        }),
        wish: |_| "no leg session falls on or beside a day with a hard session of your own".to_owned(),
        against: |_| "on or beside a hard session of your own",
        says: |breach| {
            format!("a leg session on {}, on or beside a day with a hard session of your own", breach.day())
        },
    }),
    breaks: &[
        "- - - full - - - fixed=football@fri",
        "- - - - full - - fixed=football@fri",
        "- - - - - full - fixed=football@fri",
        "full - - - - - - fixed=football@sun@2026-11-22",
        "- - - - - - full fixed=football@mon@2026-11-30",
    ],
    keeps: &[
        "- - full - - upper - fixed=football@fri",
        "- - - full - - - fixed=hike@fri",
        "full - - - - - - fixed=football@sun@2026-11-29",
    ],
};
