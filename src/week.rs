//! A placed week: seven days, what stands on each, and how many of what.

pub mod day;
pub mod hours;
pub mod load;
pub mod phase;
pub mod race;
pub mod score;
pub mod session;

use crate::week::session::{Class, Run, Strength};

/// What is placed on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DayPlan {
    /// The run, if it was kept.
    pub run: Run,
    /// The strength session.
    pub strength: Strength,
    /// Whether a mobility session is placed.
    pub mobility: bool,
    /// Whether a cross-training session is placed; only on a day without run and strength.
    pub cross: bool,
}

impl DayPlan {
    /// A day with nothing on it.
    pub const EMPTY: Self = Self { run: Run::Off, strength: Strength::None, mobility: false, cross: false };

    /// A full rest day: nothing at all, not even mobility.
    #[must_use]
    pub const fn is_rest(self) -> bool {
        !self.run.is_run() && !self.strength.any() && !self.mobility && !self.cross
    }

    /// A hard day: a key run, or a heavy or moderate leg session.
    #[must_use]
    pub const fn is_hard(self, class: Class) -> bool {
        self.run.is_key() || self.strength.legs() && class.is_hard()
    }
}

impl Default for DayPlan {
    fn default() -> Self {
        Self::EMPTY
    }
}

/// Seven days, Monday first.
pub type Week = [DayPlan; 7];

/// What stands beyond the ends of a week.
#[derive(Clone, Copy, Debug)]
pub enum Beyond<'a> {
    /// The same week again, where the season wraps.
    Again,
    /// The real weeks; `None` where nothing is known, and so nothing is assumed.
    Weeks {
        /// The week before.
        before: Option<&'a Week>,
        /// The week after.
        after: Option<&'a Week>,
    },
}

/// What of a week is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Count {
    /// Strength sessions of any kind.
    Strength,
    /// Leg sessions.
    Legs,
    /// Full rest days.
    Rest,
    /// Mobility sessions.
    Mobility,
    /// Cross-training sessions.
    Cross,
}

impl Count {
    /// Every count, in declaration order.
    pub const ALL: [Self; 5] = [Self::Strength, Self::Legs, Self::Rest, Self::Mobility, Self::Cross];

    /// Whether `day` counts.
    #[must_use]
    pub const fn holds(self, day: DayPlan) -> bool {
        match self {
            Self::Strength => day.strength.any(),
            Self::Legs => day.strength.legs(),
            Self::Rest => day.is_rest(),
            Self::Mobility => day.mobility,
            Self::Cross => day.cross,
        }
    }

    /// How many days of `week` count, 0 to 7.
    #[must_use]
    pub fn of(self, week: &Week) -> u8 {
        week.iter().map(|day| u8::from(self.holds(*day))).sum()
    }
}
