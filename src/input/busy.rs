//! The time that a runner's calendars take of a week: events in any zone, with their repeats, in minutes of the runner's clocks.
//!
//! What is called off or marked as free takes no time, and neither do sessions that this program wrote.

use crate::input::ical::{
    Block, Calendar, Fault, Happening, Purpose, Steps, calendars, happenings_between, midnight, quoted,
};
use crate::input::{Place, Problem};
use crate::week::hours::{Busy, Window};
use crate::week::session::CALENDAR_IDENTITY;
use calcard::common::timezone::Tz;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone as _};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Parts of one kind in one text that are said one by one; the rest are counted.
const PARTS_SHOWN: usize = 3;
/// Minutes of a day, and of a week.
const DAY: usize = 24 * 60;
const WEEK: usize = 7 * DAY;
/// Clocks change at quarters of an hour; between two of them a stretch is as long on the wall as it is.
const QUARTER: usize = 15;
/// Days before the week from which on moments count: an event of a day before may reach into it, and zones lie a day apart.
const BEFORE: TimeDelta = TimeDelta::days(2);
/// Minutes of the days that count: those before, the week, and as many after.
const MINUTES: usize = WEEK + 4 * DAY;

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
    /// The parts that could not be read, or were read with a guess.
    pub unread: Vec<Unread>,
}

/// A part of a calendar that could not be read, or was read with a guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The text, as the caller numbers them.
    pub source: usize,
    /// The line in the text, from 1.
    pub line: usize,
    /// The event, what of it cannot be read, and how it counts: a sentence without a stop.
    pub message: String,
    /// Advice; starts with a verb.
    pub hint: &'static str,
}

/// Calendars that were read: one or several a text, which tell the time that they take of any week.
#[derive(Debug)]
pub struct Calendars(Vec<Vec<Calendar>>);

impl Calendars {
    /// Reads the calendars of some texts.
    ///
    /// # Errors
    /// The problems of each text that is no calendar; `source` of their places counts the texts.
    pub fn read(texts: &[&str]) -> Result<Self, Vec<Problem>> {
        let (mut all, mut problems) = (Vec::new(), Vec::new());
        for (source, text) in texts.iter().enumerate() {
            let calendars = calendars(text);
            if calendars.is_empty() {
                let message = "this is not a calendar that can be read".to_owned();
                let problem = Problem::at("", &Place { source, span: None }, message);
                problems.push(problem.hint("export it again from your calendar, as .ics"));
            }
            let mut steps = Steps::of_file();
            let read = |blocks| Calendar::read(blocks, Purpose::Time, &mut steps);
            all.push(calendars.into_iter().map(read).collect());
        }
        if problems.is_empty() { Ok(Self(all)) } else { Err(problems) }
    }

    /// The time that the calendars take of the week from `monday` of a runner who lives in `zone`.
    #[must_use]
    pub fn week(&self, zone: Zone, monday: NaiveDate) -> BusyWeek {
        self.taken(zone, monday, Steps::of_file)
    }

    /// The hours of another week of the same plan: with fewer steps, as there may be a hundred of them.
    #[must_use]
    pub fn further_week(&self, zone: Zone, monday: NaiveDate) -> Busy {
        self.taken(zone, monday, Steps::of_further_week).busy
    }

    fn taken(&self, zone: Zone, monday: NaiveDate, steps: fn() -> Steps) -> BusyWeek {
        let first = midnight(monday) - BEFORE;
        let (mut floating, mut fixed) = (Minutes::new(), Minutes::new());
        let mut unread = Vec::new();
        for (source, calendars) in self.0.iter().enumerate() {
            let (mut steps, mut faults) = (steps(), Vec::new());
            for calendar in calendars {
                let blocks = &calendar.blocks;
                let takes_time: Vec<bool> = blocks.iter().map(takes_time).collect();
                let window = (first, first + TimeDelta::days(11));
                let of_calendar = happenings_between(calendar, window, &mut steps, |event| {
                    if takes_time[event.block] {
                        mark(&mut floating, &mut fixed, &event, first);
                    }
                });
                let of_calendar = of_calendar.into_iter().filter(|fault| takes_time[fault.block]);
                faults.extend(of_calendar.map(|fault| (name(&blocks[fault.block]), fault)));
            }
            unread.extend(remarks(&faults).into_iter().map(|remark| Unread { source, ..remark }));
        }
        let mut minutes = floating.taken();
        across(&fixed.taken(), &mut minutes, zone, first);
        let week = (2 * DAY, 2 * DAY + WEEK);
        BusyWeek { busy: windows(&minutes[week.0..week.1]), unread }
    }
}

