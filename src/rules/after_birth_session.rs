//! What a session holds in the first weeks after a birth.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Kind, Movement};
use crate::profile::PainPlace;
use crate::rules::pain_place::pain_spares;
use crate::rules::training::{Training, count};

/// Minutes of a session at most, whatever its slot.
pub(crate) const AFTER_BIRTH_MINUTES: u16 = 20;
/// Exercises that a session has, by id.
const MOVES: [&str; 4] = ["glute-bridge", "sit-to-stand", "side-lying-leg-raise", "standing-calf-raise"];

pub(super) const RULE: Rule = Rule {
    id: "after-birth-session",
    summary: "in the weeks after a birth in which there are no runs a strength session is 20 minutes of walking, breathing, the pelvic \
              floor, bridge, sit-to-stand, side-lying leg raise, calf raise and a dead bug or bird dog; no planks",
    rationale: "what was stretched is brought back before it is loaded",
    source: "Goom 2019; the minutes by practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("minutes", AFTER_BIRTH_MINUTES as u32)]),
    check: Check::Session(faults),
    breaks: &[
        "full: glute-bridge 2x10, sit-to-stand 2x10, side-lying-leg-raise 2x10, standing-calf-raise 2x12, dead-bug 2x8 ; postpartum=8",
        "full: belly-breathing 1x60, pelvic-floor-contractions 1x10, glute-bridge 2x10, sit-to-stand 2x10, standing-calf-raise 2x12, front-plank 2x20 ; postpartum=8",
        "full: belly-breathing 1x60, pelvic-floor-contractions 1x10, glute-bridge 9x10, sit-to-stand 9x10, side-lying-leg-raise 9x10, standing-calf-raise 9x12, dead-bug 9x8 ; postpartum=8 minutes=40",
    ],
    keeps: &[
        "full: belly-breathing 1x60, pelvic-floor-contractions 1x10, glute-bridge 2x10, sit-to-stand 2x10, side-lying-leg-raise 2x10, standing-calf-raise 2x12, dead-bug 2x8 ; postpartum=8",
        "full: step-up 3x15, front-plank 3x30 ; postpartum=12",
    ],
};

/// What one session lacks or has too much of; a painful place is spared what loads it.
fn faults_of(workout: &Workout, pain: Option<PainPlace>) -> Vec<String> {
    let mut faults = Vec::new();
    let has = |id: &str| workout.trained().any(|of| of.exercise.id == id);
    let is_spared = |id: &str| {
        let exercise = Exercise::find(id, &[]);
        exercise.is_some_and(|exercise| pain.is_some_and(|place| pain_spares(place, exercise)))
    };
    faults.extend(MOVES.iter().filter(|id| !has(id) && !is_spared(id)).map(|id| format!("no {id}")));
    let kinds = [(Kind::PelvicFloor, "pelvic floor"), (Kind::Breathing, "breathing")];
    let has_kind = |kind: Kind| workout.trained().any(|of| of.exercise.kind == kind);
    faults.extend(kinds.iter().filter(|(kind, _)| !has_kind(*kind)).map(|(_, what)| format!("no {what}")));
    if count(workout, Movement::Core) == 0 {
        faults.push("no core work".to_owned());
    }
    let holds = workout.trained().filter(|of| of.exercise.kind == Kind::CoreHold);
    faults.extend(holds.map(|of| format!("{} is held", of.exercise.name)));
    if workout.seconds() > u32::from(AFTER_BIRTH_MINUTES) * 60 {
        faults.push(format!("{} seconds", workout.seconds()));
    }
    faults
}

fn faults(training: &Training<'_>) -> Vec<String> {
    if !training.is_after_birth() {
        return Vec::new();
    }
    training
        .strength()
        .flat_map(|session| faults_of(&session.workout, training.health.pain_place()))
        .collect()
}
