//! The wire types of a session and of the blocks in it, for `runplan.week/1`.

use crate::clock::hh_mm;
use crate::plan::{Kind, PlannedSession};
use crate::word::Word;
use crate::workout::{Block, Prescribed, Workout};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum SessionV1 {
    Run {
        r#type: &'static str,
        key: bool,
        #[serde(flatten)]
        common: CommonV1,
    },
    Strength {
        r#type: &'static str,
        class: &'static str,
        #[serde(flatten)]
        common: CommonV1,
        blocks: Option<Vec<BlockV1>>,
    },
    Mobility {
        #[serde(flatten)]
        common: CommonV1,
        blocks: Option<Vec<BlockV1>>,
    },
    Cross {
        #[serde(flatten)]
        common: CommonV1,
        blocks: Option<()>,
    },
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct BlockV1 {
    block: &'static str,
    minutes: f64,
    rounds: Option<u8>,
    exercises: Vec<ExerciseV1>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct ExerciseV1 {
    id: String,
    name: String,
    sets: u8,
    reps: Option<u8>,
    reps_max: Option<u8>,
    seconds: Option<u8>,
    per_side: bool,
    load: &'static str,
    percent: Option<u8>,
    rir: Option<u8>,
    ramp_up_sets: u8,
    rest_seconds: u32,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct CommonV1 {
    minutes: u16,
    start: Option<String>,
    rpe: u32,
    load: u32,
    because: Option<Vec<&'static str>>,
}

/// A session; with `brief` without its blocks and what they were chosen for.
pub(super) fn session(session: &PlannedSession, brief: bool) -> SessionV1 {
    let common = CommonV1 {
        minutes: session.minutes,
        start: session.start.map(hh_mm),
        rpe: session.rpe,
        load: session.load,
        because: (!brief).then(|| session.because.iter().map(|rule| rule.id).collect()),
    };
    let blocks = session.workout.as_ref().filter(|_| !brief).map(blocks);
    match session.kind {
        Kind::Run(run) => SessionV1::Run { r#type: run.id(), key: run.is_key(), common },
        Kind::Strength(strength, class) => {
            SessionV1::Strength { r#type: strength.id(), class: class.id(), common, blocks }
        }
        Kind::Mobility => SessionV1::Mobility { common, blocks },
        Kind::Cross => SessionV1::Cross { common, blocks: None },
    }
}

/// Blocks; their minutes in tenths, rounded down, so that they add up to no more than the session has.
fn blocks(workout: &Workout) -> Vec<BlockV1> {
    let exercise = |block: &Block, at: usize, of: &Prescribed| ExerciseV1 {
        id: of.exercise.id.to_string(),
        name: of.exercise.name.to_string(),
        sets: of.sets,
        reps: (!of.exercise.is_held()).then_some(of.amount),
        reps_max: (!of.exercise.is_held()).then_some(of.most),
        seconds: of.exercise.is_held().then_some(of.amount),
        per_side: of.exercise.per_side,
        load: of.load.id(),
        percent: of.percent,
        rir: of.rir,
        ramp_up_sets: of.ramp_up,
        rest_seconds: block.rest_after(at),
    };
    let block = |block: &Block| BlockV1 {
        block: block.part.id(),
        minutes: f64::from(block.seconds() / 6) / 10.0,
        rounds: block.rounds(),
        exercises: block.exercises.iter().enumerate().map(|(at, of)| exercise(block, at, of)).collect(),
    };
    workout.blocks.iter().map(block).collect()
}
