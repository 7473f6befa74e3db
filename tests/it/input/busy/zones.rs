//! Time zones that a calendar brings along.

use super::{calendar, told};
use runplan::input::busy::{BusyWeek, Zone, read};

/// A zone by its rules, each `kind start from to repeats`.
fn zone(name: &str, rules: &[&str]) -> String {
    let rule = |rule: &&str| {
        let parts: Vec<&str> = rule.split(' ').collect();
        let (kind, repeats) = (parts[0], parts[4..].join("\r\n"));
        format!(
            "BEGIN:{kind}\r\nDTSTART:{}\r\nTZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\n{repeats}{}END:{kind}\r\n",
            parts[1],
            parts[2],
            parts[3],
            if repeats.is_empty() { "" } else { "\r\n" }
        )
    };
    let rules: String = rules.iter().map(rule).collect();
    format!("BEGIN:VTIMEZONE\r\nTZID:{name}\r\n{rules}END:VTIMEZONE\r\n")
}

fn busy(zone: &str, event: &str, home: &str, monday: &str) -> BusyWeek {
    let text = calendar(&[event]).replacen("BEGIN:VEVENT", &format!("{zone}BEGIN:VEVENT"), 1);
    read(&[&text], Zone::find(home).expect("a zone"), monday.parse().expect("a date")).expect("a calendar")
}

/// Outlook writes the rules of a zone from 1601 on.
const BERLIN: &[&str] = &[
    "STANDARD 16011028T030000 +0200 +0100 RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "DAYLIGHT 16010325T020000 +0100 +0200 RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
];
const NEW_YORK: &[&str] = &[
    "STANDARD 16010101T020000 -0400 -0500 RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
    "DAYLIGHT 16010101T020000 -0500 -0400 RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
];
const SYDNEY: &[&str] = &[
    "STANDARD 16010101T030000 +1100 +1000 RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4",
    "DAYLIGHT 16010101T020000 +1000 +1100 RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=10",
];
/// The rules of the United States as they were and are.
const CHANGED: &[&str] = &[
    "DAYLIGHT 19870405T020000 -0500 -0400 RRULE:FREQ=YEARLY;UNTIL=20060402T070000Z;BYMONTH=4;BYDAY=1SU",
    "STANDARD 19671029T020000 -0400 -0500 RRULE:FREQ=YEARLY;UNTIL=20061029T060000Z;BYMONTH=10;BYDAY=-1SU",
    "DAYLIGHT 20070311T020000 -0500 -0400 RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    "STANDARD 20071104T020000 -0400 -0500 RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
];
/// The same, by a program that forgets where the old rules end.
const OPEN: &[&str] = &[
    "DAYLIGHT 20000402T020000 -0500 -0400 RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
    "STANDARD 20001029T020000 -0400 -0500 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "DAYLIGHT 20070311T020000 -0500 -0400 RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    "STANDARD 20071104T020000 -0400 -0500 RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
];
/// Changes that are named one by one.
const LISTED: &[&str] = &[
    "DAYLIGHT 20250330T020000 +0100 +0200 RDATE:20260329T020000,20270328T020000",
    "STANDARD 20251026T030000 +0200 +0100 RDATE:20261025T030000 RDATE:20271031T030000",
];
/// A country that gave its summer time up after 2022.
const GIVEN_UP: &[&str] = &[
    "DAYLIGHT 19960407T020000 -0600 -0500 RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20220403T080000Z",
    "STANDARD 19961027T020000 -0500 -0600 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20221030T070000Z",
];
const NEPAL: &[&str] = &["STANDARD 19700101T000000 +0545 +0545"];
const OLD_COUNT: &[&str] = &[
    "DAYLIGHT 19800406T020000 +0000 +0100 RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;COUNT=10",
    "STANDARD 19800928T030000 +0100 +0000 RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU;COUNT=10",
];

