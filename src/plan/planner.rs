//! Weeks of many runners: the answer to one is remembered for all who share the problem.

use crate::cache::Cache;
use crate::exercise::workout::Workout;
use crate::explain::reasons::Reason;
use crate::explain::run_days::{is_open, settled_with_reasons};
use crate::facts::course::Course;
use crate::facts::request::Request;
use crate::facts::runs::Runs;
use crate::input::Problem;
use crate::plan::answer::SearchAnswer;
use crate::plan::chain;
use crate::plan::detail::Detail;
use crate::plan::make;
use crate::plan::question::Known;
use crate::plan::value::Outcome;
use crate::prescription::Order;
use crate::profile::Profile;
use crate::rules;
use crate::season::Season;
use crate::week::edges::Edges;
use chrono::NaiveDate;
use std::sync::Arc;

/// Problems that are remembered.
const PROBLEMS: usize = 3000;
/// Weeks before those that are asked for that are remembered.
const WEEKS: usize = 8192;
/// Sessions that are remembered.
const SESSIONS: usize = 4096;

/// Plans profiles for one week and remembers: searching once for all who share a problem, a session once for all who share
/// it. Every answer is that of [`plan`](crate::plan::plan) without sentences on single
/// sessions, or briefly has the same week, score and codes.
#[derive(Debug)]
pub struct Planner<'s> {
    season: Option<&'s Season>,
    monday: NaiveDate,
    detail: Detail,
    answers: Cache<Profile, Arc<SearchAnswer>>,
    /// The run days that were chosen, and why.
    chosen: Cache<Profile, Arc<Chosen>>,
    sessions: Cache<Order, Arc<Workout>>,
    /// What stands around the weeks of plans.
    around: Cache<Profile, Arc<Around>>,
    /// Weeks before those that are asked for.
    weeks: Known,
}

/// The runs of a week whose run days were chosen, and the reasons for them.
type Chosen = (Runs, Vec<Reason>);

/// What stands around a week of a plan, and what came before it.
type Around = (Option<Edges>, Option<Course>, Runs);

impl<'s> Planner<'s> {
    /// A planner for the week from `monday`; `season` is a season file that holds for all. In brief reasons,
    /// fixes and what findings say are left out.
    #[must_use]
    pub fn new(season: Option<&'s Season>, monday: NaiveDate, detail: Detail) -> Self {
        let (answers, sessions) = (Cache::new(PROBLEMS), Cache::new(SESSIONS));
        Self {
            season,
            monday,
            detail,
            answers,
            chosen: Cache::new(PROBLEMS),
            sessions,
            around: Cache::new(PROBLEMS),
            weeks: Cache::new(WEEKS),
        }
    }

    /// The best week of a profile.
    ///
    /// # Errors
    /// See [`Request::problems`].
    pub fn plan(&mut self, profile: &Profile) -> Result<Outcome, Vec<Problem>> {
        let request = Request::new(profile, self.monday).with_season(self.season).check()?;
        let request = self.in_its_plan(request);
        if is_open(&request) {
            let known = self.chosen.get_or_insert_with(request.profile.deciding(), |_| {
                let (settled, reasons) = settled_with_reasons(&request);
                let reasons = if self.detail == Detail::Full { reasons } else { Vec::new() };
                Arc::new((settled.runs, reasons))
            });
            let settled = request.with_runs(known.0.clone());
            return Ok(self.outcome(&settled, &known.1));
        }
        Ok(self.outcome(&request, &[]))
    }

    /// The best week of a request whose run days are chosen, for reasons.
    fn outcome(&mut self, request: &Request<'_>, reasons: &[Reason]) -> Outcome {
        let facts = rules::facts(request);
        let answer = self.answers.get_or_insert_with(request.profile.deciding(), |profile| {
            // Whatever decides is in the facts of the whole profile too, and the rest is not told.
            let same = request.with(profile);
            Arc::new(match self.detail {
                Detail::Full => {
                    SearchAnswer::explained(&same, &facts).with_run_reasons(&facts, reasons).in_short()
                }
                Detail::Brief => SearchAnswer::of(&same, &facts, self.detail),
            })
        });
        make::outcome(request, &facts, &answer, &mut self.sessions)
    }

    /// The request with what stands around its week, where it is a week of a plan.
    fn in_its_plan<'a>(&mut self, request: Request<'a>) -> Request<'a> {
        if !request.is_of_a_plan() {
            return request;
        }
        let around = self.around.get_or_insert_with(request.profile.planning(), |_| {
            let week = chain::in_its_plan_as_known(request.clone(), None, &mut self.weeks);
            Arc::new((week.edges, week.course, week.runs))
        });
        let (edges, course, runs) = &*around;
        Request { edges: *edges, course: course.clone(), runs: runs.clone(), ..request }
    }

    /// How many profiles were planned, and for how many of them the search had to be asked.
    #[must_use]
    pub const fn planned(&self) -> [u64; 2] {
        [self.answers.asked, self.answers.misses]
    }
}
