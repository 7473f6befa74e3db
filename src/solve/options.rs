//! What may stand on a day beside its run, and what is asked of it beyond the rules.

use crate::week::Count;
use crate::week::day::{Day, Days};
use crate::week::score::Score;
use crate::week::session::Strength;
use crate::word::Word;

/// What is asked of the search beyond the rules: sessions forced onto days or kept off them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// Days without a leg session.
    pub no_full: Days,
    /// Days without an upper session.
    pub no_upper: Days,
    /// Days without mobility.
    pub no_mobility: Days,
    /// Days without cross-training.
    pub no_cross: Days,
    /// Days with a strength session.
    pub strength: Days,
    /// Days with mobility.
    pub mobility: Days,
    /// Days with cross-training.
    pub cross: Days,
    /// Days that are no full rest days.
    pub no_rest: Days,
    /// Days whose movable run is set aside.
    pub no_run: Days,
    /// Days whose movable run stays.
    pub run: Days,
}

impl Ask {
    /// Whether just these runs may be set aside.
    pub(super) fn lets_aside(&self, aside: Days) -> bool {
        Day::ALL.iter().all(|day| {
            let aside = aside.contains(*day);
            !(aside && self.run.contains(*day)) && (aside || !self.no_run.contains(*day))
        })
    }

    pub(super) fn lets(&self, day: Day, choice: &Choice) -> bool {
        let strength = match choice.strength {
            Strength::Full => !self.no_full.contains(day),
            Strength::Upper => !self.no_upper.contains(day),
            Strength::None => !self.strength.contains(day),
        };
        let rest = !(choice.adds.of(Count::Rest) > 0 && self.no_rest.contains(day));
        rest && strength
            && if choice.cross { !self.no_cross.contains(day) } else { !self.cross.contains(day) }
    }
}

/// What may stand on a day beside its run, mobility apart; small, because tables of it are copied.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub cost: Score,
    /// What it adds to the counts.
    pub adds: Counts,
    /// What mobility on top costs; a rule may like it, so this may be negative.
    pub mobility_cost: i64,
    pub breaks: u32,
    /// What mobility on top breaks beyond that.
    pub mobility_breaks: u32,
    pub strength: Strength,
    pub cross: bool,
    /// Whether mobility may stand beside it.
    pub mobility: bool,
}

pub(super) const NOTHING: Choice = Choice {
    cost: Score::ZERO,
    adds: Counts::NONE,
    mobility_cost: 0,
    breaks: 0,
    mobility_breaks: 0,
    strength: Strength::None,
    cross: false,
    mobility: false,
};

/// Counts of a partial week, four bits each (none exceeds 7), so that they are added at once; mobility is decided last and
/// stays 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counts(u32);

impl Counts {
    pub const NONE: Self = Self(0);

    /// Those of one day.
    pub const fn of_day(strength: Strength, rest: bool, cross: bool) -> Self {
        Self(
            (strength.any() as u32) << (4 * Count::Strength as u32)
                | (strength.legs() as u32) << (4 * Count::Legs as u32)
                | (rest as u32) << (4 * Count::Rest as u32)
                | (cross as u32) << (4 * Count::Cross as u32),
        )
    }

    pub const fn of(self, count: Count) -> usize {
        (self.0 >> (4 * count as u32) & 0b111) as usize
    }

    /// The counts of two parts of a week together: at most 7 each.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// The most that one of two days can add.
    pub const fn either(self, other: Self) -> Self {
        // A day adds 0 or 1 to each.
        Self(self.0 | other.0)
    }
}

/// The choices of one day under one run: three strengths, and cross-training.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayTable {
    pub choices: [Choice; 4],
    pub len: usize,
}

pub(super) const EMPTY: DayTable = DayTable { choices: [NOTHING; 4], len: 0 };
