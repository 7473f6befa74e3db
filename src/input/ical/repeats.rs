//! The moments at which a series takes place, chunk by chunk (a year, month, week or day each), so that any week can be
//! asked for without walking there from the start.
//!
//! The library's own expander walks from the first moment and cannot jump: a plausible calendar of a thousand series that
//! began six years ago took three seconds. It is the oracle of the tests.

use crate::input::ical::days::Days;
use crate::input::ical::rule::{Frequency, Rule};
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike};

/// Seconds of a day.
const DAY: i64 = 86_400;
/// Weekly patterns repeat within so many days, or are walked.
const LONGEST_CYCLE: i64 = 40_000;

/// What may still be looked at; one for a file, so that no number of series takes long.
#[derive(Debug)]
pub(super) struct Budget(u64);

/// The budget is used up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut;

impl Budget {
    /// A budget of so many moments or days.
    pub const fn new(steps: u64) -> Self {
        Self(steps)
    }

    /// Takes steps from the budget; where they are not left, none are.
    pub fn take(&mut self, steps: u64) -> Result<(), Cut> {
        self.0 = self.0.checked_sub(steps).ok_or_else(|| {
            self.0 = 0;
            Cut
        })?;
        Ok(())
    }
}

/// A series: a rule, its first moment, and its last where it has one.
#[derive(Clone, Debug)]
pub(super) struct Series {
    rule: Rule,
    days: Days,
    start: NaiveDateTime,
    until: Option<NaiveDateTime>,
    /// The hours, minutes and seconds at which it takes place, a bit each; all of them where the rule says nothing and the
    /// frequency is finer.
    clock: [u64; 3],
}

impl Series {
    /// A series that starts at `start` and goes on to `until` or without end.
    pub fn new(rule: Rule, start: NaiveDateTime, until: Option<NaiveDateTime>) -> Self {
        let mask = |named: &[i64], own: u32, finest: Frequency| {
            let bits = named.iter().fold(0_u64, |bits, n| bits | 1 << (*n).min(59));
            match named.is_empty() {
                false => bits,
                true if rule.frequency < finest => 1 << own,
                true => u64::MAX,
            }
        };
        let clock = [
            mask(&rule.hours, start.hour(), Frequency::Hourly),
            mask(&rule.minutes, start.minute(), Frequency::Minutely),
            mask(&rule.seconds, start.second(), Frequency::Secondly),
        ];
        let days = Days::new(&rule, start.date());
        Self { rule, days, start, until, clock }
    }

    /// Whether the series takes place at the time of day of its start alone.
    pub fn keeps_time(&self) -> bool {
        let start = [self.start.hour(), self.start.minute(), self.start.second()];
        self.rule.frequency < Frequency::Hourly && self.clock == start.map(|at| 1 << at)
    }

    /// Brings a number of times to the moment of the last, as far as that is before `to`.
    pub fn resolve_count(&mut self, to: NaiveDateTime, budget: &mut Budget) -> Result<(), Cut> {
        let Some(count) = self.rule.count.take() else { return Ok(()) };
        let days = (to - self.start).num_days().max(0).unsigned_abs() + 2;
        // So often it cannot take place before the end.
        if count >= days.saturating_mul(self.times_of_day()).saturating_mul(self.most_of_day()) {
            return Ok(());
        }
        let cycle = self.cycle();
        let walked = cycle.and_then(|cycle| self.start.checked_add_signed(cycle)).unwrap_or(to);
        let wanted = usize::try_from(count).unwrap_or(usize::MAX);
        let mut moments = Vec::new();
        self.between(self.start, walked, budget, |moment| {
            moments.push(moment);
            moments.len() < wanted
        })?;
        let last = match (moments.len(), cycle) {
            (number, _) if number >= wanted => moments.last().copied(),
            (0, _) => Some(self.start - TimeDelta::seconds(1)),
            (_, None) => None,
            (number, Some(cycle)) => {
                let index = wanted - 1;
                let cycles = i32::try_from(index / number).ok();
                cycles
                    .and_then(|n| TimeDelta::try_seconds(cycle.num_seconds().checked_mul(n.into())?))
                    .and_then(|later| moments[index % number].checked_add_signed(later))
            }
        };
        self.until = [self.until, last].into_iter().flatten().min();
        Ok(())
    }

    /// Moments of each of its days, where those are the same every day; else 1.
    fn times_of_day(&self) -> u64 {
        let coarse = self.rule.frequency < Frequency::Hourly;
        if coarse { self.clock.iter().map(|of| u64::from(of.count_ones())).product() } else { 1 }
    }

