//! The days of a plan and their sessions, with what to do in them.

use crate::exercise::workout::Workout;
use crate::explain::reasons::Session;
use crate::facts::Facts;
use crate::prescription::DaySession;
use crate::rules::training::GymSession;
use crate::rules::{Rule, Warning};
use crate::week::DayPlan;
use crate::week::day::Day;
use crate::week::hours::Starts;
use crate::week::session::{CROSS_RPE, Class, Run, Strength};
use chrono::NaiveDate;
use std::sync::Arc;

use crate::plan::answer::Because;

/// One day of a plan.
#[derive(Clone, Debug)]
pub struct PlannedDay {
    /// The day.
    pub day: Day,
    /// Its date.
    pub date: NaiveDate,
    /// Nothing at all stands on it.
    pub rest: bool,
    /// It holds a key run or a heavy or moderate leg session.
    pub hard: bool,
    /// Its load, RPE × minutes.
    pub load: u32,
    /// What stands on it, in order.
    pub sessions: Vec<PlannedSession>,
}

/// One session of a plan.
#[derive(Clone, Debug)]
pub struct PlannedSession {
    /// What it is.
    pub kind: Kind,
    /// Its minutes.
    pub minutes: u16,
    /// Its start in minutes after midnight, where windows fix it.
    pub start: Option<u16>,
    /// Planned effort, 0 to 10.
    pub rpe: u32,
    /// RPE × minutes.
    pub load: u32,
    /// The rules that chose its day, those that decided first.
    pub because: Vec<&'static Rule>,
    /// Why it stands on its day, in a sentence; runs are the runner's own.
    pub why: Option<String>,
    /// What to do in it; strength and mobility of a finished week.
    pub workout: Option<Arc<Workout>>,
}

/// What a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A run.
    Run(Run),
    /// Strength of this kind and class.
    Strength(Strength, Class),
    /// Mobility.
    Mobility,
    /// Cross-training.
    Cross,
}

pub(crate) fn planned_day(facts: &Facts<'_>, day: Day, plan: DayPlan, because: &[Because]) -> PlannedDay {
    let limits = &facts.limits;
    let starts = facts.starts(day, plan).unwrap_or_default();
    let mut sessions = Vec::with_capacity(3);
    let mut push = |kind, minutes: u16, start, rpe: u32, session: Option<Session>| {
        let because = because.iter().find(|of| of.day == day && Some(of.session) == session);
        sessions.push(PlannedSession {
            kind,
            minutes,
            start,
            rpe,
            load: rpe * u32::from(minutes),
            because: because.map(|of| of.rules.clone()).unwrap_or_default(),
            why: because.and_then(|of| of.why.clone()),
            workout: None,
        });
    };
    let Starts { run, strength, mobility, cross } = starts;
    if plan.run.is_run() {
        push(Kind::Run(plan.run), facts.runs[day.index()].minutes, run, plan.run.rpe(), None);
    }
    if plan.strength.any() {
        let kind = Kind::Strength(plan.strength, limits.class);
        push(
            kind,
            limits.strength_minutes,
            strength,
            plan.strength.rpe(limits.class),
            Some(Session::Strength),
        );
    }
    if plan.cross {
        push(Kind::Cross, limits.cross_minutes, cross, CROSS_RPE, Some(Session::Cross));
    }
    if plan.mobility {
        push(Kind::Mobility, limits.mobility_minutes, mobility, 0, Some(Session::Mobility));
    }
    PlannedDay {
        day,
        date: facts.date(day),
        rest: plan.is_rest(),
        hard: plan.is_hard(limits.class),
        load: sessions.iter().map(|session| session.load).sum(),
        sessions,
    }
}

/// Puts the workouts into the sessions of their days; gives what they bend, each said once.
pub(super) fn equip(days: &mut [PlannedDay], gym: Vec<DaySession>) -> Vec<Warning> {
    let mut notes: Vec<Warning> = Vec::new();
    for DaySession { day, session: GymSession { strength, workout, .. } } in gym {
        for (rule, text) in &workout.notes {
            if let Some(note) = notes.iter_mut().find(|note| note.rule == *rule && note.message == *text) {
                note.days.insert(day);
            } else {
                let hint = "`runplan session` shows what it holds";
                notes.push(Warning::new(rule, text.clone(), hint).on(std::iter::once(day).collect()).note());
            }
        }
        let mine = |session: &&mut PlannedSession| match session.kind {
            Kind::Strength(..) => strength.any(),
            Kind::Mobility => !strength.any(),
            Kind::Run(_) | Kind::Cross => false,
        };
        if let Some(session) = days[day.index()].sessions.iter_mut().find(mine) {
            session.workout = Some(workout);
        }
    }
    notes
}
