//! A plan as an iCalendar file: an event a session, read by its title; repeated events count on each of their days.

use crate::import::days::{DayLog, Location, shown};
use crate::import::plan::ForeignPlan;
use crate::import::remark::no_plan;
use crate::import::weeks;
use crate::input::ical::{calendars, happenings, is_event, is_on, moment, text_of, with_line_ends};
use crate::input::{Place, Problem};
use crate::week::dates::iso_week;
use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty};
use chrono::NaiveDateTime;

/// Occurrences that are looked at, at most.
const MOST_EVENTS: usize = 20_000;
/// An event that lasts all day stands on each of its days, up to so many; a longer one is a note about a week.
const MOST_DAYS: i64 = 4;
/// Weeks that an event without end is taken for, where nothing else says how long the plan is.
const ENDLESS_WEEKS: u64 = 12;

/// One day of an event.
struct Occurrence {
    starts: NaiveDateTime,
    minutes: Option<u16>,
    /// The number of the event among the components of the calendar.
    component: usize,
    /// Whether the event repeats without end.
    endless: bool,
    /// Whether the event lasts so long that it is a note about a week, not a session.
    note: bool,
}

/// Reads the calendars of a text.
pub(super) fn read(text: &str, source: usize) -> Result<ForeignPlan, Vec<Problem>> {
    let ends = with_line_ends(text);
    let mut log = DayLog::new(source);
    let mut name = None;
    let (mut events, mut line) = (0, 0);
    for part in calendars(&ends) {
        let calendar = ICalendar::parse(part).map_err(|_| {
            let message = "this is not a calendar that can be read".to_owned();
            vec![
                Problem::at("", &Place { source, span: None }, message)
                    .hint("export it again from your calendar"),
            ]
        })?;
        events += log_events(&mut log, &calendar, part, line);
        name = name.or_else(|| {
            let top = calendar.components.first()?;
            Some(text_of(top, &ICalendarProperty::Name)).filter(|name| !name.is_empty())
        });
        line += part.lines().count();
    }
    if events == 0 {
        return Err(no_plan(source, "there is no event in it", "check that the calendar is the right one"));
    }
    log.mention_between();
    weeks::plan(log, name, true, |monday| (iso_week(monday), None))
}

/// Logs the events of one calendar, which starts after so many lines of the text; how many there are.
fn log_events(log: &mut DayLog, calendar: &ICalendar, text: &str, lines_before: usize) -> usize {
    let lines = event_lines(text, calendar);
    let line_of = |component: usize| {
        let at = lines.binary_search_by_key(&component, |(of, _)| *of).ok()?;
        Some(lines_before + lines[at].1)
    };
    let (mut occurrences, missed) = occurrences(calendar);
    for component in missed {
        let title = text_of(&calendar.components[component], &ICalendarProperty::Summary);
        let message =
            format!("the event `{}` has no date that can be read, and is left out", shown(&title, 40));
        let at = Location { line: line_of(component), date: None };
        log.warn("event-left-out", at, message, "give it a start, such as `DTSTART;VALUE=DATE:20270104`");
    }
    // An event that repeats without end would make a plan without end.
    let last = occurrences.iter().filter(|event| !event.endless).map(|event| event.starts).max();
    let first = occurrences.iter().map(|event| event.starts).min();
    let last = last.or_else(|| first?.checked_add_days(chrono::Days::new(7 * ENDLESS_WEEKS)));
    occurrences.retain(|event| Some(event.starts) <= last);
    occurrences.sort_by_key(|event| (event.starts, event.component));
    if occurrences.len() >= MOST_EVENTS {
        let message = format!("there are more than {MOST_EVENTS} events; those after them are left out");
        log.warn("event-left-out", Location::default(), message, "export the training calendar alone");
    }
    for event in &occurrences {
        let title = text_of(&calendar.components[event.component], &ICalendarProperty::Summary);
        log_occurrence(log, event, &title, line_of(event.component));
    }
    occurrences.len()
}

/// Logs one event on its day: a session by its title, or a remark on why it is none.
fn log_occurrence(log: &mut DayLog, event: &Occurrence, title: &str, line: Option<usize>) {
    let date = event.starts.date();
    let at = Location::day(date, line);
    if event.note {
        let message =
            format!("`{}` lasts more than {MOST_DAYS} days; it is taken for a note", shown(title, 40));
        log.note("event-left-out", at, message, "leave it so, or put a session on each day");
    } else if title.trim().is_empty() {
        log.warn("event-left-out", at, "an event without a title is left out", "give it a title");
    } else if title.trim_start().get(..6).is_some_and(|start| start.eq_ignore_ascii_case("cancel")) {
        let message = format!("`{}` is called off, and left out", shown(title, 40));
        log.note("event-left-out", at, message, "delete it, or give it another title");
    } else {
        log.read(date, line, title, event.minutes);
    }
}

/// The events of a calendar day by day, and those without a date that can be read.
fn occurrences(calendar: &ICalendar) -> (Vec<Occurrence>, Vec<usize>) {
    // Some calendars give moments in UTC and the place apart.
    let place = calendar.components.first().and_then(|top| {
        let zone = top.property(&ICalendarProperty::Other("X-WR-TIMEZONE".to_owned()))?;
        zone.values.first()?.as_text()?.parse::<Tz>().ok()
    });
    let happenings = happenings(calendar, MOST_EVENTS, None).all;
    let mut all = Vec::new();
    let mut seen = vec![false; calendar.components.len()];
    for event in happenings {
        let of = &calendar.components[event.component];
        seen[event.component] = true;
        if !is_on(of) {
            continue;
        }
        let length = (event.ends - event.starts).num_minutes();
        let elsewhere = place.filter(|_| event.zone == Some(Tz::UTC)).zip(moment(event.starts, Tz::UTC));
        let starts =
            elsewhere.map_or(event.starts, |(place, starts)| starts.with_timezone(&place).naive_local());
        // Where there is no time of day the length says nothing about the session, but how many days it lasts.
        let minutes = u16::try_from(length).ok().filter(|minutes| (1..=600).contains(minutes));
        let days = if starts.time() == chrono::NaiveTime::MIN { (length / 1440).max(1) } else { 1 };
        let endless = of.is_recurrent() && !ends(of);
        let note = days > MOST_DAYS;
        for day in 0..if note { 1 } else { days.unsigned_abs() } {
            if let Some(starts) = starts.checked_add_days(chrono::Days::new(day)) {
                let component = event.component;
                all.push(Occurrence { starts, minutes, component, endless, note });
            }
        }
    }
    let missed = |(at, of): (usize, &ICalendarComponent)| (is_on(of) && !seen[at]).then_some(at);
    (all, calendar.components.iter().enumerate().filter_map(missed).collect())
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

/// The component and the line of each event: they stand in the order in which they were read.
fn event_lines(text: &str, calendar: &ICalendar) -> Vec<(usize, usize)> {
    let begins =
        text.lines().enumerate().filter(|(_, line)| line.trim().eq_ignore_ascii_case("BEGIN:VEVENT"));
    let events = calendar.components.iter().enumerate();
    let events = events.filter(|(_, component)| is_event(component));
    events.map(|(at, _)| at).zip(begins.map(|(line, _)| line + 1)).collect()
}
