//! The plan JSON of claude-coach: weeks with dated days, each with workouts that carry `sport`, `type` and
//! `durationMinutes`.

use super::{WrittenPlan, iso_week};
use crate::import::days::Gather;
use crate::import::words::{Entry, What, read as words};
use crate::input::Problem;
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, Table};
use crate::week::race::Race;
use crate::week::session::Run;
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
    for (at, week) in reader.items(&top, "weeks").iter().enumerate() {
        let path = format!("weeks[{at}]");
        let week = reader.object(Some(week), &path);
        let number = match week.get("weekNumber").map(|node| &node.value) {
            Some(Value::Whole(number)) => number.to_string(),
            _ => (at + 1).to_string(),
        };
        for (at, day) in reader.items(&week, "days").iter().enumerate() {
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
            for (at, workout) in reader.items(&day, "workouts").iter().enumerate() {
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
    let kind = reader.text(workout, "type").unwrap_or_default().replace('_', " ");
    let name = reader.text(workout, "name").unwrap_or_else(|| format!("{sport} {kind}"));
    let minutes = number(workout.get("durationMinutes")).filter(|minutes| *minutes > 0);
    let metres = number(workout.get("distanceMeters")).filter(|metres| *metres > 0);
    let minutes = minutes.and_then(|minutes| u16::try_from(minutes).ok());
    let known = |text: &str| words(text).entries;
    let mut sessions = match sport.as_str() {
        "rest" => vec![What::Rest],
        "swim" | "bike" => vec![What::Cross],
        "race" => {
            let race = known(&format!("{name} race")).into_iter().map(|entry| entry.what);
            vec![race.into_iter().find(|what| matches!(what, What::Race(_))).unwrap_or(What::Race(None))]
        }
        "strength" => gym(&kind, &name),
        "run" | "brick" => {
            let named = known(&name).into_iter().map(|entry| entry.what);
            let typed = known(&format!("{} run", kind.replace("longrun", "long")))
                .into_iter()
                .map(|entry| entry.what);
            typed.chain(named).filter(|what| *what != What::Rest).collect()
        }
        _ => {
            let all = [&name, &kind, &sport];
            let said = all.iter().map(|text| known(text)).find(|entries| !entries.is_empty());
            said.unwrap_or_default().into_iter().map(|entry| entry.what).collect()
        }
    };
    if matches!(sport.as_str(), "run" | "brick") && !sessions.iter().any(|what| is_run(*what)) {
        sessions.push(What::Run(Run::Easy));
    }
    if sessions.is_empty() {
        let message = format!("`{name}` ({sport}, {kind}) is not recognised, and left out");
        gather.say(date, &name);
        gather.warn(
            "not-recognised",
            None,
            Some(date),
            message,
            "use a sport that is known: run, strength, swim, bike, brick, race or rest",
        );
        return;
    }
    let text = minutes.map_or_else(|| name.clone(), |minutes| format!("{name} {minutes} min"));
    gather.say(date, &text);
    // The length is that of the first; what its name adds comes without one.
    let metres = metres.filter(|_| minutes.is_none());
    for (at, what) in sessions.into_iter().enumerate() {
        let first = at == 0 || is_run(what);
        let entry =
            Entry { what, minutes: minutes.filter(|_| first), metres: metres.filter(|_| first), bare: None };
        gather.add(
            date,
            Entry { minutes: if at > 0 { Some(0).filter(|_| is_run(what)) } else { entry.minutes }, ..entry },
        );
    }
}

/// What a strength workout is by its type, `upper_body`, and its name; strength of a kind that is said wins.
fn gym(kind: &str, name: &str) -> Vec<What> {
    let all: Vec<What> =
        [kind, name].into_iter().flat_map(|text| words(text).entries).map(|entry| entry.what).collect();
    let strength = |what: &&What| matches!(what, What::Strength(_));
    let said =
        all.iter().find(|what| matches!(what, What::Strength(Some(_)))).or_else(|| all.iter().find(strength));
    let mut sessions: Vec<What> = said.copied().into_iter().collect();
    sessions.extend(all.iter().find(|what| **what == What::Mobility));
    if sessions.is_empty() {
        sessions.push(What::Strength(None));
    }
    sessions
}

fn is_run(what: What) -> bool {
    matches!(what, What::Run(_) | What::Race(_))
}

fn number(node: Option<&Node>) -> Option<u32> {
    match node.map(|node| &node.value) {
        Some(Value::Whole(number)) => u32::try_from(*number).ok(),
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Some(Value::Number(number)) if (0.0..1e6).contains(number) => Some(number.round() as u32),
        _ => None,
    }
}
