//! The wire types of `runplan.week/1` and `runplan.refusal/1`, apart from the program's own, so that the JSON cannot
//! change by accident. Names and meanings are stable; fields may be added. Absent values are `null`, never missing.

use super::blocks::{SessionV1, Texts, session};
use super::dates::iso;
use crate::clock::{Busy, Window, hh_mm};
use crate::day::Day;
use crate::limits::Limits;
use crate::plan::{NOTICE, Plan, PlannedDay, Refusal};
use crate::race::Race;
use crate::score::Level;
use crate::week::Count;
use crate::word::Word;
use chrono::Datelike;
use serde::Serialize;

/// A week on the wire.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct WeekV1<'a> {
    schema: &'static str,
    runner: Option<&'a str>,
    season: &'a str,
    #[cfg_attr(test, schemars(schema_with = "super::schema::word::<crate::session::Placement>"))]
    placement: &'static str,
    week: String,
    limits: LimitsV1,
    days: Vec<DayV1>,
    totals: TotalsV1,
    score: ScoreV1,
    findings: Vec<FindingV1<'a>>,
    choices: Option<&'a Vec<String>>,
    warnings: Vec<WarningV1<'a>>,
    changes: Vec<ChangeV1<'a>>,
    busy: Option<Vec<BusyV1>>,
    notice: &'static str,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct LimitsV1 {
    strength: StrengthLimitsV1,
    rest: RestLimitsV1,
    mobility: u8,
    cross: u8,
    #[cfg_attr(test, schemars(schema_with = "super::schema::word::<crate::session::Experience>"))]
    level: &'static str,
    age: Option<u8>,
    wraps: bool,
    #[cfg_attr(test, schemars(schema_with = "super::schema::word::<crate::phase::Phase>"))]
    phase: &'static str,
    race: Option<RaceV1>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RaceV1 {
    date: String,
    distance: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct StrengthLimitsV1 {
    min: u8,
    target: u8,
    legs_min: u8,
    legs_floor: u8,
    legs_max: u8,
    minutes: u16,
    #[cfg_attr(test, schemars(schema_with = "super::schema::word::<crate::session::Class>"))]
    class: &'static str,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RestLimitsV1 {
    min: u8,
    target: u8,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct DayV1 {
    #[cfg_attr(test, schemars(schema_with = "super::schema::word::<Day>"))]
    day: &'static str,
    date: String,
    rest: bool,
    hard: bool,
    load: u32,
    sessions: Vec<SessionV1>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct TotalsV1 {
    run_minutes: u32,
    runs: usize,
    strength: u8,
    legs: u8,
    mobility: u8,
    cross: u8,
    rest_days: u8,
    hard_days: usize,
    load: u32,
    monotony: Option<f64>,
    strain: Option<u64>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ScoreV1 {
    hard: u8,
    protect: u8,
    dose: u8,
    rest: u8,
    legs: u8,
    placement: u8,
    spacing: u8,
    extras: u8,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct FindingV1<'a> {
    rule: &'static str,
    #[cfg_attr(test, schemars(schema_with = "super::schema::word::<crate::score::Level>"))]
    level: &'static str,
    days: Vec<&'static str>,
    amount: u8,
    message: Option<&'a str>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct WarningV1<'a> {
    rule: &'static str,
    severity: &'static str,
    days: Vec<&'static str>,
    message: Option<&'a str>,
    hint: Option<&'a str>,
    rules: &'a [&'static str],
    facts: &'a [String],
    set: &'a [String],
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ChangeV1<'a> {
    rule: &'static str,
    days: Vec<&'static str>,
    message: Option<&'a str>,
}

/// Time that a calendar takes.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct BusyV1 {
    #[cfg_attr(test, schemars(schema_with = "super::schema::word::<Day>"))]
    day: &'static str,
    from: String,
    to: String,
}

/// A refusal on the wire.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RefusalV1<'a> {
    schema: &'static str,
    runner: Option<&'a str>,
    season: &'a str,
    rules: Vec<&'static str>,
    facts: &'a [String],
    message: Option<&'a str>,
    fixes: Vec<FixV1<'a>>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct FixV1<'a> {
    set: &'a [String],
    message: &'a str,
}

impl<'a> WeekV1<'a> {
    /// The whole week, or with `brief` without prose and blocks; `texts` are those of sessions that are known already.
    pub fn new(plan: &'a Plan, brief: bool, mut texts: Option<&mut Texts>) -> Self {
        let score = |level| plan.score.on(level);
        let finding = |f: &'a crate::plan::Said| FindingV1 {
            rule: f.rule.id,
            level: f.rule.kind(),
            days: ids(f.days.iter().copied()),
            amount: f.amount,
            message: told(&f.message, brief),
        };
        let iso = plan.monday.iso_week();
        Self {
            schema: "runplan.week/1",
            runner: plan.runner.as_deref(),
            season: &plan.season,
            placement: plan.limits.placement.id(),
            week: format!("{:04}-W{:02}", iso.year(), iso.week()),
            limits: limits(&plan.limits, plan.race),
            days: plan.days.iter().map(|of| day(of, brief, texts.as_deref_mut())).collect(),
            totals: totals(plan),
            score: ScoreV1 {
                hard: score(Level::Hard),
                protect: score(Level::Protect),
                dose: score(Level::Dose),
                rest: score(Level::Rest),
                legs: score(Level::Legs),
                placement: score(Level::Placement),
                spacing: score(Level::Spacing),
                extras: score(Level::Extras),
            },
            findings: plan.findings.iter().map(finding).collect(),
            choices: (!brief).then_some(&plan.choices),
            warnings: plan.warnings.iter().map(|of| warning(of, brief)).collect(),
            changes: plan.changes.iter().map(|of| change(of, brief)).collect(),
            busy: plan.busy.as_ref().map(busy),
            notice: NOTICE,
        }
    }
}

fn ids(days: impl Iterator<Item = Day>) -> Vec<&'static str> {
    days.map(Day::id).collect()
}

/// Prose, where it is wanted.
fn told(text: &str, brief: bool) -> Option<&str> {
    (!brief).then_some(text)
}

fn warning(warning: &crate::rules::Warning, brief: bool) -> WarningV1<'_> {
    WarningV1 {
        rule: warning.rule,
        severity: if warning.note { "note" } else { "warning" },
        days: ids(warning.days.iter()),
        message: told(&warning.message, brief),
        hint: told(&warning.hint, brief),
        rules: &warning.rules,
        facts: &warning.facts,
        set: &warning.set,
    }
}

