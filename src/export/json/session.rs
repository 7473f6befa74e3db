//! The wire types of a session and of the blocks in it, for `runplan.week/1`.

use crate::cache::Memory;
use crate::exercise::workout::{Block, Workout};
use crate::export::dates::{Stamp, time};
use crate::export::json;
use crate::export::json::ids::Rules;
#[cfg(test)]
use crate::export::schema::{Of, Rule, RunType, StrengthType, Time};
use crate::export::write::RAW;
use crate::plan::{Kind, PlannedSession};
use crate::word::Word;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// Bytes that hold most texts of a session.
const USUAL: usize = 4 << 10;

/// A session.
#[derive(Clone, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(tag = "kind", rename_all = "lowercase"))]
pub(super) enum SessionV1<'a> {
    /// A run.
    Run {
        #[cfg_attr(test, schemars(with = "RunType"))]
        r#type: &'static str,
        /// Whether everything else is placed around it: a long run, a speed run or a race.
        key: bool,
        #[cfg_attr(test, schemars(flatten))]
        common: CommonV1<'a>,
    },
    /// A strength session.
    Strength {
        #[cfg_attr(test, schemars(with = "StrengthType"))]
        r#type: &'static str,
        /// How heavy it is.
        #[cfg_attr(test, schemars(with = "Of<crate::week::session::Class>"))]
        class: &'static str,
        #[cfg_attr(test, schemars(flatten))]
        common: CommonV1<'a>,
        /// What to do, block by block; null where it was not wanted.
        blocks: Option<BlocksV1<'a>>,
    },
    /// A mobility session.
    Mobility {
        #[cfg_attr(test, schemars(flatten))]
        common: CommonV1<'a>,
        /// What to do, block by block; null where it was not wanted.
        blocks: Option<BlocksV1<'a>>,
    },
    /// Cross-training.
    Cross {
        #[cfg_attr(test, schemars(flatten))]
        common: CommonV1<'a>,
        blocks: Option<()>,
    },
}

/// By hand: `serde` would write what is common through a map, whose keys are texts that may need escapes.
impl Serialize for SessionV1<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("SessionV1", 9)?;
        match self {
            Self::Run { r#type, key, common } => {
                fields.serialize_field("kind", "run")?;
                fields.serialize_field("type", r#type)?;
                fields.serialize_field("key", key)?;
                common.add(&mut fields)?;
            }
            Self::Strength { r#type, class, common, blocks } => {
                fields.serialize_field("kind", "strength")?;
                fields.serialize_field("type", r#type)?;
                fields.serialize_field("class", class)?;
                common.add(&mut fields)?;
                fields.serialize_field("blocks", blocks)?;
            }
            Self::Mobility { common, blocks } => {
                fields.serialize_field("kind", "mobility")?;
                common.add(&mut fields)?;
                fields.serialize_field("blocks", blocks)?;
            }
            Self::Cross { common, blocks } => {
                fields.serialize_field("kind", "cross")?;
                common.add(&mut fields)?;
                fields.serialize_field("blocks", blocks)?;
            }
        }
        fields.end()
    }
}

impl CommonV1<'_> {
    fn add<S: SerializeStruct>(&self, fields: &mut S) -> Result<(), S::Error> {
        fields.serialize_field("minutes", &self.minutes)?;
        fields.serialize_field("start", &self.start)?;
        fields.serialize_field("rpe", &self.rpe)?;
        fields.serialize_field("load", &self.load)?;
        fields.serialize_field("because", &self.because)
    }
}

/// The blocks of a session, or their text where it is known already.
#[derive(Clone, Debug)]
pub(super) enum BlocksV1<'a> {
    Made(Vec<BlockV1<'a>>),
    Written(Arc<str>),
}

#[cfg(test)]
impl schemars::JsonSchema for BlocksV1<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "BlocksV1".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<BlockV1>::json_schema(generator)
    }
}

impl Serialize for BlocksV1<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Made(blocks) => blocks.serialize(serializer),
            Self::Written(text) => {
                let mut raw = serializer.serialize_struct(RAW, 1)?;
                raw.serialize_field(RAW, &**text)?;
                raw.end()
            }
        }
    }
}

/// Texts of blocks, by the session that they belong to: most of a week's JSON, and shared by many weeks.
#[derive(Debug)]
pub struct Texts(Memory<Same, Arc<str>>);

/// A session that is the very same one, not only equal.
#[derive(Debug)]
struct Same(Arc<Workout>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Same {}

impl Hash for Same {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        Arc::as_ptr(&self.0).hash(hasher);
    }
}

impl Texts {
    /// Room for the texts of about so many sessions.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self(Memory::new(most))
    }

    /// The blocks of a session.
    pub(super) fn blocks<'a>(&mut self, workout: &'a Arc<Workout>) -> BlocksV1<'a> {
        BlocksV1::Written(self.0.recall(Same(Arc::clone(workout)), |Same(workout)| {
            let mut text = Vec::with_capacity(USUAL);
            json::add(&mut text, &blocks(workout));
            std::str::from_utf8(&text).unwrap_or_default().trim_end().into()
        }))
    }
}

/// Exercises that belong together.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct BlockV1<'a> {
    /// What it is for.
    #[cfg_attr(test, schemars(with = "Of<crate::exercise::workout::Part>"))]
    block: &'static str,
    /// Minutes in tenths, rounded down.
    minutes: f64,
    /// Rounds of a circuit; null where sets follow each other.
    rounds: Option<u8>,
    exercises: Vec<ExerciseV1<'a>>,
}

/// An exercise and how much of it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ExerciseV1<'a> {
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
    /// Repetitions that stay in reserve.
    rir: Option<u8>,
    /// Lighter sets before the first.
    ramp_up_sets: u8,
    /// Seconds of rest after a set.
    rest_seconds: u32,
}

/// What every session has.
#[derive(Clone, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct CommonV1<'a> {
    /// Its minutes; the blocks of a strength session may need fewer.
    minutes: u16,
    /// When it starts; null where the profile has no hours for the day.
    #[cfg_attr(test, schemars(with = "Option<Time>"))]
    start: Option<Stamp<5>>,
    /// Planned effort.
    #[cfg_attr(test, schemars(range(max = 10)))]
    rpe: u32,
    /// Effort × minutes.
    load: u32,
    /// The rules that chose its day, at cost 0 too; null where reasons were not wanted.
    #[cfg_attr(test, schemars(with = "Option<Vec<Rule>>"))]
    because: Option<Rules<'a>>,
}

/// A session; with `brief` without its blocks and what they were chosen for.
pub(super) fn session<'a>(
    session: &'a PlannedSession,
    brief: bool,
    texts: Option<&mut Texts>,
) -> SessionV1<'a> {
    let common = CommonV1 {
        minutes: session.minutes,
        start: session.start.map(time),
        rpe: session.rpe,
        load: session.load,
        because: (!brief).then_some(Rules(&session.because)),
    };
    let blocks = session.workout.as_ref().filter(|_| !brief).map(|workout| match texts {
        Some(texts) => texts.blocks(workout),
        None => BlocksV1::Made(blocks(workout)),
    });
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
fn blocks(workout: &Workout) -> Vec<BlockV1<'_>> {
    workout.blocks.iter().map(block).collect()
}

fn block(block: &Block) -> BlockV1<'_> {
    BlockV1 {
        block: block.part.id(),
        minutes: f64::from(block.seconds() / 6) / 10.0,
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
        rir: of.rir,
        ramp_up_sets: of.ramp_up,
        rest_seconds: block.rest_after(at),
    }
}
