//! Legs rest in the last days before a race.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::score::Level;

/// No leg session on race day or within this many days before it.
const DAYS: [u8; 3] = [3, 2, 1];

pub(super) const RULE: Rule = Rule {
    id: "legs-before-race",
    summary: "no leg session on race day or in the 3 days before it, 2 for a B race, 1 for a C race",
    rationale: "fresh legs on race day come first",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("days before an A race", DAYS[0] as u32),
        ("days before a B race", DAYS[1] as u32),
        ("days before a C race", DAYS[2] as u32),
    ]),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Day(|today| {
            u8::from(today.plan.strength.legs() && today.before_race(|priority| DAYS[priority as usize]))
        }),
        wish: |_| "no leg session falls on race day or the days just before it".to_owned(),
        against: |_| "too close before the race",
        says: |breach| format!("a leg session on {}, too close before the race", breach.day()),
    }),
    breaks: &["- - - full - - race race=+6", "- - - - full - - races=b@+6", "- - - - - full - races=c@+6"],
    keeps: &["- - full - - - race race=+6", "- - - full - - - races=b@+6", "- - - - full - - races=c@+6"],
};
