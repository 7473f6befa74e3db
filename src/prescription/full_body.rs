//! Whole-body sessions, and those for the lower body, which are the same without the arms: patterns first, then sets, then more
//! exercises, and then the session is over.
//!
//! A session is composed once a block, for the third week of the ladder; the other weeks take sets and repetitions away, never
//! exercises.

use super::choice;
use super::dose::range;
use super::draft::{Draft, Item, Role};
use super::slot::Slot;
use super::warm_up::{cool_down, is_ready_for_jumps};
use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Intensity, Kind, Movement};
use crate::rules::{
    BOTH_ARMS_TO_MINUTES, HOPS_TO_MINUTES, LEAST_SETS, SHORT_TO_MINUTES, THREE_SETS_FROM_MINUTES,
    lacking_note, three_sets_note,
};
use crate::season::Side;
use crate::week::phase::Phase;
use crate::week::session::Class;
use crate::word::Word;

/// Sets at most that a season file may have.
const SETS_AT_MOST: u8 = 10;
/// Exercises for weak areas in a session.
const WEAK_AREAS: usize = 1;

/// A whole-body session, or one for the lower body.
pub(super) fn workout(slot: &Slot<'_>) -> Workout {
    let mut draft = patterns(slot);
    let fewest = |item: &Item<'_>| item.range.sets[0];
    let most = |item: &Item<'_>| item.range.sets[1];
    raise_legs(&mut draft, fewest);
    if slot.order.ladder.ramp_in != 1 {
        add_plyo(&mut draft);
    }
    if !slot.is_reduced() {
        add_more(&mut draft);
        raise_legs(&mut draft, most);
        let second = if slot.order.class == Class::Heavy { LEAST_SETS } else { u8::MAX };
        draft.raise(&[Role::Second], |item| second.min(item.range.sets[0]));
        raise_upper(&mut draft);
        draft.raise(&[Role::Core], most);
    }
    draft.cool_down(cool_down(slot));
    let lacking = lacking(&draft);
    let is_short = slot.doses.phase == Phase::RacePrep && slot.order.minutes < THREE_SETS_FROM_MINUTES;
    let mut workout = draft.finish();
    if !workout.blocks.is_empty() {
        workout.notes.extend(lacking.map(|(what, has_any)| lacking_note(what, has_any, slot.order.minutes)));
        workout.notes.extend(is_short.then(three_sets_note));
    }
    workout
}

/// What a session has no exercise for, and whether there is any: the runner may leave everything of it out, a painful place may be
/// spared it, minutes may be too few.
fn lacking(draft: &Draft<'_, '_>) -> impl Iterator<Item = (&'static str, bool)> + use<> {
    let slot = draft.slot;
    let possible = |movement| slot.possible.iter().any(|of| of.movement() == movement);
    let has_arms = draft.item(Role::Upper).is_some();
    let is_short = slot.order.minutes <= SHORT_TO_MINUTES;
    let has_knee_or_hip = |movement| {
        let mut legs = draft.items.iter().filter(|item| Role::LEGS.contains(&item.role));
        legs.any(|item| item.exercise.movement() == movement)
    };
    let there = [
        (has_knee_or_hip(Movement::Knee), "a knee bend", possible(Movement::Knee)),
        (has_knee_or_hip(Movement::Hinge), "a hinge or bridge", possible(Movement::Hinge)),
        (draft.item(Role::Calf).is_some(), "a calf raise", choice::calf(slot).is_some()),
        (
            has_arms || is_short || !slot.order.strength.arms(),
            "a push or pull",
            possible(Movement::Push) || possible(Movement::Pull),
        ),
        (draft.item(Role::Core).is_some() || is_short && has_arms, "core work", possible(Movement::Core)),
    ];
    there.into_iter().filter(|(there, ..)| !there).map(|(_, what, has_any)| (what, has_any))
}

