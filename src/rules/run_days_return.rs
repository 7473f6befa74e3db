//! Run days come back one a week.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::profile::Keep;

/// Run days that come back in a week.
pub(super) const DAYS: u8 = 1;

pub(super) const RULE: Rule = Rule {
    id: "run-days-return",
    summary: "after weeks in which some runs were set aside, one more run day comes back a week",
    rationale: "running comes back step by step",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Days(DAYS),
    check: Check::Change(&[(Step::Keep, apply)]),
    breaks: &["easy easy easy easy - - long season=base plan.allowed=3"],
    keeps: &["easy easy easy - - - long season=base plan.allowed=3"],
};

fn apply(declared: &mut Declared<'_>) {
    let Some(allowed) = declared.course.map(|course| course.allowed.saturating_add(DAYS)) else { return };
    let runs = declared.runs.iter().filter(|planned| planned.run.is_run()).count();
    let keeps = match declared.keep {
        Keep::All => 7,
        Keep::Days(days) => days,
    };
    if allowed < keeps && usize::from(allowed) < runs {
        super::runs_set_aside::keep(declared, Keep::Days(allowed), RULE.id, "run days come back one a week");
    }
}
