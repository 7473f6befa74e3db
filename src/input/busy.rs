//! The time that a runner's calendars take of a week: events in any zone, with their repeats, in minutes of the runner's clocks.
//!
//! What is called off or marked as free takes no time, and neither do sessions that this program wrote.

use crate::input::ical::{
    Happening, Happenings, calendars, happenings, is_event, is_on, midnight, moment, text_of, with_line_ends,
};
use crate::input::{Place, Problem};
use crate::week::hours::{Busy, Window};
use crate::week::session::CALENDAR_IDENTITY;
use crate::wrap::one_line;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarProperty, ICalendarTransparency, ICalendarValue,
};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};

/// Occurrences of a series that are looked at, at most.
const MOST: usize = 500_000;
/// Characters of a title that are shown.
const SHOWN: usize = 40;
/// Minutes of a day, and of a week.
const DAY: usize = 24 * 60;
const WEEK: usize = 7 * DAY;
/// Clocks change at quarters of an hour; between two of them a stretch is as long on the wall as it is.
const QUARTER: i64 = 15;

/// A time zone by its name, `Europe/Berlin`.
#[derive(Clone, Copy, Debug)]
pub struct Zone(Tz);

impl Zone {
    /// The zone of a name such as `Europe/Berlin`; `None` for an unknown one.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        name.parse().ok().filter(|zone: &Tz| !zone.is_floating()).map(Self)
    }
}

/// The busy hours of a week, and remarks on reading the calendars.
#[derive(Clone, Debug)]
pub struct BusyWeek {
    /// The hours that the calendars take of the week.
    pub busy: Busy,
    /// The parts that could not be read, or were read with a guess: a sentence each without a stop.
    pub unread: Vec<String>,
}

/// Reads the calendars of a runner who lives in `zone`, for the week from `monday`.
///
/// # Errors
/// The problems of each text that is no calendar; `source` of their places counts the texts.
pub fn read(texts: &[&str], zone: Zone, monday: NaiveDate) -> Result<BusyWeek, Vec<Problem>> {
    let mut minutes = vec![false; WEEK];
    let (mut unread, mut problems) = (Vec::new(), Vec::new());
    for (source, text) in texts.iter().enumerate() {
        let text = with_line_ends(text);
        let parsed: Vec<ICalendar> =
            calendars(&text).into_iter().filter_map(|part| ICalendar::parse(part).ok()).collect();
        if parsed.is_empty() {
            let message = "this is not a calendar that can be read".to_owned();
            let place = Place { source, span: None };
            problems
                .push(Problem::at("", &place, message).hint("export it again from your calendar, as .ics"));
        }
        for calendar in parsed {
            // An event of a day before may reach into the week, and zones lie a day apart.
            let window = (midnight(monday) - TimeDelta::days(2), midnight(monday) + TimeDelta::days(9));
            let happenings = happenings(&calendar, MOST, Some(window));
            for event in
                happenings.all.iter().filter(|event| takes_time(&calendar.components[event.component]))
            {
                mark(&mut minutes, event, zone, monday);
            }
            unread.extend(remarks(&calendar, &happenings));
        }
    }
    if problems.is_empty() { Ok(BusyWeek { busy: windows(&minutes), unread }) } else { Err(problems) }
}

/// Remarks on the events of a calendar that take no time, or time of another zone, because they could not be read.
fn remarks(calendar: &ICalendar, happenings: &Happenings) -> Vec<String> {
    let short = |text: &str| one_line(text).chars().take(SHOWN).collect::<String>();
    let title = |at: usize| short(&text_of(&calendar.components[at], &ICalendarProperty::Summary));
    let mut remarks = Vec::new();
    for at in &happenings.undated {
        remarks.push(format!("the event `{}` has no date that can be read; it takes no time", title(*at)));
    }
    for at in happenings.cut.iter().filter(|at| takes_time(&calendar.components[**at])) {
        let title = title(*at);
        remarks.push(format!(
            "the event `{title}` repeats more than {MOST} times; those after them take no time"
        ));
    }
    for name in &happenings.unknown_zones {
        let name = short(name);
        remarks.push(format!("the time zone `{name}` is not known; its events count as in yours"));
    }
    remarks
}

/// Whether an event takes time of the runner: it takes place, is not marked as free, and is no session of this program.
fn takes_time(component: &ICalendarComponent) -> bool {
    let says = |name: &ICalendarProperty, wanted: &str| text_of(component, name).eq_ignore_ascii_case(wanted);
    let free = component.property(&ICalendarProperty::Transp).is_some_and(|entry| {
        entry.values.iter().any(|value| match value {
            ICalendarValue::Transparency(how) => *how == ICalendarTransparency::Transparent,
            other => other.as_text().is_some_and(|text| text.eq_ignore_ascii_case("transparent")),
        })
    });
    let outlook = ICalendarProperty::Other("X-MICROSOFT-CDO-BUSYSTATUS".to_owned());
    is_event(component)
        && is_on(component)
        && !free
        && !says(&outlook, "free")
        && !text_of(component, &ICalendarProperty::Uid).ends_with(CALENDAR_IDENTITY)
}

/// Marks the minutes of the week that an event takes, on the runner's clocks.
fn mark(minutes: &mut [bool], event: &Happening, zone: Zone, monday: NaiveDate) {
    let first = midnight(monday);
    match event.zone {
        None => stretch(minutes, first, event.starts, event.ends),
        Some(from) => across(minutes, event, zone, from, first),
    }
}

/// Marks an event of the zone `from`: from quarter to quarter, so that clocks may change in between.
fn across(minutes: &mut [bool], event: &Happening, zone: Zone, from: Tz, first: NaiveDateTime) {
    let week = (first - TimeDelta::days(2), first + TimeDelta::days(9));
    let (starts, ends) = (event.starts.max(week.0), event.ends.min(week.1));
    let (Some(mut now), Some(end)) = (moment(starts, from), moment(ends, from)) else { return };
    while now < end {
        let into = i64::from(now.naive_utc().minute()) % QUARTER;
        let next =
            (now + TimeDelta::minutes(QUARTER - into) - TimeDelta::seconds(now.second().into())).min(end);
        let local = now.with_timezone(&zone.0).naive_local();
        stretch(minutes, first, local, local + (next - now));
        now = next;
    }
}

/// Marks every minute that a stretch touches; `first` is the start of the week.
fn stretch(minutes: &mut [bool], first: NaiveDateTime, starts: NaiveDateTime, ends: NaiveDateTime) {
    if ends <= starts {
        return;
    }
    let from = (starts - first).num_seconds().div_euclid(60);
    let to = ((ends - first).num_seconds() + 59).div_euclid(60);
    let within = |minute: i64| usize::try_from(minute.max(0)).unwrap_or(0).min(WEEK);
    minutes[within(from)..within(to)].fill(true);
}

/// The marked minutes as windows of each day.
fn windows(minutes: &[bool]) -> Busy {
    let mut busy = Busy::default();
    for (day, taken) in minutes.chunks(DAY).zip(&mut busy.0) {
        let mut at = 0;
        while let Some(from) = day[at..].iter().position(|taken| *taken).map(|found| at + found) {
            at = day[from..].iter().position(|taken| !taken).map_or(DAY, |length| from + length);
            let small = |minute: usize| u16::try_from(minute).unwrap_or(u16::MAX);
            taken.push(Window { from: small(from), to: small(at) });
        }
    }
    busy
}
