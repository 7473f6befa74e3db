//! The wire types of a session and of what counts sessions, the limits and totals of a week, for `runplan.week/1`.

#[cfg(test)]
use crate::export::json::blocks::BlockV1;
use crate::export::json::blocks::{BlocksV1, Texts, blocks};
#[cfg(test)]
use crate::export::json::schema::{Date, Of, Rule, RunType, StrengthType, Time};
use crate::plan::{Detail, Plan, PlannedSession};
use crate::profile::{CountsAs, Fixed, LegLoad, TuneUp};
use crate::week::hours::hh_mm;
use crate::week::id::SessionId;
use crate::week::kind::Kind;
use crate::week::race::Race;
use crate::week::session::{Other, Run, Session};
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
        /// Which race it is, where it is not the one that the season leads to; else null.
        race: Option<TuneUpV1<'a>>,
        #[serde(flatten)]
        common: CommonV1<'a>,
    },
    /// A strength session.
    Strength {
        #[cfg_attr(test, schemars(with = "StrengthType"))]
        r#type: &'static str,
        /// How heavy it is.
        #[cfg_attr(test, schemars(with = "Of<crate::week::session::Class>"))]
        class: &'static str,
        #[serde(flatten)]
        common: CommonV1<'a>,
        /// What to do, block by block; null where it was not wanted.
        #[cfg_attr(test, schemars(with = "Option<Vec<BlockV1>>"))]
        blocks: Option<BlocksV1<'a>>,
    },
    /// A mobility session.
    Mobility {
        #[serde(flatten)]
        common: CommonV1<'a>,
        /// What to do, block by block; null where it was not wanted.
        #[cfg_attr(test, schemars(with = "Option<Vec<BlockV1>>"))]
        blocks: Option<BlocksV1<'a>>,
    },
    /// Cross-training.
    Cross {
        #[serde(flatten)]
        common: CommonV1<'a>,
        blocks: Option<()>,
    },
    /// A fixed session of the runner's: it stands there whatever is planned.
    Fixed {
        /// What it is called.
        name: &'a str,
        /// What it does to the legs.
        #[cfg_attr(test, schemars(with = "Of<crate::profile::LegLoad>"))]
        legs: &'static str,
        /// The number of the week that it counts towards.
        #[cfg_attr(test, schemars(with = "Of<crate::profile::CountsAs>"))]
        counts: &'static str,
        /// Whether its day may still be a rest day.
        restful: bool,
        #[serde(flatten)]
        common: CommonV1<'a>,
    },
}

/// What every session has.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CommonV1<'a> {
    /// Its identity, which stays when it moves: week, kind, and number or, of a run, its declared day.
    #[cfg_attr(test, schemars(with = "String"))]
    id: SessionId,
    /// Its minutes; with blocks it is as long as they are, rounded up to 5, never over its slot.
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
    /// Where it stands in the running plan of somebody else's that the week was placed around; null where it is of no such plan.
    source: Option<SourceV1<'a>>,
}

/// Where a session stands in somebody else's plan.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SourceV1<'a> {
    /// The name of the file.
    file: &'a str,
    /// Its line there, from 1; null where the file has no lines that mean anything.
    line: Option<usize>,
    /// The text of the day.
    text: &'a str,
}

impl<'a> SessionV1<'a> {
    /// A session, in brief without its blocks and the rules that chose its day; `texts` are those of blocks that are known
    /// already.
    pub fn new(session: &'a PlannedSession, detail: Detail, texts: Option<&mut Texts>) -> Self {
        let full = detail == Detail::Full;
        let common = CommonV1 {
            id: session.id,
            minutes: session.minutes,
            start: session.start.map(hh_mm),
            rpe: session.rpe,
            load: session.load,
            because: full.then(|| session.because.iter().map(|rule| rule.id).collect()),
            source: session.source.as_deref().map(|source| SourceV1 {
                file: &source.file,
                line: source.line,
                text: &source.text,
            }),
        };
        let blocks = session.workout.as_ref().filter(|_| full).map(|workout| match texts {
            Some(texts) => texts.blocks(workout),
            None => BlocksV1::Made(blocks(workout)),
        });
        match session.session {
            Session::Run(run) => {
                let race = session.tune_up.as_deref().map(TuneUpV1::new);
                Self::Run { r#type: run.id(), key: run.is_key(), race, common }
            }
            Session::Second => Self::Run { r#type: Run::Easy.id(), key: false, race: None, common },
            Session::Strength(strength) => {
                Self::Strength { r#type: strength.id(), class: session.class.id(), common, blocks }
            }
            Session::Mobility => Self::Mobility { common, blocks },
            Session::Cross => Self::Cross { common, blocks: None },
            Session::Other(other) => fixed(session.fixed.as_deref(), other, common),
        }
    }
}

/// A race besides the one that the season leads to.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TuneUpV1<'a> {
    /// How much it matters: `b` or `c`.
    #[cfg_attr(test, schemars(with = "Of<crate::week::race::Priority>"))]
    priority: &'static str,
    #[cfg_attr(test, schemars(with = "Option<Of<crate::week::race::Distance>>"))]
    distance: Option<&'static str>,
    /// What it is called.
    name: Option<&'a str>,
}

impl<'a> TuneUpV1<'a> {
    fn new(of: &'a TuneUp) -> Self {
        let (priority, distance) = (of.race.priority.id(), of.race.distance.map(Word::id));
        Self { priority, distance, name: of.name.as_deref() }
    }
}

/// A fixed session with what the runner says of it.
fn fixed<'a>(fixed: Option<&'a Fixed>, makes: Other, common: CommonV1<'a>) -> SessionV1<'a> {
    SessionV1::Fixed {
        name: fixed.map_or("", |fixed| &fixed.name),
        legs: fixed.map_or(LegLoad::None, |fixed| fixed.legs).id(),
        counts: fixed.map_or(CountsAs::Nothing, |fixed| fixed.counts).id(),
        restful: makes == Other::Restful,
        common,
    }
}

/// The numbers that the week was planned with.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct LimitsV1 {
    strength: StrengthLimitsV1,
    rest: RestLimitsV1,
    /// Whose the run days are: `named` by the runner, `chosen` by the planner, or `free`: chosen, the day of the long run too.
    #[cfg_attr(test, schemars(with = "Of<crate::week::run_days::RunDays>"))]
    run_days: &'static str,
    /// Mobility sessions a week.
    mobility: u8,
    /// Cross-training sessions a week.
    cross: u8,
    /// Experience in the gym.
    #[cfg_attr(test, schemars(with = "Of<crate::week::session::Experience>"))]
    level: &'static str,
    /// Years.
    age: Option<u8>,
    /// Whether the week is taken to repeat, so that Sunday stands before Monday.
    wraps: bool,
    /// The season that the numbers come from.
    #[cfg_attr(test, schemars(with = "Of<crate::week::phase::Phase>"))]
    phase: &'static str,
    /// The race that the rules count from.
    race: Option<RaceV1>,
}

/// A race.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RaceV1 {
    #[cfg_attr(test, schemars(with = "Date"))]
    date: String,
    #[cfg_attr(test, schemars(with = "Option<Of<crate::week::race::Distance>>"))]
    distance: Option<&'static str>,
}

