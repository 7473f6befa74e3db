//! The week as a runner reads it in a terminal: a row a day, a small bar for its load, then what mattered and why.
//!
//! Key runs and hard strength are in capitals, so that it reads without colour; it fits the width it is given.

use crate::export::chart::bar;
use crate::export::format::{Format, Options};
use crate::export::gym::summary;
use crate::export::ladder::place;
use crate::export::phrases::{
    capital, change_text, changes, dates_and_runner, ids, rule_text, session_text, title, totals,
    warning_text, warnings,
};
use crate::export::session::{day_sessions, day_text, first_lines};
use crate::plan::{FindingText, NOTICE, Plan, PlannedDay};
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

/// Columns of the bar for a day's load.
const BAR_COLUMNS: usize = 2;
/// Columns before what stands on a day.
const INDENT: usize = 7;

fn text(plan: &Plan, options: &Options) -> String {
    let mut page = Page::new(options.width);
    page.paragraph(&title(plan));
    page.paragraph(&dates_and_runner(plan));
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
            page.item(&format!("{} [{}]", warning_text(warning), ids(warning)));
        }
    }
    let changes = changes(plan);
    if !changes.is_empty() {
        page.head("Changed");
        for change in changes {
            page.item(&format!("{} [{}]", change_text(change), change.rule));
        }
    }
    in_the_gym(&mut page, plan);
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

fn row(page: &mut Page, day: &PlannedDay, most: u32) {
    let room = page.width.saturating_sub(INDENT + BAR_COLUMNS).max(16);
    let lines = lines(day, room);
    for (i, line) in lines.iter().enumerate() {
        let label = if i == 0 { day.day.short() } else { "" };
        let mut row = format!("  {label:<5}{line}");
        if i == 0 && day.load > 0 {
            let used = columns(&row);
            let bar = bar(day.load, most);
            let _ = write!(row, "{bar:>columns$}", columns = page.width.saturating_sub(2 + used));
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
    let hard = plan.hard_days();
    let hard = format!("{hard} hard day{}", if hard == 1 { "" } else { "s" });
    let days: Vec<_> = plan.days.iter().map(|day| format!("{} {}", day.day.short(), day.load)).collect();
    page.gap();
    page.paragraph(&format!(
        "Load (effort from 0 to 10, times minutes): {} in the week, {}; {hard}.",
        plan.load.week(),
        days.join(", ")
    ));
    if let (Some(monotony), Some(strain)) = (plan.load.monotony_hundredths(), plan.load.strain()) {
        let text = format!(
            "Monotony {}.{:02}, strain {strain}: the shape of the planned week; they predict nothing.",
            monotony / 100,
            monotony % 100
        );
        page.paragraph(&text);
    }
    page.gap();
    page.paragraph(
        "No trial has tested a weekly layout rule as such; grades speak of the studies behind the idea.",
    );
}
