//! The week as a page to read on a phone or a desk and to hang on the fridge: one HTML file without script or network.
//!
//! Light and dark follow the reader's system; in print a week fits one sheet of A4.

mod day;
mod parts;

use crate::cycle::Cycle;
use crate::exercise::workout::Workout;
use crate::export::chart::{colour, load};
use crate::export::cycle::picture::chart;
use crate::export::cycle::{around, rows, summary, title as cycle_title};
use crate::export::dates::{dates, short_date};
use crate::export::format::{Format, Options};
use crate::export::gym::{groups, reserve_note, says_rir};
use crate::export::html::parts::{STYLE, first, ticked, used, whole};
use crate::export::ladder::place;
use crate::export::phrases::{
    self, capital, change_text, ids, session_text, session_title, title, totals, warning_text,
};
use crate::plan::{Plan, PlannedDay, PlannedSession};
use crate::rules::Warning;
use crate::week::dates::iso_week;
use crate::week::day::Day;
use crate::wrap::one_line;
use maud::{Markup, html};

pub(super) const FORMAT: Format = Format {
    name: "html",
    ending: "html",
    summary: "a page to read and to print on one sheet, by itself: no script, no network",
    week: |plan, _: &Options| page(std::slice::from_ref(plan)),
    cycle: |cycle, _| cycle_page(cycle),
    replan: |replan, _| page(std::slice::from_ref(&replan.plan)),
    day: Some(day::page),
    refusal: None,
};

/// One page for one week or several.
#[must_use]
pub fn page(plans: &[Plan]) -> String {
    let what = if plans.len() == 1 { "Training week" } else { "Training weeks" };
    document(what, &plans.iter().collect::<Vec<_>>(), &Markup::default())
}

/// One page for a plan: its picture and its rows, then a section a week.
fn cycle_page(cycle: &Cycle) -> String {
    // Weeks that there are have a section to go to.
    let mut linked = cycle.plans().enumerate().peekable();
    let whole = html! {
        section class="plan" aria-labelledby="plan" {
            h2 id="plan" { (cycle_title(cycle)) }
            @if let Some(around) = around(cycle) { p class="totals" { (around) "." } }
            // Both are wider than a phone; what scrolls has to be within reach of the keyboard.
            figure tabindex="0" aria-labelledby="plan" { (chart(cycle)) }
            p class="totals" { (summary(cycle)) }
            div class="rows" tabindex="0" role="group" aria-labelledby="plan" { table {
                thead {
                    tr {
                        @for head in ["week", "season"] { th { (head) } }
                        @for head in ["run", "long"] { th class="number" { (head) } }
                        th { "strength" } th class="number" { "rest" } th { "what is special" }
                    }
                }
                tbody {
                    @for row in rows(cycle) {
                        @let [run, long] = row.minutes.map_or([String::new(), String::new()], |of| of.map(|of| of.to_string()));
                        tr {
                            td {
                                @match linked.next_if(|(_, plan)| iso_week(plan.monday) == row.week) {
                                    Some((at, _)) => a href=(format!("#week-{}", at + 1)) { (row.week) },
                                    None => (row.week),
                                }
                            }
                            td { (row.season) } td class="number" { (run) } td class="number" { (long) }
                            td { (row.strength) } td class="number" { (row.rest) } td { (row.remark) }
                        }
                    }
                }
            } }
        }
    };
    document("Training plan", &cycle.plans().collect::<Vec<_>>(), &whole)
}

/// A page with something before its weeks.
fn document(what: &str, plans: &[&Plan], before: &Markup) -> String {
    let runner = plans.first().and_then(|plan| plan.runner.as_deref()).map(one_line);
    let runner = runner.filter(|runner| !runner.trim().is_empty());
    let title = runner.as_ref().map_or_else(|| what.to_owned(), |runner| format!("{what} of {runner}"));
    let body = html! {
        h1 { (what) @if let Some(runner) = &runner { " of " bdi { (runner) } } }
        (before)
        @for (at, plan) in plans.iter().enumerate() {
            (week(plan, &format!("week-{}", at + 1)))
        }
    };
    whole(&title, &[STYLE], &body)
}

/// From so many exercises on a week is printed in smaller type, and up to so many in larger, so that it fills one sheet.
const DENSE: usize = 60;
const AIRY: usize = 32;

