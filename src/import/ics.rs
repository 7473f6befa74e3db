//! A plan as an iCalendar file: an event a session, read by its title; repeated events count on each of their days.

use crate::import::days::{DayLog, Location, shown};
use crate::import::plan::ForeignPlan;
use crate::import::remark::no_plan;
use crate::import::weeks;
use crate::input::ical::{
    Block, Calendar, Fault, FaultKind, PlanEvents, Purpose, Steps, calendars, happenings_of_plan, known,
    quoted,
};
use crate::input::{Place, Problem};
use crate::week::dates::iso_week;
use calcard::common::timezone::Tz;
use chrono::NaiveDateTime;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Occurrences that are looked at, at most.
const MOST_EVENTS: usize = 20_000;
/// An event that lasts all day stands on each of its days, up to so many; a longer one is a note about a week.
const MOST_DAYS: i64 = 4;
/// Weeks that an event without end is taken for, where nothing else says how long the plan is.
const ENDLESS_WEEKS: u64 = 12;
/// Events with the same fault that are said one by one; the rest are counted.
const FAULTS_SHOWN: usize = 3;

/// One day of an event.
struct Occurrence {
    starts: NaiveDateTime,
    minutes: Option<u16>,
    /// The number of the event among the blocks of the calendar.
    block: usize,
    /// Whether the event repeats without end.
    endless: bool,
    /// Whether the event lasts so long that it is a note about a week, not a session.
    note: bool,
}

/// Reads the calendars of a text.
pub(super) fn read(text: &str, source: usize) -> Result<ForeignPlan, Vec<Problem>> {
    let calendars = calendars(text);
    if calendars.is_empty() {
        let message = "this is not a calendar that can be read".to_owned();
        let problem = Problem::at("", &Place { source, span: None }, message);
        return Err(vec![problem.hint("export it again from your calendar")]);
    }
    let mut log = DayLog::new(source);
    let (mut name, mut number, mut steps, mut undated) = (None, 0, Steps::of_file(), Vec::new());
    for blocks in calendars.iter().cloned() {
        let calendar = Calendar::read(blocks, Purpose::Plan, &mut steps);
        let blocks = &calendar.blocks;
        let mut events = happenings_of_plan(&calendar, MOST_EVENTS, &mut steps);
        undated.extend(events.faults.iter().filter(|fault| fault.kind == FaultKind::Undated).cloned());
        number += log_events(&mut log, blocks, &mut events);
        name = name.or_else(|| Some(blocks.first()?.text("NAME")).filter(|name| !name.is_empty()));
    }
    if number == 0 {
        return Err(nothing_in(source, &calendars, &undated));
    }
    log.mention_between();
    weeks::plan(log, name, true, |monday| (iso_week(monday), None))
}

/// The problem of a calendar without an event on any day: there is none, or what there is cannot be read.
fn nothing_in(source: usize, calendars: &[Vec<Block>], undated: &[Fault]) -> Vec<Problem> {
    let events = calendars.iter().flatten().filter(|block| block.is_event()).count();
    let Some(first) = undated.first() else {
        let message = if events == 0 { "there is no event in it" } else { "no event in it takes place" };
        return no_plan(source, message, "check that the calendar is the right one");
    };
    let (what, line) = (quoted(&first.found), first.line);
    let message = match undated.len() {
        1 => format!("the date of its event cannot be read: {what} in line {line}"),
        number => {
            format!("the dates of its {number} events cannot be read; the first is {what} in line {line}")
        }
    };
    no_plan(source, &message, first.hint())
}

/// Logs the events of one calendar; how many there are.
fn log_events(log: &mut DayLog, blocks: &[Block], events: &mut PlanEvents) -> usize {
    log_faults(log, blocks, &events.faults);
    for block in events.never.iter().map(|at| &blocks[*at]).filter(|block| block.is_on()) {
        let message =
            format!("{} never takes place: it ends before it begins", quoted(&block.text("SUMMARY")));
        let at = Location::line(block.line);
        log.note("event-left-out", at, message, "give it a later end (`UNTIL`)");
    }
    // Once an event: one of 50,000 lines may happen 20,000 times.
    let of_event = |(at, block): (usize, &Block)| block.is_on().then(|| (at, block.text("SUMMARY")));
    let titles: BTreeMap<usize, String> = blocks.iter().enumerate().filter_map(of_event).collect();
    let mut occurrences = occurrences(blocks, events);
    occurrences.retain(|event| titles.contains_key(&event.block));
    // An event that repeats without end would make a plan without end.
    let last = occurrences.iter().filter(|event| !event.endless).map(|event| event.starts).max();
    let first = occurrences.iter().map(|event| event.starts).min();
    let last = last.or_else(|| first?.checked_add_days(chrono::Days::new(7 * ENDLESS_WEEKS)));
    occurrences.retain(|event| Some(event.starts) <= last);
    occurrences.sort_by_key(|event| (event.starts, event.block));
    for event in &occurrences {
        log_occurrence(log, event, &titles[&event.block], Some(blocks[event.block].line));
    }
    occurrences.len()
}

/// Logs what of the events cannot be read: of each kind the first, and how many more there are.
fn log_faults(log: &mut DayLog, blocks: &[Block], faults: &[Fault]) {
    let mut faults: Vec<&Fault> = faults.iter().collect();
    faults.sort_by_key(|fault| (fault.kind, fault.line));
    for of_kind in faults.chunk_by(|one, next| one.kind == next.kind) {
        let more = of_kind.len().saturating_sub(FAULTS_SHOWN);
        for (at, fault) in of_kind.iter().take(FAULTS_SHOWN).enumerate() {
            let block = &blocks[fault.block];
            let title = block.text("SUMMARY");
            let name = if title.trim().is_empty() {
                format!("in line {}", block.line)
            } else {
                format!("`{}`", shown(&title, 40))
            };
            let mut message = fault.message(&name, Purpose::Plan);
            if more > 0 && at + 1 == FAULTS_SHOWN {
                let _ = write!(message, "; so it is with {more} more");
            }
            let left_out = fault.kind == FaultKind::Undated;
            let id = if left_out { "event-left-out" } else { "event-half-read" };
            log.warn(id, Location::line(fault.line), message, fault.hint());
        }
    }
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

/// The events of a calendar day by day.
fn occurrences(blocks: &[Block], events: &PlanEvents) -> Vec<Occurrence> {
    // Some calendars give moments in UTC and the place apart.
    let place = blocks.first().and_then(|top| known(&top.text("X-WR-TIMEZONE")));
    let mut all = Vec::new();
    for event in &events.all {
        let length = (event.ends - event.starts).num_minutes();
        let utc = event.moments.map(|(starts, _)| starts).filter(|starts| starts.timezone() == Tz::UTC);
        let elsewhere = place.zip(utc).map(|(place, starts)| starts.with_timezone(&place).naive_local());
        let starts = elsewhere.unwrap_or(event.starts);
        // Where there is no time of day the length says nothing about the session, but how many days it lasts.
        let minutes = u16::try_from(length).ok().filter(|minutes| (1..=600).contains(minutes));
        let days = if starts.time() == chrono::NaiveTime::MIN { (length / 1440).max(1) } else { 1 };
        let note = days > MOST_DAYS;
        for day in 0..if note { 1 } else { days.unsigned_abs() } {
            if let Some(starts) = starts.checked_add_days(chrono::Days::new(day)) {
                let (block, endless) = (event.block, event.endless);
                all.push(Occurrence { starts, minutes, block, endless, note });
            }
        }
    }
    all
}
