//! What of an event cannot be read: it is said with the event and its line, and what is unsure counts as taken.

use super::{calendar, told};
use runplan::input::busy::{BusyWeek, Zone, read};
use runplan::rules::MONDAY;

fn busy(events: &[&str]) -> BusyWeek {
    read(&[&calendar(events)], Zone::find("Europe/Berlin").expect("a zone"), MONDAY).expect("a calendar")
}

/// The line of the calendar's event on which its second property stands, after the title.
const SECOND: usize = 6;
const ALL_WEEK: &str = "mon 09:00-10:00; tue 09:00-10:00; wed 09:00-10:00; thu 09:00-10:00; fri 09:00-10:00; sat 09:00-10:00; sun 09:00-10:00";
const ALL_DAY: &str = "mon 00:00-24:00; tue 00:00-24:00; wed 00:00-24:00; thu 00:00-24:00; fri 00:00-24:00; sat 00:00-24:00; sun 00:00-24:00";
const WEDNESDAY: &str = "wed 09:00-10:00";
const WEEKDAYS: &str = "mon 09:00-10:00; wed 09:00-10:00";

#[test]
fn a_rule_that_cannot_be_read_counts_on_every_day_that_it_may_mean() {
    // The event begins on a Wednesday three weeks before.
    for (rule, found, wanted) in [
        ("FREQ=WEEKLY;BYDAY=TUE", "BYDAY=TUE", ALL_WEEK),
        ("FREQ=WEEKLY;BYDAY=MO,XX", "BYDAY=MO,XX", ALL_WEEK),
        ("FREQ=WEEKLY;BYDAY=", "BYDAY=", ALL_WEEK),
        ("FREQ=WEEKLY;BYDAY=0MO", "BYDAY=0MO", ALL_WEEK),
        ("FREQ=WEEKLY;BYDAYS=MO", "BYDAYS=MO", ALL_WEEK),
        ("FREQ=WEEKLYY", "FREQ=WEEKLYY", ALL_WEEK),
        ("FREQ=", "FREQ=", ALL_WEEK),
        ("FREQ=FORTNIGHTLY;BYDAY=MO", "FREQ=FORTNIGHTLY", ALL_WEEK),
        ("INTERVAL=2;BYDAY=MO", "INTERVAL=2;BYDAY=MO", ALL_WEEK),
        ("W1 TU TH #0", "W1 TU TH #0", ALL_WEEK),
        ("", "RRULE", ALL_WEEK),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32", ALL_WEEK),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0", ALL_WEEK),
        ("FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=x", "BYSETPOS=x", ALL_WEEK),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH=13", ALL_WEEK),
        ("FREQ=YEARLY;BYMONTH=Nov", "BYMONTH=Nov", ALL_WEEK),
        ("FREQ=YEARLY;BYWEEKNO=60;BYDAY=MO", "BYWEEKNO=60", ALL_WEEK),
        ("FREQ=YEARLY;BYYEARDAY=400", "BYYEARDAY=400", ALL_WEEK),
        ("FREQ=WEEKLY;WKST=XX", "WKST=XX", ALL_WEEK),
        ("RSCALE=HEBREW;FREQ=YEARLY", "RSCALE=HEBREW", ALL_WEEK),
        ("FREQ=WEEKLY;BYDAY=TUE;COUNT=1", "BYDAY=TUE", ALL_WEEK),
        ("FREQ=DAILY;BYHOUR=25", "BYHOUR=25", ALL_DAY),
        ("FREQ=DAILY;BYHOUR=300", "BYHOUR=300", ALL_DAY),
        ("FREQ=DAILY;BYMINUTE=x", "BYMINUTE=x", ALL_DAY),
        ("FREQ=HOURLY;BYDAY=TUE", "BYDAY=TUE", ALL_DAY),
        ("FREQ=WEEKLY;BYHOUR=8,17;BYDAY=TUE", "BYDAY=TUE", ALL_DAY),
        // The rest of the rule holds.
        ("FREQ=WEEKLY;UNTIL=oops", "UNTIL=oops", WEDNESDAY),
        ("FREQ=WEEKLY;UNTIL=20261301", "UNTIL=20261301", WEDNESDAY),
        ("FREQ=WEEKLY;UNTIL=", "UNTIL=", WEDNESDAY),
        ("FREQ=WEEKLY;COUNT=oops", "COUNT=oops", WEDNESDAY),
        ("FREQ=WEEKLY;COUNT=0", "COUNT=0", WEDNESDAY),
        ("FREQ=WEEKLY;COUNT=-3", "COUNT=-3", WEDNESDAY),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL=0", WEDNESDAY),
        ("FREQ=WEEKLY;INTERVAL=two;BYDAY=MO,WE", "INTERVAL=two", WEEKDAYS),
        ("FREQ=WEEKLY;INTERVAL=-1;COUNT=2", "INTERVAL=-1", WEDNESDAY),
    ] {
        let read =
            busy(&[&format!("SUMMARY:Choir|RRULE:{rule}|DTSTART:20261104T090000|DTEND:20261104T100000")]);
        assert_eq!(told(&read.busy), wanted, "{rule}");
        let [part] = read.unread.as_slice() else { panic!("{rule}: {:?}", read.unread) };
        assert!(
            part.message.starts_with(&format!("the event `Choir` repeats by `{found}`, which")),
            "{}",
            part.message
        );
        assert_eq!((part.line, part.source), (SECOND, 0), "{rule}");
    }
}

