//! A plan of few weeks.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::dates::monday_of;

/// Fewer weeks up to the race's than this are few.
const WEEKS: u8 = 6;

pub(super) const RULE: Rule = Rule {
    id: "plan-short",
    summary: "a plan has fewer than 6 weeks up to its race",
    rationale: "little can grow in so short a time",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("weeks", WEEKS as u32)]),
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- easy - - - - long season=none race=+20 plan.start=2026-11-23"],
    keeps: &["- easy - - - - long season=none race=+60 plan.start=2026-11-23"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let profile = seen.facts.profile;
    let (Some(start), Some(race)) = (profile.plan.start.and_then(monday_of), profile.race) else {
        return Vec::new();
    };
    let weeks = race.weeks_from(start) + 1;
    if weeks >= i64::from(WEEKS) || seen.facts.is_written() {
        return Vec::new();
    }
    let message = format!("the plan has {weeks} week{} up to the race", if weeks == 1 { "" } else { "s" });
    vec![Warning::new(RULE.id, message, "start earlier, or keep the minutes that you run now").note()]
}
