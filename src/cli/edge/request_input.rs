//! What a command was asked: the profile with its flags, the week, and what stands around it in the plan.

use crate::cli::edge::Failure;
use crate::cli::edge::busy::BusyArgs;
use crate::cli::edge::week_args::WhenArgs;
use chrono::NaiveDate;
use runplan::exercise::Exercise;
use runplan::facts::request::Request;
use runplan::plan::chain;
use runplan::profile::Profile;
use runplan::season::Season;
use runplan::week::day::Days;
use runplan::week::hours::Busy;

/// The parts of a request: the profile with flags applied, the week, and the season file if one was named.
pub struct RequestInput {
    pub profile: Profile,
    pub own_season: Option<Season>,
    pub monday: NaiveDate,
    pub block: Days,
    pub busy: Option<Busy>,
    pub calendars: BusyArgs,
    pub exercises: Vec<Exercise>,
}

impl RequestInput {
    /// The request of the same runner in another week: days blocked for this one are free again.
    pub fn moved(self, when: &WhenArgs) -> Result<Self, Failure> {
        let monday = when.week.monday()?;
        Ok(Self { monday, busy: when.busy.read(monday)?, block: Days::NONE, ..self })
    }

    /// The request with what stands around its week in the plan; reading checked it.
    pub fn request(&self) -> Request<'_> {
        let calendar = |monday| self.calendars.quietly(monday);
        chain::in_its_plan(self.alone(), self.busy.as_ref().map(|_| &calendar as _))
    }

    /// The requests for the weeks of the plan between two Mondays.
    pub fn weeks(&self, first: NaiveDate, last: NaiveDate) -> Vec<Request<'_>> {
        let calendar = |monday| self.calendars.quietly(monday);
        chain::weeks(&self.alone(), self.busy.as_ref().map(|_| &calendar as _), first, last)
    }

    /// The request for its week alone.
    pub fn alone(&self) -> Request<'_> {
        let request = Request::new(&self.profile, self.monday).with_block(self.block);
        Request {
            busy: self.busy.clone(),
            exercises: &self.exercises,
            ..request.with_season(self.own_season.as_ref())
        }
    }
}
