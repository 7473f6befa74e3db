//! No runs in the first days after a longer race.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::facts::races::is_after;
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
    breaks: &["easy - - - - - - race=-1", "easy - - - - - - races=b@-1", "easy - - - - - - races=c@-1@half"],
    keeps: &[
        "- easy - - - - - race=-1",
        "easy - - - - - - race=-1 race.distance=5k",
        "easy - - - - - - races=c@-1",
    ],
};

fn apply(declared: &mut Declared<'_>) {
    let race = declared.told_race_behind(DAYS);
    declared.turn(
        RULE.id,
        Run::Off,
        |declared, day, planned| {
            planned.run.is_run()
                && planned.run != Run::Race
                && declared.has_race(day, |race, days| is_after(race, days, DAYS))
        },
        |what| format!("{what} set aside ({race})"),
    );
}
