//! The eight levels and a week's score: one count a level, compared in order, never weighed into each other.
//!
//! A score is packed into one integer so that comparing and adding are single instructions; it is never shown as one number.

use crate::word::{Word, words};
use std::ops::{Add, AddAssign};

words! {
    /// What a rule protects; an earlier level always outweighs a later one.
    Level("level") {
        /// Broken means: not a plan.
        Hard = "hard",
        /// The long run stays clean of leg work.
        Protect = "protect",
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
        /// Mobility and cross-training.
        Extras = "extras",
    }
}

/// One count a level, each 0 to 255, the highest level in the highest byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u64);

impl Score {
    /// Nothing broken, nothing missed.
    pub const ZERO: Self = Self(0);
    /// Worse than any week.
    pub const WORST: Self = Self(u64::MAX);

    /// `amount` (0 to 255) on one level.
    #[must_use]
    pub const fn new(level: Level, amount: u8) -> Self {
        Self((amount as u64) << Self::shift(level))
    }

    /// The count on one level.
    #[must_use]
    pub const fn on(self, level: Level) -> u8 {
        self.0.to_be_bytes()[level as usize]
    }

    /// The first level on which the two differ, and by how much `self` is worse there; `None` if it is not worse.
    #[must_use]
    pub fn first_worse(self, other: Self) -> Option<(Level, u8)> {
        let level = *Level::ALL.iter().find(|level| self.on(**level) != other.on(**level))?;
        Some((level, self.on(level).checked_sub(other.on(level))?))
    }

    /// `self` − `other` as one signed number; only for [`Score::plus`] and for comparing such differences. Exact while
    /// the hard level is 0, as it is in the search, where hard breaches are bits.
    #[must_use]
    pub const fn minus(self, other: Self) -> i64 {
        self.0.wrapping_sub(other.0).cast_signed()
    }

    /// `self` with a difference of two scores added.
    #[must_use]
    pub const fn plus(self, difference: i64) -> Self {
        Self(self.0.wrapping_add_signed(difference))
    }

    const fn shift(level: Level) -> u32 {
        56 - 8 * level as u32
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
