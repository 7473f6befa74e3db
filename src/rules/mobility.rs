//! What a mobility session holds.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::exercise::workout::Load;
use crate::rules::training::Training;
use crate::week::phase::Phase;
use crate::week::session::Run;

/// Seconds of a region, both sides together.
pub(crate) const REGION_SECONDS: u32 = 60;
/// Seconds of it at least, where a season does not do less: 8 repetitions a side.
const REGION_LEAST: u32 = 48;
/// Minutes from which there is room for the feet.
const FEET_FROM: u16 = 10;

pub(super) const RULE: Rule = Rule {
    id: "mobility",
    summary: "a mobility session gives each region a minute (race week and recovery less) and fits its minutes, from 10 on with the feet in; no held stretches on the day of a speed run, gentle after the long run",
    rationale: "a minute a region; long holds cost a little speed",
    source: "Garber 2011; article S08; practice for the order",
    grade: Some(Grade::B),
    limit: Limit::Numbers(&[
        ("seconds a region", REGION_SECONDS),
        ("at least", REGION_LEAST),
        ("feet from minutes", FEET_FROM as u32),
    ]),
    check: Check::Session(faults),
    breaks: &[
        "mobility@speed: calf-stretch 1x30, short-foot 2x10",
        "mobility: calf-stretch 1x90, short-foot 2x10",
        "mobility: calf-stretch 1x15, short-foot 2x10",
        "mobility: calf-stretch 1x30, ninety-ninety-switch 2x10 ; minutes=10",
        "mobility: calf-stretch 1x30, short-foot 2x10 ; minutes=3",
        "mobility@long: calf-stretch 1x30, short-foot 2x10",
    ],
    keeps: &[
        "mobility: calf-stretch 1x30, ninety-ninety-switch 2x10, short-foot 2x10",
        "mobility@speed: knee-to-wall 1x10, short-foot 2x10",
        "mobility@long: calf-stretch 1x30gentle, short-foot 2x10gentle",
        "mobility: calf-stretch 1x20 ; season=race-week minutes=5",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    let less = matches!(training.season.phase, Phase::RaceWeek | Phase::Recovery);
    for session in training.sessions.iter().filter(|session| !session.strength.any()) {
        let (run, workout) = (session.run, &session.workout);
        for of in workout.trained().filter(|of| matches!(of.exercise.kind, Kind::Stretch | Kind::Mobility)) {
            let seconds = of.seconds * u32::from(of.sets);
            let (held, gentle) = (of.exercise.kind == Kind::Stretch, of.load == Load::Gentle);
            if held && run == Run::Speed {
                faults.push("a held stretch on the day of a speed run".to_owned());
            }
            if seconds > REGION_SECONDS || !less && seconds < REGION_LEAST {
                faults.push(format!("{} for {seconds} s", of.exercise.name));
            }
            if run == Run::Long && !gentle {
                faults.push(format!("{} not gentle after the long run", of.exercise.name));
            }
        }
        if workout.slot >= FEET_FROM && workout.sets(Kind::Foot) == 0 {
            faults.push("nothing for the feet".to_owned());
        }
        if workout.seconds() > u32::from(workout.slot) * 60 {
            faults.push(format!("{} seconds in {} minutes", workout.seconds(), workout.slot));
        }
    }
    faults
}
