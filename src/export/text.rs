//! The week as a runner reads it in a terminal: a row a day, a small bar for its load, then what mattered and why.
//!
//! Key runs and hard strength are in capitals, so that it reads without colour; it fits the width it is given.

use crate::export::dates::dates;
use crate::export::format::{Format, Options};
use crate::export::phrases::{season_title, session_text, summary, totals};
use crate::export::session::day_sessions;
use crate::plan::{NOTICE, Plan, PlannedDay, PlannedSession};
use crate::rules::Warning;
use crate::week::day::Day;
use crate::week::kind::Kind;
use crate::wrap::{columns, item, one_line, paragraph, wrap};
use std::fmt::Write as _;

pub(super) const FORMAT: Format = Format {
    name: "text",
    ending: "txt",
    summary: "the week to read, in a terminal or an e-mail (default)",
    week: text,
    refusal: None,
};

/// From the smallest load to the largest.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Columns of a load and its bar.
const LOAD_COLUMNS: usize = 8;
/// Bytes of most pages.
const PAGE: usize = 2048;
/// Columns before what stands on a day.
const INDENT: usize = 7;

fn text(plan: &Plan, options: &Options) -> String {
    let mut out = String::with_capacity(PAGE);
    let mut title = format!("{} · {}", season_title(plan), dates(plan.monday));
    if let Some(runner) = plan.runner.as_ref().filter(|runner| !runner.trim().is_empty()) {
        let _ = write!(title, " · {}", one_line(runner));
    }
    paragraph(&mut out, &title, "", options.width);
    out.push('\n');
    let most = plan.load.days.iter().copied().max().unwrap_or(0);
    for day in &plan.days {
        row(&mut out, day, most, options.width);
    }
    out.push('\n');
    let mut line = String::new();
    paragraph(&mut line, &totals(plan), "  ", options.width);
    out += &line.replace('\u{a0}', " ");
    in_the_gym(&mut out, plan, options.width);
    if !plan.choices.is_empty() {
        out.push('\n');
        paragraph(&mut out, &plan.choices.join(" "), "  ", options.width);
    }
    if options.explain {
        explanations(&mut out, plan, options.width);
    }
    for (note, title) in [(false, "Warnings"), (true, "Notes")] {
        let warnings: Vec<&Warning> = plan.warnings.iter().filter(|warning| warning.note == note).collect();
        if !warnings.is_empty() {
            let _ = write!(out, "\n{title}\n");
            for warning in warnings {
                item(&mut out, &warning_text(warning), options.width);
            }
        }
    }
    if !plan.changes.is_empty() {
        out.push_str("\nChanged\n");
        for change in &plan.changes {
            let days: Vec<_> = change.days.iter().map(Day::short).collect();
            let days = if days.is_empty() { String::new() } else { format!("{}: ", days.join(", ")) };
            item(&mut out, &format!("{days}{} [{}]", change.message, change.rule), options.width);
        }
    }
    out.push('\n');
    paragraph(&mut out, NOTICE, "", options.width);
    out
}

/// The strength sessions, a line each.
fn in_the_gym(out: &mut String, plan: &Plan, width: usize) {
    let mut first = true;
    for day in &plan.days {
        let workouts = day.sessions.iter().filter(|session| session.is(Kind::Strength));
        for workout in workouts.filter_map(|session| session.workout.as_deref()) {
            if workout.blocks.is_empty() {
                continue;
            }
            if std::mem::take(&mut first) {
                out.push('\n');
            }
            wrap(out, &summary(workout), &format!("  {}  ", day.day.short()), "       ", width);
        }
    }
}

fn warning_text(warning: &Warning) -> String {
    let set: Vec<_> = warning.set.iter().map(|set| format!("--set '{set}'")).collect();
    let set = if set.is_empty() { String::new() } else { format!(" ({})", set.join(" ")) };
    format!("{}: {}{set} [{}]", warning.message, warning.hint, warning.rule)
}

fn row(out: &mut String, day: &PlannedDay, most: u32, width: usize) {
    let room = width.saturating_sub(INDENT + LOAD_COLUMNS).max(16);
    let lines = lines(&day.sessions, room);
    for (i, line) in lines.iter().enumerate() {
        let label = if i == 0 { day.day.short() } else { "" };
        let mut row = format!("  {label:<5}{line}");
        if i == 0 && day.load > 0 {
            let used = columns(&row);
            let load = format!("{} {}", day.load, bar(day.load, most));
            let _ = write!(row, "{load:>columns$}", columns = (width.saturating_sub(2)).saturating_sub(used));
        }
        out.push_str(row.trim_end());
        out.push('\n');
    }
}

/// The sessions of a day on as many lines as they need; a line breaks within a session only on a narrow page.
fn lines(sessions: &[PlannedSession], room: usize) -> Vec<String> {
    if sessions.is_empty() {
        return vec!["rest".to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    for session in sessions {
        let text = session_text(session);
        match lines.last_mut() {
            Some(line) if line.chars().count() + 3 + text.chars().count() <= room => {
                let _ = write!(line, " + {text}");
                continue;
            }
            Some(_) => lines.push("+".to_owned()),
            None => lines.push(String::new()),
        }
        for word in text.split(' ') {
            let Some(line) = lines.last_mut() else { continue };
            if line.is_empty() {
                line.push_str(word);
            } else if line.chars().count() + 1 + word.chars().count() <= room {
                line.push(' ');
                line.push_str(word);
            } else {
                lines.push(format!("  {word}"));
            }
        }
    }
    lines
}

fn bar(load: u32, most: u32) -> char {
    BARS[((load * 8).div_ceil(most.max(1)) as usize).clamp(1, 8) - 1]
}

fn explanations(out: &mut String, plan: &Plan, width: usize) {
    out.push_str("\nWhy\n");
    for day in &plan.days {
        for session in &day.sessions {
            let Some(why) = &session.why else { continue };
            item(out, &format!("{}, {}: {why}", day.day.short(), session_text(session)), width);
            for rule in &session.because {
                let grade =
                    rule.grade.map_or_else(|| "no grade".to_owned(), |grade| format!("grade {grade}"));
                paragraph(
                    out,
                    &format!("{}: {} ({}; {grade})", rule.id, rule.summary, rule.source),
                    "      ",
                    width,
                );
            }
        }
    }
    let equipped = |day: &&PlannedDay| day.sessions.iter().any(|session| session.workout.is_some());
    for day in plan.days.iter().filter(equipped) {
        let _ = write!(out, "\n{}\n", day.day.name());
        day_sessions(out, day, width);
    }
    if !plan.findings.is_empty() {
        out.push_str("\nWhat it gives up, by level\n");
        for finding in &*plan.findings {
            item(
                out,
                &format!(
                    "{} {}: {} [{}]",
                    finding.rule.kind(),
                    finding.amount,
                    finding.message,
                    finding.rule.id
                ),
                width,
            );
        }
    }
    if let (Some(monotony), Some(strain)) = (plan.load.monotony_hundredths(), plan.load.strain()) {
        let text = format!(
            "Monotony {}.{:02}, strain {strain}: the shape of the planned week; they predict nothing.",
            monotony / 100,
            monotony % 100
        );
        out.push('\n');
        paragraph(out, &text, "", width);
    }
    out.push('\n');
    paragraph(
        out,
        "No trial has tested a weekly layout rule as such; grades speak of the studies behind the idea.",
        "",
        width,
    );
}
