//! More of everything for a session that has room left, in a fixed order, then easing off.

use super::builder::{LEAST_SETS, SessionBuilder};
use super::choice;
use super::dose::{block, dose};
use crate::exercise::workout::{Block, CHANGE_OVER, Form, Part, Prescribed};
use crate::exercise::{Exercise, Kind, Movement};
use crate::season::Side;

/// Small exercises for weak areas and the like in a session, at most.
const MOST_PREHAB: usize = 2;
/// Core exercises of a whole-body session at most, so that the next one has others (S44: variety).
const MOST_CORE: usize = 3;
/// Core exercises of an upper-body session at most.
const MOST_CORE_UPPER: usize = 4;
/// Exercises of a cool-down after its first one, at most.
const MOST_COOL_DOWN: usize = 12;

/// A way to fill a session up; whether it had room.
type Step = fn(&mut SessionBuilder<'_, '_>) -> bool;

/// The ways to fill a whole-body session up, in their order.
const WHOLE_BODY: [Step; 7] =
    [push_core, push_superset, push_foot, push_legs, push_calf, push_core, push_prehab];
/// The ways to fill an upper-body session up, in their order.
const UPPER_BODY: [Step; 3] = [push_core, push_superset, push_core];

/// Fills a session up, round by round of its ways, until the slot is as good as full or nothing fits; then cools down.
pub(super) fn top_up(builder: &mut SessionBuilder<'_, '_>) {
    let steps: &[Step] = if builder.slot.order.strength.legs() { &WHOLE_BODY } else { &UPPER_BODY };
    // With pain or in pregnancy nothing is filled up.
    let mut grows = !builder.slot.is_reduced();
    while grows {
        grows = false;
        for step in steps {
            grows |= !builder.is_full() && step(builder);
        }
    }
    cool_down(builder);
}

/// Adds core work, as long as the season's minutes of it allow.
fn push_core(builder: &mut SessionBuilder<'_, '_>) -> bool {
    let slot = builder.slot;
    let at_most = if slot.order.strength.legs() { MOST_CORE } else { MOST_CORE_UPPER };
    let core = builder.exercises().filter(|of| of.exercise.is_core());
    let seconds = |of: &Prescribed| u32::from(of.sets) * (of.work() + CHANGE_OVER);
    let (count, seconds) = core.fold((0, 0), |(count, sum), of| (count + 1, sum + seconds(of)));
    if count >= slot.core.most(at_most) || seconds >= u32::from(slot.season.core_minutes[1]) * 60 {
        return false;
    }
    push_one(builder, Part::Core, choice::core(slot, &builder.blocks))
}

/// Adds a pair of a push and a pull; one of them where the other cannot be had.
fn push_superset(builder: &mut SessionBuilder<'_, '_>) -> bool {
    let slot = builder.slot;
    let of = |movement| choice::upper(slot, &builder.blocks, movement);
    let pair: Vec<&Exercise> = [Movement::Push, Movement::Pull].into_iter().filter_map(of).collect();
    let Some(first) = pair.first() else { return false };
    let sets = dose(slot, first).sets[0];
    let least = LEAST_SETS.min(sets);
    builder.push_with_most_sets(Part::Accessory, Form::Superset, &pair, least, sets).is_some()
}

/// Adds leg work, by the kind that leads in the season: with the season's sets or none.
fn push_legs(builder: &mut SessionBuilder<'_, '_>) -> bool {
    let slot = builder.slot;
    let (single, double) = (Kind::SingleLeg, Kind::DoubleLeg);
    let kinds = match slot.leading_side() {
        Side::Single => [(single, Movement::Knee), (single, Movement::Hinge)],
        Side::Double => [(double, Movement::Knee), (double, Movement::Hinge)],
        Side::Both => [(double, Movement::Hinge), (single, Movement::Knee)],
    };
    let of = |(kind, movement)| choice::legs(slot, &builder.blocks, kind, movement);
    let exercises: Vec<&Exercise> = kinds.into_iter().filter_map(of).collect();
    // Where neither leads one alone would tip the share.
    let least = if slot.leading_side() == Side::Both { 2 } else { 1 };
    if exercises.len() < least {
        return false;
    }
    let sets = exercises.iter().map(|exercise| dose(slot, exercise).sets[0]).min().unwrap_or(0);
    let straight = |exercise: &&Exercise| block(slot, Part::Main, Form::Straight, &[exercise], sets);
    let blocks: Vec<Block> = exercises.iter().map(straight).collect();
    let fits = builder.has_room_for(blocks.iter().map(Block::seconds).sum());
    if fits {
        builder.blocks.extend(blocks);
    }
    fits
}

/// Adds foot-core work.
fn push_foot(builder: &mut SessionBuilder<'_, '_>) -> bool {
    push_one(builder, Part::Accessory, choice::foot(builder.slot, &builder.blocks))
}

/// Adds calf work.
fn push_calf(builder: &mut SessionBuilder<'_, '_>) -> bool {
    push_one(builder, Part::Accessory, choice::calf(builder.slot, &builder.blocks))
}

/// Adds a small exercise such as those for weak areas.
fn push_prehab(builder: &mut SessionBuilder<'_, '_>) -> bool {
    if builder.exercises().filter(|of| of.exercise.kind == Kind::Prehab).count() >= MOST_PREHAB {
        return false;
    }
    push_one(builder, Part::Accessory, choice::prehab(builder.slot, &builder.blocks))
}

/// Adds an exercise, where there is one, in straight sets.
fn push_one(builder: &mut SessionBuilder<'_, '_>, part: Part, exercise: Option<&Exercise>) -> bool {
    exercise.is_some_and(|exercise| builder.push_straight(part, exercise).is_some())
}

/// Eases off with mobility, a region at a time, until the slot is as good as full.
fn cool_down(builder: &mut SessionBuilder<'_, '_>) {
    builder.core_is_settled = true;
    let slot = builder.slot;
    let mut at = None;
    for nth in 0..=MOST_COOL_DOWN {
        let exercise = choice::mobility(slot, &builder.blocks, slot.order.turn.count + nth, true, &[]);
        let Some(exercise) = exercise.filter(|_| !builder.is_full()) else { return };
        let fits = if let Some(at) = at {
            builder.join(at, exercise)
        } else {
            at = builder.push_if_room(block(slot, Part::CoolDown, Form::Straight, &[exercise], 1));
            at.is_some()
        };
        if !fits {
            return;
        }
    }
}
