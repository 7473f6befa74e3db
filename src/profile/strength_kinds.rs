//! The kind of strength of each day, `strength.kind`, and its words.

use crate::week::session::Strength;
use crate::word::words;

/// The kind of strength of each day, Monday first, `None` where the planner chooses; never [`Strength::None`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindByDay(pub [Option<Strength>; 7]);

words! {
    /// What of the body a strength session trains, as a runner names it.
    Trained("kind of strength") {
        /// The upper body and core.
        Upper = "upper",
        /// The legs and core.
        Lower = "lower",
        /// All of it.
        Full = "full",
    }
}

impl From<Trained> for Strength {
    fn from(trained: Trained) -> Self {
        match trained {
            Trained::Upper => Self::Upper,
            Trained::Lower => Self::Lower,
            Trained::Full => Self::Full,
        }
    }
}
