//! The runner's demands of numbers in a week that has lost something: they give way rather than cost a rest day.

use crate::facts::others::Counted;
use crate::facts::request::Request;
use crate::facts::runs::{Runs, WrittenRun};
use crate::rules;
use crate::solve::{Ask, RuleSet, Search};
use crate::week::day::Day;
use crate::week::kind::Kind;
use crate::week::{DayPlan, Week, count};

/// Sessions of strength that are asked for, and those of them that train the legs.
pub(super) type Numbers = [u8; 2];

/// The request with the layout of its best week in front, whose minutes count then, that week and the minutes of its runs.
///
/// What was lost cannot be asked for. Where the runner's own demands of numbers leave no week, or only one that spends a rest day,
/// no more is asked for than is `left`, and where that does so too, nothing. A rest day that is spent whatever is asked for, on a
/// key run, gives up no demand.
pub(super) fn settled(laid: Request<'_>, left: Numbers) -> (Request<'_>, Week, [u16; 7]) {
    let kept = rules::facts(&laid).rest_kept();
    let mut most_rests = None;
    let mut best = None;
    for most in [None, Some(left), Some([0, 0])] {
        let asked = most.map_or_else(|| laid.clone(), |most| at_most(most, laid.clone()));
        let Some((at, week, minutes)) = searched(&asked) else { continue };
        let rests = Some(count(&week, Kind::Rest).min(kept));
        if rests > most_rests {
            (most_rests, best) = (rests, Some((in_front(asked, at), week, minutes)));
        }
        if rests == Some(kept) {
            break;
        }
    }
    best.unwrap_or_else(|| {
        let asked = at_most([0, 0], laid);
        let week = alone(&asked);
        (asked, week, [0; 7])
    })
}

/// Which of its layouts the best week of a request has, that week and the minutes of its runs; `None` where there is no week.
fn searched(request: &Request<'_>) -> Option<(usize, Week, [u16; 7])> {
    let facts = rules::facts(request);
    let best = Search::new(&facts, RuleSet::all()).best(&Ask::default())?;
    let runs = best.week.map(|day| day.run);
    let Runs::Laid(layouts) = &request.runs else { return None };
    let at = layouts.iter().position(|layout| layout.map(|of| of.run) == runs)?;
    Some((at, best.week, layouts[at].map(|of| of.minutes)))
}

/// The request with one of its layouts before the others.
fn in_front(mut request: Request<'_>, at: usize) -> Request<'_> {
    if let Runs::Laid(layouts) = &mut request.runs
        && at < layouts.len()
    {
        layouts[..=at].rotate_right(1);
    }
    request
}

/// The request with demands of so many sessions at most, those that fixed ones count towards aside, and of no more rest days than
/// its runs leave.
fn at_most([strength, legs]: Numbers, mut request: Request<'_>) -> Request<'_> {
    let rests = {
        let facts = rules::facts(&request);
        count(&alone(&request), Kind::Rest).min(facts.limits.rest_min)
    };
    let counted = Counted::of(&request.profile, request.monday);
    let profile = request.profile.to_mut();
    let wishes = &mut profile.strength;
    wishes.min = wishes.min.map(|min| min.min(strength + counted.strength));
    wishes.legs_min = wishes.legs_min.map(|min| min.min(legs + counted.legs));
    profile.rest_min = Some(rests);
    request
}

/// The first layout with nothing placed.
fn alone(request: &Request<'_>) -> Week {
    let Runs::Laid(layouts) = &request.runs else { return [DayPlan::EMPTY; 7] };
    let runs = layouts.first().copied().unwrap_or([WrittenRun::OFF; 7]);
    let facts = rules::facts(request);
    std::array::from_fn(|day| facts.before_placing(Day::of(day), runs[day].run))
}
