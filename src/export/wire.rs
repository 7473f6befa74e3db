//! The wire types of `runplan.week/1` and `runplan.refusal/1`, apart from the program's own, so that the JSON cannot
//! change by accident. Names and meanings are stable; fields may be added. Absent values are `null`, never missing.
//!
//! What is said of a field here stands in `plans/schema` too.

mod filled;
pub(super) mod listed;

use super::blocks::SessionV1;
use super::dates::Stamp;
#[cfg(test)]
use super::schema::{Date, IsoWeek, Of, Rule, Severity, Time};
use listed::{Ids, Set};
use serde::Serialize;

/// How serious a warning is; a note is information.
pub(super) const SEVERITIES: [&str; 2] = ["warning", "note"];

/// A planned week. Fields may be added; a breaking change raises the number in `schema`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct WeekV1<'a> {
    schema: &'static str,
    /// The runner's name.
    runner: Option<&'a str>,
    /// The season's name: one of the program's, or that of the runner's own file.
    season: &'a str,
    /// Where strength goes in the week.
    #[cfg_attr(test, schemars(with = "Of<crate::session::Placement>"))]
    placement: &'static str,
    /// The week of ISO 8601.
    #[cfg_attr(test, schemars(with = "IsoWeek"))]
    week: Stamp<8>,
    limits: LimitsV1,
    /// The seven days, Monday first.
    #[cfg_attr(test, schemars(length(equal = 7)))]
    days: Vec<DayV1<'a>>,
    totals: TotalsV1,
    score: ScoreV1,
    /// What the week breaks, and by how much.
    findings: Vec<FindingV1<'a>>,
    /// Why sessions stand where they do, in whole sentences; null where prose was not wanted.
    choices: Option<&'a Vec<String>>,
    /// What the runner should know; it moved nothing.
    warnings: Vec<WarningV1<'a>>,
    /// What season, race and health changed about the profile.
    changes: Vec<ChangeV1<'a>>,
    /// Time that the runner's calendars take; null where none were read.
    busy: Option<Vec<BusyV1>>,
    notice: &'static str,
}

/// The numbers that the week was planned with.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct LimitsV1 {
    strength: StrengthLimitsV1,
    rest: RestLimitsV1,
    /// Mobility sessions a week.
    mobility: u8,
    /// Cross-training sessions a week.
    cross: u8,
    /// Experience in the gym.
    #[cfg_attr(test, schemars(with = "Of<crate::session::Experience>"))]
    level: &'static str,
    /// Years.
    age: Option<u8>,
    /// Whether the week is taken to repeat, so that Sunday stands before Monday.
    wraps: bool,
    /// The season that the numbers come from.
    #[cfg_attr(test, schemars(with = "Of<crate::phase::Phase>"))]
    phase: &'static str,
    /// The race that the rules count from.
    race: Option<RaceV1>,
}

/// A race.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RaceV1 {
    #[cfg_attr(test, schemars(with = "Date"))]
    date: Stamp<10>,
    #[cfg_attr(test, schemars(with = "Option<Of<crate::race::Distance>>"))]
    distance: Option<&'static str>,
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
    #[cfg_attr(test, schemars(with = "Of<crate::session::Class>"))]
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

/// A day.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct DayV1<'a> {
    #[cfg_attr(test, schemars(with = "Of<crate::day::Day>"))]
    day: &'static str,
    #[cfg_attr(test, schemars(with = "Date"))]
    date: Stamp<10>,
    /// Whether nothing at all stands on it.
    rest: bool,
    /// Whether it holds a key run, or a heavy or moderate leg session.
    hard: bool,
    /// Effort (0 to 10) × minutes, over its sessions.
    load: u32,
    /// Its sessions in order.
    sessions: Vec<SessionV1<'a>>,
}

/// Sums over the week.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct TotalsV1 {
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

/// What the week costs, a count a level; an earlier level always outweighs a later one.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ScoreV1 {
    /// Demands; always 0 in a week.
    hard: u8,
    /// The long run stays clean of leg work.
    protect: u8,
    /// The strength sessions of the season.
    dose: u8,
    /// Full rest days towards the target.
    rest: u8,
    /// Legs trained, and fresh for key runs.
    legs: u8,
    /// Where the chosen placement would put strength.
    placement: u8,
    /// Even spread.
    spacing: u8,
    /// Mobility and cross-training.
    extras: u8,
}

/// A rule that the week breaks.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct FindingV1<'a> {
    #[cfg_attr(test, schemars(with = "Rule"))]
    rule: &'static str,
    #[cfg_attr(test, schemars(with = "Of<crate::score::Level>"))]
    level: &'static str,
    /// The days it is about; none where it counts the week.
    #[cfg_attr(test, schemars(with = "Vec<Of<crate::day::Day>>"))]
    days: Ids<'a>,
    /// By how much: what it adds to the score of its level.
    amount: u8,
    /// One sentence; null where prose was not wanted.
    message: Option<&'a str>,
}

/// Something that the runner should know.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct WarningV1<'a> {
    #[cfg_attr(test, schemars(with = "Rule"))]
    rule: &'static str,
    /// A note is information.
    #[cfg_attr(test, schemars(with = "Severity"))]
    severity: &'static str,
    /// The days it is about; none where it is about the week.
    #[cfg_attr(test, schemars(with = "Vec<Of<crate::day::Day>>"))]
    days: Set,
    /// What is so; null where prose was not wanted.
    message: Option<&'a str>,
    /// What to do about it; null where prose was not wanted.
    hint: Option<&'a str>,
    /// Rules that stood in the way of what is missing.
    #[cfg_attr(test, schemars(with = "Vec<Rule>"))]
    rules: &'a [&'static str],
    /// Facts of the profile that did so with them.
    facts: &'a [String],
    /// What mends it, each as it stands for `--set`.
    set: &'a [String],
}

/// What was changed about the profile.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ChangeV1<'a> {
    #[cfg_attr(test, schemars(with = "Rule"))]
    rule: &'static str,
    #[cfg_attr(test, schemars(with = "Vec<Of<crate::day::Day>>"))]
    days: Set,
    /// What became what; null where prose was not wanted.
    message: Option<&'a str>,
}

/// Time that a calendar takes.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct BusyV1 {
    #[cfg_attr(test, schemars(with = "Of<crate::day::Day>"))]
    day: &'static str,
    #[cfg_attr(test, schemars(with = "Time"))]
    from: Stamp<5>,
    #[cfg_attr(test, schemars(with = "Time"))]
    to: Stamp<5>,
}

/// Why there is no week: the smallest set of rules and facts that cannot hold together.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RefusalV1<'a> {
    schema: &'static str,
    /// The runner's name.
    runner: Option<&'a str>,
    /// The season's name: one of the program's, or that of the runner's own file.
    season: &'a str,
    /// The rules.
    #[cfg_attr(test, schemars(with = "Vec<Rule>"))]
    rules: Vec<&'static str>,
    /// The facts, as the profile has them.
    facts: &'a [String],
    /// One sentence; null where prose was not wanted.
    message: Option<&'a str>,
    /// Small changes of the profile with which there is a week; none where none was found or looked for.
    fixes: Vec<FixV1<'a>>,
}

/// A change with which there is a week.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct FixV1<'a> {
    /// Each as it stands for `--set`.
    set: &'a [String],
    message: &'a str,
}

/// One day on the wire.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OneDayV1<'a> {
    schema: &'static str,
    runner: Option<&'a str>,
    season: &'a str,
    #[serde(flatten)]
    day: DayV1<'a>,
    notice: &'static str,
}
