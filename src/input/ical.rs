//! Events of iCalendar files as they happen: repeats one by one, each at the time of its own zone.
//!
//! A week is asked for without walking there from the start of a series, with one budget of steps for a file: the cheap
//! series come first, so that none takes the room of another.

mod blocks;
mod days;
mod event;
mod fault;
mod moments;
mod repeats;
mod rule;
mod series;
mod zones;

pub(crate) use blocks::{Block, calendars};
pub(crate) use fault::{Fault, FaultKind, Purpose, quoted};
pub(crate) use zones::known;

use calcard::common::timezone::Tz;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use event::{Event, Reader};
use repeats::{Budget, Cut};
use series::{Group, Span};
use std::collections::BTreeMap;
use std::sync::Arc;
use zones::Zones;

/// Moments and days that are looked at for the events of a file, at most; a common series takes some 15 of them in a week.
const MOST_STEPS: u64 = 2_000_000;
/// The same for each further week of the same plan, of which there may be a hundred.
const FURTHER_STEPS: u64 = 200_000;
/// Changes of clocks, and days looked at for them, in all zones of a file; a zone takes some 1,000 of them.
const ZONE_STEPS: u64 = 1_500_000;
/// Days before and after the asked ones on which an event is far from them in any zone.
const FAR: TimeDelta = TimeDelta::days(1);
/// Years that a plan may take from the first of its events.
const PLAN_YEARS: i64 = 20;
/// Weeks that an event without end is taken for, where nothing else says how long the plan is.
const ENDLESS_WEEKS: i64 = 12;

/// One occurrence of an event.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Happening {
    /// The number of the event among the blocks of its calendar.
    pub block: usize,
    /// The start, on the clocks of the zone.
    pub starts: NaiveDateTime,
    /// The end on the same clocks; the start itself where the file names none.
    pub ends: NaiveDateTime,
    /// The moments of start and end, for an event in a zone; `None` for "wherever I am".
    pub moments: Option<(DateTime<Tz>, DateTime<Tz>)>,
    /// Whether the event repeats without end.
    pub endless: bool,
}

/// The steps that the calendars of one file may take.
#[derive(Debug)]
pub(crate) struct Steps {
    events: Budget,
    zones: Budget,
}

impl Steps {
    /// The steps of a file.
    pub const fn of_file() -> Self {
        Self { events: Budget::new(MOST_STEPS), zones: Budget::new(ZONE_STEPS) }
    }

    /// The steps of a file for a further week.
    pub const fn of_further_week() -> Self {
        Self { events: Budget::new(FURTHER_STEPS), zones: Budget::new(0) }
    }
}

/// The events of a calendar, its zones, and what cannot be read.
#[derive(Debug)]
pub(crate) struct Calendar {
    /// The blocks of the calendar, itself first.
    pub blocks: Vec<Block>,
    zones: Zones,
    /// The event of each block that is one, where anything says when it is.
    events: Vec<Option<Arc<Event>>>,
    /// The series and single events, those first that take the fewest steps.
    groups: Vec<Group>,
    faults: Vec<Fault>,
}

impl Calendar {
    /// Reads the events of a calendar.
    pub fn read(blocks: Vec<Block>, purpose: Purpose, steps: &mut Steps) -> Self {
        let zones = Zones::new(&blocks, &mut steps.zones);
        let mut reader = Reader { zones: &zones, purpose, faults: Vec::new() };
        let read = |(number, block): (usize, &Block)| {
            if block.is_event() { reader.read(number, block).map(Arc::new) } else { None }
        };
        let events: Vec<Option<Arc<Event>>> = blocks.iter().enumerate().map(read).collect();
        let faults = reader.faults;
        let groups = groups(&blocks, &events, &zones);
        Self { blocks, zones, events, groups, faults }
    }

    /// The occurrence of an event that starts at a moment; `None` where it ends beyond all calendars.
    fn happening(&self, block: usize, starts: NaiveDateTime, length: TimeDelta) -> Option<Happening> {
        let ends = starts.checked_add_signed(length)?;
        let zone = self.events[block].as_ref().and_then(|event| event.zone);
        let moment = |at: NaiveDateTime| self.zones.moment(at, zone?);
        Some(Happening { block, starts, ends, moments: moment(starts).zip(moment(ends)), endless: false })
    }
}

/// The series and single events of a calendar, each with the events that change it.
fn groups(blocks: &[Block], events: &[Option<Arc<Event>>], zones: &Zones) -> Vec<Group> {
    let events = || events.iter().enumerate().filter_map(|(at, event)| Some((at, event.as_ref()?)));
    let uids: BTreeMap<usize, String> = events().map(|(at, _)| (at, blocks[at].text("UID"))).collect();
    let mut series: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, _) in events().filter(|(_, event)| event.changes.is_none()) {
        series.entry(&uids[&at]).or_insert(at);
    }
    let mut changes: BTreeMap<usize, Vec<(usize, &Event)>> = BTreeMap::new();
    for (at, event) in events().filter(|(_, event)| event.changes.is_some()) {
        if let Some(series) = series.get(uids[&at].as_str()) {
            changes.entry(*series).or_default().push((at, event));
        }
    }
    let changes_of = |at: usize| changes.get(&at).map_or(&[][..], Vec::as_slice);
    let mut groups: Vec<Group> =
        events().map(|(at, event)| Group::new(at, event, changes_of(at), zones)).collect();
    groups.sort_by_key(|group| (group.price(), group.block));
    groups
}

