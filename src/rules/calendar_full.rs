//! A day of which calendars leave nothing loses its run.

use super::rule::{Check, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::session::Run;

pub(super) const RULE: Rule = Rule {
    id: "calendar-full",
    summary: "on a day on which your calendars leave no time the run is set aside; a race stays",
    rationale: "the runner has no time that day",
    source: "the runner",
    grade: None,
    limit: Limit::None,
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &[
        "- easy - - - - long busy=tue",
        "- easy - - - - long busy=tue@06:00-20:00 time.tue=07:00-09:00",
    ],
    keeps: &["- easy - - - - long busy=wed", "- easy - - - - long busy=tue@09:00-17:00"],
};

fn apply(declared: &mut Declared<'_>) {
    let why = |what: &str| format!("{what} set aside (your calendar leaves no time)");
    declared.turn(
        RULE.id,
        Run::Off,
        |declared, day, planned| declared.busy.contains(day) && planned.run.is_run(),
        why,
    );
}