fn week(plan: &Plan, id: &str) -> Markup {
    let workouts_of =
        plan.days.iter().flat_map(|day| &day.sessions).filter_map(|session| session.workout.as_deref());
    let exercises = workouts_of.map(|workout| workout.exercises().count()).sum::<usize>();
    let size = match exercises {
        DENSE.. => "week dense",
        ..=AIRY => "week airy",
        _ => "week",
    };
    html! {
        section class=(size) aria-labelledby=(id) {
            h2 id=(id) { (title(plan)) }
            p class="dates" { (capital(&dates(plan.monday))) }
            (first(plan))
            ol class="board" {
                @for of in &plan.days { (day(of)) }
            }
            p class="totals" { (totals(plan)) }
            @if !plan.choices.is_empty() { p class="choice" { (ticked(&plan.choices.join(" "))) } }
            (warnings(plan))
            (workouts(plan))
            div class="rest-of-it" {
                figure {
                    (load(plan, &format!("{id}-load")))
                    figcaption { "Planned load: effort from 0 to 10, times minutes. Hard days stand out." }
                }
                (reasons(plan))
            }
        }
    }
}

/// A day of the board.
fn day(of: &PlannedDay) -> Markup {
    let class = if of.rest {
        "day rest"
    } else if of.hard {
        "day hard"
    } else {
        "day"
    };
    html! {
        li class=(class) {
            h3 { (of.day.short()) " " span class="date" { (short_date(of.date)) } }
            @if of.rest { p { "rest" } }
            @if !of.rest || !of.sessions.is_empty() {
                ul {
                    @for session in &of.sessions { li class=(colour(session)) { (session_text(session)) } }
                    @if let Some(written) = of.written() { li class="written" { "“" (one_line(written)) "”" } }
                }
            }
        }
    }
}

/// What to do in the gym, a session each, folded open.
fn workouts(plan: &Plan) -> Markup {
    let sessions =
        plan.days.iter().flat_map(|day| day.sessions.iter().map(move |session| (day.day, session)));
    let with: Vec<_> = sessions.filter(|(_, session)| session.workout.is_some()).collect();
    html! {
        @if !with.is_empty() {
            h3 class="head" { "Sessions" }
            @if let Some(note) = reserve_note(with.iter().filter_map(|(_, of)| of.workout.as_deref()).flat_map(Workout::trained).filter(|of| says_rir(of))) {
                p class="note" { (note) }
            }
            div class="workouts" {
                @for (day, session) in &with { (workout(plan, *day, session)) }
            }
        }
    }
}

fn workout(plan: &Plan, day: Day, session: &PlannedSession) -> Markup {
    let Some(workout) = &session.workout else { return Markup::default() };
    html! {
        details class=(colour(session)) open {
            summary {
                (day.name()) ": " (session_title(session))
                @if let Some(place) = place(plan, session) { " " span class="place" { "· " (place) } }
            }
            @for (_, note) in &workout.notes { p class="note" { (note) } }
            @for group in groups(workout) {
                h4 { (group.head) }
                ul {
                    @for line in &group.exercises {
                        li { (line.text) (used(line)) @if !line.cue.is_empty() { " " span class="cue" { (line.cue) } } }
                    }
                    @if let Some(pause) = &group.pause { li { (pause) } }
                }
            }
        }
    }
}

/// Why it is this week, and the rules behind each session.
fn reasons(plan: &Plan) -> Markup {
    let placed = plan.days.iter().flat_map(|day| day.sessions.iter().map(move |session| (day.day, session)));
    let placed: Vec<_> = placed.filter(|(_, session)| session.why.is_some()).collect();
    html! {
        @if !placed.is_empty() {
            section {
                h3 { "Why, session by session" }
                @if !placed.is_empty() {
                    ul class="why" {
                        @for (day, session) in &placed {
                            li {
                                b { (day.name()) ", " (session_title(session)) ": " }
                                (ticked(session.why.as_deref().unwrap_or_default()))
                                @for rule in &session.because {
                                    " " span class="rule" {
                                        code { (rule.id) } " (" (rule.source)
                                        @if let Some(grade) = rule.grade { "; grade " (grade.to_string()) } ")"
                                    }
                                }
                            }
                        }
                    }
                    p class="small" { "No trial has tested a weekly layout rule as such; grades speak of the studies behind the idea." }
                }
            }
        }
    }
}

fn warnings(plan: &Plan) -> Markup {
    html! {
        @for (title, warnings) in phrases::warnings(plan) {
            section {
                h3 { (title) }
                ul { @for warning in warnings { li { (told(warning)) } } }
            }
        }
        @let changes = phrases::changes(plan);
        @if !changes.is_empty() {
            section {
                h3 { "Changed" }
                ul {
                    @for change in changes {
                        li { (ticked(&change_text(change))) " " code { (change.rule) } }
                    }
                }
            }
        }
    }
}

fn told(warning: &Warning) -> Markup {
    html! {
        (ticked(&warning_text(warning))) " "
        code { (ids(warning)) }
    }
}
