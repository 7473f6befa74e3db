//! Dates as text shows them.

use crate::week::dates::{MONTHS, day_and_month};
use crate::week::day::Day;
use chrono::{Datelike, Days, NaiveDate};

/// `week 48, 23–29 November 2026`.
pub(super) fn dates(monday: NaiveDate) -> String {
    let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(NaiveDate::MAX);
    let week = monday.iso_week().week();
    let month = |date: NaiveDate| MONTHS[date.month0() as usize];
    let (first, last) = (monday.day(), sunday.day());
    if monday.year() != sunday.year() {
        let (from, to) = (monday.year(), sunday.year());
        format!("week {week}, {first} {} {from} – {last} {} {to}", month(monday), month(sunday))
    } else if monday.month() != sunday.month() {
        format!("week {week}, {first} {} – {last} {} {}", month(monday), month(sunday), sunday.year())
    } else {
        format!("week {week}, {first}–{last} {} {}", month(sunday), sunday.year())
    }
}

/// `Saturday 16 January 2027`, or the day alone where there is no date.
pub(super) fn day_and_date(day: Day, date: Option<NaiveDate>) -> String {
    match date {
        Some(date) => {
            format!("{} {} {} {}", day.name(), date.day(), MONTHS[date.month0() as usize], date.year())
        }
        None => day.name().to_owned(),
    }
}

/// `14 February 2027`.
pub(super) fn date(date: NaiveDate) -> String {
    format!("{} {}", day_and_month(date), date.year())
}

/// `23 Nov`.
pub(super) fn short_date(date: NaiveDate) -> String {
    format!("{} {}", date.day(), &MONTHS[date.month0() as usize][..3])
}
