//! Upper-body and core sessions: pushes, pulls and core work, nothing for the legs.

use super::builder::SessionBuilder;
use super::choice;
use super::dose::{block, dose};
use super::slot::Slot;
use super::top_up::top_up;
use crate::exercise::workout::{Block, Form, Part, Workout};
use crate::exercise::{Exercise, Movement};
use crate::rules::works_the_back;

/// Pushes, and pulls, of a round.
const EACH: usize = 2;
/// Rounds at most.
const MOST_ROUNDS: u8 = 3;

/// An upper-body session.
pub(super) fn workout(slot: &Slot<'_>) -> Workout {
    let mut builder = SessionBuilder::new(slot);
    let (arms, trunk) = (arms(slot), trunk(slot));
    if slot.order.class.is_hard() {
        push_supersets(&mut builder, &arms, &trunk);
    } else {
        push_rounds(&mut builder, &[&arms[..], &trunk[..]].concat());
    }
    if !slot.has_pull {
        let stand_in = choice::stand_in(slot, arms.first().copied());
        if let Some(exercise) = stand_in.filter(|of| !choice::is_in(&builder.blocks, of)) {
            builder.push_straight(Part::Accessory, exercise);
        }
    }
    top_up(&mut builder);
    builder.finish()
}

/// Adds pairs for the arms with their rest, after one round for the trunk, which has to find room; then more rounds.
fn push_supersets(builder: &mut SessionBuilder<'_, '_>, arms: &[&Exercise], trunk: &[&Exercise]) {
    let slot = builder.slot;
    let at = builder.push(block(slot, Part::Core, Form::Circuit, trunk, 1));
    for pair in arms.chunks(2) {
        let most = dose(slot, pair[0]).sets[0];
        builder.push_with_most_sets(Part::Accessory, Form::Superset, pair, 1, most);
    }
    let rounds = trunk.last().map_or(1, |last| dose(slot, last).sets[1]);
    builder.raise_sets(at, rounds.min(MOST_ROUNDS));
}

/// Adds rounds of these exercises: one that has to find room, then more.
fn push_rounds(builder: &mut SessionBuilder<'_, '_>, round: &[&Exercise]) {
    let slot = builder.slot;
    let at = builder.push(block(slot, Part::Main, Form::Circuit, round, 1));
    let rounds = round.first().map_or(1, |first| dose(slot, first).sets[1]);
    builder.raise_sets(at, rounds.min(MOST_ROUNDS));
}

/// Two pulls and two pushes in turn, as far as they can be had.
fn arms<'a>(slot: &Slot<'a>) -> Vec<&'a Exercise> {
    let mut arms = Vec::with_capacity(2 * EACH);
    for _ in 0..EACH {
        for movement in [Movement::Pull, Movement::Push] {
            arms.extend(choice::upper(slot, &[used(slot, &arms)], movement));
        }
    }
    arms
}

/// Two core exercises, one of them for the back where that can be had.
fn trunk<'a>(slot: &Slot<'a>) -> Vec<&'a Exercise> {
    let first = choice::core(slot, &[]);
    let used = [used(slot, first.as_slice())];
    let back = if first.is_some_and(works_the_back) { None } else { choice::core_for_back(slot, &used) };
    first.into_iter().chain(back.or_else(|| choice::core(slot, &used))).collect()
}

/// Exercises that are chosen already, as a block.
fn used(slot: &Slot<'_>, exercises: &[&Exercise]) -> Block {
    block(slot, Part::Main, Form::Circuit, exercises, 1)
}
