//! The week as a picture: SVG by itself, for a README or a chat, light and dark as the reader's system is.

use crate::export::chart::{colour, shortened};
use crate::export::dates::dates;
use crate::export::format::{Format, Options};
use crate::export::phrases::{season_title, session_text, totals};
use crate::plan::{NOTICE, Plan, PlannedDay, PlannedSession};
use crate::wrap::columns;
use maud::{Markup, PreEscaped, html};

pub(super) const FORMAT: Format = Format {
    name: "svg",
    ending: "svg",
    summary: "the week as a picture, for a README or a chat",
    week: |plan, _: &Options| picture(plan),
    cycle: |cycle, _| crate::export::cycle::picture::picture(cycle),
    replan: |replan, _| picture(&replan.plan),
    day: None,
    refusal: None,
};

/// Units of the picture across, and around its content.
const WIDTH: usize = 760;
const MARGIN: usize = 24;
/// Where the sessions of a day start, and its load ends.
const SESSIONS: usize = 84;
const LOADS: usize = 640;
/// Height of a line, and of the air below a day.
const LINE: usize = 22;
const AIR: usize = 10;
/// Columns of text between the two; fonts differ, so with room to spare.
const ROOM: usize = 62;
/// Columns of a title at most.
const TITLE: usize = 64;
/// The longest bar.
const BAR: u32 = 88;

const STYLE: &str = "\
svg{font:15px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}\
text{fill:#1d1f23}.paper{fill:#fff}.line{stroke:#d5d9df}.title{font-weight:700;font-size:18px}\
.soft{fill:#565b63}.key{fill:#a8261c;font-weight:600}.run{fill:#1c5a9e}.strength{fill:#6a3a9c}\
.mobility{fill:#1a6447}.cross{fill:#745400}.bar{fill:#8fb4dd}.hard{fill:#1c5a9e}.name{unicode-bidi:isolate}\
@media(prefers-color-scheme:dark){text{fill:#e9ebee}.paper{fill:#15171b}.line{stroke:#383d45}.soft{fill:#aab0ba}\
.key{fill:#ff9d92}.run{fill:#8dbcf2}.strength{fill:#cdb0f4}.mobility{fill:#84d2ac}.cross{fill:#e2c56a}\
.bar{fill:#4f78a8}.hard{fill:#8dbcf2}}";

fn picture(plan: &Plan) -> String {
    let rows: Vec<Vec<Vec<&PlannedSession>>> = plan.days.iter().map(lines).collect();
    let top = MARGIN + 2 * LINE + AIR;
    let mut y = top;
    let starts: Vec<usize> = rows
        .iter()
        .map(|lines| {
            let start = y;
            y += lines.len().max(1) * LINE + AIR;
            start
        })
        .collect();
    let height = y + 2 * LINE + MARGIN;
    let runner = plan.runner.as_deref().map(|name| shortened(name, TITLE / 2));
    let runner = runner.filter(|runner| !runner.trim().is_empty());
    let told: Vec<String> = plan.days.iter().map(spoken).collect();
    let most = plan.load.days.iter().copied().max().unwrap_or(0).max(1);
    let season = shortened(&season_title(plan), TITLE / 2);
    let picture = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {height}")) width=(WIDTH) height=(height) role="img" aria-labelledby="title desc" {
            title id="title" { (season) " · " (dates(plan.monday)) @if let Some(runner) = &runner { " · " (runner) } }
            desc id="desc" { (told.join("; ")) "." }
            style { (PreEscaped(STYLE)) }
            rect class="paper" width=(WIDTH) height=(height) rx="8" {}
            text class="title" x=(MARGIN) y=(MARGIN + 14) {
                (season) @if let Some(runner) = &runner { " · " tspan class="name" { (runner) } }
            }
            text class="soft" x=(MARGIN) y=(MARGIN + 14 + LINE) { (dates(plan.monday)) }
            @for ((day, lines), start) in plan.days.iter().zip(&rows).zip(&starts) {
                (row(day, lines, *start, most))
            }
            line class="line" x1=(MARGIN) x2=(WIDTH - MARGIN) y1=(y) y2=(y) {}
            text x=(MARGIN) y=(y + LINE) { (totals(plan)) }
            text class="soft" x=(MARGIN) y=(y + 2 * LINE) { (NOTICE) }
        }
    };
    picture.into_string() + "\n"
}

/// A day: its name, its sessions, its load.
fn row(day: &PlannedDay, lines: &[Vec<&PlannedSession>], start: usize, most: u32) -> Markup {
    let base = start + LINE;
    html! {
        line class="line" x1=(MARGIN) x2=(WIDTH - MARGIN) y1=(start) y2=(start) {}
        text x=(MARGIN) y=(base) { (day.day.short()) }
        @if day.rest && lines.is_empty() { text class="soft" x=(SESSIONS) y=(base) { "rest" } }
        @for (at, line) in lines.iter().enumerate() {
            text x=(SESSIONS) y=(base + at * LINE) {
                @if day.rest && at == 0 { tspan class="soft" { "rest + " } }
                @for (at, session) in line.iter().enumerate() {
                    @if at > 0 { tspan class="soft" { " + " } }
                    tspan class=(colour(session)) { (session_text(session)) }
                }
                @if at + 1 < lines.len() { tspan class="soft" { " +" } }
            }
        }
        @if day.load > 0 {
            text class="soft" x=(LOADS) y=(base) text-anchor="end" { (day.load) }
            rect class=(if day.hard { "hard" } else { "bar" }) x=(LOADS + 8) y=(base - 11) width=((day.load * BAR / most).max(2)) height="12" rx="2" {}
        }
    }
}

/// The sessions of a day on as many lines as they need.
fn lines(day: &PlannedDay) -> Vec<Vec<&PlannedSession>> {
    let mut lines: Vec<Vec<&PlannedSession>> = Vec::new();
    let mut used = 0;
    for session in &day.sessions {
        let long = columns(&session_text(session)) + 3;
        match lines.last_mut() {
            Some(line) if used + long <= ROOM => line.push(session),
            _ => {
                lines.push(vec![session]);
                used = 0;
            }
        }
        used += long;
    }
    lines
}

fn spoken(day: &PlannedDay) -> String {
    let rest = day.rest.then(|| "rest".to_owned());
    let sessions: Vec<String> = rest.into_iter().chain(day.sessions.iter().map(session_text)).collect();
    format!("{}: {}", day.day.name(), sessions.join(", "))
}
