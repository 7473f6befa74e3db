//! Heavy and moderate whole-body sessions: lifts in straight sets, then a push and a pull, then calf and core in rounds.

use crate::exercise::workout::{Form, Part};
use crate::exercise::{Exercise, Kind, Movement};
use crate::prescription::builder::{LEAST_SETS, SessionBuilder};
use crate::prescription::choice;
use crate::prescription::dose::{block, dose};
use crate::prescription::slot::Slot;
use crate::rules::{CALF_FROM_MINUTES, WEAK_AREA_FROM_MINUTES};
use crate::season::Side;
use crate::week::session::Class;

/// Ramp-up sets before a heavy first lift.
const RAMP_UP_SETS: u8 = 2;
/// Sets of a lift at most, whatever a season says.
const MOST_SETS: u8 = 6;
/// Rounds of calf and core work at most.
const CORE_ROUNDS: u8 = 3;
/// From so many minutes on a session has a second core exercise, whichever kind of leg work leads.
const SECOND_CORE_FROM_MINUTES: u16 = CALF_FROM_MINUTES + 20;

/// The blocks of a session, by their places.
struct Places {
    /// The lifts, a block each.
    lifts: Vec<usize>,
    /// A push and a pull.
    arms: usize,
    /// Calf and core work in rounds.
    trunk: usize,
}

/// How far lifts are raised.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aim {
    /// To the fewest sets of their doses.
    Fewest,
    /// To the most sets of their doses, until the slot is as good as full.
    Most,
}

/// Adds the lifts of a session with what belongs to them: first one set of everything, then what the season wants, then more.
pub(super) fn push_lifts(builder: &mut SessionBuilder<'_, '_>) {
    let slot = builder.slot;
    let mut lifts = lifts(slot);
    // What makes it a whole-body session; the third lift comes when there is time, but where one leg has to lead.
    let must = if slot.leading_side() == Side::Single && slot.order.gear.weights() { 3 } else { 2 };
    let must = lifts.len().min(must);
    let (first, further) = lifts.split_at_mut(must);
    change_copy(slot, first);
    let mut places = push_one_set_of_each(builder, first);
    let has_time_for_weak_areas = slot.order.minutes >= WEAK_AREA_FROM_MINUTES;
    if has_time_for_weak_areas {
        builder.push_weak_area(0); // before anything grows
    }
    builder.push_plyo(0);
    raise_lifts(builder, &places.lifts, 2, Aim::Fewest);
    join_other_arms(builder, places.arms);
    if !has_time_for_weak_areas {
        builder.push_weak_area(0);
    }
    raise_lifts(builder, &places.lifts, 3, Aim::Fewest);
    for lift in further {
        places.lifts.extend(push_further_lift(builder, lift));
    }
    raise_arms_and_trunk(builder, &places);
    builder.push_weak_area(1);
    for sets in 2..=MOST_SETS {
        if !builder.is_full() {
            raise_lifts(builder, &places.lifts, sets, Aim::Most);
        }
    }
}

/// The lifts of a session in their order, double-leg and single-leg as the season has it.
fn lifts<'a>(slot: &Slot<'a>) -> Vec<&'a Exercise> {
    let [lead, other] = movements(slot);
    let (single, double) = (Kind::SingleLeg, Kind::DoubleLeg);
    let wanted: &[(Kind, Movement)] = match slot.leading_side() {
        Side::Double => &[(double, lead), (double, other), (single, lead)],
        Side::Both => &[(double, lead), (single, other)],
        Side::Single if slot.order.gear.weights() => &[(double, lead), (single, other), (single, lead)],
        Side::Single => &[(single, lead), (single, other), (double, lead)],
    };
    let of = |(kind, movement): &(Kind, Movement)| choice::legs_of_either_kind(slot, *kind, *movement);
    let mut lifts: Vec<&Exercise> = wanted.iter().filter_map(of).collect();
    if slot.leading_side() == Side::Double {
        // What can be loaded comes first.
        lifts.sort_by_key(|exercise| (exercise.kind != double, !slot.uses(exercise).weights()));
    }
    lifts
}

