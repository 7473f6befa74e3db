//! The legs come first in sets too.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::{Prescribed, Workout};
use crate::exercise::{Kind, Movement};
use crate::rules::training::{Training, is_main};

/// Sets of the one upper exercise of a whole-body session in a week with an upper session.
const SETS_BESIDE_UPPER: u8 = 2;

pub(super) const RULE: Rule = Rule {
    id: "legs-lead",
    summary: "no main lift has fewer sets than an exercise for the arms; over the week knee, hip and calf have at least as many sets, \
              unless upper sessions outnumber leg sessions; beside an upper session a whole-body one has one exercise for the arms",
    rationale: "runners run on their legs; the arms keep up",
    source: "practice; article S38, S39 for the whole body",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("sets beside an upper session", SETS_BESIDE_UPPER as u32)]),
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 2x15, single-leg-rdl 2x15, band-row 3x10, front-plank 2x30",
        "full: step-up 2x15, single-leg-rdl 2x15, band-row 2x10, push-up 2x10 / upper: push-up 2x10, band-row 2x10, front-plank 2x30",
    ],
    keeps: &[
        "full: step-up 3x15, single-leg-rdl 3x15, single-leg-calf-raise 2x15, band-row 2x10 / upper: push-up 2x10, band-row 2x10",
        "upper: push-up 2x10, band-row 2x10, front-plank 2x30",
    ],
};

/// Whether an exercise is for the arms.
fn is_upper(of: &Prescribed) -> bool {
    matches!(of.exercise.movement(), Movement::Push | Movement::Pull)
}

/// Sets of exercises in the sessions.
fn sets<'w>(of: impl Iterator<Item = &'w Prescribed>) -> u32 {
    of.map(|of| u32::from(of.sets)).sum()
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    if training.is_after_birth() {
        return faults;
    }
    let upper_sessions = training.strength().filter(|session| !session.strength.legs()).count();
    for workout in training.full() {
        let least = workout.trained().filter(|of| is_main(of)).map(|of| of.sets).min().unwrap_or(0);
        let most = workout.trained().filter(|of| is_upper(of)).map(|of| of.sets).max().unwrap_or(0);
        if most > least {
            faults.push(format!("{most} sets for the arms, {least} of a main lift"));
        }
        let count = workout.trained().filter(|of| is_upper(of)).count();
        if upper_sessions > 0 && (count > 1 || most > SETS_BESIDE_UPPER) {
            faults.push(format!("{count} exercises for the arms with {most} sets beside an upper session"));
        }
    }
    let legs = |of: &&Prescribed| is_main(of) || matches!(of.exercise.kind, Kind::Calf | Kind::CalfHold);
    let (legs, arms) =
        (sets(training.trained().filter(legs)), sets(training.trained().filter(|of| is_upper(of))));
    let full: Vec<&Workout> = training.full().collect();
    if !full.is_empty() && upper_sessions <= full.len() && arms > legs {
        faults.push(format!("{arms} sets for the arms in the week, {legs} for the legs"));
    }
    faults
}
