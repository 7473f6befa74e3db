//! How many days of a partial week hold each kind.

use crate::week::DayPlan;
use crate::week::kind::{Kind, Kinds};
use crate::word::Word;

/// Counts of a partial week, four bits a kind (none exceeds 7), so that they are added at once; mobility is decided last
/// and stays 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counts(u32);

impl Counts {
    pub const NONE: Self = Self(0);

    /// Those of one day.
    pub fn of_day(plan: DayPlan) -> Self {
        let kinds = plan.kinds().without(Kinds::of(Kind::Mobility));
        let bits = Kind::ALL.iter().filter(|kind| kinds.contains(**kind)).map(|kind| 1 << (4 * *kind as u32));
        Self(bits.sum())
    }

    /// The most of each kind as what is missing to 7, for [`Counts::is_within`].
    pub fn missing_to_seven(most: [u8; Kind::COUNT]) -> Self {
        Self(
            Kind::ALL
                .iter()
                .fold(0, |bits, kind| bits | u32::from(7 - most[*kind as usize]) << (4 * *kind as u32)),
        )
    }

    /// Whether no kind has more than its most: with what that one misses to 7, more would reach the fourth bit.
    pub const fn is_within(self, missing_to_seven: Self) -> bool {
        (self.0 + missing_to_seven.0) & 0x8888_8888 == 0
    }

    pub const fn of(self, kind: Kind) -> usize {
        (self.0 >> (4 * kind as u32) & 0b111) as usize
    }

    /// The counts of two parts of a week together: at most 7 each.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// The most that one of two choices of a day can add: each adds 0 or 1.
    pub const fn either(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
