//! Lists of tables in the one-line notation of weeks: times off, fixed sessions and races.

use crate::input::Place;
use crate::input::document::{Entry, Node, Value};
use chrono::{Duration, NaiveDate};

/// The Monday on which every example week starts.
pub const MONDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");

/// Times off, each by its first and last day.
pub(super) fn times_off(times: &str) -> Node<'_> {
    let time = |(from, to)| {
        let entry = |(key, date): (&'static str, _)| Entry {
            key: key.into(),
            place: Place::default(),
            node: text(date),
        };
        Node { value: Value::Table([("from", from), ("to", to)].map(entry).into()), place: Place::default() }
    };
    let times = times.split(',').map(|time| time.split_once("..").unwrap_or((time, time)));
    Node { value: Value::List(times.map(time).collect()), place: Place::default() }
}

/// Fixed sessions, each by its name, its days with a plus between them, and its one date, where it has one.
pub(super) fn fixed_sessions(sessions: &str) -> Result<Node<'_>, String> {
    let mut all = Vec::new();
    for session in sessions.split(',') {
        let (name, rest) = session.split_once('@').ok_or_else(|| format!("`{session}` is not NAME@DAYS"))?;
        let (days, date) = rest.split_once('@').map_or((rest, None), |(days, date)| (days, Some(date)));
        let days = Value::List(days.split('+').map(text).collect());
        let days = Node { value: days, place: Place::default() };
        let dates = date.into_iter().flat_map(|date| [("from", text(date)), ("until", text(date))]);
        let entries = [("name", text(name)), ("days", days)].into_iter().chain(dates);
        let entry = |(key, node): (&'static str, _)| Entry { key: key.into(), place: Place::default(), node };
        all.push(Node { value: Value::Table(entries.map(entry).collect()), place: Place::default() });
    }
    Ok(Node { value: Value::List(all), place: Place::default() })
}

/// Races, each by its priority, its days from Monday, and its distance, where it has one.
pub(super) fn races(races: &str) -> Result<Node<'_>, String> {
    let mut all = Vec::new();
    for race in races.split(',') {
        let (priority, rest) =
            race.split_once('@').ok_or_else(|| format!("`{race}` is not PRIORITY@DAYS"))?;
        let (days, distance) = rest.split_once('@').map_or((rest, None), |(days, of)| (days, Some(of)));
        let entries = [("priority", text(priority)), ("date", days_on(days)?)].into_iter();
        let entries = entries.chain(distance.map(|distance| ("distance", text(distance))));
        let entry = |(key, node): (&'static str, _)| Entry { key: key.into(), place: Place::default(), node };
        all.push(Node { value: Value::Table(entries.map(entry).collect()), place: Place::default() });
    }
    Ok(Node { value: Value::List(all), place: Place::default() })
}

/// The date so many days after the Monday of the week, or before it.
pub(super) fn days_on(days: &str) -> Result<Node<'static>, String> {
    let count: i64 = days.parse().map_err(|_| format!("`{days}` is not a number of days"))?;
    let date = Duration::try_days(count).and_then(|days| MONDAY.checked_add_signed(days));
    let date = date.ok_or_else(|| format!("`{days}` leaves the calendar"))?;
    Ok(Node { value: Value::Date(date), place: Place::default() })
}

/// A word as a value.
pub(super) fn text(word: &str) -> Node<'_> {
    Node { value: Value::Text(word.into()), place: Place::default() }
}
