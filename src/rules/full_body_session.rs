//! A whole-body session trains the whole body.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::{Block, Form, Part, Prescribed, Workout};
use crate::exercise::{Exercise, Kind, Movement};
use crate::rules::no_single_sets::LEAST_SETS;
use crate::rules::training::{GymSession, Training, count, is_main, pulls_bare};
use crate::week::phase::Phase;

/// Minutes up to which a session has no push or pull, or one in place of core work.
pub(crate) const SHORT_TO_MINUTES: u16 = 15;

/// How a note begins that names what is missing.
const LEFT_OUT: &str = "without ";
/// What work for the arms is called where there is none.
pub(super) const ARMS: &str = "a push or pull";
/// What work for the trunk is called where there is none.
const CORE: &str = "core work";
/// Minutes from which on more than a knee bend and a hinge is owed.
pub(super) const WHOLE_FROM_MINUTES: u16 = 15;
/// Seconds that two sets for the arms take at most: in rounds, and by themselves with their rests and the change of station.
const ARMS_SECONDS: [u32; 2] = [174, 237];

pub(super) const RULE: Rule = Rule {
    id: "full-body-session",
    summary: "a whole-body session has a knee bend, a hinge or bridge, a calf raise, a push or a pull in turn where it fits, and core \
              work; in 15 minutes every other one has a push or a pull in place of core work, under 15 only the first two are owed; a lower-body \
              session is the same without pushes and pulls",
    rationale: "the whole body is trained, not the legs alone; calves carry every step of a run",
    source: "article S38, S41; the slots by practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("minutes of a short one", SHORT_TO_MINUTES as u32),
        ("from minutes", WHOLE_FROM_MINUTES as u32),
    ]),
    check: Check::Session(faults),
    breaks: &[
        "full: step-up 3x15, single-leg-calf-raise 2x15, band-row 3x10, front-plank 3x30",
        "full: step-up 3x15, single-leg-rdl 3x15, band-row 3x10, front-plank 3x30",
        "full: step-up 3x15, single-leg-rdl 3x15, single-leg-calf-raise 2x15, front-plank 3x30 ; minutes=30",
        "full: step-up 3x15, single-leg-rdl 3x15, single-leg-calf-raise 2x15, front-plank 3x30 ; minutes=30 says=full-body-session:without_core_work:_short",
        "full: step-up 2x15, single-leg-rdl 2x15, single-leg-calf-raise 2x15 ; minutes=15",
        "full: step-up 2x15, single-leg-rdl 2x15, soleus-raise 2x15, band-row 2x10 ; minutes=15",
        "full: step-up 2x15, single-leg-rdl 2x15, soleus-raise 2x15, front-plank 2x30 / full: split-squat 2x15, single-leg-rdl 2x15, soleus-raise 2x15, bird-dog 2x10 ; minutes=15",
        "full: step-up 2x15, soleus-raise 2x15 ; minutes=10",
        "lower: step-up 3x15, single-leg-rdl 3x15, soleus-raise 2x15 ; minutes=30",
        "lower: step-up 3x15, single-leg-rdl 3x15, soleus-raise 2x15, band-row 2x10, front-plank 3x30 ; minutes=30",
        "full: step-up 3x15, single-leg-rdl 3x15, soleus-raise 2x15, band-row 3x10, front-plank 3x30 / full: split-squat 3x15, single-leg-rdl 3x15, soleus-raise 2x15, band-row 3x10, dead-bug 3x10",
    ],
    keeps: &[
        "full: step-up 3x15, single-leg-rdl 3x15, soleus-raise 2x15, band-row 3x10, front-plank 3x30 / full: split-squat 3x15, single-leg-rdl 3x15, soleus-raise 2x15, push-up 3x10, dead-bug 3x10",
        "full: step-up 3x15, single-leg-rdl 3x15, soleus-raise 2x15, front-plank 3x30 ; minutes=17",
        "full: step-up 2x15, single-leg-rdl 2x15, soleus-raise 2x15, front-plank 2x30 / full: split-squat 2x15, single-leg-rdl 2x15, soleus-raise 2x15, band-row 2x10 ; minutes=15",
        "full: step-up 2x15, single-leg-rdl 2x15 ; minutes=10",
        "full: step-up 2x15, single-leg-rdl 2x15, front-plank 2x30 ; minutes=15 says=full-body-session:without_a_calf_raise:_all_left_out",
        "lower: step-up 3x15, single-leg-rdl 3x15, soleus-raise 2x15, front-plank 3x30 ; minutes=30",
        "full: glute-bridge 1x10 ; postpartum=8",
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
pub(super) fn is_lacking(workout: &Workout, what: &str) -> bool {
    let says = |text: &str| text.strip_prefix(LEFT_OUT).and_then(|rest| rest.split(':').next()) == Some(what);
    workout.notes.iter().any(|(id, text)| *id == RULE.id && says(text))
}

/// Whether two sets for the arms would fit a session that had two sets of each pattern and nothing else; race prep keeps its sets.
fn fits_arms(training: &Training<'_>, workout: &Workout) -> bool {
    let is_extra = |part: Part| matches!(part, Part::Plyo | Part::CoolDown);
    let keeps_sets = training.season.phase == Phase::RacePrep;
    let least = |block: &Block| -> u32 {
        let more = |(at, of): (usize, &Prescribed)| {
            let kept = if keeps_sets && is_main(of) { of.sets } else { of.sets.min(LEAST_SETS) };
            u32::from(of.sets - kept) * (of.seconds + block.rest_after(at))
        };
        block.seconds() - block.exercises.iter().enumerate().map(more).sum::<u32>()
    };
    let least_of = |block: &Block| if block.given.is_some() { block.seconds() } else { least(block) };
    let needed: u32 = workout.blocks.iter().filter(|block| !is_extra(block.part)).map(least_of).sum();
    let is_in_rounds = workout.blocks.iter().any(|block| block.form == Form::Circuit);
    needed + ARMS_SECONDS[usize::from(!is_in_rounds)] <= u32::from(workout.slot) * 60
}

/// What a session owes of the patterns, in their order: what each is called, whether it is there, whether it is owed; `is_odd` for
/// every other session of the week.
fn patterns(training: &Training<'_>, session: &GymSession, is_odd: bool) -> [(&'static str, bool, bool); 5] {
    let (workout, has_arms) = (&*session.workout, session.strength.arms());
    let has = |movement: Movement| count(workout, movement) > 0;
    let is_whole = workout.slot >= WHOLE_FROM_MINUTES;
    let is_short = workout.slot <= SHORT_TO_MINUTES;
    let arms_for_core = has_arms && is_short && is_odd;
    let owes_arms = || !is_short && !training.ladder.is_eased() && fits_arms(training, workout);
    let arms = arms_for_core || has_arms && owes_arms();
    [
        ("a knee bend", has(Movement::Knee), true),
        ("a hinge or bridge", has(Movement::Hinge), true),
        ("a calf raise", workout.sets(Kind::Calf) + workout.sets(Kind::CalfHold) > 0, is_whole),
        (ARMS, has(Movement::Push) || has(Movement::Pull), is_whole && arms),
        (CORE, has(Movement::Core), is_whole && !arms_for_core),
    ]
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    if training.is_after_birth() {
        return faults;
    }
    for (at, session) in training.legs().enumerate() {
        let workout = &session.workout;
        let missing = patterns(training, session, at % 2 == 1).into_iter();
        // Too short for the arms where it is their turn, a session says that there is no core work.
        let says = |what| {
            is_lacking(workout, what)
                || what == ARMS && workout.slot <= SHORT_TO_MINUTES && is_lacking(workout, CORE)
        };
        let missing = missing.filter(|(what, there, owed)| *owed && !there && !says(what));
        let of = if session.strength.arms() { "a whole-body" } else { "a lower-body" };
        faults.extend(missing.map(|(what, ..)| format!("{of} session lacks {what}")));
    }
    let lower = training.legs().filter(|session| !session.strength.arms());
    let is_for_arms = |of: &&Prescribed| matches!(of.exercise.movement(), Movement::Push | Movement::Pull);
    let arms = lower.flat_map(|session| session.workout.trained()).filter(is_for_arms);
    faults.extend(arms.map(|of| format!("{} in a lower-body session", of.exercise.name)));
    // Where both can be had.
    let can = |workout: &Workout, movement| {
        let fits = |exercise: &&Exercise| exercise.movement() == movement && exercise.level <= training.level;
        Exercise::catalogue().iter().filter(fits).any(|exercise| exercise.uses(workout.gear).is_some())
    };
    let one = |workout: &Workout, movement, other| count(workout, movement) > 0 && count(workout, other) == 0;
    let whole = training.legs().filter(|session| session.strength.arms());
    let sessions: Vec<&Workout> = whole.map(|session| &*session.workout).collect();
    for pair in sessions.windows(2) {
        let both =
            |movement, other| pair.iter().all(|workout| one(workout, movement, other) && can(workout, other));
        if both(Movement::Push, Movement::Pull) || both(Movement::Pull, Movement::Push) {
            faults.push("only pushes, or only pulls, in two whole-body sessions in a row".to_owned());
        }
    }
    faults
}
