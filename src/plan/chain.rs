//! Weeks that know their neighbours: the requests for the weeks of a plan, one after another.
//!
//! Each week is the best one given the three days before it, as they were planned, and the runs of the three days after it.
//! Weeks that ask the same and follow each other are a stretch: along it weeks are planned until two in a row are equal, and
//! those that follow are that week again, but for the last one, which has other days behind it.

use crate::cache::Cache;
use crate::facts::Facts;
use crate::facts::course::{Course, is_cutback};
use crate::facts::request::Request;
use crate::plan::question::{Known, Question, RACE_NEAR, best};
use crate::profile::Keep;
use crate::rules;
use crate::week::dates::monday_of;
use crate::week::day::Days;
use crate::week::edges::{Edge, Edges};
use crate::week::hours::Busy;
use crate::week::phase::{OFF_SEASON_OVER_WEEKS, Phase};
use crate::week::race::Race;
use crate::week::{DayPlan, Week};
use chrono::{Duration, NaiveDate};

/// Weeks that are remembered: 30 days and the days of a week.
const PAST_WEEKS: usize = 5;
/// Weeks of a stretch after which the last one stands, settled or not.
const SETTLED_AFTER: usize = 4;

/// What the runner's calendars take of the week from a Monday, where there are calendars.
pub type Calendar<'c> = Option<&'c dyn Fn(NaiveDate) -> Option<Busy>>;

/// The request for its week with what stands around it, where it is a week of a plan; else as it is.
#[must_use]
pub fn in_its_plan<'a>(request: Request<'a>, calendar: Calendar<'_>) -> Request<'a> {
    in_its_plan_as_known(request, calendar, &mut Cache::new(0))
}

/// The same with weeks that may be known already.
pub(super) fn in_its_plan_as_known<'a>(
    request: Request<'a>,
    calendar: Calendar<'_>,
    known: &mut Known,
) -> Request<'a> {
    if !request.is_of_a_plan() || request.edges.is_some() {
        return request;
    }
    let begin = beginning(&request, calendar);
    Chain::from(request, calendar, begin, known).last(known)
}

/// The requests for the weeks of a plan from one Monday to another, each with what stands around it.
#[must_use]
pub fn weeks<'a>(
    request: &Request<'a>,
    calendar: Calendar<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Vec<Request<'a>> {
    let mut weeks: Vec<Request<'a>> = Vec::new();
    let known = &mut Cache::new(0);
    let mut chain: Option<Chain<'a, '_>> = None;
    let mut monday = first;
    while monday <= last {
        let asked = at(request, calendar, monday);
        if !asked.is_of_a_plan() {
            weeks.push(asked);
            monday = later(monday, 1);
            continue;
        }
        let begin = beginning(&asked, calendar);
        let mut links = match chain.take() {
            Some(links) if links.begin == begin => Chain { end: monday, ..links },
            _ => Chain::from(asked, calendar, begin, known),
        };
        weeks.push(links.last(known));
        chain = Some(links);
        monday = later(monday, 1);
    }
    weeks
}

/// The week before the next one of a chain.
struct Link {
    question: Question,
    /// What stood around it.
    edges: Edges,
    week: Week,
    /// Weeks of its stretch so far, it among them.
    number: usize,
    settled: bool,
}

/// The weeks of a plan one after another.
struct Chain<'a, 'c> {
    request: Request<'a>,
    calendar: Calendar<'c>,
    begin: NaiveDate,
    /// Monday of the week that is asked for.
    end: NaiveDate,
    /// Monday of the next week.
    monday: NaiveDate,
    course: Course,
    /// The first week as it stands before and behind itself.
    alone: (Question, Week),
    before: Option<Link>,
}

