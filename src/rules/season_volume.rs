//! Taper, race week and recovery shorten the runs.

use super::recovery_by_distance;
use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::Change;
use crate::facts::changes::{Declared, Step};
use crate::week::day::{Day, Days};
use crate::week::phase::Phase;
use crate::week::race::ByDistance;
use crate::week::session::Run;
use crate::word::Word;

/// Scaled minutes are rounded to this many, and are at least this many.
pub(super) const STEP: u32 = 5;

/// Percent of the run minutes in the race week, so that they never rise before the race.
const RACE_WEEK: ByDistance = [70, 70, 60, 50];

pub(super) const RULE: Rule = Rule {
    id: "season-volume",
    summary: "run minutes are scaled by the season's volume, rounded half up to 5, at least 5; race \
              and shake-out never",
    rationale: "about half the volume goes in the two weeks before a long race; rhythm and intensity stay",
    source: "Bosquet 2007 for the taper; Smyth 2021 for less each week; practice for the rest",
    grade: Some(Grade::C),
    limit: Limit::ByDistance(&[("percent in the race week", RACE_WEEK)]),
    check: Check::Change(&[(Step::Minutes, apply)]),
    breaks: &["- easy50 - - - - - season=taper"],
    keeps: &["- easy50 - - - - - season=base"],
};

fn apply(declared: &mut Declared<'_>) {
    let volume = volume(declared);
    if volume == 100 {
        return;
    }
    let mut days = Days::NONE;
    for (day, planned) in Day::ALL.iter().zip(&mut declared.runs) {
        if matches!(planned.run, Run::Easy | Run::Long | Run::Speed) {
            planned.minutes = scaled(planned.minutes, volume);
            days.insert(*day);
        }
    }
    for second in declared.second.iter_mut().filter(|second| **second > 0) {
        *second = scaled(*second, volume);
    }
    if !days.is_empty() {
        let message = format!("{volume} % of your run minutes ({})", declared.season.phase.id());
        declared.changes.push(Change { rule: RULE.id, days, message, of_search: false, first: false });
    }
}

/// Percent of the declared minutes in this week.
fn volume(declared: &Declared<'_>) -> u16 {
    let season = declared.season;
    if let Some(percent) = recovery_by_distance::number(declared, &recovery_by_distance::PERCENT) {
        return percent.into();
    }
    let marathon = declared
        .profile
        .race
        .filter(|race| race.distance.is_some_and(crate::week::race::Distance::is_marathon));
    match (season.volume_before_marathon, marathon.map(|race| race.weeks_from(declared.monday))) {
        (Some([week_before, _]), Some(1)) => week_before,
        (Some([_, earlier]), Some(2..)) => earlier,
        _ if season.phase == Phase::RaceWeek => {
            season.volume.min(declared.race.map_or(100, |race| race.effective().of(RACE_WEEK).into()))
        }
        _ => season.volume,
    }
}

pub(super) fn scaled(minutes: u16, percent: u16) -> u16 {
    let steps = (u32::from(minutes) * u32::from(percent) + 50 * STEP) / (100 * STEP);
    u16::try_from(STEP * steps.max(1)).unwrap_or(u16::MAX)
}
