//! The plan JSON of claude-coach: weeks with dated days, each with workouts that carry `sport`, `type` and
//! `durationMinutes`.

use crate::import::days::{DayLog, Location};
use crate::import::measures::{MOST_METRES, MOST_MINUTES};
use crate::import::plan::ForeignPlan;
use crate::import::weeks;
use crate::import::words::entry::{SessionEntry, SessionKind};
use crate::import::words::read as words;
use crate::input::Problem;
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, Table};
use crate::week::dates::iso_week;
use crate::week::race::Race;
use crate::week::session::{Run, Session};
use chrono::NaiveDate;

/// Whether a document is a plan of claude-coach: its weeks have days.
pub(super) fn is_one(node: &Node) -> bool {
    let Some(weeks) = node.entry("weeks") else { return false };
    let Value::List(weeks) = &weeks.node.value else { return true };
    weeks.is_empty() || weeks.iter().any(|week| week.entry("days").is_some())
}

/// Reads a plan of claude-coach.
pub(super) fn read(node: &Node, source: usize) -> Result<ForeignPlan, Vec<Problem>> {
    let mut reader = Reader::default();
    let mut log = DayLog::new(source);
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
            log.mention(date, None);
            for (at, workout) in reader.items(&day, "workouts").iter().enumerate() {
                let path = format!("{path}.workouts[{at}]");
                let workout = reader.object(Some(workout), &path);
                log_workout(&mut reader, &mut log, &workout, date);
            }
        }
    }
    log.mention_between();
    if !reader.problems.is_empty() {
        return Err(reader.problems);
    }
    let mut plan = weeks::plan(log, runner, true, |monday| {
        let of = |(date, _): &&(NaiveDate, String)| (0..7).contains(&(*date - monday).num_days());
        let number = numbers.iter().find(of).map(|(_, number)| format!("week {number}"));
        (number.unwrap_or_else(|| iso_week(monday)), None)
    })?;
    if let Some(date) = race {
        // The event's own name says its distance; a race on the same day in the plan is this one.
        let distance = words(&format!("{event} race")).entries.iter().find_map(|entry| match entry.what {
            SessionKind::Race(distance) => distance,
            _ => None,
        });
        plan.races.retain(|other| other.date != date);
        plan.races.push(Race::new(date, distance));
    }
    Ok(plan)
}

/// Logs one workout: by its sport and type, and by the words of its name where they say more.
fn log_workout(reader: &mut Reader, log: &mut DayLog, workout: &Table<'_>, date: NaiveDate) {
    let sport = reader.text(workout, "sport").unwrap_or_default();
    let kind = reader.text(workout, "type").unwrap_or_default().replace('_', " ");
    let name = reader.text(workout, "name").unwrap_or_else(|| format!("{sport} {kind}"));
    let mut length = |key: &str, most: u32| {
        let node = workout.get(key)?;
        let number = number(Some(node)).filter(|number| *number <= most);
        if number.is_none() {
            let message = format!("the `{key}` of `{name}` is not understood, and left out");
            log.warn(
                "length-not-read",
                Location::day(date, None),
                message,
                "write it as a whole number, such as 40",
            );
        }
        number.filter(|number| *number > 0)
    };
    let minutes =
        length("durationMinutes", MOST_MINUTES.into()).and_then(|minutes| u16::try_from(minutes).ok());
    let metres = length("distanceMeters", MOST_METRES);
    let sessions = sessions(&sport, &kind, &name);
    if sessions.is_empty() {
        let message = format!("`{name}` ({sport}, {kind}) is not recognised, and left out");
        let hint = "use a sport that is known: run, strength, swim, bike, brick, race or rest";
        log.add_text(date, &name);
        log.warn("not-recognised", Location::day(date, None), message, hint);
        return;
    }
    let text = minutes.map_or_else(|| name.clone(), |minutes| format!("{name} {minutes} min"));
    log.add_text(date, &text);
    // The length is that of the first; what its name adds comes without one.
    let metres = metres.filter(|_| minutes.is_none());
    for (at, what) in sessions.into_iter().enumerate() {
        let minutes = match at {
            0 => minutes,
            _ => what.is_run().then_some(0),
        };
        let metres = metres.filter(|_| at == 0 || what.is_run());
        log.add(date, SessionEntry { what, minutes, metres, bare: None });
    }
}

/// The sessions of a workout by its sport, type and name; none where nothing is recognised.
fn sessions(sport: &str, kind: &str, name: &str) -> Vec<SessionKind> {
    match sport {
        "rest" | "swim" | "bike" => kinds(sport),
        "race" => {
            let race =
                kinds(&format!("{name} race")).into_iter().find(|what| matches!(what, SessionKind::Race(_)));
            vec![race.unwrap_or(SessionKind::Race(None))]
        }
        "strength" => gym(kind, name),
        "run" | "brick" => {
            let mut all = kinds(&format!("{} run", kind.replace("longrun", "long")));
            all.extend(kinds(name));
            all.retain(|what| *what != SessionKind::Rest);
            if !all.iter().any(|what| what.is_run()) {
                all.push(SessionKind::Placed(Session::Run(Run::Easy)));
            }
            all
        }
        _ => [name, kind, sport].into_iter().map(kinds).find(|all| !all.is_empty()).unwrap_or_default(),
    }
}

/// The kinds of session that a text speaks of.
fn kinds(text: &str) -> Vec<SessionKind> {
    words(text).entries.into_iter().map(|entry| entry.what).collect()
}

/// The sessions of a strength workout by its type, `upper_body`, and its name; strength of a kind that is said wins.
fn gym(kind: &str, name: &str) -> Vec<SessionKind> {
    let all = [kinds(kind), kinds(name)].concat();
    let exact = all.iter().find(|what| what.is_strength() && **what != SessionKind::Strength);
    let mobility = all.iter().find(|what| **what == SessionKind::Placed(Session::Mobility));
    // "Light Mobility" trains no legs, though its sport is strength.
    let named = kinds(name);
    let is_mobility = mobility.is_some() && !named.is_empty() && !named.iter().any(|what| what.is_strength());
    let strength = exact.or_else(|| all.iter().find(|what| what.is_strength()).filter(|_| !is_mobility));
    let mut sessions: Vec<SessionKind> = strength.into_iter().chain(mobility).copied().collect();
    if sessions.is_empty() {
        sessions.push(SessionKind::Strength);
    }
    sessions
}

/// A number of the document as a whole, if it is one.
fn number(node: Option<&Node>) -> Option<u32> {
    match node.map(|node| &node.value) {
        Some(Value::Whole(number)) => u32::try_from(*number).ok(),
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Some(Value::Number(number)) if (0.0..1e6).contains(number) => Some(number.round() as u32),
        _ => None,
    }
}
