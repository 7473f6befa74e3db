//! A series as a whole: what its rules give, without what is left out, with what is added, and as later versions change it.

use crate::input::ical::event::Event;
use crate::input::ical::repeats::{Budget, Cut, Series};
use crate::input::ical::rule::{Frequency, Rule, Unsure};
use crate::input::ical::zones::Zones;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A longer event may begin long before the asked days; only the last that does can reach into them further than others.
const LONG: TimeDelta = TimeDelta::days(2);

/// The days that are asked for, on the clocks of an event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub from: NaiveDateTime,
    pub to: NaiveDateTime,
    /// Whether the time is asked for: then what is unsure happens, and what takes no time may be left out.
    pub is_time: bool,
}

/// A series, or a single event.
#[derive(Debug)]
pub(super) struct Group {
    /// The number of the event among the blocks of its calendar.
    pub block: usize,
    pub event: Arc<Event>,
    /// Occurrences that do not take place as the rules say.
    left_out: BTreeSet<NaiveDateTime>,
    added: BTreeSet<NaiveDateTime>,
    /// The series from its start, and from each change of all later occurrences.
    parts: Vec<Part>,
}

/// A stretch of a series that takes place in the same way.
#[derive(Clone, Copy, Debug)]
struct Part {
    block: usize,
    from: NaiveDateTime,
    to: NaiveDateTime,
    /// The time by which each occurrence is later than the rules say.
    shift: TimeDelta,
    length: TimeDelta,
}

/// Takes an occurrence: the number of its event, its start and its length.
pub(super) type Emit<'f> = dyn FnMut(usize, NaiveDateTime, TimeDelta) -> Result<(), Cut> + 'f;

impl Group {
    /// The series of an event, with the events that change occurrences of it.
    pub fn new(block: usize, event: &Arc<Event>, changes: &[(usize, &Event)], zones: &Zones) -> Self {
        let mut left_out = event.left_out.clone();
        let mut later = Vec::new();
        for (number, change) in changes {
            let Some(occurrence) = &change.changes else { continue };
            let moment = occurrence.moment(zones, event);
            left_out.insert(moment);
            if occurrence.and_later {
                later.push((moment, *number, change.start - moment, change.length));
            }
        }
        later.sort_by_key(|(from, number, ..)| (*from, *number));
        let whole = Part {
            block,
            from: NaiveDateTime::MIN,
            to: NaiveDateTime::MAX,
            shift: TimeDelta::zero(),
            length: event.length,
        };
        let mut parts = vec![whole];
        for (from, block, shift, length) in later {
            if let Some(last) = parts.last_mut() {
                last.to = from;
            }
            parts.push(Part { block, from, to: NaiveDateTime::MAX, shift, length });
        }
        let added = event.added.iter().map(|(moment, _)| *moment).collect();
        Self { block, event: Arc::clone(event), left_out, added, parts }
    }

    /// Whether the series has no end of itself.
    pub fn is_endless(&self) -> bool {
        let endless = |(rule, until): &(Rule, Option<NaiveDateTime>)| until.is_none() && rule.count.is_none();
        self.event.unsure.is_none() && self.event.rules.iter().any(endless)
    }

    /// Whether the series repeats within a day.
    pub fn is_fine(&self) -> bool {
        self.price() > Some(Frequency::Daily)
    }

    /// Whether the series never takes place, because it ends before it begins.
    pub fn ends_before_it_begins(&self) -> bool {
        let ends = |until: &Option<NaiveDateTime>| until.is_some_and(|until| until < self.event.start);
        !self.event.rules.is_empty() && self.event.rules.iter().all(|(_, until)| ends(until))
    }

    /// How dear the series is to look at: single events are cheapest, then the frequencies.
    pub fn price(&self) -> Option<Frequency> {
        self.event.rules.iter().map(|(rule, _)| rule.frequency).max()
    }

