//! Which exercise stands in a session: what is possible there, the best fitting first, then in turn.

use super::slot::Slot;
use crate::exercise::workout::{Block, Part};
use crate::exercise::{Exercise, Intensity, Kind, Movement};
use crate::profile::WeakArea;
use crate::rules::serves;
use crate::week::session::Class;

/// What is added to the tier of an exercise that is only taken where there is no other.
const LAST_RESORT: u8 = 100;

/// The exercise among these, which stand in the order of the catalogue, that fits best and is not in `used`.
///
/// `tier` says how well one fits: the lowest wins, `None` does not fit at all. Those that fit alike take turns.
fn choose<'a>(
    slot: &Slot<'a>,
    among: &[&'a Exercise],
    used: &[Block],
    turn: usize,
    tier: impl Fn(&Exercise) -> Option<u8>,
) -> Option<&'a Exercise> {
    let (mut best, mut fitting) = (u8::MAX, Vec::with_capacity(8));
    for exercise in among {
        let last_resort = if slot.order.care.avoids(exercise) { LAST_RESORT } else { 0 };
        let Some(tier) = tier(exercise).map(|tier| tier + last_resort).filter(|tier| *tier <= best) else {
            continue;
        };
        if is_in(used, exercise) {
            continue;
        }
        if tier < best {
            best = tier;
            fitting.clear();
        }
        fitting.push(*exercise);
    }
    fitting.get(turn % fitting.len().max(1)).copied()
}

/// Whether an exercise is in one of the blocks; what warms up may come again.
pub(super) fn is_in(blocks: &[Block], exercise: &Exercise) -> bool {
    let blocks = blocks.iter().filter(|block| block.part != Part::WarmUp);
    blocks.flat_map(|block| &block.exercises).any(|of| of.exercise.id == exercise.id)
}

/// The turn of leg sessions, over rotations and within the week.
const fn leg_turn(slot: &Slot<'_>) -> usize {
    slot.order.rotation + slot.order.turn.legs
}

/// A leg exercise on both legs or on one, for the knee or the hip.
pub(super) fn legs<'a>(
    slot: &Slot<'a>,
    used: &[Block],
    kind: Kind,
    movement: Movement,
) -> Option<&'a Exercise> {
    choose(slot, &slot.possible, used, leg_turn(slot), |exercise| {
        let is_wanted = exercise.kind == kind && exercise.movement() == movement;
        // A swing is for speed, not for load.
        let is_swing = exercise.pattern == "hinge-power" && slot.order.class.is_hard();
        (is_wanted && !is_swing).then(|| leg_tier(slot, exercise))
    })
}

/// How well a leg exercise fits, the lowest best.
fn leg_tier(slot: &Slot<'_>, exercise: &Exercise) -> u8 {
    let (class, is_second) = (slot.order.class, slot.order.turn.legs % 2 == 1);
    match &*exercise.pattern {
        // Nothing that makes sore: squats and bridges before slides and lunges.
        "squat" | "bridge" if class == Class::Activation => 0,
        _ if class == Class::Activation => 1,
        // Light work needs no load; the second session of a week takes another hinge.
        _ if !class.is_hard() && is_second && exercise.movement() == Movement::Hinge => 0,
        _ => load_tier(slot, exercise),
    }
}

/// How well an exercise is loaded: a barbell before other weights before none, where the session is for lifting.
fn load_tier(slot: &Slot<'_>, exercise: &Exercise) -> u8 {
    let used = slot.uses(exercise);
    if !used.weights() {
        return 2;
    }
    let is_barbell_lift = slot.order.class.is_hard() && exercise.kind == Kind::DoubleLeg;
    u8::from(is_barbell_lift && !exercise.can_be_heavy())
}

/// The first leg exercise of a movement: of this kind, or of the other one where there is none.
pub(super) fn legs_of_either_kind<'a>(
    slot: &Slot<'a>,
    kind: Kind,
    movement: Movement,
) -> Option<&'a Exercise> {
    let other = if kind == Kind::SingleLeg { Kind::DoubleLeg } else { Kind::SingleLeg };
    legs(slot, &[], kind, movement).or_else(|| legs(slot, &[], other, movement))
}

