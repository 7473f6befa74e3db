//! The days on which a series takes place, within a year, a month, a week or a day.

use crate::input::ical::rule::{Frequency, Rule};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

/// The days of a rule.
#[derive(Clone, Debug)]
pub(super) struct Days {
    frequency: Frequency,
    months: Vec<i64>,
    week_numbers: Vec<i64>,
    of_year: Vec<i64>,
    of_month: Vec<i64>,
    weekdays: Vec<(i64, Weekday)>,
    week_start: Weekday,
}

impl Days {
    /// The days of a rule; what it leaves open is as on the first day.
    pub fn new(rule: &Rule, first: NaiveDate) -> Self {
        let mut days = Self {
            frequency: rule.frequency,
            months: rule.months.clone(),
            week_numbers: rule.week_numbers.clone(),
            of_year: rule.year_days.clone(),
            of_month: rule.month_days.clone(),
            weekdays: rule.weekdays.clone(),
            week_start: rule.week_start,
        };
        // A number counts within months and years alone.
        let counts = days.frequency <= Frequency::Monthly && days.week_numbers.is_empty();
        if !counts {
            days.weekdays.iter_mut().for_each(|(nth, _)| *nth = 0);
        }
        let open = days.of_year.is_empty() && days.of_month.is_empty() && days.weekdays.is_empty();
        match days.frequency {
            Frequency::Yearly if open && !days.week_numbers.is_empty() => {
                days.weekdays.push((0, first.weekday()));
            }
            Frequency::Yearly if open => {
                if days.months.is_empty() {
                    days.months.push(first.month().into());
                }
                days.of_month.push(first.day().into());
            }
            Frequency::Monthly if open => days.of_month.push(first.day().into()),
            Frequency::Weekly if open => days.weekdays.push((0, first.weekday())),
            _ => {}
        }
        days
    }

    /// Whether months or years play a part, which are not all as long.
    pub fn need_months(&self) -> bool {
        !(self.months.is_empty()
            && self.week_numbers.is_empty()
            && self.of_year.is_empty()
            && self.of_month.is_empty())
    }

    /// Adds the days of the chunk that begins on a day, in their order, of those `within` alone where that is given; what
    /// that takes of the budget.
    pub fn of_chunk(
        &self,
        first: NaiveDate,
        within: Option<(NaiveDate, NaiveDate)>,
        days: &mut Vec<NaiveDate>,
    ) -> u64 {
        let mut add = |first: NaiveDate, number: usize| {
            let last = first.checked_add_days(chrono::Days::new(number as u64 - 1)).unwrap_or(NaiveDate::MAX);
            let (from, to) = within.map_or((first, last), |(from, to)| (first.max(from), last.min(to)));
            days.extend(from.iter_days().take_while(|day| *day <= to).filter(|day| self.has(*day)));
            u64::try_from((to - from).num_days().max(0)).unwrap_or(0) / 8
        };
        match self.frequency {
            Frequency::Yearly if self.months.is_empty() => add(first, year_length(first)),
            Frequency::Yearly => {
                let mut months = self.months.clone();
                months.sort_unstable();
                months.dedup();
                let first_of = |month: &i64| first.with_month(u32::try_from(*month).ok()?);
                months.iter().filter_map(first_of).map(|first| add(first, month_length(first))).sum()
            }
            Frequency::Monthly if !self.is_in_months(first) => 0,
            Frequency::Monthly => add(first, month_length(first)),
            Frequency::Weekly => add(first, 7),
            _ => add(first, 1),
        }
    }

    fn is_in_months(&self, day: NaiveDate) -> bool {
        self.months.is_empty() || self.months.contains(&day.month().into())
    }

    /// Whether a day is one of them.
    fn has(&self, day: NaiveDate) -> bool {
        self.is_in_months(day)
            && either_end(&self.of_month, day.day().into(), month_length(day))
            && either_end(&self.of_year, day.ordinal().into(), year_length(day))
            && (self.week_numbers.is_empty() || self.is_in_weeks(day))
            && (self.weekdays.is_empty()
                || self.weekdays.iter().any(|(nth, weekday)| self.is_nth(day, *nth, *weekday)))
    }

    /// Whether a day is the so-manieth of its weekday, in its month or year.
    fn is_nth(&self, day: NaiveDate, nth: i64, weekday: Weekday) -> bool {
        let in_month = self.frequency == Frequency::Monthly || !self.months.is_empty();
        let (day0, length) = if in_month {
            (i64::from(day.day0()), month_length(day))
        } else {
            (i64::from(day.ordinal0()), year_length(day))
        };
        let from_end = i64::try_from(length).unwrap_or(0) - 1 - day0;
        day.weekday() == weekday && (nth == 0 || nth == day0 / 7 + 1 || nth == -(from_end / 7) - 1)
    }

    /// Whether a day is in one of the weeks of its year, counted from either end.
    fn is_in_weeks(&self, day: NaiveDate) -> bool {
        // The fourth day of a week says which year it belongs to.
        let fourth = |day: NaiveDate| self.week_of(day) + TimeDelta::days(3);
        let number = |day: NaiveDate| i64::from(fourth(day).ordinal0()) / 7 + 1;
        let last = NaiveDate::from_ymd_opt(fourth(day).year(), 12, 28).map_or(52, number);
        self.week_numbers.iter().any(|week| *week == number(day) || *week == number(day) - last - 1)
    }

    /// The first day of the week of a day.
    pub fn week_of(&self, day: NaiveDate) -> NaiveDate {
        let into = i64::from(day.weekday().days_since(self.week_start));
        day.checked_sub_signed(TimeDelta::days(into)).unwrap_or(day)
    }
}

/// Whether a number is in a list in which negative ones count from the end; every number is in an empty list.
fn either_end(list: &[i64], number: i64, length: usize) -> bool {
    let length = i64::try_from(length).unwrap_or(0);
    list.is_empty() || list.iter().any(|at| *at == number || *at == number - length - 1)
}

/// Days of the month of a day.
fn month_length(day: NaiveDate) -> usize {
    day.num_days_in_month().into()
}

/// Days of the year of a day.
fn year_length(day: NaiveDate) -> usize {
    if day.leap_year() { 366 } else { 365 }
}
