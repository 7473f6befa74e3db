//! A key run does not move beside another.

use super::moves::Moves;
use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::day::Day;
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "make-up-beside-key",
    summary: "a long or speed run does not move to the day before or after another key run",
    rationale: "hard days and easy days take turns",
    source: "hard-easy; practice",
    grade: Some(Grade::C),
    limit: Limit::Days(1),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Moves(check),
        wish: |_| "no key run moves beside another".to_owned(),
        against: |_| "key runs would be on consecutive days",
        says: |breach| format!("{}'s run would stand beside another key run", breach.day()),
    }),
    breaks: &["- easy - easy easy speed long was=-,easy,speed,easy,easy,-,long lost=wed"],
    keeps: &[
        "- easy - speed easy - long was=-,easy,speed,easy,easy,-,long lost=wed",
        "- - - - - speed long was=-,-,-,-,-,speed,long",
    ],
};

fn check(moves: &Moves<'_>, breach: &mut dyn FnMut(&[Day], u8)) {
    for (_, to) in moves.made_up() {
        let beside = [-1, 1].into_iter().any(|by| moves.run_near(to, by).is_key());
        breach(&[to], u8::from(beside));
    }
}
