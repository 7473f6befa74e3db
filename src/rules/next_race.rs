//! The race is over: what comes next.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::phase::Phase;

pub(super) const RULE: Rule = Rule {
    id: "next-race",
    summary: "the race and the weeks after it are over: it is base until a new race is named",
    rationale: "a plan ends with its race",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- easy - - - - long season=none race=-40"],
    keeps: &["- easy - - - - long season=none race=-3", "- easy - - - - long season=base race=-40"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let over = seen.facts.race.is_some_and(|race| race.weeks_from(seen.facts.monday) < 0);
    if !over
        || seen.facts.is_written()
        || seen.facts.profile.season.is_some()
        || seen.facts.season.phase != Phase::Base
    {
        return Vec::new();
    }
    let hint = "name the next one under `[race]`, or plan with `--season off-season` for a block of strength";
    vec![Warning::new(RULE.id, "the race is over, and this is base until the next one", hint).note()]
}
