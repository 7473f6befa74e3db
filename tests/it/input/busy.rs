//! What calendars take of a week, and what a plan makes of it.

mod faults;
mod series;
mod zones;

use runplan::facts::request::Request;
use runplan::input::busy::{BusyWeek, Zone, read};
use runplan::input::document;
use runplan::plan::{Outcome, plan};
use runplan::profile;
use runplan::rules::MONDAY;
use runplan::week::hours::{Busy, Time, Window, hh_mm};

fn calendar(events: &[&str]) -> String {
    let events = events.iter().enumerate().map(|(at, event)| {
        let event = event.replace('|', "\r\n");
        let uid = if event.contains("UID:") { String::new() } else { format!("UID:{at}@busy.invalid\r\n") };
        format!("BEGIN:VEVENT\r\n{uid}{event}\r\nEND:VEVENT\r\n")
    });
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n", events.collect::<String>())
}

fn busy(events: &[&str]) -> BusyWeek {
    let zone = Zone::find("Europe/Berlin").expect("a zone");
    read(&[&calendar(events)], zone, MONDAY).expect("a calendar")
}

/// The week in one line: `mon 09:00-10:00; tue …`.
fn told(busy: &Busy) -> String {
    let window = |window: &Window| format!("{}-{}", hh_mm(window.from), hh_mm(window.to));
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().zip(&busy.0);
    let days = days
        .filter(|(_, windows)| !windows.is_empty())
        .map(|(day, windows)| format!("{day} {}", windows.iter().map(window).collect::<Vec<_>>().join(" ")));
    days.collect::<Vec<_>>().join("; ")
}

#[test]
fn events_take_the_time_that_they_have_on_the_runners_clocks() {
    for (events, wanted) in [
        (&["DTSTART:20261123T090000|DTEND:20261123T100000"][..], "mon 09:00-10:00"),
        (&["DTSTART:20261123T090000Z|DTEND:20261123T100000Z"], "mon 10:00-11:00"),
        (&["DTSTART;TZID=America/New_York:20261124T120000|DURATION:PT90M"], "tue 18:00-19:30"),
        (&["DTSTART;TZID=Eastern Standard Time:20261124T120000|DURATION:PT90M"], "tue 18:00-19:30"),
        // Over midnight, over the end of the week, for whole days.
        (&["DTSTART:20261125T230000|DTEND:20261126T010000"], "wed 23:00-24:00; thu 00:00-01:00"),
        (&["DTSTART:20261129T220000|DTEND:20261130T090000"], "sun 22:00-24:00"),
        (&["DTSTART;VALUE=DATE:20261127|DTEND;VALUE=DATE:20261128"], "fri 00:00-24:00"),
        (&["DTSTART;VALUE=DATE:20261127"], "fri 00:00-24:00"),
        (&["DTSTART;VALUE=DATE:20261127|DTEND;VALUE=DATE:20261127"], "fri 00:00-24:00"),
        (&["DTSTART:20261109T090000|DURATION:PT1H|RRULE:FREQ=WEEKLY|EXDATE;VALUE=DATE:20261123"], ""),
        // What touches is one.
        (
            &[
                "DTSTART:20261123T090000|DTEND:20261123T100000",
                "DTSTART:20261123T094500|DTEND:20261123T110000",
            ],
            "mon 09:00-11:00",
        ),
        // Free, called off, ours, without an end.
        (&["DTSTART:20261123T090000|DTEND:20261123T100000|TRANSP:TRANSPARENT"], ""),
        (&["DTSTART:20261123T090000|DTEND:20261123T100000|STATUS:CANCELLED"], ""),
        (&["UID:20261123-1@runplan.invalid|DTSTART:20261123T090000|DTEND:20261123T100000"], ""),
        (&["DTSTART:20261123T090000"], ""),
        // Series: the last day is in, whichever way it is written; a day left out, in another zone.
        (&["DTSTART:20201123T090000|DTEND:20201123T100000|RRULE:FREQ=DAILY;INTERVAL=7"], "mon 09:00-10:00"),
        (
            &[
                "DTSTART;TZID=Europe/Berlin:20261109T090000|DURATION:PT1H|RRULE:FREQ=WEEKLY;UNTIL=20261123T080000Z",
            ],
            "mon 09:00-10:00",
        ),
        (
            &["DTSTART;TZID=Europe/Berlin:20261109T090000|DURATION:PT1H|RRULE:FREQ=WEEKLY;UNTIL=20261123"],
            "mon 09:00-10:00",
        ),
        (
            &[
                "DTSTART;TZID=Europe/Berlin:20261109T090000|DURATION:PT1H|RRULE:FREQ=WEEKLY|EXDATE:20261123T080000Z",
            ],
            "",
        ),
    ] {
        assert_eq!(told(&busy(events).busy), wanted, "{events:?}");
    }
}

