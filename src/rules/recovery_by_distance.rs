//! The weeks after a race give back runs, minutes and rest by its distance.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::profile::Keep;
use crate::week::phase::Phase;
use crate::week::race::ByDistance;

/// All run days.
const ALL: u8 = 7;
/// Percent of the last load week's run minutes, week by week after the race.
pub(super) const PERCENT: [ByDistance; 4] =
    [[80, 70, 50, 50], [100, 100, 80, 50], [100, 100, 100, 65], [100, 100, 100, 80]];
/// Run days that stay, week by week.
const KEPT: [ByDistance; 4] = [[ALL, ALL, 3, 3], [ALL, ALL, ALL, 3], [ALL, ALL, ALL, 4], [ALL; 4]];
/// Full rest days at least, week by week.
const REST_MIN: [ByDistance; 4] = [[1, 1, 2, 3], [1, 1, 1, 3], [1, 1, 1, 2], [1; 4]];
/// Full rest days aimed for, week by week.
const REST_TARGET: [ByDistance; 4] = [[2, 2, 3, 3], [2, 2, 2, 3], [2, 2, 2, 3], [2; 4]];

pub(super) const RULE: Rule = Rule {
    id: "recovery-by-distance",
    summary: "in the weeks after a race run days, run minutes and rest days go by its distance and the week, and come back \
              step by step",
    rationale: "a longer race takes longer to get over; running comes back the way it was taken out",
    source: "practice (a reverse taper in coaching books)",
    grade: Some(Grade::C),
    limit: Limit::ByDistance(&[
        ("percent of the run minutes in the first week", PERCENT[0]),
        ("run days kept in the first week", KEPT[0]),
        ("full rest days in the first week", REST_MIN[0]),
    ]),
    check: Check::Change(&[(Step::Strength, rest), (Step::Keep, keep)]),
    breaks: &["easy - easy easy easy - long season=none race=-1 race.distance=half"],
    keeps: &["easy - easy easy easy - long season=none race=-1 race.distance=10k"],
};

/// The row of the tables for a week after the race that the season follows from.
pub(super) fn number(declared: &Declared<'_>, table: &[ByDistance; 4]) -> Option<u8> {
    let race =
        declared.race.filter(|_| declared.follows_race() && declared.season.phase == Phase::Recovery)?;
    let week = usize::try_from(-race.weeks_from(declared.monday)).ok()?.checked_sub(1)?;
    Some(race.effective().of(*table.get(week)?))
}

fn rest(declared: &mut Declared<'_>) {
    if let (Some(min), Some(target)) = (number(declared, &REST_MIN), number(declared, &REST_TARGET)) {
        declared.rest = [min, target];
    }
}

fn keep(declared: &mut Declared<'_>) {
    let Some(kept) = number(declared, &KEPT) else { return };
    let keep = if kept == ALL { Keep::All } else { Keep::Days(kept) };
    super::runs_set_aside::keep(declared, declared.profile.runs.keep.unwrap_or(keep), RULE.id, "recovery");
}
