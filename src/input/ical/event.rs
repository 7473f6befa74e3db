//! One event of a calendar: its moments on the clocks of the zone in which it starts, and what of it cannot be read.
//!
//! On those clocks an hour that comes twice or not at all, an end of a series in UTC and a changed occurrence in another
//! zone are all found.

use crate::input::ical::blocks::{Block, Property};
use crate::input::ical::fault::{Fault, FaultKind, Purpose};
use crate::input::ical::moments::{Stamp, leading_date, length, stamp};
use crate::input::ical::rule::{self, Rule, Unsure};
use crate::input::ical::zones::{EventZone, Zones, fixed};
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::BTreeSet;

/// An event, or a changed occurrence of one.
#[derive(Debug)]
pub(super) struct Event {
    pub start: NaiveDateTime,
    /// The zone; `None` for "wherever I am".
    pub zone: Option<EventZone>,
    /// The time from start to end; nothing where the file names no end.
    pub length: TimeDelta,
    /// How it repeats, with the last moment where it has one.
    pub rules: Vec<(Rule, Option<NaiveDateTime>)>,
    /// What is not known of how it repeats, where that leaves its days open.
    pub unsure: Option<Unsure>,
    /// Occurrences that are left out.
    pub left_out: BTreeSet<NaiveDateTime>,
    /// Further occurrences, each with its length where that is another.
    pub added: Vec<(NaiveDateTime, Option<TimeDelta>)>,
    /// The occurrence of a series that this event stands for.
    pub changes: Option<Occurrence>,
}

/// The occurrence that an event changes, as it is written.
#[derive(Clone, Debug)]
pub(super) struct Occurrence {
    stamp: Stamp,
    zone: Option<String>,
    /// Whether all later ones are changed too.
    pub and_later: bool,
}

/// Reads events, and keeps what cannot be read.
pub(super) struct Reader<'z> {
    pub zones: &'z Zones,
    pub purpose: Purpose,
    pub faults: Vec<Fault>,
}

impl Occurrence {
    /// The moment on the clocks of the series' zone.
    pub fn moment(&self, zones: &Zones, series: &Event) -> NaiveDateTime {
        if self.stamp.is_date {
            return self.stamp.naive.date().and_time(series.start.time());
        }
        local(self.stamp, self.zone.as_deref(), zones, series.zone)
    }
}

/// A moment on the clocks of the zone `to`, written with an offset or in the zone of a name.
fn local(stamp: Stamp, name: Option<&str>, zones: &Zones, to: Option<EventZone>) -> NaiveDateTime {
    let from = stamp.offset.map(|offset| EventZone::Known(fixed(offset)));
    let from = from.or_else(|| name.and_then(|name| zones.named(name)));
    match (from, to) {
        (Some(from), Some(to)) if from != to && !stamp.is_date => {
            zones.moment(stamp.naive, from).map_or(stamp.naive, |moment| zones.local(moment, to))
        }
        _ => stamp.naive,
    }
}

