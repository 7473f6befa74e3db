//! What stood stays where it was.

use super::rule::Today;
use super::rule::{Check, Limit, Looks, Rule, Steer};
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "session-touched",
    summary: "in a week that is planned again as few runs and strength sessions as possible change their day or are let go",
    rationale: "a plan that stays as it was is easier to keep than a better one",
    source: "timetables (Moz and Pato 2004)",
    grade: None,
    limit: Limit::Numbers(&[("point a session", 1)]),
    check: Check::Steer(Steer {
        level: Level::Stay,
        looks: Looks::Day(check),
        wish: |_| "sessions stay where they were".to_owned(),
        against: |_| "another session would move",
        says: |breach| format!("{} is not as it was", breach.day()),
    }),
    breaks: &[
        "- easy - speed easy - long was=-,easy,speed,easy,easy,-,long lost=wed",
        "- easy speed easy - full long was=-,easy,speed,easy,full,-,long",
    ],
    keeps: &[
        "- easy speed easy easy - long was=-,easy,speed,easy,easy,-,long",
        "- easy speed+mobility easy easy - long was=-,easy,speed,easy,easy+mobility,-,long",
    ],
};

fn check(today: &Today<'_>) -> u8 {
    let Some(was) = today.was else { return 0 };
    let run = was.run.is_run() && today.plan.run != was.run;
    let strength = was.strength.any() && today.plan.strength != was.strength;
    u8::from(run) + u8::from(strength)
}
