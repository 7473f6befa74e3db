//! Sets, repetitions and load of an exercise: the season's dose for its kind, and what style, experience and health make of
//! it.

use super::order::Care;
use super::slot::Slot;
use crate::exercise::workout::{Block, Form, Load, Part, Prescribed, rest};
use crate::exercise::{Exercise, Gear, Intensity, Kind};
use crate::profile::Equipment;
use crate::rules::{NOVICE_REPS, NOVICE_RIR};
use crate::season::{Dose, DoseKind, Lift};
use crate::week::session::{Class, Experience};

/// Of a range of repetitions the number nearest to this is taken (practice; the rest of the range is room to progress).
const NEAR: u8 = 8;
/// Sets that a novice does fewer (practice).
const NOVICE_FEWER_SETS: u8 = 1;
/// Sets of a main lift that a novice keeps, where the season has as many.
const NOVICE_LIFT_SETS: u8 = 2;
/// Seconds of rest after a set of body weight, at most (practice).
const BODY_WEIGHT_REST: u32 = 60;
/// One small set, where a season says nothing.
const SMALLEST: Dose = Dose { sets: [1, 1], amount: [8, 8], percent: None, rir: None };

/// A block of these exercises, each with so many sets.
pub(super) fn block(slot: &Slot<'_>, part: Part, form: Form, exercises: &[&Exercise], sets: u8) -> Block {
    let exercises = exercises.iter().map(|exercise| prescribe_in(slot, form, exercise, sets)).collect();
    Block { part, form, exercises, given: None }
}

/// An exercise with its numbers and so many sets, as it stands in a block of this form.
pub(super) fn prescribe_in(slot: &Slot<'_>, form: Form, exercise: &Exercise, sets: u8) -> Prescribed {
    let mut of = prescribe(slot, exercise, sets);
    let is_light_round = form == Form::Circuit && slot.order.class == Class::Light;
    if is_light_round && exercise.is_core() && exercise.per_side {
        of.amount = of.amount.div_ceil(2); // both sides together take the time of one
    }
    of
}

/// An exercise with its numbers and so many sets, as it stands alone.
pub(super) fn prescribe(slot: &Slot<'_>, exercise: &Exercise, sets: u8) -> Prescribed {
    let dose = dose(slot, exercise);
    let used = slot.uses(exercise);
    let is_hard = slot.order.class.is_hard();
    let is_double = exercise.kind == Kind::DoubleLeg;
    let is_lifted = is_lifted(exercise.kind);
    let is_by_feel = slot.order.care == Care::Pregnant;
    let is_for_percent = exercise.can_be_heavy() && is_double && !is_by_feel;
    let [least, most] = dose.amount;
    let takes_least = is_double && is_hard && used.weights() || exercise.is_held();
    let amount = if takes_least { least } else { NEAR.clamp(least, most) };
    let longest_rest = if used == Gear::NONE && is_hard { BODY_WEIGHT_REST } else { u32::MAX };
    Prescribed {
        exercise: exercise.into(),
        sets,
        amount,
        most: if is_lifted && is_hard { most.max(amount) } else { amount },
        load: load(slot, exercise),
        percent: dose.percent.map(|[least, _]| least).filter(|_| is_for_percent),
        rir: dose.rir.filter(|_| is_lifted && !is_by_feel),
        rest: rest(exercise, class_of(slot, exercise)).min(longest_rest),
        ramp_up: 0,
    }
}

/// The dose of an exercise for this runner.
pub(super) fn dose(slot: &Slot<'_>, exercise: &Exercise) -> Dose {
    let dose = if is_main(exercise.kind) { main_dose(slot, exercise) } else { kind_dose(slot, exercise) };
    if slot.order.level == Experience::Novice { novice_dose(exercise.kind, dose) } else { dose }
}

/// What a novice does of a dose: fewer sets, in the range of repetitions and with the reserve that novices have.
fn novice_dose(kind: Kind, dose: Dose) -> Dose {
    let least = if is_main(kind) { dose.sets[0].min(NOVICE_LIFT_SETS) } else { 1 };
    let fewer = |sets: u8| sets.saturating_sub(NOVICE_FEWER_SETS).max(least);
    Dose {
        sets: if kind == Kind::Plyo { [dose.sets[0]; 2] } else { dose.sets.map(fewer) },
        amount: match kind {
            _ if is_main(kind) => NOVICE_REPS,
            Kind::Plyo => [dose.amount[0]; 2],
            _ => dose.amount,
        },
        percent: None,
        rir: if is_lifted(kind) { Some(dose.rir.unwrap_or(0).max(NOVICE_RIR)) } else { dose.rir },
    }
}

