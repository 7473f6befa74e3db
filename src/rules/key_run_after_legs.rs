//! A key run moves to the day after light leg work only at a price.

use super::moves::Moves;
use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::day::Day;
use crate::week::score::Level;
use crate::week::session::Class;

pub(super) const RULE: Rule = Rule {
    id: "key-run-after-legs",
    summary: "no long or speed run moves to the day after light leg work that is done already",
    rationale: "what is done cannot be moved; light work leaves little behind, so this is a price and no ban",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Days(1),
    check: Check::Steer(Steer {
        level: Level::Protect,
        looks: Looks::Moves(check),
        wish: |_| "no key run moves to the day after leg work".to_owned(),
        against: |_| "a key run would follow leg work",
        says: |breach| format!("{}'s run comes on the day after leg work", breach.day()),
    }),
    breaks: &[
        "- easy+full speed easy easy - long was=-,easy+full,easy,speed,easy,-,long over=mon,tue lost=thu",
    ],
    keeps: &[
        "- easy+full easy - speed - long was=-,easy+full,easy,speed,easy,-,long over=mon,tue lost=thu",
        "- easy+full speed easy easy - long season=race-week race=+30 was=-,easy+full,easy,speed,easy,-,long over=mon,tue lost=thu",
    ],
};

fn check(moves: &Moves<'_>, breach: &mut dyn FnMut(&[Day], u8)) {
    for (_, to) in moves.made_up() {
        if moves.class == Class::Light && moves.legs_before(to) == Some(true) {
            breach(&[to], 1);
        }
    }
}
