//! The week as a runner reads it in a terminal: a row a day, a small bar for its load, then what mattered and why.
//!
//! Key runs and hard strength are in capitals, so that it reads without colour; it fits the width it is given.

use crate::export::chart::bar;
use crate::export::dates::dates;
use crate::export::format::{Format, Options};
use crate::export::gym::summary;
use crate::export::ladder::place;
use crate::export::phrases::{
    before, capital, changes, rule_text, season_title, session_text, totals, warnings,
};
use crate::export::session::{day_sessions, day_text, first_lines};
use crate::plan::{FindingText, NOTICE, Plan, PlannedDay};
use crate::rules::Warning;
use crate::week::kind::Kind;
use crate::wrap::{Page, columns, one_line};
use std::fmt::Write as _;

pub(super) const FORMAT: Format = Format {
    name: "text",
    ending: "txt",
    summary: "the week to read, in a terminal or an e-mail (default)",
    week: text,
    cycle: crate::export::cycle::text::text,
    replan: crate::export::replan::text,
    day: Some(day_text),
    refusal: None,
};

/// Columns of a load and its bar.
const LOAD_COLUMNS: usize = 8;
/// Columns before what stands on a day.
const INDENT: usize = 7;

fn text(plan: &Plan, options: &Options) -> String {
    let mut page = Page::new(options.width);
    let mut title = format!("{} · {}", season_title(plan), dates(plan.monday));
    if let Some(runner) = plan.runner.as_ref().filter(|runner| !runner.trim().is_empty()) {
        let _ = write!(title, " · {}", one_line(runner));
    }
    page.paragraph(&title);
    first_lines(&mut page, plan);
    page.gap();
    let most = plan.load.days.iter().copied().max().unwrap_or(0);
    for day in &plan.days {
        row(&mut page, day, most);
    }
    page.gap();
    let mut line = Page::new(options.width);
    line.indented(&totals(plan), "  ");
    page.text += &line.text.replace('\u{a0}', " ");
    in_the_gym(&mut page, plan);
    if !plan.choices.is_empty() {
        page.gap();
        page.indented(&plan.choices.join(" "), "  ");
    }
    if options.explain {
        explanations(&mut page, plan);
    }
    for (title, warnings) in warnings(plan) {
        page.head(title);
        for warning in warnings {
            page.item(&warning_text(warning));
        }
    }
    let changes = changes(plan);
    if !changes.is_empty() {
        page.head("Changed");
        for change in changes {
            page.item(&format!("{}{} [{}]", before(change.days), change.message, change.rule));
        }
    }
    page.closed(NOTICE)
}

/// The strength sessions, a line each; where they are on the ladder stands before them all where it is the same.
fn in_the_gym(page: &mut Page, plan: &Plan) {
    let sessions =
        plan.days.iter().flat_map(|day| day.sessions.iter().map(move |session| (day.day, session)));
    let sessions: Vec<_> = sessions.filter(|(_, session)| session.is(Kind::Strength)).collect();
    let gym: Vec<_> = sessions
        .iter()
        .filter_map(|(day, session)| Some((*day, session.workout.as_deref()?, place(plan, session))))
        .filter(|(_, workout, _)| !workout.blocks.is_empty())
        .collect();
    let Some((_, _, first)) = gym.first() else { return };
    page.gap();
    let is_shared = gym.iter().all(|(_, _, place)| place == first);
    if let Some(place) = first.as_ref().filter(|_| is_shared) {
        page.indented(&capital(place), "  ");
    }
    for (day, workout, place) in &gym {
        let place = place.as_ref().filter(|_| !is_shared);
        let place = place.map_or_else(String::new, |place| format!("{}. ", capital(place)));
        page.beside(&format!("  {}  ", day.short()), &(place + &summary(workout)));
    }
}

fn warning_text(warning: &Warning) -> String {
    let set: Vec<_> = warning.set.iter().map(|set| format!("--set '{set}'")).collect();
    let set = if set.is_empty() { String::new() } else { format!(" ({})", set.join(" ")) };
    format!("{}: {}{set} [{}]", warning.message, warning.hint, warning.rule)
}

fn row(page: &mut Page, day: &PlannedDay, most: u32) {
    let room = page.width.saturating_sub(INDENT + LOAD_COLUMNS).max(16);
    let lines = lines(day, room);
    for (i, line) in lines.iter().enumerate() {
        let label = if i == 0 { day.day.short() } else { "" };
        let mut row = format!("  {label:<5}{line}");
        if i == 0 && day.load > 0 {
            let used = columns(&row);
            let load = format!("{} {}", day.load, bar(day.load, most));
            let _ = write!(row, "{load:>columns$}", columns = page.width.saturating_sub(2 + used));
        }
        page.line(row.trim_end());
    }
    if let Some(written) = day.written() {
        page.indented(&format!("“{}”", one_line(written)), "         ");
    }
}

/// The sessions of a day on as many lines as they need; a line breaks within a session only on a narrow page.
fn lines(day: &PlannedDay, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = day.rest.then(|| "rest".to_owned()).into_iter().collect();
    for session in &day.sessions {
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

fn explanations(page: &mut Page, plan: &Plan) {
    page.head("Why");
    for day in &plan.days {
        for session in &day.sessions {
            let Some(why) = &session.why else { continue };
            page.item(&format!("{}, {}: {why}", day.day.short(), session_text(session)));
            session.because.iter().for_each(|rule| page.indented(&rule_text(rule), "      "));
        }
    }
    let equipped = |day: &&PlannedDay| day.sessions.iter().any(|session| session.workout.is_some());
    for day in plan.days.iter().filter(equipped) {
        page.head(day.day.name());
        day_sessions(page, plan, day);
    }
    if !plan.findings.is_empty() {
        page.head("What it gives up, by level");
        for FindingText { rule, amount, message, .. } in &*plan.findings {
            page.item(&format!("{} {amount}: {message} [{}]", rule.kind(), rule.id));
        }
    }
    if let (Some(monotony), Some(strain)) = (plan.load.monotony_hundredths(), plan.load.strain()) {
        let text = format!(
            "Monotony {}.{:02}, strain {strain}: the shape of the planned week; they predict nothing.",
            monotony / 100,
            monotony % 100
        );
        page.gap();
        page.paragraph(&text);
    }
    page.gap();
    page.paragraph(
        "No trial has tested a weekly layout rule as such; grades speak of the studies behind the idea.",
    );
}
