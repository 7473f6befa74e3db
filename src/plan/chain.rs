//! Weeks that know their neighbours: the requests for the weeks of a plan, one after another.
//!
//! Each week is the best one given the three days before it, as they were planned, and the runs of the three days after it.
//! Weeks that ask the same and follow each other are a stretch: along it weeks are planned until two in a row are equal, and
//! those that follow are that week again, but for the last one, which has other days behind it.

use crate::cache::Cache;
use crate::facts::course::Course;
use crate::facts::request::Request;
use crate::facts::runs::Runs;
use crate::plan::cutback::{cuts_back, start};
use crate::plan::question::{Known, Outline, PAST_WEEKS, Question, RACE_NEAR, best};
use crate::plan::run_days::{self, RunDays};
use crate::rules;
use crate::week::Week;
use crate::week::dates::monday_of;
use crate::week::day::{Day, Days};
use crate::week::edges::{Edge, Edges};
use crate::week::hours::Busy;
use crate::week::phase::{OFF_SEASON_OVER_WEEKS, Phase};
use crate::week::race::Race;
use chrono::{Duration, NaiveDate};

/// Weeks after which the beginning of a plan is forgotten: a date of long ago decides nothing.
const FORGOTTEN_WEEKS: i64 = 520;
/// Weeks before a week in which its days off still matter.
const REMEMBERED_WEEKS: i64 = 60;
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
        let mut asked = at(request, calendar, monday);
        if monday == request.monday {
            asked.block = asked.block.iter().chain(request.block.iter()).collect();
        }
        if !asked.is_of_a_plan() {
            weeks.push(asked);
            monday = later(monday, 1);
            continue;
        }
        let begin = beginning(&asked, calendar);
        let mut links = match chain.take() {
            Some(links) if links.begin == begin => Chain { end: monday, ..links },
            _ => Chain {
                blocked: (request.monday, request.block),
                ..Chain::from(asked, calendar, begin, known)
            },
        };
        weeks.push(links.last(known));
        chain = Some(links);
        monday = later(monday, 1);
    }
    weeks
}

/// A week of a chain before it is planned.
struct Link<'a> {
    request: Request<'a>,
    question: Question,
    outline: Outline,
}

impl<'a> Link<'a> {
    fn new(request: Request<'a>) -> Self {
        let (question, outline) = {
            let facts = rules::facts(&request);
            (Question::of(&facts), Outline::of(&facts))
        };
        Self { request, question, outline }
    }
}

/// The week before the next one of a chain.
struct Planned {
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
    /// Days that the runner blocked, and Monday of their week.
    blocked: (NaiveDate, Days),
    /// What the next week asks after a course.
    next: Option<(Course, Link<'a>)>,
    before: Option<Planned>,
    run_days: RunDays,
}

impl<'a, 'c> Chain<'a, 'c> {
    fn from(request: Request<'a>, calendar: Calendar<'c>, begin: NaiveDate, known: &mut Known) -> Self {
        let (end, blocked) = (request.monday, (request.monday, request.block));
        let mut first = at(&request, calendar, begin).with_course(Course::START);
        if first.profile.goes_by_date() {
            first.profile.to_mut().forget_dates(); // what stood before is a week as usual
        }
        let first = Link::new(RunDays::default().laid(first));
        let is_written = request.written.is_some();
        // What stands at the beginning is its own past.
        let week = best(&first.request, &first.question, first.outline.edges, known);
        let minutes = first.outline.minutes(Some(&week));
        let weeks = if is_written { 0 } else { PAST_WEEKS };
        let past = (1..=weeks).rev().map(|weeks| {
            let monday = later(begin, -i64::try_from(weeks).unwrap_or(0));
            let lost = request.profile.lost_by_date(monday);
            std::array::from_fn(|day| if lost.contains(Day::of(day)) { 0 } else { minutes[day] })
        });
        let past = past.collect();
        let course = Course {
            past,
            allowed: first.outline.allowed,
            class: Some(first.outline.class),
            ..Course::START
        };
        let alone = (first.question, week);
        Self {
            request,
            calendar,
            begin,
            end,
            blocked,
            monday: begin,
            course,
            alone,
            next: None,
            before: None,
            run_days: RunDays::default(),
        }
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
        let course = self.course.clone();
        let next =
            self.next.take().filter(|(after, link)| *after == course && link.request.monday == self.monday);
        let Link { request, question, outline } =
            next.map_or_else(|| self.asks(self.monday, &course), |(_, link)| link);
        let assumed = outline.after(&request, None);
        let next = self.asks(later(self.monday, 1), &assumed);
        let before = self.before.take();
        let same = before.as_ref().filter(|before| before.question == question);
        let repeats = next.question == question;
        let behind = next.question.first_days();
        let written = request.written;
        let edges = Edges {
            before: match &before {
                Some(before) if same.is_some() => Edge::Stretch(Edges::last(&before.week)),
                Some(before) => Edge::Days(Edges::last(&before.week)),
                // Nobody knows what was done before a plan of somebody else's.
                None if written.is_some() => Edge::Unknown,
                None if matches!(outline.phase, Phase::RaceWeek | Phase::Recovery) => Edge::Unknown,
                None => Edge::Repeats,
            },
            after: match written {
                _ if repeats => Edge::Repeats,
                Some(plan) if plan.week(next.request.monday).is_none() => Edge::Unknown,
                Some(_) => Edge::Written(behind),
                None => Edge::Days(behind),
            },
        };
        let alone = edges == Edges::REPEAT;
        let (edges, week) = match same.filter(|before| repeats && before.settled) {
            Some(before) => (before.edges, before.week),
            None if alone && self.alone.0 == question => (edges, self.alone.1),
            None => (edges, best(&request, &question, edges, known)),
        };
        let number = same.map_or(1, |before| before.number + 1);
        let settled = alone
            || number >= SETTLED_AFTER
            || same.is_some_and(|before| before.settled || before.week == week);
        self.course = outline.after(&request, Some(&week));
        // Blocks count on, whatever stands in them.
        let Course { block, exercises, .. } = course;
        let steady = settled && repeats && Course { block, exercises, ..self.course.clone() } == course;
        self.monday = if steady { self.last_alike() } else { later(self.monday, 1) };
        self.next = Some((assumed, next));
        self.before = Some(Planned { question, edges, week, number, settled });
        request.with_edges(edges)
    }

