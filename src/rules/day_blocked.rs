//! A day blocked for this week loses its run.

use super::rule::{Check, Limit, Rule};
use crate::facts::changes::{Draft, Step};
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

fn apply(draft: &mut Draft<'_>) {
    let why = |what: &str| format!("{what} set aside: the day is blocked");
    draft.turn(
        RULE.id,
        Run::Off,
        |draft, day, planned| draft.block.contains(day) && planned.run.is_run(),
        why,
    );
}
