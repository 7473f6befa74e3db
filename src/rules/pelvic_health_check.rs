//! After a birth a plan is no examination.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::rules::early_postpartum::WEEKS;

pub(super) const RULE: Rule = Rule {
    id: "pelvic-health-check",
    summary: "some months after a birth a note names pelvic-health physiotherapy",
    rationale: "pelvic health, load and strength are assessed before running builds up",
    source: "Goom 2019",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &[
        "- easy - - - - long health.postpartum_weeks=20",
        "- easy - - - - long health.postpartum_weeks=12",
    ],
    keeps: &["- easy - - - - long", "- easy - - - - long health.postpartum_weeks=8"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    match seen.facts.profile.health.postpartum_weeks {
        Some(weeks) if weeks >= WEEKS => {
            let message = "after a birth: have pelvic health and strength assessed before running builds up";
            vec![Warning::new(RULE.id, message, "see a pelvic-health physiotherapist").note()]
        }
        _ => Vec::new(),
    }
}
