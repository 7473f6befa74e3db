//! Sets, repetitions and load of an exercise: the season's range for its kind, and what style, experience and health make of it.

use super::ladder::{Step, ramp_in_sets};
use super::order::Care;
use super::slot::Slot;
use crate::exercise::workout::{
    BARE_CALF_REPS, Block, CHANGE_OVER, Form, Load, Part, Prescribed, rest, work,
};
use crate::exercise::{Exercise, Gear, Intensity, Kind};
use crate::profile::Equipment;
use crate::rules::{
    NOVICE_CALF_REPS, NOVICE_RACE_PREP_REPS, NOVICE_REPS, NOVICE_RIR, NOVICE_SETS, NOVICE_SLOW_REPS,
    RAMP_UP_FROM, RAMP_UP_SETS,
};
use crate::season::{Dose, DoseKind, Lift, Season};
use crate::week::phase::Phase;
use crate::week::session::{Class, Experience};

/// Seconds of rest after a set of body weight, at most (practice).
const BODY_WEIGHT_REST: u32 = 60;
/// Repetitions that a slow set of body weight leaves in reserve (practice).
const SLOW_RIR: u8 = 2;
/// One small set, where a season says nothing.
const SMALLEST: Dose = Dose { sets: [1, 1], amount: [8, 8], percent: None, rir: None };

/// What a runner may do of an exercise: the fewest and the most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    /// Sets.
    pub sets: [u8; 2],
    /// Repetitions, contacts or seconds; seconds of core work whether it is held or counted.
    pub amount: [u8; 2],
    /// Percent of 1RM.
    percent: Option<u8>,
    /// Repetitions in reserve.
    rir: Option<u8>,
    /// Whether body weight is lowered slowly, to a few short of what goes.
    slow: bool,
}

impl From<Dose> for Range {
    fn from(dose: Dose) -> Self {
        let percent = dose.percent.map(|[least, _]| least);
        Self { sets: dose.sets, amount: dose.amount, percent, rir: dose.rir, slow: false }
    }
}

/// A block of exercises that are not on the ladder, each with so many sets of the least that the season has.
pub(super) fn block(slot: &Slot<'_>, part: Part, exercises: &[&Exercise], sets: u8) -> Block {
    let exercises = exercises.iter().map(|exercise| prescribe(slot, exercise, sets)).collect();
    Block { part, form: Form::Straight, exercises, given: None, pause: CHANGE_OVER, station: 0 }
}

/// An exercise with the least that the season has of it and so many sets, not on the ladder.
pub(super) fn prescribe(slot: &Slot<'_>, exercise: &Exercise, sets: u8) -> Prescribed {
    let range = range(slot, exercise);
    climbed(slot, exercise, &range, sets, range.amount[0], Step::All)
}

/// An exercise that was composed with so many sets and repetitions, as it stands in this week.
pub(super) fn climbed(
    slot: &Slot<'_>,
    exercise: &Exercise,
    range: &Range,
    sets: u8,
    amount: u8,
    step: Step,
) -> Prescribed {
    let climbed = step.climb([range.sets[0], range.amount[0]], sets, amount);
    let is_ramped_in = slot.order.ladder.ramp_in > 0 && step != Step::All;
    let (mut sets, mut amount) = match exercise.kind {
        Kind::Plyo => (sets, step.contacts(slot.order.ladder, amount)),
        _ if exercise.is_core() => (climbed.sets, whole_fives(climbed.amount)),
        _ => (climbed.sets, climbed.amount),
    };
    if is_ramped_in {
        sets = ramp_in_sets(sets);
    }
    let mut seconds = work(exercise, amount, range.slow);
    if exercise.is_core() {
        // The clock of core work is its seconds, both sides together.
        seconds = amount.into();
        amount = core_amount(slot, exercise, range, amount);
    } else if exercise.kind == Kind::Plyo {
        // Contacts are those of both legs together.
        amount = amount.div_ceil(sides(exercise));
        seconds = work(exercise, amount, false);
    }
    let used = slot.uses(exercise);
    let is_by_feel = slot.order.care == Care::Pregnant;
    let percent = range.percent.filter(|_| !is_by_feel && !is_ramped_in);
    let longest_rest = if used == Gear::NONE { BODY_WEIGHT_REST } else { u32::MAX };
    let is_heavy = class_of(slot, exercise) == Class::Heavy && exercise.kind == Kind::DoubleLeg;
    let ramp_up = RAMP_UP_FROM.map(|from| is_heavy && range.percent.is_some_and(|percent| percent >= from));
    Prescribed {
        exercise: exercise.into(),
        sets,
        amount,
        most: amount,
        load: if range.slow { Load::Slow } else { load(slot, exercise) },
        percent,
        weight: None,
        rir: range.rir.filter(|_| is_lifted(exercise.kind) && !is_by_feel).map(|rir| rir + climbed.rir),
        rest: rest(exercise, class_of(slot, exercise)).min(longest_rest),
        ramp_up: match ramp_up {
            [_, true] => RAMP_UP_SETS[1],
            [true, _] => RAMP_UP_SETS[0],
            _ => 0,
        },
        seconds,
    }
}