#[test]
fn what_is_good_is_not_said() {
    for rule in [
        "FREQ=WEEKLY",
        "freq=weekly;byday=we",
        "FREQ=WEEKLY;BYDAY=WE;WKST=SU",
        "FREQ=WEEKLY;X-NOTE=1",
        "FREQ=WEEKLY;",
        "RSCALE=GREGORIAN;FREQ=WEEKLY",
        "FREQ=WEEKLY;UNTIL=20301231",
        "FREQ=WEEKLY;COUNT=999",
        "FREQ=WEEKLY;INTERVAL=1",
        "FREQ=WEEKLY;BYDAY=2WE",
        "FREQ=WEEKLY; BYDAY=WE",
    ] {
        let read = busy(&[&format!("RRULE:{rule}|DTSTART:20261104T090000|DTEND:20261104T100000")]);
        assert_eq!(told(&read.busy), WEDNESDAY, "{rule}");
        assert!(read.unread.is_empty(), "{rule}: {:?}", read.unread);
    }
}

/// Properties after the title, the time that the event takes, and what is said of it.
const PARTS: &[(&str, &str, &str)] = &[
    (
        "DTEND:oops|DTSTART:20261125T090000",
        "wed 09:00-10:00",
        "ends by `oops`, which cannot be read; it counts as an hour",
    ),
    ("DTEND:20261125T250000|DTSTART:20261125T090000", "wed 09:00-10:00", "ends by `20261125T250000`, which"),
    ("DTEND:20261125oops|DTSTART:20261125T090000", "wed 09:00-10:00", "ends by `20261125oops`, which"),
    ("DTEND:|DTSTART:20261125T090000", "wed 09:00-10:00", "ends by `DTEND`, which"),
    (
        "DTEND;20261125T100000|DTSTART:20261125T090000",
        "wed 09:00-10:00",
        "ends by `DTEND;20261125T100000`, which",
    ),
    (
        "DTEND:20261125T080000|DTSTART:20261125T090000",
        "wed 09:00-10:00",
        "ends before it begins (`20261125T080000`)",
    ),
    ("DURATION:oops|DTSTART:20261125T090000", "wed 09:00-10:00", "ends by `oops`, which"),
    ("DURATION:PT|DTSTART:20261125T090000", "wed 09:00-10:00", "ends by `PT`, which"),
    ("DURATION:90|DTSTART:20261125T090000", "wed 09:00-10:00", "ends by `90`, which"),
    ("DURATION:-PT1H|DTSTART:20261125T090000", "wed 09:00-10:00", "ends by `-PT1H`, which"),
    (
        "DTEND;VALUE=DATE:oops|DTSTART;VALUE=DATE:20261125",
        "wed 00:00-24:00",
        "cannot end by `oops`; it counts as one day",
    ),
    ("DTEND;VALUE=DATE:20261120|DTSTART;VALUE=DATE:20261125", "wed 00:00-24:00", "cannot end by `20261120`"),
    (
        "DTSTART:20261125T|DTEND:20261125T100000",
        "wed 00:00-24:00",
        "starts at `20261125T`, of which only the day can be read",
    ),
    (
        "DTSTART:20261125T250000|DTEND:20261125T100000",
        "wed 00:00-24:00",
        "starts at `20261125T250000`, of which",
    ),
    ("DTSTART:20261125Toops", "wed 00:00-24:00", "starts at `20261125Toops`, of which"),
    (
        "DTSTART:oops|DTEND:20261125T100000",
        "wed 09:00-10:00",
        "has no start that can be read (`oops`); the hour before",
    ),
    ("DTSTART:oops", "", "has no date that can be read (`oops`); it takes no time"),
    ("DTSTART;20261125T090000", "", "has no date that can be read (`DTSTART;20261125T090000`)"),
    ("DTSTART:2026-11-25T09:00", "", "has no date that can be read (`2026-11-25T09:00`)"),
    ("DTSTART:20261325T090000", "", "has no date that can be read (`20261325T090000`)"),
    ("LOCATION:here", "", "has no date that can be read"),
    (
        "EXDATE:oops|DTSTART:20261125T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=1",
        "wed 09:00-10:00",
        "leaves out `oops`, which cannot be read; it counts on that day too",
    ),
    (
        "EXDATE:20261125T090000,oops|DTSTART:20261124T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=2",
        "tue 09:00-10:00",
        "leaves out `oops`",
    ),
    (
        "EXRULE:FREQ=DAILY|DTSTART:20261125T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=1",
        "wed 09:00-10:00",
        "leaves out days by an old rule",
    ),
    ("RDATE:oops|DTSTART:20261125T090000|DURATION:PT1H", "wed 09:00-10:00", "also takes place at `oops`"),
    (
        "RDATE;VALUE=PERIOD:20261126T090000/oops|DTSTART:20261125T090000|DURATION:PT1H",
        "wed 09:00-10:00; thu 09:00-10:00",
        "ends by `20261126T090000/oops`",
    ),
    ("RECURRENCE-ID:oops|DTSTART:20261125T090000|DURATION:PT1H", "wed 09:00-10:00", "is a change of `oops`"),
    (
        "DTSTART;TZID=Mars/Olympus:20261125T090000|DURATION:PT1H",
        "wed 09:00-10:00",
        "is in a time zone that is not known, `Mars/Olympus`",
    ),
    (
        "DTEND;TZID=Mars:20261125T100000|DTSTART:20261125T090000",
        "wed 09:00-10:00",
        "is in a time zone that is not known, `Mars`",
    ),
];

