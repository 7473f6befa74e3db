//! Run minutes rise within the taper.

use super::eased_after_break::is_eased;
use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::day::Day;
use crate::week::phase::Phase;
use crate::word::Word;

pub(super) const RULE: Rule = Rule {
    id: "taper-not-strict",
    summary: "run minutes before the race rise from one week to the next within taper and race week; only where both are known",
    rationale: "of 158,000 marathon runners those whose taper had less each week finished faster; it was no trial",
    source: "Smyth 2021",
    grade: Some(Grade::B),
    limit: Limit::None,
    check: Check::Warn(Subject::Week, warnings),
    breaks: &["- easy60 - easy60 - - - season=none race=+13 race.distance=marathon past=20,20"],
    keeps: &["- easy40 - easy30 - - - season=none race=+13 race.distance=marathon past=40,40"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let Some(race) = seen.facts.race else { return Vec::new() };
    let reduced = |monday| matches!(Phase::from_race(race, monday), Phase::Taper | Phase::RaceWeek);
    let monday = seen.facts.monday;
    let Some(before) = seen.known.past.last().filter(|_| seen.known.timed) else { return Vec::new() };
    let is_off = |monday| {
        let profile = seen.facts.profile;
        is_eased(profile, monday) || !profile.days_off(monday).is_empty()
    };
    // After days off nothing can be said of it.
    if is_off(monday) || is_off(monday - chrono::Duration::weeks(1)) {
        return Vec::new();
    }
    if !reduced(monday) || !reduced(monday - chrono::Duration::weeks(1)) {
        return Vec::new();
    }
    let ahead = |day: &&Day| seen.facts.race_in(**day).is_some_and(|days| days > 0);
    let of = |day: &Day| {
        if seen.week[day.index()].run.is_run() { seen.facts.runs[day.index()].minutes } else { 0 }
    };
    let now: u32 = Day::ALL.iter().filter(ahead).map(|day| u32::from(of(day))).sum();
    let before: u32 = before.iter().copied().map(u32::from).sum();
    if now <= before || before == 0 {
        return Vec::new();
    }
    let message = format!("{now} minutes before the race this week, {before} the week before");
    vec![Warning::new(RULE.id, message, "let each week up to the race have less than the one before")]
}
