//! Training load: RPE × minutes in arbitrary units (Foster 2001), its monotony and strain (Foster 1998).
//!
//! Planned values: they describe the shape of a week and predict nothing. All arithmetic is on integers, so that the
//! rounding (half up) is exact.

/// The seven daily loads and what follows from them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Load of each day, Monday first.
    pub days: [u32; 7],
}

impl Load {
    /// The week's load.
    #[must_use]
    pub fn week(&self) -> u32 {
        self.days.iter().sum()
    }

    /// Mean ÷ sample standard deviation of the daily loads, in hundredths, rounded half up; `None` if all days are alike.
    #[must_use]
    pub fn monotony_hundredths(&self) -> Option<u64> {
        self.times_monotony(100)
    }

    /// Weekly load × unrounded monotony, rounded half up; `None` if all days are alike.
    #[must_use]
    pub fn strain(&self) -> Option<u64> {
        self.times_monotony(self.week().into())
    }

    /// `factor` × monotony, rounded half up. With S the sum and Q the sum of squares of seven days,
    /// monotony² = 6 S² / (7 (7 Q − S²)), and ⌊x + ½⌋ = ⌊(⌊2x⌋ + 1) / 2⌋.
    fn times_monotony(&self, factor: u64) -> Option<u64> {
        let sum: u128 = self.week().into();
        let squares: u128 = self.days.iter().map(|day| u128::from(*day).pow(2)).sum();
        let spread = 7 * squares - sum * sum;
        if spread == 0 {
            return None;
        }
        let factor = u128::from(factor);
        let doubled = (4 * factor * factor * 6 * sum * sum / (7 * spread)).isqrt();
        u64::try_from(doubled.div_ceil(2)).ok()
    }
}
