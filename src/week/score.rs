//! The nine levels and a week's score: one count a level, compared in order, never weighed into each other.

use crate::word::{Word, words};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

words! {
    /// What a rule protects; an earlier level always outweighs a later one.
    Level("level") {
        /// Broken means: not a plan.
        Hard = "hard",
        /// The long run stays clean of leg work.
        Protect = "protect",
        /// What stood in an earlier week stays where it was; counts only where one is given.
        Stay = "stay",
        /// The strength sessions of the season.
        Dose = "dose",
        /// Full rest days towards the target.
        Rest = "rest",
        /// Legs trained, and fresh for key runs.
        Legs = "legs",
        /// Where the chosen placement would put it.
        Placement = "placement",
        /// Even spread.
        Spacing = "spacing",
        /// What comes on top of runs and strength.
        Extras = "extras",
    }
}

impl Level {
    /// The levels that count for a week that has no earlier one beside it.
    pub const OF_A_WEEK: &'static [Self] = &[
        Self::Hard,
        Self::Protect,
        Self::Dose,
        Self::Rest,
        Self::Legs,
        Self::Placement,
        Self::Spacing,
        Self::Extras,
    ];
}

/// One count a level, each 0 to 16,383: room for the sum of 104 weeks.
///
/// The counts stand side by side in one integer, the highest level in the highest bits, so that comparing and adding are
/// those of the integer; it is never shown as one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u128);

/// Bits of a level.
const BITS: u32 = 14;
/// How many levels there are.
const LEVELS: u32 = 9;
const _: () = assert!(LEVELS as usize == Level::ALL.len());
const _: () = assert!(BITS * LEVELS <= 127, "all levels fit, and a difference has a sign");

impl Score {
    /// Nothing broken, nothing missed.
    pub const ZERO: Self = Self(0);
    /// Worse than any week.
    pub const WORST: Self = Self(i128::MAX.cast_unsigned());
    /// The most that a level holds.
    pub const MOST: u16 = (1 << BITS) - 1;

    /// `amount` on one level; what is over [`Score::MOST`] counts as that.
    #[must_use]
    pub const fn new(level: Level, amount: u16) -> Self {
        let amount = if amount > Self::MOST { Self::MOST } else { amount };
        Self((amount as u128) << Self::shift(level))
    }

    /// The count on one level, 0 to [`Score::MOST`].
    #[must_use]
    pub const fn on(self, level: Level) -> u16 {
        let bytes = (self.0 >> Self::shift(level)).to_le_bytes();
        u16::from_le_bytes([bytes[0], bytes[1]]) & Self::MOST
    }

    /// The first level on which the two differ, and by how much `self` is worse there; `None` if it is not worse.
    #[must_use]
    pub fn first_worse(self, other: Self) -> Option<(Level, u16)> {
        let level = *Level::ALL.iter().find(|level| self.on(**level) != other.on(**level))?;
        Some((level, self.on(level).checked_sub(other.on(level))?))
    }

    const fn shift(level: Level) -> u32 {
        BITS * (LEVELS - 1 - level as u32)
    }
}

impl Add for Score {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self::ZERO, Add::add)
    }
}

/// How much worse one score is than another, or better: exact, and in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference(i128);

impl Sub for Score {
    type Output = Difference;
    fn sub(self, other: Self) -> Difference {
        Difference(self.0.cast_signed() - other.0.cast_signed())
    }
}

impl Add<Difference> for Score {
    type Output = Self;
    fn add(self, difference: Difference) -> Self {
        Self((self.0.cast_signed() + difference.0).cast_unsigned())
    }
}
