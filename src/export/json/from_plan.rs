//! From a plan to its wire types.

use super::week::{
    BusyV1, ChangeV1, DayV1, FindingV1, FixV1, LimitsV1, OneDayV1, RaceV1, RefusalV1, RestLimitsV1,
    SEVERITIES, ScoreV1, StrengthLimitsV1, TotalsV1, WarningV1, WeekV1,
};
use crate::export::dates::{iso, iso_week, time};
use crate::export::json::ids::{Ids, Set};
use crate::export::json::session::{Texts, session};
use crate::facts::limits::Limits;
use crate::plan::{NOTICE, Plan, PlannedDay, Refusal};
use crate::week::day::Day;
use crate::week::hours::{Busy, Window};
use crate::week::kind::Kind;
use crate::week::race::Race;
use crate::week::score::Level;
use crate::word::Word;

impl<'a> WeekV1<'a> {
    /// The whole week, or with `brief` without prose and blocks; `texts` are those of sessions that are known already.
    pub fn new(plan: &'a Plan, brief: bool, mut texts: Option<&mut Texts>) -> Self {
        let score = |level| plan.score.on(level);
        let finding = |f: &'a crate::plan::FindingText| FindingV1 {
            rule: f.rule.id,
            level: f.rule.kind(),
            days: Ids(&f.days),
            amount: f.amount,
            message: told(&f.message, brief),
        };
        Self {
            schema: "runplan.week/1",
            runner: plan.runner.as_deref(),
            season: &plan.season,
            placement: plan.limits.placement.id(),
            week: iso_week(plan.monday),
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

/// Prose, where it is wanted.
fn told(text: &str, brief: bool) -> Option<&str> {
    (!brief).then_some(text)
}

fn warning(warning: &crate::rules::Warning, brief: bool) -> WarningV1<'_> {
    WarningV1 {
        rule: warning.rule,
        severity: SEVERITIES[usize::from(warning.note)],
        days: Set(warning.days),
        message: told(&warning.message, brief),
        hint: told(&warning.hint, brief),
        rules: &warning.rules,
        facts: &warning.facts,
        set: &warning.set,
    }
}

fn change(change: &crate::facts::changes::Change, brief: bool) -> ChangeV1<'_> {
    ChangeV1 { rule: change.rule, days: Set(change.days), message: told(&change.message, brief) }
}

fn busy(busy: &Busy) -> Vec<BusyV1> {
    let of = |(day, windows): (&Day, &Vec<Window>)| -> Vec<BusyV1> {
        let window = |window: &Window| BusyV1 { day: day.id(), from: time(window.from), to: time(window.to) };
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

fn day<'a>(day: &'a PlannedDay, brief: bool, mut texts: Option<&mut Texts>) -> DayV1<'a> {
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
