//! The week of a B race is an easier one.

use super::cutback_week::ease;
use super::rule::{Check, Grade, Limit, Rule};
use super::season_volume::STEP;
use crate::facts::changes::{Declared, Step};

/// Percent of the run minutes that stay.
const PERCENT: u16 = 80;

pub(super) const RULE: Rule = Rule {
    id: "tune-up-week",
    summary: "the week of a B race has 80 % of the run minutes in off-season, base and race prep, rounded half up to 5, at least \
              5; if an easier week of the plan is within a week of it, it is that one",
    rationale: "a race that matters is run rested, and is not the race that the season leads to",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("percent", PERCENT as u32),
        ("minutes, rounded to these and at least these", STEP),
    ]),
    check: Check::Change(&[(Step::Minutes, apply)]),
    breaks: &["- easy40 - - - - - season=base races=b@+6"],
    keeps: &["- easy40 - - - - - season=base races=c@+6", "- easy40 - - - - - season=base races=b@+7"],
};

fn apply(declared: &mut Declared<'_>) {
    if declared.profile.rests_for_race(declared.season.phase, declared.monday)
        && declared.course.is_none_or(|course| !course.cutback)
    {
        let message = format!("{PERCENT} % of your run minutes (a B race this week)");
        ease(declared, RULE.id, PERCENT, message);
    }
}