impl<'a, 'c> Chain<'a, 'c> {
    fn from(request: Request<'a>, calendar: Calendar<'c>, begin: NaiveDate, known: &mut Known) -> Self {
        let end = request.monday;
        let first = at(&request, calendar, begin).with_course(Course::START);
        let facts = rules::facts(&first);
        // What stands at the beginning is its own past.
        let question = Question::of(&facts);
        let week = best(&facts, &question, known);
        let minutes = minutes(&facts, Some(&week));
        let course = Course {
            past: vec![minutes; PAST_WEEKS],
            allowed: allowed(&facts),
            class: Some(facts.limits.class),
            ..Course::START
        };
        Self { request, calendar, begin, end, monday: begin, course, alone: (question, week), before: None }
    }

    /// The request of the week at the end, with what stands around it.
    fn last(&mut self, known: &mut Known) -> Request<'a> {
        loop {
            let week = self.week(known);
            if week.monday >= self.end {
                return week;
            }
        }
    }

    /// The request of the week that is next, with what stands around it.
    fn week(&mut self, known: &mut Known) -> Request<'a> {
        let request = self.asks(self.monday, &self.course);
        let mut facts = rules::facts(&request);
        let question = Question::of(&facts);
        let next = Question::of(&rules::facts(&self.asks(later(self.monday, 1), &after(&facts, None))));
        let before = self.before.take();
        let same = before.as_ref().filter(|link| link.question == question);
        let repeats = next == question;
        let behind = [0, 1, 2].map(|day: usize| DayPlan { run: next.runs[day].0, ..DayPlan::EMPTY });
        facts.edges = Edges {
            before: match &before {
                Some(link) if same.is_some() => Edge::Stretch(Edges::last(&link.week)),
                Some(link) => Edge::Days(Edges::last(&link.week)),
                None if matches!(facts.season.phase, Phase::RaceWeek | Phase::Recovery) => Edge::Unknown,
                None => Edge::Repeats,
            },
            after: if repeats { Edge::Repeats } else { Edge::Days(behind) },
        };
        let alone = facts.edges == Edges::REPEAT;
        let (edges, week) = match same.filter(|link| repeats && link.settled) {
            Some(link) => (link.edges, link.week),
            None if alone && self.alone.0 == question => (facts.edges, self.alone.1),
            None => (facts.edges, best(&facts, &question, known)),
        };
        let number = same.map_or(1, |link| link.number + 1);
        let settled =
            alone || number >= SETTLED_AFTER || same.is_some_and(|link| link.settled || link.week == week);
        let course = after(&facts, Some(&week));
        let steady = settled
            && repeats
            && Course { block: self.course.block, exercises: self.course.exercises, ..course.clone() }
                == self.course;
        self.monday = if steady { self.last_alike() } else { later(self.monday, 1) };
        self.course = course;
        self.before = Some(Link { question, edges, week, number, settled });
        request.with_edges(edges)
    }

    /// The next Monday of which more is to be asked than of this one: of the weeks between only the date is another.
    fn last_alike(&self) -> NaiveDate {
        let next = later(self.monday, 1);
        if self.calendar.is_some() || self.request.profile.plan.is_said() {
            return next;
        }
        let of = |monday: NaiveDate| {
            let near = |race: Race| race.days_from(monday).abs() <= RACE_NEAR;
            let request = at(&self.request, None, monday);
            (request.season().phase, self.request.profile.race.is_some_and(near))
        };
        let alike =
            |monday: NaiveDate| monday < self.end && of(later(monday, 1)) == (of(self.monday).0, false);
        let mut monday = next;
        while alike(monday) {
            monday = later(monday, 1);
        }
        monday
    }

    /// The request of a week after a course.
    fn asks(&self, monday: NaiveDate, course: &Course) -> Request<'a> {
        let mut request = at(&self.request, self.calendar, monday);
        if monday == self.request.monday {
            request = Request { block: self.request.block, busy: self.request.busy.clone(), ..request };
        }
        let runs = kept(&request);
        let cutback = is_in_plan(&request)
            && usize::from(course.allowed) >= runs
            && is_cutback(&request.profile, request.season().phase, runs, start(&request), monday);
        request.with_course(Course { cutback, ..course.clone() })
    }
}

