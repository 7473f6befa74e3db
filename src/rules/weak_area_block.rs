//! Weak areas get their exercises.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Kind};
use crate::profile::WeakArea;
use crate::rules::training::Training;
use crate::word::Word;

/// From so many minutes on a session has time for weak areas.
pub(crate) const WEAK_AREA_FROM_MINUTES: u16 = 40;

pub(super) const RULE: Rule = Rule {
    id: "weak-area-block",
    summary: "in off-season and base declared weak areas get one or two small exercises of their own in whole-body sessions that have the time, and take turns over the week",
    rationale: "races a long way out are the time to target weak areas",
    source: "article S10, S53, S54",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("minutes from", WEAK_AREA_FROM_MINUTES as u32)]),
    check: Check::Session(faults),
    breaks: &[
        "full: goblet-squat 3x6, single-leg-calf-raise 3x8 ; season=base weak=hip minutes=40",
        "full: goblet-squat 3x6, clamshell 2x12 / full: step-up 3x8, clamshell 2x12 ; season=base weak=hip weak=shin minutes=40",
    ],
    keeps: &[
        "full: goblet-squat 3x6, single-leg-rdl 3x8, clamshell 2x12 ; season=base weak=hip minutes=40",
        "full: goblet-squat 3x6, clamshell 2x12 / full: step-up 3x8, tibialis-raise 2x12 ; season=base weak=hip weak=shin minutes=40",
        "full: step-up 3x15 ; weak=hip minutes=40",
    ],
};

/// Whether an exercise is for a weak area: small hip exercises for hip and knee (S10), else what trains the place itself.
pub(crate) fn serves(area: WeakArea, exercise: &Exercise) -> bool {
    match area {
        WeakArea::Hip | WeakArea::Knee => exercise.kind == Kind::Prehab,
        WeakArea::Calf => exercise.kind == Kind::Calf && exercise.pattern == "calf",
        WeakArea::Foot => exercise.kind == Kind::Foot,
        WeakArea::Shin => exercise.pattern == "shin",
    }
}

/// The areas for which the sessions have no exercise; one exercise of a session is for one area.
pub(crate) fn unserved<'w>(weak: &[WeakArea], sessions: impl Iterator<Item = &'w Workout>) -> Vec<WeakArea> {
    let mut left = weak.to_vec();
    for of in sessions.flat_map(Workout::trained) {
        if left.is_empty() {
            break;
        }
        if let Some(at) = left.iter().position(|area| serves(*area, &of.exercise)) {
            left.remove(at);
        }
    }
    left
}

/// What a week says where its sessions have no exercise for some of the weak areas.
pub(crate) fn weak_area_note<'w>(
    weak: &[WeakArea],
    sessions: impl Iterator<Item = &'w Workout>,
) -> Option<(&'static str, String)> {
    let left: Vec<&str> = unserved(weak, sessions).iter().map(|area| area.id()).collect();
    let text = || format!("no room this week for exercises for: {}", left.join(", "));
    (!left.is_empty()).then(|| (RULE.id, text()))
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let weak = training.weak;
    if !training.season.targets_weak_areas() || weak.is_empty() {
        return Vec::new();
    }
    let roomy: Vec<&Workout> =
        training.full().filter(|workout| workout.minutes >= WEAK_AREA_FROM_MINUTES).collect();
    let mut faults = Vec::new();
    for workout in &roomy {
        if unserved(weak, std::iter::once(*workout)).len() == weak.len() {
            faults.push("no exercise for a declared weak area".to_owned());
        }
    }
    let served = weak.len() - unserved(weak, roomy.iter().copied()).len();
    if served < roomy.len().min(weak.len()) {
        faults.push(format!("{served} of {} weak areas in {} sessions", weak.len(), roomy.len()));
    }
    faults
}
