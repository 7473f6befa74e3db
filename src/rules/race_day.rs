//! The day of the race is a race.

use super::rule::{Check, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::session::Run;

pub(super) const RULE: Rule = Rule {
    id: "race-day",
    summary: "the day of the race is a race, whether or not it was a run day",
    rationale: "nothing else is run that day",
    source: "the calendar",
    grade: None,
    limit: Limit::None,
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &["- easy - - - - - race=+6"],
    keeps: &["- easy - - - - - race=+7"],
};

fn apply(declared: &mut Declared<'_>) {
    declared.turn(
        RULE.id,
        Run::Race,
        |declared, day, _| declared.race_in(day) == Some(0),
        |what| format!("{what} the race"),
    );
}
