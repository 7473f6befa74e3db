//! The weeks of a plan on the wire, `runplan.cycle/1`.

use crate::cycle::{Cycle, CycleWeek, longest_run, training_minutes};
#[cfg(test)]
use crate::export::json::schema::{IsoWeek, Of};
use crate::export::json::session::RaceV1;
use crate::export::json::week::{RefusalV1, Severity, WeekV1};
use crate::import::Remark;
use crate::plan::{Detail, NOTICE, Outcome};
use crate::week::dates::iso_week;
use crate::week::kind::Kind;
use crate::word::Word as _;
use serde::Serialize;

/// The weeks of a plan.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CycleV1<'a> {
    schema: &'static str,
    /// The runner's name.
    runner: Option<&'a str>,
    /// The race that it leads to.
    race: Option<RaceV1>,
    /// The file of the running plan of somebody else's that it was placed around; null where there is none.
    around: Option<&'a str>,
    /// What reading that plan guessed or left out.
    remarks: Vec<RemarkV1<'a>>,
    /// A row a week: how running and strength go.
    progress: Vec<ProgressV1>,
    /// The weeks themselves, or why there is none; null where they were not wanted.
    weeks: Option<Vec<OutcomeV1<'a>>>,
    notice: &'static str,
}

/// Something that reading a plan guessed or left out.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RemarkV1<'a> {
    /// Which remark it is.
    id: &'static str,
    severity: &'static str,
    /// The line in the file, from 1; null where it is about none.
    line: Option<usize>,
    /// What is so, with the text that it is about.
    message: &'a str,
    /// What to do about it.
    hint: &'a str,
}

/// A week in a row.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ProgressV1 {
    /// The week of ISO 8601.
    #[cfg_attr(test, schemars(with = "IsoWeek"))]
    week: String,
    #[cfg_attr(test, schemars(with = "Of<crate::week::phase::Phase>"))]
    season: &'static str,
    /// Whether there is a week that keeps all hard rules; without one the other numbers are 0.
    planned: bool,
    /// Minutes of its runs, the race apart.
    run_minutes: u32,
    /// Minutes of the longest of them.
    longest_run: u16,
    /// Effort (0 to 10) × minutes, over the week.
    load: u32,
    /// Strength sessions.
    strength: u8,
    /// Full rest days.
    rest: u8,
    /// Whether it is an easier week.
    cutback: bool,
}

/// A week, or why there is none.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
enum OutcomeV1<'a> {
    Week(Box<WeekV1<'a>>),
    Refusal(Box<RefusalV1<'a>>),
}

impl<'a> CycleV1<'a> {
    /// The weeks of a plan; in brief without the weeks themselves.
    pub fn new(cycle: &'a Cycle, detail: Detail) -> Self {
        let outcome = |week: &'a CycleWeek| match &week.outcome {
            Outcome::Week(plan) => OutcomeV1::Week(Box::new(WeekV1::new(plan, Detail::Full, None))),
            Outcome::Refused(refusal) => OutcomeV1::Refusal(Box::new(RefusalV1::new(refusal, Detail::Full))),
        };
        Self {
            schema: "runplan.cycle/1",
            runner: cycle.runner.as_deref(),
            race: cycle.race.map(RaceV1::new),
            around: cycle.around.as_deref(),
            remarks: cycle.remarks.iter().map(RemarkV1::new).collect(),
            progress: cycle.weeks.iter().map(ProgressV1::new).collect(),
            weeks: (detail == Detail::Full).then(|| cycle.weeks.iter().map(outcome).collect()),
            notice: NOTICE,
        }
    }
}

impl<'a> RemarkV1<'a> {
    fn new(remark: &'a Remark) -> Self {
        let severity = if remark.note { Severity::Note } else { Severity::Warning };
        Self {
            id: remark.id,
            severity: severity.id(),
            line: remark.line,
            message: &remark.message,
            hint: &remark.hint,
        }
    }
}

impl ProgressV1 {
    fn new(week: &CycleWeek) -> Self {
        let plan = week.plan();
        let number = |of: Kind| plan.map_or(0, |plan| plan.count(of));
        Self {
            week: iso_week(week.monday),
            season: week.phase.id(),
            planned: plan.is_some(),
            run_minutes: plan.map_or(0, training_minutes),
            longest_run: plan.map_or(0, longest_run),
            load: plan.map_or(0, |plan| plan.load.week()),
            strength: number(Kind::Strength),
            rest: number(Kind::Rest),
            cutback: plan.and_then(|plan| plan.position).is_some_and(|of| of.cutback),
        }
    }
}
