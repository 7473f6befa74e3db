//! No speed run close before a race.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::race::Priority;
use crate::week::session::Run;

/// Days before the race in which a speed run becomes easy.
const DAYS: u8 = 2;

pub(super) const RULE: Rule = Rule {
    id: "speed-before-race",
    summary: "a speed run in the 2 days before an A or B race becomes easy",
    rationale: "the legs are kept for the race",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Days(DAYS),
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &["- - - - speed - - race=+6", "- - - - speed - - races=b@+6"],
    keeps: &["- - - speed - - - race=+6", "- - - speed - - - races=b@+6"],
};

fn apply(declared: &mut Declared<'_>) {
    declared.turn(
        RULE.id,
        Run::Easy,
        |declared, day, planned| {
            planned.run == Run::Speed
                && declared.has_race(day, |race, days| {
                    race.priority != Priority::C && (1..=i64::from(DAYS)).contains(&days)
                })
        },
        |what| format!("{what} easy (the race is near)"),
    );
}
