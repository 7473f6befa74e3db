//! One day's sessions in full: as text to read from a phone in the gym, and as JSON; and a session in one line.

use crate::exercise::Kind;
use crate::exercise::workout::{Block, Form, Load, Part, Prescribed, Workout};
use crate::export::dates::day_and_date;
use crate::export::text::session_text as title;
use crate::plan::{NOTICE, Plan, PlannedDay};
use crate::week::day::Day;
use crate::word::Word;
use crate::wrap::{paragraph, wrap};
use std::fmt::Write as _;

/// A session in one line: `3 rounds: single-leg RDL 15/leg · step-up 15/leg · band row 10 · plank 30 s`.
#[must_use]
pub fn summary(workout: &Workout) -> String {
    let mut out = String::with_capacity(256);
    for block in workout.blocks.iter().filter(|block| !matches!(block.part, Part::WarmUp | Part::CoolDown)) {
        if !out.is_empty() {
            out.push_str("; ");
        }
        let rounds = block.rounds();
        let between = match rounds {
            Some(1) | None => "; ",
            Some(rounds) if block.form == Form::Superset => {
                let _ = write!(out, "{rounds}× ");
                " + "
            }
            Some(rounds) => {
                let _ = write!(out, "{rounds} rounds: ");
                " · "
            }
        };
        for (at, of) in block.exercises.iter().enumerate() {
            out.push_str(if at == 0 { "" } else { between });
            out.push_str(&of.exercise.short);
            out.push(' ');
            if rounds.is_none() {
                let _ = write!(out, "{}×", of.sets);
            }
            amount(&mut out, of, false);
        }
    }
    out
}

/// `15/leg`, `30 s/side`; with the top of the range where it is asked for.
fn amount(out: &mut String, of: &Prescribed, whole: bool) {
    let unit = if of.exercise.is_held() { " s" } else { "" };
    let leg = matches!(of.exercise.kind, Kind::SingleLeg | Kind::Calf | Kind::Foot | Kind::Plyo);
    let side = match (of.exercise.per_side, leg) {
        (false, _) => "",
        (true, true) => "/leg",
        (true, false) => "/side",
    };
    let _ = write!(out, "{}", of.amount);
    if whole && of.most > of.amount {
        let _ = write!(out, "–{}", of.most);
    }
    out.push_str(unit);
    out.push_str(side);
}

/// How heavy, in a few words; empty where there is nothing to say.
fn load(of: &Prescribed) -> String {
    let mut words = Vec::new();
    if of.exercise.kind == Kind::Plyo || matches!(of.exercise.kind, Kind::Mobility | Kind::Stretch) {
        return if of.load == Load::Gentle { "gentle".to_owned() } else { String::new() };
    }
    match of.percent {
        Some(percent) => words.push(format!("{percent} % of 1RM")),
        None => words.push(of.load.to_string()),
    }
    if let Some(rir) = of.rir {
        words.push(format!("RIR {rir}"));
    }
    if of.ramp_up > 0 {
        words.push(format!("after {} lighter sets of 5", of.ramp_up));
    }
    words.join(", ")
}

/// Minutes of a block, to a half.
fn minutes(seconds: u32) -> String {
    let halves = (seconds + 15) / 30;
    match (halves / 2, halves.is_multiple_of(2)) {
        (whole, true) => format!("{whole} min"),
        (0, false) => "½ min".to_owned(),
        (whole, false) => format!("{whole}½ min"),
    }
}

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
    let sessions: Vec<String> = planned.sessions.iter().map(title).collect();
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
        paragraph(out, &title(session), "", width);
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

/// What a block is, and how it goes round.
fn head(block: &Block) -> String {
    let part = capital(block.part.id());
    match (block.rounds(), block.form) {
        (Some(rounds), Form::Circuit) if rounds > 1 => format!("{part}, {rounds} rounds"),
        (Some(rounds), Form::Superset) => format!("{part}, {rounds} × as a pair"),
        _ => part,
    }
}

/// An exercise of a block in words: sets, repetitions, load, rest.
fn exercise_line(block: &Block, at: usize) -> String {
    let of = &block.exercises[at];
    let mut line = format!("{}: ", of.exercise.name);
    if block.rounds().is_none() {
        let _ = write!(line, "{} × ", of.sets);
    }
    amount(&mut line, of, true);
    let load = load(of);
    if !load.is_empty() && block.part != Part::WarmUp {
        let _ = write!(line, ", {load}");
    }
    let rests = block.rounds().is_none() && of.sets > 1;
    let after_pair = block.form == Form::Superset && at + 1 == block.exercises.len();
    if rests || after_pair {
        let _ = write!(line, "; rest {} s", block.rest_after(at));
    }
    line
}

/// A block in words.
pub(super) struct Told {
    /// What it is, and how long.
    pub head: String,
    /// Its exercises, each with how to do it; nothing where it only warms up.
    pub exercises: Vec<(String, String)>,
}

/// The blocks of a session in words, with how to do each exercise.
pub(super) fn blocks(workout: &Workout) -> impl Iterator<Item = Told> {
    workout.blocks.iter().map(|block| {
        let cue = |at: usize| {
            let warms = block.part == Part::WarmUp;
            if warms { String::new() } else { block.exercises[at].exercise.cue.to_string() }
        };
        let lines = (0..block.exercises.len()).map(|at| (exercise_line(block, at), cue(at)));
        Told { head: format!("{} · {}", head(block), minutes(block.seconds())), exercises: lines.collect() }
    })
}

/// The blocks of a session in words, each with its exercises alone.
pub(super) fn each_exercise(workout: &Workout) -> impl Iterator<Item = (String, Vec<String>)> {
    blocks(workout).map(|told| (told.head, told.exercises.into_iter().map(|(line, _)| line).collect()))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// One day in full, for programs: the day as a week has it.
#[must_use]
pub fn day_json(plan: &Plan, day: Day) -> String {
    crate::export::json::day(plan, day)
}