/// A push or a pull; several joints before one (S42).
pub(super) fn upper<'a>(slot: &Slot<'a>, used: &[Block], movement: Movement) -> Option<&'a Exercise> {
    let turn = slot.order.rotation + slot.order.turn.count;
    choose(slot, &slot.possible, used, turn, |exercise| {
        let is_wanted = exercise.kind == Kind::Upper && exercise.movement() == movement;
        is_wanted.then(|| match (exercise.pattern == "scapular", exercise.equipment.is_empty()) {
            (true, true) => 3,
            (true, false) => 2,
            (false, _) => u8::from(slot.order.class.is_hard() && !slot.uses(exercise).weights()),
        })
    })
}

/// The push or pull of a whole-body session; they take turns, and one comes where the other cannot be had.
pub(super) fn push_or_pull<'a>(slot: &Slot<'a>) -> Option<&'a Exercise> {
    let (first, second) = if slot.order.push_first {
        (Movement::Push, Movement::Pull)
    } else {
        (Movement::Pull, Movement::Push)
    };
    upper(slot, &[], first).or_else(|| upper(slot, &[], second))
}

/// What stands in beside an exercise for the arms where that is a pull that needs nothing, such as a raise.
pub(super) fn stand_in<'a>(slot: &Slot<'a>, arms: Option<&Exercise>) -> Option<&'a Exercise> {
    let is_bare_pull = arms.is_some_and(|of| of.movement() == Movement::Pull && of.equipment.is_empty());
    slot.pull_stand_in().filter(|_| is_bare_pull)
}

/// The next core exercise of the session.
pub(super) fn core<'a>(slot: &Slot<'a>, used: &[Block]) -> Option<&'a Exercise> {
    slot.core.of_session(slot.order.session_number).find(|exercise| !is_in(used, exercise))
}

/// Core work for the back, but neither what the session before nor what the next one starts with.
pub(super) fn core_for_back<'a>(slot: &Slot<'a>, used: &[Block]) -> Option<&'a Exercise> {
    let mut back = slot.core.back_of_session(slot.order.session_number);
    let back = back.find(|exercise| !is_in(used, exercise));
    back.or_else(|| slot.pull_stand_in().filter(|exercise| !is_in(used, exercise)))
}

/// Calf work: one leg at a time before both, but in activation.
pub(super) fn calf<'a>(slot: &Slot<'a>, used: &[Block]) -> Option<&'a Exercise> {
    let is_gentle = slot.order.class == Class::Activation;
    choose(slot, &slot.possible, used, leg_turn(slot), |exercise| {
        let is_calf = exercise.kind == Kind::Calf && exercise.pattern == "calf";
        is_calf.then(|| u8::from(exercise.per_side == is_gentle))
    })
}

/// A plyometric exercise of at most this intensity: a harder one before a low one, where harder ones are allowed.
pub(super) fn plyo<'a>(slot: &Slot<'a>, most: Intensity) -> Option<&'a Exercise> {
    choose(slot, &slot.possible, &[], leg_turn(slot), |exercise| {
        let intensity = exercise.intensity.filter(|intensity| *intensity <= most)?;
        Some(u8::from(intensity == Intensity::Low && most > Intensity::Low))
    })
}

/// An exercise for this weak area.
pub(super) fn weak_area<'a>(slot: &Slot<'a>, used: &[Block], area: WeakArea) -> Option<&'a Exercise> {
    choose(slot, &slot.possible, used, leg_turn(slot), |exercise| serves(area, exercise).then_some(0))
}

/// A small exercise such as those for weak areas.
pub(super) fn prehab<'a>(slot: &Slot<'a>, used: &[Block]) -> Option<&'a Exercise> {
    let is_prehab = |exercise: &Exercise| (exercise.kind == Kind::Prehab).then_some(0);
    choose(slot, &slot.possible, used, leg_turn(slot), is_prehab)
}

/// Foot-core work.
pub(super) fn foot<'a>(slot: &Slot<'a>, used: &[Block]) -> Option<&'a Exercise> {
    choose(slot, &slot.possible, used, 0, |exercise| (exercise.kind == Kind::Foot).then_some(0))
}

/// An exercise that moves a region, or stretches it where `stretches` are welcome; with `ids` one of these.
pub(super) fn mobility<'a>(
    slot: &Slot<'a>,
    used: &[Block],
    turn: usize,
    stretches: bool,
    ids: &[&str],
) -> Option<&'a Exercise> {
    choose(slot, &slot.mobility, used, turn, |exercise| {
        let is_welcome = exercise.kind == Kind::Mobility || stretches;
        let is_wanted = ids.is_empty() || ids.contains(&&*exercise.id);
        (is_welcome && is_wanted).then_some(0)
    })
}
