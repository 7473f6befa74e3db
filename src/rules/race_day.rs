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
    breaks: &["- easy - - - - - race=+6", "- easy - - - - - races=b@+6", "- easy - - - - - races=c@+6"],
    keeps: &["- easy - - - - - race=+7", "- easy - - - - - races=b@+7"],
};

fn apply(declared: &mut Declared<'_>) {
    let own = declared.race.map(|race| (race, race.priority.told().to_owned()));
    let tune_ups = declared.profile.races.iter().map(|tune_up| (tune_up.race, tune_up.told()));
    let races: Vec<_> = own.into_iter().chain(tune_ups).collect();
    for (race, told) in races {
        declared.turn(
            RULE.id,
            Run::Race,
            |declared, day, _| declared.race_on(day) == Some(race),
            |what| format!("{what} {told}"),
        );
    }
}
