//! The part of a profile that decides: two profiles that agree in it need to be planned only once.

use crate::profile::keys::KEYS;
use crate::profile::runs::Minutes;
use crate::profile::value::{Equipment, Profile, VOLUME};
use crate::week::hours::Time;
use crate::week::session::{Experience, HEAVY_FROM_MINUTES, LONG_FROM_MINUTES, VERY_LONG_FROM_MINUTES};

impl Profile {
    /// The keys that decide, as they are: two profiles that agree in them have the same weeks around each of their weeks.
    #[must_use]
    pub fn planning(&self) -> Self {
        let mut left = self.clone();
        KEYS.iter().filter(|key| !key.decides).for_each(|key| key.clear(&mut left));
        // Of the equipment only whether strength can be heavy.
        left.strength.equipment = self.has_heavy().then(|| vec![Equipment::Barbell]);
        left
    }

    /// The part of it that decides where sessions stand: the keys that decide, without a difference between levels that
    /// place alike (the advanced do more than others, on the same days), and, where any time is fine, without minutes. Two
    /// profiles that agree in it get the same days for the same reasons.
    #[must_use]
    pub fn deciding(&self) -> Self {
        let mut left = self.planning();
        left.level = left.level.filter(|level| *level == Experience::Novice);
        let any_time =
            left.shifts.is_none() && left.time.iter().all(|time| matches!(time, None | Some(Time::Any)));
        // Minutes that grow may come to be long in some week.
        if left.plan.peak.is_none() && any_time {
            left.runs.minutes = left.runs.minutes.filter(may_be_long);
            left.strength.minutes = left.strength.minutes.filter(|minutes| *minutes < HEAVY_FROM_MINUTES);
            left.cross_minutes = None;
        }
        left
    }
}

/// Whether an easy run may be long by its minutes, and so a key run, or a long run very long, whatever a season's volume makes of them.
fn may_be_long(minutes: &Minutes) -> bool {
    let long = |minutes: u16| i64::from(minutes) * VOLUME.end() >= i64::from(LONG_FROM_MINUTES) * 100;
    let very_long =
        |minutes: u16| i64::from(minutes) * VOLUME.end() >= i64::from(VERY_LONG_FROM_MINUTES) * 100;
    minutes.days.into_iter().chain([minutes.easy]).flatten().any(long) || minutes.long.is_some_and(very_long)
}
