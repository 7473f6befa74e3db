//! How many exercises a session has.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Kind, Movement};
use crate::rules::full_body_session::{ARMS, is_lacking};
use crate::rules::training::{Training, is_main};
use crate::week::session::Experience;

/// Exercises of a session at most: of a novice, and of others.
const MOST: [u8; 2] = [6, 8];
/// Minutes up to which a session has fewer, and how many then.
const SHORT: [(u16, u8); 2] = [(15, 4), (20, 5)];

pub(super) const RULE: Rule = Rule {
    id: "session-exercises",
    summary: "a strength session has at most 6 exercises for a novice and 8 for others, 5 in 20 minutes, 4 in 15; never two of the \
              same movement and kind; knee, hip, calf, arms and trunk have one before any has two, and a third leg exercise is on one \
              leg",
    rationale: "what is done often and with enough sets is learnt; a list of exercises is not",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("of a novice", MOST[0] as u32),
        ("of others", MOST[1] as u32),
        ("in 20 minutes", SHORT[1].1 as u32),
        ("minutes", SHORT[1].0 as u32),
        ("in 15 minutes", SHORT[0].1 as u32),
        ("minutes", SHORT[0].0 as u32),
    ]),
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 3x15, single-leg-rdl 3x15, single-leg-calf-raise 2x15, band-row 2x10, front-plank 2x30, clamshell 2x12",
        "full: air-squat 2x10, glute-bridge 2x10, single-leg-calf-raise 2x15, front-plank 2x30, bird-dog 2x10 ; minutes=15",
        "full: forward-lunge 3x15, reverse-lunge 3x15, single-leg-rdl 3x15, front-plank 2x30",
        "full: step-up 3x15, single-leg-rdl 3x15, forward-lunge 3x15, soleus-raise 2x15, front-plank 2x30 ; minutes=30",
        "full: goblet-squat 3x8, single-leg-rdl 3x8, glute-bridge 2x10, soleus-raise 2x15, band-row 2x10, front-plank 2x30 ; minutes=40",
        "full: pogo-hops 2x15, goblet-squat 3x10, kickstand-rdl 3x10, standing-calf-raise 3x15, band-row 3x10, push-up 3x10, front-plank 2x30 ; minutes=40 level=novice",
    ],
    keeps: &[
        "full: step-up 3x15, single-leg-rdl 3x15, single-leg-calf-raise 2x15, band-row 2x10, front-plank 2x30",
        "full: pogo-hops 3x15, step-up 3x15, single-leg-rdl 3x15, forward-lunge 3x15, single-leg-calf-raise 2x15, band-row 2x10, front-plank 2x30, clamshell 2x12 ; minutes=45",
        "full: goblet-squat 3x8, single-leg-rdl 3x8, soleus-raise 2x15, front-plank 2x30 ; minutes=40",
    ],
};

/// Exercises that a session may have: of so many minutes, for this experience.
pub(crate) fn most_exercises(minutes: u16, level: Experience) -> usize {
    let short = SHORT.iter().find(|(to, _)| minutes <= *to).map(|(_, most)| *most);
    usize::from(short.unwrap_or(if level == Experience::Novice { MOST[0] } else { MOST[1] }))
}

/// Whether two exercises are of the same movement and kind.
pub(crate) fn are_alike(one: &Exercise, other: &Exercise) -> bool {
    one.id == other.id || one.pattern == other.pattern && one.kind == other.kind
}

/// How many exercises a session has for each pattern: knee, hip, calf, arms, trunk.
fn by_pattern(all: &[&Exercise]) -> [(&'static str, usize); 5] {
    let count = |is_one: fn(&Exercise) -> bool| all.iter().filter(|of| is_one(of)).count();
    [
        ("a knee bend", count(|of| of.movement() == Movement::Knee)),
        ("a hinge or bridge", count(|of| of.movement() == Movement::Hinge)),
        ("a calf raise", count(|of| matches!(of.kind, Kind::Calf | Kind::CalfHold))),
        (ARMS, count(|of| matches!(of.movement(), Movement::Push | Movement::Pull))),
        ("core work", count(Exercise::is_core)),
    ]
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    if training.is_after_birth() {
        return faults;
    }
    for session in training.strength() {
        let workout: &Workout = &session.workout;
        let all: Vec<&Exercise> = workout.trained().map(|of| &*of.exercise).collect();
        let most = most_exercises(workout.slot, training.level);
        if all.len() > most {
            faults.push(format!("{} exercises; {most} are the most", all.len()));
        }
        for (at, one) in all.iter().enumerate() {
            if let Some(other) = all[at + 1..].iter().find(|other| are_alike(one, other)) {
                faults.push(format!("{} and {} are alike", one.name, other.name));
            }
        }
        if !session.strength.legs() {
            continue;
        }
        let by_pattern = by_pattern(&all);
        let twice = by_pattern.iter().find(|(_, count)| *count > 1);
        let is_owed = |what: &str| session.strength.arms() || what != ARMS;
        let never = by_pattern
            .iter()
            .find(|(what, count)| *count == 0 && is_owed(what) && !is_lacking(workout, what));
        if let (Some((twice, _)), Some((never, _))) = (twice, never) {
            faults.push(format!("{twice} more than once, but without {never}"));
        }
        let more = workout.trained().filter(|of| is_main(of)).skip(2);
        let kinds: Vec<Kind> = more.map(|of| of.exercise.kind).collect();
        if !matches!(kinds[..], [] | [Kind::SingleLeg]) {
            faults.push("more for the knee and the hip than one of each and one on one leg".to_owned());
        }
    }
    faults
}
