//! What novices lift.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::exercise::workout::{Load, Prescribed};
use crate::rules::training::{Training, is_main};
use crate::week::phase::Phase;
use crate::week::session::Experience;

/// Repetitions of a novice's main lift, from and to.
pub(crate) const NOVICE_REPS: [u8; 2] = [8, 10];
/// Repetitions of a novice's main lift with slow body weight, from and to.
pub(crate) const NOVICE_SLOW_REPS: [u8; 2] = [8, 12];
/// Repetitions of a novice's main lift in race prep, a leg, from and to.
pub(crate) const NOVICE_RACE_PREP_REPS: [u8; 2] = [12, 15];
/// Repetitions of a novice's calf raise, from and to.
pub(crate) const NOVICE_CALF_REPS: [u8; 2] = [10, 15];
/// Sets of a novice's main lift or calf raise, from and to.
pub(crate) const NOVICE_SETS: [u8; 2] = [2, 3];
/// Repetitions that a novice leaves in reserve, at least.
pub(crate) const NOVICE_RIR: u8 = 3;

pub(super) const RULE: Rule = Rule {
    id: "novice-loads",
    summary: "novices and under-16s lift 8 to 10 repetitions (to 12 with slow body weight, 12 to 15 in race prep, calf raises 10 to 15) \
              in 3 sets at most with 3 in reserve, without percentages",
    rationale: "movement first, load later",
    source: "Blagrove and Hooper (practice); practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("repetitions from", NOVICE_REPS[0] as u32),
        ("to", NOVICE_REPS[1] as u32),
        ("in reserve", NOVICE_RIR as u32),
        ("in race prep from", NOVICE_RACE_PREP_REPS[0] as u32),
        ("to", NOVICE_RACE_PREP_REPS[1] as u32),
        ("slowly to", NOVICE_SLOW_REPS[1] as u32),
        ("calf from", NOVICE_CALF_REPS[0] as u32),
        ("to", NOVICE_CALF_REPS[1] as u32),
        ("sets", NOVICE_SETS[1] as u32),
        ("age", 16),
    ]),
    check: Check::Session(faults),
    breaks: &[
        "full: goblet-squat 3x5 ; season=base level=novice",
        "full: romanian-deadlift 3x8@80% ; season=base level=novice",
        "full: goblet-squat 4x8rir3 ; season=base level=novice",
        "full: goblet-squat 2x8 ; season=base level=novice",
        "full: goblet-squat 3x12rir3 ; season=base level=novice",
        "full: step-up 3x10rir3 ; level=novice",
        "full: standing-calf-raise 3x8rir3 ; season=base level=novice",
        "upper: band-row 2x8rir2 ; season=base level=novice",
    ],
    keeps: &[
        "full: goblet-squat 2x8rir3, standing-calf-raise 3x15rir3 ; season=base level=novice",
        "full: step-up 3x12rir3 ; level=novice",
        "full: goblet-squat 3x5 ; season=off-season",
    ],
};

/// Repetitions of a novice's exercise, where they are bound: of main lifts and calf raises.
fn reps(training: &Training<'_>, of: &Prescribed) -> Option<[u8; 2]> {
    let season = training.season;
    let is_race_prep = season.phase == Phase::RacePrep;
    let loads = matches!(season.phase, Phase::OffSeason | Phase::Base | Phase::RacePrep);
    // Where health made strength lighter the doses are those of a lighter season.
    let is_lighter = !loads || training.class < season.class;
    match of.exercise.kind {
        Kind::Calf if is_lighter => None,
        Kind::Calf => Some(NOVICE_CALF_REPS),
        _ if !is_main(of) => None,
        _ if is_lighter => Some([NOVICE_REPS[0], NOVICE_RACE_PREP_REPS[1]]),
        _ if is_race_prep => Some(NOVICE_RACE_PREP_REPS),
        _ if of.load == Load::Slow => Some(NOVICE_SLOW_REPS),
        _ => Some(NOVICE_REPS),
    }
}

fn faults(training: &Training<'_>) -> Vec<String> {
    if training.level != Experience::Novice || training.is_after_birth() {
        return Vec::new();
    }
    // In pregnancy effort goes by feel.
    let by_feel = training.health.pregnant == Some(true);
    let wrong = |of: &&Prescribed| {
        let is_bound = is_main(of) || of.exercise.kind == Kind::Calf;
        let lifted = is_bound || of.exercise.kind == Kind::Upper;
        let hard = lifted && !by_feel && of.rir.is_none_or(|rir| rir < NOVICE_RIR);
        let many = is_bound && of.sets > NOVICE_SETS[1];
        let other = reps(training, of).is_some_and(|[least, most]| !(least..=most).contains(&of.amount));
        of.percent.is_some() || many || other || hard
    };
    training
        .trained()
        .filter(wrong)
        .map(|of| format!("{}: {} × {}", of.exercise.name, of.sets, of.amount))
        .collect()
}
