//! Series in the asked week: as a walk from their start finds them, and with an end to the steps they may take.

use super::{calendar, told};
use crate::random_profiles::config;
use calcard::common::timezone::Tz;
use calcard::icalendar::ICalendar;
use chrono::{Datelike as _, NaiveDate, NaiveDateTime, TimeDelta};
use proptest::prelude::*;
use runplan::input::busy::{BusyWeek, Calendars, Zone, read};
use runplan::rules::MONDAY;

fn busy(events: &[&str], monday: NaiveDate) -> BusyWeek {
    read(&[&calendar(events)], Zone::find("UTC").expect("a zone"), monday).expect("a calendar")
}

/// Moments of a series that the oracle walks over, at most.
const WALKED: usize = 7_000;

/// The week of a series as a walk over it from its first moment finds it; `None` where that would be too far.
fn walked(event: &str, start: NaiveDateTime, minutes: i64, monday: NaiveDate) -> Option<String> {
    let parsed = ICalendar::parse(calendar(&[event])).expect("a calendar");
    let (from, to) = (monday.and_hms_opt(0, 0, 0)?, monday.and_hms_opt(0, 0, 0)? + TimeDelta::days(7));
    let expanded = parsed.expand_dates(Tz::Floating, WALKED);
    if let Some(error) = expanded.errors.first() {
        assert!(format!("{error:?}").contains("UntilBeforeStart"), "{event}: {error:?}");
        return Some(String::new());
    }
    let mut moments: Vec<NaiveDateTime> = expanded.events.iter().map(|one| one.start.naive_local()).collect();
    if moments.len() >= WALKED && moments.last() < Some(&to) {
        return None;
    }
    // Calendars show the first moment, whether or not the rule meets it.
    moments.push(start);
    let mut taken = vec![false; 7 * 1440];
    for moment in moments {
        let (starts, ends) = ((moment - from).num_minutes(), (moment - from).num_minutes() + minutes);
        (starts.max(0)..ends.min(7 * 1440))
            .for_each(|at| taken[usize::try_from(at).expect("in the week")] = true);
    }
    let mut days = Vec::new();
    for (day, taken) in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().zip(taken.chunks(1440)) {
        let mut windows = Vec::new();
        let mut at = 0;
        while let Some(from) = taken[at..].iter().position(|taken| *taken).map(|found| at + found) {
            at = taken[from..].iter().position(|taken| !taken).map_or(1440, |length| from + length);
            windows.push(format!("{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, at / 60, at % 60));
        }
        if !windows.is_empty() {
            days.push(format!("{day} {}", windows.join(" ")));
        }
    }
    Some(days.join("; "))
}

fn list<T: std::fmt::Display>(key: &str, values: &[T]) -> String {
    let values: Vec<String> = values.iter().map(ToString::to_string).collect();
    if values.is_empty() { String::new() } else { format!(";{key}={}", values.join(",")) }
}

fn some<T: Clone + std::fmt::Debug + 'static>(of: Vec<T>, most: usize) -> impl Strategy<Value = Vec<T>> {
    let length = of.len().min(most);
    prop_oneof![2 => Just(Vec::new()), 1 => proptest::sample::subsequence(of, 1..=length)]
}

/// Rules that the walk reads as RFC 5545 does.
fn rules() -> impl Strategy<Value = String> {
    let weekdays = || some(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"], 4);
    let months = || some((1..=12).collect::<Vec<i32>>(), 4);
    let numbered = || some(vec!["1MO", "2TU", "-1SU", "3WE", "-2FR", "5SA"], 3);
    let month_days = || some(vec![1, 2, 13, 15, 28, 29, 30, 31, -1, -2], 4);
    let hours = || some(vec![0, 6, 8, 12, 16, 23], 3);
    let finer = || (months(), weekdays(), hours(), some(vec![0, 15, 59], 2));
    let limits = |count: u32| {
        prop_oneof![
            3 => Just(String::new()),
            1 => (1..count).prop_map(|count| format!(";COUNT={count}")),
            1 => (0_i64..4_000).prop_map(|days| {
                let until = NaiveDate::from_ymd_opt(2018, 1, 1).expect("a date") + TimeDelta::days(days);
                format!(";UNTIL={}T120000", until.format("%Y%m%d"))
            })
        ]
    };
    let positions = || some(vec![1, 2, -1], 2);
    prop_oneof![
        (1_u32..5, months(), month_days(), hours(), positions(), limits(40)).prop_map(
            |(n, m, d, h, p, l)| {
                // A set position needs a set.
                let p = if d.is_empty() { Vec::new() } else { p };
                format!(
                    "FREQ=YEARLY;INTERVAL={n}{}{}{}{}{l}",
                    list("BYMONTH", &m),
                    list("BYMONTHDAY", &d),
                    list("BYHOUR", &h),
                    list("BYSETPOS", &p)
                )
            }
        ),
        (1_u32..4, months(), numbered(), limits(40)).prop_map(|(n, m, d, l)| {
            format!("FREQ=YEARLY;INTERVAL={n}{}{}{l}", list("BYMONTH", &m), list("BYDAY", &d))
        }),
        (1_u32..3, some((-53..=53).filter(|n| *n != 0).collect::<Vec<i32>>(), 5), limits(40)).prop_map(
            |(n, w, l)| { format!("FREQ=YEARLY;INTERVAL={n}{};BYDAY=MO,TH,SU{l}", list("BYWEEKNO", &w)) }
        ),
        (1_u32..3, some(vec![1, 60, 100, 328, 333, 365, 366, -1, -36, -366], 5), limits(40))
            .prop_map(|(n, d, l)| format!("FREQ=YEARLY;INTERVAL={n}{}{l}", list("BYYEARDAY", &d))),
        (1_u32..6, months(), month_days(), weekdays(), positions(), limits(80)).prop_map(
            |(n, m, d, w, p, l)| {
                let p = if d.is_empty() && w.is_empty() { Vec::new() } else { p };
                format!(
                    "FREQ=MONTHLY;INTERVAL={n}{}{}{}{}{l}",
                    list("BYMONTH", &m),
                    list("BYMONTHDAY", &d),
                    list("BYDAY", &w),
                    list("BYSETPOS", &p)
                )
            }
        ),
        (1_u32..4, numbered(), limits(80))
            .prop_map(|(n, d, l)| format!("FREQ=MONTHLY;INTERVAL={n}{}{l}", list("BYDAY", &d))),
        (
            1_u32..5,
            months(),
            weekdays(),
            hours(),
            prop_oneof![Just(""), Just(";WKST=SU"), Just(";WKST=TH")],
            limits(400)
        )
            .prop_map(|(n, m, w, h, k, l)| format!(
                "FREQ=WEEKLY;INTERVAL={n}{}{}{}{k}{l}",
                list("BYMONTH", &m),
                list("BYDAY", &w),
                list("BYHOUR", &h)
            )),
        (1_u32..12, finer(), month_days(), limits(2_000)).prop_map(|(n, (m, w, h, t), d, l)| {
            format!(
                "FREQ=DAILY;INTERVAL={n}{}{}{}{}{}{l}",
                list("BYMONTH", &m),
                list("BYMONTHDAY", &d),
                list("BYDAY", &w),
                list("BYHOUR", &h),
                list("BYMINUTE", &t)
            )
        }),
        (1_u32..40, months(), weekdays(), some(vec![0, 15, 59], 2), limits(20_000)).prop_map(
            |(n, m, w, t, l)| {
                format!(
                    "FREQ=HOURLY;INTERVAL={n}{}{}{}{l}",
                    list("BYMONTH", &m),
                    list("BYDAY", &w),
                    list("BYMINUTE", &t)
                )
            }
        ),
        (weekdays(), hours(), limits(9_000)).prop_map(|(w, h, l)| format!(
            "FREQ=HOURLY{}{}{l}",
            list("BYDAY", &w),
            list("BYHOUR", &h)
        )),
        (90_u32..2_000, limits(20_000)).prop_map(|(n, l)| format!("FREQ=MINUTELY;INTERVAL={n}{l}")),
    ]
}

proptest! {
    #![proptest_config(config(80))]

    #[test]
    fn the_asked_week_is_that_of_a_walk_from_the_start(
        rule in rules(), day in 0_i64..1_500, minute in 0_i64..1_440, weeks in 0_i64..600, minutes in 1_i64..6_000
    ) {
        let start = NaiveDate::from_ymd_opt(2018, 1, 1).expect("a date").and_hms_opt(0, 0, 0).expect("a time")
            + TimeDelta::days(day) + TimeDelta::minutes(minute);
        let first = start.date() - TimeDelta::days(i64::from(start.weekday().num_days_from_monday()));
        // A walk over hours does not come far.
        let fine = rule.starts_with("FREQ=HOURLY") || rule.starts_with("FREQ=MINUTELY");
        let monday = first + TimeDelta::weeks(if fine { weeks % 40 } else { weeks });
        let event = format!("DTSTART:{}|DURATION:PT{minutes}M|RRULE:{rule}", start.format("%Y%m%dT%H%M%S"));
        if let Some(wanted) = walked(&event, start, minutes, monday) {
            let read = busy(&[&event], monday);
            prop_assert_eq!(told(&read.busy), wanted, "{} in the week from {}", event, monday);
            prop_assert!(read.unread.is_empty(), "{}: {:?}", event, read.unread);
        }
    }
}

const WORKDAYS: &str = "mon 08:00-09:00 12:00-13:00 16:00-17:00; tue 08:00-09:00 12:00-13:00 16:00-17:00; wed 08:00-09:00 12:00-13:00 16:00-17:00; thu 08:00-09:00 12:00-13:00 16:00-17:00; fri 08:00-09:00 12:00-13:00 16:00-17:00";
const ALL_WEEK: &str = "mon 00:00-24:00; tue 00:00-24:00; wed 00:00-24:00; thu 00:00-24:00; fri 00:00-24:00; sat 00:00-24:00; sun 00:00-24:00";
const EVENINGS: &str = "mon 20:00-20:10; tue 20:00-20:10; wed 20:00-20:10; thu 20:00-20:10; fri 20:00-20:10; sat 20:00-20:10; sun 20:00-20:10";

#[test]
fn many_series_are_answered_without_a_cut() {
    for (event, number, wanted) in [
        (
            "DTSTART:20200106T080000|DURATION:PT1H|RRULE:FREQ=HOURLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8,12,16",
            1_000,
            WORKDAYS,
        ),
        (
            "DTSTART:20200106T080000|DURATION:PT1H|RRULE:FREQ=HOURLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8,12,16;COUNT=9999",
            300,
            WORKDAYS,
        ),
        ("DTSTART:19900101T200000|DURATION:PT10M|RRULE:FREQ=DAILY;COUNT=99999999", 50, EVENINGS),
        ("DTSTART:19900101T200000|DURATION:PT10M|RRULE:FREQ=DAILY;COUNT=20000", 50, EVENINGS),
        ("DTSTART:20200130T200000|DURATION:PT10M|RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 3_000, ""),
        (
            "DTSTART:19000130T200000|DURATION:PT10M|RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9",
            1_000,
            "",
        ),
        ("DTSTART:20200101T000000|DURATION:P20000D|RRULE:FREQ=HOURLY", 20, ALL_WEEK),
        ("DTSTART:19700101T000000|DURATION:P20000D|RRULE:FREQ=MINUTELY;COUNT=3", 20, ""),
        (
            "DTSTART:19720224T000000|DURATION:P20000D|RRULE:FREQ=MINUTELY;COUNT=3",
            20,
            // The last of the three begins two minutes later.
            "mon 00:00-24:00; tue 00:00-24:00; wed 00:00-24:00; thu 00:00-24:00; fri 00:00-00:02",
        ),
    ] {
        let read = busy(&vec![event; number], MONDAY);
        assert_eq!(told(&read.busy), wanted, "{event}");
        assert!(read.unread.is_empty(), "{event}: {:?}", read.unread);
        // A further week of the same plan has fewer steps, and enough of them.
        if !event.contains("COUNT=9") {
            let calendars = Calendars::read(&[&calendar(&vec![event; number])]).expect("a calendar");
            let further = calendars.further_week(Zone::find("UTC").expect("a zone"), MONDAY);
            assert_eq!(told(&further), wanted, "{event}");
        }
    }
}

#[test]
fn what_is_cut_is_named_and_counts_as_taken() {
    let seconds: Vec<String> = (0..60).map(|second| second.to_string()).collect();
    let hostile = format!(
        "SUMMARY:Tick|DTSTART:20200106T080000|DURATION:PT1S|RRULE:FREQ=SECONDLY;BYSECOND={}",
        seconds.join(",")
    );
    let mut events = vec![hostile.as_str(); 1_500];
    let work = "SUMMARY:Work|DTSTART:20200106T080000|DURATION:PT1H|RRULE:FREQ=WEEKLY";
    events.push(work);
    let read = busy(&events, MONDAY);
    assert_eq!(told(&read.busy), ALL_WEEK);
    assert!(
        read.unread[0]
            .message
            .starts_with("the event `Tick` repeats more often than can be looked at; it counts"),
        "{:?}",
        read.unread
    );
    assert!(read.unread.len() == 3 && read.unread[2].message.contains(" more"), "{:?}", read.unread);
    assert!(read.unread.iter().all(|part| part.message.contains("`Tick`")), "{:?}", read.unread);
}

#[test]
fn changes_of_a_series_hold_wherever_the_week_is() {
    let series = "UID:a|DTSTART:20200106T090000|DURATION:PT1H|RRULE:FREQ=WEEKLY";
    for (change, wanted) in [
        (
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20261109T090000|DTSTART:20261110T120000|DURATION:PT2H",
            "tue 12:00-14:00",
        ),
        (
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20261130T090000|DTSTART:20261201T120000|DURATION:PT2H",
            "mon 09:00-10:00",
        ),
        (
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20261123T090000|DTSTART:20261123T120000|DURATION:PT2H",
            "mon 12:00-14:00",
        ),
        ("RECURRENCE-ID:20261123T090000|DTSTART:20261126T120000|DURATION:PT2H", "thu 12:00-14:00"),
        ("RECURRENCE-ID;VALUE=DATE:20261123|DTSTART:20261126T120000|DURATION:PT2H", "thu 12:00-14:00"),
        ("RECURRENCE-ID:20261123T090000|DURATION:PT2H", "mon 09:00-11:00"),
        (
            "RECURRENCE-ID:20250106T090000|DTSTART:20261126T120000|DURATION:PT2H",
            "mon 09:00-10:00; thu 12:00-14:00",
        ),
        ("RECURRENCE-ID:20261123T090000|STATUS:CANCELLED|DTSTART:20261123T090000", ""),
    ] {
        let read = busy(&[series, &format!("UID:a|{change}")], MONDAY);
        assert_eq!(told(&read.busy), wanted, "{change}");
        assert!(read.unread.is_empty(), "{change}: {:?}", read.unread);
    }
    let two = "DTSTART:20261123T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=2|RRULE:FREQ=WEEKLY;BYDAY=FR";
    assert_eq!(told(&busy(&[two], MONDAY).busy), "mon 09:00-10:00; tue 09:00-10:00; fri 09:00-10:00");
    let added = "DTSTART:20200106T090000|DURATION:PT1H|RDATE:20261124T090000|RDATE;VALUE=PERIOD:20261125T090000/PT3H|RDATE;VALUE=PERIOD:20261126T090000/20261126T093000|EXDATE:20261124T090000";
    assert_eq!(told(&busy(&[added], MONDAY).busy), "wed 09:00-12:00; thu 09:00-09:30");
}
