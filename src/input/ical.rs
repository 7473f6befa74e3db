//! Events of iCalendar files as they happen: repeats one by one, each at the time of its own zone.
//!
//! A library reads the files and unrolls the rules. Around it: moments are first brought to the clocks of the zone in
//! which an event starts, so that an hour that comes twice or not at all, an end of a series in UTC and a changed
//! occurrence in another zone or version are all found; single occurrences belong to their series by UID; each series is
//! unrolled by itself, so that none takes the room of another.

mod properties;
mod zones;

pub(crate) use properties::{is_event, is_on, text_of};
pub(crate) use zones::moment;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::dates::TimeOrDelta;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarProperty, ICalendarValue,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use properties::{is_whole_days, partial, partial_of};
use std::collections::BTreeMap;
use zones::{EventZone, Zones};

/// One occurrence of an event.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Happening {
    /// The number of the event among the components of its calendar.
    pub component: usize,
    /// The start, on the clocks of the zone.
    pub starts: NaiveDateTime,
    /// The end on the same clocks; the start itself where the file names none.
    pub ends: NaiveDateTime,
    /// The zone of the event; `None` for "wherever I am".
    pub zone: Option<Tz>,
}

/// The occurrences of a calendar, and what of it could not be read.
#[derive(Debug, Default)]
pub(crate) struct Happenings {
    /// Every occurrence.
    pub all: Vec<Happening>,
    /// Events without a date that can be read.
    pub undated: Vec<usize>,
    /// Series with more occurrences than are looked at.
    pub cut: Vec<usize>,
    /// Names of unknown zones; their events count as "wherever I am".
    pub unknown_zones: Vec<String>,
}

/// The calendars of a text, which may hold several one after the other.
pub(crate) fn calendars(text: &str) -> Vec<&str> {
    const BEGIN: &str = "BEGIN:VCALENDAR";
    let upper = text.to_ascii_uppercase();
    let mut starts: Vec<usize> = upper.match_indices(BEGIN).map(|(at, _)| at).collect();
    starts.retain(|at| *at == 0 || upper.as_bytes()[at - 1] == b'\n');
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
}

/// A text with ends of lines; some old programs end lines with a carriage return alone.
pub(crate) fn with_line_ends(text: &str) -> String {
    if text.contains('\n') { text.to_owned() } else { text.replace('\r', "\n") }
}

/// The occurrences of a calendar's events; within a window, if one is given: then a series goes no further. At most `most`
/// occurrences are looked at, in all or in a window for each series.
pub(crate) fn happenings(
    calendar: &ICalendar,
    most: usize,
    window: Option<(NaiveDateTime, NaiveDateTime)>,
) -> Happenings {
    let zones = Zones::new(calendar);
    let mut happenings = Happenings::default();
    let event_zones: Vec<Option<EventZone>> =
        calendar.components.iter().map(|of| zone_of(of, &zones, &mut happenings.unknown_zones)).collect();
    let masters = masters(calendar);
    let local = localised(calendar, &zones, &event_zones, &masters, window.map(|(_, end)| end));
    // Single events together, each series with its changed occurrences by itself.
    let mut groups: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for (at, of) in local.iter().enumerate().filter(|(_, of)| is_event(of)) {
        let repeats = of.property(&ICalendarProperty::Rrule).is_some();
        groups.entry(masters[at].or(repeats.then_some(at))).or_default().push(at);
    }
    let mut left = most;
    for (series, members) in groups {
        let components = members.iter().map(|at| local[*at].clone()).collect();
        let limit = if window.is_some() { most } else { left };
        let expanded = ICalendar { components }.expand_dates(Tz::Floating, limit);
        left = left.saturating_sub(expanded.events.len());
        let latest = expanded.events.iter().map(|event| event.start.naive_local()).max();
        let beyond = window.is_some_and(|(_, end)| latest >= Some(end));
        happenings.cut.extend(series.filter(|_| expanded.events.len() >= limit && !beyond));
        let undated = expanded.errors.into_iter().filter_map(|error| members.get(error.comp_id as usize));
        happenings.undated.extend(undated.copied().filter(|at| is_on(&local[*at])));
        for event in expanded.events {
            let Some(component) = members.get(event.comp_id as usize).copied() else { continue };
            let starts = event.start.naive_local();
            let ends = ends(&local[component], starts, &event.end);
            if window.is_none_or(|(from, to)| starts < to && ends >= from) {
                let zone = event_zones[component]
                    .and_then(|zone| zones.moment(starts, zone).map(|moment| moment.timezone()));
                happenings.all.push(Happening { component, starts, ends, zone });
            }
        }
    }
    happenings
}

/// The end of an occurrence that starts at `starts`.
fn ends(
    of: &ICalendarComponent,
    starts: NaiveDateTime,
    end: &TimeOrDelta<chrono::DateTime<Tz>, TimeDelta>,
) -> NaiveDateTime {
    let whole_days = is_whole_days(of);
    let named = |name| of.property(name).is_some();
    let ends = match end {
        TimeOrDelta::Time(end) => end.naive_local(),
        TimeOrDelta::Delta(delta)
            if whole_days || named(&ICalendarProperty::Dtend) || named(&ICalendarProperty::Duration) =>
        {
            starts.checked_add_signed(*delta).unwrap_or(starts)
        }
        // The library takes an event without end to last until midnight.
        TimeOrDelta::Delta(_) => starts,
    };
    // Some programs let a whole day end on the day it starts.
    if whole_days && ends <= starts { starts + TimeDelta::days(1) } else { ends }
}

