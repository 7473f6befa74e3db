//! Calendars of others as plans.

use super::{date, plan, refused, remarks};
use runplan::import::read;
use runplan::week::day::Day;
use runplan::week::session::Run;

fn calendar(events: &[&str]) -> String {
    let events: Vec<_> = events
        .iter()
        .enumerate()
        .map(|(at, event)| format!("BEGIN:VEVENT\r\nUID:{at}\r\n{event}\r\nEND:VEVENT\r\n"))
        .collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n{}END:VCALENDAR\r\n", events.concat())
}

const RUN: &str = "SUMMARY:easy run\r\nDTSTART;VALUE=DATE:20270105";

#[test]
fn events_that_say_nothing_are_left_out_and_said() {
    for (event, note) in [
        ("SUMMARY:easy run", false),
        ("DTSTART;VALUE=DATE:20270106", false),
        ("SUMMARY:Cancelled: tempo\r\nDTSTART;VALUE=DATE:20270106", true),
        ("SUMMARY:base phase\r\nDTSTART;VALUE=DATE:20270104\r\nDTEND;VALUE=DATE:20270301", true),
    ] {
        let weeks = plan(&calendar(&[RUN, event]));
        let said = remarks(&weeks);
        assert!(
            matches!(said.as_slice(), [("event-left-out", Some(_), is)] if *is == note),
            "{event}: {said:?}"
        );
        assert_eq!(weeks.weeks.len(), 1, "{event}");
        assert_eq!(weeks.weeks[0].days.iter().filter(|day| day.plan.run != Run::Off).count(), 1, "{event}");
    }
}

#[test]
fn what_repeats_without_end_ends_with_the_plan() {
    let forever = "SUMMARY:long run\r\nDTSTART;VALUE=DATE:20270103\r\nRRULE:FREQ=WEEKLY";
    let race = "SUMMARY:race\r\nDTSTART;VALUE=DATE:20270124";
    let weeks = plan(&calendar(&[forever, race])).weeks;
    assert_eq!(weeks.iter().map(|week| week.monday).max(), Some(date("2027-01-18")));
    assert_eq!(weeks.len(), 4);
}

#[test]
fn moments_in_utc_are_read_where_the_calendar_is() {
    let late = "SUMMARY:easy run\r\nDTSTART:20270105T230000Z\r\nDTEND:20270105T234500Z";
    let here = calendar(&[late]);
    let there = here.replace("PRODID", "X-WR-TIMEZONE:Europe/Berlin\r\nPRODID");
    for (text, day) in [(here, Day::Tue), (there, Day::Wed)] {
        let week = plan(&text).weeks.remove(0);
        assert_eq!((week.days[day.index()].plan.run, week.days[day.index()].minutes), (Run::Easy, 45));
    }
}

#[test]
fn a_calendar_without_events_is_no_plan() {
    assert_eq!(refused(&calendar(&[])), "there is no event in it");
}

#[test]
fn a_calendar_whose_dates_cannot_be_read_is_not_one_without_events() {
    for (events, said) in [
        (
            vec!["SUMMARY:easy run\r\nDTSTART;20210105"; 211],
            "the dates of its 211 events cannot be read; the first is `DTSTART;20210105` in line 7",
        ),
        (
            vec!["SUMMARY:easy run\r\nDTSTART:2021-01-05"; 2],
            "the dates of its 2 events cannot be read; the first is `2021-01-05` in line 7",
        ),
        (
            vec!["SUMMARY:easy run\r\nDTSTART:20210230"],
            "the date of its event cannot be read: `20210230` in line 7",
        ),
        (vec!["SUMMARY:easy run\r\nDTSTART:"], "the date of its event cannot be read: `DTSTART` in line 7"),
        (vec!["SUMMARY:easy run"], "the date of its event cannot be read: `no DTSTART` in line 4"),
        (
            vec!["SUMMARY:easy run\r\nDTSTART;VALUE=DATE:20210105\r\nSTATUS:CANCELLED"],
            "no event in it takes place",
        ),
        (
            vec!["SUMMARY:easy run\r\nDTSTART;VALUE=DATE:20210105\r\nRRULE:FREQ=DAILY;UNTIL=20210104"],
            "no event in it takes place",
        ),
    ] {
        assert_eq!(refused(&calendar(&events)), said);
        let (_, problems) = read(&calendar(&events), 0);
        assert!(problems[0].hint.is_some());
    }
}

/// The text of the one day of a plan.
fn text_of_day(event: &str) -> String {
    let plan = plan(&calendar(&[event]));
    let day = plan.weeks[0].days.iter().find(|day| !day.text.is_empty()).expect("a day with a text");
    day.text.clone()
}

