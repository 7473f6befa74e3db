//! How a series repeats (`RRULE:FREQ=WEEKLY;BYDAY=TU`), read part by part so that each part that cannot be read can be named.

use crate::input::ical::moments::{Stamp, stamp};
use chrono::Weekday;

/// How often a series repeats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Frequency {
    Yearly,
    Monthly,
    Weekly,
    #[default]
    Daily,
    Hourly,
    Minutely,
    Secondly,
}

/// A rule by which a series repeats (RFC 5545, 3.3.10).
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub frequency: Frequency,
    /// Every so many years, months, … seconds; at least 1.
    pub interval: i64,
    pub count: Option<u64>,
    pub until: Option<Stamp>,
    pub months: Vec<i64>,
    pub week_numbers: Vec<i64>,
    pub year_days: Vec<i64>,
    pub month_days: Vec<i64>,
    /// Weekdays, each with its number in the month or year, or 0 for every one.
    pub weekdays: Vec<(i64, Weekday)>,
    pub hours: Vec<i64>,
    pub minutes: Vec<i64>,
    pub seconds: Vec<i64>,
    pub positions: Vec<i64>,
    pub week_start: Weekday,
}

/// What a part that cannot be read leaves unsure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unsure {
    /// The end of the series.
    Limit,
    /// Every how many it takes place.
    Interval,
    /// The days on which it takes place.
    Days,
    /// The times of day too.
    Times,
}

/// A rule as far as it can be read, with each part that cannot.
#[derive(Clone, Debug)]
pub(super) struct RuleReading {
    pub rule: Rule,
    pub faults: Vec<(Unsure, String)>,
}

impl Default for Rule {
    fn default() -> Self {
        Self {
            frequency: Frequency::default(),
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            week_numbers: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            hours: Vec::new(),
            minutes: Vec::new(),
            seconds: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        }
    }
}

/// Reads a rule.
pub(super) fn read(text: &str) -> RuleReading {
    let (mut rule, mut faults, mut frequency) = (Rule::default(), Vec::new(), None);
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let (key, value) = (key.trim().to_ascii_uppercase(), value.trim());
        if key.starts_with("X-") {
            continue;
        }
        if key == "FREQ" {
            frequency = named(value);
        }
        if let Err(unsure) = part_of(&mut rule, &key, value) {
            faults.push((unsure, part.to_owned()));
        }
    }
    rule.frequency = frequency.unwrap_or_default();
    // A part that leaves the days open says enough.
    if frequency.is_none() && !faults.iter().any(|(unsure, _)| *unsure >= Unsure::Days) {
        faults.push((Unsure::Days, text.trim().to_owned()));
    }
    if faults.iter().any(|(unsure, _)| *unsure != Unsure::Limit) {
        // Counted by another rule the series would end too early.
        rule.count = None;
    }
    RuleReading { rule, faults }
}

/// Reads one part into a rule.
fn part_of(rule: &mut Rule, key: &str, value: &str) -> Result<(), Unsure> {
    let signed = |most: i64| numbers(value, -most, most, false).ok_or(Unsure::Days);
    let times = |most: i64| numbers(value, 0, most, true).ok_or(Unsure::Times);
    match key {
        "FREQ" => drop(named(value).ok_or(Unsure::Days)?),
        "INTERVAL" => rule.interval = number(value).filter(|n| *n > 0).ok_or(Unsure::Interval)?,
        "COUNT" => {
            let count = number(value).and_then(|n| u64::try_from(n).ok()).filter(|n| *n > 0);
            rule.count = Some(count.ok_or(Unsure::Limit)?);
        }
        "UNTIL" => rule.until = Some(stamp(value).ok_or(Unsure::Limit)?),
        "BYMONTH" => rule.months.extend(numbers(value, 1, 12, false).ok_or(Unsure::Days)?),
        "BYWEEKNO" => rule.week_numbers.extend(signed(53)?),
        "BYYEARDAY" => rule.year_days.extend(signed(366)?),
        "BYMONTHDAY" => rule.month_days.extend(signed(31)?),
        "BYDAY" => {
            let days: Option<Vec<_>> = value.split(',').map(weekday).collect();
            rule.weekdays.extend(days.ok_or(Unsure::Days)?);
        }
        "BYSETPOS" => rule.positions.extend(signed(366)?),
        "BYHOUR" => rule.hours.extend(times(23)?),
        "BYMINUTE" => rule.minutes.extend(times(59)?),
        "BYSECOND" => rule.seconds.extend(times(60)?),
        "WKST" => {
            rule.week_start = weekday(value).filter(|(n, _)| *n == 0).ok_or(Unsure::Days)?.1;
        }
        "RSCALE" if value.eq_ignore_ascii_case("GREGORIAN") => {}
        "SKIP" if value.eq_ignore_ascii_case("OMIT") => {}
        _ => return Err(Unsure::Days),
    }
    Ok(())
}

/// The frequency of a word.
fn named(value: &str) -> Option<Frequency> {
    Some(match value.to_ascii_uppercase().as_str() {
        "YEARLY" => Frequency::Yearly,
        "MONTHLY" => Frequency::Monthly,
        "WEEKLY" => Frequency::Weekly,
        "DAILY" => Frequency::Daily,
        "HOURLY" => Frequency::Hourly,
        "MINUTELY" => Frequency::Minutely,
        "SECONDLY" => Frequency::Secondly,
        _ => return None,
    })
}

/// A whole number, with a sign or without.
fn number(value: &str) -> Option<i64> {
    value.trim().parse().ok().filter(|n: &i64| n.abs() <= i64::from(u32::MAX))
}

/// Numbers in a range, apart from 0 where that counts from neither end.
fn numbers(value: &str, least: i64, most: i64, zero: bool) -> Option<Vec<i64>> {
    let within = |n: &i64| (least..=most).contains(n) && (zero || *n != 0);
    value.split(',').map(|part| number(part).filter(within)).collect()
}

/// A weekday with its number: `TU`, `2TU`, `-1SU`.
fn weekday(value: &str) -> Option<(i64, Weekday)> {
    let value = value.trim().to_ascii_uppercase();
    let at = value.len().checked_sub(2)?;
    let (nth, name) = (value.get(..at)?, value.get(at..)?);
    let day = match name {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    let nth = if nth.is_empty() { 0 } else { number(nth).filter(|n| *n != 0 && n.abs() <= 53)? };
    Some((nth, day))
}
