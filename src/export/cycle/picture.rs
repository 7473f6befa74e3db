//! The weeks of a plan as a picture: run minutes and load by week, seasons, easier weeks, the race.

use crate::cycle::{Cycle, CycleWeek, training_minutes};
use crate::export::cycle::{runner, summary, title};
use crate::export::dates::short_date;
use crate::plan::NOTICE;
use crate::week::dates::iso_week;
use maud::{Markup, PreEscaped, html};

/// Units of the picture across, and around its content.
const WIDTH: usize = 760;
const MARGIN: usize = 24;
/// Where the bars end and the longest begins.
const GROUND: usize = 260;
const TOP: usize = 100;
/// Height of the whole.
const HEIGHT: usize = 380;

const STYLE: &str = "\
svg{font:13px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}\
text{fill:#1d1f23}.paper{fill:#fff}.ground{stroke:#d5d9df}.title{font-weight:700;font-size:18px}.soft{fill:#565b63}\
.bar{fill:#1c5a9e}.bar.easier{fill:#8fb4dd}.load{fill:none;stroke:#6a3a9c;stroke-width:2}.race{fill:#a8261c;font-weight:600}\
.name{unicode-bidi:isolate}\
@media(prefers-color-scheme:dark){text{fill:#e9ebee}.paper{fill:#15171b}.ground{stroke:#383d45}.soft{fill:#aab0ba}\
.bar{fill:#8dbcf2}.bar.easier{fill:#4f78a8}.load{stroke:#cdb0f4}.race{fill:#ff9d92}}";

/// The picture by itself.
pub(crate) fn picture(cycle: &Cycle) -> String {
    let picture = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) width=(WIDTH) height=(HEIGHT) role="img" aria-labelledby="title desc" {
            (head(cycle, "title", "desc"))
            style { (PreEscaped(STYLE)) }
            rect class="paper" width=(WIDTH) height=(HEIGHT) rx="8" {}
            text class="title" x=(MARGIN) y=(MARGIN + 14) {
                (title(cycle)) @if let Some(runner) = runner(cycle) { " · " tspan class="name" { (runner) } }
            }
            text class="soft" x=(MARGIN) y=(MARGIN + 38) { (summary(cycle)) }
            (bars(cycle))
            text class="soft" x=(MARGIN) y=(HEIGHT - MARGIN / 2) { (NOTICE) }
        }
    };
    picture.into_string() + "\n"
}

/// The picture for a page, which has title and style.
pub(crate) fn chart(cycle: &Cycle) -> Markup {
    let height = GROUND - TOP + 110;
    html! {
        svg class="chart plan" viewBox=(format!("0 {} {WIDTH} {height}", TOP - 30)) role="img" aria-labelledby="plan-title plan-desc" {
            (head(cycle, "plan-title", "plan-desc"))
            (bars(cycle))
        }
    }
}

/// What the picture shows, for those who do not see it.
fn head(cycle: &Cycle, title_id: &str, desc_id: &str) -> Markup {
    let told = cycle.weeks.iter().map(|week| match week.plan() {
        Some(plan) => format!("{}: {} minutes", iso_week(week.monday), training_minutes(plan)),
        None => format!("{}: no week", iso_week(week.monday)),
    });
    html! {
        title id=(title_id) { (title(cycle)) }
        desc id=(desc_id) { "Run minutes by week. " (told.collect::<Vec<_>>().join(", ")) "." }
    }
}

fn bars(cycle: &Cycle) -> Markup {
    let count = cycle.weeks.len().max(1);
    let room = WIDTH - 2 * MARGIN;
    let x = |at: usize| MARGIN + at * room / count;
    let wide = (room / count).saturating_sub(room / count / 4).max(2);
    let most = cycle.most_minutes() as usize;
    let load = cycle.plans().map(|plan| plan.load.week()).max().unwrap_or(0).max(1) as usize;
    let height = |of: usize, most: usize| of * (GROUND - TOP) / most;
    let middle = |at: usize| x(at) + wide / 2;
    let line: Vec<String> = cycle
        .weeks
        .iter()
        .enumerate()
        .filter_map(|(at, week)| {
            let plan = week.plan()?;
            Some(format!("{},{}", middle(at), GROUND - height(plan.load.week() as usize, load)))
        })
        .collect();
    let numbered = room / count >= 28;
    html! {
        line class="ground" x1=(MARGIN) x2=(WIDTH - MARGIN) y1=(GROUND) y2=(GROUND) {}
        @for (at, week) in cycle.weeks.iter().enumerate() {
            @if let Some(plan) = week.plan() {
                @let minutes = training_minutes(plan) as usize;
                @let tall = height(minutes, most);
                rect class=(if is_easier(week) { "bar easier" } else { "bar" }) x=(x(at)) y=(GROUND - tall) width=(wide) height=(tall) rx="2" {}
                @if numbered { text class="soft" x=(middle(at)) y=(GROUND - tall - 5) text-anchor="middle" { (minutes) } }
            }
            @if at == 0 || cycle.weeks[at - 1].phase != week.phase {
                text x=(x(at)) y=(GROUND + 40 + 16 * (seasons_before(cycle, at) % 2)) { (week.phase.title()) }
                line class="ground" x1=(x(at)) x2=(x(at)) y1=(GROUND) y2=(GROUND + 28) {}
            }
            @if count <= 14 || at % (count / 7) == 0 {
                text class="soft name" x=(x(at)) y=(GROUND + 18) { (short_date(week.monday)) }
            }
            @if cycle.race.is_some_and(|race| race.monday() == week.monday) {
                text class="race" x=(middle(at)) y=(TOP - 10) text-anchor="middle" { "RACE" }
                line class="ground" x1=(middle(at)) x2=(middle(at)) y1=(TOP - 6) y2=(GROUND) {}
            }
        }
        polyline class="load" points=(line.join(" ")) {}
        text class="soft" x=(MARGIN) y=(GROUND + 78) { "Bars: run minutes without the race, lighter in easier weeks. Line: planned load of all sessions." }
    }
}

/// Seasons that begin before a week.
fn seasons_before(cycle: &Cycle, at: usize) -> usize {
    (1..=at).filter(|at| cycle.weeks[*at].phase != cycle.weeks[at - 1].phase).count()
}

fn is_easier(week: &CycleWeek) -> bool {
    week.plan().and_then(|plan| plan.position).is_some_and(|position| position.cutback)
}
