//! A whole-body session trains the whole body.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Kind, Movement};
use crate::rules::training::{Training, count, pulls_bare};

/// Minutes up to which a session has no push or pull, or one in place of core work.
pub(crate) const SHORT_TO_MINUTES: u16 = 15;

/// How a note begins that names what is missing.
const LEFT_OUT: &str = "without ";

pub(super) const RULE: Rule = Rule {
    id: "full-body-session",
    summary: "a whole-body session has a knee bend, a hinge or bridge, a calf raise, a push or a pull in turn, and core work; in 15 \
              minutes the week's second one has a push or a pull in place of core work",
    rationale: "the whole body is trained, not the legs alone; calves carry every step of a run",
    source: "article S38, S41; the slots by practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("minutes of a short one", SHORT_TO_MINUTES as u32)]),
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 3x15, single-leg-calf-raise 2x15, band-row 3x10, front-plank 3x30",
        "full: step-up 3x15, single-leg-rdl 3x15, band-row 3x10, front-plank 3x30",
        "full: step-up 3x15, single-leg-rdl 3x15, single-leg-calf-raise 2x15, front-plank 3x30",
        "full: step-up 2x15, single-leg-rdl 2x15, single-leg-calf-raise 2x15 ; minutes=15",
        "full: step-up 3x15, single-leg-rdl 3x15, soleus-raise 2x15, band-row 3x10, front-plank 3x30 / full: split-squat 3x15, single-leg-rdl 3x15, soleus-raise 2x15, band-row 3x10, dead-bug 3x10",
    ],
    keeps: &[
        "full: step-up 3x15, single-leg-rdl 3x15, soleus-raise 2x15, band-row 3x10, front-plank 3x30 / full: split-squat 3x15, single-leg-rdl 3x15, soleus-raise 2x15, push-up 3x10, dead-bug 3x10",
        "full: step-up 2x15, single-leg-rdl 2x15, soleus-raise 2x15, band-row 2x10 ; minutes=15",
        "upper: band-row 3x10",
    ],
};

/// What a session says where its only pull is one that moves a single joint.
pub(crate) fn pull_note(workout: &Workout) -> Option<(&'static str, String)> {
    let text = "no row or pull-up without a band, weights or a bar: what stands in moves one joint";
    pulls_bare(workout).then(|| (RULE.id, text.to_owned()))
}

/// What a session says that has no exercise of a sort: all that the runner could do are left out, or its minutes are too few.
pub(crate) fn lacking_note(what: &str, has_any: bool, minutes: u16) -> (&'static str, String) {
    let why = if has_any {
        format!("{minutes} minutes are too short")
    } else {
        "you leave all of them out".to_owned()
    };
    (RULE.id, format!("{LEFT_OUT}{what}: {why}"))
}

/// Whether a session says that it has none of a sort.
pub(crate) fn is_lacking(workout: &Workout) -> bool {
    workout.notes.iter().any(|(id, text)| *id == RULE.id && text.starts_with(LEFT_OUT))
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    if training.is_after_birth() {
        return faults;
    }
    for workout in training.full().filter(|workout| !is_lacking(workout)) {
        let has = |movement: Movement| count(workout, movement) > 0;
        let arms = has(Movement::Push) || has(Movement::Pull);
        let calf = workout.sets(Kind::Calf) + workout.sets(Kind::CalfHold) > 0;
        let is_short = workout.slot <= SHORT_TO_MINUTES;
        let wanted = [
            (has(Movement::Knee), "a knee bend"),
            (has(Movement::Hinge), "a hinge or bridge"),
            (calf, "a calf raise"),
            (is_short || arms, "a push or a pull"),
            (has(Movement::Core) || is_short && arms, "core work"),
        ];
        let lacks = |what: &str| format!("a whole-body session lacks {what}");
        faults.extend(wanted.iter().filter(|(there, _)| !there).map(|(_, what)| lacks(what)));
    }
    // Where both can be had.
    let can = |workout: &Workout, movement| {
        let fits = |exercise: &&Exercise| exercise.movement() == movement && exercise.level <= training.level;
        Exercise::catalogue().iter().filter(fits).any(|exercise| exercise.uses(workout.gear).is_some())
    };
    let one = |workout: &Workout, movement, other| count(workout, movement) > 0 && count(workout, other) == 0;
    let sessions: Vec<&Workout> = training.full().collect();
    for pair in sessions.windows(2) {
        let both =
            |movement, other| pair.iter().all(|workout| one(workout, movement, other) && can(workout, other));
        if both(Movement::Push, Movement::Pull) || both(Movement::Pull, Movement::Push) {
            faults.push("only pushes, or only pulls, in two whole-body sessions in a row".to_owned());
        }
    }
    faults
}
