//! Fewer days are open than runs are asked for.

use super::rule::{Check, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::day::{Days, listed};
use crate::word::{counted, number_word};

pub(super) const RULE: Rule = Rule {
    id: "too-few-run-days",
    summary: "where the planner chooses the run days and fewer are open than runs are asked for, the week has fewer runs; in a week \
              with days off, as many fewer as its other days are",
    rationale: "two runs on one day, or more of them on the days that are left, would be cramming",
    source: "the runner",
    grade: None,
    limit: Limit::Key("runs.per_week"),
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &[
        "- easy - easy - - long runs.per_week=4 runs.days=tue,thu,sat,sun block=sat",
        "- easy - easy - - long runs.per_week=5 off=2026-11-23..2026-11-24",
    ],
    keeps: &["- easy - easy - - long runs.per_week=3 block=sat"],
};

fn apply(declared: &mut Declared<'_>) {
    let runs = declared.choice.map(|choice| choice.count);
    let (Some(asked), Some(runs)) = (declared.profile.runs.per_week, runs) else { return };
    if runs >= usize::from(asked) {
        return;
    }
    let off = declared.profile.days_off(declared.monday).len();
    let possible = if declared.profile.runs.days.is_empty() { Days::ALL } else { declared.profile.runs.days };
    let open = possible.among(declared.open);
    let why = match (off, open.len()) {
        (0, 0) => "no day is open for a run".to_owned(),
        (0, _) => format!("only {} {} open", listed(open.iter()), if open.len() == 1 { "is" } else { "are" }),
        (1, _) => "a day of the week is off".to_owned(),
        _ => format!("{off} days of the week are off"),
    };
    let message = format!(
        "{}, not {}, since {why}",
        counted(u8::try_from(runs).unwrap_or(u8::MAX), "run"),
        number_word(asked)
    );
    declared.note(RULE.id, message);
    declared.put_first(RULE.id);
}
