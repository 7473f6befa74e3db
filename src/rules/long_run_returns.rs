//! No run of a plan is much longer than those of the last month.

use super::rule::{Check, Grade, Limit, Rule};
use super::run_minutes_grow::{PERCENT, STEP, STEP_FROM, above};
use crate::facts::changes::{Declared, Step};
use crate::facts::growth::DAYS;
use crate::week::phase::Phase;
use crate::week::session::Run;

pub(super) const RULE: Rule = Rule {
    id: "long-run-returns",
    summary: "in a plan whose last 30 days are known no run is longer than 110 % of the longest of those days, races \
              included; rounded down to 5 minutes from 50 on",
    rationale: "in a cohort of 5205 runners, one run more than 10 % longer than any of the 30 days before went with more \
                overuse complaints",
    source: "Frandsen 2025",
    grade: Some(Grade::B),
    limit: Limit::Numbers(&[
        ("percent", PERCENT),
        ("days", DAYS as u32),
        ("minutes, rounded down to these", STEP as u32),
        ("from so many on", STEP_FROM as u32),
    ]),
    check: Check::Change(&[(Step::Minutes, apply)]),
    breaks: &["- - - - - - long90 season=base plan.past=0,0,0,0,0,0,60"],
    keeps: &["- - - - - - long90 season=base plan.past=0,0,0,0,0,0,90"],
};

fn apply(declared: &mut Declared<'_>) {
    // The off-season has no week before it but itself: what it sets aside now it set aside before.
    let Some(course) = declared.course.filter(|_| declared.season.phase != Phase::OffSeason) else { return };
    let most = |day: usize| course.longest(DAYS.into(), day).filter(|longest| *longest > 0).map(above);
    declared.retime(
        RULE.id,
        |_, day, planned| match planned.run {
            Run::Easy | Run::Long | Run::Speed => {
                most(day.index()).map_or(planned.minutes, |most| most.min(planned.minutes))
            }
            _ => planned.minutes,
        },
        "at most 110 % of the longest run of the last 30 days",
    );
}