/// Knee, hinge, calf, one for the arms and core, two sets each with the most repetitions; what is too long loses repetitions, then
/// the arms, then sets of the legs.
fn patterns<'s, 'a>(slot: &'s Slot<'a>) -> Draft<'s, 'a> {
    const ARMS: &[Role] = &[Role::Upper, Role::Pair];
    const ARMS_AND_CORE: &[Role] = &[Role::Upper, Role::Pair, Role::Core];
    let full = all_patterns(slot);
    let mut draft = full.clone();
    for (left_out, sets) in
        [(&[][..], u8::MAX), (ARMS, u8::MAX), (ARMS, LEAST_SETS), (ARMS_AND_CORE, LEAST_SETS)]
    {
        draft.items.clone_from(&full.items);
        draft.items.retain(|item| !left_out.contains(&item.role));
        draft.items.iter_mut().for_each(|item| item.sets = item.sets.min(sets));
        let mut roles =
            [Role::Core, Role::Upper, Role::Pair, Role::Calf, Role::Other, Role::Lead].into_iter();
        loop {
            if draft.fits() {
                return draft;
            }
            let Some(role) = roles.next() else { break };
            draft.lower(role);
        }
    }
    draft
}

/// Every pattern of a session before it is looked at whether they fit.
fn all_patterns<'s, 'a>(slot: &'s Slot<'a>) -> Draft<'s, 'a> {
    let mut draft = Draft::new(slot);
    let order = slot.order;
    let is_short = order.minutes <= SHORT_TO_MINUTES;
    let [lead, other] = leg_exercises(slot);
    let sets = |exercise: Option<&Exercise>| {
        exercise.map_or(LEAST_SETS, |of| range(slot, of).sets[0].min(LEAST_SETS))
    };
    let fewest = |exercise: Option<&Exercise>| exercise.map_or(LEAST_SETS, |of| range(slot, of).sets[0]);
    // Three sets of fifteen are what race prep is about (S56).
    let legs = |exercise| {
        if slot.doses.phase == Phase::RacePrep && !is_short { fewest(exercise) } else { sets(exercise) }
    };
    draft.add(Role::Lead, lead, legs(lead));
    draft.add(Role::Other, other, legs(other));
    let calf = choice::calf(slot);
    draft.add(Role::Calf, calf, sets(calf));
    let both_arms = order.minutes <= BOTH_ARMS_TO_MINUTES;
    let has_arms = order.strength.arms();
    let has_core = !has_arms || !is_short || order.among.legs < 2 || order.turn.is_multiple_of(2);
    if has_arms && (!is_short || !has_core) {
        let upper = choice::push_or_pull(slot, both_arms);
        draft.add(Role::Upper, upper, sets(upper));
    }
    if has_core {
        let core = choice::core(slot);
        draft.add(Role::Core, core, sets(core));
    }
    draft
}

/// The knee bend and the hinge of a session, the one that leads first: on both legs or on one as the season has it.
fn leg_exercises<'a>(slot: &Slot<'a>) -> [Option<&'a Exercise>; 2] {
    let (knee, hinge) = (Movement::Knee, Movement::Hinge);
    let [lead, other] = if slot.order.turn.is_multiple_of(2) { [knee, hinge] } else { [hinge, knee] };
    let kinds = match slot.leading_side() {
        Side::Double => [Kind::DoubleLeg; 2],
        Side::Both => [Kind::DoubleLeg, Kind::SingleLeg],
        Side::Single => [Kind::SingleLeg; 2],
    };
    [choice::legs(slot, &[], kinds[0], lead), choice::legs(slot, &[], kinds[1], other)]
}

