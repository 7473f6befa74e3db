//! Mobility sessions: a region after the other, a minute each, the feet where there is time.

use super::choice;
use super::dose::{block, prescribe, range};
use super::slot::Slot;
use crate::exercise::Exercise;
use crate::exercise::workout::{Block, Load, Part, Prescribed, REP, Workout, work};
use crate::rules::REGION_SECONDS;
use crate::week::session::Run;

/// The regions in their order, each with its exercises by their ids; they take turns from session to session.
const REGIONS: [&[&str]; 6] = [
    &["hip-flexor-stretch", "elbow-to-foot-lunge"],
    &["ninety-ninety-switch", "piriformis-stretch"],
    &["knee-to-wall"],
    &["calf-stretch"],
    &["hamstring-stretch", "leg-swings"],
    &["thoracic-rotation", "cat-camel"],
];
/// Sets of the foot exercise.
const FOOT_SETS: u8 = 2;
/// Repetitions of the foot exercise, each side.
const FOOT_REPS: u8 = 10;

/// A mobility session.
pub(super) fn workout(slot: &Slot<'_>) -> Workout {
    let mut all = block(slot, Part::Mobility, &[], 1);
    for ids in REGIONS {
        if let Some(exercise) = exercise_for(slot, &all, ids) {
            push_if_room(slot, &mut all, region(slot, exercise));
        }
    }
    if let Some(foot) = choice::foot(slot) {
        let mut of = prescribe(slot, foot, FOOT_SETS.min(range(slot, foot).sets[0]));
        set_amount(&mut of, FOOT_REPS);
        push_if_room(slot, &mut all, of);
    }
    Workout { slot: slot.order.minutes, blocks: vec![all], gear: slot.order.gear, ..Workout::default() }
}

/// The exercise for a region; one that is only stretched gives way to another that is moved where stretches are unwelcome.
fn exercise_for<'a>(slot: &Slot<'a>, all: &Block, ids: &[&str]) -> Option<&'a Exercise> {
    let used: Vec<&Exercise> = slot
        .mobility
        .iter()
        .copied()
        .filter(|of| all.exercises.iter().any(|in_it| in_it.exercise.id == of.id))
        .collect();
    let turn = slot.order.turn;
    // Held stretches have no place beside a speed run.
    let stretches = slot.order.run_beside != Run::Speed;
    let of_region = choice::mobility(slot, &used, turn, stretches, ids);
    of_region.or_else(|| choice::mobility(slot, &used, turn, stretches, &[]))
}

/// An exercise with the numbers that make a minute of it, both sides together.
fn region(slot: &Slot<'_>, exercise: &Exercise) -> Prescribed {
    let mut of = prescribe(slot, exercise, 1);
    let each = if exercise.is_held() { 1 } else { REP };
    let amount = u8::try_from(REGION_SECONDS / exercise.sides() / each).unwrap_or(u8::MAX);
    // Race week and recovery do a little less. What has no sides goes both ways, and counts both.
    let most = range(slot, exercise).amount[1] * if exercise.per_side { 1 } else { 2 };
    set_amount(&mut of, amount.min(most));
    if matches!(slot.order.run_beside, Run::Long | Run::Race) {
        of.load = Load::Gentle;
    }
    of
}

/// Gives an exercise so many repetitions or seconds.
fn set_amount(of: &mut Prescribed, amount: u8) {
    (of.amount, of.most, of.seconds) = (amount, amount, work(&of.exercise, amount, false));
}

/// Adds an exercise to the block if there is room for it.
fn push_if_room(slot: &Slot<'_>, all: &mut Block, of: Prescribed) {
    all.exercises.push(of);
    if all.seconds() > slot.seconds {
        all.exercises.pop();
    }
}
