//! Weak areas get their exercises.

use super::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::phase::Phase;
use crate::training::Training;
use crate::workout::Prescribed;

/// From so many minutes on there is time for them.
const ROOM_FROM: u16 = 40;

pub(super) const RULE: Rule = Rule {
    id: "weak-area-block",
    summary: "in off-season and base declared weak areas get one or two small exercises in whole-body sessions that have the time",
    rationale: "races a long way out are the time to target weak areas",
    source: "article S10, S53, S54",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Session(faults),
    breaks: &["full: goblet-squat 3x6, single-leg-rdl 3x8 ; season=base weak=hip minutes=40"],
    keeps: &[
        "full: goblet-squat 3x6, single-leg-rdl 3x8, clamshell 2x12 ; season=base weak=hip minutes=40",
        "full: step-up 3x15 ; weak=hip minutes=40",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    if !matches!(training.season.phase, Phase::OffSeason | Phase::Base) || training.weak.is_empty() {
        return Vec::new();
    }
    let serves = |of: &Prescribed| matches!(of.exercise.kind, Kind::Prehab | Kind::Foot | Kind::Calf);
    let without =
        training.full().filter(|workout| workout.minutes >= ROOM_FROM && !workout.trained().any(serves));
    without.map(|_| "no exercise for a declared weak area".to_owned()).collect()
}
