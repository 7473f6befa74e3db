//! A key run that has no day any more.

use super::moves::Moves;
use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::day::Day;
use crate::week::score::Level;
use crate::week::session::Run;
use crate::word::Word as _;

/// Points for a long run that is lost (practice).
const LONG: u8 = 3;
/// Points for a speed run that is lost (practice).
const SPEED: u8 = 2;

pub(super) const RULE: Rule = Rule {
    id: "key-run-lost",
    summary: "in a week that is planned again a long run and a speed run keep a day",
    rationale: "they are what the week is for; the long run is missed most",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("long run", LONG as u32), ("speed run", SPEED as u32)]),
    check: Check::Steer(Steer {
        level: Level::Protect,
        looks: Looks::Moves(check),
        wish: |_| "long run and speed run keep a day".to_owned(),
        against: |_| "a key run would lose its day",
        says: |breach| {
            let what = if breach.amount == LONG { "long run" } else { "speed run" };
            format!("{}'s {what} has no day any more", breach.day())
        },
    }),
    breaks: &[
        "- easy - - easy - long was=-,easy,speed,easy,easy,-,long lost=wed",
        "- easy speed - easy - - was=-,easy,speed,-,easy,-,long lost=sun",
    ],
    keeps: &[
        "- easy - speed easy - long was=-,easy,speed,easy,easy,-,long lost=wed",
        "- easy - - easy - long was=-,easy,-,easy,easy,-,long lost=thu",
    ],
};

fn check(moves: &Moves<'_>, breach: &mut dyn FnMut(&[Day], u8)) {
    let made_up = |day: Day| moves.runs.iter().any(|of| of.from == day && of.to.is_some());
    for day in Day::ALL.iter().copied() {
        let (was, now) = (moves.earlier.week[day.index()].run, moves.now[day.index()].run);
        let points = match was {
            Run::Long => LONG,
            Run::Speed => SPEED,
            _ => continue,
        };
        if was != now && !made_up(day) {
            breach(&[day], points);
        }
    }
}
