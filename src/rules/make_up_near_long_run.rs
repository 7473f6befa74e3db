//! A long run does not move close to another.

use super::moves::Moves;
use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::day::Day;
use crate::week::score::Level;
use crate::week::session::Run;

/// Days that lie at least between the dates of two long runs (practice).
const APART: u8 = 3;

pub(super) const RULE: Rule = Rule {
    id: "make-up-near-long-run",
    summary: "a long run that moves keeps three days from another long run, that of the next week too",
    rationale: "two long runs close together are more than the plan asks for",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Days(APART),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Moves(check),
        wish: |_| "no long run moves close to another".to_owned(),
        against: |_| "long runs would be close together",
        says: |breach| format!("{}'s long run would be less than {APART} days from another", breach.day()),
    }),
    breaks: &["- - long - long - - was=-,long,-,-,long,-,- lost=tue"],
    keeps: &["long - - - long - - was=-,long,-,-,long,-,- lost=tue"],
};

fn check(moves: &Moves<'_>, breach: &mut dyn FnMut(&[Day], u8)) {
    let near = || (1..i64::from(APART)).flat_map(|days| [-days, days]);
    for (_, to) in moves.made_up().filter(|(of, _)| moves.run(*of) == Run::Long) {
        let is_near = near().any(|by| moves.run_near(to, by) == Run::Long);
        breach(&[to], u8::from(is_near));
    }
}
