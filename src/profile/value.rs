//! What a profile is: every key of the file, typed and in range, nothing derived.

use crate::profile::fixed::Fixed;
use crate::profile::health::Health;
use crate::profile::off::Off;
use crate::profile::one_rm::OneRm;
use crate::profile::rota::Shifts;
use crate::profile::runs::{Minutes, Runs};
use crate::profile::strength_kinds::KindByDay;
use crate::profile::tune_up::TuneUp;
use crate::week::day::{Day, Days};
use crate::week::hours::Time;
use crate::week::phase::Phase;
use crate::week::race::Race;
use crate::week::session::{Experience, Other, Placement, Style};
use crate::word::{Word, words};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Accepted minutes of anything.
pub const MINUTES: RangeInclusive<i64> = 1..=600;
/// Accepted sessions a week.
pub const WEEKLY: RangeInclusive<i64> = 0..=7;
/// Long runs in a week at most, where their days are named.
pub const LONG_DAYS: usize = 2;
/// Accepted runs a week, where the search chooses their days.
pub const RUNS: RangeInclusive<i64> = 1..=7;
/// Accepted full rest days a week.
pub const REST: RangeInclusive<i64> = 1..=6;
/// Accepted full rest days a week at least; none is allowed, and told.
pub const REST_MIN: RangeInclusive<i64> = 0..=6;
/// Accepted ages in years.
pub const AGE: RangeInclusive<i64> = 5..=110;
/// Accepted weeks since giving birth.
pub const POSTPARTUM: RangeInclusive<i64> = 0..=520;
/// Run minutes that a season may make of those declared, in percent.
pub const VOLUME: RangeInclusive<i64> = 5..=150;
/// Weeks from one easier week to the next.
pub const CUTBACK: RangeInclusive<i64> = 3..=6;
/// Weeks of a plan at most.
pub const PLAN_WEEKS: i64 = 104;
/// Kinds of run that `runs.minutes` knows.
pub const KINDS: [&str; 3] = ["easy", "speed", "long"];
/// What `runs.minutes` knows besides: the second of two long runs.
pub const SECOND_LONG: &str = "long2";

/// A runner's profile. `None` is "not said".
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Profile {
    /// The runner's name.
    pub name: Option<String>,
    /// The season, where it does not follow from the race date.
    pub season: Option<Phase>,
    /// Experience in the gym.
    pub level: Option<Experience>,
    /// Age in years, 5 to 110.
    pub age: Option<u8>,
    /// The declared runs.
    pub runs: Runs,
    /// Strength wishes.
    pub strength: StrengthWishes,
    /// Full rest days: the runner's own minimum, 0 to 6.
    pub rest_min: Option<u8>,
    /// Full rest days: the runner's own target, 1 to 6.
    pub rest_target: Option<u8>,
    /// Mobility sessions a week, 0 to 7.
    pub mobility_sessions: Option<u8>,
    /// The days on which mobility is possible; `None` where its place follows from the other sessions.
    pub mobility_days: Option<Days>,
    /// Cross-training sessions a week, 0 to 7.
    pub cross_sessions: Option<u8>,
    /// The days on which cross-training is possible; `None` for any day without run and strength.
    pub cross_days: Option<Days>,
    /// Minutes of a cross-training session, 1 to 600.
    pub cross_minutes: Option<u16>,
    /// Health matters that change the plan.
    pub health: Health,
    /// The time of each day, Monday first; `None` where nothing was said. Where there is a rota, [`Profile::time_of`] counts.
    pub time: [Option<Time>; 7],
    /// The rota of somebody who works in shifts.
    pub shifts: Option<Shifts>,
    /// Times without training, in order; none overlaps another.
    pub off: Vec<Off>,
    /// Sessions that stand on their days whatever is planned, in the order in which they are written.
    pub fixed: Vec<Fixed>,
    /// Places to train.
    pub places: Vec<Place>,
    /// The race that the season leads to.
    pub race: Option<Race>,
    /// Other races, in the order in which they are written; each on a day of its own.
    pub races: Vec<TuneUp>,
    /// How weeks follow each other.
    pub plan: PlanWishes,
    /// The file with somebody else's running plan, around which strength is placed.
    pub plan_file: Option<String>,
    /// The pace at which distances of that plan count, as [`crate::week::pace::parse`] reads it.
    pub plan_pace: Option<String>,
}

impl Profile {
    /// The fixed sessions of a date, in the order of the profile; on a day off there are none.
    pub fn fixed_on(&self, date: NaiveDate) -> impl Iterator<Item = &Fixed> {
        let is_off = self.off.iter().any(|off| off.holds(date));
        self.fixed.iter().filter(move |fixed| !is_off && fixed.holds(date))
    }

    /// What the fixed sessions of a date make of its day, the most of them; one that leaves the day its rest makes nothing of it.
    #[must_use]
    pub fn other_on(&self, date: Option<NaiveDate>) -> Other {
        let makes = date.into_iter().flat_map(|date| self.fixed_on(date)).map(Fixed::makes);
        makes.filter(|other| other.takes_the_day()).max().unwrap_or_default()
    }
}

