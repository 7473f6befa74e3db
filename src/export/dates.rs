//! Dates as text shows them.

use crate::day::Day;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Serialize, Serializer};

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
#[derive(Clone, Copy, Debug)]
pub(super) struct Iso([u8; 10]);

impl Iso {
    pub fn new(date: NaiveDate) -> Self {
        let mut text = *b"0000-00-00";
        let mut put = |number: u32, end: usize, digits: usize| {
            let mut left = number;
            for at in (end - digits..end).rev() {
                text[at] = b'0' + u8::try_from(left % 10).unwrap_or(0);
                left /= 10;
            }
        };
        put(date.year().unsigned_abs(), 4, 4);
        put(date.month(), 7, 2);
        put(date.day(), 10, 2);
        Self(text)
    }
}

impl Serialize for Iso {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(&self.0).unwrap_or_default())
    }
}