/// Repetitions of core work, or seconds a side, for so many seconds of it.
fn core_amount(slot: &Slot<'_>, exercise: &Exercise, range: &Range, seconds: u8) -> u8 {
    let sides = sides(exercise);
    if exercise.is_held() {
        return if sides > 1 { whole_fives(seconds / sides) } else { seconds };
    }
    let [least, most] = kind_dose(slot, exercise).amount;
    let reps = if seconds == range.amount[1] { most } else { least };
    reps.div_ceil(sides)
}

/// Sides that its numbers count for.
const fn sides(exercise: &Exercise) -> u8 {
    1 + exercise.per_side as u8
}

/// Seconds of a hold in whole fives, rounded down: nobody counts 37.
pub(super) const fn whole_fives(seconds: u8) -> u8 {
    if seconds < 5 { seconds } else { seconds - seconds % 5 }
}

/// The range of an exercise for this runner.
pub(super) fn range(slot: &Slot<'_>, exercise: &Exercise) -> Range {
    let range = match exercise.kind {
        Kind::DoubleLeg | Kind::SingleLeg => main_range(slot, exercise),
        Kind::Calf => calf_range(slot, exercise),
        Kind::CoreHold | Kind::CoreRep => slot.doses.dose(DoseKind::CoreHold).unwrap_or(SMALLEST).into(),
        _ => kind_dose(slot, exercise).into(),
    };
    if slot.order.level == Experience::Novice { novice_range(slot, exercise, range) } else { range }
}

/// What a novice does of a range: the same sets and repetitions in every season that loads, with the reserve that novices have.
fn novice_range(slot: &Slot<'_>, exercise: &Exercise, range: Range) -> Range {
    let is_race_prep = slot.doses.phase == Phase::RacePrep;
    let loads = matches!(slot.doses.phase, Phase::OffSeason | Phase::Base | Phase::RacePrep);
    let amount = match exercise.kind {
        Kind::Plyo => {
            let [least, most] = range.amount;
            let middle = least + (most - least) / 2;
            return Range { sets: [range.sets[0].min(NOVICE_SETS[0]); 2], amount: [middle; 2], ..range };
        }
        Kind::DoubleLeg | Kind::SingleLeg if !loads => range.amount.map(|reps| reps.max(NOVICE_REPS[0])),
        _ if !loads => range.amount,
        Kind::DoubleLeg | Kind::SingleLeg if is_race_prep => NOVICE_RACE_PREP_REPS,
        Kind::DoubleLeg | Kind::SingleLeg if range.slow => NOVICE_SLOW_REPS,
        Kind::DoubleLeg | Kind::SingleLeg => NOVICE_REPS,
        Kind::Calf => NOVICE_CALF_REPS,
        Kind::Upper if !is_race_prep => NOVICE_REPS,
        _ => range.amount,
    };
    let is_main = is_main(exercise.kind) || exercise.kind == Kind::Calf;
    Range {
        sets: if loads && is_main { NOVICE_SETS } else { range.sets },
        amount,
        percent: None,
        rir: if is_lifted(exercise.kind) { Some(range.rir.unwrap_or(0).max(NOVICE_RIR)) } else { range.rir },
        ..range
    }
}

/// The season's dose of anything but a main lift.
fn kind_dose(slot: &Slot<'_>, exercise: &Exercise) -> Dose {
    slot.doses.dose(dose_kind(exercise)).unwrap_or(SMALLEST)
}

