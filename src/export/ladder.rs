//! Where a strength session is on the ladder from week to week, in words.

use crate::exercise::workout::{Climb, Workout};
use crate::export::gym::is_loaded;
use crate::export::phrases::session_text;
use crate::plan::{Ladder, Plan, PlannedSession, RAMP_IN_WEEKS};

/// The week of a block in which all of it is done.
const FULL_WEEK: u8 = 3;

/// A session with its start and, where it is strength, its place on the ladder.
pub(super) fn climbing_text(plan: &Plan, session: &PlannedSession) -> String {
    let place = place(plan, session).map_or_else(String::new, |place| format!(" · {place}"));
    session_text(session) + &place
}

/// Whether a week has all sets and repetitions of its block.
pub(super) const fn is_full_week(ladder: Ladder) -> bool {
    ladder.week >= FULL_WEEK && !ladder.easy && ladder.ramp_in == 0
}

/// Where a session is on the ladder, and what that asks for; `None` where there is nothing to say.
pub(super) fn place(plan: &Plan, session: &PlannedSession) -> Option<String> {
    let workout = session.workout.as_deref().filter(|workout| !workout.blocks.is_empty())?;
    let Ladder { week, weeks, easy, ramp_in, .. } = plan.ladder;
    let lifts = lifts(workout);
    let Some(climb) = workout.climb else {
        return (week == 0 && lifts).then(|| "the weights of before".to_owned());
    };
    if ramp_in > 0 {
        return Some(format!("getting used to it, week {ramp_in} of {RAMP_IN_WEEKS}"));
    }
    let same = if lifts { "same weights, " } else { "" };
    let asked = match (week, climb) {
        _ if easy => format!("{same}{}", fewer(climb)),
        (1, _) => first(plan, workout, lifts),
        (_, Climb::Nothing) => "the same again".to_owned(),
        _ => format!("{same}{}", more(climb)),
    };
    let place = match week {
        _ if easy => "easy week".to_owned(),
        // A block that is longer than usual does not say how long.
        _ if week > weeks => format!("week {week}"),
        _ => format!("week {week} of {weeks}"),
    };
    Some(if asked.is_empty() { place } else { format!("{place}: {asked}") })
}

/// What an easy week takes away.
const fn fewer(climb: Climb) -> &'static str {
    match climb {
        Climb::Sets(_) | Climb::SetsAndAmount => "fewer sets",
        Climb::Amount => "fewer repetitions",
        Climb::Reserve => "one more in reserve",
        Climb::Nothing => "no more of it",
    }
}

/// What another week adds.
const fn more(climb: Climb) -> &'static str {
    match climb {
        Climb::Sets(1) => "one more set",
        Climb::Sets(_) => "more sets",
        Climb::SetsAndAmount => "more repetitions or one more set",
        Climb::Amount => "more repetitions",
        Climb::Reserve => "one fewer in reserve",
        Climb::Nothing => "",
    }
}

/// What the first week of a block asks for.
fn first(plan: &Plan, workout: &Workout, lifts: bool) -> String {
    if !is_new(plan) {
        let leaves = workout.trained().any(|of| of.rir.is_some());
        return if leaves { "leave one more in reserve".to_owned() } else { String::new() };
    }
    if !lifts {
        return "new exercises".to_owned();
    }
    "new exercises; where the last full week went with some to spare, 2 to 5 % more".to_owned()
}

/// Whether the plan's exercises are others than those of the block before, in the first week of a block.
fn is_new(plan: &Plan) -> bool {
    plan.position.is_some_and(|of| {
        let is_part = of.step > u16::from(plan.ladder.week);
        is_part || (of.block > 1 && of.exercises == of.block && !of.goes_on)
    })
}

/// Whether anything is lifted that has a weight.
fn lifts(workout: &Workout) -> bool {
    workout.trained().any(is_loaded)
}