#[test]
fn starts_and_ends_that_cannot_be_read_take_what_is_likely() {
    for (event, wanted, said) in PARTS {
        let read = busy(&[&format!("SUMMARY:Choir|{event}")]);
        assert_eq!(told(&read.busy), *wanted, "{event}");
        let [part] = read.unread.as_slice() else { panic!("{event}: {:?}", read.unread) };
        let wanted = format!("the event `Choir` {said}");
        assert!(part.message.starts_with(&wanted), "{event}: {}", part.message);
        let line = if event.starts_with("LOCATION") { SECOND - 3 } else { SECOND };
        assert_eq!(part.line, line, "{event}");
        assert!(!part.hint.is_empty());
    }
}

#[test]
fn an_event_without_a_title_is_named_by_its_date_and_many_are_counted() {
    let read = busy(&["DTSTART:20261125T090000|DTEND:oops"]);
    assert!(read.unread[0].message.starts_with("the event of 2026-11-25 ends by"), "{:?}", read.unread);
    let read = busy(&["DTSTART:oops"]);
    assert!(read.unread[0].message.starts_with("the event in line 3 has no date"), "{:?}", read.unread);
    let many = vec!["SUMMARY:Choir|DTSTART;20210105"; 211];
    let read = busy(&many);
    assert_eq!(read.unread.len(), 3);
    assert!(read.unread[2].message.ends_with("; so it is with 208 more"), "{:?}", read.unread);
    // Events that take no time in any case are not worth a word.
    for quiet in ["STATUS:CANCELLED", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"] {
        assert!(busy(&[&format!("DTSTART:oops|{quiet}")]).unread.is_empty(), "{quiet}");
    }
}

