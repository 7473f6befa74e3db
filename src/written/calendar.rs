//! A plan as an iCalendar file: an event a session, read by its title; repeated events count on each of their days.

use super::gather::Gather;
use super::{MOST_WEEKS, WrittenPlan, iso_week, nothing};
use crate::problem::{Place, Problem};
use calcard::common::timezone::Tz;
use calcard::icalendar::dates::TimeOrDelta;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarStatus,
};
use chrono::{NaiveDate, NaiveDateTime};

/// Occurrences that are looked at, at most.
const MOST_EVENTS: usize = 20_000;

/// Something that happens once.
struct Occurrence {
    starts: NaiveDateTime,
    minutes: Option<u16>,
    component: usize,
    endless: bool,
}

/// Reads a calendar.
pub(super) fn read(text: &str, source: usize) -> Result<WrittenPlan, Vec<Problem>> {
    let calendar = ICalendar::parse(text).map_err(|error| {
        let message = format!("this is not a calendar that can be read: {error:?}");
        vec![
            Problem::at("", &Place { source, span: None }, message)
                .hint("export it again from your calendar"),
        ]
    })?;
    let lines = event_lines(text, &calendar);
    let mut occurrences = occurrences(&calendar);
    // An event that repeats without end would make a plan without end.
    let last = occurrences.iter().filter(|event| !event.endless).map(|event| event.starts).max();
    let first = occurrences.iter().map(|event| event.starts).min();
    let last = last.or_else(|| first?.checked_add_days(chrono::Days::new(7 * 12)));
    occurrences.retain(|event| Some(event.starts) <= last);
    occurrences.sort_by_key(|event| (event.starts, event.component));
    let mut gather = Gather::new(source);
    for event in occurrences.iter().take(MOST_WEEKS * 7 * 4) {
        let component = &calendar.components[event.component];
        let line = lines.iter().find(|(of, _)| *of == event.component).map(|(_, line)| *line);
        let title = text_of(component, &ICalendarProperty::Summary);
        if title.trim().is_empty() {
            let date: NaiveDate = event.starts.date();
            gather.remark(
                "not-recognised",
                line,
                Some(date),
                "an event without a title is left out".to_owned(),
                "give it a title",
            );
            continue;
        }
        gather.read(event.starts.date(), line, &title, event.minutes);
    }
    gather.tell_all();
    if occurrences.is_empty() {
        return Err(nothing(source, "there is no event in it", "check that the calendar is the right one"));
    }
    let name = calendar
        .components
        .first()
        .map(|top| text_of(top, &ICalendarProperty::Name))
        .filter(|name| !name.is_empty());
    gather.plan(name, true, |_, monday| (iso_week(monday), None))
}

fn occurrences(calendar: &ICalendar) -> Vec<Occurrence> {
    let expanded = calendar.expand_dates(Tz::Floating, MOST_EVENTS);
    let mut all = Vec::new();
    for event in expanded.events {
        let component = event.comp_id as usize;
        let Some(of) = calendar.components.get(component) else { continue };
        let event_like = matches!(of.component_type, ICalendarComponentType::VEvent);
        if !event_like || of.status() == Some(&ICalendarStatus::Cancelled) {
            continue;
        }
        let length = match event.end {
            TimeOrDelta::Time(end) => (end.naive_utc() - event.start.naive_utc()).num_minutes(),
            TimeOrDelta::Delta(delta) => delta.num_minutes(),
        };
        // Where there is no time of day the length says nothing about the session.
        let minutes = u16::try_from(length).ok().filter(|minutes| (1..=600).contains(minutes));
        let endless = of.is_recurrent() && !ends(of);
        all.push(Occurrence { starts: event.start.naive_local(), minutes, component, endless });
    }
    all
}

/// Whether a repeated event ends of itself.
fn ends(component: &ICalendarComponent) -> bool {
    component.properties(&ICalendarProperty::Rrule).all(|entry| {
        entry.values.iter().all(|value| match value {
            calcard::icalendar::ICalendarValue::RecurrenceRule(rule) => {
                rule.until.is_some() || rule.count.is_some()
            }
            _ => true,
        })
    })
}

fn text_of(component: &ICalendarComponent, property: &ICalendarProperty) -> String {
    let text =
        component.property(property).and_then(|entry| entry.values.first()).and_then(|value| value.as_text());
    text.unwrap_or_default().to_owned()
}

/// The line of each event: they stand in the order in which they were read.
fn event_lines(text: &str, calendar: &ICalendar) -> Vec<(usize, usize)> {
    let begins =
        text.lines().enumerate().filter(|(_, line)| line.trim().eq_ignore_ascii_case("BEGIN:VEVENT"));
    let events = calendar.components.iter().enumerate();
    let events = events.filter(|(_, component)| component.component_type == ICalendarComponentType::VEvent);
    events.map(|(at, _)| at).zip(begins.map(|(line, _)| line + 1)).collect()
}
