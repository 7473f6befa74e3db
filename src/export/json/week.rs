//! The wire types of `runplan.week/1`, `runplan.refusal/1` and `runplan.error/1`, apart from the program's own, so that the JSON cannot
//! change by accident. Names and meanings are stable; fields may be added. Absent values are `null`, never missing.
//!
//! What is said of a field here stands in `plans/schema` too.

#[cfg(test)]
use crate::export::json::schema::{Date, IsoWeek, Of, Rule, Time};
use crate::export::json::session::{LimitsV1, SessionV1, TotalsV1};
use crate::week::day::{Day, Days};
use crate::word::{Word as _, words};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};

words! {
    /// How serious a warning is.
    Severity("severity") {
        /// Something to look at.
        Warning = "warning",
        /// Information.
        Note = "note",
    }
}

/// A planned week. Fields may be added; a breaking change raises the number in `schema`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WeekV1<'a> {
    pub(super) schema: &'static str,
    /// The runner's name.
    pub(super) runner: Option<&'a str>,
    /// The season's name: one of the program's, or that of the runner's own file.
    pub(super) season: &'a str,
    /// Where strength goes in the week.
    #[cfg_attr(test, schemars(with = "Of<crate::week::session::Placement>"))]
    pub(super) placement: &'static str,
    /// The week of ISO 8601.
    #[cfg_attr(test, schemars(with = "IsoWeek"))]
    pub(super) week: String,
    /// Where the week stands in the runner's plan; null where there is no `[plan]`.
    pub(super) plan: Option<PositionV1>,
    pub(super) limits: LimitsV1,
    /// The seven days, Monday first.
    #[cfg_attr(test, schemars(length(equal = 7)))]
    pub(super) days: Vec<DayV1<'a>>,
    pub(super) totals: TotalsV1,
    pub(super) score: ScoreV1,
    /// What the week breaks, and by how much.
    pub(super) findings: Vec<FindingV1<'a>>,
    /// Why sessions stand where they do, in whole sentences; null where prose was not wanted.
    pub(super) choices: Option<&'a [String]>,
    /// What the runner should know; it moved nothing.
    pub(super) warnings: Vec<WarningV1<'a>>,
    /// What season, race and health changed about the profile.
    pub(super) changes: Vec<ChangeV1<'a>>,
    /// Time that the runner's calendars take; null where none were read.
    pub(super) busy: Option<Vec<BusyV1>>,
    pub(super) notice: &'static str,
}

/// Where a week stands in its plan.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct PositionV1 {
    /// Its block, from 1: exercises change where one begins.
    pub(super) block: u16,
    /// Its step in the block, from 1; 0 in race week and recovery.
    pub(super) step: u16,
    /// Whether strength is easier this week.
    pub(super) easy: bool,
    /// Whether running is easier this week.
    pub(super) cutback: bool,
    /// Weeks to the week of the race; negative after it, null without a race.
    pub(super) weeks_to_race: Option<i64>,
}

/// A day.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct DayV1<'a> {
    #[cfg_attr(test, schemars(with = "Of<crate::week::day::Day>"))]
    pub(super) day: &'static str,
    #[cfg_attr(test, schemars(with = "Date"))]
    pub(super) date: NaiveDate,
    /// Whether nothing at all stands on it.
    pub(super) rest: bool,
    /// Whether it holds a key run, or a heavy or moderate leg session.
    pub(super) hard: bool,
    /// Effort (0 to 10) × minutes, over its sessions.
    pub(super) load: u32,
    /// Its sessions in order.
    pub(super) sessions: Vec<SessionV1<'a>>,
}

/// What the week costs, a count a level; an earlier level always outweighs a later one.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ScoreV1 {
    /// Demands; always 0 in a week.
    pub(super) hard: u16,
    /// The long run stays clean of leg work.
    pub(super) protect: u16,
    /// The strength sessions of the season.
    pub(super) dose: u16,
    /// Full rest days towards the target.
    pub(super) rest: u16,
    /// Legs trained, and fresh for key runs.
    pub(super) legs: u16,
    /// Where the chosen placement would put strength.
    pub(super) placement: u16,
    /// Even spread.
    pub(super) spacing: u16,
    /// Mobility and cross-training.
    pub(super) extras: u16,
}

