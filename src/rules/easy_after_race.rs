//! Runs are easy in the days after a race.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::facts::races::is_after;
use crate::week::race::ByDistance;
use crate::week::session::Run;

/// Days after the race in which long and speed runs become easy.
const DAYS: ByDistance = [2, 3, 7, 14];

pub(super) const RULE: Rule = Rule {
    id: "easy-after-race",
    summary: "long and speed runs become easy in the days after a race, by its distance",
    rationale: "the body repairs first",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::ByDistance(&[("long and speed runs easy", DAYS)]),
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &["- - speed - - - - race=-1", "- - speed - - - - races=b@-1"],
    keeps: &["- - - speed - - - race=-1", "- - speed - - - - races=c@-1"],
};

fn apply(declared: &mut Declared<'_>) {
    let race = declared.told_race_behind(DAYS);
    declared.turn(
        RULE.id,
        Run::Easy,
        |declared, day, planned| {
            matches!(planned.run, Run::Long | Run::Speed)
                && declared.has_race(day, |race, days| is_after(race, days, DAYS))
        },
        |what| format!("{what} easy ({race})"),
    );
}
