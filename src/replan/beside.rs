//! What stands around a week that is planned again: the real weeks before and after it.

use crate::facts::Facts;
use crate::facts::request::Request;
use crate::facts::runs::{Runs, WrittenRun};
use crate::facts::written::FixedWeek;
use crate::plan::chain::{self, Calendar};
use crate::plan::{Outcome, Plan, plan};
use crate::replan::standing::Standing;
use crate::rules;
use crate::solve::{Ask, RuleSet, Search};
use crate::week::day::Days;
use crate::week::edges::{Edge, Edges, again};
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
) -> (Edges, Option<(Request<'a>, Week)>) {
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
    if !request.is_of_a_plan() {
        let repeats = Request { monday, block: Days::NONE, busy: None, edges: None, ..request.clone() };
        return Some(repeats);
    }
    let within = request.written.is_none_or(|plan| plan.week(monday).is_some());
    let alone = Request { edges: None, course: None, block: Days::NONE, ..request.clone() };
    within.then(|| chain::weeks(&alone, calendar, monday, monday).pop()).flatten()
}

/// The week after, planned again, where it breaks a hard rule behind the week as it is now.
pub(super) fn changed((request, week): (Request<'_>, Week), now: &Plan) -> Option<Plan> {
    let facts = rules::facts(&request);
    let minutes = facts.runs.map(|planned| planned.minutes);
    let runs = std::array::from_fn(|day| WrittenRun { run: week[day].run, minutes: minutes[day] });
    let after = facts.edges.after;
    let known = Edges { before: Edge::Days(Edges::last(&now.week)), after };
    let mut minutes_before = [0; 7];
    for (minutes, day) in minutes_before.iter_mut().zip(&now.days) {
        let run = day.sessions.iter().find(|session| session.is(crate::week::kind::Kind::Run));
        *minutes = run.map_or(0, |run| run.minutes);
    }
    let mut course = request.course.clone().unwrap_or(crate::facts::course::Course::START);
    course.past.pop();
    course.past.push(minutes_before);
    let asked = Request {
        edges: Some(known),
        course: Some(course),
        fixed: Some(FixedWeek::default()),
        ..request.clone()
    }
    .with_runs(Runs::Laid(vec![runs]))
    .with_earlier(week);
    let facts = rules::facts(&asked);
    let findings = crate::explain::findings::findings(&facts, &week);
    let is_hard =
        |finding: &crate::explain::Finding| finding.rule.level() == Some(crate::week::score::Level::Hard);
    if !findings.iter().any(is_hard) {
        return None;
    }
    match plan(&asked) {
        Outcome::Week(plan) => Some(*plan),
        Outcome::Refused(_) => None,
    }
}
