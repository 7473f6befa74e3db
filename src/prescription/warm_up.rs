//! Getting warm before a strength session and easing off after it.

use super::choice;
use super::dose::block;
use super::ladder::Step;
use super::slot::Slot;
use crate::exercise::workout::{Block, CHANGE_OVER, Form, Load, Part, Prescribed, work};
use crate::exercise::{Exercise, Intensity};
use crate::rules::{HOPS, HOPS_TO_MINUTES, READY_FOR_JUMPS, warm_up_seconds};

/// Exercises that warm up, in the order in which they are taken.
const WARMING: [&str; 3] = ["leg-swings", "elbow-to-foot-lunge", "cat-camel"];
/// Stretches of a cool-down.
const COOL_DOWN: usize = 2;

/// Seconds of the warm-up of a session.
pub(super) fn warm_up_time(slot: &Slot<'_>) -> u32 {
    warm_up_seconds(slot.order.class, slot.order.minutes, slot.order.after_run)
}

/// Whether one is warm enough for jumps: after a run, or after four minutes.
pub(super) fn is_ready_for_jumps(slot: &Slot<'_>) -> bool {
    slot.order.after_run || warm_up_time(slot) >= READY_FOR_JUMPS
}

/// Getting warm, with hops where the session is too short for plyometrics of their own.
pub(super) fn warm_up(slot: &Slot<'_>, step: Step) -> Block {
    let given = warm_up_time(slot);
    let mut block = block(slot, Part::WarmUp, &[], 1);
    block.given = Some(given);
    let order = slot.order;
    let hops = order
        .plyo
        .filter(|_| order.strength.legs() && order.minutes <= HOPS_TO_MINUTES && order.ladder.ramp_in != 1);
    let mut left = given;
    if let Some(hops) = hops.and_then(|_| choice::plyo(slot, Intensity::Low)) {
        let [sets, contacts] = HOPS;
        let amount = step.contacts(order.ladder, contacts);
        let seconds = work(hops, amount, false);
        let of =
            Prescribed { amount, most: amount, seconds, sets, ..super::dose::prescribe(slot, hops, sets) };
        // What moves beside the hops is the same in every week.
        left = left.saturating_sub(u32::from(sets) * (work(hops, contacts, false) + CHANGE_OVER));
        block.exercises.push(of);
    }
    let exercises = WARMING.iter().filter_map(|id| choice::mobility(slot, &[], 0, false, &[id]));
    let mut moves = Vec::new();
    for exercise in exercises {
        let of = super::dose::prescribe(slot, exercise, 1);
        if of.seconds <= left {
            left -= of.seconds;
            moves.push(of);
        }
    }
    block.exercises.splice(0..0, moves);
    block
}

/// Easing off with stretches, where no mobility session follows.
pub(super) fn cool_down(slot: &Slot<'_>) -> Option<Block> {
    if slot.order.before_mobility {
        return None;
    }
    let mut used: Vec<&Exercise> = Vec::new();
    for nth in 0..COOL_DOWN {
        used.extend(choice::mobility(slot, &used, slot.order.turn + nth, true, &[]));
    }
    let mut block = block(slot, Part::CoolDown, &used, 1);
    block.form = Form::Straight;
    for of in &mut block.exercises {
        of.load = Load::BodyWeight;
        of.rest = 0;
    }
    (!block.exercises.is_empty()).then_some(block)
}
