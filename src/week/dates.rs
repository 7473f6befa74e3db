//! Dates and the weeks that they lie in: the Monday of a week, its name, its days.

use crate::week::day::Day;
use chrono::{Datelike, NaiveDate, Weekday};

/// The months, January first.
pub const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
];

/// A date without its year: `31 March`.
#[must_use]
pub fn day_and_month(date: NaiveDate) -> String {
    format!("{} {}", date.day(), MONTHS[date.month0() as usize])
}

/// The Monday of a date's week; `None` before the first date of the calendar.
#[must_use]
pub fn monday_of(date: NaiveDate) -> Option<NaiveDate> {
    date.checked_sub_days(chrono::Days::new(date.weekday().num_days_from_monday().into()))
}

/// The day of the week of a date.
#[must_use]
pub fn day_of(date: NaiveDate) -> Day {
    Day::of(date.weekday().num_days_from_monday() as usize)
}

/// The date `days` days after `date`; `None` after the last date of the calendar.
#[must_use]
pub fn days_after(date: NaiveDate, days: usize) -> Option<NaiveDate> {
    date.checked_add_days(chrono::Days::new(days as u64))
}

/// The week of a date as ISO 8601 has it: `2026-W48`.
#[must_use]
pub fn iso_week(date: NaiveDate) -> String {
    let week = date.iso_week();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The Monday of a week such as `2026-W48`, of the years 1 to 9998.
#[must_use]
pub fn iso_monday(text: &str) -> Option<NaiveDate> {
    let (year, week) = text.split_once("-W")?;
    let year = year.parse().ok().filter(|year| (1..=9998).contains(year))?;
    NaiveDate::from_isoywd_opt(year, week.parse().ok()?, Weekday::Mon)
}
