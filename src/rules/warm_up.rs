//! Getting warm before strength.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Intensity;
use crate::exercise::workout::Part;
use crate::rules::training::{GymSession, Training};
use crate::week::session::{Class, Run};

/// Seconds of a warm-up right after a run: for activation, for light and for harder work.
const AFTER_RUN: [u32; 3] = [60, 90, 120];
/// Seconds of a warm-up without a run: for activation and light, for moderate, for heavy work.
const ALONE: [u32; 3] = [180, 270, 240];
/// Minutes of a session up to which moderate work has a shorter warm-up, each with its seconds.
const SHORT: [(u16, u32); 3] = [(15, 180), (20, 210), (30, 240)];
/// Seconds of a warm-up from which on it prepares for more than hops.
pub(crate) const READY_FOR_JUMPS: u32 = 240;

pub(super) const RULE: Rule = Rule {
    id: "warm-up",
    summary: "a strength session begins with a warm-up: right after a run of 60 to 120 seconds, else of 180 (light), 270 (moderate, \
              less in 30 minutes) or 240 and the ramp-up sets (heavy); jumps only after a run or 240 seconds",
    rationale: "who has just run is warm; who comes from a desk is not",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("seconds after a run, activation", AFTER_RUN[0]),
        ("light", AFTER_RUN[1]),
        ("harder", AFTER_RUN[2]),
        ("seconds without, light", ALONE[0]),
        ("moderate", ALONE[1]),
        ("moderate in minutes", SHORT[0].0 as u32),
        ("then", SHORT[0].1),
        ("in minutes", SHORT[1].0 as u32),
        ("then", SHORT[1].1),
        ("in minutes", SHORT[2].0 as u32),
        ("then", SHORT[2].1),
        ("heavy", ALONE[2]),
        ("for jumps", READY_FOR_JUMPS),
    ]),
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 3x15, single-leg-rdl 3x15 ; warm-up=0",
        "full: step-up 3x15, single-leg-rdl 3x15 ; warm-up=90",
        "full: step-up 3x15, single-leg-rdl 3x15 ; warm-up=240",
        "full@easy: step-up 3x8, single-leg-rdl 3x8 ; warm-up=90 season=base minutes=40",
        "full: squat-jump 3x5, step-up 3x15 ; warm-up=180",
    ],
    keeps: &[
        "full: step-up 3x15, single-leg-rdl 3x15 ; warm-up=180",
        "full@easy: squat-jump 3x5, step-up 3x15 ; warm-up=90",
        "full@easy: step-up 3x15, single-leg-rdl 3x15 ; warm-up=180",
        "full: squat-jump 3x5, step-up 3x8 ; warm-up=270 season=base minutes=40",
        "full: goblet-squat 3x8, single-leg-rdl 3x8 ; warm-up=210 season=base minutes=20",
        "full: squat-jump 3x5, barbell-back-squat 3x5 ; warm-up=240 season=off-season minutes=45",
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

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    if training.is_after_birth() {
        return faults;
    }
    for session in training.strength() {
        let workout = &session.workout;
        let first = workout.blocks.first().filter(|block| block.part == Part::WarmUp);
        let Some(seconds) = first.and_then(|block| block.given) else {
            faults.push("no warm-up".to_owned());
            continue;
        };
        // On a day with a run strength may come right after it, or hours later.
        let owed = |after_run| warm_up_seconds(training.class_of(session), workout.slot, after_run);
        let can_be_after_run = has_run(session);
        if seconds != owed(false) && !(can_be_after_run && seconds == owed(true)) {
            faults.push(format!("a warm-up of {seconds} seconds"));
        }
        let jumps = workout.exercises().any(|(_, of)| of.exercise.intensity > Some(Intensity::Low));
        if jumps && !can_be_after_run && seconds < READY_FOR_JUMPS {
            faults.push(format!("jumps after a warm-up of {seconds} seconds"));
        }
    }
    faults
}

/// Whether the day of a session has a run after which it can come.
fn has_run(session: &GymSession) -> bool {
    session.run.is_run() && session.run != Run::Race
}
