//! Calendars of others as plans.

use super::{date, plan, refused, remarks};
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
