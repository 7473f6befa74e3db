//! After a birth a plan is no examination.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::profile::EARLY_POSTPARTUM_WEEKS as WEEKS;

pub(super) const RULE: Rule = Rule {
    id: "pelvic-health-check",
    summary: "after a birth a note names pelvic-health physiotherapy, before running begins and while it builds up",
    rationale: "pelvic health, load and strength are assessed before running builds up",
    source: "Goom 2019",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &[
        "- easy - - - - long health.postpartum_weeks=20",
        "- easy - - - - long health.postpartum_weeks=12",
        "- easy - - - - long health.postpartum_weeks=8",
    ],
    keeps: &["- easy - - - - long"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let Some(weeks) = seen.facts.profile.health.postpartum_weeks else { return Vec::new() };
    let until = if weeks < WEEKS { "before you run again" } else { "before running builds up" };
    let message = format!("after a birth: have pelvic health and strength assessed {until}");
    vec![Warning::new(RULE.id, message, "see a pelvic-health physiotherapist").note().first()]
}
