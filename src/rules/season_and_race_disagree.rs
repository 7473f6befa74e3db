//! The named season is not the one that the race date gives.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::phase::Phase;
use crate::word::Word;

pub(super) const RULE: Rule = Rule {
    id: "season-and-race-disagree",
    summary: "the season that the profile names is not the one that the race date gives",
    rationale: "one of the two may be a slip",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- easy - - - - long season=base race=+20"],
    keeps: &["- easy - - - - long season=race-prep race=+20"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let facts = seen.facts;
    let (Some(named), Some(race)) = (facts.profile.season, facts.profile.race) else { return Vec::new() };
    let by_date = Phase::from_race(race, facts.monday);
    if named == by_date {
        return Vec::new();
    }
    let message =
        format!("the season is {}, but a race on {} makes this week {}", named.id(), race.date, by_date.id());
    vec![Warning::new(RULE.id, message, "leave `season` out to follow the race, or mend `race.date`")]
}
