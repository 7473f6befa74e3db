//! What loads a painful place hard gives way.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::{Exercise, Kind};
use crate::profile::PainPlace;
use crate::rules::training::Training;

pub(super) const RULE: Rule = Rule {
    id: "pain-place",
    summary: "what loads a painful place hard gives way: with knee pain no lunge, split squat or deep squat, a bridge and a low \
              step-down instead; achilles and calf: held raises; foot: both feet; hip: nothing wide; back: bridges for hinges",
    rationale: "what does not hurt can be trained, and trained gently what does",
    source: "practice; the table is ours",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Session(faults),
    breaks: &[
        "full: lateral-lunge 2x10, glute-bridge 2x10 ; pain=knee",
        "full: air-squat 2x10, romanian-deadlift 2x10 ; pain=back",
        "full: air-squat 2x10, single-leg-calf-raise 2x10 ; pain=achilles",
    ],
    keeps: &[
        "full: step-down 2x10, glute-bridge 2x10 ; pain=knee",
        "full: lateral-lunge 2x10, romanian-deadlift 2x10 ; pain=true",
        "full: air-squat 2x10, calf-raise-hold 2x30 ; pain=achilles",
    ],
};

/// What a painful place is spared, and what takes its place, by ids and patterns of exercises.
struct Swap {
    place: PainPlace,
    spares: &'static [&'static str],
    prefers: &'static [&'static str],
}

/// The swaps, a place each (practice; the table is ours).
const SWAPS: [Swap; 7] = [
    Swap {
        place: PainPlace::Knee,
        spares: &[
            "lunge",
            "lunge-frontal",
            "split-squat",
            "bulgarian-split-squat",
            "single-leg-box-squat",
            "single-leg-press",
            "barbell-front-squat",
            "barbell-back-squat",
            "goblet-squat",
            "air-squat",
            "band-squat",
        ],
        prefers: &["step-down", "box-squat", "sit-to-stand", "bridge"],
    },
    Swap { place: PainPlace::Achilles, spares: &["calf", "soleus"], prefers: &[] },
    Swap { place: PainPlace::Calf, spares: &["calf", "soleus"], prefers: &[] },
    Swap { place: PainPlace::Shin, spares: &["walking-lunge", "lunge-frontal"], prefers: &[] },
    Swap {
        place: PainPlace::Foot,
        spares: &["single-leg-calf-raise", "soleus-raise", "walking-lunge", "lunge-frontal"],
        prefers: &["standing-calf-raise", "bent-knee-calf-raise", "seated-calf-raise"],
    },
    Swap {
        place: PainPlace::Hip,
        spares: &[
            "walking-lunge",
            "lunge-frontal",
            "bulgarian-split-squat",
            "single-leg-box-squat",
            "adductor",
        ],
        prefers: &["bridge"],
    },
    Swap {
        place: PainPlace::Back,
        spares: &[
            "hinge",
            "hinge-power",
            "extension",
            "carry",
            "barbell-back-squat",
            "barbell-front-squat",
            "barbell-row",
            "barbell-overhead-press",
        ],
        prefers: &["bridge", "bird-dog", "dead-bug"],
    },
];

/// Whether one of these ids or patterns is an exercise's.
fn names(words: &[&str], exercise: &Exercise) -> bool {
    words.iter().any(|word| *word == exercise.id || *word == exercise.pattern)
}

/// The swap of a place.
fn swap(place: PainPlace) -> Option<&'static Swap> {
    SWAPS.iter().find(|swap| swap.place == place)
}

/// Whether a painful place is spared an exercise.
pub(crate) fn pain_spares(place: PainPlace, exercise: &Exercise) -> bool {
    exercise.kind != Kind::Stretch && swap(place).is_some_and(|swap| names(swap.spares, exercise))
}

/// Whether an exercise comes first where a place hurts.
pub(crate) fn pain_prefers(place: PainPlace, exercise: &Exercise) -> bool {
    swap(place).is_some_and(|swap| names(swap.prefers, exercise))
}

/// Whether calf raises are held where a place hurts.
pub(crate) const fn pain_holds_calf(place: PainPlace) -> bool {
    matches!(place, PainPlace::Achilles | PainPlace::Calf)
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let Some(place) = training.health.pain_place() else { return Vec::new() };
    let hard = training.trained().filter(|of| pain_spares(place, &of.exercise));
    hard.map(|of| format!("{} with pain: {place}", of.exercise.name)).collect()
}