/// The range of calf work: without a weight it goes slowly to a few short of what one can do.
fn calf_range(slot: &Slot<'_>, exercise: &Exercise) -> Range {
    let range = Range::from(kind_dose(slot, exercise));
    let amount = match slot.doses.phase {
        _ if slot.uses(exercise).weights() || !exercise.per_side => return range,
        Phase::OffSeason | Phase::Base | Phase::RacePrep => BARE_CALF_REPS,
        Phase::Taper => BARE_CALF_REPS / 2,
        Phase::RaceWeek | Phase::Recovery => return range,
    };
    Range { amount: [amount; 2], ..range }
}

/// The range of a main lift: of body weight where there is no more, else of its style, its schemes or its kind.
fn main_range(slot: &Slot<'_>, exercise: &Exercise) -> Range {
    let is_double = exercise.kind == Kind::DoubleLeg;
    let used = slot.uses(exercise);
    if !used.weights() && !used.has(Equipment::Band) {
        let dose = slot.doses.dose(DoseKind::BodyWeight).or_else(|| scheme(slot, slot.doses, exercise.kind));
        // Getting used to strength keeps the numbers, though the class is lower.
        let loads = slot.order.class.is_hard() || slot.order.ladder.ramp_in > 0;
        let is_slow = loads && matches!(slot.doses.phase, Phase::OffSeason | Phase::Base);
        let range = Range::from(dose.unwrap_or(SMALLEST));
        return Range { slow: is_slow, rir: if is_slow { Some(SLOW_RIR) } else { range.rir }, ..range };
    }
    let is_barbell = is_double && exercise.can_be_heavy();
    if slot.order.maintains_heavy {
        let heavy = slot.season.maintain_heavy.as_ref();
        let lift = heavy.and_then(|heavy| if is_double { Some(&heavy.lift) } else { heavy.single.as_ref() });
        if let Some(lift) = lift.filter(|_| is_barbell || !is_double) {
            return dose_of_lift(lift).into();
        }
    }
    // Moderate work of a heavy season takes the schemes of a moderate one.
    let is_eased = slot.order.class == Class::Moderate && slot.doses.class == Class::Heavy;
    let schemes = if is_eased { Season::builtin(Phase::Base) } else { slot.doses };
    let of_kind = if is_barbell { None } else { slot.doses.dose(DoseKind::Weights).filter(|_| is_double) };
    let dose = of_kind
        .or_else(|| slot.doses.dose(dose_kind(exercise)))
        .or_else(|| scheme(slot, schemes, exercise.kind))
        .unwrap_or(SMALLEST);
    let percent = if is_barbell { dose.percent } else { None };
    Range::from(Dose { percent, ..dose })
}

/// The dose of one of a season's schemes for a main lift; the next session takes the next scheme, the next block goes on.
fn scheme(slot: &Slot<'_>, season: &Season, kind: Kind) -> Option<Dose> {
    let is_for_kind = |lift: &&Lift| lift.per_side == (kind == Kind::SingleLeg) || lift.body_weight;
    let is_for_level = |lift: &&Lift| lift.levels.is_empty() || lift.levels.contains(&slot.order.level);
    let lifts: Vec<&Lift> = season.lifts.iter().filter(is_for_level).filter(is_for_kind).collect();
    let turn = slot.order.turn % 2 + 2 * usize::from(slot.order.ladder.block);
    let in_turn = lifts.get(turn % lifts.len().max(1)).copied();
    in_turn.or_else(|| season.lifts.first()).map(dose_of_lift)
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

/// How heavy the session is for an exercise: `maintain-heavy` keeps the load of the main lifts, no more.
fn class_of(slot: &Slot<'_>, exercise: &Exercise) -> Class {
    let is_kept = is_main(exercise.kind) || !slot.order.maintains_heavy;
    if is_kept { slot.order.class } else { slot.order.class.min(slot.season.class) }
}

/// Whether an exercise of this kind is a main lift.
const fn is_main(kind: Kind) -> bool {
    matches!(kind, Kind::DoubleLeg | Kind::SingleLeg)
}

/// Whether an exercise of this kind is lifted, so that repetitions in reserve can be said.
const fn is_lifted(kind: Kind) -> bool {
    is_main(kind) || matches!(kind, Kind::Calf | Kind::Upper)
}
