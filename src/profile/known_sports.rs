//! Names of fixed sessions that are known, with what counts where a runner says no more than the name.
//!
//! The numbers are practice (grade C): what such a session usually is, to be overruled by the runner's own keys.

use crate::profile::fixed::{CountsAs, LegLoad};
use crate::word::nearest;

/// What is known of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownSport {
    /// The name.
    pub name: &'static str,
    /// Other names of the same.
    pub others: &'static [&'static str],
    /// Minutes.
    pub minutes: u16,
    /// What it does to the legs.
    pub legs: LegLoad,
    /// What it counts towards.
    pub counts: CountsAs,
    /// Whether its day may still be a rest day.
    pub rest: bool,
    /// Planned effort, 1 to 10.
    pub effort: u8,
}

impl KnownSport {
    /// What is known of a name, in any case, with spaces or hyphens.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        let name = plain(name);
        KNOWN_SPORTS.iter().find(|sport| sport.names().any(|known| known == name))
    }

    /// The known name that is likely meant.
    pub(super) fn near(name: &str) -> Option<&'static str> {
        nearest(&plain(name), KNOWN_SPORTS.iter().flat_map(Self::names))
    }

    fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.others.iter().copied())
    }
}

/// A name in small letters with single spaces.
fn plain(name: &str) -> String {
    name.to_lowercase().split(|c: char| c.is_whitespace() || c == '-').collect::<Vec<_>>().join(" ")
}

/// A name with its minutes, what it does to the legs, what it counts towards, and its effort.
const fn sport(name: &'static str, minutes: u16, legs: LegLoad, counts: CountsAs, effort: u8) -> KnownSport {
    KnownSport { name, others: &[], minutes, legs, counts, rest: false, effort }
}

impl KnownSport {
    const fn or(self, others: &'static [&'static str]) -> Self {
        Self { others, ..self }
    }

    const fn restful(self) -> Self {
        Self { rest: true, ..self }
    }
}

/// Every known name.
pub static KNOWN_SPORTS: &[KnownSport] = &[
    sport("yoga", 60, LegLoad::None, CountsAs::Mobility, 2),
    sport("pilates", 60, LegLoad::None, CountsAs::Mobility, 3),
    sport("football", 90, LegLoad::Hard, CountsAs::Nothing, 7).or(&["soccer"]),
    sport("tennis", 90, LegLoad::Hard, CountsAs::Nothing, 6),
    sport("squash", 60, LegLoad::Hard, CountsAs::Nothing, 8),
    sport("climbing", 90, LegLoad::None, CountsAs::Nothing, 5),
    sport("gym class", 60, LegLoad::Hard, CountsAs::Strength, 6),
    sport("bike commute", 30, LegLoad::Easy, CountsAs::Nothing, 3).restful(),
    sport("cycling", 60, LegLoad::Easy, CountsAs::Cross, 4).or(&["bike"]),
    sport("swim", 45, LegLoad::None, CountsAs::Cross, 4).or(&["swimming"]),
    sport("hike", 180, LegLoad::Easy, CountsAs::Nothing, 3).or(&["hiking"]),
    sport("dance", 60, LegLoad::Easy, CountsAs::Nothing, 4).or(&["dancing"]),
    sport("physical job", 240, LegLoad::Easy, CountsAs::Nothing, 2).restful(),
];
