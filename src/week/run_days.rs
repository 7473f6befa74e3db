//! Whose the run days of a week are.

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
