//! What is worth setting up is worth two sets.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::exercise::workout::{Part, Prescribed};
use crate::rules::training::Training;
use crate::week::phase::Phase;

/// Sets of an exercise at least.
pub(crate) const LEAST_SETS: u8 = 2;

pub(super) const RULE: Rule = Rule {
    id: "no-single-sets",
    summary: "outside race week an exercise of a strength session has 2 sets at least, hops in the warm-up too",
    rationale: "setting up takes as long as a set; one is not worth it",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("sets", LEAST_SETS as u32)]),
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 1x15, single-leg-rdl 3x15",
        "full: pogo-hops 1x10, single-leg-rdl 3x15",
        "full: step-up 3x15, single-leg-rdl 3x15 ; hops=1x10",
    ],
    keeps: &[
        "full: step-up 2x15, single-leg-rdl 3x15 ; hops=2x10",
        "full: air-squat 1x8 ; season=race-week",
        "full: glute-bridge 1x10 ; postpartum=8",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    if training.season.phase == Phase::RaceWeek || training.is_after_birth() {
        return Vec::new();
    }
    let counts = |part: Part, of: &Prescribed| {
        let is_beside = matches!(part, Part::WarmUp | Part::CoolDown);
        !is_beside || of.exercise.kind == Kind::Plyo
    };
    let all = training.strength().flat_map(|session| session.workout.exercises());
    let single = all.filter(|(part, of)| of.sets < LEAST_SETS && counts(*part, of));
    single.map(|(_, of)| format!("{} with {} set", of.exercise.name, of.sets)).collect()
}
