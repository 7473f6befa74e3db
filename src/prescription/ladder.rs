//! From week to week: what a week of the block takes away from a session that was composed for its third week.

use crate::facts::ladder::Ladder;

/// A week of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Fewest sets, fewest repetitions, one more in reserve.
    First,
    /// More repetitions.
    Second,
    /// All sets, all repetitions.
    Third,
    /// Half of the sets, fewest repetitions.
    Easy,
    /// No ladder: as it was composed.
    All,
}

/// Sets at least in an easy week and while getting used to strength, where there are as many.
const LEAST_SETS: u8 = 2;

/// What a week makes of an exercise.
pub(super) struct Climbed {
    /// Its sets.
    pub sets: u8,
    /// Its repetitions, contacts or seconds.
    pub amount: u8,
    /// Repetitions in reserve beyond those of the season.
    pub rir: u8,
}

impl Step {
    /// The step of a week.
    pub const fn of(ladder: Ladder) -> Self {
        match ladder.week {
            0 => Self::All,
            _ if ladder.ramp_in > 0 => Self::First,
            _ if ladder.easy => Self::Easy,
            1 => Self::First,
            2 => Self::Second,
            _ => Self::Third,
        }
    }

    /// The step of the week before in the same block, the same step in its first week; `None` where there is no ladder.
    pub fn before(ladder: Ladder) -> Option<Self> {
        let week = ladder.week.checked_sub(1)?;
        Some(if week == 0 { Self::of(ladder) } else { Self::of(Ladder { week, easy: false, ..ladder }) })
    }

    /// Whether the week leaves one more repetition in reserve.
    pub const fn is_spared(self) -> bool {
        matches!(self, Self::First | Self::Easy)
    }

    /// Sets and repetitions of an exercise that was composed with `sets` and `amount`, of which the season has `fewest_sets` and
    /// the `least` amount.
    pub fn climb(self, [fewest_sets, least]: [u8; 2], sets: u8, amount: u8) -> Climbed {
        let (fewest_sets, least) = (fewest_sets.min(sets), least.min(amount));
        // Where sets do not move, repetitions move in two steps.
        let half = least + (amount - least) / 2;
        let second = if fewest_sets == sets { half } else { amount };
        let (sets, amount) = match self {
            Self::First => (fewest_sets, least),
            Self::Second => (fewest_sets, second),
            Self::Third | Self::All => (sets, amount),
            Self::Easy => (sets.div_ceil(2).max(LEAST_SETS).min(sets), least),
        };
        Climbed { sets, amount, rir: u8::from(self.is_spared()) }
    }

    /// Contacts of a set of plyometrics: all of them, half in an easy week and while getting used to strength.
    pub const fn contacts(self, ladder: Ladder, amount: u8) -> u8 {
        if matches!(self, Self::Easy) || ladder.ramp_in > 0 {
            if amount > 1 { amount / 2 } else { amount }
        } else {
            amount
        }
    }
}

/// Sets of an exercise while getting used to strength: one fewer, not under two.
pub(super) fn ramp_in_sets(sets: u8) -> u8 {
    sets.saturating_sub(1).max(LEAST_SETS).min(sets)
}
