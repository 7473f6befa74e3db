//! Changing from one exercise to the next takes time.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::{Block, Part};
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
    breaks: &["full: step-up 3x15, single-leg-rdl 3x15"],
    keeps: &["full: step-up 3x15, single-leg-rdl 3x15 ; station=45", "full: step-up 3x15"],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    if training.is_after_birth() {
        return faults;
    }
    for session in training.strength() {
        let work = |block: &&Block| !matches!(block.part, Part::WarmUp | Part::CoolDown);
        let late = session
            .workout
            .blocks
            .iter()
            .filter(work)
            .skip(1)
            .filter(|block| !STATION.contains(&block.station));
        faults.extend(late.map(|block| format!("{} s to change to the {} work", block.station, block.part)));
    }
    faults
}
