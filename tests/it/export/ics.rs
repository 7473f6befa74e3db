//! Calendars byte by byte: what RFC 5545 demands and no parser reports, on random weeks; and what happens when one takes
//! the place of another.

use crate::cases;
use crate::random_profiles::weeks;
use chrono::{NaiveDate, NaiveDateTime};
use runplan::cycle::{cycle, last_week};
use runplan::export::ics::replace::replacing;
use runplan::export::{self, Calendar, Options};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::{Outcome, chain, plan_briefly};
use runplan::profile;
use runplan::rules::MONDAY;
use runplan::week::day::{Day, Days};
use std::collections::BTreeSet;

const NAMES: [&str; 5] = [
    "Zoë Äßö",
    "🏃🏽‍♀️ 🏋️ long enough to be folded somewhere in the middle of an emoji 🏃🏽‍♀️🏃🏽‍♀️🏃🏽‍♀️🏃🏽‍♀️",
    "a,b;c\\d",
    "two\nlines",
    "",
];

fn moment(day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, day).and_then(|date| date.and_hms_opt(8, 0, 0)).expect("a moment")
}

fn calendar(request: &Request<'_>, look: &Options) -> Option<String> {
    let Outcome::Week(plan) = plan_briefly(request) else { return None };
    Some((export::format("ics").expect("a format").week)(&plan, look))
}

/// The properties of the events of a calendar, unfolded.
fn lint(text: &str) -> Vec<Vec<(String, String)>> {
    assert!(text.ends_with("\r\n"), "the last line ends too");
    let lines: Vec<&[u8]> = text.as_bytes().split(|byte| *byte == b'\n').collect();
    let mut unfolded: Vec<String> = Vec::new();
    for line in &lines[..lines.len() - 1] {
        let line = line.strip_suffix(b"\r").expect("CRLF everywhere");
        assert!(line.len() <= 75, "{} octets", line.len());
        let line = std::str::from_utf8(line).expect("no character is cut");
        assert!(!line.contains('\r'));
        match line.strip_prefix(' ') {
            Some(more) => unfolded.last_mut().expect("something to go on").push_str(more),
            None => unfolded.push(line.to_owned()),
        }
    }
    assert_eq!(unfolded[..2], ["BEGIN:VCALENDAR", "VERSION:2.0"]);
    assert!(unfolded[2].starts_with("PRODID:"));
    assert_eq!(unfolded.last().map(String::as_str), Some("END:VCALENDAR"));
    let (mut events, mut event) = (Vec::new(), None);
    for line in &unfolded {
        let (name, value) = line.split_once(':').expect("a property");
        match (name, value) {
            ("BEGIN", "VEVENT") => event = Some(Vec::new()),
            ("END", "VEVENT") => events.push(event.take().expect("an event")),
            _ => {
                if let Some(event) = &mut event {
                    event.push((name.to_owned(), value.to_owned()));
                }
            }
        }
        if ["SUMMARY", "DESCRIPTION", "NAME"].contains(&name) {
            let bare = value.replace("\\\\", "").replace("\\,", "").replace("\\;", "").replace("\\n", "");
            assert!(!bare.contains([',', ';', '\\']), "{line} is not escaped");
            assert!(!value.contains(char::is_control));
        }
    }
    let mut uids = BTreeSet::new();
    for event in &events {
        let alarm = event.iter().position(|(name, _)| name == "BEGIN").unwrap_or(event.len());
        for required in ["UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "STATUS", "TRANSP"] {
            assert_eq!(event[..alarm].iter().filter(|(name, _)| name == required).count(), 1, "{required}");
        }
        let value = |wanted: &str| {
            let found =
                event.iter().find(|(name, _)| name == wanted || name.starts_with(&format!("{wanted};")));
            found.map(|(_, value)| value.as_str()).expect("a date")
        };
        assert!(value("DTEND") > value("DTSTART"), "{event:?}");
        assert!(value("DTSTAMP").ends_with('Z'));
        assert!(uids.insert(value("UID").to_owned()), "{} twice", value("UID"));
    }
    events
}

