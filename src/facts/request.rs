//! What a week is planned from, as one value.

mod check;

use crate::exercise::Exercise;
use crate::profile::Profile;
use crate::season::Season;
use crate::week::day::{Day, Days};
use crate::week::hours::Busy;
use crate::week::phase::Phase;
use chrono::NaiveDate;
use std::borrow::Cow;

/// All that a week is planned from.
#[derive(Clone, Debug)]
pub struct Request<'a> {
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

impl<'a> Request<'a> {
    /// The season of the week: the runner's own file, else the named one, else the one that the race date gives, else base.
    #[must_use]
    pub fn season(&self) -> &Season {
        let by_date = || self.profile.race.map_or(Phase::Base, |race| Phase::from_race(race, self.monday));
        self.season.unwrap_or_else(|| Season::builtin(self.profile.season.unwrap_or_else(by_date)))
    }

    /// The same week of a runner with another profile.
    #[must_use]
    pub fn with<'p>(&self, profile: &'p Profile) -> Request<'p>
    where
        'a: 'p,
    {
        let Self { season, monday, block, exercises, .. } = *self;
        Request { profile: Cow::Borrowed(profile), season, monday, block, busy: self.busy.clone(), exercises }
    }

    /// Whether a calendar takes some of a day.
    #[must_use]
    pub fn is_busy(&self, day: Day) -> bool {
        self.busy.as_ref().is_some_and(|busy| !busy.0[day.index()].is_empty())
    }
}
