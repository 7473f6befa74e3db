//! Changing from one exercise to the next takes time.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::{Block, Part, Workout};
use crate::exercise::{Gear, Kind};
use crate::rules::training::Training;

/// Seconds to change to the station of an exercise: with equipment, and without.
pub(crate) const STATION: [u32; 2] = [45, 15];

pub(super) const RULE: Rule = Rule {
    id: "station-change",
    summary: "before each exercise, pair or round but the first the clock counts 45 seconds, 15 where it needs no equipment",
    rationale: "a plan that forgets walking to the rack is over its time",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("seconds", STATION[0]), ("without equipment", STATION[1])]),
    check: Check::Session(faults),
    breaks: &[
        "full: goblet-squat 3x8, single-leg-rdl 3x15 ; station=0",
        "full: goblet-squat 3x8, single-leg-rdl 3x15 ; station=15",
        "full: air-squat 3x10, glute-bridge 3x10 ; station=45",
    ],
    keeps: &[
        "full: goblet-squat 3x8, single-leg-rdl 3x15 ; station=45",
        "full: air-squat 3x10, glute-bridge 3x10 ; station=15",
        "full: goblet-squat 3x8 ; station=0",
    ],
};

/// Whether a block is worked at a station of its own.
const fn is_work(block: &Block) -> bool {
    !matches!(block.part, Part::WarmUp | Part::CoolDown)
}

/// Seconds to change to each block of work: one stands at the first already, but jumps need a place.
pub(crate) fn stations(workout: &Workout) -> impl Iterator<Item = u32> {
    workout.blocks.iter().filter(|block| is_work(block)).enumerate().map(|(at, block)| {
        let is_bare = block
            .exercises
            .iter()
            .all(|of| of.exercise.kind == Kind::Plyo || of.exercise.uses(workout.gear) == Some(Gear::NONE));
        if at == 0 && block.part != Part::Plyo { 0 } else { STATION[usize::from(is_bare)] }
    })
}

fn faults(training: &Training<'_>) -> Vec<String> {
    if training.is_after_birth() {
        return Vec::new();
    }
    let of_session = |workout: &Workout| -> Vec<String> {
        let work = workout.blocks.iter().filter(|block| is_work(block));
        let wrong = work.zip(stations(workout)).filter(|(block, owed)| block.station != *owed);
        wrong
            .map(|(block, owed)| {
                format!("{} s, not {owed}, to change to the {} work", block.station, block.part)
            })
            .collect()
    };
    training.strength().flat_map(|session| of_session(&session.workout)).collect()
}
