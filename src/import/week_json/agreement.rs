//! Whether the dates, starts, loads and totals of a week of this program agree with each other.
//!
//! A session that was moved by hand to another day leaves the loads of both days behind; that is no disagreement, as long as their sum
//! is right.

use crate::input::Problem;
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, Table};
use crate::week::dates::{days_after, iso_week};
use crate::week::day::Day;
use crate::week::kind::Kind;
use crate::week::session::Strength;
use crate::word::Word;
use chrono::{NaiveDate, NaiveTime, Timelike};

/// What the sessions of a week add up to.
#[derive(Default)]
struct Sums {
    run_minutes: u64,
    runs: u64,
    strength: u64,
    legs: u64,
    mobility: u64,
    cross: u64,
    load: u64,
    rest_days: u64,
    hard_days: u64,
}

/// Adds a problem for each number or date that contradicts another; gives the days and starts of sessions that overlap, which may
/// be where one was moved to.
pub(super) fn disagreements(
    reader: &mut Reader,
    top: &Table<'_>,
    monday: Option<NaiveDate>,
) -> Vec<(Day, String)> {
    let mut overlaps = Vec::new();
    let mut sums = Sums::default();
    let (mut loads, mut loads_of_days): (Vec<(String, &Node<'_>, u64, u64)>, u64) = (Vec::new(), 0);
    for (at, day) in reader.items(top, "days").iter().enumerate() {
        let path = format!("days[{at}]");
        let load_node = day.entry("load").map(|entry| &entry.node);
        let day = reader.object(Some(day), &path);
        date_of_week(reader, &day, monday);
        let name = match day.get("day").map(|node| &node.value) {
            Some(Value::Text(name)) => Day::parse(name),
            _ => None,
        };
        let (mut load, mut busy) = (0, Vec::new());
        for (at, session) in reader.items(&day, "sessions").iter().enumerate() {
            let path = format!("{path}.sessions[{at}]");
            let session = reader.object(Some(session), &path);
            sums.add(&session);
            load += load_of(reader, &session);
            let overlap = start_of(reader, &session, &mut busy);
            // A fixed session stands where it stands.
            overlaps.extend(name.zip(overlap).filter(|_| kind_of(&session) != Some(Kind::Fixed)));
        }
        sums.load += load;
        let is =
            |key: &str| u64::from(matches!(day.get(key).map(|node| &node.value), Some(Value::Bool(true))));
        sums.rest_days += is("rest");
        sums.hard_days += is("hard");
        if let Some((node, written)) = load_node.zip(whole(load_node)) {
            loads_of_days += written;
            loads.push((format!("{path}.load"), node, written, load));
        }
    }
    if loads.len() == Day::ALL.len() && loads_of_days != sums.load {
        for (path, node, written, load) in loads.into_iter().filter(|(.., written, load)| written != load) {
            contradicts(reader, path, node, format!("the load is {written}, its sessions make {load}"));
        }
    }
    let totals = reader.object(top.get("totals"), "totals");
    for (key, sum) in sums.by_key() {
        let Some(node) = totals.get(key) else { continue };
        let written = whole(Some(node));
        if written.is_some_and(|written| written != sum) {
            let message = format!("`{key}` is {}, the days make {sum}", written.unwrap_or_default());
            contradicts(reader, totals.path(key), node, message);
        }
    }
    overlaps
}

/// The kind of a session.
fn kind_of(session: &Table<'_>) -> Option<Kind> {
    match session.get("kind").map(|node| &node.value) {
        Some(Value::Text(text)) => Kind::parse(text),
        _ => None,
    }
}

impl Sums {
    /// Adds a session.
    fn add(&mut self, session: &Table<'_>) {
        let text = |key: &str| match session.get(key).map(|node| &node.value) {
            Some(Value::Text(text)) => text.to_string(),
            _ => String::new(),
        };
        match kind_of(session) {
            Some(Kind::Run) => {
                self.runs += 1;
                self.run_minutes += whole(session.get("minutes")).unwrap_or(0);
            }
            Some(Kind::Strength) => {
                self.strength += 1;
                self.legs += u64::from(Strength::parse(&text("type")).is_some_and(Strength::legs));
            }
            Some(Kind::Mobility) => self.mobility += 1,
            Some(Kind::Cross) => self.cross += 1,
            _ => {}
        }
    }

    /// The sums by the keys of `totals`.
    const fn by_key(&self) -> [(&'static str, u64); 9] {
        [
            ("run_minutes", self.run_minutes),
            ("runs", self.runs),
            ("strength", self.strength),
            ("legs", self.legs),
            ("mobility", self.mobility),
            ("cross", self.cross),
            ("load", self.load),
            ("rest_days", self.rest_days),
            ("hard_days", self.hard_days),
        ]
    }
}

/// The date of a day is the one that its week has there.
fn date_of_week(reader: &mut Reader, day: &Table<'_>, monday: Option<NaiveDate>) {
    let Some(node) = day.get("date") else { return };
    let Some(date) = reader.date(day, "date") else { return };
    let name = reader.word::<Day>(day, "day");
    let right = monday.zip(name).and_then(|(monday, day)| days_after(monday, day.index()));
    if let Some(right) = right.filter(|right| *right != date) {
        let message = format!("{date} is not that day of {}, which is {right}", iso_week(right));
        contradicts(reader, day.path("date"), node, message);
    }
}

/// The load of a session: its minutes times its RPE.
fn load_of(reader: &mut Reader, session: &Table<'_>) -> u64 {
    let Some(node) = session.get("load") else { return 0 };
    let Some(load) = whole(Some(node)) else { return 0 };
    if let (Some(minutes), Some(rpe)) = (whole(session.get("minutes")), whole(session.get("rpe")))
        && minutes * rpe != load
    {
        let message = format!("the load is {load}, {minutes} minutes at RPE {rpe} make {}", minutes * rpe);
        contradicts(reader, session.path("load"), node, message);
    }
    load
}

/// A session starts at a time of the day; its start, where it falls within another of the day.
fn start_of(reader: &mut Reader, session: &Table<'_>, busy: &mut Vec<[u64; 2]>) -> Option<String> {
    let node = session.get("start")?;
    let text = reader.text(session, "start")?;
    let Ok(start) = NaiveTime::parse_from_str(&text, "%H:%M") else {
        contradicts(reader, session.path("start"), node, format!("`{text}` is no time of the day"));
        return None;
    };
    let start = u64::from(start.num_seconds_from_midnight() / 60);
    let end = start + whole(session.get("minutes")).unwrap_or(0);
    let overlaps = busy.iter().any(|[from, to]| start < *to && *from < end);
    busy.push([start, end]);
    overlaps.then_some(text)
}

/// The problem of a value that contradicts another.
fn contradicts(reader: &mut Reader, path: String, node: &Node<'_>, message: String) {
    let hint = "mend it, leave it out, or print the week again";
    reader.problems.push(Problem::at(path, &node.place, message).hint(hint));
}

/// A whole number, if it is one.
fn whole(node: Option<&Node<'_>>) -> Option<u64> {
    match node?.value {
        Value::Whole(number) => u64::try_from(number).ok(),
        _ => None,
    }
}
