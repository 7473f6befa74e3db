//! What a mobility session holds.

use super::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::session::Run;
use crate::training::Training;

/// Seconds of a region, both sides together.
pub const REGION: u32 = 60;

pub(super) const RULE: Rule = Rule {
    id: "mobility",
    summary: "a mobility session gives each region a minute; no held stretches on the day of a speed run, gentle after the long run",
    rationale: "a minute a region; long holds cost a little speed",
    source: "Garber 2011; article S08; practice for the order",
    grade: Some(Grade::B),
    limit: Limit::Numbers(&[("seconds a region", REGION)]),
    check: Check::Session(faults),
    breaks: &["mobility@speed: calf-stretch 1x30", "mobility: calf-stretch 1x90"],
    keeps: &["mobility: calf-stretch 1x30, ninety-ninety-switch 1x10", "mobility@speed: knee-to-wall 1x10"],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for session in training.sessions.iter().filter(|session| !session.strength.any()) {
        let held = session.workout.trained().any(|of| of.exercise.kind == Kind::Stretch);
        if held && session.run == Run::Speed {
            faults.push("a held stretch on the day of a speed run".to_owned());
        }
        let long =
            session.workout.trained().find(|of| of.exercise.kind == Kind::Stretch && of.work() > REGION);
        faults.extend(long.map(|of| format!("{} for {} s", of.exercise.name, of.work())));
    }
    faults
}
