//! A day blocked for this week loses its run.

use super::rule::{Check, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::session::Run;

pub(super) const RULE: Rule = Rule {
    id: "day-blocked",
    summary: "on a day blocked with `--block` the run is set aside",
    rationale: "the runner has no time that day",
    source: "the runner",
    grade: None,
    limit: Limit::None,
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &["- easy - - - - long block=tue"],
    keeps: &["- easy - - - - long block=wed"],
};

fn apply(declared: &mut Declared<'_>) {
    let why = |what: &str| format!("{what} set aside: the day is blocked");
    declared.turn(
        RULE.id,
        Run::Off,
        |declared, day, planned| declared.block.contains(day) && planned.run.is_run(),
        why,
    );
}