impl Reader<'_> {
    /// Notes that a property cannot be read.
    fn fault(&mut self, block: usize, property: &Property, kind: FaultKind, found: impl Into<String>) {
        self.faults.push(Fault { block, line: property.line, kind, found: found.into() });
    }

    /// Reads an event; `None` where nothing says when it is.
    pub fn read(&mut self, number: usize, block: &Block) -> Option<Event> {
        let changes = self.changes(number, block);
        let (start, zone_name) = self.start(number, block, changes.as_ref())?;
        let zone = start.offset.map(|offset| EventZone::Known(fixed(offset)));
        let zone = zone.or_else(|| zone_name.as_deref().and_then(|name| self.zones.named(name)));
        let mut event = Event {
            start: start.naive,
            zone: zone.filter(|_| !start.is_date),
            length: TimeDelta::zero(),
            rules: Vec::new(),
            unsure: None,
            left_out: BTreeSet::new(),
            added: Vec::new(),
            changes,
        };
        if zone.is_none()
            && let Some(name) = zone_name.filter(|_| !start.is_date)
        {
            let line = block.get("DTSTART").map_or(block.line, |start| start.line);
            self.faults.push(Fault { block: number, line, kind: FaultKind::Zone, found: name });
        }
        if event.zone.is_some_and(|zone| self.zones.is_flawed(zone))
            && let Some(start) = block.get("DTSTART")
        {
            self.fault(number, start, FaultKind::ZoneRules, start.parameter("TZID").unwrap_or_default());
        }
        event.length = self.length(number, block, start, &event);
        self.repeats(number, block, start, &mut event);
        self.lists(number, block, &mut event);
        Some(event)
    }

    /// The start of an event with the name of its zone; of what cannot be read the day, or what else says when it is.
    fn start(
        &mut self,
        number: usize,
        block: &Block,
        changes: Option<&Occurrence>,
    ) -> Option<(Stamp, Option<String>)> {
        let day = |naive: NaiveDateTime| Stamp { naive, is_date: true, offset: None };
        let Some(property) = block.get("DTSTART") else {
            if let Some(changes) = changes {
                return Some((changes.stamp, changes.zone.clone()));
            }
            let line = block.line;
            let none = Property { name: "no DTSTART".to_owned(), line, ..Property::default() };
            return self.start_by_end(number, block, &none);
        };
        let zone = property.parameter("TZID").map(str::to_owned);
        if let Some(stamp) = stamp(&property.value) {
            return Some((stamp, zone));
        }
        if let Some(date) = leading_date(&property.value) {
            self.fault(number, property, FaultKind::StartTime, property.shown());
            return Some((day(date.and_time(NaiveTime::MIN)), None));
        }
        if let Some(changes) = changes {
            self.fault(number, property, FaultKind::StartTime, property.shown());
            return Some((changes.stamp, changes.zone.clone()));
        }
        self.start_by_end(number, block, property)
    }

    /// The start of an event of which only the end can be read: an hour before it.
    fn start_by_end(
        &mut self,
        number: usize,
        block: &Block,
        start: &Property,
    ) -> Option<(Stamp, Option<String>)> {
        let end = block.get("DTEND");
        let Some((property, end)) = end.and_then(|of| Some((of, stamp(&of.value)?))) else {
            self.fault(number, start, FaultKind::Undated, start.shown());
            return None;
        };
        self.fault(number, start, FaultKind::StartOnly, start.shown());
        let before = if end.is_date { TimeDelta::days(1) } else { TimeDelta::hours(1) };
        let naive = end.naive.checked_sub_signed(before)?;
        Some((Stamp { naive, ..end }, property.parameter("TZID").map(str::to_owned)))
    }

    /// The time from start to end.
    fn length(&mut self, number: usize, block: &Block, start: Stamp, event: &Event) -> TimeDelta {
        let (end, lasts) = (block.get("DTEND"), block.get("DURATION"));
        let assumed = match (start.is_date, self.purpose) {
            (true, _) => TimeDelta::days(1),
            (false, Purpose::Time) => TimeDelta::hours(1),
            (false, Purpose::Plan) => TimeDelta::zero(),
        };
        let at_end = end.and_then(|end| {
            let name = end.parameter("TZID");
            Some(local(stamp(&end.value)?, name, self.zones, event.zone))
        });
        if let Some(end) = end
            && let Some(name) = end.parameter("TZID").filter(|name| self.zones.named(name).is_none())
            && block.get("DTSTART").and_then(|start| start.parameter("TZID")) != Some(name)
        {
            self.fault(number, end, FaultKind::Zone, name);
        }
        let lasting = lasts.and_then(|lasts| length(&lasts.value));
        match (at_end, lasting) {
            // Some programs let a whole day end on the day it starts.
            (Some(end), _) if end == event.start && start.is_date => assumed,
            (Some(at), _) if at < event.start => {
                if let Some(end) = end {
                    let kind = if start.is_date { FaultKind::LastDay } else { FaultKind::EndBefore };
                    self.fault(number, end, kind, end.shown());
                }
                assumed
            }
            (Some(end), _) if start.is_date => (end - event.start).max(assumed),
            (Some(end), _) => end - event.start,
            (None, Some(lasting)) if start.is_date => lasting.max(assumed),
            (None, Some(lasting)) => lasting,
            (None, None) => match end.or(lasts) {
                Some(property) => {
                    let kind = if start.is_date { FaultKind::LastDay } else { FaultKind::End };
                    self.fault(number, property, kind, property.shown());
                    assumed
                }
                None if start.is_date => assumed,
                None => TimeDelta::zero(),
            },
        }
    }

    /// Reads how an event repeats.
    fn repeats(&mut self, number: usize, block: &Block, start: Stamp, event: &mut Event) {
        for property in block.all("RRULE") {
            let reading = rule::read(&property.value);
            let worst = reading.faults.iter().map(|(unsure, _)| *unsure).max();
            for (unsure, found) in reading.faults {
                let found = if found.is_empty() { property.shown() } else { found };
                self.fault(number, property, FaultKind::Repeats(worst.unwrap_or(unsure)), found);
            }
            let until = reading.rule.until.map(|until| {
                let naive = local(until, None, self.zones, event.zone);
                // The day that is named is in.
                if until.is_date && !start.is_date { naive + TimeDelta::seconds(86_399) } else { naive }
            });
            event.unsure = event.unsure.max(worst.filter(|worst| *worst >= Unsure::Days));
            event.rules.push((reading.rule, until));
        }
        if let Some(property) = block.get("EXRULE") {
            self.fault(number, property, FaultKind::LeftOutByRule, property.shown());
        }
    }

    /// Reads the occurrences that are left out, and further ones.
    fn lists(&mut self, number: usize, block: &Block, event: &mut Event) {
        for property in block.all("EXDATE") {
            let name = property.parameter("TZID");
            for found in property.value.split(',') {
                match stamp(found) {
                    // A day that is left out, of a series with a time of day.
                    Some(stamp) if stamp.is_date => {
                        event.left_out.insert(stamp.naive.date().and_time(event.start.time()));
                    }
                    Some(stamp) => {
                        event.left_out.insert(local(stamp, name, self.zones, event.zone));
                    }
                    None if found.trim().is_empty() && property.value.contains(',') => {}
                    None => self.fault(number, property, FaultKind::LeftOut, shown(found, property)),
                }
            }
        }
        for property in block.all("RDATE") {
            let name = property.parameter("TZID");
            for found in property.value.split(',') {
                let (first, rest) = found.split_once('/').unwrap_or((found, ""));
                let Some(first) = stamp(first).map(|stamp| local(stamp, name, self.zones, event.zone)) else {
                    self.fault(number, property, FaultKind::Added, shown(found, property));
                    continue;
                };
                let ends = stamp(rest).map(|end| local(end, name, self.zones, event.zone) - first);
                let lasting = length(rest).or(ends).filter(|length| *length >= TimeDelta::zero());
                if lasting.is_none() && !rest.is_empty() {
                    self.fault(number, property, FaultKind::End, found);
                }
                event.added.push((first, lasting));
            }
        }
    }

    /// The occurrence that an event changes.
    fn changes(&mut self, number: usize, block: &Block) -> Option<Occurrence> {
        let property = block.get("RECURRENCE-ID")?;
        let zone = property.parameter("TZID").map(str::to_owned);
        let and_later = property.parameter("RANGE").is_some();
        let stamp = stamp(&property.value);
        if stamp.is_none() {
            self.fault(number, property, FaultKind::Changes, property.shown());
        }
        stamp.map(|stamp| Occurrence { stamp, zone, and_later })
    }
}

/// A part of a list as it stands, or the property where the part is empty.
fn shown(found: &str, property: &Property) -> String {
    if found.trim().is_empty() { property.shown() } else { found.trim().to_owned() }
}
