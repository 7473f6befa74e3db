//! Whose the run days of a week are.

use crate::week::session::Run;
use crate::word::words;

words! {
    /// Whose the run days of a week are.
    RunDays("choice of run days") {
        /// The runner's: each is named.
        Named = "named",
        /// The planner's, the long run among the days that the runner names for it.
        Chosen = "chosen",
        /// The planner's, the day of the long run too.
        Free = "free",
    }
}

impl RunDays {
    /// Whether the planner chooses them.
    #[must_use]
    pub const fn are_chosen(self) -> bool {
        !matches!(self, Self::Named)
    }
}

/// Whether key runs may follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyRuns {
    /// They stand as they are, or no choice of run days keeps them apart: that is a fact.
    Anywhere,
    /// The planner chooses the run days, and some choice keeps them apart.
    Apart,
}

impl KeyRuns {
    /// Whether no two key runs of a week are on consecutive days; where it wraps, Sunday and Monday are too.
    #[must_use]
    pub fn are_apart(runs: &[Run; 7], wraps: bool) -> bool {
        let days = if wraps { 7 } else { 6 };
        !(0..days).any(|day| runs[day].is_key() && runs[(day + 1) % 7].is_key())
    }
}
