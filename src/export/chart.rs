//! The load of the seven days as a chart: bars in inline SVG, with a title and a description for those who do not see it.

use crate::plan::{Plan, PlannedSession};
use crate::week::session::Session;
use crate::wrap::{columns, one_line};
use maud::{Markup, html};

/// From the smallest load to the largest.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Units of the picture; it is scaled to its place.
const WIDTH: u32 = 560;
const HEIGHT: u32 = 150;
/// Room above the bars for their numbers, and below them for the days.
const ABOVE: u32 = 22;
const BELOW: u32 = 24;
/// Width of a day, and of its bar.
const DAY: u32 = WIDTH / 7;
const BAR: u32 = 44;

/// The chart; `id` is the start of its ids, unique on its page.
pub(super) fn load(plan: &Plan, id: &str) -> Markup {
    let most = plan.load.days.iter().copied().max().unwrap_or(0).max(1);
    let room = HEIGHT - ABOVE - BELOW;
    let told: Vec<String> = plan.days.iter().map(|day| format!("{} {}", day.day.name(), day.load)).collect();
    html! {
        svg class="chart" viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-labelledby=(format!("{id}-title {id}-desc")) {
            title id=(format!("{id}-title")) { "Planned load of each day" }
            desc id=(format!("{id}-desc")) {
                (told.join(", ")) ". The week comes to " (plan.load.week()) "."
            }
            line class="ground" x1="0" x2=(WIDTH) y1=(HEIGHT - BELOW) y2=(HEIGHT - BELOW) {}
            @for (at, day) in (0_u32..).zip(&plan.days) {
                @let height = day.load * room / most;
                @let middle = at * DAY + DAY / 2;
                @let top = HEIGHT - BELOW - height;
                @if day.load > 0 {
                    rect class=(if day.hard { "bar hard" } else { "bar" }) x=(middle - BAR / 2) y=(top) width=(BAR) height=(height) rx="3" {}
                    text x=(middle) y=(top - 6) text-anchor="middle" { (day.load) }
                }
                text class="name" x=(middle) y=(HEIGHT - 6) text-anchor="middle" { (day.day.short()) }
            }
        }
    }
}

/// The class of a session on page and picture: its colour; words and capitals say the same.
pub(super) fn colour(session: &PlannedSession) -> &'static str {
    match session.session {
        Session::Run(run) if run.is_key() => "key",
        other => other.id(),
    }
}

/// A part of the most as a letter.
pub(super) fn bar(load: u32, most: u32) -> char {
    BARS[((load * 8).div_ceil(most.max(1)) as usize).clamp(1, 8) - 1]
}

/// Text of others on one line and no longer than there is room for; XML has no place for some characters.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let text: String = one_line(text).chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
    if columns(&text) <= most {
        return text;
    }
    let mut short = String::new();
    for c in text.chars() {
        if columns(&short) + 2 > most {
            break;
        }
        short.push(c);
    }
    short + "…"
}
