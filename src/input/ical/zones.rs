//! The time zones of a calendar: known ones by their name, others by the rules that the file itself gives for them.

use crate::input::ical::properties::{partial_of, text_of};
use calcard::common::timezone::Tz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty};
use chrono::{DateTime, FixedOffset, LocalResult, NaiveDateTime, TimeDelta, TimeZone};

/// Changes of its clocks that a zone of a file may make, by one of its rules.
const MOST_CHANGES: usize = 400;

/// A zone of a calendar's events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EventZone {
    /// A zone that the library knows.
    Known(Tz),
    /// A zone that the file itself defines, by its number.
    Own(usize),
}

/// A change of the clocks: when, on the clocks before, and the offsets before and after.
#[derive(Clone, Copy, Debug)]
struct Onset {
    at: NaiveDateTime,
    from: FixedOffset,
    to: FixedOffset,
}

/// The zones of a calendar, known ones and the file's own.
pub(super) struct Zones<'c> {
    known: TzResolver<&'c str>,
    own: Vec<(String, Vec<Onset>)>,
}

impl<'c> Zones<'c> {
    /// The zones that a calendar names.
    pub fn new(calendar: &'c ICalendar) -> Self {
        let known = calendar.build_tz_resolver();
        let mut own = Vec::new();
        for zone in calendar.timezones() {
            let name = text_of(zone, &ICalendarProperty::Tzid);
            if known.resolve(&name).is_none_or(|zone| zone.is_floating()) {
                let rules = zone.component_ids.iter().filter_map(|at| calendar.components.get(*at as usize));
                let mut onsets: Vec<Onset> = rules.flat_map(onsets).collect();
                onsets.sort_by_key(|onset| onset.at);
                own.push((name, onsets));
            }
        }
        own.retain(|(_, onsets)| !onsets.is_empty());
        Self { known, own }
    }

    /// The zone of a name; `None` where it is unknown.
    pub fn named(&self, id: &str) -> Option<EventZone> {
        let known = self.known.resolve(id).filter(|zone| !zone.is_floating()).map(EventZone::Known);
        known.or_else(|| self.own.iter().position(|(name, _)| name == id).map(EventZone::Own))
    }

    /// The moment at which the clocks of a zone show a time.
    pub fn moment(&self, naive: NaiveDateTime, zone: EventZone) -> Option<DateTime<Tz>> {
        match zone {
            EventZone::Known(zone) => moment(naive, zone),
            EventZone::Own(at) => {
                let onsets = &self.own[at].1;
                let last = onsets.iter().rev().find(|onset| onset.at <= naive);
                let offset = last.map(|onset| onset.to).or_else(|| onsets.first().map(|onset| onset.from))?;
                fixed(offset).from_local_datetime(&naive).single()
            }
        }
    }

    /// The time that the clocks of a zone show at a moment.
    pub fn local(&self, moment: DateTime<Tz>, zone: EventZone) -> NaiveDateTime {
        match zone {
            EventZone::Known(zone) => moment.with_timezone(&zone).naive_local(),
            EventZone::Own(at) => {
                let (onsets, utc) = (&self.own[at].1, moment.naive_utc());
                let last = onsets.iter().rev().find(|onset| onset.at - onset.from <= utc);
                let offset = last.map(|onset| onset.to).or_else(|| onsets.first().map(|onset| onset.from));
                offset.map_or(utc, |offset| utc + offset)
            }
        }
    }
}

/// The zone of an offset; that of UTC has a name of its own.
fn fixed(offset: FixedOffset) -> Tz {
    if offset.local_minus_utc() == 0 { Tz::UTC } else { Tz::Fixed(offset) }
}

/// The moment at which the clocks of a zone show a time: the first of two, and after the gap where the clock skips it (RFC 5545).
pub(crate) fn moment(naive: NaiveDateTime, zone: Tz) -> Option<DateTime<Tz>> {
    match zone.from_local_datetime(&naive) {
        LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => Some(moment),
        LocalResult::None => {
            zone.from_local_datetime(&naive.checked_add_signed(TimeDelta::hours(1))?).earliest()
        }
    }
}

/// The changes that one rule of a zone makes: its repeats are unrolled like those of an event.
fn onsets(rule: &ICalendarComponent) -> Vec<Onset> {
    let offset = |name: &ICalendarProperty| -> Option<FixedOffset> {
        let offset = partial_of(rule.property(name)?)?;
        let seconds = i32::from(offset.tz_hour?) * 3600 + i32::from(offset.tz_minute.unwrap_or(0)) * 60;
        FixedOffset::east_opt(if offset.tz_minus { -seconds } else { seconds })
    };
    let (Some(from), Some(to)) =
        (offset(&ICalendarProperty::Tzoffsetfrom), offset(&ICalendarProperty::Tzoffsetto))
    else {
        return Vec::new();
    };
    let kept = [ICalendarProperty::Dtstart, ICalendarProperty::Rrule, ICalendarProperty::Rdate];
    let event = ICalendarComponent {
        component_type: ICalendarComponentType::VEvent,
        entries: rule.entries.iter().filter(|entry| kept.contains(&entry.name)).cloned().collect(),
        component_ids: Vec::new(),
    };
    let expanded = ICalendar { components: vec![event] }.expand_dates(Tz::Floating, MOST_CHANGES);
    expanded.events.into_iter().map(|event| Onset { at: event.start.naive_local(), from, to }).collect()
}
