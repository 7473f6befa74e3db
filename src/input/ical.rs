//! Events of iCalendar files as they happen: repeats one by one, each at the time of its own zone.
//!
//! A library reads the files and unrolls the rules. Around it: moments are first brought to the clocks of the zone in
//! which an event starts, so that an hour that comes twice or not at all, an end of a series in UTC and a changed
//! occurrence in another zone or version are all found; single occurrences belong to their series by UID; each series is
//! unrolled by itself, so that none takes the room of another.

mod zones;

pub(crate) use zones::moment;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::dates::TimeOrDelta;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarParameterName,
    ICalendarProperty, ICalendarStatus, ICalendarValue,
};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use std::collections::BTreeMap;
use zones::{Place, Zones};

/// Something that happens once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Happening {
    /// Which component it is.
    pub component: usize,
    /// Start on the clocks of its zone.
    pub starts: NaiveDateTime,
    /// End on the same clocks; the start itself where the file names none.
    pub ends: NaiveDateTime,
    /// Its zone; `None` for "wherever I am".
    pub zone: Option<Tz>,
}

/// What a calendar holds.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// What happens.
    pub all: Vec<Happening>,
    /// Components of which nothing can be said.
    pub lost: Vec<usize>,
    /// Series of which there are more occurrences than are looked at.
    pub cut: Vec<usize>,
    /// Names of zones of which nothing is known; their events count as "wherever I am".
    pub strange: Vec<String>,
}

/// A file may hold several calendars, one after the other.
pub(crate) fn calendars(text: &str) -> Vec<&str> {
    const BEGIN: &str = "BEGIN:VCALENDAR";
    let upper = text.to_ascii_uppercase();
    let mut starts: Vec<usize> = upper.match_indices(BEGIN).map(|(at, _)| at).collect();
    starts.retain(|at| *at == 0 || upper.as_bytes()[at - 1] == b'\n');
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
}

/// Some old programs end lines with a carriage return alone.
pub(crate) fn with_line_ends(text: &str) -> String {
    if text.contains('\n') { text.to_owned() } else { text.replace('\r', "\n") }
}

pub(crate) fn is_event(component: &ICalendarComponent) -> bool {
    component.component_type == ICalendarComponentType::VEvent
}

/// Whether it is an event that takes place.
pub(crate) fn is_on(component: &ICalendarComponent) -> bool {
    is_event(component) && component.status() != Some(&ICalendarStatus::Cancelled)
}

pub(crate) fn text_of(component: &ICalendarComponent, property: &ICalendarProperty) -> String {
    let text =
        component.property(property).and_then(|entry| entry.values.first()).and_then(|value| value.as_text());
    text.unwrap_or_default().to_owned()
}

/// What happens in a calendar; within a window, if one is given: then a series goes no further. At most `most` occurrences
/// are looked at, in all or in a window for each series.
pub(crate) fn happenings(
    calendar: &ICalendar,
    most: usize,
    window: Option<(NaiveDateTime, NaiveDateTime)>,
) -> Found {
    let zones = Zones::new(calendar);
    let mut found = Found::default();
    let places: Vec<Option<Place>> =
        calendar.components.iter().map(|of| place_of(of, &zones, &mut found.strange)).collect();
    let masters = masters(calendar);
    let local = localised(calendar, &zones, &places, &masters, window.map(|(_, end)| end));
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
        found.cut.extend(series.filter(|_| expanded.events.len() >= limit && !beyond));
        let lost = expanded.errors.into_iter().filter_map(|error| members.get(error.comp_id as usize));
        found.lost.extend(lost.copied().filter(|at| is_on(&local[*at])));
        for event in expanded.events {
            let Some(component) = members.get(event.comp_id as usize).copied() else { continue };
            let starts = event.start.naive_local();
            let ends = ends(&local[component], starts, &event.end);
            if window.is_none_or(|(from, to)| starts < to && ends >= from) {
                let zone = places[component]
                    .and_then(|place| zones.moment(starts, place).map(|moment| moment.timezone()));
                found.all.push(Happening { component, starts, ends, zone });
            }
        }
    }
    found
}