    /// The next Monday of which more is to be asked than of this one: of the weeks between only the date is another.
    fn last_alike(&self) -> NaiveDate {
        let next = later(self.monday, 1);
        let Request { profile, written, .. } = &self.request;
        if profile.goes_by_date() || self.calendar.is_some() || profile.plan.is_said() || written.is_some() {
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

    /// What a week asks after a course.
    fn asks(&mut self, monday: NaiveDate, course: &Course) -> Link<'a> {
        let mut request = at(&self.request, self.calendar, monday);
        if monday == self.request.monday {
            request = Request { busy: self.request.busy.clone(), ..request };
        }
        if monday == self.blocked.0 {
            request.block = request.block.iter().chain(self.blocked.1.iter()).collect();
        }
        let cutback = cuts_back(&request, course, |monday| at(&self.request, None, monday));
        let request = request.with_course(Course { cutback, ..course.clone() });
        Link::new(self.run_days.laid(request))
    }
}

/// The request of the same runner in another week.
fn at<'a>(request: &Request<'a>, calendar: Calendar<'_>, monday: NaiveDate) -> Request<'a> {
    let request = Request {
        monday,
        busy: calendar.and_then(|calendar| calendar(monday)),
        block: Days::NONE,
        edges: None,
        course: None,
        runs: Runs::Declared,
        ..request.clone()
    };
    match request.written {
        Some(plan) => request.of_written(plan),
        None => request,
    }
}

/// The Monday so many weeks later, or earlier; the end of the calendar stays.
fn later(monday: NaiveDate, weeks: i64) -> NaiveDate {
    monday.checked_add_signed(Duration::weeks(weeks)).unwrap_or(monday)
}

/// Where the chain to a week begins: with the plan; else with the last two weeks of the off-season before the race, which is as
/// long as one likes, so that all weeks of a plan hang on one chain. A week before that, or without a race, stands before
/// itself, as far as the week before asks the same.
fn beginning(asked: &Request<'_>, calendar: Calendar<'_>) -> NaiveDate {
    if let Some(plan) = asked.written {
        return plan.monday;
    }
    let race = || asked.profile.race.filter(|_| asked.profile.season.is_none());
    let off_season = || Some(later(race()?.monday(), -(OFF_SEASON_OVER_WEEKS + 2)));
    // What comes back after days off depends on what was run before them.
    let remembered = later(asked.monday, -REMEMBERED_WEEKS);
    let offs = asked.profile.off.iter().map(|off| off.from).filter(|from| *from >= remembered);
    let before_off = offs.min().and_then(monday_of).map(|monday| later(monday, -1));
    let before_off = || before_off.filter(|begin| *begin < asked.monday);
    let by_race = || off_season().filter(|begin| *begin < asked.monday);
    let unnamed = || by_race().into_iter().chain(before_off()).min();
    let begin = start(asked).filter(|start| *start <= asked.monday).or_else(unnamed);
    let is_known = |begin: &NaiveDate| *begin < asked.monday && later(*begin, FORGOTTEN_WEEKS) > asked.monday;
    if let Some(begin) = begin.filter(is_known) {
        return begin;
    }
    let before = later(asked.monday, -1);
    let same = run_days::question(&at(asked, calendar, before)) == run_days::question(asked);
    if same && start(asked) != Some(asked.monday) { before } else { asked.monday }
}