/// The fault that a series repeats more often than is looked at.
fn cut(blocks: &[Block], block: usize) -> Fault {
    let rule = blocks[block].get("RRULE");
    Fault {
        block,
        line: rule.map_or(blocks[block].line, |rule| rule.line),
        kind: FaultKind::Cut,
        found: rule.map(blocks::Property::shown).unwrap_or_default(),
    }
}

/// Gives `at` each occurrence of a calendar's events from `from` and before `to`, and returns what of these cannot be read.
///
/// What is unsure happens: on every day, where it is not known on which.
pub(crate) fn happenings_between(
    calendar: &Calendar,
    (from, to): (NaiveDateTime, NaiveDateTime),
    steps: &mut Steps,
    mut at: impl FnMut(Happening),
) -> Vec<Fault> {
    let blocks = &calendar.blocks;
    let span = Span { from, to, is_time: true };
    let mut touched = vec![false; blocks.len()];
    let mut cuts = Vec::new();
    for group in &calendar.groups {
        let mut is_near = false;
        let mut emit = |block: usize, starts, length| {
            let happening = calendar.happening(block, starts, length);
            if let Some(happening) = happening.filter(|one| one.starts < to && one.ends > from) {
                let near = happening.starts < to - FAR && happening.ends > from + FAR;
                touched[block] |= near;
                is_near |= near;
                at(happening);
            }
            Ok(())
        };
        // What is cut may be on any day; on every day it takes no steps.
        let cut_short = group.happen(&span, &mut steps.events, &mut emit).is_err();
        if cut_short {
            let _ = group.every_day(&span, &mut emit);
        }
        touched[group.block] |= is_near;
        if cut_short && is_near {
            cuts.push(cut(blocks, group.block));
        }
    }
    // An event that nothing dates, and an occurrence that nothing dates, may be in any week.
    let always = |kind: FaultKind| matches!(kind, FaultKind::Undated | FaultKind::Added);
    let faults = calendar.faults.iter().filter(|fault| touched[fault.block] || always(fault.kind));
    faults.cloned().chain(cuts).collect()
}

/// The occurrences of a calendar that is a plan: `most` of them, and of what repeats without end as many as the rest takes.
#[derive(Debug, Default)]
pub(crate) struct PlanEvents {
    pub all: Vec<Happening>,
    /// What cannot be read.
    pub faults: Vec<Fault>,
    /// Series that end before they begin.
    pub never: Vec<usize>,
}

/// The occurrences of a calendar that was read as a plan, of which `most` at most are looked at.
pub(crate) fn happenings_of_plan(calendar: &Calendar, most: usize, steps: &mut Steps) -> PlanEvents {
    let (blocks, groups) = (&calendar.blocks, &calendar.groups);
    let (mut all, mut cuts, mut never) = (Vec::<Happening>::new(), Vec::new(), Vec::new());
    let first = groups.iter().map(|group| group.event.start).min();
    // What repeats within a day is no training, and must not take the room of what is.
    for (fine, endless) in [(false, false), (false, true), (true, false), (true, true)] {
        let bounded_end = all.iter().map(|one: &Happening| one.ends).max();
        let last = bounded_end.or_else(|| first?.checked_add_signed(TimeDelta::weeks(ENDLESS_WEEKS)));
        for group in groups.iter().filter(|of| of.is_endless() == endless && of.is_fine() == fine) {
            let years = group.event.start.checked_add_signed(TimeDelta::days(PLAN_YEARS * 366));
            let end = last.filter(|_| endless).map(|last| last + TimeDelta::days(2));
            let to = [years, end].into_iter().flatten().min().unwrap_or(NaiveDateTime::MAX);
            let mut emit = |block: usize, starts, length| {
                if all.len() >= most {
                    return Err(Cut);
                }
                let happening = calendar.happening(block, starts, length);
                all.extend(happening.map(|one| Happening { endless, ..one }));
                Ok(())
            };
            let span = Span { from: NaiveDateTime::MIN, to, is_time: false };
            if group.happen(&span, &mut steps.events, &mut emit).is_err() {
                cuts.push(cut(blocks, group.block));
            } else if group.ends_before_it_begins() {
                never.push(group.block);
            }
        }
    }
    let faults = calendar.faults.iter().filter(|fault| blocks[fault.block].is_on());
    PlanEvents { all, faults: faults.cloned().chain(cuts).collect(), never }
}

/// Midnight at the start of a day.
pub(crate) fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}