#[test]
fn a_series_of_other_weeks_is_not_said() {
    for event in [
        "DTSTART:20270112T180000|DURATION:PT1H|RRULE:FREQ=WEEKLY",
        "DTSTART:20270112T180000|DURATION:PT1H|RRULE:FREQ=WEEKLY;COUNT=3",
        "DTSTART:20270112T180000|RRULE:FREQ=WEEKLY",
        "DTSTART;VALUE=DATE:20270112|RRULE:FREQ=YEARLY",
        "DTSTART:20261201T180000|DURATION:PT1H|RRULE:FREQ=DAILY",
        "DTSTART;VALUE=DATE:20231002|RRULE:FREQ=WEEKLY;UNTIL=20231001",
        "DTSTART:20231002T180000|DURATION:PT1H|RRULE:FREQ=WEEKLY;UNTIL=20231001T120000Z",
        "DTSTART:20231002T180000|DURATION:PT1H|RRULE:FREQ=WEEKLY;COUNT=5",
        "DTSTART:20231002T180000|DURATION:PT1H|RRULE:FREQ=WEEKLY;UNTIL=20261101",
        "DTSTART:20231002T180000|DURATION:PT1H|RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "DTSTART:20231002T180000|DURATION:PT1H|RRULE:FREQ=WEEKLY;COUNT=1|EXDATE:20231002T180000",
        "DTSTART;TZID=Europe/Berlin:20270112T180000|DURATION:PT1H|RRULE:FREQ=MONTHLY;BYDAY=2TU",
        "DTSTART:20200112T180000|DURATION:PT1H|RRULE:FREQ=MONTHLY;BYMONTHDAY=1",
        "DTSTART:20200112T180000|DURATION:PT1H|RRULE:FREQ=WEEKLY;BYDAY=TUE;UNTIL=20210101",
        "DTSTART:20300112T180000|DURATION:PT1H|RRULE:FREQ=WEEKLY;BYDAY=TUE",
        "DTSTART:20300112T180000|DTEND:oops",
        "DTSTART;TZID=Mars/Olympus:20300112T180000|DURATION:PT1H",
        "DTSTART:20200112T180000|DURATION:PT1H|RRULE:FREQ=SECONDLY;UNTIL=20210101",
        "DTSTART:20300112T180000|DURATION:PT1H|RRULE:FREQ=SECONDLY",
        "DTSTART:20200112T180000|DURATION:PT1H|RDATE:20210112T180000",
    ] {
        let read = busy(&[event]);
        assert_eq!(told(&read.busy), "", "{event}");
        assert!(read.unread.is_empty(), "{event}: {:?}", read.unread);
    }
    // Nor in the week in which the series would have begun.
    let never = calendar(&["DTSTART;VALUE=DATE:20231002|RRULE:FREQ=WEEKLY;UNTIL=20231001"]);
    let monday = "2023-10-02".parse().expect("a date");
    let read = read(&[&never], Zone::find("UTC").expect("a zone"), monday).expect("a calendar");
    assert_eq!((told(&read.busy), read.unread), (String::new(), Vec::new()));
}
