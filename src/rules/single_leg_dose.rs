//! Race prep's single-leg work.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::rules::no_single_sets::LEAST_SETS;
use crate::rules::training::{Training, is_loaded, is_main};
use crate::week::phase::Phase;
use crate::week::session::{Class, Experience};

/// Repetitions a leg (S56).
const REPS: u8 = 15;
/// Sets, from and to (S56).
const SETS: [u8; 2] = [3, 4];
/// Minutes from which a session has room for all its sets.
pub(crate) const THREE_SETS_FROM_MINUTES: u16 = 20;
/// Repetitions that "light" leaves in reserve, at least (ours).
const RIR: u8 = 3;

pub(super) const RULE: Rule = Rule {
    id: "single-leg-dose",
    summary: "in race prep loaded single-leg work is 15 a leg, light, in 3 to 4 sets for knee and hip (2 under 20 minutes, of a third \
              exercise, in the easy week and of novices, who may do fewer repetitions)",
    rationale: "lower weight, more repetitions",
    source: "article S56",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("repetitions a leg", REPS as u32),
        ("sets from", SETS[0] as u32),
        ("sets to", SETS[1] as u32),
        ("minutes from, for all sets", THREE_SETS_FROM_MINUTES as u32),
        ("sets otherwise", LEAST_SETS as u32),
    ]),
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 3x8, single-leg-rdl 3x15 ; equipment=dumbbell,step",
        "full: single-leg-rdl 5x15 ; equipment=dumbbell",
        "full: single-leg-rdl 2x15 ; equipment=dumbbell",
        "full: single-leg-rdl 1x15 ; equipment=dumbbell minutes=15",
        "full: single-leg-rdl 3x15rir2 ; equipment=dumbbell",
    ],
    keeps: &[
        "full: single-leg-rdl 3x15, forward-lunge 4x15 ; equipment=dumbbell",
        "full: single-leg-rdl 3x15, forward-lunge 3x15, kickstand-rdl 2x15 ; equipment=dumbbell",
        "full: single-leg-rdl 2x15 ; equipment=dumbbell minutes=15",
        "full: single-leg-rdl 2x15 ; equipment=dumbbell minutes=20 week=4",
        "full: single-leg-rdl 2x10 ; equipment=dumbbell season=taper",
    ],
};

/// What a session says that is too short for all its sets.
pub(crate) fn three_sets_note() -> (&'static str, String) {
    (
        RULE.id,
        format!(
            "two sets fit; the article's three to four sets of {REPS} a leg need {THREE_SETS_FROM_MINUTES} minutes"
        ),
    )
}

fn faults(training: &Training<'_>) -> Vec<String> {
    if training.season.phase != Phase::RacePrep
        || training.level == Experience::Novice
        || training.class != Class::Light
    {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for workout in training.full() {
        let has_all_sets = workout.slot >= THREE_SETS_FROM_MINUTES && !training.ladder.easy;
        let main = workout.trained().filter(|of| is_main(of)).enumerate();
        let single = main.filter(|(_, of)| of.exercise.kind == Kind::SingleLeg && is_loaded(of));
        let wrong = single.filter(|(at, of)| {
            let least = if has_all_sets && *at < 2 { SETS[0] } else { LEAST_SETS };
            of.amount != REPS || !(least..=SETS[1]).contains(&of.sets) || of.rir.is_some_and(|rir| rir < RIR)
        });
        faults
            .extend(wrong.map(|(_, of)| format!("{}: {} × {} a leg", of.exercise.name, of.sets, of.amount)));
    }
    faults
}
