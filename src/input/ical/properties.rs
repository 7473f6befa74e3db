//! The properties of a calendar's components: texts, dates, whether an event takes place.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarProperty, ICalendarStatus,
    ICalendarValue,
};
use chrono::{Datelike, NaiveDateTime, Timelike};

/// Whether a component is an event.
pub(crate) fn is_event(component: &ICalendarComponent) -> bool {
    component.component_type == ICalendarComponentType::VEvent
}

/// Whether a component is an event that takes place.
pub(crate) fn is_on(component: &ICalendarComponent) -> bool {
    is_event(component) && component.status() != Some(&ICalendarStatus::Cancelled)
}

/// The text of a property; empty where there is none.
pub(crate) fn text_of(component: &ICalendarComponent, property: &ICalendarProperty) -> String {
    let text =
        component.property(property).and_then(|entry| entry.values.first()).and_then(|value| value.as_text());
    text.unwrap_or_default().to_owned()
}

/// A moment as the library writes it, without a zone.
pub(super) fn partial(moment: NaiveDateTime) -> PartialDateTime {
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
pub(super) fn partial_of(entry: &ICalendarEntry) -> Option<&PartialDateTime> {
    match entry.values.first() {
        Some(ICalendarValue::PartialDateTime(date)) => Some(date),
        _ => None,
    }
}

/// Whether an event names days, not times of day.
pub(super) fn is_whole_days(component: &ICalendarComponent) -> bool {
    let start = component.property(&ICalendarProperty::Dtstart).and_then(partial_of);
    start.is_some_and(|date| date.hour.is_none())
}
