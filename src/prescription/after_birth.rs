//! Sessions in the first weeks after a birth: breathing, pelvic floor, small movements, a walk (Goom 2019).

use super::dose::{block, prescribe};
use super::slot::Slot;
use crate::exercise::workout::{Block, Form, Part, Prescribed, Workout};
use crate::exercise::{Exercise, Kind};
use crate::rules::{AFTER_BIRTH_MINUTES, minutes_note};

/// Seconds of a walk at the beginning, and at the end where there is room.
const WALK: u8 = 180;
/// Seconds of breathing.
const BREATHING: u8 = 60;
/// Pelvic-floor contractions: quick ones and held ones, each with its sets, repetitions, and seconds of one with its release (Goom
/// 2019: quick ones, and 8 to 12 of 6 to 8 s; the times between are ours).
const CONTRACTIONS: [[u8; 3]; 2] = [[1, 10, 2], [1, 8, 12]];
/// Seconds of rest between two sets.
const REST: u32 = 30;
/// What else there is, by id, with its repetitions: gentle, on the back or on all fours, nothing that bears down.
const MOVES: [(&str, u8); 5] = [
    ("glute-bridge", 10),
    ("sit-to-stand", 10),
    ("side-lying-leg-raise", 10),
    ("standing-calf-raise", 12),
    ("dead-bug", 8),
];
/// What takes turns with the last of them.
const OTHER_CORE: &str = "bird-dog";
/// Sets of each, and where there is little time.
const SETS: [u8; 2] = [2, 1];

/// A session.
pub(super) fn workout(slot: &Slot<'_>) -> Workout {
    let seconds = slot.seconds.min(u32::from(AFTER_BIRTH_MINUTES) * 60);
    let ways = [(SETS[0], true), (SETS[0], false), (SETS[1], false)];
    let of = |(sets, walks)| blocks(slot, sets, walks);
    let total = |blocks: &[Block]| blocks.iter().map(Block::seconds).sum::<u32>();
    let mut workout = Workout { slot: slot.order.minutes, gear: slot.order.gear, ..Workout::default() };
    match ways.into_iter().map(of).find(|blocks| total(blocks) <= seconds) {
        Some(blocks) => workout.blocks = blocks,
        None => workout.notes.push(minutes_note(slot.order.minutes, total(&blocks(slot, SETS[1], false)))),
    }
    workout
}

fn blocks(slot: &Slot<'_>, sets: u8, walks_home: bool) -> Vec<Block> {
    let find = |id: &str| slot.possible.iter().copied().find(|exercise| exercise.id == id);
    let of_kind = |kind: Kind| slot.possible.iter().copied().find(|exercise| exercise.kind == kind);
    let straight = |part, exercises: Vec<Prescribed>| Block { exercises, ..block(slot, part, &[], 1) };
    let walk = |part| {
        let walk = of_kind(Kind::WarmUp).map(|exercise| timed(slot, exercise, 1, WALK, WALK.into()));
        walk.map(|walk| Block { given: Some(WALK.into()), ..straight(part, vec![walk]) })
    };
    let breathing =
        of_kind(Kind::Breathing).map(|exercise| timed(slot, exercise, 1, BREATHING, BREATHING.into()));
    let contractions = of_kind(Kind::PelvicFloor).into_iter().flat_map(|exercise| {
        CONTRACTIONS
            .map(|[sets, reps, each]| timed(slot, exercise, sets, reps, u32::from(reps) * u32::from(each)))
    });
    let first = straight(Part::Core, breathing.into_iter().chain(contractions).collect());
    let is_odd = !slot.order.turn.is_multiple_of(2);
    let moves = MOVES.iter().filter_map(|(id, reps)| {
        let id = if *id == "dead-bug" && is_odd { OTHER_CORE } else { id };
        let exercise = find(id)?;
        let of = prescribe(slot, exercise, sets);
        let seconds = crate::exercise::workout::work(exercise, *reps, false);
        Some(Prescribed { amount: *reps, most: *reps, seconds, rest: REST, rir: None, ..of })
    });
    let moves = Block { form: Form::Circuit, ..straight(Part::Main, moves.collect()) };
    let last = walk(Part::CoolDown).filter(|_| walks_home);
    [walk(Part::WarmUp), Some(first), Some(moves), last].into_iter().flatten().collect()
}

/// An exercise of so many sets and repetitions, each set with its seconds.
fn timed(slot: &Slot<'_>, exercise: &Exercise, sets: u8, reps: u8, seconds: u32) -> Prescribed {
    let of = prescribe(slot, exercise, sets);
    Prescribed { amount: reps, most: reps, seconds, rest: REST, rir: None, ..of }
}