/// Reads the calendars of a runner who lives in `zone`, for the week from `monday`.
///
/// # Errors
/// The problems of each text that is no calendar; `source` of their places counts the texts.
pub fn read(texts: &[&str], zone: Zone, monday: NaiveDate) -> Result<BusyWeek, Vec<Problem>> {
    Calendars::read(texts).map(|calendars| calendars.week(zone, monday))
}

/// The name by which an event is called: its title, else its day, else its line.
fn name(event: &Block) -> String {
    let title = event.text("SUMMARY");
    let date = event.get("DTSTART").and_then(|start| start.value.trim().get(..8).map(str::to_owned));
    let date = date.and_then(|date| NaiveDate::parse_from_str(&date, "%Y%m%d").ok());
    match date {
        _ if !title.trim().is_empty() => quoted(&title),
        Some(date) => format!("of {date}"),
        None => format!("in line {}", event.line),
    }
}

/// Remarks on what of a text cannot be read: of each kind the first, and how many more there are.
fn remarks(faults: &[(String, Fault)]) -> Vec<Unread> {
    let mut kinds: BTreeMap<_, Vec<&(String, Fault)>> = BTreeMap::new();
    for fault in faults {
        kinds.entry(fault.1.kind).or_default().push(fault);
    }
    let mut remarks = Vec::new();
    for of_kind in kinds.values() {
        let more = of_kind.len().saturating_sub(PARTS_SHOWN);
        let shown = of_kind.len() - more;
        for (at, (name, fault)) in of_kind.iter().take(PARTS_SHOWN).enumerate() {
            let mut message = fault.message(name, Purpose::Time);
            if more > 0 && at + 1 == shown {
                let _ = write!(message, "; so it is with {more} more");
            }
            remarks.push(Unread { source: 0, line: fault.line, message, hint: fault.hint() });
        }
    }
    remarks.sort_by_key(|remark| remark.line);
    remarks
}

/// Whether an event takes time of the runner: it takes place, is not marked as free, and is no session of this program.
fn takes_time(event: &Block) -> bool {
    let says = |name: &str, wanted: &str| event.text(name).trim().eq_ignore_ascii_case(wanted);
    event.is_on()
        && !says("TRANSP", "TRANSPARENT")
        && !says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
        && !event.text("UID").ends_with(CALENDAR_IDENTITY)
}

/// Minutes that are taken, kept as the number of stretches that begin and end at each: a stretch costs the same whether it
/// lasts an hour or a year.
struct Minutes(Vec<i32>);

impl Minutes {
    fn new() -> Self {
        Self(vec![0; MINUTES + 1])
    }

    /// Takes every minute that a stretch touches; `first` is the start of the minutes.
    fn take(&mut self, first: NaiveDateTime, starts: NaiveDateTime, ends: NaiveDateTime) {
        if ends <= starts {
            return;
        }
        let from = (starts - first).num_seconds().div_euclid(60);
        let to = ((ends - first).num_seconds() + 59).div_euclid(60);
        let within = |minute: i64| usize::try_from(minute.max(0)).unwrap_or(0).min(MINUTES);
        self.0[within(from)] += 1;
        self.0[within(to)] -= 1;
    }

    /// Whether each minute is taken.
    fn taken(&self) -> Vec<bool> {
        let mut open = 0;
        let taken = |change: &i32| {
            open += change;
            open > 0
        };
        self.0[..MINUTES].iter().map(taken).collect()
    }
}

/// Marks an event: one that is "wherever I am" on the runner's clocks, another on those of UTC.
fn mark(floating: &mut Minutes, fixed: &mut Minutes, event: &Happening, first: NaiveDateTime) {
    match event.moments {
        None => floating.take(first, event.starts, event.ends),
        Some((starts, ends)) => fixed.take(first, starts.naive_utc(), ends.naive_utc()),
    }
}

/// Marks the taken minutes of UTC on the runner's clocks, from quarter to quarter, so that clocks may change in between.
fn across(utc: &[bool], minutes: &mut [bool], zone: Zone, first: NaiveDateTime) {
    for (at, quarter) in utc.chunks(QUARTER).enumerate().filter(|(_, quarter)| quarter.contains(&true)) {
        let begins = first + TimeDelta::minutes(i64::try_from(at * QUARTER).unwrap_or(0));
        let local: DateTime<Tz> = zone.0.from_utc_datetime(&begins);
        let shift = (local.naive_local() - first).num_minutes();
        for (minute, _) in quarter.iter().enumerate().filter(|(_, taken)| **taken) {
            let minute = usize::try_from(shift + i64::try_from(minute).unwrap_or(0));
            if let Some(minute) = minute.ok().and_then(|minute| minutes.get_mut(minute)) {
                *minute = true;
            }
        }
    }
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
