//! Weak areas get their exercises.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Kind};
use crate::profile::WeakArea;
use crate::rules::training::Training;
use crate::word::Word;

pub(super) const RULE: Rule = Rule {
    id: "weak-area-block",
    summary: "in off-season and base a declared weak area gets an exercise of its own in strength sessions that have room for it, and \
              the areas take turns; where there is none all week, the week says so",
    rationale: "races a long way out are the time to target weak areas",
    source: "article S10, S53, S54",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Session(faults),
    breaks: &[
        "full: goblet-squat 3x6, single-leg-calf-raise 3x8 ; season=base weak=hip minutes=40",
        "full: goblet-squat 3x6, clamshell 2x12 / full: step-up 3x8, clamshell 2x12 ; season=base weak=hip weak=shin minutes=40",
        "full: goblet-squat 3x6, clamshell 2x12 ; season=base weak=hip weak=shin weak=foot says=weak-area-block:foot",
    ],
    keeps: &[
        "full: goblet-squat 3x6, single-leg-rdl 3x8, clamshell 2x12 ; season=base weak=hip minutes=40",
        "full: goblet-squat 3x6, clamshell 2x12 / full: step-up 3x8, tibialis-raise 2x12 ; season=base weak=hip weak=shin minutes=40",
        "full: goblet-squat 3x6, clamshell 2x12 ; season=base weak=hip weak=foot says=weak-area-block:foot",
        "full: goblet-squat 3x6 / upper: band-row 2x10, short-foot 2x10 ; season=base weak=foot",
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

/// Whether one of the sessions says that there is nothing for an area.
fn is_said<'w>(area: WeakArea, mut sessions: impl Iterator<Item = &'w Workout>) -> bool {
    let names = |text: &str| {
        text.rsplit(": ").next().is_some_and(|list| list.split(", ").any(|word| word == area.id()))
    };
    sessions.any(|workout| workout.notes.iter().any(|(id, text)| *id == RULE.id && names(text)))
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let workouts = || training.strength().map(|session| &*session.workout);
    if !training.season.targets_weak_areas() || training.is_after_birth() || workouts().next().is_none() {
        return Vec::new();
    }
    // One that is too short for anything may say it too.
    let all = || training.sessions.iter().map(|session| &*session.workout);
    let left = unserved(training.weak, workouts()).into_iter().filter(|area| !is_said(*area, all()));
    left.map(|area| format!("nothing for a weak {area}, and nothing is said")).collect()
}
