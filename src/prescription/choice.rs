//! Which exercise stands in a session: what is possible there, the best fitting first, then in turn.

use super::slot::Slot;
use crate::exercise::{Exercise, Intensity, Kind, Movement};
use crate::profile::{Equipment, WeakArea};
use crate::rules::{are_alike, pain_holds_calf, pain_prefers, serves};
use crate::week::session::{Class, Experience};

/// What is added to the tier of an exercise that is only taken where there is no other.
const LAST_RESORT: u8 = 100;
/// From so much more on a tier is much worse, and no change for the sake of change.
const MUCH_WORSE: u8 = 15;
/// What is added to the tier of a bridge or a leg curl: a hinge comes before it.
const AFTER_HINGES: u8 = 10;

/// The exercise among these, which stand in the order of the catalogue, that fits best and is not like one of `used`.
///
/// `tier` says how well one fits: the lowest wins, `None` does not fit at all. Those that fit alike take turns, from block to block
/// and from session to session; where only one fits best, every other session takes the next best.
fn choose<'a>(
    slot: &Slot<'a>,
    among: &[&'a Exercise],
    used: &[&'a Exercise],
    tier: impl Fn(&Exercise) -> Option<u8>,
) -> Option<&'a Exercise> {
    let mut fitting: Vec<(u8, &Exercise)> = Vec::with_capacity(8);
    for exercise in among.iter().copied().filter(|exercise| !is_like_one_of(used, exercise)) {
        let last_resort = if slot.order.care.avoids(exercise) { LAST_RESORT } else { 0 };
        fitting.extend(tier(exercise).map(|tier| (tier + last_resort, exercise)));
    }
    let best_of = |fitting: &[(u8, &'a Exercise)]| -> Vec<&'a Exercise> {
        let best = fitting.iter().map(|(tier, _)| *tier).min();
        fitting.iter().filter(|(tier, _)| Some(*tier) == best).map(|(_, exercise)| *exercise).collect()
    };
    let mut best = best_of(&fitting);
    if let ([only], 1) = (&best[..], slot.order.turn % 2) {
        let least = fitting.iter().map(|(tier, _)| *tier).min().unwrap_or(0);
        fitting.retain(|(tier, exercise)| exercise.id != only.id && *tier < least + MUCH_WORSE);
        let next = best_of(&fitting);
        if !next.is_empty() {
            best = next;
        }
    }
    best.get(turn(slot) % best.len().max(1)).copied()
}

/// The turn of a session among those that share the choice.
const fn turn(slot: &Slot<'_>) -> usize {
    slot.order.ladder.block as usize + slot.order.turn
}

/// Whether an exercise stands in a session already, or one of its pattern and kind.
fn is_like_one_of(used: &[&Exercise], exercise: &Exercise) -> bool {
    used.iter().any(|of| are_alike(of, exercise))
}

/// A leg exercise on both legs or on one, for the knee or the hip; of the other kind where there is none.
pub(super) fn legs<'a>(
    slot: &Slot<'a>,
    used: &[&'a Exercise],
    kind: Kind,
    movement: Movement,
) -> Option<&'a Exercise> {
    let other = if kind == Kind::SingleLeg { Kind::DoubleLeg } else { Kind::SingleLeg };
    [kind, other].into_iter().find_map(|kind| legs_of_kind(slot, used, kind, movement))
}

/// A leg exercise on both legs or on one, for the knee or the hip.
pub(super) fn legs_of_kind<'a>(
    slot: &Slot<'a>,
    used: &[&'a Exercise],
    kind: Kind,
    movement: Movement,
) -> Option<&'a Exercise> {
    choose(slot, &slot.possible, used, |exercise| {
        // A swing is for speed, not for load.
        let is_wanted =
            exercise.kind == kind && exercise.movement() == movement && exercise.pattern != "hinge-power";
        is_wanted.then(|| leg_tier(slot, exercise))
    })
}

/// How well a leg exercise fits, the lowest best: a hinge before a bridge, then the best load first.
fn leg_tier(slot: &Slot<'_>, exercise: &Exercise) -> u8 {
    if slot.order.pain.is_some_and(|place| pain_prefers(place, exercise)) {
        return 0;
    }
    if slot.order.class == Class::Activation {
        // Nothing that makes sore: squats and bridges before slides and lunges.
        return 1 + u8::from(!matches!(&*exercise.pattern, "squat" | "bridge"));
    }
    let is_bridge = matches!(&*exercise.pattern, "bridge" | "knee-flexion");
    1 + load_tier(slot, exercise) + if is_bridge { AFTER_HINGES } else { 0 }
}

/// How well an exercise is loaded: on both legs a barbell or a machine first, then other weights, bands, body weight.
fn load_tier(slot: &Slot<'_>, exercise: &Exercise) -> u8 {
    let used = slot.uses(exercise);
    match () {
        () if exercise.can_be_heavy() && exercise.kind == Kind::DoubleLeg => 0,
        () if used.weights() => 1,
        () if used.has(Equipment::Band) => 2,
        () => 3,
    }
}

