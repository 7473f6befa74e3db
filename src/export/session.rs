//! One day's sessions in full: as text to read from a phone in the gym, and as JSON.

use crate::exercise::workout::{Block, Form, Load, Part, Workout};
use crate::export::dates::day_and_date;
use crate::export::phrases::{exercise_line, head, minutes, session_text};
use crate::plan::{NOTICE, Plan, PlannedDay};
use crate::week::day::Day;
use crate::wrap::{paragraph, wrap};

/// One day in full, for people.
#[must_use]
pub fn day_text(plan: &Plan, day: Day, width: usize) -> String {
    let planned = &plan.days[day.index()];
    let mut out = String::new();
    paragraph(&mut out, &day_and_date(day, Some(planned.date)), "", width);
    if planned.rest {
        out.push('\n');
        paragraph(&mut out, "Rest: nothing today, not even mobility. It is part of the training.", "", width);
    }
    day_sessions(&mut out, planned, width);
    out.push('\n');
    if has_reserve(planned) {
        paragraph(&mut out, "RIR: repetitions in reserve, how many more you could do.", "", width);
    }
    let heavy = planned.sessions.iter().filter_map(|session| session.workout.as_deref());
    if heavy.flat_map(Workout::trained).any(|of| matches!(of.load, Load::Heavy | Load::Moderate)) {
        let step = "Every set at the top of its range with some to spare, two sessions in a row: add 2 to 5 % (practice).";
        paragraph(&mut out, step, "", width);
    }
    paragraph(&mut out, NOTICE, "", width);
    out
}

/// The day after in one line: its date and its sessions.
#[must_use]
pub fn next_day_text(plan: &Plan, day: Day, width: usize) -> String {
    let planned = &plan.days[day.index()];
    let sessions: Vec<String> = planned.sessions.iter().map(session_text).collect();
    let sessions = if sessions.is_empty() { "rest".to_owned() } else { sessions.join(" + ") };
    let mut out = String::new();
    paragraph(
        &mut out,
        &format!("Tomorrow, {}: {sessions}", day_and_date(day, Some(planned.date))),
        "",
        width,
    );
    out
}

fn has_reserve(day: &PlannedDay) -> bool {
    let workouts = day.sessions.iter().filter_map(|session| session.workout.as_deref());
    workouts.flat_map(Workout::trained).any(|of| of.rir.is_some())
}

/// The sessions of a day with their blocks.
pub(super) fn day_sessions(out: &mut String, day: &PlannedDay, width: usize) {
    for session in &day.sessions {
        out.push('\n');
        paragraph(out, &session_text(session), "", width);
        let Some(workout) = &session.workout else { continue };
        for (_, note) in &workout.notes {
            paragraph(out, &format!("({note})"), "  ", width);
        }
        for block in &workout.blocks {
            block_lines(out, block, width);
        }
    }
}

fn block_lines(out: &mut String, block: &Block, width: usize) {
    wrap(out, &format!("{} · {}", head(block), minutes(block.seconds())), "  ", "  ", width);
    for (at, of) in block.exercises.iter().enumerate() {
        let line = exercise_line(block, at);
        wrap(out, &line, "    ", "      ", width);
        if block.part != Part::WarmUp && !of.exercise.cue.is_empty() {
            wrap(out, &of.exercise.cue, "      ", "      ", width);
        }
    }
    if block.form == Form::Circuit && block.rounds().is_some_and(|rounds| rounds > 1) {
        wrap(out, "15 s to change over, no other rest", "    ", "    ", width);
    }
}

/// One day in full, for programs: the day as a week has it.
#[must_use]
pub fn day_json(plan: &Plan, day: Day) -> String {
    crate::export::json::day(plan, day)
}
