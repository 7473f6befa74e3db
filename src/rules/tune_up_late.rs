//! A B race shortly before the race that the season leads to.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::race::Priority;

/// So many days before the A race are its own.
const DAYS: u8 = 13;

pub(super) const RULE: Rule = Rule {
    id: "tune-up-late",
    summary: "a B race in the 13 days before the A race; said until it is over",
    rationale: "the last two weeks belong to the race that the season leads to",
    source: "practice; Bosquet 2007 for two weeks of less volume before a race",
    grade: Some(Grade::C),
    limit: Limit::Days(DAYS),
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- easy - - - - - season=none race=+19 races=b@+6"],
    keeps: &[
        "- easy - - - - - season=none race=+20 races=b@+6",
        "- easy - - - - - season=none race=+19 races=c@+6",
    ],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let profile = seen.facts.profile;
    let Some(race) = profile.race else { return Vec::new() };
    let said = profile.races.iter().filter_map(|tune_up| {
        let days = (race.date - tune_up.race.date).num_days();
        let is_ahead = tune_up.race.days_from(seen.facts.monday) >= 0;
        let is_late = tune_up.race.priority == Priority::B && (1..=DAYS.into()).contains(&days);
        let message = format!("{tune_up} is {days} days before your race");
        let hint = "let it go, or run it at an easy pace: these days belong to your race";
        (is_ahead && is_late).then(|| Warning::new(RULE.id, message, hint))
    });
    said.collect()
}
