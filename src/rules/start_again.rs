//! A break so long that a plan begins anew after it.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::profile::Break;

/// Days of a break.
const DAYS: u8 = 56;
/// Days after it in which this is said.
const SAID: i64 = 7;

pub(super) const RULE: Rule = Rule {
    id: "start-again",
    summary: "after 56 days off and more a plan is better begun anew; said in the first seven days after them",
    rationale: "what was built up is mostly gone after two months, and minutes of before are a poor guide",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("days off", DAYS as u32)]),
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &[
        "- easy - - - - long off=2026-09-28..2026-11-22",
        "- easy - - - - long off=2026-09-01..2026-11-24",
    ],
    keeps: &[
        "- easy - - - - long off=2026-09-29..2026-11-22",
        "- easy - - - - long off=2026-09-01..2026-11-08",
        "- easy - - - - long season=none race=+90 off=2026-09-28..2026-11-22 plan.start=2026-11-23",
    ],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let (profile, monday) = (seen.facts.profile, seen.facts.monday);
    // By the days from Monday to the last day off: some day of the week is one of the first after it.
    let is_over = |of: &Break| (-SAID..6).contains(&(of.to - monday).num_days());
    let begins_after = |to| profile.plan.start.is_some_and(|start| start > to);
    let breaks = profile.breaks().into_iter().filter(|of| of.days() >= DAYS.into());
    breaks
        .filter(is_over)
        .filter(|of| !begins_after(of.to) && !seen.facts.is_written())
        .map(|of| {
            let message = format!("{} days off are behind you: build up from little again", of.days());
            let start = of.to.succ_opt().unwrap_or(of.to);
            let hint = format!(
                "begin a new plan, such as `plan.start = {start}`, with `runs.minutes` that are easy for you now"
            );
            Warning::new(RULE.id, message, hint).note()
        })
        .collect()
}