/// Raises the legs and the calf: together where they go in rounds.
fn raise_legs(draft: &mut Draft<'_, '_>, most: impl Fn(&Item<'_>) -> u8) {
    if draft.is_in_rounds() {
        draft.raise(&Role::LEGS, &most);
        draft.raise(&[Role::Calf], &most);
    } else {
        // One set after the other, so that none runs ahead.
        for sets in 1..=SETS_AT_MOST {
            for role in Role::ALL_LEGS {
                draft.raise(&[role], |item| most(item).min(sets));
            }
        }
    }
}

/// Adds plyometrics: the hardest that are allowed and fit, with as many sets as there is room for, two at least.
fn add_plyo(draft: &mut Draft<'_, '_>) {
    let slot = draft.slot;
    let Some(hardest) = slot.order.plyo.filter(|_| slot.order.minutes > HOPS_TO_MINUTES) else { return };
    let is_low = !is_ready_for_jumps(slot) || slot.order.ladder.ramp_in > 0;
    let hardest = if is_low { Intensity::Low } else { hardest };
    for most in Intensity::ALL.iter().rev().copied().filter(|intensity| *intensity <= hardest) {
        let Some(exercise) = choice::plyo(slot, most) else { return };
        let [_, sets] = range(slot, exercise).sets;
        for sets in (LEAST_SETS..=sets).rev() {
            let [_, contacts] = range(slot, exercise).amount;
            let all = u32::from(contacts).next_multiple_of(exercise.sides()) * u32::from(sets);
            if all <= slot.contacts {
                draft.add_if_room(Role::Plyo, Some(exercise), sets);
            }
            if draft.item(Role::Plyo).is_some() {
                return;
            }
        }
    }
}

/// Adds a second leg exercise on one leg, the other of push and pull, and something for a weak area or, without the arms, the feet.
fn add_more(draft: &mut Draft<'_, '_>) {
    let slot = draft.slot;
    if slot.order.class == Class::Activation {
        draft.add_if_room(Role::Weak, choice::prehab(slot), LEAST_SETS.min(sets_of_prehab(slot)));
        return;
    }
    let used = draft.exercises();
    let second = [Movement::Hinge, Movement::Knee]
        .into_iter()
        .find_map(|movement| choice::legs_of_kind(slot, &used, Kind::SingleLeg, movement));
    // What keeps the load is a knee bend and a hinge, and no more.
    draft.add_if_room(Role::Second, second.filter(|_| !slot.order.maintains_heavy), LEAST_SETS);
    let upper = draft.item(Role::Upper).map(|item| item.exercise.movement());
    if let Some(upper) = upper.filter(|_| slot.order.among.upper == 0) {
        let other = if upper == Movement::Push { Movement::Pull } else { Movement::Push };
        let is_scapular = |of: &&Exercise| of.pattern == "scapular" && of.equipment.is_empty();
        let both_arms = slot.order.minutes <= BOTH_ARMS_TO_MINUTES;
        let pair = choice::upper(slot, &draft.exercises(), other, both_arms).filter(|of| !is_scapular(of));
        draft.add_if_room(Role::Pair, pair, LEAST_SETS);
    }
    for area in slot.order.weak_areas.iter().take(WEAK_AREAS) {
        draft.add_if_room(Role::Weak, choice::weak_area(slot, &draft.exercises(), *area), LEAST_SETS);
    }
    // What the arms would take goes to the feet.
    if !slot.order.strength.arms() && draft.item(Role::Weak).is_none() {
        draft.add_if_room(Role::Weak, choice::foot(slot), LEAST_SETS);
    }
}

/// Sets of small exercises in the season.
fn sets_of_prehab(slot: &Slot<'_>) -> u8 {
    choice::prehab(slot).map_or(1, |exercise| range(slot, exercise).sets[1])
}

/// Raises the arms, never above a main lift, nor beside a session that is for them.
fn raise_upper(draft: &mut Draft<'_, '_>) {
    if draft.slot.order.among.upper > 0 {
        return;
    }
    let lifts = [Role::Lead, Role::Other, Role::Second].into_iter().filter_map(|role| draft.item(role));
    let lifts = lifts.map(|item| item.sets).min();
    let lifts = lifts.unwrap_or(u8::MAX);
    draft.raise(&[Role::Upper, Role::Pair], |item| item.range.sets[1].min(lifts));
}