/// A rule that the week breaks.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct FindingV1<'a> {
    #[cfg_attr(test, schemars(with = "Rule"))]
    pub(super) rule: &'static str,
    #[cfg_attr(test, schemars(with = "crate::export::json::schema::Level"))]
    pub(super) level: &'static str,
    /// The days it is about; none where it counts the week.
    #[cfg_attr(test, schemars(with = "Vec<Of<crate::week::day::Day>>"))]
    pub(super) days: Vec<&'static str>,
    /// By how much: what it adds to the score of its level.
    pub(super) amount: u8,
    /// One sentence; null where prose was not wanted.
    pub(super) message: Option<&'a str>,
}

/// Something that the runner should know.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct WarningV1<'a> {
    #[cfg_attr(test, schemars(with = "Rule"))]
    pub(super) rule: &'static str,
    /// A note is information.
    #[cfg_attr(test, schemars(with = "Of<Severity>"))]
    pub(super) severity: &'static str,
    /// The days it is about; none where it is about the week.
    #[cfg_attr(test, schemars(with = "Vec<Of<crate::week::day::Day>>"))]
    #[serde(serialize_with = "ids")]
    pub(super) days: Days,
    /// What is so; null where prose was not wanted.
    pub(super) message: Option<&'a str>,
    /// What to do about it; null where prose was not wanted.
    pub(super) hint: Option<&'a str>,
    /// Rules that stood in the way of what is missing.
    #[cfg_attr(test, schemars(with = "Vec<Rule>"))]
    pub(super) rules: &'a [&'static str],
    /// Facts of the profile that did so with them.
    pub(super) facts: &'a [String],
    /// What mends it, each as it stands for `--set`.
    pub(super) set: &'a [String],
}

/// What was changed about the profile.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ChangeV1<'a> {
    #[cfg_attr(test, schemars(with = "Rule"))]
    pub(super) rule: &'static str,
    #[cfg_attr(test, schemars(with = "Vec<Of<crate::week::day::Day>>"))]
    #[serde(serialize_with = "ids")]
    pub(super) days: Days,
    /// What became what; null where prose was not wanted.
    pub(super) message: Option<&'a str>,
}

/// Days by their ids.
#[allow(clippy::trivially_copy_pass_by_ref)] // as serde calls it
pub(super) fn ids<S: Serializer>(days: &Days, to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(days.iter().map(Day::id))
}

/// Time that a calendar takes.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct BusyV1 {
    #[cfg_attr(test, schemars(with = "Of<crate::week::day::Day>"))]
    pub(super) day: &'static str,
    #[cfg_attr(test, schemars(with = "Time"))]
    pub(super) from: String,
    #[cfg_attr(test, schemars(with = "Time"))]
    pub(super) to: String,
}

/// Why there is no week: the smallest set of rules and facts that cannot hold together.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RefusalV1<'a> {
    pub(super) schema: &'static str,
    /// The runner's name.
    pub(super) runner: Option<&'a str>,
    /// The season's name: one of the program's, or that of the runner's own file.
    pub(super) season: &'a str,
    /// The rules.
    #[cfg_attr(test, schemars(with = "Vec<Rule>"))]
    pub(super) rules: Vec<&'static str>,
    /// The facts, as the profile has them.
    pub(super) facts: &'a [String],
    /// One sentence; null where prose was not wanted.
    pub(super) message: Option<&'a str>,
    /// Small changes of the profile with which there is a week; none where none was found or looked for.
    pub(super) fixes: Vec<FixV1<'a>>,
}

/// A change with which there is a week.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct FixV1<'a> {
    /// Each as it stands for `--set`.
    pub(super) set: &'a [String],
    pub(super) message: &'a str,
}

/// One day on the wire.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OneDayV1<'a> {
    pub(super) schema: &'static str,
    pub(super) runner: Option<&'a str>,
    pub(super) season: &'a str,
    #[serde(flatten)]
    pub(super) day: DayV1<'a>,
    pub(super) notice: &'static str,
}

/// What is wrong with a line of `batch`.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ErrorV1<'a> {
    schema: &'static str,
    /// The line of the input, counted from 1.
    line: u64,
    /// What is wrong, all of it.
    message: &'a str,
    /// What to do about the first of it.
    hint: &'a str,
}

impl<'a> ErrorV1<'a> {
    /// An error on a line.
    pub const fn new(line: u64, message: &'a str, hint: &'a str) -> Self {
        Self { schema: "runplan.error/1", line, message, hint }
    }
}
