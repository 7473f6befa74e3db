//! A race on the only free day takes the place of another run.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::day::Day;
use crate::week::session::Run;
use crate::word::Word;

pub(super) const RULE: Rule = Rule {
    id: "race-on-the-free-day",
    summary: "where a race takes the only free day of the week, the run of the day before it is set aside, else that of the day \
              after, so that a rest day is left",
    rationale: "a week without a rest day is no plan",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &[
        "easy easy easy easy easy easy - race=+6",
        "- easy easy easy easy easy easy race=0 race.distance=5k",
        "easy easy easy easy easy easy - races=c@+6",
    ],
    keeps: &["easy easy easy easy easy - - race=+6", "easy easy easy easy easy - easy race=+6"],
};

fn apply(declared: &mut Declared<'_>) {
    let free = |day: &&Day| declared.runs[day.index()].declared == Run::Off;
    let Some(race) = Day::ALL.iter().filter(free).find(|day| declared.race_on(**day).is_some()) else {
        return;
    };
    if declared.runs.iter().any(|planned| !planned.run.is_run()) {
        return;
    }
    let beside = if *race == Day::Mon { 1 } else { -1 };
    let gives = race.shifted(beside);
    if declared.race_on(gives).is_some() {
        return;
    }
    declared.turn(
        RULE.id,
        Run::Off,
        |_, day, _| day == gives,
        |what| format!("{what} set aside (the race takes the only free day)"),
    );
}
