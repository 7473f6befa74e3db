//! What a plan of someone else's is held against.

use chrono::NaiveDate;
use runplan::check::Standard;
use runplan::profile::Profile;
use runplan::season::Season;
use runplan::week::day::Days;
use runplan::week::race::Race;
use runplan::week::session::Placement;

/// What a plan of someone else's is held against, as far as it was said.
pub struct Against {
    /// The runner: of a profile, or of the keys that were set.
    pub profile: Option<Profile>,
    /// The season of every week.
    pub season: Option<Season>,
    /// Where strength goes.
    pub placement: Option<Placement>,
    /// The race beside the plan.
    pub race: Option<Race>,
    /// Days that are blocked in every week.
    pub block: Days,
    /// Whether a profile was named.
    pub named: bool,
}

impl Against {
    /// It as the check takes it.
    pub fn standard(&self, all: bool) -> Standard<'_> {
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
