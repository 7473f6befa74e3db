//! The time zones of a calendar: known ones by their name, others by the rules that the file itself gives for them.
//!
//! The library knows zones by name only. Its expander walks 400 changes from the first, and rules of Outlook begin in
//! 1601: it ended before 2002 and left the last change for ever. Here a rule is asked for the years that matter.

use crate::input::ical::blocks::Block;
use crate::input::ical::moments::{Stamp, offset, stamp};
use crate::input::ical::repeats::{Budget, Series};
use crate::input::ical::rule::{self, Unsure};
use calcard::common::timezone::Tz;
use chrono::{DateTime, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use std::collections::{BTreeMap, BTreeSet};

/// Years for which the changes of a zone are listed; outside of them its clocks stand as at their ends.
const YEARS: (i32, i32) = (1970, 2100);
/// Days after which a later rule of the same kind takes the place of an earlier one that has no end.
const SUCCESSION: i64 = 300;

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

/// A rule of a zone (`STANDARD` or `DAYLIGHT`).
struct ZoneRule {
    start: NaiveDateTime,
    from: FixedOffset,
    to: FixedOffset,
    /// Its repeats, with their ends where they have one.
    repeats: Vec<(rule::Rule, Option<NaiveDateTime>)>,
    /// Further changes that it names one by one.
    dates: Vec<NaiveDateTime>,
}

/// The zones of a calendar, known ones and the file's own.
#[derive(Debug)]
pub(super) struct Zones {
    named: BTreeMap<String, EventZone>,
    own: Vec<Vec<Onset>>,
    /// The numbers of own zones with rules that cannot be read, or are too many.
    flawed: BTreeSet<usize>,
}

impl Zones {
    /// The zones that the blocks of a calendar define.
    pub fn new(blocks: &[Block], budget: &mut Budget) -> Self {
        let mut rules: BTreeMap<usize, Vec<&Block>> = BTreeMap::new();
        for block in blocks.iter().filter(|block| matches!(block.kind.as_str(), "STANDARD" | "DAYLIGHT")) {
            rules.entry(block.parent.unwrap_or_default()).or_default().push(block);
        }
        let mut zones = Self { named: BTreeMap::new(), own: Vec::new(), flawed: BTreeSet::new() };
        for (at, zone) in blocks.iter().enumerate().filter(|(_, block)| block.kind == "VTIMEZONE") {
            let name = clean(&zone.text("TZID")).to_owned();
            if known(&name).is_some() || zones.named.contains_key(&name) {
                continue;
            }
            // What the program that wrote the file says it is, in words of its own.
            let place = known(zone.text("X-LIC-LOCATION").trim_start_matches("SystemV/"));
            if let Some(place) =
                place.or_else(|| Tz::from_ms_cdo_zone_id(zone.text("X-MICROSOFT-CDO-TZID").trim()))
            {
                zones.named.insert(name, EventZone::Known(place));
                continue;
            }
            let (onsets, flawed) = onsets(rules.get(&at).map_or(&[], Vec::as_slice), budget);
            if !onsets.is_empty() {
                if flawed {
                    zones.flawed.insert(zones.own.len());
                }
                zones.named.insert(name, EventZone::Own(zones.own.len()));
                zones.own.push(onsets);
            }
        }
        zones
    }

    /// The zone of a name; `None` where it is unknown.
    pub fn named(&self, id: &str) -> Option<EventZone> {
        let id = clean(id);
        self.named.get(id).copied().or_else(|| known(id).map(EventZone::Known))
    }

    /// Whether the file defines a zone by rules that cannot all be read.
    pub fn is_flawed(&self, zone: EventZone) -> bool {
        matches!(zone, EventZone::Own(at) if self.flawed.contains(&at))
    }

    /// The moment at which the clocks of a zone show a time.
    pub fn moment(&self, naive: NaiveDateTime, zone: EventZone) -> Option<DateTime<Tz>> {
        match zone {
            EventZone::Known(zone) => moment(naive, zone),
            EventZone::Own(at) => {
                let onsets = &self.own[at];
                let after = onsets.partition_point(|onset| onset.at <= naive);
                let offset = match after.checked_sub(1).and_then(|last| onsets.get(last)) {
                    // An hour that the clocks skip is counted by the clocks before it (RFC 5545).
                    Some(onset) if naive - onset.at < ahead(onset) => onset.from,
                    Some(onset) => onset.to,
                    None => onsets.first()?.from,
                };
                fixed(offset).from_local_datetime(&naive).single()
            }
        }
    }

    /// The time that the clocks of a zone show at a moment.
    pub fn local(&self, moment: DateTime<Tz>, zone: EventZone) -> NaiveDateTime {
        match zone {
            EventZone::Known(zone) => moment.with_timezone(&zone).naive_local(),
            EventZone::Own(at) => {
                let (onsets, utc) = (&self.own[at], moment.naive_utc());
                let after = onsets.partition_point(|onset| onset.at - onset.from <= utc);
                let last = after.checked_sub(1).and_then(|last| onsets.get(last)).map(|onset| onset.to);
                let offset = last.or_else(|| onsets.first().map(|onset| onset.from));
                offset.map_or(utc, |offset| utc + offset)
            }
        }
    }
}

/// The time that a change of the clocks skips; negative where it repeats some.
fn ahead(onset: &Onset) -> TimeDelta {
    TimeDelta::seconds(i64::from(onset.to.local_minus_utc() - onset.from.local_minus_utc()))
}

/// The name of a zone without what programs put around it.
fn clean(name: &str) -> &str {
    name.trim().trim_matches('"').trim()
}

/// The zone of a name that is known: of the world's list, of Windows, or an offset such as `UTC+02:00`.
pub(crate) fn known(name: &str) -> Option<Tz> {
    let name = clean(name);
    let zone = name.parse().ok().filter(|zone: &Tz| !zone.is_floating());
    let fixed_offset = || {
        let rest = ["UTC", "GMT"].iter().find_map(|start| name.strip_prefix(start)).unwrap_or(name);
        offset(rest).map(fixed)
    };
    zone.or_else(fixed_offset)
}

/// The zone of an offset; that of UTC has a name of its own.
pub(super) fn fixed(offset: FixedOffset) -> Tz {
    if offset.local_minus_utc() == 0 { Tz::UTC } else { Tz::Fixed(offset) }
}

/// The moment at which the clocks of a zone show a time: the first of two, and after the gap where the clock skips it (RFC 5545).
fn moment(naive: NaiveDateTime, zone: Tz) -> Option<DateTime<Tz>> {
    match zone.from_local_datetime(&naive) {
        LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => Some(moment),
        LocalResult::None => {
            zone.from_local_datetime(&naive.checked_add_signed(TimeDelta::hours(1))?).earliest()
        }
    }
}

/// The changes that the rules of a zone make, in their order, and whether one of the rules is not wholly in them.
fn onsets(blocks: &[&Block], budget: &mut Budget) -> (Vec<Onset>, bool) {
    let (mut onsets, mut flawed) = (Vec::new(), false);
    let mut rules: Vec<(&str, ZoneRule)> = Vec::new();
    for block in blocks {
        match zone_rule(block, &mut flawed) {
            Some(rule) => rules.push((&block.kind, rule)),
            None => flawed = true,
        }
    }
    // Some programs write a rule for each time that a country changed its own, and forget where the earlier ones end.
    let mut starts: BTreeMap<&str, Vec<NaiveDateTime>> = BTreeMap::new();
    for (kind, rule) in rules.iter().filter(|(_, rule)| !rule.repeats.is_empty()) {
        starts.entry(kind).or_default().push(rule.start);
    }
    for starts in starts.values_mut() {
        starts.sort_unstable();
    }
    for (kind, mut rule) in rules {
        let later = starts.get(kind).and_then(|starts| {
            let least = rule.start.checked_add_signed(TimeDelta::days(SUCCESSION))?;
            starts.get(starts.partition_point(|start| *start < least)).copied()
        });
        for (_, until) in &mut rule.repeats {
            *until = until.or_else(|| later.map(|later| later - TimeDelta::seconds(1)));
        }
        flawed |= !add_onsets(&rule, budget, &mut onsets);
    }
    onsets.sort_by_key(|onset| onset.at);
    (onsets, flawed)
}

/// Reads a rule of a zone; `None` where an offset or the start cannot be read.
fn zone_rule(block: &Block, flawed: &mut bool) -> Option<ZoneRule> {
    let from = block.get("TZOFFSETFROM").and_then(|of| offset(&of.value));
    let to = offset(&block.get("TZOFFSETTO")?.value)?;
    *flawed |= from.is_none();
    let from = from.unwrap_or(to);
    let start = stamp(&block.get("DTSTART")?.value)?.naive;
    // The end of a rule is in UTC; the rule goes by the clocks before the change.
    let local = |until: Stamp| match until.offset {
        Some(offset) => until.naive - offset + from,
        None if until.is_date => until.naive + TimeDelta::seconds(86_399),
        None => until.naive,
    };
    let mut repeats = Vec::new();
    for rule in block.all("RRULE") {
        let reading = rule::read(&rule.value);
        *flawed |= !reading.faults.is_empty();
        if reading.faults.iter().all(|(unsure, _)| *unsure < Unsure::Days) {
            repeats.push((reading.rule.clone(), reading.rule.until.map(local)));
        }
    }
    let mut dates = Vec::new();
    for list in block.all("RDATE") {
        for date in list.value.split(',') {
            let date = date.split('/').next().unwrap_or_default();
            dates.extend(stamp(date).map(local));
            *flawed |= stamp(date).is_none();
        }
    }
    Some(ZoneRule { start, from, to, repeats, dates })
}

/// Adds the changes that a rule makes in the listed years, and the last before them; whether all are.
fn add_onsets(rule: &ZoneRule, budget: &mut Budget, onsets: &mut Vec<Onset>) -> bool {
    let at = |at: NaiveDateTime| Onset { at, from: rule.from, to: rule.to };
    let new_year = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).map(|day| day.and_time(NaiveTime::MIN));
    let (Some(first), Some(last)) = (new_year(YEARS.0), new_year(YEARS.1)) else { return false };
    onsets.extend(rule.dates.iter().copied().map(at));
    if rule.repeats.is_empty() {
        onsets.push(at(rule.start));
    }
    for (repeat, until) in &rule.repeats {
        let mut series = Series::new(repeat.clone(), rule.start, *until);
        let mut changes = || {
            series.resolve_count(last, budget)?;
            onsets.extend(series.latest(rule.start, first, budget, |_| true)?.map(at));
            series.between(first, last, budget, |moment| {
                onsets.push(at(moment));
                true
            })
        };
        if changes().is_err() {
            return false;
        }
    }
    true
}
