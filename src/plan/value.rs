//! The finished week as one value, or why there is none: everything that any output shows.

use crate::explain::FindingText;
use crate::explain::day::PlannedDay;
use crate::explain::fixes::Fix;
use crate::facts::changes::Change;
use crate::facts::course::Position;
use crate::facts::ladder::Ladder;
use crate::facts::limits::Limits;
use crate::rules::Warning;
use crate::solve::conflict::Conflict;
use crate::week::day::Days;
use crate::week::hours::Busy;
use crate::week::kind::Kind;
use crate::week::load::Load;
use crate::week::phase::Phase;
use crate::week::race::Race;
use crate::week::score::Score;
use crate::week::{Week, count};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::sync::Arc;

/// What every output carries.
pub const NOTICE: &str = "Planned training, not medical advice.";

/// The answer to a request.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The best week.
    Week(Box<Plan>),
    /// No week keeps every hard rule.
    Refused(Box<Refusal>),
}

impl Outcome {
    /// The week, if there is one.
    #[must_use]
    pub fn week(&self) -> Option<&Plan> {
        match self {
            Self::Week(plan) => Some(plan),
            Self::Refused(_) => None,
        }
    }
}

/// The best week and all that is to be said about it.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The runner's name.
    pub runner: Option<String>,
    /// The season's name.
    pub season: Cow<'static, str>,
    /// The season's phase.
    pub phase: Phase,
    /// Monday of the week.
    pub monday: NaiveDate,
    /// The numbers that it was planned with.
    pub limits: Limits,
    /// The race that rules counted from.
    pub race: Option<Race>,
    /// The seven days, Monday first.
    pub days: Vec<PlannedDay>,
    /// Where it stands in the runner's plan, where there is one.
    pub position: Option<Position>,
    /// Where it stands on the ladder of strength.
    pub ladder: Ladder,
    /// Daily loads: effort × minutes, in no unit.
    pub load: Load,
    /// The week by itself.
    pub week: Week,
    /// Its score; the hard level is 0.
    pub score: Score,
    /// What it breaks.
    pub findings: Arc<[FindingText]>,
    /// Why its sessions stand where they do, in whole sentences.
    pub choices: Arc<[String]>,
    /// What the runner should know.
    pub warnings: Vec<Warning>,
    /// What season, race, health and flags changed about the profile.
    pub changes: Vec<Change>,
    /// Days off: the runner is ill, injured or away.
    pub days_off: Days,
    /// What the runner's calendars take of the week, where they were read.
    pub busy: Option<Busy>,
}

/// Why there is no week.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The runner's name.
    pub runner: Option<String>,
    /// The season's name.
    pub season: String,
    /// Rules and facts that cannot hold together.
    pub conflict: Conflict,
    /// The facts as the profile has them.
    pub facts: Vec<String>,
    /// One plain sentence without a stop.
    pub message: String,
    /// The smallest changes with which there is a week; empty where none was found or none was looked for.
    pub fixes: Vec<Fix>,
}

impl Plan {
    /// How many days of the week hold a kind, 0 to 7.
    #[must_use]
    pub fn count(&self, kind: Kind) -> u8 {
        count(&self.week, kind)
    }

    /// Runs of the week, second ones too.
    #[must_use]
    pub fn runs(&self) -> usize {
        self.days.iter().flat_map(|day| &day.sessions).filter(|session| session.is(Kind::Run)).count()
    }

    /// Minutes of all runs.
    #[must_use]
    pub fn run_minutes(&self) -> u32 {
        let runs = self.days.iter().flat_map(|day| &day.sessions).filter(|s| s.is(Kind::Run));
        runs.map(|session| u32::from(session.minutes)).sum()
    }

    /// Hard days of the week.
    #[must_use]
    pub fn hard_days(&self) -> usize {
        self.days.iter().filter(|day| day.hard).count()
    }
}
