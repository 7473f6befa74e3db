//! Upper-body and core sessions: pushes and pulls, then hips, trunk and feet, nothing for the legs.

use super::choice;
use super::draft::{Draft, Item, Role};
use super::slot::Slot;
use super::warm_up::cool_down;
use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Movement};
use crate::rules::{EACH_AT_MOST, LEAST_SETS};

/// An upper-body session.
pub(super) fn workout(slot: &Slot<'_>) -> Workout {
    let mut draft = Draft::new(slot);
    // Beside one leg session one push and one pull; beside two, or none, two of each.
    let each = if slot.order.among.legs == 1 { 1 } else { usize::from(EACH_AT_MOST) };
    let each = each.min(draft.most().saturating_sub(1) / 2);
    let mut used: Vec<&Exercise> = Vec::new();
    for nth in 0..each {
        for (role, movement) in [(Role::Upper, Movement::Push), (Role::Pair, Movement::Pull)] {
            let exercise = choice::upper(slot, &used, movement, true);
            used.extend(exercise);
            let sets = exercise.map_or(LEAST_SETS, |of| LEAST_SETS.min(super::dose::range(slot, of).sets[1]));
            if nth == 0 {
                draft.add(role, exercise, sets);
            } else {
                draft.add_if_room(role, exercise, sets);
            }
        }
    }
    let core = choice::core(slot);
    draft.add(
        Role::Core,
        core,
        LEAST_SETS.min(core.map_or(LEAST_SETS, |of| super::dose::range(slot, of).sets[0])),
    );
    for role in [Role::Core, Role::Upper, Role::Pair] {
        draft.lower(role);
    }
    let weak =
        slot.order.weak_areas.iter().find_map(|area| choice::weak_area(slot, &draft.exercises(), *area));
    draft.add_if_room(Role::Weak, weak.or_else(|| choice::prehab(slot)), LEAST_SETS);
    let foot = choice::foot(slot).filter(|of| draft.exercises().iter().all(|other| other.id != of.id));
    draft.add_if_room(Role::Weak, foot, LEAST_SETS);
    if slot.order.among.legs == 0 {
        draft.raise(&[Role::Upper, Role::Pair], |item: &Item<'_>| item.range.sets[1]);
    }
    draft.raise(&[Role::Core], |item| item.range.sets[1]);
    draft.cool_down(cool_down(slot));
    draft.finish()
}
