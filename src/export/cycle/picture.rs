//! The weeks of a plan as a picture: run minutes with the longest run, strength below, seasons, easier weeks, the race.

use crate::cycle::{Cycle, CycleWeek, longest_run, training_minutes};
use crate::export::chart::shortened;
use crate::export::cycle::{summary, title};
use crate::export::dates::short_date;
use crate::plan::{NOTICE, Plan};
use crate::week::dates::iso_week;
use crate::week::kind::Kind;
use crate::wrap::columns;
use maud::{Markup, PreEscaped, html};

/// Units of the picture across, and around its content.
const WIDTH: usize = 760;
const MARGIN: usize = 24;
const ROOM: usize = WIDTH - 2 * MARGIN;
/// Where the bars of runs begin and the tallest ends.
const TOP: usize = 104;
const GROUND: usize = 254;
/// Where the bars of strength begin, and how tall they are at most.
const FLOOR: usize = 322;
const STRENGTH: usize = 32;
/// The seasons' line, and where their names and the legend start.
const SEASONS: usize = 334;
const LEGEND: usize = 404;
/// Height of a line, and of the whole.
const LINE: usize = 16;
const HEIGHT: usize = 446;
/// Units that a letter takes at most, and a date.
const LETTER: usize = 8;
const DATE: usize = 54;
/// Columns of the title with the runner's name at most, and of the name at least.
const TITLE: usize = 64;
const NAME: usize = 6;

const STYLE: &str = "\
svg{font:13px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}\
text{fill:#1d1f23}.paper{fill:#fff}.ground{stroke:#d5d9df}.title{font-weight:700;font-size:18px}.soft{fill:#565b63}\
.bar{fill:#8fb4dd}.long{fill:#1c5a9e}.easier{opacity:.5}.strength{fill:#6a3a9c}.tight{font-size:11px}\
.season{stroke:#565b63;stroke-width:2}.race{fill:#a8261c;font-weight:600}.day{stroke:#a8261c;stroke-width:2}\
.name{unicode-bidi:isolate}\
@media(prefers-color-scheme:dark){text{fill:#e9ebee}.paper{fill:#15171b}.ground{stroke:#383d45}.soft{fill:#aab0ba}\
.bar{fill:#4f78a8}.long{fill:#8dbcf2}.strength{fill:#cdb0f4}.season{stroke:#aab0ba}.race{fill:#ff9d92}.day{stroke:#ff9d92}}";

/// The picture by itself.
pub(crate) fn picture(cycle: &Cycle) -> String {
    let room = TITLE.saturating_sub(columns(&title(cycle))).max(NAME);
    let runner = cycle.runner.as_deref().map(|name| shortened(name, room));
    let runner = runner.filter(|runner| !runner.trim().is_empty());
    let picture = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) width=(WIDTH) height=(HEIGHT) role="img" aria-labelledby="title desc" {
            (head(cycle, "title", "desc"))
            style { (PreEscaped(STYLE)) }
            rect class="paper" width=(WIDTH) height=(HEIGHT) rx="8" {}
            text class="title" x=(MARGIN) y=(MARGIN + 14) {
                (title(cycle)) @if let Some(runner) = &runner { " · " tspan class="name" { (runner) } }
            }
            text class="soft" x=(MARGIN) y=(MARGIN + 38) { (summary(cycle)) }
            (weeks(cycle))
            text class="soft" x=(MARGIN) y=(HEIGHT - 14) { (NOTICE) }
        }
    };
    picture.into_string() + "\n"
}

/// The picture for a page, which has title and style.
pub(crate) fn chart(cycle: &Cycle) -> Markup {
    let top = TOP - 28;
    html! {
        svg class="chart plan" viewBox=(format!("0 {top} {WIDTH} {}", LEGEND + LINE - top)) role="img" aria-labelledby="plan-title plan-desc" {
            (head(cycle, "plan-title", "plan-desc"))
            (weeks(cycle))
        }
    }
}

/// What the picture shows, for those who do not see it.
fn head(cycle: &Cycle, title_id: &str, desc_id: &str) -> Markup {
    let told = cycle.weeks.iter().map(|week| match week.plan() {
        Some(plan) => {
            format!("{}: {}, {}", iso_week(week.monday), training_minutes(plan), longest_run(plan))
        }
        None => format!("{}: no week", iso_week(week.monday)),
    });
    html! {
        title id=(title_id) { (title(cycle)) }
        desc id=(desc_id) { "Run minutes by week, and the longest run. " (told.collect::<Vec<_>>().join("; ")) "." }
    }
}

