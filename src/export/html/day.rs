//! One day as a page for a phone in the gym: a box to tick beside each exercise, and nothing to fetch.

use crate::exercise::workout::Workout;
use crate::export::chart::colour;
use crate::export::dates::day_and_date;
use crate::export::format::Options;
use crate::export::gym::{Group, groups, reserve_note, says_rir};
use crate::export::html::parts::{STYLE, first, used, whole};
use crate::export::ladder::place;
use crate::export::phrases::{session_text, title as of_week};
use crate::export::session::rest_text;
use crate::plan::{Plan, PlannedSession};
use crate::week::day::Day;
use crate::wrap::one_line;
use maud::{Markup, html};

/// What a day has beside it.
const DAY_STYLE: &str = include_str!("day.css");

/// The page of a day.
pub(super) fn page(plan: &Plan, day: Day, _: &Options) -> String {
    let planned = &plan.days[day.index()];
    let title = day_and_date(day, Some(planned.date));
    let body = html! {
        h1 { (title) }
        p class="dates" { (of_week(plan)) }
        (first(plan))
        @if let Some(rest) = rest_text(plan, planned) { p { (rest) } }
        @if let Some(note) = reserve_note(planned.sessions.iter().filter_map(|of| of.workout.as_deref()).flat_map(Workout::trained).filter(|of| says_rir(of))) {
            p class="note" { (note) }
        }
        @if let Some(written) = planned.written() { p class="written" { "In the plan: “" (one_line(written)) "”" } }
        div class="today" { @for session in &planned.sessions { (of_session(plan, session)) } }
    };
    whole(&title, &[STYLE, DAY_STYLE], &body)
}

fn of_session(plan: &Plan, session: &PlannedSession) -> Markup {
    html! {
        section {
            h2 class=(colour(session)) {
                (session_text(session))
                @if let Some(place) = place(plan, session) { " " span class="place" { "· " (place) } }
            }
            @if let Some(workout) = &session.workout {
                @for (_, note) in &workout.notes { p class="note" { (note) } }
                @for group in groups(workout) { (of_group(&group)) }
            }
        }
    }
}

fn of_group(group: &Group) -> Markup {
    html! {
        h3 { (group.head) }
        ul {
            @for line in &group.exercises {
                li {
                    label { input type="checkbox"; span { (line.text) (used(line)) } }
                    @if !line.cue.is_empty() { p class="cue" { (line.cue) } }
                }
            }
        }
        @if let Some(pause) = &group.pause { p class="note" { (pause) } }
    }
}
