//! What a week is planned from, as one value.

use super::{RuleSet, Tables};
use crate::clock::Busy;
use crate::day::{Day, Days};
use crate::exercise::Exercise;
use crate::facts::Facts;
use crate::phase::Phase;
use crate::profile::Profile;
use crate::rules::{Example, MONDAY, changes};
use crate::season::Season;
use chrono::NaiveDate;
use std::borrow::Cow;

/// All that a week is planned from.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    /// The profile.
    pub profile: Cow<'a, Profile>,
    /// The runner's own season file, if one is used; else season and race of the profile decide.
    pub season: Option<&'a Season>,
    /// Monday of the planned week.
    pub monday: NaiveDate,
    /// Days blocked for this week only.
    pub block: Days,
    /// What the runner's calendars take of the week, where they were read.
    pub busy: Option<Busy>,
    /// The runner's own exercises, beside the catalogue.
    pub exercises: &'a [Exercise],
}

impl From<&Example> for Situation<'static> {
    /// The week of an example: its runner on [`MONDAY`], with the built-in seasons and exercises.
    fn from(example: &Example) -> Self {
        Self {
            profile: Cow::Owned(example.profile.clone()),
            season: None,
            monday: MONDAY,
            block: example.block,
            busy: example.busy.clone(),
            exercises: &[],
        }
    }
}

impl<'a> Situation<'a> {
    /// The season of the week: the runner's own file, else the named one, else the one that the race date gives, else base.
    #[must_use]
    pub fn season(&self) -> &Season {
        let by_date = || self.profile.race.map_or(Phase::Base, |race| Phase::from_race(race, self.monday));
        self.season.unwrap_or_else(|| Season::builtin(self.profile.season.unwrap_or_else(by_date)))
    }

    /// The facts of the week.
    #[must_use]
    pub fn facts(&self) -> Facts<'_> {
        Facts::new(&self.profile, self.season(), self.monday, self.block, self.busy.as_ref(), changes())
    }

    /// The same week of a runner with another profile.
    #[must_use]
    pub fn with<'p>(&self, profile: &'p Profile) -> Situation<'p>
    where
        'a: 'p,
    {
        let Self { season, monday, block, exercises, .. } = *self;
        Situation {
            profile: Cow::Borrowed(profile),
            season,
            monday,
            block,
            busy: self.busy.clone(),
            exercises,
        }
    }

    /// Whether a calendar takes some of a day.
    #[must_use]
    pub fn is_busy(&self, day: Day) -> bool {
        self.busy.as_ref().is_some_and(|busy| !busy.0[day.index()].is_empty())
    }

    pub(super) fn possible(&self, rules: &RuleSet, active: u32) -> bool {
        Tables::new(&self.facts(), rules).possible(active)
    }
}
