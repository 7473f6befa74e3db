//! The race of another week falls on a weekday that is usually blocked.

use super::{Check, Limit, Rule, Seen, Warning};
use crate::clock::Time;
use crate::day::Day;
use chrono::Datelike;

pub(super) const RULE: Rule = Rule {
    id: "race-on-blocked-day",
    summary: "the race of another week is on a weekday that is \"off\"",
    rationale: "in the race's own week this is an error; before that there is time to make room",
    source: "the calendar",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(warnings),
    breaks: &["- easy - - - - long race=+30 time.wed=off"],
    keeps: &["- easy - - - - long race=+30 time.thu=off"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let profile = seen.facts.profile;
    let Some(race) = profile.race.filter(|race| race.weeks_from(seen.facts.monday) > 0) else {
        return Vec::new();
    };
    let day = Day::of(race.date.weekday().num_days_from_monday() as usize);
    if profile.time[day.index()] != Some(Time::Off) {
        return Vec::new();
    }
    let message = format!("the race on {} is on a {}, which is \"off\"", race.date, day.name());
    vec![Warning::new(RULE.id, message, "give that day some time in the race's week")]
}
