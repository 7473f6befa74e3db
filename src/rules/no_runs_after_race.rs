//! No runs in the first days after a longer race.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::race::ByDistance;
use crate::week::session::Run;

/// Days after the race in which runs are set aside.
const DAYS: ByDistance = [0, 1, 2, 5];

pub(super) const RULE: Rule = Rule {
    id: "no-runs-after-race",
    summary: "runs in the first days after a race are set aside, by its distance",
    rationale: "the body repairs first",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::ByDistance(&[("runs set aside", DAYS)]),
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &["easy - - - - - - race=-1"],
    keeps: &["- easy - - - - - race=-1", "easy - - - - - - race=-1 race.distance=5k"],
};

fn apply(declared: &mut Declared<'_>) {
    let Some(race) = declared.race else { return };
    let days = 1..=i64::from(race.effective().of(DAYS));
    declared.turn(
        RULE.id,
        Run::Off,
        |declared, day, planned| {
            planned.run.is_run() && declared.race_in(day).is_some_and(|n| days.contains(&-n))
        },
        |what| format!("{what} set aside: the race was days ago"),
    );
}
