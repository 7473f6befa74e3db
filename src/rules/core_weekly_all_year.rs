//! Core work all year.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Movement;
use crate::exercise::workout::Workout;
use crate::rules::full_body_session::{SHORT_TO_MINUTES, is_lacking};
use crate::rules::training::{GymSession, Training, count};

pub(super) const RULE: Rule = Rule {
    id: "core-weekly-all-year",
    summary: "every strength session has core work, in every season; in 15 minutes every other one has the arms \
              instead",
    rationale: "the trunk is trained all year",
    source: "article S44, S45",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("minutes", SHORT_TO_MINUTES as u32)]),
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 3x15, single-leg-rdl 3x15, band-row 3x10",
        "full: step-up 2x15, single-leg-rdl 2x15, soleus-raise 2x15 ; minutes=15",
        "upper: band-row 3x10 ; season=recovery",
        "upper: band-row 3x10 ; minutes=15",
    ],
    keeps: &[
        "upper: band-row 3x10, dead-bug 3x10",
        "full: step-up 2x15, single-leg-rdl 2x15, soleus-raise 2x15, band-row 2x10 ; minutes=15",
        "full: step-up 2x15, single-leg-rdl 2x15 ; minutes=10",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    let arms = |workout: &Workout| count(workout, Movement::Push) + count(workout, Movement::Pull) > 0;
    let is_exempt = |session: &GymSession| {
        let workout = &session.workout;
        let in_turn = workout.slot < SHORT_TO_MINUTES || workout.slot == SHORT_TO_MINUTES && arms(workout);
        session.strength.legs() && in_turn || is_lacking(workout, "core work")
    };
    let core = |workout: &Workout| count(workout, Movement::Core) > 0;
    let without = training.strength().filter(|session| !core(&session.workout) && !is_exempt(session));
    without.map(|_| "a strength session has no core work".to_owned()).collect()
}
