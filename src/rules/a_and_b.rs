//! Two leg sessions of a week are not the same session.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Movement};
use crate::rules::training::{Training, is_main};

pub(super) const RULE: Rule = Rule {
    id: "a-and-b",
    summary: "two leg sessions in a row have another exercise for knee and hip where there is another of its kind: A is led by the knee, B by the \
              hip",
    rationale: "other exercises train other parts of a movement; the same ones the same parts",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Session(faults),
    breaks: &["full: step-up 3x15, single-leg-rdl 3x15 / full: single-leg-rdl 3x15, step-up 3x15"],
    keeps: &["full: step-up 3x15, single-leg-rdl 3x15 / full: single-leg-bridge 3x15, forward-lunge 3x15"],
};

/// The first main lift of a movement in a session.
fn lift(workout: &Workout, movement: Movement) -> Option<&Exercise> {
    let mut of = workout.trained().filter(|of| is_main(of) && of.exercise.movement() == movement);
    of.next().map(|of| &*of.exercise)
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    if training.is_after_birth() || training.health.hurts() {
        return faults;
    }
    let sessions: Vec<&Workout> = training.full().collect();
    for pair in sessions.windows(2) {
        for movement in [Movement::Knee, Movement::Hinge] {
            let [Some(one), Some(other)] = [pair[0], pair[1]].map(|workout| lift(workout, movement)) else {
                continue;
            };
            let can = |of: &&Exercise| {
                let fits = of.movement() == movement && of.kind == one.kind && of.pattern != "hinge-power";
                fits && of.level <= training.level && of.uses(pair[1].gear).is_some()
            };
            if one.id == other.id && Exercise::catalogue().iter().filter(can).count() > 1 {
                faults.push(format!("{} for the {movement} in two leg sessions in a row", one.name));
            }
        }
    }
    faults
}
