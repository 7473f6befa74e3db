//! `[[fixed]]`: sessions that stand on their days whatever is planned: other sports, classes, ways to work.

use crate::week::dates::{day_of, monday_of};
use crate::week::day::{Day, Days};
use crate::week::hours::hh_mm;
use crate::week::session::Other;
use crate::word::{Word as _, words};
use chrono::{Days as DateDays, NaiveDate};
use std::ops::RangeInclusive;

/// Keys of a fixed session.
pub const FIXED_KEYS: [&str; 11] =
    ["name", "days", "minutes", "at", "legs", "counts", "rest", "from", "until", "every", "effort"];
/// Fixed sessions of a profile at most.
pub const FIXED_SESSIONS: usize = 50;
/// Accepted weeks from one time to the next.
pub const FIXED_EVERY: RangeInclusive<i64> = 1..=8;
/// Accepted efforts, on the scale of 10.
pub const EFFORT: RangeInclusive<i64> = 1..=10;
/// Letters of a name at most.
pub const FIXED_NAME: usize = 60;

words! {
    /// What a fixed session does to the legs.
    LegLoad("load of the legs") {
        /// Nothing to speak of.
        None = "none",
        /// They work, and are fresh the day after.
        Easy = "easy",
        /// They are tired or sore the day after.
        Hard = "hard",
    }
}

words! {
    /// The weekly number that a fixed session counts towards.
    CountsAs("number of the week") {
        /// None.
        Nothing = "nothing",
        /// Mobility sessions.
        Mobility = "mobility",
        /// Strength sessions; leg sessions too, unless it leaves the legs alone.
        Strength = "strength",
        /// Cross-training sessions.
        Cross = "cross",
    }
}

impl LegLoad {
    /// Planned effort where nobody says one (the values are ours).
    #[must_use]
    pub const fn effort(self) -> u8 {
        match self {
            Self::Hard => 7,
            Self::Easy | Self::None => 3,
        }
    }
}

/// A session that stands on its days whatever is planned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fixed {
    /// What it is called.
    pub name: String,
    /// Its days of the week.
    pub days: Days,
    /// Its minutes, 1 to 600.
    pub minutes: u16,
    /// When it starts, in minutes after midnight.
    pub at: Option<u16>,
    /// What it does to the legs.
    pub legs: LegLoad,
    /// What it counts towards.
    pub counts: CountsAs,
    /// Whether its day may still be a rest day.
    pub rest: bool,
    /// Its first day.
    pub from: Option<NaiveDate>,
    /// Its last day.
    pub until: Option<NaiveDate>,
    /// Weeks from one time to the next, 1 to 8, counted from the week of its first day.
    pub every: u8,
    /// Planned effort, 1 to 10.
    pub effort: u8,
}

impl Fixed {
    /// A session of which only its minutes are known, and what it makes of its day.
    #[must_use]
    pub fn unnamed(makes: Other, minutes: u16) -> Self {
        let legs = if makes.is_hard() { LegLoad::Hard } else { LegLoad::Easy };
        Self {
            name: "fixed session".to_owned(),
            days: Days::NONE,
            minutes,
            at: None,
            legs,
            counts: CountsAs::Nothing,
            rest: makes == Other::Restful,
            from: None,
            until: None,
            every: 1,
            effort: legs.effort(),
        }
    }

    /// Whether it stands on a date.
    #[must_use]
    pub fn holds(&self, date: NaiveDate) -> bool {
        let within =
            self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until);
        within && self.days.contains(day_of(date)) && self.is_week_of(date)
    }

    /// Whether the week of a date is one of its weeks.
    fn is_week_of(&self, date: NaiveDate) -> bool {
        let weeks = || Some((monday_of(date)? - monday_of(self.from?)?).num_days() / 7);
        self.every <= 1 || weeks().is_none_or(|weeks| weeks % i64::from(self.every) == 0)
    }

    /// What it makes of its day.
    #[must_use]
    pub const fn makes(&self) -> Other {
        match self.legs {
            _ if self.rest => Other::Restful,
            LegLoad::Hard => Other::Hard,
            LegLoad::Easy | LegLoad::None => Other::Easy,
        }
    }

    /// The same session of one date alone.
    #[must_use]
    pub fn only_on(&self, date: NaiveDate) -> Self {
        let days = std::iter::once(day_of(date)).collect();
        Self { days, from: Some(date), until: Some(date), every: 1, ..self.clone() }
    }

    /// What is left of it without the week from a Monday: what comes before that, and what comes after it.
    pub fn without_week(&self, monday: NaiveDate) -> impl Iterator<Item = Self> {
        let last = monday.pred_opt().map(|last| self.until.map_or(last, |until| until.min(last)));
        let before = last.map(|last| Self { until: Some(last), ..self.clone() });
        let next = monday.checked_add_days(DateDays::new(7));
        let mut first = next.map(|next| self.from.map_or(next, |from| from.max(next)));
        // The weeks count on from the first one.
        while let Some(week) = first.filter(|week| !self.is_week_of(*week)) {
            first = monday_of(week).and_then(|monday| monday.checked_add_days(DateDays::new(7)));
        }
        let after = first.map(|first| Self { from: Some(first), ..self.clone() });
        let is_any = |of: &Self| of.from.zip(of.until).is_none_or(|(from, until)| from <= until);
        before.into_iter().chain(after).filter(is_any)
    }

    /// Effort × minutes.
    #[must_use]
    pub fn load(&self) -> u32 {
        u32::from(self.effort) * u32::from(self.minutes)
    }
}

impl std::fmt::Display for Fixed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let days: Vec<_> = self.days.iter().map(Day::id).collect();
        write!(f, "{} on {}", self.name, days.join(" and "))?;
        self.at.map_or(Ok(()), |at| write!(f, " at {}", hh_mm(at)))?;
        self.from.map_or(Ok(()), |from| write!(f, " from {from}"))?;
        self.until.map_or(Ok(()), |until| write!(f, " until {until}"))
    }
}