/// The season's dose of anything but a main lift.
fn kind_dose(slot: &Slot<'_>, exercise: &Exercise) -> Dose {
    slot.doses.dose(dose_kind(exercise)).unwrap_or(SMALLEST)
}

/// The season's dose of a main lift: of body weight where there is no more, else of its style, its kind or its schemes.
fn main_dose(slot: &Slot<'_>, exercise: &Exercise) -> Dose {
    let is_double = exercise.kind == Kind::DoubleLeg;
    let is_bare = !slot.uses(exercise).weights() && (is_double || !slot.order.gear.weights());
    let bare = || slot.doses.dose(DoseKind::BodyWeight).filter(|_| is_bare);
    let heavy = slot.season.maintain_heavy.as_ref().filter(|_| slot.order.maintains_heavy && is_double);
    bare()
        .or_else(|| heavy.map(|heavy| dose_of_lift(&heavy.lift)))
        .or_else(|| slot.doses.dose(dose_kind(exercise)))
        .or_else(|| scheme_dose(slot, exercise.kind))
        .unwrap_or(SMALLEST)
}

/// The dose of one of the season's schemes for a main lift; the next session takes the next scheme.
fn scheme_dose(slot: &Slot<'_>, kind: Kind) -> Option<Dose> {
    let is_for_kind = |lift: &&Lift| lift.per_side == (kind == Kind::SingleLeg) || lift.body_weight;
    let is_for_level = |lift: &&Lift| lift.levels.is_empty() || lift.levels.contains(&slot.order.level);
    let lifts: Vec<&Lift> = slot.doses.lifts.iter().filter(is_for_level).filter(is_for_kind).collect();
    let in_turn = lifts.get(slot.order.turn.legs % lifts.len().max(1)).copied();
    in_turn.or_else(|| slot.doses.lifts.first()).map(dose_of_lift)
}

/// The dose of a scheme.
const fn dose_of_lift(lift: &Lift) -> Dose {
    Dose { sets: lift.sets, amount: lift.reps, percent: lift.percent, rir: lift.rir }
}

/// Which dose of a season is for an exercise.
const fn dose_kind(exercise: &Exercise) -> DoseKind {
    match exercise.kind {
        Kind::Upper => DoseKind::Upper,
        Kind::CoreHold | Kind::CalfHold => DoseKind::CoreHold,
        Kind::CoreRep => DoseKind::CoreRep,
        Kind::DoubleLeg => DoseKind::DoubleLeg,
        Kind::SingleLeg => DoseKind::SingleLeg,
        Kind::Calf => DoseKind::Calf,
        Kind::Foot => DoseKind::Foot,
        Kind::Prehab | Kind::PelvicFloor => DoseKind::Prehab,
        Kind::Mobility => DoseKind::Mobility,
        Kind::Stretch | Kind::Breathing | Kind::WarmUp => DoseKind::Stretch,
        Kind::Plyo => match exercise.intensity {
            Some(Intensity::High) => DoseKind::PlyoHigh,
            Some(Intensity::Medium) => DoseKind::PlyoMedium,
            Some(Intensity::Low) | None => DoseKind::PlyoLow,
        },
    }
}

/// How heavy an exercise is here, in a word.
fn load(slot: &Slot<'_>, exercise: &Exercise) -> Load {
    let used = slot.uses(exercise);
    match class_of(slot, exercise) {
        _ if used.has(Equipment::Band) && !used.weights() && !exercise.hangs() => Load::Band,
        _ if !used.weights() || exercise.hangs() => Load::BodyWeight,
        Class::Heavy => Load::Heavy,
        Class::Moderate => Load::Moderate,
        Class::Light | Class::Activation => Load::Light,
    }
}

/// How heavy the session is for an exercise: `maintain-heavy` keeps the load of lifts on both legs, no more.
fn class_of(slot: &Slot<'_>, exercise: &Exercise) -> Class {
    let is_kept = exercise.kind == Kind::DoubleLeg || !slot.order.maintains_heavy;
    if is_kept { slot.order.class } else { Class::Light }
}

/// Whether an exercise of this kind is a main lift.
const fn is_main(kind: Kind) -> bool {
    matches!(kind, Kind::DoubleLeg | Kind::SingleLeg)
}

/// Whether an exercise of this kind is lifted, so that repetitions in reserve can be said.
const fn is_lifted(kind: Kind) -> bool {
    is_main(kind) || matches!(kind, Kind::Calf | Kind::Upper)
}
