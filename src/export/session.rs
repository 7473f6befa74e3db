//! One day's sessions as text, to read from a phone in the gym.

use crate::exercise::workout::{Prescribed, Workout};
use crate::export::dates::day_and_date;
use crate::export::format::Options;
use crate::export::gym::{Group, groups, is_loaded, reserve_note, says_rir, summary};
use crate::export::ladder::{climbing_text, is_full_week};
use crate::export::phrases::{Said, first, sessions_text, title};
use crate::plan::{NOTICE, Plan, PlannedDay};
use crate::week::day::Day;
use crate::week::kind::Kind;
use crate::wrap::{Page, columns, one_line};

/// One day for people: in full, or short enough for one screen where there are no cues.
#[must_use]
pub fn day_text(plan: &Plan, day: Day, options: &Options) -> String {
    let planned = &plan.days[day.index()];
    let mut page = Page::new(options.width);
    let date = day_and_date(day, Some(planned.date));
    let both = format!("{date} · {}", title(plan));
    if columns(&both) <= options.width {
        page.paragraph(&both);
    } else {
        page.paragraph(&date);
        if options.cues {
            page.paragraph(&title(plan));
        }
    }
    first_lines(&mut page, plan);
    if let Some(text) = rest_text(plan, planned) {
        page.gap();
        page.paragraph(text);
    }
    if !planned.sessions.is_empty() {
        page.gap();
    }
    if let Some(note) = reserve_note(trained(planned).filter(|of| !options.cues || says_rir(of))) {
        page.paragraph(&note);
    }
    if options.cues {
        day_sessions(&mut page, plan, planned);
    } else {
        short_sessions(&mut page, plan, planned);
    }
    page.gap();
    if is_full_week(plan.ladder) && trained(planned).any(is_loaded) {
        page.paragraph(
            "Where all of it goes with some to spare: 2 to 5 % more in the next block (practice).",
        );
    }
    if !options.cues && trained(planned).next().is_some() {
        page.paragraph(&format!("{NOTICE} `today --full` says how to do each."));
    } else {
        page.paragraph(NOTICE);
    }
    page.text
}

/// What to say of a rest day; `None` for any other.
pub(super) fn rest_text(plan: &Plan, day: &PlannedDay) -> Option<&'static str> {
    day.rest.then(|| {
        if plan.days_off.contains(day.day) {
            "A day off: nothing today."
        } else if !day.sessions.is_empty() {
            "Rest: nothing today but what is yours anyway. It is part of the training."
        } else {
            "Rest: nothing today, not even mobility. It is part of the training."
        }
    })
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

/// The sessions of a day without remarks and how each exercise is done: what is trained line by line, the rest in a few words.
fn short_sessions(page: &mut Page, plan: &Plan, day: &PlannedDay) {
    if let Some(written) = day.written() {
        page.paragraph(&format!("In the plan: “{}”", one_line(written)));
    }
    for session in &day.sessions {
        page.paragraph(&climbing_text(plan, session));
        let Some(workout) = &session.workout else { continue };
        if session.is(Kind::Mobility) {
            page.indented(&summary(workout), "  ");
            continue;
        }
        for group in groups(workout) {
            let pause = group.pause.as_ref().map_or_else(String::new, |pause| format!(" ({pause})"));
            if group.warms {
                let exercises: Vec<&str> = group.exercises.iter().map(|line| line.short.as_str()).collect();
                page.wrap(&format!("{}: {}", group.head, exercises.join(", ")), "  ", "    ");
                continue;
            }
            if let [only] = group.exercises.as_slice() {
                page.wrap(&format!("{}{pause}: {}", group.head, only.brief), "  ", "    ");
                continue;
            }
            page.wrap(&format!("{}{pause}", group.head), "  ", "    ");
            for exercise in &group.exercises {
                page.wrap(&exercise.brief, "    ", "      ");
            }
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
