//! A week of which so much is lost that a break begins.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::day::Days;

/// Days of the week that are lost or missed (practice).
const DAYS: u8 = 4;

pub(super) const RULE: Rule = Rule {
    id: "break-begins",
    summary: "of the seven days of a week that is planned again four or more are lost, missed ones among them",
    rationale: "who loses most of a week may lose the next one too; a break of a week and more is come back from in steps",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("days", DAYS as u32)]),
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- - - - - - long was=-,easy,speed,easy,easy,-,long over=mon,tue missed=tue lost=wed,thu,fri"],
    keeps: &["- easy - - - - long was=-,easy,speed,easy,easy,-,long over=mon,tue lost=wed,thu,fri"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let Some(earlier) = &seen.facts.earlier else { return Vec::new() };
    let lost: Days = earlier.lost.iter().chain(earlier.missed.iter()).collect();
    // Who has them all in the profile knows.
    if lost.len() < DAYS.into() || lost.iter().all(|day| seen.facts.days_off.contains(day)) {
        return Vec::new();
    }
    let message = format!("{} of 7 days are lost, and a break may begin", lost.len());
    let hint = "keep it in mind with `[[off]]` in your profile, for which `--print-off` prints the lines; after a week off and more \
                you come back in steps";
    vec![Warning::new(RULE.id, message, hint).on(lost).note()]
}
