//! One day's sessions in full: as text to read from a phone in the gym, and as JSON.

use crate::exercise::workout::{Block, Form, Load, Part, Prescribed, Workout};
use crate::export::dates::day_and_date;
use crate::export::ladder::climbing_text;
use crate::export::phrases::{exercise_line, head, minutes, sessions_text};
use crate::plan::{NOTICE, Plan, PlannedDay};
use crate::week::day::Day;
use crate::wrap::Page;

/// One day in full, for people.
#[must_use]
pub fn day_text(plan: &Plan, day: Day, width: usize) -> String {
    let planned = &plan.days[day.index()];
    let mut page = Page::new(width);
    page.paragraph(&day_and_date(day, Some(planned.date)));
    if planned.rest {
        page.gap();
        page.paragraph("Rest: nothing today, not even mobility. It is part of the training.");
    }
    day_sessions(&mut page, plan, planned);
    page.gap();
    if trained(planned).any(|of| of.rir.is_some()) {
        page.paragraph("RIR: repetitions in reserve, how many more you could do.");
    }
    if trained(planned).any(|of| matches!(of.load, Load::Heavy | Load::Moderate)) {
        let step = "Every set at the top of its range with some to spare, two sessions in a row: add 2 to 5 % (practice).";
        page.paragraph(step);
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

/// The sessions of a day with their blocks.
pub(super) fn day_sessions(page: &mut Page, plan: &Plan, day: &PlannedDay) {
    for session in &day.sessions {
        page.gap();
        page.paragraph(&climbing_text(plan, session));
        let Some(workout) = &session.workout else { continue };
        for (_, note) in &workout.notes {
            page.indented(&format!("({note})"), "  ");
        }
        for block in &workout.blocks {
            block_lines(page, block);
        }
    }
}

fn block_lines(page: &mut Page, block: &Block) {
    page.indented(&format!("{} · {}", head(block), minutes(block.seconds())), "  ");
    for (at, of) in block.exercises.iter().enumerate() {
        page.wrap(&exercise_line(block, at), "    ", "      ");
        if block.part != Part::WarmUp && !of.exercise.cue.is_empty() {
            page.indented(&of.exercise.cue, "      ");
        }
    }
    if block.form == Form::Circuit && block.rounds().is_some_and(|rounds| rounds > 1) {
        page.indented("15 s to change over, no other rest", "    ");
    }
}

/// One day in full, for programs: the day as a week has it.
#[must_use]
pub fn day_json(plan: &Plan, day: Day) -> String {
    crate::export::json::day(plan, day)
}
