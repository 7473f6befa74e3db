//! The first days after a race are free of strength.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::race::ByDistance;
use crate::week::score::Level;

/// Days after the race without any strength.
const DAYS: ByDistance = [0, 1, 2, 4];

pub(super) const RULE: Rule = Rule {
    id: "strength-after-race",
    summary: "no strength at all in the first days after a race, by its distance",
    rationale: "the body repairs first",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::ByDistance(&[("any strength", DAYS)]),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Day(|today| u8::from(today.plan.strength.any() && today.after_race(DAYS))),
        wish: |_| "no strength falls on the first days after the race".to_owned(),
        against: |_| "too soon after the race",
        says: |breach| format!("strength on {}, too soon after the race", breach.day()),
    }),
    breaks: &["upper - - - - - - race=-1", "upper - - - - - - races=b@-1"],
    keeps: &[
        "- upper - - - - - race=-1",
        "upper - - - - - - races=c@-1",
        "upper - - - - - - race=-1 race.distance=5k",
    ],
};
