//! No strength on race day or the day before.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::race::Priority;
use crate::week::score::Level;

/// No strength on race day or within this many days before it.
const DAYS: u8 = 1;

pub(super) const RULE: Rule = Rule {
    id: "strength-before-race",
    summary: "no strength on race day or the day before it; before a C race upper body may be trained",
    rationale: "the last day belongs to the race",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Days(DAYS),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Day(|today| {
            u8::from(
                today.plan.strength.any()
                    && today.before_race(|priority| if priority == Priority::C { 0 } else { DAYS }),
            )
        }),
        wish: |_| "no strength falls on race day or the day before it".to_owned(),
        against: |_| "race day or the day before it",
        says: |breach| format!("strength on {}, race day or the day before it", breach.day()),
    }),
    breaks: &["- - - - - upper race race=+6", "- - - - - upper - races=b@+6", "- - - - - - upper races=c@+6"],
    keeps: &["- - - - upper - race race=+6", "- - - - - upper - races=c@+6"],
};