fn weeks(cycle: &Cycle) -> Markup {
    let count = cycle.weeks.len().max(1);
    // Dates stand as close as they can be read.
    let apart = (DATE * count).div_ceil(ROOM);
    let race =
        cycle.weeks.iter().position(|week| cycle.race.is_some_and(|race| race.monday() == week.monday));
    html! {
        line class="ground" x1=(MARGIN) x2=(WIDTH - MARGIN) y1=(GROUND) y2=(GROUND) {}
        line class="ground" x1=(MARGIN) x2=(WIDTH - MARGIN) y1=(FLOOR) y2=(FLOOR) {}
        @if let Some(at) = race {
            @let middle = left(at, count) + wide(count) / 2;
            text class="race" x=(middle) y=(TOP - 16) text-anchor="middle" { "RACE" }
            line class="day" x1=(middle) x2=(middle) y1=(TOP - 10) y2=(GROUND - height(cycle, at) - LINE - 4) {}
        }
        @for (at, week) in cycle.weeks.iter().enumerate() {
            @if let Some(plan) = week.plan() { (bars(cycle, at, plan)) }
            @if at % apart == 0 && left(at, count) + DATE <= WIDTH {
                text class="soft" x=(left(at, count)) y=(GROUND + 18) { (short_date(week.monday)) }
            }
        }
        (seasons(cycle))
        (legend())
    }
}

/// The bars of a week: its run minutes with the longest run in them, and its strength.
fn bars(cycle: &Cycle, at: usize, plan: &Plan) -> Markup {
    let (x, wide) = (left(at, cycle.weeks.len()), wide(cycle.weeks.len()));
    let tall = height(cycle, at);
    let long = usize::from(longest_run(plan)) * (GROUND - TOP) / cycle.most_minutes() as usize;
    let most = cycle.plans().map(strength_load).max().unwrap_or(0).max(1);
    let strength = strength_load(plan) * STRENGTH / most;
    // What a number of three digits takes, and where it is too much.
    let number = match cycle.weeks.len() {
        ..=20 => Some("soft"),
        21..=30 => Some("soft tight"),
        _ => None,
    };
    html! {
        g class=[plan.position.filter(|of| of.cutback).map(|_| "easier")] {
            rect class="bar" x=(x) y=(GROUND - tall) width=(wide) height=(tall) rx="2" {}
            rect class="long" x=(x) y=(GROUND - long) width=(wide) height=(long) rx="2" {}
            rect class="strength" x=(x) y=(FLOOR - strength) width=(wide) height=(strength) rx="2" {}
        }
        @if let Some(class) = number {
            text class=(class) x=(x + wide / 2) y=(GROUND - tall - 5) text-anchor="middle" { (training_minutes(plan)) }
        }
    }
}

/// A line a season, with its name under it, each in the first row that is free.
fn seasons(cycle: &Cycle) -> Markup {
    let mut ends = [0; 3];
    let mut from = 0;
    html! {
        @for of in cycle.weeks.chunk_by(|one, other| one.phase == other.phase) {
            @let (start, name) = (left(from, cycle.weeks.len()), of[0].phase.title());
            @let end = left(from + of.len() - 1, cycle.weeks.len()) + wide(cycle.weeks.len());
            // At the right edge a name ends where its season does.
            @let (long, late) = (name.len() * LETTER, start + name.len() * LETTER > WIDTH);
            @let begins = if late { end.saturating_sub(long) } else { start };
            line class="season" x1=(start) x2=(end) y1=(SEASONS) y2=(SEASONS) {}
            // Where no row is free a line has to do.
            @if let Some(row) = ends.iter().position(|taken| *taken <= begins) {
                text x=(if late { end } else { start }) y=(SEASONS + LINE * (row + 1)) text-anchor=[late.then_some("end")] { (name) }
                @let () = ends[row] = begins + long;
            }
            @let () = from += of.len();
        }
    }
}

/// What colours mean.
fn legend() -> Markup {
    let meanings = [
        ("", "bar", "run minutes, the race apart", 24),
        ("", "long", "the longest run", 242),
        ("easier", "bar", "an easier week", 380),
        ("", "strength", "strength, effort × minutes", 514),
    ];
    html! {
        @for (group, class, meaning, x) in meanings {
            rect class=(format!("{class} {group}").trim_end()) x=(x) y=(LEGEND - 10) width="12" height="12" rx="2" {}
            text class="soft" x=(x + 18) y=(LEGEND) { (meaning) }
        }
    }
}

/// Where a week of so many begins.
fn left(at: usize, count: usize) -> usize {
    MARGIN + at * ROOM / count
}

/// How wide a bar is, of so many.
fn wide(count: usize) -> usize {
    (ROOM / count * 3 / 4).max(2)
}

/// How tall the run minutes of a week are.
fn height(cycle: &Cycle, at: usize) -> usize {
    let minutes = cycle.weeks.get(at).and_then(CycleWeek::plan).map_or(0, training_minutes);
    minutes as usize * (GROUND - TOP) / cycle.most_minutes() as usize
}

/// Effort × minutes of a week's strength.
fn strength_load(plan: &Plan) -> usize {
    let sessions = plan.days.iter().flat_map(|day| &day.sessions);
    sessions.filter(|of| of.is(Kind::Strength)).map(|of| of.load as usize).sum()
}
