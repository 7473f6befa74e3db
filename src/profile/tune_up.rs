//! A race on the way to the one that the season leads to, or without such a one.

use crate::week::race::Race;

/// Keys of a race.
pub const TUNE_UP_KEYS: [&str; 4] = ["date", "distance", "priority", "name"];
/// Races of a profile at most.
pub const TUNE_UPS: usize = 50;
/// Letters of a name at most.
pub const TUNE_UP_NAME: usize = 60;

/// A race besides the one that the season leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TuneUp {
    /// The race; a B race or a C race.
    pub race: Race,
    /// What it is called.
    pub name: Option<String>,
}

impl TuneUp {
    /// What it is in a sentence: `a B race`, `City Run, a C race`.
    #[must_use]
    pub fn told(&self) -> String {
        let what = self.race.priority.told();
        self.name.as_ref().map_or_else(|| what.to_owned(), |name| format!("{name}, {what}"))
    }
}

impl std::fmt::Display for TuneUp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} on {}", self.told(), self.race.date)
    }
}