/// The request of the same runner in another week.
fn at<'a>(request: &Request<'a>, calendar: Calendar<'_>, monday: NaiveDate) -> Request<'a> {
    Request {
        monday,
        busy: calendar.and_then(|calendar| calendar(monday)),
        block: Days::NONE,
        edges: None,
        course: None,
        ..request.clone()
    }
}

/// The Monday so many weeks later, or earlier; the end of the calendar stays.
fn later(monday: NaiveDate, weeks: i64) -> NaiveDate {
    monday.checked_add_signed(Duration::weeks(weeks)).unwrap_or(monday)
}

/// Monday of the first week of the plan, where the runner says when it starts.
fn start(request: &Request<'_>) -> Option<NaiveDate> {
    request.profile.plan.start.and_then(monday_of)
}

/// Whether the week belongs to the runner's plan: there is one, and it has begun.
fn is_in_plan(request: &Request<'_>) -> bool {
    request.profile.plan.is_said() && start(request).is_none_or(|start| start <= request.monday)
}

/// Run days that the season lets stand.
fn kept(request: &Request<'_>) -> usize {
    let (season, runs) = (request.season(), &request.profile.runs);
    let keep = if season.runs_keep == Keep::All { Keep::All } else { runs.keep.unwrap_or(season.runs_keep) };
    match keep {
        Keep::Days(days) => runs.days.len().min(days.into()),
        Keep::All => runs.days.len(),
    }
}

/// The course after a week; where the week is not planned yet, with all its runs.
fn after(facts: &Facts<'_>, week: Option<&Week>) -> Course {
    let start = Course::START;
    let course = facts.course.as_ref().unwrap_or(&start);
    let phase = facts.season.phase;
    let loads = matches!(phase, Phase::OffSeason | Phase::Base | Phase::RacePrep) && !course.cutback;
    let kept = course.past.len().min(PAST_WEEKS - 1);
    let mut past = course.past[course.past.len() - kept..].to_vec();
    past.push(minutes(facts, week));
    Course {
        past,
        minutes: if loads { facts.standing } else { course.minutes },
        has_loaded: course.has_loaded || loads && facts.position().is_some(),
        allowed: allowed(facts),
        class: Some(facts.limits.class),
        block: course.block(phase),
        exercises: course.exercises(phase, facts.race.map(|race| race.weeks_from(facts.monday))),
        phase: Some(phase),
        ended: course.cutback,
        cutback: false,
    }
}

/// Run minutes by day; without a week of all its runs.
fn minutes(facts: &Facts<'_>, week: Option<&Week>) -> [u16; 7] {
    std::array::from_fn(|day| {
        let runs = week.map_or(facts.runs[day].run, |week| week[day].run).is_run();
        if runs { facts.runs[day].minutes } else { 0 }
    })
}

/// Run days that the week allows.
fn allowed(facts: &Facts<'_>) -> u8 {
    match facts.keep {
        Keep::All => 7,
        Keep::Days(days) => days,
    }
}

/// Where the chain to a week begins: with the plan; else with the last two weeks of the off-season before the race, which is as
/// long as one likes, so that all weeks of a plan hang on one chain. A week before that, or without a race, stands before
/// itself, as far as the week before asks the same.
fn beginning(asked: &Request<'_>, calendar: Calendar<'_>) -> NaiveDate {
    let race = || asked.profile.race.filter(|_| asked.profile.season.is_none());
    let off_season = || Some(later(race()?.monday(), -(OFF_SEASON_OVER_WEEKS + 2)));
    let begin = start(asked).filter(|start| *start <= asked.monday).or_else(off_season);
    if let Some(begin) = begin.filter(|begin| *begin < asked.monday) {
        return begin;
    }
    let before = later(asked.monday, -1);
    let question = |request: &Request<'_>| Question::of(&rules::facts(request));
    let same = question(&at(asked, calendar, before)) == question(asked);
    if same && start(asked) != Some(asked.monday) { before } else { asked.monday }
}
