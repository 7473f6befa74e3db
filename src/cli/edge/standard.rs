//! The standard that a foreign plan is checked against, as the command line says it.

use chrono::NaiveDate;
use runplan::check::Standard;
use runplan::profile::Profile;
use runplan::season::Season;
use runplan::week::day::Days;
use runplan::week::race::Race;
use runplan::week::session::Placement;

/// The standard that a foreign plan is checked against, with what it owns.
pub struct OwnedStandard {
    /// The runner: from a profile, or from the keys that were set.
    pub profile: Option<Profile>,
    /// The season of every week.
    pub season: Option<Season>,
    /// The placement of strength.
    pub placement: Option<Placement>,
    /// The race beside the plan.
    pub race: Option<Race>,
    /// Days that are blocked in every week.
    pub block: Days,
    /// Whether a profile was named.
    pub named: bool,
}

impl OwnedStandard {
    /// The standard as `check` takes it; `all` asks for the findings of the lower levels too.
    pub fn as_standard(&self, all: bool) -> Standard<'_> {
        let numbers = |profile: &Profile| {
            let strength = &profile.strength;
            let counts =
                [strength.sessions, strength.min, strength.legs_min, strength.legs_max, profile.rest_min];
            counts.iter().any(Option::is_some)
        };
        Standard {
            profile: self.profile.as_ref(),
            numbers: self.named || self.profile.as_ref().is_some_and(numbers),
            season: self.season.as_ref(),
            placement: self.placement,
            race: self.race,
            block: self.block,
            all,
        }
    }

    /// The date of the race that was named, on the command line or in the profile.
    pub fn race_date(&self) -> Option<NaiveDate> {
        self.race.or_else(|| self.profile.as_ref()?.race).map(|race| race.date)
    }
}
