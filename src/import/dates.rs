//! Dates of a plan: the Monday of a week, its name, its days.

use crate::week::day::Day;
use chrono::{Datelike, NaiveDate};

/// Weeks of a plan at most; what is longer is no training plan.
pub const MOST_WEEKS: usize = 520;

/// The Monday on which a plan without dates is put while it is checked.
pub const UNDATED: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date");

/// The Monday of a date's week; `None` before the first date of the calendar.
pub(super) fn monday_of(date: NaiveDate) -> Option<NaiveDate> {
    date.checked_sub_days(chrono::Days::new(date.weekday().num_days_from_monday().into()))
}

/// The day of the week of a date.
pub(super) fn day_of(date: NaiveDate) -> Day {
    Day::of(date.weekday().num_days_from_monday() as usize)
}

/// The date `days` days after `date`; `None` after the last date of the calendar.
pub(super) fn days_after(date: NaiveDate, days: usize) -> Option<NaiveDate> {
    date.checked_add_days(chrono::Days::new(days as u64))
}

/// The ISO name of the week that starts on a Monday: `2026-W48`.
pub(super) fn iso_week(monday: NaiveDate) -> String {
    let iso = monday.iso_week();
    format!("{:04}-W{:02}", iso.year(), iso.week())
}
