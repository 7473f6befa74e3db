//! Getting warm before strength.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Intensity;
use crate::exercise::workout::{Part, Workout};
use crate::rules::training::Training;
use crate::week::session::{Class, Run};

/// Seconds of a warm-up right after a run: for activation, for light and for harder work.
pub(crate) const AFTER_RUN: [u32; 3] = [60, 90, 120];
/// Seconds of a warm-up without a run: for activation and light, for moderate, for heavy work.
pub(crate) const ALONE: [u32; 3] = [180, 270, 240];
/// Minutes of a session up to which moderate work has a shorter warm-up, each with its seconds.
pub(crate) const SHORT: [(u16, u32); 3] = [(15, 180), (20, 210), (30, 240)];
/// Seconds of a warm-up from which on it prepares for more than hops.
pub(crate) const READY_FOR_JUMPS: u32 = 240;

pub(super) const RULE: Rule = Rule {
    id: "warm-up",
    summary: "a strength session begins with a warm-up of 60 to 120 seconds right after a run, else of 180 to 270; jumps only after a \
              run or 240 seconds",
    rationale: "who has just run is warm; who comes from a desk is not",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("seconds after a run, activation", AFTER_RUN[0]),
        ("light", AFTER_RUN[1]),
        ("harder", AFTER_RUN[2]),
        ("seconds without, light", ALONE[0]),
        ("moderate", ALONE[1]),
        ("heavy", ALONE[2]),
        ("for jumps", READY_FOR_JUMPS),
    ]),
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 3x15, single-leg-rdl 3x15 ; warm-up=60",
        "full: squat-jump 3x5, step-up 3x15 ; warm-up=180",
    ],
    keeps: &[
        "full: step-up 3x15, single-leg-rdl 3x15 ; warm-up=180",
        "full@easy: squat-jump 3x5, step-up 3x15 ; warm-up=90",
        "full: squat-jump 3x5, step-up 3x15 ; warm-up=240 season=off-season",
    ],
};

/// Seconds of the warm-up of a session of this class in so many minutes.
pub(crate) fn warm_up_seconds(class: Class, minutes: u16, after_run: bool) -> u32 {
    let short = || SHORT.iter().find(|(to, _)| minutes <= *to).map(|(_, seconds)| *seconds);
    match (class, after_run) {
        (Class::Activation, true) => AFTER_RUN[0],
        (Class::Light, true) => AFTER_RUN[1],
        (Class::Moderate | Class::Heavy, true) => AFTER_RUN[2],
        (Class::Activation | Class::Light, false) => ALONE[0],
        (Class::Moderate, false) => short().unwrap_or(ALONE[1]),
        (Class::Heavy, false) => ALONE[2],
    }
}

/// Seconds of the warm-up that a session has, where it has one.
fn given(workout: &Workout) -> Option<u32> {
    workout.blocks.iter().find(|block| block.part == Part::WarmUp).and_then(|block| block.given)
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    if training.is_after_birth() {
        return faults;
    }
    for session in training.strength() {
        let Some(seconds) = given(&session.workout) else { continue };
        let is_run = session.run.is_run() && session.run != Run::Race;
        let least = AFTER_RUN[usize::from(training.class != Class::Activation)];
        if !is_run && seconds < ALONE[0] || seconds < least || seconds > ALONE[1] {
            faults.push(format!("a warm-up of {seconds} seconds"));
        }
        let jumps = session.workout.trained().any(|of| of.exercise.intensity > Some(Intensity::Low));
        if jumps && !is_run && seconds < READY_FOR_JUMPS {
            faults.push(format!("jumps after a warm-up of {seconds} seconds"));
        }
    }
    faults
}