/// The movement that leads the session, and the other one; they change places from session to session.
fn movements(slot: &Slot<'_>) -> [Movement; 2] {
    let (knee, hinge) = (Movement::Knee, Movement::Hinge);
    let lift = |movement| choice::legs(slot, &[], Kind::DoubleLeg, movement);
    let is_loaded = |movement| lift(movement).is_some_and(|lift| slot.uses(lift).weights());
    if !slot.order.turn.legs.is_multiple_of(2) {
        return [hinge, knee];
    }
    // What can be loaded leads; in the second session that would make a copy of the first.
    let only_hinge_is_loaded = slot.order.gear.weights() && !is_loaded(knee) && is_loaded(hinge);
    if only_hinge_is_loaded { [hinge, knee] } else { [knee, hinge] }
}

/// Where the lifts are those of the session before, the last of them gives way to another of its movement: on one leg, say.
fn change_copy<'a>(slot: &Slot<'a>, lifts: &mut [&'a Exercise]) {
    let before = &slot.order.lifts_before;
    let mut ids: Vec<&str> = lifts.iter().map(|exercise| &*exercise.id).collect();
    ids.sort_unstable();
    if !before.iter().map(|id| &**id).eq(ids) {
        return;
    }
    if let Some(last) = lifts.last_mut() {
        let others = [Kind::SingleLeg, Kind::DoubleLeg].into_iter();
        let mut others = others.filter_map(|kind| choice::legs(slot, &[], kind, last.movement()));
        if let Some(other) = others.find(|other| !before.contains(&other.id)) {
            *last = other;
        }
    }
}

/// Adds one set of each of these lifts, of a push or a pull, and of calf and core work, whatever room there is.
fn push_one_set_of_each(builder: &mut SessionBuilder<'_, '_>, lifts: &[&Exercise]) -> Places {
    let slot = builder.slot;
    let lifts = lifts.iter().enumerate().map(|(nth, lift)| push_lift(builder, lift, nth == 0)).collect();
    let arms = choice::push_or_pull(slot);
    let core = choice::core(slot, &builder.blocks);
    let calf = choice::calf(slot, &builder.blocks).filter(|_| slot.order.minutes >= CALF_FROM_MINUTES);
    let trunk: Vec<&Exercise> = calf.into_iter().chain(core).collect();
    let places = Places {
        lifts,
        arms: builder.push(block(slot, Part::Accessory, Form::Superset, arms.as_slice(), 1)),
        trunk: builder.push(block(slot, Part::Core, Form::Circuit, &trunk, 1)),
    };
    let stand_in = choice::stand_in(slot, arms);
    if let Some(exercise) = stand_in.filter(|of| core.is_none_or(|core| core.id != of.id)) {
        builder.push_straight(Part::Accessory, exercise);
    }
    places
}

/// Adds one set of a lift, ramped up to where it is the first one and heavy, and gives its place.
fn push_lift(builder: &mut SessionBuilder<'_, '_>, lift: &Exercise, is_first: bool) -> usize {
    let slot = builder.slot;
    let is_loaded = lift.kind == Kind::DoubleLeg && slot.uses(lift).weights();
    let mut block = block(slot, Part::Main, Form::Straight, &[lift], 1);
    if is_first && is_loaded && slot.order.class == Class::Heavy {
        block.exercises.iter_mut().for_each(|of| of.ramp_up = RAMP_UP_SETS);
    }
    builder.push(block)
}

/// Adds a lift that need not be there with as many sets as the season's share and the slot allow, and gives its place.
fn push_further_lift(builder: &mut SessionBuilder<'_, '_>, lift: &Exercise) -> Option<usize> {
    let slot = builder.slot;
    let most = dose(slot, lift).sets[0];
    (LEAST_SETS.min(most)..=most).rev().find_map(|sets| {
        let straight = block(slot, Part::Main, Form::Straight, &[lift], sets);
        if keeps_share(builder, lift.kind, sets) { builder.push_if_room(straight) } else { None }
    })
}

