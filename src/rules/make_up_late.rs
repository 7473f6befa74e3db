//! A missed key run is made up soon or not at all.

use super::moves::{LONG_LATE, Moves, SPEED_LATE, latest};
use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::day::Day;
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "make-up-late",
    summary: "a missed speed run is made up within two days, a missed long run on the day after; a run whose day is lost beforehand may take any open day",
    rationale: "later it takes the freshness of what comes next",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("days of a speed run", SPEED_LATE as u32),
        ("days of a long run", LONG_LATE as u32),
    ]),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Moves(check),
        wish: |_| "no missed run is made up later than that".to_owned(),
        against: |_| "a run would be made up too late",
        says: |breach| match breach.days {
            [from, to] => format!("{}'s missed run would be made up on {}, too late", from.name(), to.name()),
            _ => "a missed run would be made up too late".to_owned(),
        },
    }),
    breaks: &[
        "- - easy - - speed - was=-,speed,easy,-,-,-,- missed=tue over=mon,tue",
        "- - - - - easy long was=-,-,-,-,long,easy,- missed=fri over=mon,tue,wed,thu,fri",
    ],
    keeps: &[
        "- - easy speed - - - was=-,speed,easy,-,-,-,- missed=tue over=mon,tue",
        "- - - - - speed - was=-,speed,easy,-,-,-,- lost=tue",
    ],
};

fn check(moves: &Moves<'_>, breach: &mut dyn FnMut(&[Day], u8)) {
    for (of, to) in moves.made_up() {
        let is_late = moves.earlier.missed.contains(of.from) && of.days() > latest(moves.run(of));
        breach(&[of.from, to], u8::from(is_late));
    }
}