#[test]
fn random_weeks_keep_every_byte_of_the_standard() {
    for (tried, (_, mut plan)) in weeks().take(cases(1_000)).enumerate() {
        plan.runner = Some(NAMES[tried % NAMES.len()].to_owned());
        let look = Options {
            calendar: Calendar {
                one_event_a_day: tried % 3 == 0,
                private: tried % 7 == 0,
                with_written: true,
                alarm: (tried % 2 == 0).then_some(30),
            },
            ..Options::default()
        };
        let events = lint(&(export::format("ics").expect("a format").week)(&plan, &look));
        let sessions: usize = plan.days.iter().map(|day| day.sessions.len()).sum();
        let days = plan.days.iter().filter(|day| !day.sessions.is_empty()).count();
        assert_eq!(events.len(), if look.calendar.one_event_a_day { days } else { sessions });
        if look.calendar.private {
            let told = events.iter().flatten().any(|(name, value)| name == "DESCRIPTION" && value != "Busy");
            assert!(!told, "a private calendar tells nothing");
        }
    }
}

fn amara(block: Days, stamp: NaiveDateTime, weeks: i64) -> String {
    let (node, _) = document::toml(include_str!("../../../examples/shift-worker.toml"), 0);
    let profile = profile::read(&node).expect("a profile");
    let monday = MONDAY + chrono::Duration::weeks(weeks);
    let request = Request::new(profile, monday).with_block(block).check().expect("a request");
    calendar(&request, &Options { stamp, ..Options::default() }).expect("a week")
}

fn value<'e>(event: &'e [(String, String)], wanted: &str) -> &'e str {
    event.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value)
}

/// The start of an event, whichever form it has.
fn starts(event: &[(String, String)]) -> &str {
    event.iter().find(|(name, _)| name.starts_with("DTSTART")).map_or("", |(_, value)| value)
}

#[test]
fn what_did_not_change_stays_what_changed_says_so_and_what_vanished_is_called_off() {
    let first = amara(Days::NONE, moment(22), 0);
    assert_eq!(
        replacing(&first, &amara(Days::NONE, moment(23), 0), moment(23), &[MONDAY]),
        first,
        "byte for byte"
    );
    let [friday, sunday] = [Day::Fri, Day::Sun].map(|day| std::iter::once(day).collect::<Days>());
    let next = replacing(&first, &amara(friday, moment(24), 0), moment(24), &[MONDAY]);
    let events = lint(&next);
    let (off, on): (Vec<_>, Vec<_>) = events.iter().partition(|event| value(event, "STATUS") == "CANCELLED");
    let run = off.iter().find(|event| starts(event).starts_with("20261127")).expect("Friday's run");
    assert!(
        off.iter()
            .all(|event| value(event, "SEQUENCE") == "1" && value(event, "DTSTAMP") == "20261124T080000Z")
    );
    assert!(on.iter().any(|event| value(event, "SEQUENCE") == "0"), "untouched ones stay as they were");
    // What moved keeps its identity, and says that it moved.
    let before = lint(&first);
    let elsewhere = lint(&replacing(&first, &amara(sunday, moment(24), 0), moment(24), &[MONDAY]));
    let moved = elsewhere.iter().filter(|event| {
        let was = before.iter().find(|other| value(other, "UID") == value(event, "UID"));
        was.is_some_and(|was| starts(was) != starts(event)) && value(event, "SEQUENCE") == "1"
    });
    assert!(moved.count() > 0, "Sunday's strength goes elsewhere");
    // Called off once is called off; planned again it comes back with a higher number.
    let again = replacing(&next, &amara(friday, moment(25), 0), moment(25), &[MONDAY]);
    assert_eq!(again, next);
    let back = lint(&replacing(&next, &amara(Days::NONE, moment(25), 0), moment(25), &[MONDAY]));
    let back = back.iter().find(|event| value(event, "UID") == value(run, "UID")).expect("Friday's run");
    assert_eq!((value(back, "STATUS"), value(back, "SEQUENCE")), ("CONFIRMED", "2"));
}

#[test]
fn a_week_without_any_session_calls_off_all_that_was_there() {
    let first = amara(Days::NONE, moment(22), 0);
    for earlier in [first.clone(), first.replace("\r\n", "\n")] {
        let off = lint(&replacing(&earlier, &amara(Days::ALL, moment(23), 0), moment(23), &[MONDAY]));
        assert_eq!(off.len(), lint(&first).len());
        assert!(
            off.iter().all(|event| value(event, "STATUS") == "CANCELLED" && value(event, "SEQUENCE") == "1")
        );
    }
}

