//! What the runner says about runs.

use crate::week::day::{Day, Days};
use crate::week::run_days::RunDays;
use crate::week::session::{Keep, Run};
use crate::word::Word as _;

/// The runs of a week: declared by their days, or so many a week on days that the search chooses.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Runs {
    /// Runs a week, 1 to 7, where the search chooses their days.
    pub per_week: Option<u8>,
    /// Run days; where the search chooses, the days on which a run is possible, none for any day.
    pub days: Days,
    /// The long-run day, or two for two long runs; where the search chooses, the days that the long run may take.
    pub long: Option<Days>,
    /// The speed runs.
    pub speed: Option<Speed>,
    /// Minutes by kind or day.
    pub minutes: Option<Minutes>,
    /// How many run days off-season and recovery let stand.
    pub keep: Option<Keep>,
    /// Minutes of an easy second run, 1 to 600, by the run day that has one, Monday first.
    pub second: [Option<u16>; 7],
}

/// The speed runs of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Speed {
    /// On these of the run days.
    Days(Days),
    /// So many, on days that the search chooses.
    Runs(u8),
}

impl Runs {
    /// The declared kind of a day's run; nothing where the search chooses the days.
    #[must_use]
    pub fn kind(&self, day: Day) -> Run {
        if self.per_week.is_some() || !self.days.contains(day) {
            Run::Off
        } else if self.long_days().contains(day) {
            Run::Long
        } else if self.speed_days().contains(day) {
            Run::Speed
        } else {
            Run::Easy
        }
    }

    /// Whose the run days are.
    #[must_use]
    pub const fn run_days(&self) -> RunDays {
        match (self.per_week, self.long) {
            (Some(_), None) => RunDays::Free,
            (Some(_), Some(_)) => RunDays::Chosen,
            (None, _) => RunDays::Named,
        }
    }

    /// The days of long runs, as they are named.
    #[must_use]
    pub fn long_days(&self) -> Days {
        self.long.unwrap_or_default()
    }

    /// The day of the second of two long runs: the day after the first one's, else the later in the week.
    #[must_use]
    pub fn second_long(&self) -> Option<Day> {
        let long = self.long_days();
        if self.per_week.is_some() || long.len() < 2 {
            return None;
        }
        let follows = |day: &Day| long.contains(day.shifted(-1));
        long.iter().find(follows).or_else(|| long.iter().next_back())
    }

    /// The day of the long run, of two that of the first one.
    #[must_use]
    pub fn first_long(&self) -> Option<Day> {
        self.long_days().iter().find(|day| Some(*day) != self.second_long())
    }

    /// The days of speed runs, as they are named.
    #[must_use]
    pub const fn speed_days(&self) -> Days {
        match self.speed {
            Some(Speed::Days(days)) => days,
            Some(Speed::Runs(_)) | None => Days::NONE,
        }
    }

    /// The days that have a second run, where they are run days.
    #[must_use]
    pub fn second_days(&self) -> Days {
        Day::ALL.iter().copied().filter(|day| self.second[day.index()].is_some()).collect()
    }

    /// How many runs a week has: as many as are asked for, or as there are run days.
    #[must_use]
    pub fn count(&self) -> usize {
        self.per_week.map_or(self.days.len(), usize::from)
    }
}

/// Run minutes, 1 to 600, by kind and by day; the day wins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minutes {
    /// Easy runs.
    pub easy: Option<u16>,
    /// Speed runs.
    pub speed: Option<u16>,
    /// The long run.
    pub long: Option<u16>,
    /// The second of two long runs.
    pub long2: Option<u16>,
    /// By day, Monday first.
    pub days: [Option<u16>; 7],
}

/// Percent of the first of two long runs that the second one is, where nobody says how long (practice).
const SECOND_LONG_PERCENT: u16 = 60;

impl Minutes {
    /// Minutes of the second of two long runs beside a first one of so many: the runner's own, else 60 % rounded half up to 5.
    #[must_use]
    pub fn second_long(&self, first: u16) -> u16 {
        self.long2.unwrap_or((first * SECOND_LONG_PERCENT + 250) / 500 * 5)
    }

    /// The runner's own minutes for a kind of run.
    #[must_use]
    pub const fn kind(&self, run: Run) -> Option<u16> {
        match run {
            Run::Easy => self.easy,
            Run::Speed => self.speed,
            Run::Long => self.long,
            _ => None,
        }
    }
}
