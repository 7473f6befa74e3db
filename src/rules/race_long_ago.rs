//! The race was long ago.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};

/// A race more than this many days before the week is probably forgotten.
const DAYS: u8 = 60;

pub(super) const RULE: Rule = Rule {
    id: "race-long-ago",
    summary: "the race was more than 60 days ago",
    rationale: "a forgotten date decides the season",
    source: "arithmetic",
    grade: None,
    limit: Limit::Days(DAYS),
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- easy - - - - long race=-61"],
    keeps: &["- easy - - - - long race=-60"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    match seen.facts.profile.race {
        Some(race) if -race.days_from(seen.facts.monday) > i64::from(DAYS) => {
            let message = format!("the race on {} is more than {DAYS} days ago", race.date);
            vec![Warning::new(RULE.id, message, "take it out, or set the next race")]
        }
        _ => Vec::new(),
    }
}