#[test]
fn clocks_of_a_files_own_zones_change_when_their_rules_say() {
    let work = "20260907T060000|DURATION:PT3H|RRULE:FREQ=WEEKLY";
    let old = "20200106T060000|DURATION:PT3H|RRULE:FREQ=WEEKLY";
    for (rules, event, home, monday, wanted) in [
        (
            BERLIN,
            "20260908T060000|DTEND;TZID=Own:20260908T090000",
            "Europe/Berlin",
            "2026-09-07",
            "tue 06:00-09:00",
        ),
        (
            NEW_YORK,
            "20260908T060000|DTEND;TZID=Own:20260908T090000",
            "America/Chicago",
            "2026-09-07",
            "tue 05:00-08:00",
        ),
        (BERLIN, work, "Europe/Berlin", "2026-11-23", "mon 06:00-09:00"),
        (BERLIN, work, "Europe/Berlin", "2027-03-29", "mon 06:00-09:00"),
        (BERLIN, work, "America/New_York", "2026-10-26", "mon 01:00-04:00"),
        (BERLIN, work, "America/New_York", "2026-11-02", "mon 00:00-03:00"),
        (BERLIN, old, "Europe/Berlin", "2031-07-07", "mon 06:00-09:00"),
        (NEW_YORK, work, "America/Chicago", "2027-03-15", "mon 05:00-08:00"),
        (NEW_YORK, work, "Europe/Berlin", "2027-03-15", "mon 11:00-14:00"),
        (NEW_YORK, work, "Europe/Berlin", "2027-03-29", "mon 12:00-15:00"),
        (
            NEW_YORK,
            "19990104T060000|DURATION:PT3H|RRULE:FREQ=WEEKLY",
            "America/New_York",
            "2026-07-06",
            "mon 06:00-09:00",
        ),
        (SYDNEY, work, "Australia/Sydney", "2026-12-07", "mon 06:00-09:00"),
        (SYDNEY, work, "Australia/Sydney", "2027-06-07", "mon 06:00-09:00"),
        (
            SYDNEY,
            "20260105T180000|DURATION:PT1H|RRULE:FREQ=WEEKLY",
            "Europe/Berlin",
            "2026-12-07",
            "mon 08:00-09:00",
        ),
        (
            SYDNEY,
            "20260105T180000|DURATION:PT1H|RRULE:FREQ=WEEKLY",
            "Europe/Berlin",
            "2026-07-06",
            "mon 10:00-11:00",
        ),
        (CHANGED, old, "America/New_York", "2026-03-16", "mon 06:00-09:00"),
        (CHANGED, old, "America/New_York", "2026-11-02", "mon 06:00-09:00"),
        (CHANGED, old, "America/New_York", "2026-10-26", "mon 06:00-09:00"),
        (CHANGED, "20050307T060000|DURATION:PT3H", "America/New_York", "2005-03-07", "mon 06:00-09:00"),
        (CHANGED, "20050321T060000|DURATION:PT3H", "America/New_York", "2005-03-21", "mon 06:00-09:00"),
        (CHANGED, "20060403T060000|DURATION:PT3H", "America/New_York", "2006-04-03", "mon 06:00-09:00"),
        (OPEN, old, "America/New_York", "2026-03-16", "mon 06:00-09:00"),
        (OPEN, old, "America/New_York", "2026-10-26", "mon 06:00-09:00"),
        (OPEN, "20050321T060000|DURATION:PT3H", "America/New_York", "2005-03-21", "mon 06:00-09:00"),
        (LISTED, work, "Europe/Berlin", "2026-10-19", "mon 06:00-09:00"),
        (LISTED, work, "Europe/Berlin", "2026-10-26", "mon 06:00-09:00"),
        (LISTED, work, "Europe/Berlin", "2027-04-05", "mon 06:00-09:00"),
        (LISTED, work, "Europe/Berlin", "2027-11-01", "mon 06:00-09:00"),
        (GIVEN_UP, old, "America/Mexico_City", "2026-07-06", "mon 06:00-09:00"),
        (GIVEN_UP, "20210705T060000|DURATION:PT3H", "America/Mexico_City", "2021-07-05", "mon 06:00-09:00"),
        (GIVEN_UP, "20220704T060000|DURATION:PT3H", "America/Mexico_City", "2022-07-04", "mon 06:00-09:00"),
        (NEPAL, work, "Asia/Kathmandu", "2026-12-07", "mon 06:00-09:00"),
        (NEPAL, work, "UTC", "2026-12-07", "mon 00:15-03:15"),
        (OLD_COUNT, work, "UTC", "2027-06-07", "mon 06:00-09:00"),
        // An hour that the clocks skip, and one that they repeat.
        (BERLIN, "20260329T023000|DURATION:PT15M", "Europe/Berlin", "2026-03-23", "sun 03:30-03:45"),
        (BERLIN, "20261025T023000|DURATION:PT15M", "Europe/Berlin", "2026-10-19", "sun 02:30-02:45"),
        // Ends and exceptions in UTC and in the zone.
        (BERLIN, "20260907T060000|DTEND:20260907T070000Z", "Europe/Berlin", "2026-09-07", "mon 06:00-09:00"),
        (
            BERLIN,
            "20260907T060000|DURATION:PT3H|RRULE:FREQ=WEEKLY|EXDATE:20261123T050000Z",
            "Europe/Berlin",
            "2026-11-23",
            "",
        ),
        (
            BERLIN,
            "20260907T060000|DURATION:PT3H|RRULE:FREQ=WEEKLY;UNTIL=20261123T050000Z",
            "Europe/Berlin",
            "2026-11-23",
            "mon 06:00-09:00",
        ),
        (
            BERLIN,
            "20260907T060000|DURATION:PT3H|RRULE:FREQ=WEEKLY;UNTIL=20261123T045959Z",
            "Europe/Berlin",
            "2026-11-23",
            "",
        ),
    ] {
        let read = busy(&zone("Own", rules), &format!("DTSTART;TZID=Own:{event}"), home, monday);
        assert_eq!(told(&read.busy), wanted, "{event} at {home} in the week from {monday}: {rules:?}");
        assert!(read.unread.is_empty(), "{event}: {:?}", read.unread);
    }
}

