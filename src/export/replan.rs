//! A week that was planned again, to read: a line a day with what became of it, and why.

use crate::export::dates::dates;
use crate::export::format::Options;
use crate::export::phrases::{before, capital, season_title, session_text, session_title, totals, warnings};
use crate::export::session::first_lines;
use crate::plan::{NOTICE, PlannedDay, PlannedSession};
use crate::replan::{Replan, Touched};
use crate::week::day::{Day, listed};
use crate::wrap::{Page, one_line};
use std::fmt::Write as _;

/// Columns before what is said about a day.
const INDENT: &str = "         ";

/// The days, each `=` where it stays, `>` where something came to it, `-` where something was let go, with the reasons.
pub(super) fn text(replan: &Replan, options: &Options) -> String {
    let plan = &replan.plan;
    let mut page = Page::new(options.width);
    let mut title = format!("{} planned again · {}", season_title(plan), dates(plan.monday));
    if let Some(runner) = plan.runner.as_ref().filter(|runner| !runner.trim().is_empty()) {
        let _ = write!(title, " · {}", one_line(runner));
    }
    page.paragraph(&title);
    first_lines(&mut page, plan);
    page.gap();
    for day in &plan.days {
        row(&mut page, replan, day);
    }
    page.gap();
    page.indented(&totals(plan), "  ");
    page.text = page.text.replace('\u{a0}', " ");
    page.gap();
    page.indented(&summary(replan), "  ");
    if let Some(next) = &replan.next {
        page.head("The week after changes too");
        for day in &next.days {
            page.item(&format!("{}: {}", day.day.short(), sessions(&day.sessions, |_| String::new())));
        }
    }
    for (title, warnings) in warnings(plan) {
        page.head(title);
        for warning in warnings {
            page.item(&format!(
                "{}{}: {} [{}]",
                before(warning.days),
                warning.message,
                warning.hint,
                warning.rule
            ));
        }
    }
    page.closed(NOTICE)
}

/// A day: its mark, what stands there now, and the reasons of what came and went.
fn row(page: &mut Page, replan: &Replan, day: &PlannedDay) {
    let came: Vec<&Touched> = replan.touched.iter().filter(|of| of.to == Some(day.day)).collect();
    let went: Vec<&Touched> = replan.touched.iter().filter(|of| of.from == day.day).collect();
    let mark = match (came.is_empty(), went.is_empty()) {
        (false, _) => '>',
        (true, false) => '-',
        (true, true) => '=',
    };
    let state = match day.day {
        day if replan.lost.contains(day) => "blocked",
        day if replan.missed.contains(day) => "missed",
        day if replan.over.contains(day) => "over",
        day if replan.frozen.contains(day) => "pinned",
        _ => "",
    };
    let origin = |session: &PlannedSession| {
        let of = came.iter().find(|of| of.session.id == session.id);
        of.map_or_else(String::new, |of| format!(" (from {})", of.from.name()))
    };
    let text = match (day.sessions.is_empty(), state) {
        (true, "blocked" | "missed") => "–".to_owned(),
        _ => sessions(&day.sessions, origin),
    };
    let state = if state.is_empty() { String::new() } else { format!(" ({state})") };
    page.beside(&format!("  {mark} {:<5}", day.day.short()), &format!("{text}{state}"));
    let inner = format!("{INDENT}  ");
    for of in went {
        match of.to {
            Some(to) => {
                page.wrap(&format!("> {} to {}: {}", name(of), to.name(), reason(of)), INDENT, &inner);
            }
            None => page.wrap(&format!("- {} let go: {}", name(of), reason(of)), INDENT, &inner),
        }
    }
}

/// What was touched, as it was called.
fn name(of: &Touched) -> String {
    session_title(&of.session)
}

fn reason(of: &Touched) -> String {
    format!("{} [{}]", of.message, of.rule)
}

/// Sessions in a line, each with where it came from.
fn sessions(sessions: &[PlannedSession], origin: impl Fn(&PlannedSession) -> String) -> String {
    if sessions.is_empty() {
        return "rest".to_owned();
    }
    sessions.iter().map(|of| session_text(of) + &origin(of)).collect::<Vec<_>>().join(" + ")
}

/// What it came to, in a sentence or two.
fn summary(replan: &Replan) -> String {
    let touched = replan.touched.len();
    if touched == 0 {
        return "Nothing had to change.".to_owned();
    }
    let kept: Vec<Day> =
        replan.plan.days.iter().filter(|day| stays(replan, day)).map(|day| day.day).collect();
    let s = if touched == 1 { "session" } else { "sessions" };
    let stays = if kept.len() == 1 { "stays" } else { "stay" };
    if kept.is_empty() {
        return format!("{touched} {s} touched.");
    }
    capital(&format!(
        "{touched} {s} touched. {} {stays} as {} stood.",
        listed(kept.iter().copied()),
        if kept.len() == 1 { "it" } else { "they" }
    ))
}

/// Whether all of a day is as it stood, and there was something.
fn stays(replan: &Replan, day: &PlannedDay) -> bool {
    !day.sessions.is_empty()
        && replan.touched.iter().all(|of| of.from != day.day && of.to != Some(day.day))
        && !replan.over.contains(day.day)
}
