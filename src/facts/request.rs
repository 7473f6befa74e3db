//! What a week is planned from, as one value.

mod check;

use crate::exercise::Exercise;
use crate::facts::course::Course;
use crate::facts::earlier::Earlier;
use crate::facts::runs::Runs;
use crate::facts::written::{FixedWeek, WrittenPlan, WrittenWeek};
use crate::profile::Profile;
use crate::season::Season;
use crate::week::day::{Day, Days};
use crate::week::edges::Edges;
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
    /// Where the runs come from.
    pub runs: Runs,
    /// Sessions besides runs that stand whatever the search does. With them facts are no choices: a hard rule holds for what
    /// is placed, and what only they and the runs break is told.
    pub fixed: Option<FixedWeek>,
    /// The plan that the week belongs to, where somebody else wrote it.
    pub written: Option<&'a WrittenPlan>,
    /// What stands around the week; left out, the week repeats where its season lets it.
    pub edges: Option<Edges>,
    /// What the weeks before came to, where the week is one of a plan.
    pub course: Option<Course>,
    /// The week as it stood before, where it is planned again.
    pub earlier: Option<Earlier>,
}

impl<'a> Request<'a> {
    /// A week of a runner. `monday` has to be a Monday, which nothing checks: names of days and seasons by race date count
    /// from it. [`Request::check`] says whether it can be planned.
    #[must_use]
    pub fn new(profile: impl Into<Cow<'a, Profile>>, monday: NaiveDate) -> Self {
        Self {
            profile: profile.into(),
            season: None,
            monday,
            block: Days::NONE,
            busy: None,
            exercises: &[],
            runs: Runs::Declared,
            fixed: None,
            written: None,
            edges: None,
            course: None,
            earlier: None,
        }
    }

    /// The request with a season of the runner's own, where there is one.
    #[must_use]
    pub fn with_season(mut self, season: Option<&'a Season>) -> Self {
        if let Some(season) = season {
            self.profile.to_mut().season = Some(season.phase);
        }
        self.season = season;
        self
    }

    /// The request with days blocked for this week only.
    #[must_use]
    pub fn with_block(self, block: Days) -> Self {
        Self { block, ..self }
    }

    /// The request with runs that come from elsewhere than the profile.
    #[must_use]
    pub fn with_runs(self, runs: Runs) -> Self {
        Self { runs, ..self }
    }

    /// The request with sessions besides runs that stand whatever the search does.
    #[must_use]
    pub fn with_fixed(self, fixed: FixedWeek) -> Self {
        Self { fixed: Some(fixed), ..self }
    }

    /// The request for the week of a plan that somebody else wrote. What the plan does not speak of stays empty.
    #[must_use]
    pub fn of_written(mut self, plan: &'a WrittenPlan) -> Self {
        let week = plan.week(self.monday).copied().unwrap_or(WrittenWeek::NOTHING);
        for day in week.closed().iter() {
            self.block.insert(day);
        }
        Self { runs: Runs::Written(week.runs), fixed: Some(week.fixed), written: Some(plan), ..self }
    }

    /// The request with what really stands around the week.
    #[must_use]
    pub fn with_edges(self, edges: Edges) -> Self {
        Self { edges: Some(edges), ..self }
    }

    /// The request with what the weeks before came to.
    #[must_use]
    pub fn with_course(self, course: Course) -> Self {
        Self { course: Some(course), ..self }
    }

    /// The request with the week as it stood before.
    #[must_use]
    pub fn with_earlier(self, earlier: impl Into<Earlier>) -> Self {
        Self { earlier: Some(earlier.into()), ..self }
    }

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
        let Self { season, monday, block, exercises, fixed, written, edges, earlier, .. } = *self;
        Request {
            profile: Cow::Borrowed(profile),
            season,
            monday,
            block,
            busy: self.busy.clone(),
            exercises,
            runs: self.runs.clone(),
            fixed,
            written,
            edges,
            course: self.course.clone(),
            earlier,
        }
    }

    /// Whether weeks follow each other: the season follows from a race, or there is a plan. A season that is named stands for
    /// its own past and future.
    #[must_use]
    pub fn is_of_a_plan(&self) -> bool {
        let profile = &self.profile;
        self.written.is_some()
            || self.season.is_none()
                && (profile.race.is_some() && profile.season.is_none() || profile.plan.is_said())
    }

    /// The days blocked for this week only, and those off of a profile.
    pub(super) fn blocked(&self, profile: &Profile) -> Days {
        self.block.iter().chain(profile.days_off(self.monday).iter()).collect()
    }

    /// Whether a calendar takes some of a day.
    #[must_use]
    pub fn is_busy(&self, day: Day) -> bool {
        self.busy.as_ref().is_some_and(|busy| !busy.0[day.index()].is_empty())
    }
}
