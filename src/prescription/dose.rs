//! Sets, repetitions and load of an exercise: the season's dose for its kind, and what style, experience and health make of it.

use super::{Care, Room};
use crate::exercise::workout::{Prescribed, rest};
use crate::exercise::{Exercise, Gear, Intensity, Kind};
use crate::profile::Equipment;
use crate::rules::{NOVICE_REPS, NOVICE_RIR};
use crate::season::{Dose, DoseKind, Lift};
use crate::week::session::Experience;

/// Of a range of repetitions the number nearest to this is taken (practice; the rest of the range is room to progress).
const NEAR: u8 = 8;
/// Sets that a novice does fewer (practice).
const NOVICE_FEWER_SETS: u8 = 1;

impl Room<'_> {
    /// The dose of an exercise.
    pub(super) fn dose(&self, exercise: &Exercise) -> Dose {
        let main = matches!(exercise.kind, Kind::DoubleLeg | Kind::SingleLeg);
        let dose = self.of_season(exercise);
        if self.level != Experience::Novice {
            return dose;
        }
        let lifted = matches!(exercise.kind, Kind::Calf | Kind::Upper) || main;
        let fewer =
            |sets: u8| sets.saturating_sub(NOVICE_FEWER_SETS).max(if main { dose.sets[0].min(2) } else { 1 });
        Dose {
            sets: if exercise.kind == Kind::Plyo { [dose.sets[0]; 2] } else { dose.sets.map(fewer) },
            amount: match exercise.kind {
                _ if main => NOVICE_REPS,
                Kind::Plyo => [dose.amount[0]; 2],
                _ => dose.amount,
            },
            percent: None,
            rir: if lifted { Some(dose.rir.unwrap_or(0).max(NOVICE_RIR)) } else { dose.rir },
        }
    }

    fn of_season(&self, exercise: &Exercise) -> Dose {
        let kind = match exercise.kind {
            Kind::Upper => DoseKind::Upper,
            Kind::CoreHold => DoseKind::CoreHold,
            Kind::CoreRep => DoseKind::CoreRep,
            Kind::DoubleLeg => DoseKind::DoubleLeg,
            Kind::SingleLeg => DoseKind::SingleLeg,
            Kind::Calf => DoseKind::Calf,
            Kind::Foot => DoseKind::Foot,
            Kind::Prehab => DoseKind::Prehab,
            Kind::Mobility => DoseKind::Mobility,
            Kind::Stretch => DoseKind::Stretch,
            Kind::Plyo => match exercise.intensity {
                Some(Intensity::High) => DoseKind::PlyoHigh,
                Some(Intensity::Medium) => DoseKind::PlyoMedium,
                _ => DoseKind::PlyoLow,
            },
        };
        let doses = self.doses;
        if matches!(exercise.kind, Kind::DoubleLeg | Kind::SingleLeg) {
            let bare = !self.uses(exercise).weights();
            if let Some(dose) = doses.dose(DoseKind::BodyWeight)
                && bare
                && (!self.gear.weights() || exercise.kind == Kind::DoubleLeg)
            {
                return dose;
            }
            let heavy = self.season.maintain_heavy.as_ref().filter(|_| self.maintain);
            if let (Some(heavy), Kind::DoubleLeg) = (heavy, exercise.kind) {
                return of_lift(&heavy.lift);
            }
            // A session takes one of the schemes; the next session takes the next.
            let side = |lift: &&Lift| lift.per_side == (exercise.kind == Kind::SingleLeg) || lift.body_weight;
            let mine = |lift: &&Lift| lift.levels.is_empty() || lift.levels.contains(&self.level);
            let lifts = || doses.lifts.iter().filter(mine).filter(side);
            let lift = || lifts().nth(self.place.legs % lifts().count().max(1)).map(of_lift);
            return doses
                .dose(kind)
                .or_else(lift)
                .or_else(|| doses.lifts.first().map(of_lift))
                .unwrap_or(SMALLEST);
        }
        doses.dose(kind).unwrap_or(SMALLEST)
    }

    /// An exercise with its numbers, with so many sets.
    pub(super) fn prescribe(&self, exercise: &Exercise, sets: u8) -> Prescribed {
        let dose = self.dose(exercise);
        let lift = exercise.kind == Kind::DoubleLeg && self.class.is_hard() && self.uses(exercise).weights();
        let [least, most] = dose.amount;
        let amount = if lift || exercise.is_held() { least } else { NEAR.clamp(least, most) };
        let bare = self.uses(exercise) == Gear::NONE && self.class.is_hard();
        let barbell = self.uses(exercise).has(Equipment::Barbell) && exercise.kind == Kind::DoubleLeg;
        let lifted = matches!(exercise.kind, Kind::DoubleLeg | Kind::SingleLeg | Kind::Calf | Kind::Upper);
        Prescribed {
            exercise: exercise.into(),
            sets,
            amount,
            most: if lifted && self.class.is_hard() { most.max(amount) } else { amount },
            load: self.load(exercise),
            percent: dose.percent.map(|[least, _]| least).filter(|_| barbell && self.care != Care::Pregnant),
            rir: dose.rir.filter(|_| lifted && self.care != Care::Pregnant),
            rest: rest(exercise, self.class_of(exercise)).min(if bare { BODY_WEIGHT_REST } else { u32::MAX }),
            ramp_up: 0,
        }
    }
}

/// Seconds of rest after a set of body weight, at most (practice).
const BODY_WEIGHT_REST: u32 = 60;
/// One small set, where a season says nothing.
const SMALLEST: Dose = Dose { sets: [1, 1], amount: [8, 8], percent: None, rir: None };

const fn of_lift(lift: &Lift) -> Dose {
    Dose { sets: lift.sets, amount: lift.reps, percent: lift.percent, rir: lift.rir }
}
