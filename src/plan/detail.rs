//! How much of a week is wanted.

/// How much of a week is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// All of it: exercises, prose, reasons, and fixes that were tried.
    #[default]
    Full,
    /// Codes instead of prose, no exercises, and no search for reasons and fixes.
    Brief,
}

impl Detail {
    /// A text where prose is wanted.
    #[must_use]
    pub fn prose(self, text: &str) -> Option<&str> {
        (self == Self::Full).then_some(text)
    }
}
