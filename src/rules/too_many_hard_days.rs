//! More hard days than usual.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::phase::Phase;
use crate::week::session::Run;

pub(super) const RULE: Rule = Rule {
    id: "too-many-hard-days",
    summary: "more hard days than the season's usual maximum for the runner's level",
    rationale: "hard days are followed by easy ones",
    source: "hard-easy (Bowerman, Daniels)",
    grade: Some(Grade::C),
    limit: Limit::Key("hard_days of the season"),
    check: Check::Warn(Subject::Week, warnings),
    breaks: &["- speed - speed - - long season=taper"],
    keeps: &["- speed - - - - long season=taper"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let limits = &seen.facts.limits;
    let hard = seen.week.iter().filter(|day| day.is_hard(limits.class)).count();
    let race = seen.facts.season.phase == Phase::RaceWeek && seen.week.iter().any(|day| day.run == Run::Race);
    let usual = usize::from(seen.facts.season.hard_days[limits.level as usize]) + usize::from(race);
    if hard <= usual || seen.facts.returns_from_race() {
        return Vec::new();
    }
    let s = if hard == 1 { "" } else { "s" };
    let message = format!("{hard} hard day{s}; in {} {usual} at most are usual", seen.facts.season.name);
    vec![Warning::new(RULE.id, message, "make one of the speed runs easy")]
}
