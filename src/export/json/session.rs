//! The wire type of a session, for `runplan.week/1`.

#[cfg(test)]
use crate::export::json::blocks::BlockV1;
use crate::export::json::blocks::{BlocksV1, Texts, blocks};
#[cfg(test)]
use crate::export::json::schema::{Of, Rule, RunType, StrengthType, Time};
use crate::plan::{Detail, PlannedSession};
use crate::week::hours::hh_mm;
use crate::week::session::Session;
use crate::word::Word;
use serde::Serialize;

/// A session.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum SessionV1<'a> {
    /// A run.
    Run {
        #[cfg_attr(test, schemars(with = "RunType"))]
        r#type: &'static str,
        /// Whether everything else is placed around it: a long run, a speed run or a race.
        key: bool,
        #[serde(flatten)]
        common: CommonV1,
    },
    /// A strength session.
    Strength {
        #[cfg_attr(test, schemars(with = "StrengthType"))]
        r#type: &'static str,
        /// How heavy it is.
        #[cfg_attr(test, schemars(with = "Of<crate::week::session::Class>"))]
        class: &'static str,
        #[serde(flatten)]
        common: CommonV1,
        /// What to do, block by block; null where it was not wanted.
        #[cfg_attr(test, schemars(with = "Option<Vec<BlockV1>>"))]
        blocks: Option<BlocksV1<'a>>,
    },
    /// A mobility session.
    Mobility {
        #[serde(flatten)]
        common: CommonV1,
        /// What to do, block by block; null where it was not wanted.
        #[cfg_attr(test, schemars(with = "Option<Vec<BlockV1>>"))]
        blocks: Option<BlocksV1<'a>>,
    },
    /// Cross-training.
    Cross {
        #[serde(flatten)]
        common: CommonV1,
        blocks: Option<()>,
    },
}

/// What every session has.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CommonV1 {
    /// Its minutes; the blocks of a strength session may need fewer.
    minutes: u16,
    /// When it starts; null where the profile has no hours for the day.
    #[cfg_attr(test, schemars(with = "Option<Time>"))]
    start: Option<String>,
    /// Planned effort.
    #[cfg_attr(test, schemars(range(max = 10)))]
    rpe: u32,
    /// Effort × minutes.
    load: u32,
    /// The rules that chose its day, at cost 0 too; null where reasons were not wanted.
    #[cfg_attr(test, schemars(with = "Option<Vec<Rule>>"))]
    because: Option<Vec<&'static str>>,
}

impl<'a> SessionV1<'a> {
    /// A session, in brief without its blocks and the rules that chose its day; `texts` are those of blocks that are known
    /// already.
    pub fn new(session: &'a PlannedSession, detail: Detail, texts: Option<&mut Texts>) -> Self {
        let full = detail == Detail::Full;
        let common = CommonV1 {
            minutes: session.minutes,
            start: session.start.map(hh_mm),
            rpe: session.rpe,
            load: session.load,
            because: full.then(|| session.because.iter().map(|rule| rule.id).collect()),
        };
        let blocks = session.workout.as_ref().filter(|_| full).map(|workout| match texts {
            Some(texts) => texts.blocks(workout),
            None => BlocksV1::Made(blocks(workout)),
        });
        match session.session {
            Session::Run(run) => Self::Run { r#type: run.id(), key: run.is_key(), common },
            Session::Strength(strength) => {
                Self::Strength { r#type: strength.id(), class: session.class.id(), common, blocks }
            }
            Session::Mobility => Self::Mobility { common, blocks },
            Session::Cross => Self::Cross { common, blocks: None },
        }
    }
}