/// When an event ends that starts then.
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

/// For each changed occurrence the series it belongs to.
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
    places: &[Option<Place>],
    masters: &[Option<usize>],
    until: Option<NaiveDateTime>,
) -> Vec<ICalendarComponent> {
    let mut local = calendar.components.clone();
    for (at, of) in local.iter_mut().enumerate().filter(|(_, of)| is_event(of)) {
        let whole_days = is_whole_days(of);
        let start = of.property(&ICalendarProperty::Dtstart).and_then(partial_of).cloned();
        // The library joins occurrences to their series by this number too, which versions change.
        of.entries.retain(|entry| entry.name != ICalendarProperty::Sequence);
        for entry in &mut of.entries {
            let to = match entry.name {
                ICalendarProperty::RecurrenceId => places[masters[at].unwrap_or(at)],
                ICalendarProperty::Dtstart
                | ICalendarProperty::Dtend
                | ICalendarProperty::Exdate
                | ICalendarProperty::Rdate
                | ICalendarProperty::Rrule => places[at],
                _ => continue,
            };
            let from = entry.tz_id().and_then(|id| zones.named(id));
            let left_out = entry.name == ICalendarProperty::Exdate;
            for value in &mut entry.values {
                match value {
                    ICalendarValue::PartialDateTime(date) => {
                        if let Some(start) = start.as_ref().filter(|_| left_out && date.hour.is_none()) {
                            // A day that is left out, of a series with a time of day.
                            (date.hour, date.minute, date.second) = (start.hour, start.minute, start.second);
                        } else {
                            relocate(date, zones, from, to);
                        }
                    }
                    ICalendarValue::RecurrenceRule(rule) => {
                        if let Some(end) = &mut rule.until {
                            relocate(end, zones, None, to);
                            if end.hour.is_none() && !whole_days {
                                // The day that is named is in.
                                (end.hour, end.minute, end.second) = (Some(23), Some(59), Some(59));
                            }
                        }
                        let named = rule.until.as_ref().and_then(PartialDateTime::to_date_time);
                        if let Some(until) = until
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
    local
}

/// The zone in which an event starts; a name of which nothing is known is noted.
fn place_of(component: &ICalendarComponent, zones: &Zones<'_>, strange: &mut Vec<String>) -> Option<Place> {
    let entry = component.property(&ICalendarProperty::Dtstart).filter(|_| is_event(component))?;
    if let Some(offset) = partial_of(entry).and_then(offset_of) {
        return Some(offset);
    }
    let id = entry.tz_id()?;
    let place = zones.named(id);
    if place.is_none() && !strange.iter().any(|other| other == id) {
        strange.push(id.to_owned());
    }
    place
}

/// The zone that a moment carries itself: UTC, or an offset.
fn offset_of(date: &PartialDateTime) -> Option<Place> {
    date.to_date_time().and_then(|date| date.tz()).map(Place::Known)
}

/// Brings a moment to the clocks of a zone, and takes its own from it.
fn relocate(date: &mut PartialDateTime, zones: &Zones<'_>, from: Option<Place>, to: Option<Place>) {
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

fn partial(moment: NaiveDateTime) -> PartialDateTime {
    let small = |number: u32| u8::try_from(number).ok();
    PartialDateTime {
        year: u16::try_from(moment.year()).ok(),
        month: small(moment.month()),
        day: small(moment.day()),
        hour: small(moment.hour()),
        minute: small(moment.minute()),
        second: small(moment.second()),
        ..PartialDateTime::default()
    }
}

/// The date or moment of a property.
fn partial_of(entry: &ICalendarEntry) -> Option<&PartialDateTime> {
    match entry.values.first() {
        Some(ICalendarValue::PartialDateTime(date)) => Some(date),
        _ => None,
    }
}

/// Whether an event names days, not times of day.
fn is_whole_days(component: &ICalendarComponent) -> bool {
    let start = component.property(&ICalendarProperty::Dtstart).and_then(partial_of);
    start.is_some_and(|date| date.hour.is_none())
}

/// Midnight at the start of a day.
pub(crate) fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}