#[test]
fn an_event_that_lost_its_status_or_number_elsewhere_is_called_off_all_the_same() {
    let first = amara(Days::NONE, moment(22), 0);
    let bare = |text: &str| -> String {
        let lost = ["STATUS", "SEQUENCE", "LAST-MODIFIED"];
        text.split_inclusive("\r\n").filter(|line| !lost.iter().any(|name| line.starts_with(name))).collect()
    };
    let off = replacing(&bare(&first), &amara(Days::ALL, moment(23), 0), moment(23), &[MONDAY]);
    let events = lint(&off);
    assert_eq!(events.len(), lint(&first).len());
    assert!(
        events.iter().all(|event| value(event, "STATUS") == "CANCELLED" && value(event, "SEQUENCE") == "1")
    );
    assert_eq!(replacing(&off, &amara(Days::ALL, moment(24), 0), moment(24), &[MONDAY]), off, "once");
}

#[test]
fn what_others_put_into_the_file_stays_as_it_is() {
    let dentist = "BEGIN:VEVENT\r\nUID:dentist\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261125T090000\r\n\
                   SUMMARY:Dentist\r\nDESCRIPTION:not BEGIN:VEVENT\r\nCOMMENT:nor END:VEVENT\r\nSTATUS:CONFIRMED\r\n\
                   END:VEVENT\r\n";
    let task = "BEGIN:VTODO\r\nUID:task\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:Tidy up\r\nEND:VTODO\r\n";
    let first = amara(Days::NONE, moment(22), 0);
    let with = first.replace("END:VCALENDAR", &format!("{dentist}{task}END:VCALENDAR"));
    for block in [Days::NONE, Days::ALL] {
        let made = replacing(&with, &amara(block, moment(24), 0), moment(24), &[MONDAY]);
        assert_eq!((made.matches(dentist).count(), made.matches(task).count()), (1, 1));
        assert!(made.ends_with("END:VCALENDAR\r\n"));
    }
}

#[test]
fn other_weeks_of_the_file_stay_and_files_of_others_count_for_nothing() {
    let first = amara(Days::NONE, moment(22), 0);
    let second = amara(Days::NONE, moment(22), 1);
    let after = MONDAY + chrono::Duration::weeks(1);
    let both = lint(&replacing(&first, &second, moment(29), &[after]));
    assert_eq!(both.len(), lint(&first).len() + lint(&second).len());
    assert!(both.iter().all(|event| value(event, "STATUS") == "CONFIRMED"));
    assert_eq!(
        replacing("BEGIN:VCALENDAR\r\nPRODID:-//other//EN\r\n", &second, moment(29), &[MONDAY]),
        second
    );
}

/// The calendar of all weeks to the marathon, and their Mondays; with another run day where one is given.
fn marathon(moved: Option<Day>, stamp: NaiveDateTime) -> (String, Vec<NaiveDate>) {
    let (node, _) = document::toml(include_str!("../../../examples/marathon-plan.toml"), 0);
    let mut profile = profile::read(&node).expect("a profile");
    if let Some(day) = moved {
        profile.runs.days = profile.runs.days.iter().filter(|of| *of != Day::Fri).chain([day]).collect();
    }
    let (first, race) = (profile.plan.start.expect("a start"), profile.race.expect("a race"));
    let request = Request::new(profile, first);
    let cycle = cycle(&chain::weeks(&request, None, first, last_week(race)));
    let text =
        (export::format("ics").expect("a format").cycle)(&cycle, &Options { stamp, ..Options::default() });
    (text, cycle.weeks.iter().map(|week| week.monday).collect())
}

#[test]
fn a_plan_over_itself_has_nothing_twice_and_loses_nothing() {
    let uids = |events: &[Vec<(String, String)>], status: &str| -> BTreeSet<String> {
        let with = events.iter().filter(|event| value(event, "STATUS") == status);
        with.map(|event| value(event, "UID").to_owned()).collect()
    };
    let (first, weeks) = marathon(None, moment(22));
    assert_eq!(replacing(&first, &marathon(None, moment(23)).0, moment(23), &weeks), first, "byte for byte");
    let (moved, _) = marathon(Some(Day::Sat), moment(24));
    let next = replacing(&first, &moved, moment(24), &weeks);
    // `lint` holds that no event is there twice.
    let (before, wanted, now) = (lint(&first), lint(&moved), lint(&next));
    let (before, wanted) = (uids(&before, "CONFIRMED"), uids(&wanted, "CONFIRMED"));
    assert_eq!(uids(&now, "CONFIRMED"), wanted, "all that is planned now");
    assert_eq!(uids(&now, "CANCELLED"), &before - &wanted, "and what vanished is called off");
    assert!(before.difference(&wanted).count() >= 10 && wanted.difference(&before).count() >= 10);
    let back = lint(&replacing(&next, &first, moment(25), &weeks));
    assert_eq!((uids(&back, "CONFIRMED"), uids(&back, "CANCELLED")), (before.clone(), &wanted - &before));
}
