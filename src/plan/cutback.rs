//! Which weeks of a plan are easier ones.

use crate::facts::course::{Course, is_cutback};
use crate::facts::request::Request;
use crate::profile::Keep;
use crate::rules;
use crate::week::dates::monday_of;
use crate::week::phase::Phase;
use chrono::{Duration, NaiveDate};

/// Whether a week of a plan is an easier one after a course: by the calendar, but a B race within a week of such a one draws it to
/// its own. `at` is the request of the same runner in another week.
pub(super) fn cuts_back<'a>(
    request: &Request<'a>,
    course: &Course,
    at: impl Fn(NaiveDate) -> Request<'a>,
) -> bool {
    let monday = request.monday;
    if let Some(plan) = request.written {
        let loads = matches!(request.season().phase, Phase::OffSeason | Phase::Base | Phase::RacePrep);
        return loads && plan.cuts_back(monday);
    }
    if !is_in_plan(request)
        || rules::is_eased(&request.profile, monday)
        || usize::from(course.allowed) < kept(request)
    {
        return false;
    }
    let by_calendar = |request: &Request<'_>| {
        let Request { profile, monday, .. } = request;
        is_cutback(profile, request.season().phase, kept(request), start(request), *monday)
    };
    if request.profile.races.is_empty() {
        return by_calendar(request);
    }
    let beside = [-1, 1].map(|weeks| monday.checked_add_signed(Duration::weeks(weeks)).map(&at));
    let mut beside = beside.iter().flatten();
    let rests =
        |request: &Request<'_>| request.profile.rests_for_race(request.season().phase, request.monday);
    if rests(request) {
        by_calendar(request) || beside.any(by_calendar)
    } else {
        by_calendar(request) && !beside.any(rests)
    }
}

/// Monday of the first week of the plan, where the runner says when it starts.
pub(super) fn start(request: &Request<'_>) -> Option<NaiveDate> {
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
        Keep::Days(days) => runs.count().min(days.into()),
        Keep::All => runs.count(),
    }
}