#[test]
fn a_title_with_raw_line_breaks_is_read_whole() {
    let whole = text_of_day("DTSTART;VALUE=DATE:20270105\r\nSUMMARY:Easy run 6 km\\nLegs 30 min");
    for event in [
        "DTSTART;VALUE=DATE:20270105\r\nSUMMARY:Easy run 6 km\r\nLegs 30 min",
        "DTSTART;VALUE=DATE:20270105\r\nSUMMARY:Easy run 6 km\r\n\r\nLegs 30 min",
        "SUMMARY:Easy run 6 km\r\nLegs 30 min\r\nDTSTART;VALUE=DATE:20270105",
        "SUMMARY;LANGUAGE=en:Easy run 6 km\r\nLegs 30 min\r\nDTSTART;VALUE=DATE:20270105",
        "SUMMARY:Easy run\r\n  6 km\r\nLegs 30\r\n  min\r\nDTSTART;VALUE=DATE:20270105",
        "summary:Easy run 6 km\r\nLegs 30 min\r\ndtstart;value=date:20270105",
        "SUMMARY:Easy run 6 km\r\nLegs 30 min\r\nVENUE:Park\r\nDTSTART;VALUE=DATE:20270105",
        "SUMMARY:Easy run 6 km\r\nLegs 30 min\r\nX-COLOR:red\r\nDTSTART;VALUE=DATE:20270105",
        "SUMMARY:Easy run 6 km\r\nLegs 30 min\r\nUID:x:y\r\nDTSTART;VALUE=DATE:20270105",
        "SUMMARY;ENCODING=QUOTED-PRINTABLE:Easy run 6=20km=0ALegs=\r\n 30 min\r\nDTSTART;VALUE=DATE:20270105",
    ] {
        assert_eq!(text_of_day(event), whole, "{event}");
    }
    for (lines, part) in [
        ("Warm-up: 10 min", "Warm-up: 10 min"),
        ("Duration: 40 min", "Duration: 40 min"),
        ("Location: track", "Location: track"),
        ("NOTE: bring shoes", "NOTE: bring shoes"),
        ("- 5 km easy", "- 5 km easy"),
        ("Rest; drink", "Rest; drink"),
        ("5:30 min/km", "5:30 min/km"),
        ("https: see there", "https: see there"),
    ] {
        let text = text_of_day(&format!("SUMMARY:Easy run\r\n{lines}\r\nDTSTART;VALUE=DATE:20270105"));
        assert!(text.contains(part), "{lines}: {text}");
    }
}

#[test]
fn what_of_an_event_cannot_be_read_is_said_with_its_title_and_line() {
    for (event, said) in [
        (
            "RRULE:FREQ=WEEKLY;BYDAY=TUE",
            "the event `Tempo` repeats by `BYDAY=TUE`, which cannot be read; only its first day counts",
        ),
        (
            "RRULE:FREQ=WEEKLYY",
            "the event `Tempo` repeats by `FREQ=WEEKLYY`, which cannot be read; only its first day counts",
        ),
        (
            "RRULE:FREQ=DAILY;COUNT=1;UNTIL=oops",
            "the event `Tempo` repeats by `UNTIL=oops`, which cannot be read; it counts as if it had no end",
        ),
        (
            "EXDATE:oops",
            "the event `Tempo` leaves out `oops`, which cannot be read; it counts on that day too",
        ),
        (
            "RDATE:oops",
            "the event `Tempo` also takes place at `oops`, which cannot be read; that is left out",
        ),
        ("DTEND;VALUE=DATE:oops", "the event `Tempo` cannot end by `oops`; it counts as one day"),
        ("DURATION:oops", "the event `Tempo` cannot end by `oops`; it counts as one day"),
    ] {
        let plan = plan(&calendar(&[&format!("SUMMARY:Tempo\r\n{event}\r\nDTSTART;VALUE=DATE:20270105")]));
        let [remark] = plan.remarks.as_slice() else { panic!("{event}: {:?}", plan.remarks) };
        assert_eq!((remark.id, remark.line, remark.note), ("event-half-read", Some(7), false), "{event}");
        assert_eq!(remark.message, said);
        assert_eq!(plan.weeks.len(), 1);
    }
}

#[test]
fn no_endless_series_takes_the_room_of_another() {
    let daily = "SUMMARY:easy run\r\nDTSTART;VALUE=DATE:20270104\r\nRRULE:FREQ=DAILY";
    let weekly = "SUMMARY:Legs 30 min\r\nDTSTART;VALUE=DATE:20270105\r\nRRULE:FREQ=WEEKLY";
    let race = "SUMMARY:race\r\nDTSTART;VALUE=DATE:20270131";
    let plan = plan(&calendar(&[daily, weekly, race]));
    assert_eq!(plan.weeks.len(), 4);
    assert!(plan.weeks.iter().all(|week| week.days[1].text.contains("Legs")), "{:?}", plan.weeks);
    let hostile = "SUMMARY:easy run\r\nDTSTART:20270104T080000\r\nRRULE:FREQ=SECONDLY;COUNT=99999999";
    let plan = super::plan(&calendar(&[hostile, weekly, race]));
    let cut: Vec<_> =
        plan.remarks.iter().filter(|remark| remark.message.contains("than can be looked at")).collect();
    assert_eq!(cut.len(), 1);
    assert!(plan.weeks.iter().all(|week| week.days[1].text.contains("Legs")));
}