fn change(change: &crate::draft::Change, brief: bool) -> ChangeV1<'_> {
    ChangeV1 { rule: change.rule, days: ids(change.days.iter()), message: told(&change.message, brief) }
}

fn busy(busy: &Busy) -> Vec<BusyV1> {
    let of = |(day, windows): (&Day, &Vec<Window>)| -> Vec<BusyV1> {
        let window =
            |window: &Window| BusyV1 { day: day.id(), from: hh_mm(window.from), to: hh_mm(window.to) };
        windows.iter().map(window).collect()
    };
    Day::ALL.iter().zip(&busy.0).flat_map(of).collect()
}

fn limits(limits: &Limits, race: Option<Race>) -> LimitsV1 {
    LimitsV1 {
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
        mobility: limits.mobility,
        cross: limits.cross,
        level: limits.level.id(),
        age: limits.age,
        wraps: limits.wraps,
        phase: limits.phase.id(),
        race: race.map(|race| RaceV1 { date: iso(race.date), distance: race.distance.map(Word::id) }),
    }
}

fn day(day: &PlannedDay, brief: bool, mut texts: Option<&mut Texts>) -> DayV1 {
    DayV1 {
        day: day.day.id(),
        date: iso(day.date),
        rest: day.rest,
        hard: day.hard,
        load: day.load,
        sessions: day.sessions.iter().map(|of| session(of, brief, texts.as_deref_mut())).collect(),
    }
}

fn totals(plan: &Plan) -> TotalsV1 {
    #[allow(clippy::cast_precision_loss)] // hundredths of a monotony are far below 2^53
    let monotony = plan.load.monotony_hundredths().map(|hundredths| hundredths as f64 / 100.0);
    TotalsV1 {
        run_minutes: plan.run_minutes(),
        runs: plan.runs(),
        strength: plan.count(Count::Strength),
        legs: plan.count(Count::Legs),
        mobility: plan.count(Count::Mobility),
        cross: plan.count(Count::Cross),
        rest_days: plan.count(Count::Rest),
        hard_days: plan.hard_days(),
        load: plan.load.week(),
        monotony,
        strain: plan.load.strain(),
    }
}

impl<'a> RefusalV1<'a> {
    pub fn new(refusal: &'a Refusal, brief: bool) -> Self {
        Self {
            schema: "runplan.refusal/1",
            runner: refusal.runner.as_deref(),
            season: &refusal.season,
            rules: refusal.conflict.rules.iter().map(|rule| rule.id).collect(),
            facts: &refusal.facts,
            message: told(&refusal.message, brief),
            fixes: refusal.fixes.iter().map(|fix| FixV1 { set: &fix.set, message: &fix.message }).collect(),
        }
    }
}

/// One day on the wire.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct OneDayV1<'a> {
    schema: &'static str,
    runner: Option<&'a str>,
    season: &'a str,
    #[serde(flatten)]
    day: DayV1,
    notice: &'static str,
}

impl<'a> OneDayV1<'a> {
    pub fn new(plan: &'a Plan, of: Day) -> Self {
        Self {
            schema: "runplan.session/1",
            runner: plan.runner.as_deref(),
            season: &plan.season,
            day: day(&plan.days[of.index()], false, None),
            notice: NOTICE,
        }
    }
}
