//! What novices lift.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::exercise::workout::Prescribed;
use crate::rules::training::{Training, is_main};
use crate::week::session::Experience;

/// Repetitions of a novice's main lift, from and to.
pub(crate) const NOVICE_REPS: [u8; 2] = [8, 10];
/// Repetitions that a novice leaves in reserve, at least.
pub(crate) const NOVICE_RIR: u8 = 3;
/// Sets of a main lift at most.
const SETS: u8 = 3;

pub(super) const RULE: Rule = Rule {
    id: "novice-loads",
    summary: "novices and under-16s lift 8 to 10 repetitions in 3 sets at most with 3 in reserve, without percentages",
    rationale: "movement first, load later",
    source: "Blagrove and Hooper (practice); practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("repetitions from", NOVICE_REPS[0] as u32),
        ("to", NOVICE_REPS[1] as u32),
        ("in reserve", NOVICE_RIR as u32),
        ("sets", SETS as u32),
        ("age", 16),
    ]),
    check: Check::Session(faults),
    breaks: &[
        "full: goblet-squat 3x5 ; season=base level=novice",
        "full: romanian-deadlift 3x8@80% ; season=base level=novice",
        "full: goblet-squat 4x8rir3 ; season=base level=novice",
        "full: goblet-squat 2x8 ; season=base level=novice",
        "upper: band-row 2x8rir2 ; season=base level=novice",
    ],
    keeps: &[
        "full: goblet-squat 2x8rir3 ; season=base level=novice",
        "full: goblet-squat 3x5 ; season=off-season",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    if training.level != Experience::Novice {
        return Vec::new();
    }
    // In pregnancy effort goes by feel.
    let by_feel = training.health.pregnant == Some(true);
    let wrong = |of: &&Prescribed| {
        let main = is_main(of) && (!(NOVICE_REPS[0]..=NOVICE_REPS[1]).contains(&of.amount) || of.sets > SETS);
        let lifted = is_main(of) || matches!(of.exercise.kind, Kind::Calf | Kind::Upper);
        let hard = lifted && !by_feel && of.rir.is_none_or(|rir| rir < NOVICE_RIR);
        of.percent.is_some() || main || hard
    };
    training
        .trained()
        .filter(wrong)
        .map(|of| format!("{}: {} × {}", of.exercise.name, of.sets, of.amount))
        .collect()
}
