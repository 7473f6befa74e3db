//! The plan JSON of claude-coach: weeks with dated days, each with workouts that carry `sport`, `type` and
//! `durationMinutes`.

use super::gather::Gather;
use super::words::{Entry, What, read as words};
use super::{WrittenPlan, iso_week};
use crate::document::{Node, Value};
use crate::problem::Problem;
use crate::race::Race;
use crate::reader::{Reader, Table};
use crate::session::Run;
use chrono::NaiveDate;

/// Reads a plan.
pub(super) fn read(node: &Node, source: usize) -> Result<WrittenPlan, Vec<Problem>> {
    let mut reader = Reader::default();
    let mut gather = Gather::new(source);
    let top = reader.object(Some(node), "");
    let meta = reader.object(top.get("meta"), "meta");
    let runner = reader.text(&meta, "athlete");
    let event = reader.text(&meta, "event").unwrap_or_default();
    let race = reader.date(&meta, "eventDate");
    let mut numbers: Vec<(NaiveDate, String)> = Vec::new();
    for (at, week) in list(top.get("weeks")).iter().enumerate() {
        let path = format!("weeks[{at}]");
        let week = reader.object(Some(week), &path);
        let number = match week.get("weekNumber").map(|node| &node.value) {
            Some(Value::Whole(number)) => number.to_string(),
            _ => (at + 1).to_string(),
        };
        for (at, day) in list(week.get("days")).iter().enumerate() {
            let path = format!("{path}.days[{at}]");
            let day = reader.object(Some(day), &path);
            let Some(date) = reader.date(&day, "date") else {
                if day.get("date").is_none() {
                    reader.missing(node, &day.path("date"), "write it as `\"date\": \"2027-02-14\"`");
                }
                continue;
            };
            numbers.push((date, number.clone()));
            gather.tell(date, None);
            for (at, workout) in list(day.get("workouts")).iter().enumerate() {
                let path = format!("{path}.workouts[{at}]");
                let workout = reader.object(Some(workout), &path);
                session(&mut reader, &mut gather, &workout, date);
            }
        }
    }
    gather.tell_all();
    if !reader.problems.is_empty() {
        return Err(reader.problems);
    }
    let mut plan = gather.plan(runner, true, |_, monday| {
        let of = |(date, _): &&(NaiveDate, String)| (0..7).contains(&(*date - monday).num_days());
        let number = numbers.iter().find(of).map(|(_, number)| format!("week {number}"));
        (number.unwrap_or_else(|| iso_week(monday)), None)
    })?;
    if let Some(date) = race {
        // The event's own name says its distance; a race on the same day in the plan is this one.
        let distance = words(&format!("{event} race")).entries.iter().find_map(|entry| match entry.what {
            What::Race(distance) => distance,
            _ => None,
        });
        plan.races.retain(|other| other.date != date);
        plan.races.push(Race { date, distance });
    }
    Ok(plan)
}

/// One workout: by its sport and type, and by the words of its name where they say more.
fn session(reader: &mut Reader, gather: &mut Gather, workout: &Table<'_>, date: NaiveDate) {
    let sport = reader.text(workout, "sport").unwrap_or_default();
    let kind = reader.text(workout, "type").unwrap_or_default();
    let name = reader.text(workout, "name").unwrap_or_else(|| format!("{sport} {kind}"));
    let minutes = number(workout.get("durationMinutes")).filter(|minutes| *minutes > 0);
    let metres = number(workout.get("distanceMeters")).filter(|metres| *metres > 0);
    let minutes = minutes.and_then(|minutes| u16::try_from(minutes).ok());
    let by_words = |text: &str| words(text).entries.into_iter().map(|entry| entry.what).next();
    let what = match sport.as_str() {
        "rest" => Some(What::Rest),
        "swim" | "bike" => Some(What::Cross),
        "race" => Some(
            by_words(&format!("{name} race"))
                .filter(|what| matches!(what, What::Race(_)))
                .unwrap_or(What::Race(None)),
        ),
        "strength" => match by_words(&format!("strength {name}")) {
            Some(What::Strength(kind)) => Some(What::Strength(kind)),
            _ => Some(What::Strength(None)),
        },
        "run" | "brick" => match by_words(&format!("{kind} run")) {
            Some(What::Rest) | None => Some(What::Run(Run::Easy)),
            Some(what) => Some(what),
        },
        _ => by_words(&format!("{kind} {name}")),
    };
    let Some(what) = what else {
        let message = format!("`{name}` ({sport}, {kind}) is not recognised, and left out");
        gather.say(date, &name);
        gather.remark(
            "not-recognised",
            None,
            Some(date),
            message,
            "use a sport that is known: run, strength, swim, bike, brick, race or rest",
        );
        return;
    };
    let text = minutes.map_or_else(|| name.clone(), |minutes| format!("{name} {minutes} min"));
    gather.add(
        date,
        None,
        Entry { what, minutes, metres: if minutes.is_none() { metres } else { None } },
        &text,
    );
}

fn list(node: Option<&Node>) -> &[Node] {
    match node.map(|node| &node.value) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

fn number(node: Option<&Node>) -> Option<u32> {
    match node.map(|node| &node.value) {
        Some(Value::Whole(number)) => u32::try_from(*number).ok(),
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Some(Value::Number(number)) if (0.0..1e6).contains(number) => Some(number.round() as u32),
        _ => None,
    }
}