/// The series that each component belongs to, where it is a changed occurrence of one.
fn masters(calendar: &ICalendar) -> Vec<Option<usize>> {
    let mut by_uid: BTreeMap<String, usize> = BTreeMap::new();
    let uid = |of: &ICalendarComponent| text_of(of, &ICalendarProperty::Uid);
    let changed = |of: &ICalendarComponent| of.property(&ICalendarProperty::RecurrenceId).is_some();
    for (at, of) in calendar.components.iter().enumerate().filter(|(_, of)| is_event(of) && !changed(of)) {
        by_uid.entry(uid(of)).or_insert(at);
    }
    let master = |of: &ICalendarComponent| {
        if is_event(of) && changed(of) { by_uid.get(&uid(of)).copied() } else { None }
    };
    calendar.components.iter().map(master).collect()
}

/// The events with every moment on the clocks of the zone in which they start, and without zones.
fn localised(
    calendar: &ICalendar,
    zones: &Zones<'_>,
    event_zones: &[Option<EventZone>],
    masters: &[Option<usize>],
    until: Option<NaiveDateTime>,
) -> Vec<ICalendarComponent> {
    let mut local = calendar.components.clone();
    for (at, of) in local.iter_mut().enumerate().filter(|(_, of)| is_event(of)) {
        let start = of.property(&ICalendarProperty::Dtstart).and_then(partial_of).cloned();
        let event = LocalEvent { zones, start, whole_days: is_whole_days(of), until };
        // The library joins occurrences to their series by this number too, which versions change.
        of.entries.retain(|entry| entry.name != ICalendarProperty::Sequence);
        for entry in &mut of.entries {
            let zone = match entry.name {
                ICalendarProperty::RecurrenceId => event_zones[masters[at].unwrap_or(at)],
                ICalendarProperty::Dtstart
                | ICalendarProperty::Dtend
                | ICalendarProperty::Exdate
                | ICalendarProperty::Rdate
                | ICalendarProperty::Rrule => event_zones[at],
                _ => continue,
            };
            event.localise(entry, zone);
        }
    }
    local
}

/// An event whose moments are brought to the clocks of one zone.
struct LocalEvent<'c> {
    zones: &'c Zones<'c>,
    start: Option<PartialDateTime>,
    whole_days: bool,
    /// The moment after which a series goes no further.
    until: Option<NaiveDateTime>,
}

impl LocalEvent<'_> {
    /// Brings the moments of a property to the clocks of a zone, and takes its own zone from it.
    fn localise(&self, entry: &mut ICalendarEntry, to: Option<EventZone>) {
        let from = entry.tz_id().and_then(|id| self.zones.named(id));
        let left_out = entry.name == ICalendarProperty::Exdate;
        for value in &mut entry.values {
            match value {
                ICalendarValue::PartialDateTime(date) => match &self.start {
                    // A day that is left out, of a series with a time of day.
                    Some(start) if left_out && date.hour.is_none() => {
                        (date.hour, date.minute, date.second) = (start.hour, start.minute, start.second);
                    }
                    _ => relocate(date, self.zones, from, to),
                },
                ICalendarValue::RecurrenceRule(rule) => {
                    if let Some(end) = &mut rule.until {
                        relocate(end, self.zones, None, to);
                        if end.hour.is_none() && !self.whole_days {
                            // The day that is named is in.
                            (end.hour, end.minute, end.second) = (Some(23), Some(59), Some(59));
                        }
                    }
                    let named = rule.until.as_ref().and_then(PartialDateTime::to_date_time);
                    if let Some(until) = self.until
                        && named.is_none_or(|named| named.date_time > until)
                    {
                        rule.until = Some(partial(until));
                    }
                }
                _ => {}
            }
        }
        entry.params.retain(|param| param.name != ICalendarParameterName::Tzid);
    }
}

/// The zone in which an event starts; the name of an unknown one is added to `unknown`.
fn zone_of(
    component: &ICalendarComponent,
    zones: &Zones<'_>,
    unknown: &mut Vec<String>,
) -> Option<EventZone> {
    let entry = component.property(&ICalendarProperty::Dtstart).filter(|_| is_event(component))?;
    if let Some(offset) = partial_of(entry).and_then(offset_of) {
        return Some(offset);
    }
    let id = entry.tz_id()?;
    let zone = zones.named(id);
    if zone.is_none() && !unknown.iter().any(|other| other == id) {
        unknown.push(id.to_owned());
    }
    zone
}

/// The zone that a moment carries itself: UTC, or an offset.
fn offset_of(date: &PartialDateTime) -> Option<EventZone> {
    date.to_date_time().and_then(|date| date.tz()).map(EventZone::Known)
}

/// Brings a moment to the clocks of a zone, and takes its own from it.
fn relocate(date: &mut PartialDateTime, zones: &Zones<'_>, from: Option<EventZone>, to: Option<EventZone>) {
    let from = offset_of(date).or(from);
    let naive = date.to_date_time().map(|date| date.date_time);
    let moved = match (naive, from, to) {
        (Some(naive), Some(from), Some(to)) if date.hour.is_some() && from != to => {
            zones.moment(naive, from).map(|moment| zones.local(moment, to))
        }
        (Some(naive), ..) if date.tz_hour.is_some() => Some(naive),
        _ => None,
    };
    if let Some(moved) = moved {
        *date = partial(moved);
    }
}

/// Midnight at the start of a day.
pub(crate) fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}