/// A push or a pull; several joints before one (S42). To 25 minutes both arms work at once.
pub(super) fn upper<'a>(
    slot: &Slot<'a>,
    used: &[&'a Exercise],
    movement: Movement,
    both_arms: bool,
) -> Option<&'a Exercise> {
    choose(slot, &slot.possible, used, |exercise| {
        let is_wanted = exercise.kind == Kind::Upper && exercise.movement() == movement;
        is_wanted.then(|| {
            let joints = match (exercise.pattern == "scapular", exercise.equipment.is_empty()) {
                (true, true) => 60,
                (true, false) => 40,
                (false, _) => 0,
            };
            let arms = if both_arms && exercise.per_side { 20 } else { 0 };
            joints + arms + u8::from(!slot.uses(exercise).weights())
        })
    })
}

/// The push or pull of a whole-body session; they take turns, and one comes where the other cannot be had.
pub(super) fn push_or_pull<'a>(slot: &Slot<'a>, both_arms: bool) -> Option<&'a Exercise> {
    let [first, second] = if slot.order.turn.is_multiple_of(2) {
        [Movement::Push, Movement::Pull]
    } else {
        [Movement::Pull, Movement::Push]
    };
    upper(slot, &[], first, both_arms).or_else(|| upper(slot, &[], second, both_arms))
}

/// The core exercise of the session: the one whose turn it is, for the front and for the back in turn.
pub(super) fn core<'a>(slot: &Slot<'a>) -> Option<&'a Exercise> {
    slot.core.get(turn(slot) % slot.core.len().max(1)).copied()
}

/// Calf work, with a straight and a bent knee in turn: one leg at a time before both, but in activation.
pub(super) fn calf<'a>(slot: &Slot<'a>) -> Option<&'a Exercise> {
    if slot.order.pain.is_some_and(pain_holds_calf) {
        return slot.possible.iter().find(|exercise| exercise.kind == Kind::CalfHold).copied();
    }
    let patterns = if slot.order.turn.is_multiple_of(2) { ["calf", "soleus"] } else { ["soleus", "calf"] };
    let is_gentle = matches!(slot.order.class, Class::Activation);
    let of = |pattern: &str| {
        let fitting = |exercise: &&&Exercise| exercise.kind == Kind::Calf && exercise.pattern == pattern;
        let tier = |exercise: &&&Exercise| {
            let kind = u8::from(exercise.per_side == is_gentle);
            let bare = u8::from(!is_gentle && !slot.uses(exercise).weights());
            // A weight on both legs before one leg without; else one leg.
            (if slot.order.level == Experience::Novice { bare } else { 0 }, kind, bare)
        };
        slot.possible.iter().filter(fitting).min_by_key(tier).copied()
    };
    patterns.into_iter().find_map(of)
}

/// A plyometric exercise of at most this intensity: a harder one before a low one, where harder ones are allowed.
pub(super) fn plyo<'a>(slot: &Slot<'a>, most: Intensity) -> Option<&'a Exercise> {
    choose(slot, &slot.possible, &[], |exercise| {
        let intensity = exercise.intensity.filter(|intensity| *intensity <= most)?;
        Some(most as u8 - intensity as u8)
    })
}

/// An exercise for this weak area.
pub(super) fn weak_area<'a>(slot: &Slot<'a>, used: &[&'a Exercise], area: WeakArea) -> Option<&'a Exercise> {
    choose(slot, &slot.possible, used, |exercise| serves(area, exercise).then_some(0))
}

/// A small exercise such as those for weak areas.
pub(super) fn prehab<'a>(slot: &Slot<'a>) -> Option<&'a Exercise> {
    choose(slot, &slot.possible, &[], |exercise| (exercise.kind == Kind::Prehab).then_some(0))
}

/// Foot-core work.
pub(super) fn foot<'a>(slot: &Slot<'a>) -> Option<&'a Exercise> {
    choose(slot, &slot.possible, &[], |exercise| (exercise.kind == Kind::Foot).then_some(0))
}

/// An exercise that moves a region, or stretches it where `stretches` are welcome; with `ids` one of these, none of `used`.
pub(super) fn mobility<'a>(
    slot: &Slot<'a>,
    used: &[&'a Exercise],
    turn: usize,
    stretches: bool,
    ids: &[&str],
) -> Option<&'a Exercise> {
    let is_wanted = |exercise: &&&Exercise| {
        let is_welcome = exercise.kind == Kind::Mobility || stretches;
        let is_new = used.iter().all(|of| of.id != exercise.id);
        is_welcome && is_new && (ids.is_empty() || ids.contains(&&*exercise.id))
    };
    let wanted: Vec<&Exercise> = slot.mobility.iter().filter(is_wanted).copied().collect();
    wanted.get(turn % wanted.len().max(1)).copied()
}
