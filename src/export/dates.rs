//! Dates as text shows them.

use crate::week::day::Day;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Serialize, Serializer};
use std::ops::Range;

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

/// A date, a week or a time of day: digits in their places. By hand, since a week has ten of them and the library's
/// formatting takes as long as the search for some weeks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stamp<const N: usize>([u8; N]);

/// A date as YYYY-MM-DD; the years 1 to 9999 are all there are here.
pub(super) fn iso(date: NaiveDate) -> Stamp<10> {
    Stamp(*b"0000-00-00").put(0..4, date.year().unsigned_abs()).put(5..7, date.month()).put(8..10, date.day())
}

/// The week of a date as ISO 8601 has it.
pub(super) fn iso_week(date: NaiveDate) -> Stamp<8> {
    let week = date.iso_week();
    Stamp(*b"0000-W00").put(0..4, week.year().unsigned_abs()).put(6..8, week.week())
}

/// A time of day as HH:MM.
pub(super) fn time(minutes: u16) -> Stamp<5> {
    Stamp(*b"00:00").put(0..2, u32::from(minutes / 60)).put(3..5, u32::from(minutes % 60))
}

impl<const N: usize> Stamp<N> {
    fn put(mut self, places: Range<usize>, number: u32) -> Self {
        let mut left = number;
        for digit in self.0[places].iter_mut().rev() {
            *digit = b'0' + u8::try_from(left % 10).unwrap_or(0);
            left /= 10;
        }
        self
    }
}

impl<const N: usize> Serialize for Stamp<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(&self.0).unwrap_or_default())
    }
}
