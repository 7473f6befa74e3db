//! Neither season nor race were given.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};

/// The rule, for plans of others too: there it is a note of its own.
pub(super) const RULE: Rule = Rule {
    id: "season-assumed",
    summary: "neither a season nor a race date: the base season is assumed",
    rationale: "the season decides most numbers",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- easy - - - - long season=none"],
    keeps: &["- easy - - - - long season=base", "- easy - - - - long season=none race=+40"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let profile = seen.facts.profile;
    // Of a plan that somebody else wrote it is said once, where the plan is read.
    if profile.season.is_some() || profile.race.is_some() || seen.facts.is_written() {
        return Vec::new();
    }
    let message = format!("no season and no race given: planned as {}", seen.facts.season.name);
    vec![Warning::new(RULE.id, message, "set `season`, or `[race] date`")]
}
