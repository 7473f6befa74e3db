//! The easy week of a block.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::exercise::workout::Prescribed;
use crate::rules::no_single_sets::LEAST_SETS;
use crate::rules::training::Training;

pub(super) const RULE: Rule = Rule {
    id: "easy-week",
    summary: "in the easy week of a block an exercise has no more than half of the season's sets, but 2, and plyometrics no more than \
              half of the season's contacts",
    rationale: "a body that is loaded for weeks takes the load in when there is less of it; doing nothing would lose some",
    source: "Coleman 2024 for reducing, not stopping; the numbers by practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("sets at least", LEAST_SETS as u32)]),
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 3x15, single-leg-rdl 3x15 ; week=4",
        "full: pogo-hops 2x20, step-up 2x15 ; week=4 minutes=30",
    ],
    keeps: &[
        "full: pogo-hops 3x10, step-up 2x15, single-leg-rdl 2x15 ; week=4 minutes=30",
        "full: step-up 3x15, single-leg-rdl 3x15 ; week=3",
        "full: step-up 3x15, single-leg-rdl 3x15",
    ],
};

/// The most sets that a season has of anything.
fn most_sets(training: &Training<'_>) -> u8 {
    let season = training.season;
    let style = season.maintain_heavy.iter();
    let kept =
        style.flat_map(|style| std::iter::once(&style.lift).chain(&style.single)).map(|lift| lift.sets[1]);
    let lifts = season.lifts.iter().map(|lift| lift.sets[1]);
    let doses = season.doses.iter().flatten().map(|dose| dose.sets[1]);
    kept.chain(lifts).chain(doses).max().unwrap_or(LEAST_SETS)
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let ladder = training.ladder;
    if ladder.week == 0 || !ladder.easy || training.is_after_birth() {
        return Vec::new();
    }
    let most = most_sets(training).div_ceil(2).max(LEAST_SETS);
    // Plyometrics keep their sets: their contacts halve.
    let many = |of: &&Prescribed| of.exercise.kind != Kind::Plyo && of.sets > most;
    let many = training.trained().filter(many);
    let mut faults: Vec<String> =
        many.map(|of| format!("{} with {} sets in an easy week", of.exercise.name, of.sets)).collect();
    let most = u32::from(training.season.plyo_contacts[training.level as usize]) / 2;
    let contacts = training.strength().map(|session| session.workout.contacts());
    faults.extend(
        contacts
            .filter(|contacts| *contacts > most)
            .map(|contacts| format!("{contacts} contacts in an easy week")),
    );
    faults
}