    /// Moments of a day at most, where the series takes place every so many hours, minutes or seconds.
    fn most_of_day(&self) -> u64 {
        match self.rule.frequency {
            Frequency::Hourly => 24 * 3600,
            Frequency::Minutely | Frequency::Secondly => DAY.unsigned_abs(),
            _ => 1,
        }
    }

    /// The time after which a series repeats itself exactly; `None` where months or years play a part.
    fn cycle(&self) -> Option<TimeDelta> {
        let rule = &self.rule;
        if rule.frequency < Frequency::Weekly || self.days.need_months() {
            return None;
        }
        let days = if rule.weekdays.is_empty() && rule.frequency != Frequency::Weekly { 1 } else { 7 };
        let interval = match rule.frequency {
            Frequency::Weekly => 7 * DAY * rule.interval,
            Frequency::Daily => DAY * rule.interval,
            other => unit(other) * rule.interval,
        };
        let seconds = interval.checked_mul(days * DAY / common(interval, days * DAY))?;
        TimeDelta::try_seconds(seconds).filter(|cycle| cycle.num_days() <= LONGEST_CYCLE)
    }

    /// Calls `at` for each moment from `from` and before `to`, in their order, until it returns false.
    pub fn between(
        &self,
        from: NaiveDateTime,
        to: NaiveDateTime,
        budget: &mut Budget,
        mut at: impl FnMut(NaiveDateTime) -> bool,
    ) -> Result<(), Cut> {
        let from = from.max(self.start);
        let last = self.until.filter(|until| *until < to);
        let mut number = self.chunk_of(from.date());
        let mut moments = Vec::new();
        loop {
            let Some(first) = self.first_day(number) else { return Ok(()) };
            if first >= to.date().succ_opt().unwrap_or(NaiveDate::MAX)
                || last.is_some_and(|last| first > last.date())
            {
                return Ok(());
            }
            moments.clear();
            self.chunk(number, Some((from.date(), to.date())), budget, &mut moments)?;
            for moment in moments.iter().copied().filter(|moment| *moment >= from) {
                if moment >= to || last.is_some_and(|last| moment > last) || !at(moment) {
                    return Ok(());
                }
            }
            number += 1;
        }
    }

