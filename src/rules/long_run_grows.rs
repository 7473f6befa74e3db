//! The long run grows towards its peak.

use super::rule::{Check, Grade, Limit, Rule};
use super::run_minutes_grow::{PERCENT, STEP, STEP_FROM, grow};
use crate::facts::changes::{Declared, Step};
use crate::facts::growth::DAYS;
use crate::week::session::Run;

pub(super) const RULE: Rule = Rule {
    id: "long-run-grows",
    summary: "towards `plan.peak` the long run of a load week takes 110 % of the longest run of the 30 days before, rounded \
              down to 5 minutes from 50 on, and at least a minute more than the last; in base and race prep",
    rationale: "in a cohort of 5205 runners, one run more than 10 % longer than any of the 30 days before went with more \
                overuse complaints",
    source: "Frandsen 2025",
    grade: Some(Grade::B),
    limit: Limit::Numbers(&[
        ("percent", PERCENT),
        ("days", DAYS as u32),
        ("minutes, rounded down to these", STEP as u32),
        ("from so many on", STEP_FROM as u32),
    ]),
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &[
        "- - - - - - long60 season=base runs.minutes.long=60 plan.start=2026-11-09 plan.peak.long=90 plan.loaded=yes plan.past=0,0,0,0,0,0,60",
    ],
    keeps: &["- - - - - - long60 season=base runs.minutes.long=60"],
};

fn apply(declared: &mut Declared<'_>) {
    let Some(day) = declared.runs.iter().position(|planned| planned.declared == Run::Long) else { return };
    let longest = declared.course.and_then(|course| course.longest(DAYS.into(), day));
    if let Some(longest) = longest {
        grow(declared, Run::Long, longest, RULE.id);
    }
}
