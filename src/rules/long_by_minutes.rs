//! A run that takes as long as a long run is one, whatever the profile calls it.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::session::LONG_FROM_MINUTES;

pub(super) const RULE: Rule = Rule {
    id: "long-by-minutes",
    summary: "an easy run of 90 minutes or more is a long run",
    rationale: "legs tire by the time on them, whatever the day is called",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("minutes", LONG_FROM_MINUTES as u32)]),
    check: Check::Change(&[(Step::Keep, apply)]),
    breaks: &["easy90 - - - - - long100", "- easy40 - easy95 - - -"],
    keeps: &["easy85 - - - - - long100", "- easy40 - - - - long"],
};

fn apply(declared: &mut Declared<'_>) {
    let days = declared.lengthened;
    if !days.is_empty() {
        let runs = if days.len() == 1 {
            "run counts as a long one: it takes"
        } else {
            "runs count as long ones: they take"
        };
        declared.note_on(RULE.id, days, format!("easy {runs} {LONG_FROM_MINUTES} minutes or more"));
    }
}
