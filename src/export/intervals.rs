//! The week for the calendar of intervals.icu: the array that its call for many events takes, each event once however often it
//! is sent.
//!
//! The program has no network and knows no key: it writes what the runner sends. A run is one step of the site's own workout
//! text, since how it is run is the runner's; strength is prose, for the site has no steps for it.

use crate::explain::day::{PlannedDay, PlannedSession};
use crate::export::format::{Format, Options};
use crate::export::gym::groups;
use crate::export::ladder::place;
use crate::export::phrases::{capital, fixed_name};
use crate::plan::{NOTICE, Plan};
use crate::profile::TuneUp;
use crate::week::hours::hh_mm;
use crate::week::race::Priority;
use crate::week::session::{Run, Session};
use crate::wrap::{json_escaped, one_line};
use serde::Serialize;
use std::fmt::Write as _;

pub(super) const FORMAT: Format = Format {
    name: "intervals",
    ending: "intervals.json",
    summary: "an event a session, for the calendar of intervals.icu",
    week: |plan, options| events(&[plan], options),
    cycle: |cycle, options| events(&cycle.plans().collect::<Vec<_>>(), options),
    replan: |replan, options| events(&replan.weeks(), options),
    day: None,
    refusal: None,
};

/// Begins the identity of each event: the site compares them among those of one program.
pub(super) const IDENTITY: &str = "runplan/";

/// An event as the site takes it.
#[derive(Serialize)]
struct Event {
    external_id: String,
    category: &'static str,
    #[serde(rename = "type")]
    sport: &'static str,
    name: String,
    start_date_local: String,
    moving_time: u32,
    description: String,
}

/// The events of some weeks as one array.
fn events(plans: &[&Plan], options: &Options) -> String {
    let is_shown = |session: &&PlannedSession| session.source.is_none() || options.calendar.with_written;
    let all = plans.iter().flat_map(|plan| plan.days.iter().map(move |day| (*plan, day)));
    let events: Vec<Event> = all
        .flat_map(|(plan, day)| {
            day.sessions.iter().filter(is_shown).map(move |session| event(plan, day, session))
        })
        .collect();
    // Texts and numbers only, so writing cannot fail.
    let text = serde_json::to_string_pretty(&events).unwrap_or_default() + "\n";
    json_escaped(&text).into_owned()
}

fn event(plan: &Plan, day: &PlannedDay, session: &PlannedSession) -> Event {
    let start = session.start.map_or_else(|| "00:00".to_owned(), hh_mm);
    Event {
        external_id: format!("{IDENTITY}{}", session.id),
        category: category(session),
        sport: match session.session {
            Session::Run(_) | Session::Second => "Run",
            Session::Strength(_) => "WeightTraining",
            _ => "Workout",
        },
        name: name(session),
        start_date_local: format!("{}T{start}:00", day.date),
        moving_time: u32::from(session.minutes) * 60,
        description: description(plan, session),
    }
}

fn category(session: &PlannedSession) -> &'static str {
    let priority = session.tune_up.as_deref().map(|of| of.race.priority);
    match (session.session, priority) {
        (Session::Run(Run::Race), Some(Priority::B)) => "RACE_B",
        (Session::Run(Run::Race), Some(Priority::C)) => "RACE_C",
        (Session::Run(Run::Race), _) => "RACE_A",
        _ => "WORKOUT",
    }
}

/// What it is called; its minutes stand beside it.
fn name(session: &PlannedSession) -> String {
    match session.session {
        Session::Run(Run::Race) => {
            let own = session.tune_up.as_deref().and_then(|TuneUp { name, .. }| name.as_deref());
            own.map_or_else(|| "Race".to_owned(), one_line)
        }
        Session::Strength(strength) if session.source.is_some() => format!("Strength, {strength}"),
        Session::Strength(strength) => format!("Strength, {strength}, {}", session.class),
        Session::Other(_) => capital(&fixed_name(session)),
        other => capital(other.name()),
    }
}

/// What the site shows of it. No line of prose may begin with a hyphen: it would be read as a step.
fn description(plan: &Plan, session: &PlannedSession) -> String {
    let mut out = String::new();
    if let Some(place) = place(plan, session) {
        let _ = writeln!(out, "{}\n", capital(&place));
    }
    if let Some(source) = session.source.as_ref().filter(|source| !source.text.is_empty()) {
        let _ = writeln!(out, "In the plan: {}\n", one_line(&source.text));
    }
    if let Some(effort) = effort(session.session) {
        let _ = writeln!(out, "Effort {} of 10\n\n- {effort} {}m\n", session.rpe, session.minutes);
    }
    for group in session.workout.iter().flat_map(|workout| groups(workout)) {
        let _ = writeln!(out, "{}", group.head);
        for exercise in group.exercises {
            let _ = writeln!(out, "• {}", exercise.text);
        }
        if let Some(pause) = group.pause {
            let _ = writeln!(out, "{pause}");
        }
        out.push('\n');
    }
    out + NOTICE
}

/// The words of a run's step, without digits: those would be its time. A race is no workout.
const fn effort(session: Session) -> Option<&'static str> {
    match session {
        Session::Run(Run::Easy) | Session::Second => Some("Easy"),
        Session::Run(Run::Long) => Some("Long, easy"),
        Session::Run(Run::Speed) => Some("Speed, hard in parts"),
        Session::Run(Run::ShakeOut) => Some("Shake-out, very easy"),
        _ => None,
    }
}
