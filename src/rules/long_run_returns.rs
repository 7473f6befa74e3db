//! No run of a plan is much longer than those of the last month.

use super::eased_after_break::follows_break;
use super::rule::{Check, Grade, Limit, Rule};
use super::run_minutes_grow::{PERCENT, STEP, STEP_FROM, above};
use crate::facts::changes::{Declared, Step};
use crate::facts::growth::DAYS;
use crate::week::phase::Phase;
use crate::week::session::Run;

/// What is said of a run that it holds.
const MESSAGE: &str = "at most 110 % of the longest run of the last 30 days";

pub(super) const RULE: Rule = Rule {
    id: "long-run-returns",
    summary: "in a plan whose last 30 days are known no run is longer than 110 % of the longest of those days, races \
              included; rounded down to 5 minutes from 50 on; after days off the runs of the week count too",
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
    check: Check::Change(&[(Step::Minutes, apply), (Step::Sum, after_break)]),
    breaks: &[
        "- - - - - - long90 season=base plan.past=0,0,0,0,0,0,60",
        "- easy40 - - - - long90 season=base plan.past=0 off=2026-10-01..2026-11-22",
    ],
    keeps: &["- - - - - - long90 season=base plan.past=0,0,0,0,0,0,90"],
};

fn apply(declared: &mut Declared<'_>) {
    // The off-season has no week before it but itself: what it sets aside now it set aside before.
    let Some(course) = declared.course.filter(|_| declared.season.phase != Phase::OffSeason) else { return };
    if follows_break(declared) {
        return; // once all is known that stays: `after_break`
    }
    let most = |day: usize| course.longest(DAYS.into(), day).filter(|longest| *longest > 0).map(above);
    declared.retime(
        RULE.id,
        |_, day, planned| match planned.run {
            Run::Easy | Run::Long | Run::Speed => {
                most(day.index()).map_or(planned.minutes, |most| most.min(planned.minutes))
            }
            _ => planned.minutes,
        },
        MESSAGE,
    );
}

/// After a break there may be no run in the days before: what holds runs down are those of the week too, one after the other.
pub(super) fn after_break(declared: &mut Declared<'_>) {
    let Some(course) = declared.course.filter(|_| follows_break(declared)) else { return };
    let mut minutes = declared.runs.map(|planned| planned.minutes);
    // The longest run that stays, and the shortest of those that may be set aside: one of them may be the only one.
    let (mut longest, mut shortest) = (0, None::<u16>);
    for (day, planned) in declared.runs.iter().enumerate() {
        if !matches!(planned.run, Run::Easy | Run::Long | Run::Speed | Run::ShakeOut) {
            continue;
        }
        let Some(before) = course.longest(DAYS.into(), day) else { return };
        let before = match before.max(longest) {
            0 => shortest.unwrap_or(0),
            before => before,
        };
        if before > 0 && planned.run != Run::ShakeOut {
            minutes[day] = minutes[day].min(above(before));
        }
        if planned.movable {
            shortest = Some(shortest.map_or(minutes[day], |least| least.min(minutes[day])));
        } else {
            longest = longest.max(minutes[day]);
        }
    }
    declared.retime(RULE.id, |_, day, _| minutes[day.index()], MESSAGE);
}
