//! The course of a plan: where a week stands in it, and what the weeks before it came to.

use crate::profile::{Cutback, Profile};
use crate::week::phase::Phase;
use crate::week::race::Race;
use crate::week::session::{Class, Run};
use chrono::{Duration, NaiveDate};

/// Weeks before the race's from which on no exercise is new (practice).
const NOTHING_NEW_WEEKS: i64 = 2;
/// Weeks at the beginning of a plan that are never easier.
const FIRST_WEEKS: i64 = 2;

/// What the weeks before a week of a plan came to, for the changes that carry on from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Run minutes of the weeks before, Monday first, the oldest week first; races are in.
    pub past: Vec<[u16; 7]>,
    /// Minutes of easy, speed and long runs in the last load week, where they are no longer the runner's own.
    pub minutes: [Option<u16>; 3],
    /// Whether a load week of the plan came before.
    pub has_loaded: bool,
    /// Run days that the week before was allowed; 7 is all.
    pub allowed: u8,
    /// How heavy strength was in the week before.
    pub class: Option<Class>,
    /// The block that the week before belonged to, from 1, and its step, from 1; 0 before the first.
    pub block: [u16; 2],
    /// The block whose exercises stood in the week before; 0 before the first.
    pub exercises: u16,
    /// The season of the week before.
    pub phase: Option<Phase>,
    /// Whether the week before was an easier one, with which a block ends.
    pub ended: bool,
    /// Whether this week is easier.
    pub cutback: bool,
}

impl Course {
    /// The beginning of a plan: nothing before it.
    pub const START: Self = Self {
        past: Vec::new(),
        minutes: [None; 3],
        has_loaded: false,
        allowed: 7,
        class: None,
        block: [0; 2],
        exercises: 0,
        phase: None,
        ended: false,
        cutback: false,
    };

    /// The block and the step of this week, both from 1; a block ends with an easier week, and a season begins one. The taper
    /// keeps step 1; race week and recovery have step 0.
    #[must_use]
    pub fn block(&self, phase: Phase) -> [u16; 2] {
        let [block, step] = self.block;
        match phase {
            Phase::RaceWeek | Phase::Recovery => [block, 0],
            _ if self.phase != Some(phase) || self.ended => [block + 1, 1],
            Phase::Taper => [block, 1],
            _ => [block, step + 1],
        }
    }

    /// The block whose exercises stand this week.
    #[must_use]
    pub fn exercises(&self, phase: Phase, weeks_to_race: Option<i64>) -> u16 {
        let near = weeks_to_race.is_some_and(|weeks| (0..=NOTHING_NEW_WEEKS).contains(&weeks));
        if near && self.exercises > 0 { self.exercises } else { self.block(phase)[0] }
    }

    /// The longest run of so many days before a day of this week, by its place in it; `None` where not all of them are known.
    #[must_use]
    pub fn longest(&self, days: usize, day: usize) -> Option<u16> {
        let minutes = self.past.as_flattened();
        let from = minutes.len().checked_sub(days.saturating_sub(day))?;
        minutes[from..].iter().copied().max()
    }

    /// Run minutes of the fullest of so many weeks before this one.
    #[must_use]
    pub fn fullest(&self, weeks: usize) -> Option<u32> {
        let total = |week: &[u16; 7]| week.iter().copied().map(u32::from).sum();
        self.past.iter().rev().take(weeks).map(total).max()
    }
}

/// Where a week stands in its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Its block, from 1.
    pub block: u16,
    /// Its step in the block, from 1; 0 in race week and recovery.
    pub step: u16,
    /// Whether it is an easier week.
    pub cutback: bool,
    /// Weeks to the race's week; negative after it.
    pub weeks_to_race: Option<i64>,
    /// The block whose exercises stand: none are new in race week and the two weeks before it.
    pub exercises: u16,
    /// Whether these are the exercises of the week before.
    pub goes_on: bool,
}

/// The place of a kind of run in [`Course::minutes`]; `None` for what is no kind of its own.
#[must_use]
pub const fn of_kind(run: Run) -> Option<usize> {
    match run {
        Run::Easy => Some(0),
        Run::Speed => Some(1),
        Run::Long => Some(2),
        _ => None,
    }
}

/// Monday of the first week before a race that is reduced: the taper's first, else the race week's.
#[must_use]
pub fn first_reduced(race: Race) -> NaiveDate {
    let week = Duration::weeks(1);
    let mut monday = race.monday();
    while let Some(before) = monday.checked_sub_signed(week) {
        if !matches!(Phase::from_race(race, before), Phase::Taper | Phase::RaceWeek) {
            break;
        }
        monday = before;
    }
    monday
}

/// Whether a week is an easier one by the calendar: counted back from the race's first reduced week, without a race from the
/// start of the plan; never in its first two weeks, in taper, race week and recovery, or in an off-season of two runs.
#[must_use]
pub fn is_cutback(
    profile: &Profile,
    phase: Phase,
    run_days: usize,
    first: Option<NaiveDate>,
    monday: NaiveDate,
) -> bool {
    let Cutback::Every(every) = profile.plan.cutback.unwrap_or_default() else { return false };
    let loads = match phase {
        Phase::Base | Phase::RacePrep => true,
        Phase::OffSeason => run_days > 2,
        Phase::Taper | Phase::RaceWeek | Phase::Recovery => false,
    };
    let number = first.map(|first| (monday - first).num_weeks());
    if !profile.plan.is_said() || !loads || number.is_some_and(|number| number < FIRST_WEEKS) {
        return false;
    }
    let left = match (profile.race, number) {
        (Some(race), _) => (first_reduced(race) - monday).num_weeks(),
        (None, Some(number)) => number + 1,
        (None, None) => return false,
    };
    left > 0 && left % i64::from(every) == 0
}
