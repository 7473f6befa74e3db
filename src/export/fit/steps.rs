//! A session as the steps of a watch: each set with the rest after it, and sets that come again as one repeat.

use crate::exercise::workout::{Block, Part, Prescribed, RAMP_UP, Workout};
use crate::export::gym::{RAMP_UP_WEIGHTS, numbers};
use crate::export::phrases::capital;
use crate::profile::Weight;
use crate::wrap::one_line;

/// When a step is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Until {
    /// After so many seconds.
    Seconds(u32),
    /// After so many repetitions.
    Reps(u32),
    /// When the steps from this one on have been done so many times in all.
    Times { from: usize, times: u8 },
}

/// What a step is to its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effort {
    /// Training.
    Active = 0,
    /// The pause after it.
    Rest = 1,
    /// Getting ready for it.
    WarmUp = 2,
    /// Easing off.
    CoolDown = 3,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// What the watch calls it; empty for a repeat.
    pub name: String,
    /// What else there is to know.
    pub notes: String,
    /// When it is over.
    pub until: Until,
    /// What it is to the session; `None` for a repeat.
    pub effort: Option<Effort>,
    /// The exercise and the weight in the hands; `None` for rests and repeats.
    pub exercise: Option<Done>,
}

/// What is done in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Done {
    /// The numbers of the exercise in the profile of the format; `None` where it has no name there.
    pub ids: Option<[u16; 2]>,
    /// The weight, where it is known.
    pub weight: Option<Weight>,
}

/// The steps of a session.
pub(super) fn steps(workout: &Workout) -> Vec<Step> {
    let mut steps = Vec::new();
    for block in &workout.blocks {
        for of in &block.exercises {
            ramp_up(&mut steps, of);
        }
        match block.rounds() {
            None => {
                for at in 0..block.exercises.len() {
                    repeated(&mut steps, block.exercises[at].sets, |steps| set(steps, block, at));
                }
            }
            Some(_) => rounds(&mut steps, block),
        }
    }
    // Nobody waits for nothing.
    if steps.last().is_some_and(|last| last.effort == Some(Effort::Rest)) {
        steps.pop();
    }
    steps
}

/// Round after round. One with fewer sets drops out of the last rounds: those are a repeat of their own.
fn rounds(steps: &mut Vec<Step>, block: &Block) {
    let mut done = 0;
    while let Some(next) = block.exercises.iter().map(|of| of.sets).filter(|sets| *sets > done).min() {
        repeated(steps, next - done, |steps| {
            for at in (0..block.exercises.len()).filter(|at| block.exercises[*at].sets > done) {
                set(steps, block, at);
            }
        });
        done = next;
    }
}

/// What is done so many times: once, and how often in all.
fn repeated(steps: &mut Vec<Step>, times: u8, add: impl FnOnce(&mut Vec<Step>)) {
    let from = steps.len();
    add(steps);
    if times > 1 {
        steps.push(Step {
            name: String::new(),
            notes: String::new(),
            until: Until::Times { from, times },
            effort: None,
            exercise: None,
        });
    }
}

/// A set and the rest after it. What is done once to get warm has none.
fn set(steps: &mut Vec<Step>, block: &Block, at: usize) {
    let of = &block.exercises[at];
    let effort = match block.part {
        Part::WarmUp => Effort::WarmUp,
        Part::CoolDown => Effort::CoolDown,
        _ => Effort::Active,
    };
    let until = if of.exercise.is_held() {
        // The watch knows no sides: half of the time is for each.
        Until::Seconds(u32::from(of.amount) * of.exercise.sides())
    } else {
        Until::Reps(of.amount.into())
    };
    steps.push(Step {
        name: name(of),
        notes: numbers(block, at),
        until,
        effort: Some(effort),
        exercise: Some(Done { ids: ids(of), weight: of.weight }),
    });
    if block.part != Part::WarmUp || of.sets > 1 {
        rest(steps, block.rest_after(at));
    }
}

/// The sets before a heavy lift.
fn ramp_up(steps: &mut Vec<Step>, of: &Prescribed) {
    for ([reps, pause], weight) in RAMP_UP.iter().zip(RAMP_UP_WEIGHTS).take(of.ramp_up.into()) {
        steps.push(Step {
            name: name(of),
            notes: format!("getting ready: {reps} at {weight}"),
            until: Until::Reps(*reps),
            effort: Some(Effort::WarmUp),
            exercise: Some(Done { ids: ids(of), weight: None }),
        });
        rest(steps, *pause);
    }
}

fn rest(steps: &mut Vec<Step>, seconds: u32) {
    if seconds > 0 {
        steps.push(Step {
            name: "Rest".to_owned(),
            notes: String::new(),
            until: Until::Seconds(seconds),
            effort: Some(Effort::Rest),
            exercise: None,
        });
    }
}

/// What an exercise is called, in few letters.
fn name(of: &Prescribed) -> String {
    capital(&one_line(&of.exercise.short))
}

fn ids(of: &Prescribed) -> Option<[u16; 2]> {
    of.exercise.fit.as_ref().map(|fit| fit.ids)
}
