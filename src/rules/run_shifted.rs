//! A run moves by few days.

use super::moves::Moves;
use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::day::Day;
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "run-shifted",
    summary: "in a week that is planned again a run that has lost its day moves by as few days as possible",
    rationale: "the nearest day disturbs the week least",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("point a day", 1)]),
    check: Check::Steer(Steer {
        level: Level::Legs,
        looks: Looks::Moves(check),
        wish: |_| "runs move by few days".to_owned(),
        against: |_| "a run would move further",
        says: |breach| match breach.days {
            [from, to] => format!("the run of {} is on {}", from.name(), to.name()),
            _ => "a run moves".to_owned(),
        },
    }),
    breaks: &["- easy - speed easy - long was=-,easy,speed,easy,easy,-,long lost=wed"],
    keeps: &["- easy - - easy - long was=-,easy,speed,-,easy,-,long lost=wed"],
};

fn check(moves: &Moves<'_>, breach: &mut dyn FnMut(&[Day], u8)) {
    moves.made_up().for_each(|(of, to)| breach(&[of.from, to], of.days()));
}
