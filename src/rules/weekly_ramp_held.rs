//! A week of a plan never holds much more running than the weeks before.

use super::eased_after_break::follows_break;
use super::long_run_returns::after_break;
use super::rule::{Check, Grade, Limit, Rule};
use super::weekly_ramp::{WARNING, WEEKS, has_gap};
use crate::facts::changes::{Declared, Step};
use crate::week::day::Day;
use crate::week::phase::Phase;
use crate::week::session::Run;
use crate::word::Word;
use std::cmp::Reverse;

/// Percent of the fullest of the weeks before.
const PERCENT: u32 = 100 + WARNING;
/// Minutes that are taken at a time.
const STEP: u16 = 5;
/// Minutes that a run keeps.
const LEAST: u16 = 15;
/// Minutes that a run keeps after a break.
const LEAST_AFTER_BREAK: u16 = 5;

pub(super) const RULE: Rule = Rule {
    id: "weekly-ramp-held",
    summary: "where a week of a plan would come to over 130 % of the fullest of the four weeks before, 5 minutes at a time \
              are taken from the longest run that is not the long run, none under 15",
    rationale: "for novices, adding more than 30 % in two weeks may go with more of some complaints; which run gives is ours",
    source: "Nielsen 2014 for the 30 %; practice for the way",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("percent", PERCENT),
        ("weeks", WEEKS as u32),
        ("minutes at a time", STEP as u32),
        ("minutes that a run keeps", LEAST as u32),
    ]),
    check: Check::Change(&[(Step::Sum, apply)]),
    breaks: &["easy60 easy60 - easy60 - - long60 season=base plan.past=0,60,0,0,0,0,60"],
    keeps: &["easy30 - - easy60 - - long60 season=base plan.past=0,60,0,0,0,0,60"],
};

fn apply(declared: &mut Declared<'_>) {
    let Some(course) = declared.course else { return };
    let Some(fullest) = course.fullest(WEEKS.into()) else { return };
    let follows = follows_break(declared);
    // The off-season has no week before it but itself, unless there was a break.
    if fullest == 0
        || !follows && declared.season.phase == Phase::OffSeason
        || follows && has_gap(&course.past)
        || declared.runs.iter().any(|planned| planned.run == Run::Race)
    {
        return;
    }
    let mut minutes = declared.runs.map(|planned| planned.minutes);
    let gives = |minutes: &[u16; 7]| {
        let others = Day::ALL.iter().map(|day| day.index());
        let others =
            others.filter(|day| !matches!(declared.runs[*day].run, Run::Off | Run::Long | Run::ShakeOut));
        others.filter(|day| minutes[*day] >= LEAST + STEP).max_by_key(|day| (minutes[*day], *day))
    };
    // After a break all runs are short: any of them gives, a minute at a time.
    let gives_little = |minutes: &[u16; 7]| {
        let runs = Day::ALL.iter().map(|day| day.index());
        let runs = runs.filter(|day| matches!(declared.runs[*day].run, Run::Easy | Run::Long | Run::Speed));
        runs.filter(|day| follows && minutes[*day] > LEAST_AFTER_BREAK)
            .max_by_key(|day| (minutes[*day], *day))
    };
    while total(declared, &minutes) * 100 > fullest * PERCENT {
        let Some((day, step)) =
            gives(&minutes).map(|day| (day, STEP)).or_else(|| Some((gives_little(&minutes)?, 1)))
        else {
            break;
        };
        minutes[day] -= step;
    }
    declared.retime(
        RULE.id,
        |_, day, _| minutes[day.index()],
        "at most 130 % of the fullest of the last four weeks",
    );
    // A run that gave may be the one that a longer one is held against.
    after_break(declared);
}

/// Run minutes of the week, at most: where runs are set aside, with the longest that may stay.
fn total(declared: &Declared<'_>, minutes: &[u16; 7]) -> u32 {
    let of = |movable: bool| {
        let days = declared.runs.iter().zip(minutes);
        days.filter(move |(planned, _)| planned.run.is_run() && planned.movable == movable)
            .map(|(_, minutes)| u32::from(*minutes))
    };
    let mut movable: Vec<u32> = of(true).collect();
    movable.sort_unstable_by_key(|minutes| Reverse(*minutes));
    of(false).sum::<u32>() + movable.iter().take(declared.movable_kept()).sum::<u32>()
}
