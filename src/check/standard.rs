//! The standard that plans are checked against: a runner's profile, a season, and what is said beside the plan.

use crate::profile::Profile;
use crate::season::Season;
use crate::week::day::Days;
use crate::week::race::Race;
use crate::week::session::Placement;
use chrono::NaiveDate;

/// The standard that plans are checked against.
#[derive(Clone, Debug, Default)]
pub struct Standard {
    /// The runner, where one is known: only then time, gym days and blocked days count.
    pub profile: Option<Profile>,
    /// Whether the numbers are the runner's own, so that too much or too little is an error.
    pub numbers: bool,
    /// The season of every week; else a plan's own, else by the race.
    pub season: Option<Season>,
    /// The placement of strength; else as profile or plan say.
    pub placement: Option<Placement>,
    /// The race, where it is named beside the plan.
    pub race: Option<Race>,
    /// Days that are blocked in every week.
    pub block: Days,
    /// Whether findings of the lower levels, and those that a planned week names itself, are wanted too.
    pub all: bool,
}

impl Standard {
    /// The date of the race that is named, beside the plan or in the profile.
    #[must_use]
    pub fn race_date(&self) -> Option<NaiveDate> {
        self.race.or_else(|| self.profile.as_ref()?.race).map(|race| race.date)
    }
}
