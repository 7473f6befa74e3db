//! The wire types of what to do in a session, and their texts, which are most of a week's JSON and shared by many weeks.

use crate::cache::Cache;
use crate::exercise::workout::{Block, Workout};
#[cfg(test)]
use crate::export::json::schema::Of;
use crate::word::Word;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use std::sync::Arc;

/// The blocks of a session, or their text where it is known already.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum BlocksV1<'a> {
    Made(Vec<BlockV1<'a>>),
    Text(Arc<RawValue>),
}

/// Exercises that belong together.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BlockV1<'a> {
    /// What it is for.
    #[cfg_attr(test, schemars(with = "Of<crate::exercise::workout::Part>"))]
    block: &'static str,
    /// Minutes, to the nearest tenth.
    minutes: f64,
    /// Rounds, of which an exercise with fewer sets does the first; null where sets follow each other.
    rounds: Option<u8>,
    exercises: Vec<ExerciseV1<'a>>,
}

/// An exercise and how much of it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ExerciseV1<'a> {
    /// Its id: one of `runplan exercises`, or of the runner's own file.
    id: &'a str,
    name: &'a str,
    sets: u8,
    /// Repetitions of a set; null where it is held.
    reps: Option<u8>,
    /// Repetitions of a set at most, to work towards; null where it is held.
    reps_max: Option<u8>,
    /// Seconds of a hold; null where repetitions count.
    seconds: Option<u8>,
    /// Whether repetitions or seconds are for each side.
    per_side: bool,
    /// How heavy it is, in a word.
    #[cfg_attr(test, schemars(with = "Of<crate::exercise::workout::Load>"))]
    load: &'static str,
    /// Percent of the weight that goes once (1RM); null where it goes by feel.
    percent: Option<u8>,
    /// The weight that this percentage is, such as `80 kg`; null where it is not known what goes once.
    weight: Option<String>,
    /// Repetitions that stay in reserve.
    rir: Option<u8>,
    /// Lighter sets before the first.
    ramp_up_sets: u8,
    /// Seconds of rest after a set.
    rest_seconds: u32,
}

/// Texts of blocks on one line, by the session that they belong to.
#[derive(Debug)]
pub struct Texts(Cache<Arc<Workout>, Option<Arc<RawValue>>>);

impl Texts {
    /// Room for the texts of about `most` sessions.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self(Cache::new(most))
    }

    /// The blocks of a session as a text.
    pub(super) fn blocks<'a>(&mut self, workout: &'a Arc<Workout>) -> BlocksV1<'a> {
        // Text and finite numbers can be written; if not, they are not remembered either.
        let text = self
            .0
            .get_or_insert_with(Arc::clone(workout), |of| to_raw_value(&blocks(of)).ok().map(Arc::from));
        text.map_or_else(|| BlocksV1::Made(blocks(workout)), BlocksV1::Text)
    }
}

/// Blocks, each with its minutes to the nearest tenth.
pub(super) fn blocks(workout: &Workout) -> Vec<BlockV1<'_>> {
    workout.blocks.iter().map(block).collect()
}

fn block(block: &Block) -> BlockV1<'_> {
    BlockV1 {
        block: block.part.id(),
        minutes: f64::from(block.tenths()) / 10.0,
        rounds: block.rounds(),
        exercises: (0..block.exercises.len()).map(|at| exercise(block, at)).collect(),
    }
}

fn exercise(block: &Block, at: usize) -> ExerciseV1<'_> {
    let of = &block.exercises[at];
    ExerciseV1 {
        id: &of.exercise.id,
        name: &of.exercise.name,
        sets: of.sets,
        reps: (!of.exercise.is_held()).then_some(of.amount),
        reps_max: (!of.exercise.is_held()).then_some(of.most),
        seconds: of.exercise.is_held().then_some(of.amount),
        per_side: of.exercise.per_side,
        load: of.load.id(),
        percent: of.percent,
        weight: of.weight.map(|weight| weight.to_string()),
        rir: of.rir,
        ramp_up_sets: of.ramp_up,
        rest_seconds: block.rest_after(at),
    }
}
