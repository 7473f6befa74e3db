//! What a session for the arms holds.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Movement;
use crate::rules::no_single_sets::LEAST_SETS;
use crate::rules::training::{Training, count};

/// Minutes of an upper-body session at most.
pub(crate) const UPPER_MINUTES: u16 = 25;
/// Pushes, and pulls, at most.
pub(crate) const EACH_AT_MOST: u8 = 2;
/// Sets of each beside a leg session.
const SETS: u8 = LEAST_SETS;

pub(super) const RULE: Rule = Rule {
    id: "upper-session",
    summary: "an upper-body session takes 25 minutes at most: beside 1 leg session a push and a pull, else up to 2 of each, \
              in 2 sets beside leg sessions; then hips, trunk and feet",
    rationale: "it is there so that the legs can rest, not to fill the hour",
    source: "practice; article S39",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("minutes", UPPER_MINUTES as u32),
        ("of each", EACH_AT_MOST as u32),
        ("beside one leg session", 1),
        ("sets", SETS as u32),
    ]),
    check: Check::Session(faults),
    breaks: &[
        "upper: push-up 9x10, band-row 9x10, front-plank 9x30 ; minutes=60",
        "full: step-up 3x15, single-leg-rdl 3x15 / upper: push-up 2x10, dumbbell-overhead-press 2x10, band-row 2x10, pull-up 2x8",
        "full: step-up 3x15, single-leg-rdl 3x15 / upper: push-up 3x10, band-row 3x10, front-plank 2x30",
        "upper: push-up 2x10, front-plank 2x30",
    ],
    keeps: &[
        "full: step-up 3x15, single-leg-rdl 3x15 / upper: push-up 2x10, band-row 2x10, front-plank 2x30",
        "full: step-up 3x15 / full: single-leg-rdl 3x15 / upper: push-up 2x10, dumbbell-overhead-press 2x10, band-row 2x10, pull-up 2x8, front-plank 2x30",
        "upper: push-up 3x10, band-row 3x10, front-plank 2x30",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    if training.is_after_birth() {
        return faults;
    }
    let legs = training.full().count();
    let most = if legs == 1 { 1 } else { usize::from(EACH_AT_MOST) };
    for session in training.strength().filter(|session| !session.strength.legs()) {
        let workout = &session.workout;
        if workout.seconds() > u32::from(UPPER_MINUTES) * 60 {
            faults.push(format!("{} seconds for the arms", workout.seconds()));
        }
        let [pushes, pulls] = [Movement::Push, Movement::Pull].map(|movement| count(workout, movement));
        if pushes.max(pulls) > most || pushes.min(pulls) == 0 {
            faults.push(format!("{pushes} pushes and {pulls} pulls; 1 of each at least, {most} at most"));
        }
        let arms =
            workout.trained().filter(|of| matches!(of.exercise.movement(), Movement::Push | Movement::Pull));
        faults.extend(
            arms.filter(|of| legs > 0 && of.sets > SETS)
                .map(|of| format!("{} sets of {} beside a leg session", of.sets, of.exercise.name)),
        );
    }
    faults
}
