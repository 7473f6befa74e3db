//! A week that was planned again, to read: a line a day with what became of it, and why.

use crate::export::dates::dates;
use crate::export::format::Options;
use crate::export::phrases::{
    before, capital, ids, season_title, session_text, session_title, totals, warning_text, warnings,
};
use crate::export::session::first_lines;
use crate::plan::{FindingText, NOTICE, PlannedDay, PlannedSession};
use crate::replan::{Replan, Touched};
use crate::week::day::{Day, Days, listed};
use crate::week::kind::Kind;
use crate::week::score::Level;
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
        for day in &next.plan.days {
            page.item(&format!("{}: {}", day.day.short(), sessions(day, |_| String::new())));
        }
        for of in replan.touched.iter().filter(|of| of.session.id.monday == next.plan.monday) {
            page.item(&format!("{}, {}, {}", of.from.short(), name(of), reason(of)));
        }
    }
    let lost = |of: &FindingText| of.days.iter().any(|day| went(replan, *day));
    let given_up = |of: &&FindingText| of.rule.level() == Some(Level::Protect) && !lost(of);
    let given_up: Vec<&FindingText> = plan.findings.iter().filter(given_up).collect();
    if !given_up.is_empty() {
        page.head("What it gives up");
        for of in given_up {
            page.item(&format!("{} [{}]", of.message, of.rule.id));
        }
    }
    for (title, warnings) in warnings(plan) {
        page.head(title);
        for warning in warnings {
            page.item(&format!("{}{} [{}]", before(warning.days), warning_text(warning), ids(warning)));
        }
    }
    page.closed(NOTICE)
}

/// A day: its mark, what stands there now, and the reasons of what came and went.
fn row(page: &mut Page, replan: &Replan, day: &PlannedDay) {
    let came: Vec<&Touched> = of_week(replan).filter(|of| of.to == Some(day.day)).collect();
    let went: Vec<&Touched> = of_week(replan).filter(|of| of.from == day.day).collect();
    let mark = match (came.is_empty(), went.is_empty()) {
        (false, _) => '>',
        (true, false) => '-',
        (true, true) => '=',
    };
    let is_empty = day.sessions.is_empty();
    let state = match day.day {
        day if replan.lost.contains(day) => "blocked",
        day if replan.missed.contains(day) && is_empty => "missed",
        day if replan.moved.contains(day) => "moved by you",
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
        _ => sessions(day, origin),
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

/// Whether a run of a day was let go, which is told there.
fn went(replan: &Replan, day: Day) -> bool {
    of_week(replan).any(|of| of.from == day && of.to.is_none() && of.session.is(Kind::Run))
}

/// What was touched of the week itself.
fn of_week(replan: &Replan) -> impl Iterator<Item = &Touched> {
    replan.touched.iter().filter(|of| of.session.id.monday == replan.plan.monday)
}

/// What was touched, as it was called.
fn name(of: &Touched) -> String {
    session_title(&of.session)
}

fn reason(of: &Touched) -> String {
    format!("{} [{}]", of.message, of.rule)
}

/// Sessions in a line, each with where it came from.
fn sessions(day: &PlannedDay, origin: impl Fn(&PlannedSession) -> String) -> String {
    let rest = day.rest.then(|| "rest".to_owned());
    let sessions = day.sessions.iter().map(|of| session_text(of) + &origin(of));
    rest.into_iter().chain(sessions).collect::<Vec<_>>().join(" + ")
}

/// What it came to, in a sentence or two.
fn summary(replan: &Replan) -> String {
    let touched = of_week(replan).count();
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
        && of_week(replan).all(|of| of.from != day.day && of.to != Some(day.day))
        && !replan.over.contains(day.day)
}

/// The lines for a profile that keep the days of a week in mind that were blocked or missed as a whole, days that follow each other
/// together; those that the profile has are left out. Why they are off only the runner knows.
#[must_use]
pub fn off_lines(replan: &Replan) -> String {
    let empty = |day: &Day| replan.plan.week[day.index()].is_rest();
    let all = replan.lost.iter().chain(replan.missed.iter().filter(empty));
    let days: Days = all.filter(|day| !replan.plan.days_off.contains(*day)).collect();
    let days: Vec<Day> = days.iter().collect();
    let date = |day: Day| replan.plan.days[day.index()].date;
    let mut out = String::new();
    for off in days.chunk_by(|one, next| next.index() == one.index() + 1) {
        let (Some(first), Some(last)) = (off.first(), off.last()) else { continue };
        let gap = if out.is_empty() {
            "# for weeks that are planned from now on; this one goes on with `--from`\n"
        } else {
            "\n"
        };
        let _ = write!(out, "{gap}[[off]]\nfrom = {}\nto   = {}\n", date(*first), date(*last));
        out.push_str("# why = \"away\"   # or \"ill\", \"injured\"\n");
    }
    out
}
