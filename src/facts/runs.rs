//! Where the runs of a week come from: the runner's own days, someone else's plan, or a choice that the search makes.

use crate::week::day::{Day, Days};
use crate::week::session::Run;

/// Where the runs of a week come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Runs {
    /// The runner's own days, as season, race and health change them.
    #[default]
    Declared,
    /// Runs that stand as they are written, Monday first; nothing changes or moves them.
    Written([WrittenRun; 7]),
    /// Layouts that the search chooses from, each Monday first with the minutes of its runs: a week planned again, whose runs may
    /// take other days.
    Laid(Vec<[WrittenRun; 7]>),
    /// Run days that the search chooses.
    Chosen(RunChoice),
}

/// A run of someone else's plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenRun {
    /// Its kind; [`Run::Off`] for none.
    pub run: Run,
    /// Its minutes; 0 where they are not known.
    pub minutes: u16,
}

impl WrittenRun {
    /// No run.
    pub const OFF: Self = Self { run: Run::Off, minutes: 0 };
}

/// What the search chooses the runs of a week from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunChoice {
    /// Runs in the week, 1 to 7.
    pub per_week: u8,
    /// The days on which a run is possible.
    pub days: Days,
    /// The days that the long run may take; with none of them there is no long run.
    pub long: Days,
    /// How many of the other runs are speed runs.
    pub speed: u8,
}

impl RunChoice {
    /// Every way to lay the runs out: the declared kind of each day, Monday first.
    #[must_use]
    pub fn layouts(&self) -> Vec<[Run; 7]> {
        let mut layouts = Vec::new();
        for days in self.days.subsets(usize::from(self.per_week)) {
            let long_days: Vec<Option<Day>> = if self.long.is_empty() {
                vec![None]
            } else {
                days.iter().filter(|day| self.long.contains(*day)).map(Some).collect()
            };
            for long in long_days {
                let mut others = days;
                if let Some(day) = long {
                    others.remove(day);
                }
                for speed in others.subsets(usize::from(self.speed)) {
                    layouts.push(std::array::from_fn(|day| match Day::of(day) {
                        day if Some(day) == long => Run::Long,
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
