//! The ladder of strength: which week of its block a week is, and which block's exercises stand in it.

use crate::facts::Facts;
use crate::facts::course::first_reduced;
use crate::profile::{Cutback, Profile};
use crate::week::dates::monday_of;
use crate::week::phase::Phase;
use crate::week::session::Experience;
use chrono::NaiveDate;

/// The Monday from which weeks are counted where neither a race nor a plan says.
const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date");
/// Blocks before the first one that is counted back from a race.
const BLOCKS_BEFORE: i64 = 1000;
/// Weeks before the race's first reduced one that share their exercises: none is new so late (practice).
const NOTHING_NEW_WEEKS: i64 = 3;
/// Weeks of a block from which on the last one is easy.
const EASY_FROM_WEEKS: u8 = 3;
/// Weeks at the beginning of a plan in which a novice gets used to strength (practice).
pub const RAMP_IN_WEEKS: u8 = 2;
/// Days of a break from which on anyone gets used to strength again (practice).
pub const RAMP_IN_BREAK_DAYS: u8 = 28;

/// A week on the ladder of strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ladder {
    /// The block whose exercises stand; they are others in the next one.
    pub block: u16,
    /// The week of its block, from 1; 0 where there is no ladder: in taper, race week and recovery.
    pub week: u8,
    /// Weeks of the block.
    pub weeks: u8,
    /// Whether strength is easier this week.
    pub easy: bool,
    /// The week of getting used to strength, from 1; 0 where that is over.
    pub ramp_in: u8,
}

impl Ladder {
    /// No ladder.
    pub const NONE: Self = Self { block: 0, week: 0, weeks: 0, easy: false, ramp_in: 0 };

    /// Whether the week takes sets or repetitions away from what its block was composed with.
    #[must_use]
    pub const fn is_eased(self) -> bool {
        self.week > 0 && (self.week < 3 || self.easy || self.ramp_in > 0)
    }
}

/// Whole weeks since the epoch; 0 before it.
#[must_use]
pub fn weeks_since_epoch(monday: NaiveDate) -> u32 {
    u32::try_from((monday - EPOCH).num_weeks()).unwrap_or(0)
}

/// The week in which a runner gets used to strength, from 1; 0 where that is over: a novice at the beginning of a plan, anyone
/// after a long break.
#[must_use]
pub fn ramp_in(profile: &Profile, monday: NaiveDate, phase: Phase, level: Experience) -> u8 {
    let begins = matches!(phase, Phase::OffSeason | Phase::Base | Phase::RacePrep);
    let start = profile.plan.start.filter(|_| level == Experience::Novice);
    let breaks = profile.breaks().into_iter().filter(|of| of.days() >= RAMP_IN_BREAK_DAYS.into());
    let first_days = breaks.filter_map(|of| of.to.succ_opt()).chain(start);
    let weeks = first_days.filter_map(|day| Some((monday - monday_of(day)?).num_weeks() + 1));
    let weeks = weeks.filter_map(|week| u8::try_from(week).ok());
    weeks.filter(|week| begins && (1..=RAMP_IN_WEEKS).contains(week)).min().unwrap_or(0)
}

impl Facts<'_> {
    /// Where the week stands on the ladder of strength: by the plan, else back from the race's first reduced week, else by the
    /// calendar.
    #[must_use]
    pub fn ladder(&self) -> Ladder {
        let climbs = matches!(self.season.phase, Phase::OffSeason | Phase::Base | Phase::RacePrep);
        let weeks = self.season.rotation_weeks.max(1);
        let ladder = if let Some(position) = self.position() {
            // The ladder stays at its first week while a novice gets used to strength, and goes on from there.
            let ramps_in = position.block == 1
                && self.profile.plan.start.is_some()
                && self.limits.level == Experience::Novice;
            let stays = if ramps_in { RAMP_IN_WEEKS - 1 } else { 0 };
            let step = u8::try_from(position.step).unwrap_or(u8::MAX).saturating_sub(stays).max(1);
            match self.profile.plan.cutback.unwrap_or_default() {
                Cutback::Every(every) if !(self.season.phase == Phase::OffSeason && self.run_days() <= 2) => {
                    Ladder {
                        block: position.exercises,
                        week: step,
                        weeks: every,
                        easy: position.cutback,
                        ramp_in: 0,
                    }
                }
                _ => {
                    let block = position.exercises * 16 + u16::from((step - 1) / weeks);
                    of_block(block, (step - 1) % weeks + 1, weeks)
                }
            }
        } else if let Some(race) = self.race {
            let left = (first_reduced(race) - self.monday).num_weeks();
            let block = |left: i64| BLOCKS_BEFORE - left.max(NOTHING_NEW_WEEKS) / i64::from(weeks);
            let week = i64::from(weeks) - left.rem_euclid(weeks.into());
            of_block(u16::try_from(block(left)).unwrap_or(0), u8::try_from(week).unwrap_or(1), weeks)
        } else {
            let since = weeks_since_epoch(self.monday);
            let week = u8::try_from(since % u32::from(weeks)).unwrap_or(0) + 1;
            of_block(u16::try_from(since / u32::from(weeks)).unwrap_or(u16::MAX), week, weeks)
        };
        let ramp_in = ramp_in(self.profile, self.monday, self.season.phase, self.limits.level);
        if climbs { Ladder { ramp_in, ..ladder } } else { Ladder { week: 0, easy: false, ramp_in, ..ladder } }
    }

    /// Run days that the week has at most.
    fn run_days(&self) -> usize {
        self.runs.iter().filter(|planned| planned.run.is_run()).count()
    }
}

/// A week of a block that ends with an easy one, where it is long enough for that.
const fn of_block(block: u16, week: u8, weeks: u8) -> Ladder {
    Ladder { block, week, weeks, easy: week == weeks && weeks >= EASY_FROM_WEEKS, ramp_in: 0 }
}
