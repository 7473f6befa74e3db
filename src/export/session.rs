//! One day's sessions in full: as text to read from a phone in the gym, and as JSON.

use crate::exercise::workout::{Prescribed, Workout};
use crate::export::dates::day_and_date;
use crate::export::gym::{Group, groups, is_loaded, says_rir};
use crate::export::ladder::{climbing_text, is_full_week};
use crate::export::phrases::{Said, first, sessions_text};
use crate::plan::{NOTICE, Plan, PlannedDay};
use crate::week::day::Day;
use crate::wrap::{Page, one_line};

/// One day in full, for people.
#[must_use]
pub fn day_text(plan: &Plan, day: Day, width: usize) -> String {
    let planned = &plan.days[day.index()];
    let mut page = Page::new(width);
    page.paragraph(&day_and_date(day, Some(planned.date)));
    first_lines(&mut page, plan);
    if planned.rest {
        page.gap();
        page.paragraph(if plan.days_off.contains(day) {
            "A day off: nothing today."
        } else if !planned.sessions.is_empty() {
            "Rest: nothing today but what is yours anyway. It is part of the training."
        } else {
            "Rest: nothing today, not even mobility. It is part of the training."
        });
    }
    day_sessions(&mut page, plan, planned);
    page.gap();
    if trained(planned).any(says_rir) {
        page.paragraph("RIR: repetitions in reserve, how many more you could do.");
    }
    if is_full_week(plan.ladder) && trained(planned).any(is_loaded) {
        page.paragraph(
            "Where all of it goes with some to spare: 2 to 5 % more in the next block (practice).",
        );
    }
    page.paragraph(NOTICE);
    page.text
}

/// The day after in one line: its date and its sessions.
#[must_use]
pub fn next_day_text(plan: &Plan, day: Day, width: usize) -> String {
    let planned = &plan.days[day.index()];
    let mut page = Page::new(width);
    let date = day_and_date(day, Some(planned.date));
    page.paragraph(&format!("Tomorrow, {date}: {}", sessions_text(planned)));
    page.text
}

/// What is trained on a day.
fn trained(day: &PlannedDay) -> impl Iterator<Item = &Prescribed> {
    day.sessions.iter().filter_map(|session| session.workout.as_deref()).flat_map(Workout::trained)
}

/// What must not be missed, under the title.
pub(super) fn first_lines(page: &mut Page, plan: &Plan) {
    let first = first(plan);
    if !first.is_empty() {
        page.gap();
    }
    for Said { text, rule } in first {
        page.item(&format!("{text} [{rule}]"));
    }
}

/// The sessions of a day with their blocks.
pub(super) fn day_sessions(page: &mut Page, plan: &Plan, day: &PlannedDay) {
    if let Some(written) = day.written() {
        page.gap();
        page.paragraph(&format!("In the plan: “{}”", one_line(written)));
    }
    for session in &day.sessions {
        page.gap();
        page.paragraph(&climbing_text(plan, session));
        let Some(workout) = &session.workout else { continue };
        for (_, note) in &workout.notes {
            page.indented(&format!("({note})"), "  ");
        }
        for group in groups(workout) {
            group_lines(page, &group);
        }
    }
}

/// Exercises under one heading.
fn group_lines(page: &mut Page, group: &Group) {
    page.indented(&group.head, "  ");
    for exercise in &group.exercises {
        page.wrap(&exercise.text, "    ", "      ");
        if !exercise.cue.is_empty() {
            page.indented(&exercise.cue, "      ");
        }
    }
    if let Some(pause) = &group.pause {
        page.indented(pause, "    ");
    }
}

/// One day in full, for programs: the day as a week has it.
#[must_use]
pub fn day_json(plan: &Plan, day: Day) -> String {
    crate::export::json::day(plan, day)
}
