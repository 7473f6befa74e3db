//! No cramming: rest days stay.

use super::moves::Moves;
use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::count;
use crate::week::day::Day;
use crate::week::kind::Kind;
use crate::week::score::Level;

/// Points for each full rest day: more than all sessions of a week together.
const POINTS: u8 = 16;

pub(super) const RULE: Rule = Rule {
    id: "rest-day-taken",
    summary: "in a week that is planned again no full rest day ahead is spent on what was missed, as far as the week would then have fewer than it aims for, or than it had",
    rationale: "who crams a missed session into a rest day pays twice",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("points a day", POINTS as u32)]),
    check: Check::Steer(Steer {
        level: Level::Stay,
        looks: Looks::Moves(check),
        wish: |_| "no rest day is spent on what was missed".to_owned(),
        against: |_| "a rest day",
        says: |breach| {
            let days = breach.amount / POINTS;
            format!("{days} full rest {} spent on what was missed", if days == 1 { "day" } else { "days" })
        },
    }),
    breaks: &["full easy - easy easy speed long was=-,easy,speed+full,easy,easy,-,long lost=wed"],
    keeps: &[
        "- easy - speed easy - long was=-,easy,speed,easy,easy,-,long lost=wed",
        "- - - - easy speed long was=-,easy,speed,-,easy,-,long missed=wed over=mon,tue,wed",
    ],
};

fn check(moves: &Moves<'_>, breach: &mut dyn FnMut(&[Day], u8)) {
    breach(&[], POINTS * moves.rest_kept.saturating_sub(count(moves.now, Kind::Rest)));
}
