//! A calendar that takes the place of an earlier one: what did not change stays byte for byte, what changed says so, and
//! what vanished from the weeks that are planned anew is called off, so that calendars that have it take it out.

use crate::export::ics::lines::{PRODID, line, utc};
use crate::week::dates::monday_of;
use crate::week::session::CALENDAR_IDENTITY;
use chrono::{NaiveDate, NaiveDateTime};

/// The start of the name under which this program writes, whatever its version.
const OURS: &str = "-//runplan//";

/// An event as it stands in a file.
struct Written<'t> {
    uid: &'t str,
    /// Its date, as in DTSTART: eight digits.
    date: &'t str,
    text: &'t str,
}

/// Whether this program wrote a calendar: each calendar of the text has its name as PRODID. What an event says of it, or a
/// line that goes on, is no such name.
#[must_use]
pub fn is_own_calendar(text: &str) -> bool {
    let text = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let (mut open, mut calendars, mut named) = (0_usize, 0_usize, 0_usize);
    for line in text.lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let name = name.split(';').next().unwrap_or_default().to_ascii_uppercase();
        match name.trim_start_matches('\u{feff}') {
            "BEGIN" => {
                calendars += usize::from(open == 0);
                open += 1;
            }
            "END" => open = open.saturating_sub(1),
            "PRODID" if open == 1 && value.starts_with(OURS) => named += 1,
            _ => {}
        }
    }
    calendars > 0 && named == calendars
}

/// The new calendar with what an earlier one of ours knows: sequence numbers, and the events that are gone from the
/// `planned` weeks (their Mondays). A text that is not ours is taken for nothing.
#[must_use]
pub fn replacing(earlier: &str, new: &str, stamp: NaiveDateTime, planned: &[NaiveDate]) -> String {
    if !is_own_calendar(earlier) {
        return new.to_owned();
    }
    // Editors and version control may have changed the ends of its lines.
    let earlier = earlier.replace("\r\n", "\n").replace('\n', "\r\n");
    let (old, now) = (events(&earlier), events(new));
    // What others put into the file is theirs.
    let (old, theirs): (Vec<Written<'_>>, Vec<Written<'_>>) =
        old.into_iter().partition(|event| event.uid.ends_with(CALENDAR_IDENTITY));
    let head = new.find("BEGIN:VEVENT").or_else(|| new.find("END:VCALENDAR")).unwrap_or(new.len());
    let mut out = new[..head].to_owned();
    let spoken = |date: &str| monday(date).is_some_and(|monday| planned.contains(&monday));
    for event in &now {
        match old.iter().find(|other| other.uid == event.uid) {
            Some(other) if content(other.text) == content(event.text) => out.push_str(other.text),
            Some(other) => {
                out.push_str(&changed(event.text, sequence(other.text).saturating_add(1), stamp, None));
            }
            None => out.push_str(event.text),
        }
    }
    for event in old.iter().filter(|event| !now.iter().any(|other| other.uid == event.uid)) {
        let off = property(event.text, "STATUS") == Some("CANCELLED");
        if off || !spoken(event.date) {
            out.push_str(event.text);
        } else {
            out.push_str(&changed(
                event.text,
                sequence(event.text).saturating_add(1),
                stamp,
                Some("CANCELLED"),
            ));
        }
    }
    let kept = theirs.iter().map(|event| event.text).chain(others(&earlier));
    out.extend(kept);
    line(&mut out, "END", "VCALENDAR");
    debug_assert!(out.contains(PRODID));
    out
}

/// The Monday of a date of eight digits.
fn monday(date: &str) -> Option<NaiveDate> {
    monday_of(NaiveDate::parse_from_str(date, "%Y%m%d").ok()?)
}

/// The parts of a kind, each with the lines around it; what a text says within a line begins and ends none.
fn parts<'t>(text: &'t str, kind: &str) -> Vec<&'t str> {
    let (begin, end) = (format!("BEGIN:{kind}\r\n"), format!("END:{kind}\r\n"));
    let (mut all, mut open, mut at) = (Vec::new(), None, 0);
    for line in text.split_inclusive('\n') {
        if line == begin {
            open = Some(at);
        }
        at += line.len();
        if line == end {
            all.extend(open.take().map(|start| &text[start..at]));
        }
    }
    all
}

/// The events of a calendar.
fn events(text: &str) -> Vec<Written<'_>> {
    let written = |event| {
        let date = property(event, "DTSTART").or_else(|| property(event, "DTSTART;VALUE=DATE"));
        let date = date.and_then(|date| date.get(..8)).unwrap_or_default();
        Some(Written { uid: property(event, "UID")?, date, text: event })
    };
    parts(text, "VEVENT").into_iter().filter_map(written).collect()
}

/// What stands in a calendar beside events: tasks, time zones.
fn others(text: &str) -> impl Iterator<Item = &str> {
    ["VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"].into_iter().flat_map(move |kind| parts(text, kind))
}

/// The value of a short property; it stands on one line.
fn property<'t>(event: &'t str, name: &str) -> Option<&'t str> {
    event.split("\r\n").find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
}

fn sequence(event: &str) -> u64 {
    property(event, "SEQUENCE").and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// What an event says, without when it was written.
fn content(event: &str) -> Vec<&str> {
    let about_the_file = ["DTSTAMP:", "SEQUENCE:", "LAST-MODIFIED:"];
    event.split("\r\n").filter(|line| !about_the_file.iter().any(|name| line.starts_with(name))).collect()
}

/// An event with a new sequence number and moment, and another status where one is given. What other programs left out
/// of it comes in again: without them no calendar would take the change.
fn changed(event: &str, sequence: u64, stamp: NaiveDateTime, status: Option<&str>) -> String {
    let mut out = String::with_capacity(event.len() + 16);
    let (sequence, stamp) = (sequence.to_string(), utc(stamp));
    let mut left = vec![("SEQUENCE", sequence.as_str()), ("DTSTAMP", &stamp), ("LAST-MODIFIED", &stamp)];
    left.extend(status.map(|status| ("STATUS", status)));
    let all = left.clone();
    for text in event.split_inclusive("\r\n") {
        let name = text.split([':', ';']).next().unwrap_or_default();
        if text == "END:VEVENT\r\n" {
            left.drain(..).for_each(|(name, value)| line(&mut out, name, value));
        }
        left.retain(|(other, _)| *other != name);
        match all.iter().find(|(other, _)| *other == name) {
            Some((name, value)) => line(&mut out, name, value),
            None => out.push_str(text),
        }
    }
    out
}