/// What the runner says about the weeks of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanWishes {
    /// A day of its first week.
    pub start: Option<NaiveDate>,
    /// Minutes to grow to, by kind of run.
    pub peak: Option<Minutes>,
    /// How often a week is easier.
    pub cutback: Option<Cutback>,
}

impl PlanWishes {
    /// Whether anything is said.
    #[must_use]
    pub fn is_said(&self) -> bool {
        *self != Self::default()
    }
}

/// How often a week of a plan is easier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cutback {
    /// Never.
    Off,
    /// Each of so many weeks, 3 to 6.
    Every(u8),
}

impl Cutback {
    /// Every fourth week (Costa 2019 that there is one; practice for the number).
    pub const USUAL: Self = Self::Every(4);
}

impl Default for Cutback {
    fn default() -> Self {
        Self::USUAL
    }
}

impl std::fmt::Display for Cutback {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Off => f.write_str("off"),
            Self::Every(weeks) => weeks.fmt(f),
        }
    }
}

/// What the runner says about strength.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StrengthWishes {
    /// Equipment at hand; body weight is always there.
    pub equipment: Option<Vec<Equipment>>,
    /// Gym days; not said means any day, an empty set no day.
    pub days: Option<Days>,
    /// The runner's own target of sessions a week, 0 to 7.
    pub sessions: Option<u8>,
    /// At least so many sessions, 0 to 7.
    pub min: Option<u8>,
    /// At least so many leg sessions, 0 to 7.
    pub legs_min: Option<u8>,
    /// At most so many leg sessions, 0 to 7.
    pub legs_max: Option<u8>,
    /// Minutes a session, 1 to 600.
    pub minutes: Option<u16>,
    /// Where strength goes.
    pub placement: Option<Placement>,
    /// How strength changes with the season.
    pub style: Option<Style>,
    /// Weak areas to strengthen.
    pub weak: Option<Vec<WeakArea>>,
    /// Exercises to leave out, by their ids or the names of their movements, in lower case.
    pub avoid: Option<Vec<String>>,
    /// Weights that go once, by the names of exercises in lower case, as they were written.
    pub one_rm: BTreeMap<String, OneRm>,
    /// The place of each day, by the names of `places`.
    pub at: [Option<String>; 7],
    /// The kind of strength of each day, Monday first; `None` where the planner chooses.
    pub kind: KindByDay,
    /// The place of every day: this week away from home, say.
    pub place: Option<String>,
    /// A file of the runner's own exercises.
    pub exercises: Option<String>,
}

/// A place to train, with what is there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// The equipment there; body weight is always there.
    pub equipment: Vec<Equipment>,
}

/// What heavy work needs any of.
pub const HEAVY: [Equipment; 3] = [Equipment::Barbell, Equipment::TrapBar, Equipment::LegPress];

impl Profile {
    /// The equipment at hand on a day; `None` where the profile says nothing about it.
    #[must_use]
    pub fn equipment(&self, day: Day) -> Option<&[Equipment]> {
        let place = self.strength.place.as_ref().or(self.strength.at[day.index()].as_ref());
        match place.and_then(|name| self.places.iter().find(|place| place.name == *name)) {
            Some(place) => Some(&place.equipment),
            None => self.strength.equipment.as_deref(),
        }
    }

    /// Whether on any day there is something to lift heavy.
    #[must_use]
    pub fn has_heavy(&self) -> bool {
        let is_heavy = |piece: &Equipment| *piece == Equipment::Gym || HEAVY.contains(piece);
        Day::ALL.iter().any(|day| self.equipment(*day).unwrap_or_default().iter().any(is_heavy))
    }
}

impl From<Profile> for Cow<'_, Profile> {
    fn from(profile: Profile) -> Self {
        Self::Owned(profile)
    }
}

impl<'p> From<&'p Profile> for Cow<'p, Profile> {
    fn from(profile: &'p Profile) -> Self {
        Self::Borrowed(profile)
    }
}

words! {
    /// Something to train with.
    Equipment("piece of equipment") {
        /// Elastic band.
        Band = "band",
        /// Barbell with plates.
        Barbell = "barbell",
        /// Bench.
        Bench = "bench",
        /// Dumbbells.
        Dumbbell = "dumbbell",
        /// Kettlebell.
        Kettlebell = "kettlebell",
        /// Pull-up bar.
        PullUpBar = "pull-up-bar",
        /// Step or box.
        Step = "step",
        /// Trap bar with plates.
        TrapBar = "trap-bar",
        /// Leg press.
        LegPress = "leg-press",
        /// Leg curl machine.
        LegCurl = "leg-curl",
        /// Machine for calf raises.
        CalfMachine = "calf-machine",
        /// Cable machine, for rows, pull-downs and presses.
        Cable = "cable",
        /// A gym: every piece above.
        Gym = "gym",
    }
}

words! {
    /// A part of the body to strengthen.
    WeakArea("weak area") {
        /// Hip.
        Hip = "hip",
        /// Knee.
        Knee = "knee",
        /// Calf.
        Calf = "calf",
        /// Foot.
        Foot = "foot",
        /// Shin.
        Shin = "shin",
    }
}
