//! No leg work on the day before a key run.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::score::Level;
use crate::week::session::Class;

/// A leg session keeps clear of key runs for this many days before them.
const DAYS: u8 = 1;

pub(super) const RULE: Rule = Rule {
    id: "legs-before-key-run",
    summary: "no leg session but activation on the day before a long run, a speed run or a race",
    rationale: "tired or sore legs spoil the run that matters most; running economy recovers within a \
              day of lifting, hard running does not",
    source: "article S11, S14; Doma 2013, 2014, 2015 (2014 found light work harmless: there grade C)",
    grade: Some(Grade::B),
    limit: Limit::Days(DAYS),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Around(|limits, around| {
            let tires = around.strength.legs() && limits.class != Class::Activation;
            u8::from(tires && around.after[usize::from(DAYS) - 1].is_key())
        }),
        wish: |_| "no leg session falls on the day before a key run".to_owned(),
        against: |_| "the day before a key run",
        says: |breach| format!("a leg session on {}, the day before {}", breach.day(), breach.run(1)),
    }),
    breaks: &["- - - - - full long", "long - - - - - full", "- - - - - - full race=+7"],
    keeps: &[
        "- - - - full - long",
        "long - - - - - full season=recovery",
        "- - - - - full long season=race-week",
    ],
};
