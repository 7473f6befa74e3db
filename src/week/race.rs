//! The race: a date that never repeats, and the distance that decides how long it holds the legs.

use crate::week::dates::{day_and_month, day_of, monday_of};
use crate::word::words;
use chrono::NaiveDate;

words! {
    /// A race distance.
    Distance("distance") {
        /// 5 kilometres.
        FiveK = "5k",
        /// 10 kilometres.
        TenK = "10k",
        /// Half marathon.
        Half = "half",
        /// Marathon.
        Marathon = "marathon",
        /// Anything longer.
        Ultra = "ultra",
    }
}

words! {
    /// How much a race matters to the runner.
    #[derive(Default)]
    Priority("priority") {
        /// The race that the season leads to.
        #[default]
        A = "a",
        /// One that is rested for, and recovered from.
        B = "b",
        /// One that is run out of training.
        C = "c",
    }
}

impl Priority {
    /// What such a race is in a sentence.
    #[must_use]
    pub const fn told(self) -> &'static str {
        match self {
            Self::A => "the race",
            Self::B => "a B race",
            Self::C => "a C race",
        }
    }
}

/// A number for each of 5k, 10k, half, and marathon or ultra, in this order.
pub type ByDistance = [u8; 4];

impl Distance {
    /// The entry of a table by distance.
    #[must_use]
    pub const fn of(self, table: ByDistance) -> u8 {
        table[match self {
            Self::FiveK => 0,
            Self::TenK => 1,
            Self::Half => 2,
            Self::Marathon | Self::Ultra => 3,
        }]
    }

    /// Marathon or ultra: the long taper and the long recovery.
    #[must_use]
    pub const fn is_marathon(self) -> bool {
        matches!(self, Self::Marathon | Self::Ultra)
    }

    /// Minutes that a race of this distance counts with (placeholders).
    #[must_use]
    pub const fn minutes(self) -> u16 {
        match self {
            Self::FiveK => 30,
            Self::TenK => 60,
            Self::Half => 120,
            Self::Marathon => 250,
            Self::Ultra => 480,
        }
    }
}

/// Minutes that a race of unknown distance counts with (a placeholder).
pub const UNKNOWN_RACE_MINUTES: u16 = 100;

/// A race of the runner's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Race {
    /// The day of the race.
    pub date: NaiveDate,
    /// Its distance, if known.
    pub distance: Option<Distance>,
    /// How much it matters.
    pub priority: Priority,
}

impl Race {
    /// A race that a season leads to.
    #[must_use]
    pub const fn new(date: NaiveDate, distance: Option<Distance>) -> Self {
        Self { date, distance, priority: Priority::A }
    }

    /// Whether the days after it are its own: a C race is that week's speed run, unless it is a half marathon or longer, which
    /// takes as long to get over whatever it is called.
    #[must_use]
    pub fn is_recovered_from(self) -> bool {
        self.priority != Priority::C || self.effective() >= Distance::Half
    }

    /// The distance whose rules hold: the 10k's where none is known.
    #[must_use]
    pub fn effective(self) -> Distance {
        self.distance.unwrap_or(Distance::TenK)
    }

    /// Planned minutes of the race.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.distance.map_or(UNKNOWN_RACE_MINUTES, Distance::minutes)
    }

    /// What it is called in a sentence: `half marathon`, `race`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self.distance {
            Some(Distance::FiveK) => "5 km race",
            Some(Distance::TenK) => "10 km race",
            Some(Distance::Half) => "half marathon",
            Some(Distance::Marathon) => "marathon",
            Some(Distance::Ultra) => "ultra",
            None => "race",
        }
    }

    /// That it is over, as a runner of the week from `monday` says it: `your marathon was on Sunday`, or with the date where that
    /// is more than a week ago.
    #[must_use]
    pub fn was(self, monday: NaiveDate) -> String {
        let when = match self.days_from(monday) {
            -7..=6 => day_of(self.date).name().to_owned(),
            _ => day_and_month(self.date),
        };
        format!("your {} was on {when}", self.name())
    }

    /// Days from `monday` to the race: 0 to 6 is that week, negative is past.
    #[must_use]
    pub fn days_from(self, monday: NaiveDate) -> i64 {
        (self.date - monday).num_days()
    }

    /// Monday of its week.
    #[must_use]
    pub fn monday(self) -> NaiveDate {
        monday_of(self.date).unwrap_or(self.date)
    }

    /// Weeks between the Monday of the planned week and the Monday of the race's week; negative is past.
    #[must_use]
    pub fn weeks_from(self, monday: NaiveDate) -> i64 {
        self.days_from(monday).div_euclid(7)
    }
}