#[test]
fn a_moved_occurrence_belongs_to_its_series_whatever_its_version() {
    let series =
        "UID:a|SEQUENCE:1|DTSTART;TZID=Europe/Berlin:20261109T090000|DURATION:PT1H|RRULE:FREQ=WEEKLY";
    let other = "UID:b|SEQUENCE:3|DTSTART;TZID=Europe/Berlin:20261109T090000|DURATION:PT2H|RRULE:FREQ=WEEKLY";
    let moved = "UID:a|SEQUENCE:3|RECURRENCE-ID:20261123T080000Z|DTSTART;TZID=Europe/Berlin:20261124T120000|DURATION:PT1H";
    assert_eq!(told(&busy(&[series, moved]).busy), "tue 12:00-13:00");
    assert_eq!(told(&busy(&[series, other, moved]).busy), "mon 09:00-11:00; tue 12:00-13:00");
    let off = "UID:a|RECURRENCE-ID;TZID=Europe/Berlin:20261123T090000|DTSTART;TZID=Europe/Berlin:20261123T090000|STATUS:CANCELLED";
    assert_eq!(told(&busy(&[series, off]).busy), "");
}

#[test]
fn an_hour_that_comes_twice_or_not_at_all_is_no_reason_to_lose_an_event() {
    let zone = Zone::find("Europe/Berlin").expect("a zone");
    let week = |monday: &str, event: &str| {
        let monday = monday.parse().expect("a date");
        let read = read(&[&calendar(&[event])], zone, monday).expect("a calendar");
        assert!(read.unread.is_empty());
        told(&read.busy)
    };
    let berlin = "DTSTART;TZID=Europe/Berlin";
    assert_eq!(week("2026-10-19", &format!("{berlin}:20261025T023000|DURATION:PT15M")), "sun 02:30-02:45");
    assert_eq!(week("2026-10-19", "DTSTART:20261025T003000Z|DTEND:20261025T013000Z"), "sun 02:00-03:00");
    assert_eq!(week("2026-03-23", &format!("{berlin}:20260329T023000|DURATION:PT15M")), "sun 03:30-03:45");
    assert_eq!(
        week("2026-03-23", "DTSTART:20260329T003000Z|DTEND:20260329T013000Z"),
        "sun 01:30-02:00 03:00-03:30"
    );
}

#[test]
fn no_series_takes_the_room_of_another() {
    let meeting = "UID:z|DTSTART:20201123T050000|DTEND:20201123T090000|RRULE:FREQ=WEEKLY";
    for other in [
        "DTSTART:20260104T200000|DURATION:PT10M|RRULE:FREQ=DAILY;UNTIL=29991231T000000Z",
        "DTSTART:20260104T200000|DURATION:PT10M|RRULE:FREQ=DAILY;COUNT=999999",
        "DTSTART:19900101T000000|DURATION:PT1M|RRULE:FREQ=SECONDLY",
        "DTSTART:19900101T200000|DURATION:PT1M|RRULE:FREQ=DAILY",
    ] {
        let read = busy(&[other, meeting]);
        let monday = if other.contains("SECONDLY") { "mon 00:00-24:00" } else { "mon 05:00-09:00" };
        assert!(told(&read.busy).starts_with(monday), "{other}: {}", told(&read.busy));
        assert!(read.unread.is_empty(), "{:?}", read.unread);
    }
    let hourly = busy(&["DTSTART:19900101T000000|DURATION:PT1H|RRULE:FREQ=HOURLY"]);
    assert_eq!(told(&hourly.busy).matches("00:00-24:00").count(), 7);
}