#[test]
fn zones_are_known_by_the_names_that_programs_give_them() {
    for (name, wanted) in [
        ("Europe/Berlin", "mon 06:00-07:00"),
        ("\"Europe/Berlin\"", "mon 06:00-07:00"),
        ("W. Europe Standard Time", "mon 06:00-07:00"),
        ("Eastern Standard Time", "mon 12:00-13:00"),
        ("AUS Eastern Standard Time", "sun 20:00-21:00"),
        ("/softwarestudio.org/Olson_20011030_5/Europe/London", "mon 07:00-08:00"),
        ("UTC", "mon 07:00-08:00"),
        ("Etc/UTC", "mon 07:00-08:00"),
        ("GMT", "mon 07:00-08:00"),
        ("UTC+02:00", "mon 05:00-06:00"),
        ("GMT-0500", "mon 12:00-13:00"),
        ("\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"", "mon 06:00-07:00"),
    ] {
        let event = format!("DTSTART;TZID={name}:20261130T060000|DURATION:PT1H");
        let monday = if name.starts_with("AUS") { "2026-11-23" } else { "2026-11-30" };
        let read = busy("", &event, "Europe/Berlin", monday);
        assert_eq!(told(&read.busy), wanted, "{name}");
        assert!(read.unread.is_empty(), "{name}: {:?}", read.unread);
    }
}

#[test]
fn a_zone_that_cannot_be_read_is_said_with_the_event_in_it() {
    let bad_rule =
        &["STANDARD 16011028T030000 +0200 +0100 RRULE:FREQ=YEARLY;BYDAY=SUN;BYMONTH=10", BERLIN[1]];
    let bad_offset =
        &["STANDARD 16011028T030000 +0200 oops RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", BERLIN[1]];
    let bad_start = &["STANDARD oops +0200 +0100 RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"];
    let event = "SUMMARY:Work|DTSTART;TZID=Own:20261123T060000|DURATION:PT3H";
    for (definition, said) in [
        (
            zone("Own", bad_rule),
            "the event `Work` is in the time zone `Own`, whose rules cannot all be read; its hours may be wrong",
        ),
        (
            zone("Own", bad_offset),
            "the event `Work` is in the time zone `Own`, whose rules cannot all be read; its hours may be wrong",
        ),
        (
            zone("Own", bad_start),
            "the event `Work` is in a time zone that is not known, `Own`; its hours count as in yours",
        ),
        (
            zone("Own", &[]),
            "the event `Work` is in a time zone that is not known, `Own`; its hours count as in yours",
        ),
        (
            zone("Other", BERLIN),
            "the event `Work` is in a time zone that is not known, `Own`; its hours count as in yours",
        ),
        (
            String::new(),
            "the event `Work` is in a time zone that is not known, `Own`; its hours count as in yours",
        ),
    ] {
        let read = busy(&definition, event, "Europe/Berlin", "2026-11-23");
        let messages: Vec<_> = read.unread.iter().map(|part| part.message.as_str()).collect();
        assert_eq!(messages, [said], "{definition}");
        assert!(told(&read.busy).starts_with("mon 0"), "it takes time: {definition}");
        // Of another week nothing is said.
        assert!(busy(&definition, event, "Europe/Berlin", "2027-11-22").unread.is_empty());
    }
}

#[test]
fn the_rules_of_zones_have_an_end_too() {
    let many: Vec<String> = (0..2_000)
        .map(|at| {
            format!(
                "STANDARD 1970{:02}{:02}T030000 +0200 +0100 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                at % 12 + 1,
                at % 28 + 1
            )
        })
        .collect();
    let mut rules: Vec<&str> = many.iter().map(String::as_str).collect();
    let event = "DTSTART;TZID=Own:20261130T060000|DURATION:PT3H";
    let read = busy(&zone("Own", &rules), event, "Europe/Berlin", "2026-11-30");
    assert_eq!(told(&read.busy), "mon 06:00-09:00");
    rules.push("DAYLIGHT 19700101T000000 +0100 +0200 RRULE:FREQ=SECONDLY");
    let read = busy(&zone("Own", &rules), event, "Europe/Berlin", "2026-11-30");
    assert!(read.unread[0].message.contains("whose rules cannot all be read"), "{:?}", read.unread);
}
