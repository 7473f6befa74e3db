//! Dates as text shows them.

use crate::day::Day;
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

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `Saturday 16 January 2027`, or the day alone where there is no date.
pub(super) fn day_and_date(day: Day, date: Option<NaiveDate>) -> String {
    match date {
        Some(date) => {
            format!("{} {} {} {}", day.name(), date.day(), MONTHS[date.month0() as usize], date.year())
        }
        None => day.name().to_owned(),
    }
}

/// `23 Nov`.
pub(super) fn short_date(date: NaiveDate) -> String {
    format!("{} {}", date.day(), &MONTHS[date.month0() as usize][..3])
}

/// A date as YYYY-MM-DD; the years 1 to 9999 are all there are here. By hand, since a week has seven of them and the
/// library's formatting takes as long as the search for some weeks.
pub(super) fn iso(date: NaiveDate) -> String {
    let digit = |number: u32, place: u32| char::from_digit(number / place % 10, 10).unwrap_or('0');
    let (year, month, day) = (date.year().unsigned_abs(), date.month(), date.day());
    let mut text = String::with_capacity(10);
    text.extend([1000, 100, 10, 1].map(|place| digit(year, place)));
    for number in [month, day] {
        text.push('-');
        text.extend([10, 1].map(|place| digit(number, place)));
    }
    text
}
