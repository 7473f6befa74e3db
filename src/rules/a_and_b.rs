//! Two leg sessions of a week are not the same session.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Kind, Movement};
use crate::rules::training::{Training, is_main};

pub(super) const RULE: Rule = Rule {
    id: "a-and-b",
    summary: "two leg sessions in a row have another exercise for knee, hip and calf where there is another of its kind; the knee \
              leads in the first, the hip in the second, and so on",
    rationale: "other exercises train other parts of a movement; the same ones the same parts",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 3x15, single-leg-rdl 3x15 / full: single-leg-rdl 3x15, forward-lunge 3x15",
        "full: step-up 3x15, single-leg-rdl 3x15 / full: kickstand-rdl 3x15, step-up 3x15",
        "full: step-up 3x15, single-leg-rdl 3x15 / full: forward-lunge 3x15, kickstand-rdl 3x15",
        "full: step-up 3x15, single-leg-calf-raise 2x15 / full: kickstand-rdl 3x15, single-leg-calf-raise 2x15",
    ],
    keeps: &[
        "full: step-up 3x15, single-leg-rdl 3x15, single-leg-calf-raise 2x15 / full: kickstand-rdl 3x15, forward-lunge 3x15, soleus-raise 2x15",
        "full: step-up 3x15, single-leg-rdl 3x15 / full: single-leg-rdl 3x15, forward-lunge 3x15 ; pain=knee",
    ],
};

/// The first exercise of a session that is of a sort.
fn first(workout: &Workout, is_one: impl Fn(&Exercise) -> bool) -> Option<&Exercise> {
    workout.trained().map(|of| &*of.exercise).find(|of| is_one(of))
}

/// How many exercises of a sort a runner can do with what is at hand in a session.
fn choices(training: &Training<'_>, workout: &Workout, is_one: impl Fn(&Exercise) -> bool) -> usize {
    let can = |of: &&Exercise| is_one(of) && of.level <= training.level && of.uses(workout.gear).is_some();
    // A swing is for speed, not for load.
    Exercise::catalogue().iter().filter(can).filter(|of| of.pattern != "hinge-power").count()
}

/// What is the same in a session and the next one, though there is another.
fn same(training: &Training<'_>, [one, other]: [&Workout; 2]) -> Vec<String> {
    let mut same = Vec::new();
    for movement in [Movement::Knee, Movement::Hinge] {
        let is_lift =
            |of: &Exercise| matches!(of.kind, Kind::DoubleLeg | Kind::SingleLeg) && of.movement() == movement;
        let (Some(one), Some(next)) = (first(one, is_lift), first(other, is_lift)) else { continue };
        if one.id == next.id && choices(training, other, |of| is_lift(of) && of.kind == one.kind) > 1 {
            same.push(format!("{} for the {movement} in two leg sessions in a row", one.name));
        }
    }
    let is_calf = |of: &Exercise| of.kind == Kind::Calf;
    if let (Some(one), Some(next)) = (first(one, is_calf), first(other, is_calf)) {
        let is_other = |of: &Exercise| is_calf(of) && of.pattern != one.pattern && of.pattern != "shin";
        if one.pattern == next.pattern && choices(training, other, is_other) > 0 {
            same.push(format!("{} and {} for the calf in two leg sessions in a row", one.name, next.name));
        }
    }
    same
}

fn faults(training: &Training<'_>) -> Vec<String> {
    // Where health decides what can be done, little is left to choose from.
    if training.is_careful() {
        return Vec::new();
    }
    let sessions: Vec<&Workout> = training.full().collect();
    let mut faults: Vec<String> =
        sessions.windows(2).flat_map(|pair| same(training, [pair[0], pair[1]])).collect();
    for (at, workout) in sessions.iter().enumerate().filter(|_| sessions.len() > 1) {
        let led_by = if at % 2 == 0 { Movement::Knee } else { Movement::Hinge };
        let lead = workout.trained().find(|of| is_main(of)).map(|of| of.exercise.movement());
        if lead.is_some_and(|lead| lead != led_by) {
            faults.push(format!("leg session {} of the week is not led by the {led_by}", at + 1));
        }
    }
    faults
}