    /// Gives each occurrence that reaches into the span, and of long ones those alone that reach furthest.
    pub fn happen(&self, span: &Span, budget: &mut Budget, emit: &mut Emit<'_>) -> Result<(), Cut> {
        budget.take(1 + self.event.added.len() as u64)?;
        for part in &self.parts {
            self.named(part, emit)?;
            let takes_time = part.length > TimeDelta::zero();
            if self.event.unsure.is_some() || span.is_time && !takes_time {
                continue;
            }
            for (rule, until) in &self.event.rules {
                let series = Series::new(rule.clone(), self.event.start, *until);
                self.by_rule(part, series, span, budget, emit)?;
            }
        }
        if self.event.unsure.is_some() && span.is_time { self.every_day(span, emit) } else { Ok(()) }
    }

    /// Gives the first occurrence, and those that are named one by one.
    fn named(&self, part: &Part, emit: &mut Emit<'_>) -> Result<(), Cut> {
        let start = self.event.start;
        let is_in = |moment: NaiveDateTime| {
            moment >= part.from && moment < part.to && !self.left_out.contains(&moment)
        };
        if is_in(start) && !self.ends_before_it_begins() {
            emit(part.block, start + part.shift, part.length)?;
        }
        for (moment, length) in
            self.event.added.iter().filter(|(moment, _)| is_in(*moment) && *moment != start)
        {
            emit(part.block, *moment + part.shift, length.unwrap_or(part.length))?;
        }
        Ok(())
    }

    /// Gives the occurrences of a rule.
    fn by_rule(
        &self,
        part: &Part,
        mut series: Series,
        span: &Span,
        budget: &mut Budget,
        emit: &mut Emit<'_>,
    ) -> Result<(), Cut> {
        let shifted = |moment: NaiveDateTime, by: TimeDelta| {
            moment.checked_sub_signed(by).unwrap_or(NaiveDateTime::MIN)
        };
        let to = shifted(span.to, part.shift).min(part.to);
        let from = shifted(shifted(span.from, part.shift), part.length.min(LONG)).max(part.from);
        if from >= to {
            return Ok(());
        }
        series.resolve_count(to, budget)?;
        let keep = |moment: NaiveDateTime| {
            moment != self.event.start && !self.left_out.contains(&moment) && !self.added.contains(&moment)
        };
        if part.length > LONG {
            let floor = shifted(shifted(span.from, part.shift), part.length).max(part.from);
            if let Some(moment) = series.latest(floor, from, budget, keep)? {
                emit(part.block, moment + part.shift, part.length)?;
            }
        }
        let mut emitted = Ok(());
        series.between(from, to, budget, |moment| {
            if keep(moment) {
                emitted = emit(part.block, moment + part.shift, part.length);
            }
            emitted.is_ok()
        })?;
        emitted
    }

    /// Gives an occurrence on every day of the span on which the series may take place: all day, where its times are not
    /// known either.
    pub fn every_day(&self, span: &Span, emit: &mut Emit<'_>) -> Result<(), Cut> {
        let event = &self.event;
        let longest = self.parts.iter().map(|part| part.length).max().unwrap_or_default();
        if longest <= TimeDelta::zero() {
            return Ok(());
        }
        let other_times =
            |(rule, until): &(Rule, _)| !Series::new(rule.clone(), event.start, *until).keeps_time();
        let all_day = event.unsure == Some(Unsure::Times)
            || longest >= TimeDelta::days(1)
            || self.parts.len() > 1
            || event.rules.iter().any(other_times);
        // Without end, where one of the rules has none.
        let until: Option<Vec<_>> = event.rules.iter().map(|(_, until)| *until).collect();
        let until = until.and_then(|ends| ends.into_iter().max());
        let first = event.start.date().max(span.from.date());
        let last = until.unwrap_or(NaiveDateTime::MAX).min(span.to);
        for day in first.iter_days().take_while(|day| *day <= last.date()) {
            let at = |day: NaiveDate| {
                if all_day { day.and_hms_opt(0, 0, 0) } else { Some(day.and_time(event.start.time())) }
            };
            let Some(moment) = at(day) else { continue };
            if all_day {
                // A long one that begins on the last day goes on.
                emit(self.block, moment, longest.max(TimeDelta::days(1)))?;
            } else if !self.left_out.contains(&moment) {
                emit(self.block, moment, longest)?;
            }
        }
        Ok(())
    }
}