#[test]
fn zones_of_the_file_itself_count_and_unknown_ones_are_said() {
    let zone = |rules: &str| format!("BEGIN:VTIMEZONE\r\nTZID:Custom\r\n{rules}END:VTIMEZONE\r\n");
    let fixed = "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0500\r\nTZOFFSETTO:+0500\r\n\
                 END:STANDARD\r\n";
    let new_york = "BEGIN:STANDARD\r\nDTSTART:20071104T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\n\
                    RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n\
                    DTSTART:20070311T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n\
                    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\nEND:DAYLIGHT\r\n";
    let berlin = Zone::find("Europe/Berlin").expect("a zone");
    let read_with = |zone: &str, event: &str, monday: &str| {
        let text = calendar(&[event]).replace("BEGIN:VEVENT", &format!("{zone}BEGIN:VEVENT"));
        read(&[&text], berlin, monday.parse().expect("a date")).expect("a calendar")
    };
    let at_ten = "DTSTART;TZID=Custom:20261123T100000|DURATION:PT1H";
    assert_eq!(told(&read_with(&zone(fixed), at_ten, "2026-11-23").busy), "mon 06:00-07:00");
    assert_eq!(told(&read_with(&zone(new_york), at_ten, "2026-11-23").busy), "mon 16:00-17:00");
    // A week in which New York has changed its clocks and Berlin has not.
    let weekly = "DTSTART;TZID=Custom:20260105T100000|DURATION:PT1H|RRULE:FREQ=WEEKLY";
    assert_eq!(told(&read_with(&zone(new_york), weekly, "2026-03-16").busy), "mon 15:00-16:00");
    let strange = read_with("", at_ten, "2026-11-23");
    assert_eq!(told(&strange.busy), "mon 10:00-11:00");
    assert!(strange.unread[0].message.contains("not known, `Custom`"), "{:?}", strange.unread);
}

#[test]
fn what_is_no_calendar_is_said_and_hostile_series_end() {
    let zone = Zone::find("UTC").expect("a zone");
    for text in ["", "no calendar", "BEGIN:VEVENT\r\nEND:VEVENT\r\n"] {
        let problems = read(&[text], zone, MONDAY).expect_err("no calendar");
        assert_eq!(problems.len(), 1, "{text}");
    }
    for rule in
        ["FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=0", "FREQ=YEARLY;BYDAY=99MO", "FREQ=DAILY;COUNT=4294967295"]
    {
        let events = [format!("DTSTART:19700101T000000Z|DURATION:PT1S|RRULE:{rule}")];
        busy(&[events[0].as_str()]);
    }
    let lost = busy(&["SUMMARY:Nowhere|DTEND:20261123T100000"]);
    assert!(lost.unread[0].message.contains("`Nowhere`") && lost.unread.len() == 1);
    assert!(Zone::find("Mars/Olympus").is_none() && Zone::find("").is_none());
}

#[test]
fn time_is_what_is_left_of_it() {
    let window = |from: u16, to: u16| Window { from: from * 60, to: to * 60 };
    let taken = [window(9, 12), window(13, 17)];
    let windows = |time: &Time| time.without(&taken);
    assert_eq!(windows(&Time::Windows(vec![window(8, 10)])), Time::Windows(vec![window(8, 9)]));
    assert_eq!(
        windows(&Time::Any),
        Time::Windows(vec![window(6, 9), window(12, 13), window(17, 22)]),
        "of the hours awake"
    );
    assert_eq!(windows(&Time::Windows(vec![window(10, 11)])), Time::Off);
    assert_eq!(windows(&Time::Minutes(60)), Time::Minutes(60));
    assert_eq!(windows(&Time::Minutes(600)), Time::Minutes(5 * 60), "no session is longer than a stretch");
    assert_eq!(windows(&Time::Off), Time::Off);
    assert_eq!(Time::Any.without(&[]), Time::Any);
    assert_eq!(Time::Any.without(&[window(0, 24)]), Time::Off);
}

#[test]
fn a_plan_keeps_out_of_what_is_taken() {
    let (node, _) = document::toml(include_str!("../../../examples/shift-worker.toml"), 0);
    let profile = profile::read(&node).expect("a profile");
    let free = Request::new(profile, MONDAY).check().expect("a request");
    let mut request = free.clone();
    request.busy =
        Some(busy(&["DTSTART;VALUE=DATE:20261127", "DTSTART:20261125T060000|DTEND:20261125T064500"]).busy);
    let (Outcome::Week(before), Outcome::Week(after)) = (plan(&free), plan(&request)) else {
        panic!("weeks")
    };
    assert!(before.changes.is_empty());
    let change = after.changes.iter().find(|change| change.rule == "calendar-full").expect("it is said");
    assert_eq!(change.message, "easy run set aside (your calendar leaves no time)");
    for (day, taken) in after.days.iter().zip(&request.busy.expect("busy").0) {
        for session in &day.sessions {
            let from = session.start.expect("windows everywhere");
            let clash = taken.iter().any(|taken| from < taken.to && taken.from < from + session.minutes);
            assert!(!clash, "{:?} {from}", day.day);
        }
    }
}
