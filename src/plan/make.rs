//! How a plan is made from what the search answered.

use crate::cache::Cache;
use crate::exercise::workout::Workout;
use crate::explain::day::{PlannedDay, PlannedSession, planned_day};
use crate::explain::warnings::warnings;
use crate::facts::Facts;
use crate::facts::changes::Change;
use crate::facts::request::Request;
use crate::plan::answer::{SearchAnswer, WeekAnswer};
use crate::plan::value::{Outcome, Plan, Refusal};
use crate::prescription::{self, DaySession, Order};
use crate::rules::Warning;
use crate::rules::training::GymSession;
use crate::week::Week;
use crate::week::day::{Day, Days};
use crate::week::id::SessionPlace;
use crate::week::kind::Kind;
use crate::week::load::Load;
use crate::week::session::Session;
use crate::word::Word;
use std::sync::Arc;

/// Sessions that were made before, by what they are made from.
pub(super) type Sessions = Cache<Order, Arc<Workout>>;

/// The answer to a request from what the search answered, with sessions that may be known already.
pub(super) fn outcome(
    request: &Request<'_>,
    facts: &Facts<'_>,
    answer: &SearchAnswer,
    sessions: &mut Sessions,
) -> Outcome {
    match answer {
        SearchAnswer::Week(week) => Outcome::Week(Box::new(plan(request, facts, week, sessions))),
        SearchAnswer::Refused(refusal) => {
            let runner = request.profile.name.clone();
            Outcome::Refused(Box::new(Refusal { runner, ..refusal.clone() }))
        }
    }
}

fn plan(request: &Request<'_>, facts: &Facts<'_>, answer: &WeekAnswer, sessions: &mut Sessions) -> Plan {
    let week = answer.week;
    let day = |day: &Day| planned_day(facts, *day, week[day.index()], &answer.reasons);
    let mut days: Vec<_> = Day::ALL.iter().map(day).collect();
    number(&mut days);
    let built = prescription::sessions_as_known(facts, &week, request.exercises, sessions);
    let notes = equip(&mut days, built);
    for day in &mut days {
        take_true_minutes(facts, &week, day);
    }
    let mut load = Load::default();
    for (sum, day) in load.days.iter_mut().zip(&days) {
        *sum = day.load;
    }
    let mut warnings = warnings(facts, &week, &load, |shortfall| answer.warning(shortfall));
    warnings.extend(notes);
    Plan {
        runner: request.profile.name.clone(),
        season: facts.season.name.clone(),
        phase: facts.season.phase,
        monday: facts.monday,
        limits: facts.limits,
        race: facts.race,
        position: facts.position(),
        ladder: facts.ladder(),
        days,
        load,
        week,
        score: answer.score,
        findings: answer.findings.clone(),
        choices: answer.choices.clone(),
        warnings,
        changes: changes(facts, &week),
        days_off: facts.days_off,
        busy: request.busy.clone(),
    }
}

/// Numbers the sessions of each kind, as they stand in the week.
fn number(days: &mut [PlannedDay]) {
    let mut numbers = [0; Kind::COUNT];
    for session in days.iter_mut().flat_map(|day| &mut day.sessions) {
        if let SessionPlace::Number(number) = &mut session.id.place {
            let last = &mut numbers[session.id.kind as usize];
            *last += 1;
            *number = *last;
        }
    }
}

/// Puts the workouts into the sessions of their days; gives what they bend, each said once.
fn equip(days: &mut [PlannedDay], built: Vec<DaySession>) -> Vec<Warning> {
    let mut notes: Vec<Warning> = Vec::new();
    for DaySession { day, session: GymSession { strength, workout, .. } } in built {
        for (rule, text) in &workout.notes {
            if let Some(note) = notes.iter_mut().find(|note| note.rule == *rule && note.message == *text) {
                note.days.insert(day);
            } else {
                let hint = "`runplan session` shows what it holds";
                notes.push(Warning::new(rule, text.clone(), hint).on(std::iter::once(day).collect()).note());
            }
        }
        let kind = if strength.any() { Kind::Strength } else { Kind::Mobility };
        let mine = |session: &&mut PlannedSession| session.is(kind);
        if let Some(session) = days[day.index()].sessions.iter_mut().find(mine) {
            session.workout = Some(workout);
        }
    }
    notes
}

/// Gives the sessions of a day the minutes that they take, where that is less than their slot, and what follows from it.
fn take_true_minutes(facts: &Facts<'_>, week: &Week, day: &mut PlannedDay) {
    for session in &mut day.sessions {
        if let Some(workout) = &session.workout {
            session.minutes = workout.minutes();
            session.load = session.rpe * u32::from(session.minutes);
        }
    }
    day.load = day.sessions.iter().map(|session| session.load).sum();
    let minutes = |session: Session| {
        let of_day = day.sessions.iter().find(|planned| planned.session == session);
        of_day.map_or_else(|| facts.minutes(day.day, session), |planned| planned.minutes)
    };
    let starts = facts.starts_with(day.day, week[day.day.index()], minutes).unwrap_or_default();
    let placed = day.sessions.iter_mut().filter(|session| session.fixed.is_none());
    placed.for_each(|session| session.start = starts.of(session.session));
    // What has a time stands in the order of the clock; the rest keeps its place in the order of the day.
    let timed = |session: &PlannedSession| session.start.is_some();
    let slots: Vec<_> = (0..day.sessions.len()).filter(|at| timed(&day.sessions[*at])).collect();
    let mut sorted: Vec<_> = day.sessions.iter().filter(|session| timed(session)).cloned().collect();
    sorted.sort_by_key(|session| session.start);
    slots.into_iter().zip(sorted).for_each(|(at, session)| day.sessions[at] = session);
}

/// The changes, with the runs that the search set aside named by day.
fn changes(facts: &Facts<'_>, week: &Week) -> Vec<Change> {
    let aside = |day: &Day| facts.runs[day.index()].movable && !week[day.index()].run.is_run();
    let aside: Days = Day::ALL.iter().copied().filter(aside).collect();
    let mut changes = facts.changes.clone();
    for change in &mut changes {
        if change.of_search {
            change.days = aside;
        } else if !change.days.is_empty() {
            aside.iter().for_each(|day| change.days.remove(day));
            if change.days.is_empty() {
                change.message.clear();
            }
        }
    }
    changes.retain(|change| !change.message.is_empty());
    changes
}
