//! All weeks of a plan: to the race and through recovery.

use crate::facts::request::Request;
use crate::import::Remark;
use crate::plan::{Outcome, Plan, plan};
use crate::week::kind::Kind;
use crate::week::phase::Phase;
use crate::week::race::Race;
use crate::week::session::Run;
use crate::week::session::Session;
use chrono::{Duration, NaiveDate};
use std::sync::Arc;

/// The weeks of a plan, each the best one given what stands around it.
#[derive(Clone, Debug)]
pub struct Cycle {
    /// The runner's name.
    pub runner: Option<String>,
    /// The race that it leads to.
    pub race: Option<Race>,
    /// Its weeks in order.
    pub weeks: Vec<CycleWeek>,
    /// The file of the plan of somebody else's that it was placed around, if it was.
    pub around: Option<Arc<str>>,
    /// The flags with which it was read, as a command line has them, a blank before each; `None` where no file has it.
    pub around_flags: Option<String>,
    /// What reading that plan guessed or left out.
    pub remarks: Vec<Remark>,
}

/// A week of a plan.
#[derive(Clone, Debug)]
pub struct CycleWeek {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Its name in a plan without dates.
    pub label: Option<String>,
    /// Its season.
    pub phase: Phase,
    /// The week, or why there is none.
    pub outcome: Outcome,
}

impl CycleWeek {
    /// The week, if there is one.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        self.outcome.week()
    }
}

impl Cycle {
    /// The weeks that there are.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.weeks.iter().filter_map(CycleWeek::plan)
    }

    /// The fullest week by run minutes, at least 1; the race is left out.
    #[must_use]
    pub fn most_minutes(&self) -> u32 {
        self.plans().map(training_minutes).max().unwrap_or(0).max(1)
    }
}

/// Plans the weeks of requests that know what stands around them.
#[must_use]
pub fn cycle(requests: &[Request<'_>]) -> Cycle {
    let week = |request: &Request<'_>| CycleWeek {
        monday: request.monday,
        label: None,
        phase: request.season().phase,
        outcome: plan(request),
    };
    let first = requests.first();
    Cycle {
        runner: first.and_then(|request| request.profile.name.clone()),
        race: first.and_then(|request| request.profile.race),
        weeks: requests.iter().map(week).collect(),
        around: None,
        around_flags: None,
        remarks: Vec::new(),
    }
}

/// Monday of the last week that a race asks for: of its recovery.
#[must_use]
pub fn last_week(race: Race) -> NaiveDate {
    let weeks = (0..).map(|weeks| race.monday() + Duration::weeks(weeks));
    let rests =
        |monday: &NaiveDate| matches!(Phase::from_race(race, *monday), Phase::RaceWeek | Phase::Recovery);
    weeks.take_while(rests).last().unwrap_or(race.monday())
}

/// Run minutes of a week without a race.
#[must_use]
pub fn training_minutes(plan: &Plan) -> u32 {
    runs(plan).map(u32::from).sum()
}

/// Minutes of the longest run of a week, races apart; 0 without any.
#[must_use]
pub fn longest_run(plan: &Plan) -> u16 {
    runs(plan).max().unwrap_or(0)
}

fn runs(plan: &Plan) -> impl Iterator<Item = u16> {
    let sessions = plan.days.iter().flat_map(|day| &day.sessions);
    let trained = sessions.filter(|of| of.is(Kind::Run) && of.session != Session::Run(Run::Race));
    trained.map(|session| session.minutes)
}
