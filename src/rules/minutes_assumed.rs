//! No run minutes were given.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::profile::Minutes;

pub(super) const RULE: Rule = Rule {
    id: "minutes-assumed",
    summary: "the profile gives no run minutes: defaults stand in",
    rationale: "loads and shares rest on them",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- easy - - - - long"],
    keeps: &["- easy30 - - - - long90", "- - - - - - - season=off-season"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    if seen.facts.profile.runs.minutes.is_some_and(|minutes| minutes != Minutes::default())
        || seen.week.iter().all(|day| !day.run.is_run())
    {
        return Vec::new();
    }
    let hint = "set `runs.minutes`, such as `minutes = { easy = 40, speed = 50, long = 90 }`";
    vec![Warning::new(RULE.id, "run minutes are placeholders: the profile gives none", hint)]
}
