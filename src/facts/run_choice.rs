//! What the search chooses the run days of a week from, where the runner names none.

use crate::profile::{Runs, Speed};
use crate::week::day::{Day, Days};
use crate::week::session::Run;

/// Runs a week from which on one of them is a long run, where the runner says nothing about it (practice).
const LONG_FROM: usize = 2;

/// What the search chooses the runs of a week from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RunChoice {
    /// Runs in the week.
    pub count: usize,
    /// The days on which a run is possible.
    days: Days,
    /// Days that have a run whatever is chosen: those of races.
    races: Days,
    /// The days that the long run may take; with none of them there is no long run.
    long: Days,
    /// Days that are speed days if they are run days at all.
    speed_days: Days,
    /// How many of the other runs are speed runs.
    speed: usize,
}

impl RunChoice {
    /// What a runner leaves to the search in a week with these days `open`, so many days `off` and these days of races and of C races; `None`
    /// where the runner names the days.
    ///
    /// A race is one of the runs, and takes the place of the long run; a C race that of a speed run. In a week with days off so many runs fewer are asked for as
    /// its other days are fewer, so that what was lost is not crammed into them.
    #[must_use]
    pub fn of(runs: &Runs, open: Days, off: usize, [rested, fast]: [Days; 2]) -> Option<Self> {
        let races = rested.and(fast);
        let possible = if runs.days.is_empty() { Days::ALL } else { runs.days };
        let days = possible.among(open).and(races);
        // Half up.
        let asked = (usize::from(runs.per_week?) * (Days::ALL.len() - off) * 2 + 7) / 14;
        let count = asked.max(races.len()).min(days.len());
        let speed_days = runs.speed_days().among(days).without(races);
        let long = match runs.long {
            Some(long) if long.is_empty() => Days::NONE,
            None if count < LONG_FROM => Days::NONE,
            _ if !rested.is_empty() => rested,
            Some(long) => long.among(days).without(fast),
            None => days.without(speed_days).without(fast),
        };
        let others = count - usize::from(count > 0 && !long.is_empty());
        let (speed_days, speed) = match runs.speed {
            // Of named days no more can be run than runs are left.
            Some(Speed::Days(_)) => (speed_days.iter().take(others).collect(), 0),
            Some(Speed::Runs(speed)) => {
                let speed = others.min(speed.into());
                let fast: Days = fast.iter().take(speed).collect();
                (fast, speed - fast.len())
            }
            None => (Days::NONE, 0),
        };
        Some(Self { count, days, races, long, speed_days, speed })
    }

    /// Every way to lay the runs out: the declared kind of each day, Monday first.
    #[must_use]
    pub fn layouts(&self) -> Vec<[Run; 7]> {
        let mut layouts = Vec::new();
        let always = self.races.and(self.speed_days);
        for days in self.days.subsets(self.count).filter(|days| always.without(*days).is_empty()) {
            let of_long = days.among(self.long).without(self.speed_days);
            let long_days: Vec<Days> = if self.long.is_empty() {
                vec![Days::NONE]
            } else {
                of_long.iter().map(|day| std::iter::once(day).collect()).collect()
            };
            for long in long_days {
                for more in days.without(long).without(self.speed_days).subsets(self.speed) {
                    let speed = self.speed_days.and(more);
                    layouts.push(std::array::from_fn(|day| match Day::of(day) {
                        day if long.contains(day) => Run::Long,
                        day if speed.contains(day) => Run::Speed,
                        day if days.contains(day) => Run::Easy,
                        _ => Run::Off,
                    }));
                }
            }
        }
        layouts
    }
}
