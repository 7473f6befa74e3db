//! Events of iCalendar files as they happen: repeats one by one, each at the time of its own zone.
//!
//! A library reads the files and unrolls the rules. Around it: moments are first brought into the zone in which an event
//! starts, so that an hour that comes twice or not at all, an end of a series in UTC and a changed occurrence in another
//! zone or version are all found; single occurrences belong to their series by UID.

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::dates::TimeOrDelta;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarParameterName,
    ICalendarProperty, ICalendarStatus, ICalendarValue,
};
use chrono::{
    DateTime, Datelike, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike,
};

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

/// What happens, up to `most` occurrences of series; a series without end stops at `until` if that is given. And the
/// components of which nothing can be said.
pub(crate) fn happenings(
    calendar: &ICalendar,
    most: usize,
    until: Option<NaiveDateTime>,
) -> (Vec<Happening>, Vec<usize>) {
    let zones: Vec<Option<Tz>> = {
        let resolver = calendar.build_tz_resolver();
        calendar.components.iter().map(|of| zone_of(of, &resolver)).collect()
    };
    let local = localised(calendar, &zones, until);
    let expanded = local.expand_dates(Tz::Floating, most);
    let mut all = Vec::with_capacity(expanded.events.len());
    for event in expanded.events {
        let component = event.comp_id as usize;
        let Some(of) = local.components.get(component).filter(|of| is_event(of)) else { continue };
        let starts = event.start.naive_local();
        let named = |name| of.property(name).is_some();
        let whole_days = of.property(&ICalendarProperty::Dtstart).is_some_and(|entry| !has_time(entry));
        let ends = match event.end {
            TimeOrDelta::Time(end) => end.naive_local(),
            // The library takes an event without end to last until midnight.
            TimeOrDelta::Delta(delta)
                if whole_days || named(&ICalendarProperty::Dtend) || named(&ICalendarProperty::Duration) =>
            {
                starts.checked_add_signed(delta).unwrap_or(starts)
            }
            TimeOrDelta::Delta(_) => starts,
        };
        all.push(Happening { component, starts, ends, zone: zones[component] });
    }
    let errors = expanded.errors.into_iter().map(|error| error.comp_id as usize);
    let errors = errors.filter(|component| local.components.get(*component).is_some_and(is_on)).collect();
    (all, errors)
}

/// A moment on the clocks of a zone: the first of two, and after the gap where the clock skips it (RFC 5545).
pub(crate) fn moment(naive: NaiveDateTime, zone: Tz) -> Option<DateTime<Tz>> {
    match zone.from_local_datetime(&naive) {
        LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => Some(moment),
        LocalResult::None => {
            zone.from_local_datetime(&naive.checked_add_signed(TimeDelta::hours(1))?).earliest()
        }
    }
}

/// The calendar with every moment of an event on the clocks of the zone in which it starts, and without zones.
fn localised(calendar: &ICalendar, zones: &[Option<Tz>], until: Option<NaiveDateTime>) -> ICalendar {
    let resolver = calendar.build_tz_resolver();
    let mut local = calendar.clone();
    let uids: Vec<String> =
        calendar.components.iter().map(|of| text_of(of, &ICalendarProperty::Uid)).collect();
    let series = |uid: &str| {
        let is_master = |(at, of): &(usize, &ICalendarComponent)| {
            is_event(of) && uids[*at] == uid && of.property(&ICalendarProperty::RecurrenceId).is_none()
        };
        calendar.components.iter().enumerate().find(is_master).map(|(at, _)| at)
    };
    for (at, of) in local.components.iter_mut().enumerate().filter(|(_, of)| is_event(of)) {
        let master =
            if of.property(&ICalendarProperty::RecurrenceId).is_some() { series(&uids[at]) } else { None };
        let whole_days = of.property(&ICalendarProperty::Dtstart).is_some_and(|entry| !has_time(entry));
        // The library joins occurrences to their series by this number, which other series may share.
        of.entries.retain(|entry| entry.name != ICalendarProperty::Sequence);
        let number = i64::try_from(master.unwrap_or(at)).unwrap_or(0);
        of.entries.push(ICalendarEntry {
            name: ICalendarProperty::Sequence,
            params: Vec::new(),
            values: vec![ICalendarValue::Integer(number)],
        });
        for entry in &mut of.entries {
            let to = match entry.name {
                ICalendarProperty::RecurrenceId => zones[master.unwrap_or(at)],
                ICalendarProperty::Dtstart
                | ICalendarProperty::Dtend
                | ICalendarProperty::Exdate
                | ICalendarProperty::Rdate
                | ICalendarProperty::Rrule => zones[at],
                _ => continue,
            };
            let from = entry.tz_id().and_then(|id| resolver.resolve(id)).filter(|zone| !zone.is_floating());
            for value in &mut entry.values {
                match value {
                    ICalendarValue::PartialDateTime(date) => relocate(date, from, to),
                    ICalendarValue::RecurrenceRule(rule) => {
                        if let Some(end) = &mut rule.until {
                            relocate(end, None, to);
                            if end.hour.is_none() && !whole_days {
                                // The day that is named is in.
                                (end.hour, end.minute, end.second) = (Some(23), Some(59), Some(59));
                            }
                        } else if rule.count.is_none() {
                            rule.until = until.map(partial);
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

/// The zone in which an event starts.
fn zone_of(component: &ICalendarComponent, resolver: &TzResolver<&str>) -> Option<Tz> {
    let entry = component.property(&ICalendarProperty::Dtstart)?;
    let Some(ICalendarValue::PartialDateTime(date)) = entry.values.first() else { return None };
    offset_of(date)
        .or_else(|| entry.tz_id().and_then(|id| resolver.resolve(id)))
        .filter(|zone| !zone.is_floating())
}

/// The zone that a moment carries itself: UTC, or an offset.
fn offset_of(date: &PartialDateTime) -> Option<Tz> {
    date.to_date_time().and_then(|date| date.tz())
}

/// Brings a moment to the clocks of a zone, and takes its own from it.
fn relocate(date: &mut PartialDateTime, from: Option<Tz>, to: Option<Tz>) {
    let from = offset_of(date).or(from);
    let naive = date.to_date_time().map(|date| date.date_time);
    let moved = match (naive, from, to) {
        (Some(naive), Some(from), Some(to)) if date.hour.is_some() && from != to => {
            moment(naive, from).map(|moment| moment.with_timezone(&to).naive_local())
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

/// Whether a property names a time of day, not a day alone.
fn has_time(entry: &ICalendarEntry) -> bool {
    matches!(entry.values.first(), Some(ICalendarValue::PartialDateTime(date)) if date.hour.is_some())
}

/// Midnight at the start of a day.
pub(crate) fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}
