//! Strength, mobility and rest around a running plan of somebody else's, which stays as it is.
//!
//! The plan is read as [`import`](crate::import) reads it, and becomes a [`WrittenPlan`]: weeks whose sessions stand.
//! The runner's profile says the rest: strength, gym days, time, equipment, health. The weeks are then those of a
//! chain like any other plan's.

pub mod csv;
mod long_runs;
mod one;
mod refused;
mod written;

use crate::check::{Standard, leads_to, races_of, runner_of};
use crate::cycle::{Cycle, cycle};
use crate::exercise::Exercise;
use crate::explain::day::Source;
use crate::facts::request::Request;
use crate::facts::written::WrittenPlan;
use crate::import::{ForeignPlan, Remark};
use crate::input::Problem;
use crate::plan::chain::{self, Calendar};
use crate::plan::{Outcome, Plan};
use crate::profile::{PlanWishes, Profile, Runs};
use crate::season::Season;
use crate::week::kind::Kind;
use chrono::NaiveDate;
use std::sync::Arc;

pub use one::one;

/// A plan of somebody else's with the runner who follows it, ready for its weeks.
#[derive(Clone, Debug)]
pub struct Overlay {
    /// The plan as it was read.
    pub plan: ForeignPlan,
    /// The weeks of the plan, whose sessions stand.
    pub written: WrittenPlan,
    /// The runner, with the race that the plan leads to; the runs are the plan's.
    pub profile: Profile,
    /// The season of the runner's own, where one is used for every week.
    pub season: Option<Season>,
    /// What reading the plan guessed or left out, and what was taken for what.
    pub remarks: Vec<Remark>,
    /// The flags with which it was read, as a command line has them, a blank before each; `None` where no file has it.
    pub flags: Option<String>,
    /// The name of the file that the plan stands in.
    file: Arc<str>,
}

impl Overlay {
    /// Takes a plan that was read from `file`, for the runner, the season and the race of a standard; `pace` is in seconds a
    /// kilometre, where it is said.
    ///
    /// # Errors
    /// What keeps strength from being placed around it: no run at all, dates that overlap, too many weeks.
    pub fn new(
        plan: ForeignPlan,
        standard: &Standard,
        pace: Option<u32>,
        file: &str,
    ) -> Result<Self, Vec<Problem>> {
        let problems = refused::problems(&plan);
        if !problems.is_empty() {
            return Err(problems);
        }
        let (standard, differs) = with_own_race(&plan, standard);
        let standard = &standard;
        let mut profile = runner_of(&plan, standard);
        profile.runs = Runs::default();
        // The season of every week, where neither a flag nor a race says it.
        let own = || plan.weeks.iter().find_map(|week| week.own.as_ref()?.phase);
        let is_open = standard.season.is_none() && profile.race.is_none();
        profile.season = profile.season.or_else(own).filter(|_| is_open);
        let season = standard.season.clone();
        let (written, remarks) =
            written::written(&plan, &profile, season.as_ref(), races_of(&plan, standard), pace);
        profile.plan = PlanWishes { start: Some(written.monday), ..PlanWishes::default() };
        let assumed = (is_open && profile.season.is_none()).then(|| season_assumed(&plan));
        let remarks = plan.remarks.iter().cloned().chain(assumed).chain(differs).chain(remarks).collect();
        Ok(Self { plan, written, profile, season, remarks, flags: Some(String::new()), file: file.into() })
    }

    /// The request for a week of the plan, without what stands around it.
    #[must_use]
    pub fn request<'a>(&'a self, monday: NaiveDate, exercises: &'a [Exercise]) -> Request<'a> {
        let request = Request::new(&self.profile, monday).with_season(self.season.as_ref());
        Request { exercises, ..request.of_written(&self.written) }
    }

    /// The requests for weeks of the plan from one Monday to another, each with what stands around it.
    #[must_use]
    pub fn requests<'a>(
        &'a self,
        request: &Request<'a>,
        calendar: Calendar<'_>,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Vec<Request<'a>> {
        chain::weeks(request, calendar, first.max(self.written.monday), last.min(self.written.last()))
    }

    /// The weeks of these requests, each session of the plan's with where it stands there.
    #[must_use]
    pub fn cycle(&self, requests: &[Request<'_>]) -> Cycle {
        let mut cycle = cycle(requests);
        for week in &mut cycle.weeks {
            if let Outcome::Week(plan) = &mut week.outcome {
                self.name_sources(plan);
            }
            if !self.plan.dated {
                let place = self.written.place(week.monday);
                week.label = place.and_then(|at| self.plan.weeks.get(at)).map(|week| week.label.clone());
            }
        }
        cycle.around = Some(self.file.clone());
        cycle.around_flags.clone_from(&self.flags);
        cycle.remarks.clone_from(&self.remarks);
        cycle
    }

    /// Says of each session of a week that the plan has where it stands there.
    pub fn name_sources(&self, plan: &mut Plan) {
        let Some(week) = self.written.place(plan.monday).and_then(|at| self.plan.weeks.get(at)) else {
            return;
        };
        let fixed = self.written.week(plan.monday).map(|week| week.fixed).unwrap_or_default();
        for day in &mut plan.days {
            let written = &week.days[day.day.index()];
            let source = Arc::new(Source {
                file: self.file.clone(),
                line: written.line.or(week.line),
                text: written.text.clone(),
            });
            for session in &mut day.sessions {
                let own = session.fixed.as_deref();
                let stands = match own {
                    Some(own) => written.fixed.iter().any(|fixed| fixed.name == own.name),
                    None => session.is(Kind::Run) || fixed[day.day.index()].holds(session.session),
                };
                if stands {
                    session.source = Some(source.clone());
                }
            }
        }
    }
}

/// The note that nothing says which season the weeks are in.
fn season_assumed(plan: &ForeignPlan) -> Remark {
    Remark {
        id: "season-assumed",
        note: true,
        source: plan.weeks.first().map_or(0, |week| week.source),
        line: None,
        at: None,
        message: "nothing says which season it is; base is assumed".to_owned(),
        hint: "name it with `--season`, or the race with `--race 2027-02-14`".to_owned(),
    }
}

/// The standard without a race beside the plan that is no session of it, where the plan names its own: one outside its weeks, or in
/// the week of one of its own. What is left out is told.
fn with_own_race(plan: &ForeignPlan, standard: &Standard) -> (Standard, Option<Remark>) {
    let mut standard = standard.clone();
    let Some(named) = standard.race_date() else { return (standard, None) };
    let beside = standard.profile.clone().unwrap_or_default();
    let Some(own) = leads_to(plan, &beside) else { return (standard, None) };
    let is_own = plan.races.iter().any(|race| race.date == named);
    let week = plan.weeks.iter().find(|week| (0..7).contains(&(named - week.monday).num_days()));
    let same_week = week.is_some_and(|week| plan.races.iter().any(|race| race.monday() == week.monday));
    if is_own || week.is_some() && !same_week {
        return (standard, None);
    }
    standard.race = None;
    if let Some(profile) = &mut standard.profile {
        profile.race = None;
    }
    let remark = Remark {
        id: "race-differs",
        note: false,
        source: plan.weeks.first().map_or(0, |week| week.source),
        line: None,
        at: None,
        message: format!(
            "the plan has its race on {}, and {named} is named; the plan's own counts",
            own.date
        ),
        hint: "give the race the same date in both".to_owned(),
    };
    (standard, Some(remark))
}
