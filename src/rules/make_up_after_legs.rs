//! No key run moves to the day after hard leg work.

use super::moves::Moves;
use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::day::Day;
use crate::week::score::Level;
use crate::week::session::Class;

pub(super) const RULE: Rule = Rule {
    id: "make-up-after-legs",
    summary: "no long or speed run moves to the day after heavy or moderate leg work that is done already, nor after leg work that stands and is still to come",
    rationale: "tired legs are what legs-before-key-run keeps away from key runs, whichever of the two comes later into the week",
    source: "Doma 2013, 2014, 2015; practice",
    grade: Some(Grade::C),
    limit: Limit::Days(1),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Moves(check),
        wish: |_| "no key run moves to the day after hard leg work".to_owned(),
        against: |_| "a key run would follow leg work",
        says: |breach| format!("{}'s run would come on the day after leg work that stands", breach.day()),
    }),
    breaks: &[
        "- easy+full speed easy easy - long season=base was=-,easy+full,easy,speed,easy,-,long over=mon,tue lost=thu",
        "- easy+full speed easy easy - long was=-,easy+full,easy,speed,easy,-,long pin=tue lost=thu",
    ],
    keeps: &[
        "- easy+full speed easy easy - long was=-,easy+full,easy,speed,easy,-,long over=mon,tue lost=thu",
    ],
};

fn check(moves: &Moves<'_>, breach: &mut dyn FnMut(&[Day], u8)) {
    for (_, to) in moves.made_up() {
        let breaks = match moves.legs_before(to) {
            Some(is_done) => moves.class.is_hard() || !is_done && moves.class > Class::Activation,
            None => false,
        };
        breach(&[to], u8::from(breaks));
    }
}
