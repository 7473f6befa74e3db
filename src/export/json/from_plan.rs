//! From a plan to its wire types.

use crate::explain::FindingText;
use crate::export::json::blocks::Texts;
use crate::export::json::session::{LimitsV1, SessionV1, TotalsV1};
use crate::export::json::week::{
    BusyV1, ChangeV1, DayV1, FindingV1, FixV1, OneDayV1, PositionV1, RefusalV1, ScoreV1, Severity, WarningV1,
    WeekV1,
};
use crate::plan::{Detail, NOTICE, Plan, PlannedDay, Refusal};
use crate::rules::Warning;
use crate::week::dates::iso_week;
use crate::week::day::Day;
use crate::week::hours::{Busy, Window, hh_mm};
use crate::week::score::Level;
use crate::word::Word;

impl<'a> WeekV1<'a> {
    /// A week; `texts` are those of blocks that are known already.
    pub fn new(plan: &'a Plan, detail: Detail, mut texts: Option<&mut Texts>) -> Self {
        Self {
            schema: "runplan.week/1",
            runner: plan.runner.as_deref(),
            season: &plan.season,
            placement: plan.limits.placement.id(),
            week: iso_week(plan.monday),
            plan: plan.position.map(|of| PositionV1 {
                block: of.block,
                step: of.step,
                easy: plan.ladder.easy,
                cutback: of.cutback,
                weeks_to_race: of.weeks_to_race,
            }),
            limits: LimitsV1::new(plan),
            days: plan.days.iter().map(|of| day(of, detail, texts.as_deref_mut())).collect(),
            totals: TotalsV1::new(plan),
            score: ScoreV1 {
                hard: plan.score.on(Level::Hard),
                protect: plan.score.on(Level::Protect),
                dose: plan.score.on(Level::Dose),
                rest: plan.score.on(Level::Rest),
                legs: plan.score.on(Level::Legs),
                placement: plan.score.on(Level::Placement),
                spacing: plan.score.on(Level::Spacing),
                extras: plan.score.on(Level::Extras),
            },
            findings: plan.findings.iter().map(|of| finding(of, detail)).collect(),
            choices: (detail == Detail::Full).then_some(&*plan.choices),
            warnings: plan.warnings.iter().map(|of| warning(of, detail)).collect(),
            changes: plan
                .changes
                .iter()
                .map(|of| ChangeV1 { rule: of.rule, days: of.days, message: detail.prose(&of.message) })
                .collect(),
            busy: plan.busy.as_ref().map(busy),
            notice: NOTICE,
        }
    }
}

fn finding(of: &FindingText, detail: Detail) -> FindingV1<'_> {
    FindingV1 {
        rule: of.rule.id,
        level: of.rule.kind(),
        days: of.days.iter().map(|day| day.id()).collect(),
        amount: of.amount,
        message: detail.prose(&of.message),
    }
}

fn warning(warning: &Warning, detail: Detail) -> WarningV1<'_> {
    let severity = if warning.note { Severity::Note } else { Severity::Warning };
    WarningV1 {
        rule: warning.rule,
        severity: severity.id(),
        days: warning.days,
        message: detail.prose(&warning.message),
        hint: detail.prose(&warning.hint),
        rules: &warning.rules,
        facts: &warning.facts,
        set: &warning.set,
    }
}

fn busy(busy: &Busy) -> Vec<BusyV1> {
    let of = |(day, windows): (&Day, &Vec<Window>)| -> Vec<BusyV1> {
        let window =
            |window: &Window| BusyV1 { day: day.id(), from: hh_mm(window.from), to: hh_mm(window.to) };
        windows.iter().map(window).collect()
    };
    Day::ALL.iter().zip(&busy.0).flat_map(of).collect()
}

fn day<'a>(day: &'a PlannedDay, detail: Detail, mut texts: Option<&mut Texts>) -> DayV1<'a> {
    DayV1 {
        day: day.day.id(),
        date: day.date,
        rest: day.rest,
        hard: day.hard,
        load: day.load,
        sessions: day.sessions.iter().map(|of| SessionV1::new(of, detail, texts.as_deref_mut())).collect(),
    }
}

impl<'a> RefusalV1<'a> {
    /// A refusal.
    pub fn new(refusal: &'a Refusal, detail: Detail) -> Self {
        Self {
            schema: "runplan.refusal/1",
            runner: refusal.runner.as_deref(),
            season: &refusal.season,
            rules: refusal.conflict.rules.iter().map(|rule| rule.id).collect(),
            facts: &refusal.facts,
            message: detail.prose(&refusal.message),
            fixes: refusal.fixes.iter().map(|fix| FixV1 { set: &fix.set, message: &fix.message }).collect(),
        }
    }
}

impl<'a> OneDayV1<'a> {
    /// One day of a week, in full.
    pub fn new(plan: &'a Plan, of: Day) -> Self {
        Self {
            schema: "runplan.session/1",
            runner: plan.runner.as_deref(),
            season: &plan.season,
            day: day(&plan.days[of.index()], Detail::Full, None),
            notice: NOTICE,
        }
    }
}
