//! A number of the runner's own is outside the season's.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};

pub(super) const RULE: Rule = Rule {
    id: "override-unusual",
    summary: "a number of the profile is above the season's maximum, or raises or lowers a number of \
              the season",
    rationale: "the runner's word wins; it is said because it is unusual",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &[
        "- easy - - - - long season=race-prep strength.sessions=4",
        "- easy - - - - long season=race-prep strength.min=3",
        "- easy - - - - long season=recovery rest.target=1",
        "- easy - - - - long season=off-season strength.legs_max=1",
        "- easy - - - - long season=race-prep strength.legs_max=1",
        "- easy - - - - long strength.style=maintain-heavy strength.legs_min=2",
    ],
    keeps: &[
        "- easy - - - - long season=race-prep strength.sessions=3",
        "- easy - - - - long season=race-prep strength.min=2",
        "- easy - - - - long season=off-season strength.legs_max=2",
        "- easy - - - - long season=race-prep strength.legs_max=1 strength.style=maintain-heavy",
    ],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let (season, profile, limits) = (seen.facts.season, seen.facts.profile, &seen.facts.limits);
    let strength = &profile.strength;
    let legs_min = season.legs_min.min(seen.facts.season_legs_max);
    let mut messages = Vec::new();
    if limits.strength_target > season.strength_max {
        messages.push(format!(
            "{} strength sessions; in {} {} at most are usual",
            limits.strength_target, season.name, season.strength_max
        ));
    }
    let mut raised = |key: &str, own: Option<u8>, what: &str, number: u8| {
        if own.is_some_and(|own| own > number) {
            messages.push(format!("`{key}` raises the season's {what} of {number}"));
        }
    };
    let no_target = strength.sessions.is_none();
    raised("strength.min", strength.min.filter(|_| no_target), "target", season.strength_target);
    raised("strength.legs_min", strength.legs_min.filter(|_| no_target), "target", season.strength_target);
    raised(
        "strength.legs_min",
        strength.legs_min.filter(|_| strength.legs_max.is_none()),
        "leg maximum",
        seen.facts.season_legs_max,
    );
    raised(
        "rest.min",
        profile.rest_min.filter(|_| profile.rest_target.is_none()),
        "target of rest days",
        season.rest_target,
    );
    let mut lowered = |key: &str, own: Option<u8>, what: &str, number: u8| {
        if own.is_some_and(|own| own < number) {
            messages.push(format!("`{key}` lowers the season's {what} of {number}"));
        }
    };
    lowered("strength.sessions", strength.sessions, "minimum of leg sessions", legs_min);
    lowered("strength.legs_max", strength.legs_max, "minimum of leg sessions", legs_min);
    lowered(
        "rest.target",
        profile.rest_target.filter(|_| profile.rest_min.is_none()),
        "minimum of rest days",
        season.rest_min,
    );
    messages
        .into_iter()
        .map(|message| Warning::new(RULE.id, message, "leave the number out to follow the season"))
        .collect()
}
