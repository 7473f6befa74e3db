//! What a command was asked: the profile with its flags, the week, and what stands around it in the plan.

use crate::cli::edge::Failure;
use crate::cli::edge::busy::BusyArgs;
use crate::cli::edge::plan_args::PlanInput;
use crate::cli::edge::week_args::WhenArgs;
use chrono::NaiveDate;
use runplan::cycle::{Cycle, cycle};
use runplan::exercise::Exercise;
use runplan::facts::request::Request;
use runplan::plan::{Outcome, chain};
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
    /// The plan of somebody else's that its weeks are of.
    pub plan: Option<PlanInput>,
}

impl RequestInput {
    /// The request of the same runner in another week: days blocked for this one are free again.
    pub fn moved(self, when: &WhenArgs) -> Result<Self, Failure> {
        let monday = when.week.monday()?;
        if let Some(plan) = &self.plan {
            plan.has(monday)?;
        }
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
        let calendar = self.busy.as_ref().map(|_| &calendar as _);
        match &self.plan {
            Some(plan) => plan.overlay.requests(&self.alone(), calendar, first, last),
            None => chain::weeks(&self.alone(), calendar, first, last),
        }
    }

    /// The weeks of the plan between two Mondays, planned.
    pub fn cycle(&self, first: NaiveDate, last: NaiveDate) -> Cycle {
        let requests = self.weeks(first, last);
        match &self.plan {
            Some(plan) => plan.overlay.cycle(&requests),
            None => cycle(&requests),
        }
    }

    /// A planned week with where its sessions stand in somebody else's plan, where it is of one.
    pub fn named(&self, mut outcome: Outcome) -> Outcome {
        if let (Outcome::Week(week), Some(plan)) = (&mut outcome, &self.plan) {
            plan.overlay.name_sources(week);
        }
        outcome
    }

    /// The request for its week alone.
    pub fn alone(&self) -> Request<'_> {
        if let Some(plan) = &self.plan {
            let request = plan.overlay.request(self.monday, &self.exercises);
            let block = request.block.iter().chain(self.block.iter()).collect();
            return Request { busy: self.busy.clone(), block, ..request };
        }
        let request = Request::new(&self.profile, self.monday).with_block(self.block);
        Request {
            busy: self.busy.clone(),
            exercises: &self.exercises,
            ..request.with_season(self.own_season.as_ref())
        }
    }
}
