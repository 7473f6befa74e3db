//! What a week, a session and an exercise are called, in the words that every format shares.

use crate::exercise::Kind as ExerciseKind;
use crate::exercise::workout::{Block, Form, Load, Part, Prescribed, Workout};
use crate::plan::{Plan, PlannedDay, PlannedSession};
use crate::rules::{Rule, Warning};
use crate::week::day::{Day, Days};
use crate::week::hours::hh_mm;
use crate::week::kind::Kind;
use crate::week::session::{Run, Session};
use crate::word::Word;
use crate::wrap::one_line;
use std::fmt::Write as _;

/// The season as a title; a runner's own season by its own name.
pub(super) fn season_title(plan: &Plan) -> String {
    if plan.season == plan.phase.id() { plan.phase.title().to_owned() } else { one_line(&plan.season) }
}

/// A session with its start, where it has one: `06:30 LONG run 90'`.
pub(super) fn session_text(session: &PlannedSession) -> String {
    let start = session.start.map_or_else(String::new, |start| format!("{} ", hh_mm(start)));
    start + &session_title(session)
}

/// The sessions of a day in one line; of a day without any, that it is for rest.
pub(super) fn sessions_text(day: &PlannedDay) -> String {
    let sessions: Vec<_> = day.sessions.iter().map(session_text).collect();
    if sessions.is_empty() { "rest".to_owned() } else { sessions.join(" + ") }
}

/// A rule with its source and grade.
pub(super) fn rule_text(rule: &Rule) -> String {
    let grade = rule.grade.map_or_else(|| "no grade".to_owned(), |grade| format!("grade {grade}"));
    format!("{}: {} ({}; {grade})", rule.id, rule.summary, rule.source)
}

/// What a session is, without its start.
pub(super) fn session_title(session: &PlannedSession) -> String {
    let PlannedSession { minutes, class, .. } = *session;
    match session.session {
        Session::Run(Run::Race) => format!("RACE {minutes}'"),
        Session::Run(Run::ShakeOut) => format!("shake-out {minutes}'"),
        Session::Run(run) if run.is_key() => format!("{} run {minutes}'", run.id().to_uppercase()),
        Session::Run(run) => format!("{} run {minutes}'", run.id()),
        Session::Strength(strength) if strength.legs() && class.is_hard() => {
            format!("STRENGTH, {strength}, {class} {minutes}'")
        }
        Session::Strength(strength) => format!("strength, {strength}, {class} {minutes}'"),
        other => format!("{} {minutes}'", other.name()),
    }
}

/// What a session is to a calendar, in a word.
pub(super) fn category(session: &PlannedSession) -> String {
    match session.session {
        Session::Run(Run::Race) => "Race".to_owned(),
        Session::Run(_) => "Running".to_owned(),
        other => capital(other.name()),
    }
}

/// What the week adds up to, in one line.
pub(super) fn totals(plan: &Plan) -> String {
    // Lines break between the parts, not within them: the spaces there are hard ones.
    let mut out = String::with_capacity(128);
    let s = |n: usize| if n == 1 { "" } else { "s" };
    let _ = match plan.runs() {
        0 => write!(out, "no\u{a0}runs"),
        runs => write!(out, "{runs}\u{a0}run{}\u{a0}{}'", s(runs), plan.run_minutes()),
    };
    for kind in Kind::PLACED.into_iter().filter(|of| !of.is_on_request() || plan.limits.target(*of) > 0) {
        let _ = write!(out, " · {}\u{a0}{}", plan.count(kind), kind.name());
    }
    let (rest, hard, load) = (plan.count(Kind::Rest), plan.hard_days(), plan.load.week());
    let _ = write!(out, " · {rest}\u{a0}rest\u{a0}day{}", s(rest.into()));
    let _ = write!(out, " · {hard}\u{a0}hard\u{a0}day{} · load\u{a0}{load}", s(hard));
    out
}

/// What the runner should know, warnings before notes, each sort under its title.
pub(super) fn warnings(plan: &Plan) -> impl Iterator<Item = (&'static str, Vec<&Warning>)> {
    let of = |note: bool| plan.warnings.iter().filter(move |warning| warning.note == note).collect();
    let sorts = [("Warnings", of(false)), ("Notes", of(true))];
    sorts.into_iter().filter(|(_, warnings): &(_, Vec<_>)| !warnings.is_empty())
}

/// Days before what is said of them, `Mon, Wed: `; empty where there are none.
pub(super) fn before(days: Days) -> String {
    let days: Vec<_> = days.iter().map(Day::short).collect();
    if days.is_empty() { String::new() } else { format!("{}: ", days.join(", ")) }
}

/// A session in one line: `3 rounds: single-leg RDL 15/leg · step-up 15/leg · band row 10 · plank 30 s`.
pub(super) fn summary(workout: &Workout) -> String {
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
    let leg = matches!(
        of.exercise.kind,
        ExerciseKind::SingleLeg | ExerciseKind::Calf | ExerciseKind::Foot | ExerciseKind::Plyo
    );
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
    if of.exercise.kind == ExerciseKind::Plyo
        || matches!(of.exercise.kind, ExerciseKind::Mobility | ExerciseKind::Stretch)
    {
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
pub(super) fn minutes(seconds: u32) -> String {
    let halves = (seconds + 15) / 30;
    match (halves / 2, halves.is_multiple_of(2)) {
        (whole, true) => format!("{whole} min"),
        (0, false) => "½ min".to_owned(),
        (whole, false) => format!("{whole}½ min"),
    }
}

/// What a block is, and how it goes round.
pub(super) fn head(block: &Block) -> String {
    let part = capital(block.part.id());
    match (block.rounds(), block.form) {
        (Some(rounds), Form::Circuit) if rounds > 1 => format!("{part}, {rounds} rounds"),
        (Some(rounds), Form::Superset) => format!("{part}, {rounds} × as a pair"),
        _ => part,
    }
}

/// An exercise of a block in words: sets, repetitions, load, rest.
pub(super) fn exercise_line(block: &Block, at: usize) -> String {
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
pub(super) struct BlockText {
    /// What it is, and how long.
    pub head: String,
    /// Its exercises, each with how to do it; nothing where it only warms up.
    pub exercises: Vec<(String, String)>,
}

/// The blocks of a session in words, with how to do each exercise.
pub(super) fn blocks(workout: &Workout) -> impl Iterator<Item = BlockText> {
    workout.blocks.iter().map(|block| {
        let cue = |at: usize| {
            let warms = block.part == Part::WarmUp;
            if warms { String::new() } else { block.exercises[at].exercise.cue.to_string() }
        };
        let lines = (0..block.exercises.len()).map(|at| (exercise_line(block, at), cue(at)));
        BlockText {
            head: format!("{} · {}", head(block), minutes(block.seconds())),
            exercises: lines.collect(),
        }
    })
}

/// The blocks of a session in words, each with its exercises alone.
pub(super) fn each_exercise(workout: &Workout) -> impl Iterator<Item = (String, Vec<String>)> {
    blocks(workout).map(|block| (block.head, block.exercises.into_iter().map(|(line, _)| line).collect()))
}

/// A text with its first letter in capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
