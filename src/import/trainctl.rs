//! The plan of trainctl, `plan.yaml` or the same as JSON: weeks with dated days, each with at most one `workout` of a `kind` and one
//! `strength`.

use crate::import::days::{DayLog, Location};
use crate::import::measures::MOST_METRES;
use crate::import::plan::ForeignPlan;
use crate::import::weeks;
use crate::import::words::entry::{SessionEntry, SessionKind};
use crate::import::words::read as words;
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, Table};
use crate::input::{Place, Problem};
use crate::week::dates::iso_week;
use crate::week::race::{Distance, Race};
use crate::week::session::{Run, Session, Strength};
use chrono::NaiveDate;

/// The kinds of workout, and the runs that they are. Its hills are relaxed, and count there as no hard day.
const KINDS: [(&str, Run); 8] = [
    ("easy", Run::Easy),
    ("long", Run::Long),
    ("easy_hills", Run::Easy),
    ("quality_intervals", Run::Speed),
    ("quality_continuous", Run::Speed),
    ("sharpener", Run::Speed),
    ("test", Run::Speed),
    ("race", Run::Race),
];

/// Whether a document is such a plan: its goal stands beside its weeks.
pub(super) fn is_one(node: &Node) -> bool {
    node.entry("weeks").is_some() && node.entry("goal").is_some() && node.entry("meta").is_none()
}

/// Reads a plan; `line` gives the line of a place in its text.
pub(super) fn read(
    node: &Node,
    source: usize,
    line: impl Fn(&Place) -> Option<usize>,
) -> Result<ForeignPlan, Vec<Problem>> {
    let mut reader = Reader::default();
    let mut log = DayLog::new(source);
    let top = reader.object(Some(node), "");
    let goal = reader.object(top.get("goal"), "goal");
    let goal_date = reader.date(&goal, "date");
    let distance = kilometres(&goal, "distanceKm").and_then(race_distance);
    let mut numbers: Vec<(NaiveDate, usize, Option<usize>)> = Vec::new();
    for (at, week_node) in reader.items(&top, "weeks").iter().enumerate() {
        let path = format!("weeks[{at}]");
        let week = reader.object(Some(week_node), &path);
        for (nth, day_node) in reader.items(&week, "days").iter().enumerate() {
            let path = format!("{path}.days[{nth}]");
            let day = reader.object(Some(day_node), &path);
            let Some(date) = reader.date(&day, "date") else {
                if day.get("date").is_none() && matches!(day_node.value, Value::Table(_)) {
                    reader.missing(day_node, &day.path("date"), "write it as `date: 2027-02-14`");
                }
                continue;
            };
            let here = Location::day(date, line(&day_node.place));
            numbers.push((date, at + 1, line(&week_node.place)));
            log.mention(date, here.line);
            log_day(&mut reader, &mut log, &day, here);
        }
    }
    log.mention_between();
    if !reader.problems.is_empty() {
        return Err(reader.problems);
    }
    let mut plan = weeks::plan(log, None, true, |monday| {
        let of =
            |(date, ..): &&(NaiveDate, usize, Option<usize>)| (0..7).contains(&(*date - monday).num_days());
        match numbers.iter().find(of) {
            Some((_, number, line)) => (format!("week {number}"), *line),
            None => (iso_week(monday), None),
        }
    })?;
    if let Some(date) = goal_date {
        plan.races.retain(|other| other.date != date);
        plan.races.push(Race::new(date, distance));
    }
    Ok(plan)
}

/// Logs the run and the strength of a day; a day with neither is a day of rest.
fn log_day(reader: &mut Reader, log: &mut DayLog, day: &Table<'_>, at: Location) {
    let Some(date) = at.date else { return };
    for key in ["workout", "strength"] {
        if day.get(key).is_none() {
            continue;
        }
        let path = day.path(key);
        let session = reader.object(day.get(key), &path);
        let Some(kind) = reader.text(&session, "kind") else {
            if let (None, Some(node)) = (session.get("kind"), day.get(key)) {
                reader.missing(node, &session.path("kind"), "say what is done, such as `kind: easy`");
            }
            continue;
        };
        let (entry, text) = if key == "strength" {
            let minutes = length(log, &session, "durationMin", at, 24.0 * 60.0);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let minutes = minutes.map(|minutes| minutes.round() as u16);
            let what = SessionKind::Placed(Session::Strength(Strength::Full));
            (SessionEntry { what, minutes, metres: None, bare: None }, format!("{kind} strength"))
        } else {
            let Some((_, run)) = KINDS.iter().find(|(name, _)| *name == kind) else {
                unknown(reader, &session, &kind);
                continue;
            };
            let what = match run {
                Run::Race => SessionKind::Race(race_of(&session)),
                run => SessionKind::Placed(Session::Run(*run)),
            };
            let kilometres = length(log, &session, "distanceKm", at, f64::from(MOST_METRES) / 1000.0);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let metres = kilometres.map(|kilometres| (kilometres * 1000.0).round() as u32);
            let length = kilometres.map_or_else(String::new, |number| format!(" {number} km"));
            (
                SessionEntry { what, minutes: None, metres, bare: None },
                format!("{}{length}", kind.replace('_', " ")),
            )
        };
        log.add(date, entry);
        log.add_text(date, &text);
    }
}

/// The race distance that the segments of a race tell: `RACE: 10 KM.`
fn race_of(workout: &Table<'_>) -> Option<Distance> {
    let Value::List(segments) = &workout.get("segments")?.value else { return None };
    segments.iter().find_map(|segment| match &segment.entry("description")?.node.value {
        Value::Text(text) => words(text).entries.iter().find_map(|entry| match entry.what {
            SessionKind::Race(distance) => distance,
            _ => None,
        }),
        _ => None,
    })
}

/// The problem of a kind of workout that is not known.
fn unknown(reader: &mut Reader, workout: &Table<'_>, kind: &str) {
    let place = workout.get("kind").map(|node| node.place.clone()).unwrap_or_default();
    let known = crate::input::reader::list(KINDS.iter().map(|(name, _)| *name));
    let problem = Problem::at(workout.path("kind"), &place, format!("`{kind}` is no kind of workout"));
    reader.problems.push(problem.hint(format!("use one of {known}")));
}

/// A length of a session; what none can have is left out, with a remark.
fn length(log: &mut DayLog, session: &Table<'_>, key: &str, at: Location, most: f64) -> Option<f64> {
    session.get(key)?;
    let number = kilometres(session, key).filter(|number| (0.0..=most).contains(number));
    if number.is_none() {
        let message = format!("the `{key}` of the day is not understood, and left out");
        log.warn("length-not-read", at, message, "write it as a number, such as 8");
    }
    number.filter(|number| *number > 0.0)
}

/// A number of a key, if it is one.
fn kilometres(table: &Table<'_>, key: &str) -> Option<f64> {
    match table.get(key)?.value {
        #[allow(clippy::cast_precision_loss)]
        Value::Whole(number) => Some(number as f64),
        Value::Number(number) => Some(number),
        _ => None,
    }
}

/// The race distance of so many kilometres.
fn race_distance(kilometres: f64) -> Option<Distance> {
    words(&format!("{kilometres:.3} km race")).entries.iter().find_map(|entry| match entry.what {
        SessionKind::Race(distance) => distance,
        _ => None,
    })
}