impl RaceV1 {
    /// A race.
    pub fn new(race: Race) -> Self {
        Self { date: race.date.to_string(), distance: race.distance.map(Word::id) }
    }
}

/// Limits of strength sessions a week.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct StrengthLimitsV1 {
    /// Sessions at least: a demand.
    min: u8,
    /// Sessions aimed for.
    target: u8,
    /// Sessions that train the legs, at least: a demand.
    legs_min: u8,
    /// Sessions that train the legs, at least: a wish.
    legs_floor: u8,
    /// Sessions that train the legs, at most.
    legs_max: u8,
    /// Minutes of a session.
    minutes: u16,
    /// How heavy a session is.
    #[cfg_attr(test, schemars(with = "Of<crate::week::session::Class>"))]
    class: &'static str,
}

/// Full rest days a week.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RestLimitsV1 {
    /// At least: a demand.
    min: u8,
    /// Aimed for.
    target: u8,
}

impl LimitsV1 {
    /// The numbers of a plan.
    pub fn new(plan: &Plan) -> Self {
        let limits = &plan.limits;
        Self {
            strength: StrengthLimitsV1 {
                min: limits.strength_min,
                target: limits.strength_target,
                legs_min: limits.legs_min,
                legs_floor: limits.legs_floor,
                legs_max: limits.legs_max,
                minutes: limits.strength_minutes,
                class: limits.class.id(),
            },
            rest: RestLimitsV1 { min: limits.rest_min, target: limits.rest_target },
            run_days: limits.run_days.id(),
            mobility: limits.mobility,
            cross: limits.cross,
            level: limits.level.id(),
            age: limits.age,
            wraps: limits.wraps,
            phase: limits.phase.id(),
            race: plan.race.map(RaceV1::new),
        }
    }
}

/// Sums over the week.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct TotalsV1 {
    /// Minutes of all runs.
    run_minutes: u32,
    runs: usize,
    /// Strength sessions.
    strength: u8,
    /// Strength sessions that train the legs.
    legs: u8,
    /// Mobility sessions.
    mobility: u8,
    /// Cross-training sessions.
    cross: u8,
    /// Full rest days.
    rest_days: u8,
    hard_days: usize,
    /// Effort (0 to 10) × minutes, over all sessions.
    load: u32,
    /// Mean of the daily loads ÷ their sample standard deviation, two decimals; null where all days are alike.
    monotony: Option<f64>,
    /// Load × monotony; null where all days are alike.
    strain: Option<u64>,
}

impl TotalsV1 {
    /// The sums of a plan.
    pub fn new(plan: &Plan) -> Self {
        #[allow(clippy::cast_precision_loss)] // hundredths of a monotony are far below 2^53
        let monotony = plan.load.monotony_hundredths().map(|hundredths| hundredths as f64 / 100.0);
        Self {
            run_minutes: plan.run_minutes(),
            runs: plan.runs(),
            strength: plan.count(Kind::Strength),
            legs: plan.count(Kind::Legs),
            mobility: plan.count(Kind::Mobility),
            cross: plan.count(Kind::Cross),
            rest_days: plan.count(Kind::Rest),
            hard_days: plan.hard_days(),
            load: plan.load.week(),
            monotony,
            strain: plan.load.strain(),
        }
    }
}
