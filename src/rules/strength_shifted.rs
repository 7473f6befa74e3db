//! Strength moves by few days.

use super::moves::Moves;
use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::day::Day;
use crate::week::score::Level;

/// Days that count at most: further away is further away (practice).
const MOST: u8 = 3;

pub(super) const RULE: Rule = Rule {
    id: "strength-shifted",
    summary: "in a week that is planned again a strength session that moves does so by few days, of which three count at most",
    rationale: "the nearest day disturbs the week least",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("point a day", 1), ("at most", MOST as u32)]),
    check: Check::Steer(Steer {
        level: Level::Placement,
        looks: Looks::Moves(check),
        wish: |_| "strength moves by few days".to_owned(),
        against: |_| "further from where it was",
        says: |breach| match breach.days {
            [from, to] => format!("the strength session of {} is on {}", from.name(), to.name()),
            _ => "a strength session moves".to_owned(),
        },
    }),
    breaks: &[
        "full easy speed - easy+full - long was=full,easy,speed,full,easy,-,long lost=thu strength.placement=separate",
    ],
    keeps: &[
        "full easy speed - easy - long was=full,easy,speed,full,easy,-,long lost=thu strength.placement=separate",
    ],
};

fn check(moves: &Moves<'_>, breach: &mut dyn FnMut(&[Day], u8)) {
    for of in &moves.strength {
        if let Some(to) = of.to {
            breach(&[of.from, to], of.days().min(MOST));
        }
    }
}
