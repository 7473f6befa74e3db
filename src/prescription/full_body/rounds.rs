//! Light whole-body sessions: rounds of a hinge, a knee bend, a push or a pull, and core work.

use crate::exercise::workout::{Form, Part};
use crate::exercise::{Exercise, Kind, Movement};
use crate::prescription::builder::SessionBuilder;
use crate::prescription::choice;
use crate::prescription::dose::{block, dose};
use crate::prescription::slot::Slot;
use crate::rules::CALF_FROM_MINUTES;
use crate::season::Side;
use crate::week::session::Class;

/// Sets of calf work that a light session has room for.
const CALF_SETS: u8 = 2;

/// Adds the rounds of a session with what belongs to them: jumps, calf work where there is time, weak areas.
pub(super) fn push_rounds(builder: &mut SessionBuilder<'_, '_>) {
    let slot = builder.slot;
    let [hinge, knee] = legs(slot);
    let at = push_first_round(builder, [hinge, knee]);
    let [least, most] = hinge.or(knee).map_or([1, 1], |first| dose(slot, first).sets);
    // The season's rounds come before harder jumps.
    builder.push_plyo(builder.blocks[at].seconds() * u32::from(least - 1));
    builder.raise_sets(at, least);
    let is_activation = slot.order.class == Class::Activation;
    let has_calf = slot.order.minutes >= CALF_FROM_MINUTES && !is_activation;
    let calf = if has_calf { push_calf(builder) } else { None };
    if is_activation {
        builder.set_sets(at, most);
        push_small_exercises(builder);
    }
    builder.push_weak_area(0);
    if !slot.is_reduced() {
        push_further_rounds(builder, at, [least, most]);
        raise_calf(builder, calf);
    }
}

/// A hinge and a knee bend, on both legs or on one as the season leads; they change kinds from session to session.
fn legs<'a>(slot: &Slot<'a>) -> [Option<&'a Exercise>; 2] {
    let kinds = match slot.leading_side() {
        Side::Double => [Kind::DoubleLeg; 2],
        Side::Both => [Kind::DoubleLeg, Kind::SingleLeg],
        Side::Single => [Kind::SingleLeg; 2],
    };
    let turn = slot.order.turn.legs;
    let of = |nth: usize, movement| choice::legs_of_either_kind(slot, kinds[(turn + nth) % 2], movement);
    [of(0, Movement::Hinge), of(1, Movement::Knee)]
}

/// Adds one round of these leg exercises, the arms and the trunk, and gives its place.
fn push_first_round(builder: &mut SessionBuilder<'_, '_>, legs: [Option<&Exercise>; 2]) -> usize {
    let slot = builder.slot;
    let (arms, core) = (choice::push_or_pull(slot), choice::core(slot, &[]));
    let round: Vec<&Exercise> = legs.into_iter().chain([arms, core]).flatten().collect();
    let at = builder.push(block(slot, Part::Main, Form::Circuit, &round, 1));
    let stand_in = choice::stand_in(slot, arms);
    if let Some(exercise) = stand_in.filter(|of| core.is_none_or(|core| core.id != of.id)) {
        builder.join(at, exercise);
    }
    at
}

/// Adds calf work if there is room for it, and gives its place.
fn push_calf(builder: &mut SessionBuilder<'_, '_>) -> Option<usize> {
    let calf = choice::calf(builder.slot, &builder.blocks)?;
    builder.push_if_room(block(builder.slot, Part::Accessory, Form::Straight, &[calf], CALF_SETS))
}

/// Adds a small exercise and calf work to a session that is activation.
fn push_small_exercises(builder: &mut SessionBuilder<'_, '_>) {
    for choose in [choice::prehab, choice::calf] {
        if let Some(exercise) = choose(builder.slot, &builder.blocks) {
            builder.push_straight(Part::Accessory, exercise);
        }
    }
}

/// Adds rounds up to the most of the season until the slot is as good as full.
fn push_further_rounds(builder: &mut SessionBuilder<'_, '_>, at: usize, [least, most]: [u8; 2]) {
    for rounds in least + 1..=most {
        if builder.is_full() || !builder.set_sets(at, rounds) {
            break;
        }
    }
}

/// Raises calf work to the season's sets, unless the slot is as good as full.
fn raise_calf(builder: &mut SessionBuilder<'_, '_>, calf: Option<usize>) {
    if let Some(at) = calf.filter(|_| !builder.is_full()) {
        let sets = dose(builder.slot, &builder.blocks[at].exercises[0].exercise).sets[0];
        builder.set_sets(at, sets);
    }
}
