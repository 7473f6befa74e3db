//! What stands around a week that is planned again: the real weeks before and after it.

use crate::explain::findings::findings;
use crate::explain::reasons::risen;
use crate::facts::Facts;
use crate::facts::course::Course;
use crate::facts::request::Request;
use crate::facts::runs::{Runs, WrittenRun};
use crate::plan::chain::{self, Calendar};
use crate::plan::{Outcome, Plan, PlannedDay, plan};
use crate::replan::became::Became;
use crate::replan::days::merged;
use crate::replan::losses::Losses;
use crate::replan::standing::Standing;
use crate::replan::touched::{Touched, touched};
use crate::rules;
use crate::solve::{Ask, RuleSet, Search};
use crate::week::day::Days;
use crate::week::edges::{Edge, Edges, again};
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::week::{DayPlan, Week};
use chrono::Duration;

/// The edges of a week that is planned again, and the request for the week after it with that week, where there is one.
///
/// A week that stands for its own past and future has itself around it as it stood: what was lost this week does not repeat.
pub(super) fn beside<'a>(
    request: &Request<'a>,
    calendar: Calendar<'_>,
    facts: &Facts<'_>,
    standing: &Standing,
) -> (Edges, Option<After<'a>>) {
    let itself = standing.week().map(|day| DayPlan { run: again(day.run), ..day });
    let before = match facts.edges.before {
        Edge::Repeats => Edge::Days(Edges::last(&itself)),
        known => known,
    };
    let next = next_week(request, calendar);
    let planned = next.as_ref().and_then(|next| {
        let facts = rules::facts(next);
        Search::new(&facts, RuleSet::all()).best(&Ask::default()).map(|best| best.week)
    });
    let week = match standing.next.or(planned) {
        Some(week) => Some(week),
        None if facts.edges.after == Edge::Repeats => Some(itself),
        None => None,
    };
    let after = week.map_or(facts.edges.after, |week| Edge::Written([week[0], week[1], week[2]]));
    (Edges { before, after }, next.zip(week))
}

/// The request for the week after, of a plan whose weeks know each other.
fn next_week<'a>(request: &Request<'a>, calendar: Calendar<'_>) -> Option<Request<'a>> {
    let monday = request.monday.checked_add_signed(Duration::weeks(1))?;
    // A season that is named stands for its own past and future: nobody has planned the next week.
    if !request.is_of_a_plan() {
        return None;
    }
    let within = request.written.is_none_or(|plan| plan.week(monday).is_some());
    let alone = Request { edges: None, course: None, block: Days::NONE, ..request.clone() };
    within.then(|| chain::weeks(&alone, calendar, monday, monday).pop()).flatten()
}

/// The week after a week that was planned again, where a hard rule demanded that it changes too.
#[derive(Clone, Debug)]
pub struct Next {
    /// The week as it stood.
    pub before: Standing,
    /// The week as it is now.
    pub plan: Plan,
    /// What changed its day or was let go.
    pub touched: Vec<Touched>,
}

/// The week after a week that is planned again: its request and how it stands.
pub(super) type After<'a> = (Request<'a>, Week);

/// The request for the week after as it stands, behind a week with runs of these minutes.
fn behind<'a>((request, week): &After<'a>, before: &Week, minutes: [u16; 7]) -> Request<'a> {
    let runs = {
        let facts = rules::facts(request);
        std::array::from_fn(|day| WrittenRun { run: week[day].run, minutes: facts.runs[day].minutes })
    };
    let mut course = request.course.clone().unwrap_or(Course::START);
    course.past.pop();
    course.past.push(minutes);
    let after = request.edges.map_or(Edge::Unknown, |edges| edges.after);
    let fixed = Some(request.fixed.unwrap_or_default());
    let edges = Some(Edges { before: Edge::Days(Edges::last(before)), after });
    let behind = Request { edges, course: Some(course), fixed, ..request.clone() };
    behind.with_runs(Runs::Laid(vec![runs])).with_earlier(*week)
}

/// Whether the week after breaks a hard rule behind a week that it kept behind the week as it stood.
pub(super) fn is_broken(next: &After<'_>, standing: &Standing, now: &Week, minutes: [u16; 7]) -> bool {
    let was = standing.week();
    let asked = [behind(next, &was, run_minutes(&standing.days)), behind(next, now, minutes)];
    let [kept, broken] = asked.map(|asked| findings(&rules::facts(&asked), &next.1));
    was != *now && risen(&kept, &broken).iter().any(|rule| rule.level() == Some(Level::Hard))
}

/// The week after, planned again, where the week as it is now makes it break a hard rule that it kept behind the week as it stood.
pub(super) fn changed(next: &After<'_>, standing: &Standing, now: &Plan) -> Option<Next> {
    let minutes = run_minutes(&now.days);
    if !is_broken(next, standing, &now.week, minutes) {
        return None;
    }
    let asked = behind(next, &now.week, minutes);
    let facts = rules::facts(&asked);
    let (Outcome::Week(stood), Outcome::Week(fresh)) = (plan(&next.0), plan(&asked)) else { return None };
    let before = Standing::from(&*stood);
    let nothing = Became::nothing(&before);
    let plan = merged(*fresh, &facts, &before, &nothing);
    let touched = touched(&facts, &before, &plan, &nothing, &Losses::default());
    Some(Next { before, plan, touched })
}

/// Minutes of the runs of a week, Monday first.
fn run_minutes(days: &[PlannedDay]) -> [u16; 7] {
    let mut all = [0; 7];
    for (minutes, day) in all.iter_mut().zip(days) {
        *minutes = day.sessions.iter().find(|session| session.is(Kind::Run)).map_or(0, |run| run.minutes);
    }
    all
}
