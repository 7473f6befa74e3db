//! The run on the day before a race is a shake-out.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::race::{Priority, Race};
use crate::week::session::Run;

pub(super) const RULE: Rule = Rule {
    id: "shake-out-before-race",
    summary: "a run on the day before an A or B race is a 20-minute shake-out",
    rationale: "it loosens the legs and costs nothing",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("minutes", crate::week::session::SHAKE_OUT_MINUTES as u32)]),
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &["- - - - - easy - race=+6", "- - - - - easy - races=b@+6"],
    keeps: &["- - - - easy - - race=+6", "- - - - - easy - races=c@+6"],
};

fn apply(declared: &mut Declared<'_>) {
    declared.turn(
        RULE.id,
        Run::ShakeOut,
        |declared, day, planned| {
            let tomorrow = |race: Race, days| race.priority != Priority::C && days == 1;
            planned.run.is_run() && planned.run != Run::Race && declared.has_race(day, tomorrow)
        },
        |what| format!("{what} a shake-out (race tomorrow)"),
    );
}
