//! More speed days than usual.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::day::{Day, Days};
use crate::week::session::Run;
use crate::word::Word;

pub(super) const RULE: Rule = Rule {
    id: "too-many-speed-days",
    summary: "more speed days than is usual in the season",
    rationale: "the article names one intense speed day",
    source: "article S15; practice",
    grade: Some(Grade::C),
    limit: Limit::Key("runs.speed_max of the season"),
    check: Check::Warn(Subject::Week, warnings),
    breaks: &["- speed - speed - - long season=base"],
    keeps: &["- speed - speed - - long season=race-prep"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let runs = seen.runs();
    let days: Days = Day::ALL.iter().copied().filter(|day| runs[day.index()] == Run::Speed).collect();
    let usual = seen.facts.season.speed_max;
    if days.len() <= usize::from(usual) {
        return Vec::new();
    }
    let s = if days.len() == 1 { "" } else { "s" };
    let message =
        format!("{} speed day{s}; in {} {usual} at most are usual", days.len(), seen.facts.season.name);
    vec![Warning::new(RULE.id, message, "make one of the speed runs easy").on(days)]
}
