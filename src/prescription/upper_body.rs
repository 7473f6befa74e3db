//! Upper-body and core sessions: pushes, pulls and core work, nothing for the legs.

use crate::exercise::workout::{Form, Part, Workout};
use crate::exercise::{Exercise, Movement};
use crate::prescription::Room;
use crate::prescription::builder::Draft;
use crate::prescription::choice::is_back;
use crate::prescription::full_body::stand_in;

/// Pushes, pulls and core exercises of a round.
const EACH: usize = 2;
/// Rounds at most.
const MOST_ROUNDS: u8 = 3;

/// An upper-body session.
pub(super) fn workout(room: &Room<'_>) -> Workout {
    let mut draft = Draft::new(room);
    draft.warm_up();
    let arms = arms(room);
    let arms_stand_in = if room.pulls() { None } else { stand_in(room, arms.first().copied()) };
    if room.class.is_hard() {
        // One round of the trunk has to find room; then supersets with their rest.
        let at = draft.put(draft.block(Part::Core, Form::Circuit, &trunk(room), 1));
        for pair in arms.chunks(2) {
            let sets = room.dose(pair[0]).sets[0];
            let _ = (1..=sets).rev().any(|sets| {
                let block = draft.block(Part::Accessory, Form::Superset, pair, sets);
                draft.add(block)
            });
        }
        let rounds = draft.blocks[at].exercises.last().map_or(1, |of| room.dose(&of.exercise).sets[1]);
        for rounds in 2..=rounds.min(MOST_ROUNDS) {
            draft.sets(at, rounds);
        }
    } else {
        let mut round = arms;
        round.extend(trunk(room));
        let most = round.first().map_or(1, |first| room.dose(first).sets[1]).min(MOST_ROUNDS);
        let at = draft.put(draft.block(Part::Main, Form::Circuit, &round, 1));
        for rounds in 2..=most {
            draft.sets(at, rounds);
        }
    }
    let there = |of: &&Exercise| {
        draft.blocks.iter().flat_map(|block| &block.exercises).any(|other| other.exercise.id == of.id)
    };
    if let Some(superman) = arms_stand_in.filter(|superman| !there(superman)) {
        draft.straight(Part::Accessory, superman);
    }
    draft.more(false);
    draft.done()
}

/// Two pulls and two pushes in turn, as far as they can be had.
fn arms<'a>(room: &Room<'a>) -> Vec<&'a Exercise> {
    let mut picked: Vec<&'a Exercise> = Vec::new();
    let draft = |picked: &[&Exercise]| {
        let empty = Draft::new(room);
        [empty.block(Part::Main, Form::Circuit, picked, 1)]
    };
    for _ in 0..EACH {
        for movement in [Movement::Pull, Movement::Push] {
            picked.extend(room.upper(&draft(&picked), movement));
        }
    }
    picked
}

/// Two core exercises, one of them for the back.
fn trunk<'a>(room: &Room<'a>) -> Vec<&'a Exercise> {
    let first = room.core(&[]);
    let used = Draft::new(room).block(Part::Core, Form::Circuit, &first.into_iter().collect::<Vec<_>>(), 1);
    let used = [used];
    let back = if first.is_some_and(is_back) { None } else { room.core_back(&used) };
    first.into_iter().chain(back.or_else(|| room.core(&used))).collect()
}
