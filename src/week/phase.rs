//! The six seasons as a closed set, and which of them a race date asks for.

use crate::week::race::{Distance, Race};
use crate::word::Word;
use chrono::{Datelike, NaiveDate, Weekday};

/// A season of the running year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// No race near: strength leads.
    OffSeason,
    /// Building the base.
    Base,
    /// Training for a race.
    RacePrep,
    /// The last one or two weeks before a long race.
    Taper,
    /// The week of the race.
    RaceWeek,
    /// The weeks after a race.
    Recovery,
}

impl Word for Phase {
    const WHAT: &'static str = "season";
    const ALL: &'static [Self] =
        &[Self::OffSeason, Self::Base, Self::RacePrep, Self::Taper, Self::RaceWeek, Self::Recovery];
    const OTHERS: &'static [&'static str] = &{
        let mut words = [""; SYNONYMS.len()];
        let mut at = 0;
        while at < words.len() {
            words[at] = SYNONYMS[at].0;
            at += 1;
        }
        words
    };

    fn id(self) -> &'static str {
        ["off-season", "base", "race-prep", "taper", "race-week", "recovery"][self as usize]
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL.iter().copied().find(|phase| phase.id().eq_ignore_ascii_case(text)).or_else(|| {
            SYNONYMS.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)).map(|(_, phase)| *phase)
        })
    }
}

/// Other names under which runners know a season.
pub const SYNONYMS: &[(&str, Phase)] = &[
    ("build", Phase::RacePrep),
    ("in-season", Phase::RacePrep),
    ("peak", Phase::Taper),
    ("peak-taper", Phase::Taper),
    ("transition", Phase::Recovery),
];

/// More weeks than this before the race: off-season (practice).
pub const OFF_SEASON_OVER_WEEKS: i64 = 20;
/// From this many weeks before the race on: base; nearer is race prep (practice).
const BASE_FROM_WEEKS: i64 = 12;

impl Phase {
    /// The season's name as a title.
    #[must_use]
    pub const fn title(self) -> &'static str {
        ["Off-season", "Base", "Race prep", "Taper", "Race week", "Recovery"][self as usize]
    }

    /// The season that the race date gives the week that starts on `monday`.
    #[must_use]
    pub fn from_race(race: Race, monday: NaiveDate) -> Self {
        let weeks = race.weeks_from(monday);
        let early = matches!(race.date.weekday(), Weekday::Mon | Weekday::Tue);
        let distance = race.effective();
        let taper_weeks = match distance {
            Distance::FiveK | Distance::TenK => 0,
            Distance::Half => 1,
            Distance::Marathon | Distance::Ultra => 2,
        };
        match weeks {
            0 => Self::RaceWeek,
            1 if early => Self::RaceWeek,
            1.. if weeks <= taper_weeks => Self::Taper,
            1.. if weeks < BASE_FROM_WEEKS => Self::RacePrep,
            1.. if weeks <= OFF_SEASON_OVER_WEEKS => Self::Base,
            1.. => Self::OffSeason,
            _ if -weeks <= recovery_weeks(distance) => Self::Recovery,
            // Until a new race is named.
            _ => Self::Base,
        }
    }
}

/// Weeks of recovery after a race (practice).
fn recovery_weeks(distance: Distance) -> i64 {
    distance.of([1, 1, 2, 4]).into()
}

impl std::fmt::Display for Phase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.id())
    }
}