/// Adds a pull to a push, or a push to a pull, if there is room for it.
fn join_other_arms(builder: &mut SessionBuilder<'_, '_>, arms: usize) {
    let first = builder.blocks[arms].exercises.first().map(|of| of.exercise.movement());
    let other = if first == Some(Movement::Push) { Movement::Pull } else { Movement::Push };
    if let Some(exercise) = choice::upper(builder.slot, &builder.blocks, other) {
        builder.join(arms, exercise);
    }
}

/// Raises the arms and the trunk to the season's sets and rounds; the trunk gets a second core exercise where there is time.
fn raise_arms_and_trunk(builder: &mut SessionBuilder<'_, '_>, places: &Places) {
    let slot = builder.slot;
    let first = builder.blocks[places.arms].exercises.first();
    let sets = first.map_or(1, |of| dose(slot, &of.exercise).sets[0]);
    builder.raise_sets(places.arms, sets);
    let last = builder.blocks[places.trunk].exercises.last();
    let rounds = last.map_or(1, |of| dose(slot, &of.exercise).sets[1]);
    builder.raise_sets(places.trunk, rounds.min(CORE_ROUNDS));
    let neither_leads = slot.season.share.is_some_and(|share| share.side == Side::Both);
    let has_second_core = neither_leads || slot.order.minutes >= SECOND_CORE_FROM_MINUTES;
    if let Some(core) = choice::core(slot, &builder.blocks).filter(|_| has_second_core) {
        builder.join(places.trunk, core);
    }
}

/// Raises lifts to so many sets, as far as the aim in their doses, the season's share and the slot allow.
fn raise_lifts(builder: &mut SessionBuilder<'_, '_>, lifts: &[usize], sets: u8, aim: Aim) {
    let slot = builder.slot;
    if slot.leading_side() == Side::Both && slot.order.gear.weights() {
        // Both kinds go up together, or the share tips.
        if lifts.iter().all(|at| can_be_raised(builder, *at, sets, aim)) {
            builder.set_sets_of_all(lifts, sets);
        }
        return;
    }
    // One leg first where one leg has to lead.
    let kind = |at: usize| builder.blocks[at].exercises[0].exercise.kind;
    let mut order = lifts.to_vec();
    order.sort_by_key(|at| slot.leading_side() == Side::Single && kind(*at) == Kind::DoubleLeg);
    for at in order {
        let is_wanted = aim == Aim::Fewest || !builder.is_full();
        let kind = builder.blocks[at].exercises[0].exercise.kind;
        if is_wanted && can_be_raised(builder, at, sets, aim) && keeps_share(builder, kind, sets) {
            builder.set_sets(at, sets);
        }
    }
}

/// Whether a lift has fewer sets than these, and its dose as many.
fn can_be_raised(builder: &SessionBuilder<'_, '_>, at: usize, sets: u8, aim: Aim) -> bool {
    let lift = &builder.blocks[at].exercises[0];
    let [fewest, most] = dose(builder.slot, &lift.exercise).sets;
    let aimed = if aim == Aim::Fewest { fewest } else { most };
    lift.sets < sets && sets <= aimed
}

/// Whether the season's share of single-leg and double-leg sets holds with so many sets of one kind in one more place.
fn keeps_share(builder: &SessionBuilder<'_, '_>, kind: Kind, sets: u8) -> bool {
    let slot = builder.slot;
    let most = |kind: Kind| {
        let of_kind = builder.exercises().filter(|of| of.exercise.kind == kind);
        of_kind.map(|of| of.sets).max().unwrap_or(0)
    };
    match slot.leading_side() {
        // As many of one leg as of both, at most: with two lifts on both legs and one on one they lead.
        Side::Double => kind == Kind::DoubleLeg || sets <= most(Kind::DoubleLeg),
        Side::Single if slot.order.gear.weights() => kind == Kind::SingleLeg || sets <= most(Kind::SingleLeg),
        // Without weights one leg leads anyway; where neither leads they go up together.
        Side::Single | Side::Both => true,
    }
}