    /// The latest moment from `floor` and before `to` that `keep` holds for.
    pub fn latest(
        &self,
        floor: NaiveDateTime,
        to: NaiveDateTime,
        budget: &mut Budget,
        keep: impl Fn(NaiveDateTime) -> bool,
    ) -> Result<Option<NaiveDateTime>, Cut> {
        let floor = floor.max(self.start);
        let to = self.until.map_or(to, |until| to.min(until + TimeDelta::seconds(1)));
        let mut moments = Vec::new();
        if to <= floor {
            return Ok(None);
        }
        for number in (self.chunk_of(floor.date())..=self.chunk_of(to.date())).rev() {
            moments.clear();
            self.chunk(number, Some((floor.date(), to.date())), budget, &mut moments)?;
            let found = moments.iter().rev().copied().find(|at| *at >= floor && *at < to && keep(*at));
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// The number of the last chunk that begins by a day.
    fn chunk_of(&self, day: NaiveDate) -> i64 {
        let start = self.start.date();
        let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        let passed = match self.rule.frequency {
            Frequency::Yearly => i64::from(day.year()) - i64::from(start.year()),
            Frequency::Monthly => months(day) - months(start),
            Frequency::Weekly => (day - self.days.week_of(start)).num_days().div_euclid(7),
            Frequency::Daily => (day - start).num_days(),
            _ => return (day - start).num_days().max(0),
        };
        passed.div_euclid(self.rule.interval).max(0)
    }

    /// The first day of a chunk.
    fn first_day(&self, number: i64) -> Option<NaiveDate> {
        let start = self.start.date();
        let passed = number.checked_mul(self.rule.interval)?;
        let later = |from: NaiveDate, days: i64| from.checked_add_signed(TimeDelta::try_days(days)?);
        match self.rule.frequency {
            Frequency::Yearly => {
                NaiveDate::from_ymd_opt(i32::try_from(passed.checked_add(start.year().into())?).ok()?, 1, 1)
            }
            Frequency::Monthly => {
                let month = (i64::from(start.year()) * 12 + i64::from(start.month0())).checked_add(passed)?;
                let month0 = u32::try_from(month.rem_euclid(12)).ok()?;
                NaiveDate::from_ymd_opt(i32::try_from(month.div_euclid(12)).ok()?, month0 + 1, 1)
            }
            Frequency::Weekly => later(self.days.week_of(start), passed.checked_mul(7)?),
            Frequency::Daily => later(start, passed),
            _ => later(start, number),
        }
    }

    /// The moments of a chunk in their order; those outside of `within` may be left out.
    fn chunk(
        &self,
        number: i64,
        within: Option<(NaiveDate, NaiveDate)>,
        budget: &mut Budget,
        moments: &mut Vec<NaiveDateTime>,
    ) -> Result<(), Cut> {
        budget.take(1)?;
        let Some(first) = self.first_day(number) else { return Ok(()) };
        let mut days = Vec::new();
        // A position counts among all days of the chunk.
        let positions = &self.rule.positions;
        budget.take(self.days.of_chunk(first, within.filter(|_| positions.is_empty()), &mut days))?;
        if self.rule.frequency >= Frequency::Hourly {
            for day in days {
                self.instants(day, budget, moments)?;
            }
            return Ok(());
        }
        budget.take(days.len() as u64 * self.times_of_day())?;
        for midnight in days.into_iter().filter_map(|day| day.and_hms_opt(0, 0, 0)) {
            for hour in bits(self.clock[0]) {
                for minute in bits(self.clock[1]) {
                    let whole = hour * 3600 + minute * 60;
                    moments.extend(
                        bits(self.clock[2]).map(|second| midnight + TimeDelta::seconds(whole + second)),
                    );
                }
            }
        }
        choose(positions, 0, moments);
        Ok(())
    }

    /// The moments of a day where the series takes place every so many hours, minutes or seconds.
    fn instants(
        &self,
        day: NaiveDate,
        budget: &mut Budget,
        moments: &mut Vec<NaiveDateTime>,
    ) -> Result<(), Cut> {
        let Some(midnight) = day.and_hms_opt(0, 0, 0) else { return Ok(()) };
        let unit = unit(self.rule.frequency);
        let first = midnight.and_utc().timestamp().div_euclid(unit);
        let start = self.start.and_utc().timestamp().div_euclid(unit);
        let mut at = (start - first).rem_euclid(self.rule.interval);
        let has = |which: usize, value: i64| self.clock[which] >> value & 1 == 1;
        // To pass over a moment is cheap.
        budget.take((DAY / unit / self.rule.interval).unsigned_abs() / 16)?;
        while at < DAY / unit {
            let seconds = at * unit;
            at += self.rule.interval;
            let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
            if !has(0, hour) || unit <= 60 && !has(1, minute) || unit == 1 && !has(2, second) {
                continue;
            }
            let from = moments.len();
            let minutes = if unit == 3600 { self.clock[1] } else { 1 << minute };
            let of_minute = if unit == 1 { 1 << second } else { self.clock[2] };
            for minute in bits(minutes) {
                budget.take(of_minute.count_ones().into())?;
                let whole = hour * 3600 + minute * 60;
                moments.extend(bits(of_minute).map(|second| midnight + TimeDelta::seconds(whole + second)));
            }
            choose(&self.rule.positions, from, moments);
        }
        Ok(())
    }
}

/// The seconds of an hour, a minute or a second.
const fn unit(frequency: Frequency) -> i64 {
    match frequency {
        Frequency::Hourly => 3600,
        Frequency::Minutely => 60,
        _ => 1,
    }
}

/// The numbers from 0 to 59 whose bit is set.
fn bits(mask: u64) -> impl Iterator<Item = i64> {
    (0..60).filter(move |bit| mask >> bit & 1 == 1)
}

/// The greatest number that divides both.
const fn common(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { common(b, a % b) }
}

/// Keeps of the moments from `from` on those at the positions, counted from either end; all where there is none.
fn choose(positions: &[i64], from: usize, moments: &mut Vec<NaiveDateTime>) {
    if positions.is_empty() {
        return;
    }
    let of_set = moments.split_off(from);
    let number = i64::try_from(of_set.len()).unwrap_or(i64::MAX);
    let at = |position: &i64| if *position > 0 { position - 1 } else { number + position };
    let mut chosen: Vec<usize> = positions.iter().filter_map(|of| usize::try_from(at(of)).ok()).collect();
    chosen.sort_unstable();
    chosen.dedup();
    moments.extend(chosen.into_iter().filter_map(|at| of_set.get(at).copied()));
}
