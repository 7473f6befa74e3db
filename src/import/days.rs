//! The days of a foreign plan as its text has them, before weeks are made of them.

use crate::import::marks::{without_emphasis, without_struck};
use crate::import::measures::{MILE, is_nothing};
use crate::import::plan::CellPlace;
use crate::import::remark::Remark;
use crate::import::words::entry::SessionEntry;
use crate::import::words::{Reading, read};
use crate::week::dates::{day_of, days_after, monday_of};
use crate::week::day::Day;
use crate::wrap::one_line;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::Range;

/// Weeks of a plan at most; what is longer is no training plan.
pub const MOST_WEEKS: usize = 520;
/// The Monday on which a plan without dates is put while it is checked.
pub(super) const UNDATED: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date");
/// Parts of one text that are said one by one; the rest are counted.
const PARTS_SHOWN: usize = 3;
/// A number without a unit, in thousandths, from which on all of a plan are minutes: nobody runs 60 km in training.
const MINUTES_FROM: u32 = 60_000;
/// Characters of a day's text that are read.
const MOST_READ: usize = 2000;
/// Characters of a day's text that are kept.
const MOST_TEXT: usize = 400;

/// The days of a text with their sessions and texts, and the remarks on reading them.
#[derive(Debug, Default)]
pub(super) struct DayLog {
    pub source: usize,
    /// The day on which the weeks of the text start; `None` is Monday.
    pub starts_on: Option<Day>,
    /// The days that the text speaks of.
    pub days: BTreeMap<NaiveDate, LoggedDay>,
    pub remarks: Vec<Remark>,
    /// What is struck through, with its place.
    struck: Vec<(Location, String)>,
    /// Number of lengths in miles.
    miles: u32,
    /// Number of lengths in kilometres.
    kilometres: u32,
    /// Number of lengths in minutes.
    minutes: u32,
}

/// What a number without a unit is in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Minutes.
    Minutes,
    /// So many metres.
    Metres(u32),
}

/// One day of a text: its sessions, as they were written.
#[derive(Debug, Default)]
pub(super) struct LoggedDay {
    pub entries: Vec<SessionEntry>,
    pub text: String,
    pub line: Option<usize>,
    /// Whether something on the day was not recognised.
    pub unread: bool,
    /// The other ways of the day, where the text offers a choice.
    pub ways: Vec<Way>,
    /// The cell that says what is done.
    pub cell: Option<CellPlace>,
}

/// Another way of a day: these sessions in place of those that stand at these indices.
#[derive(Debug)]
pub(super) struct Way {
    pub in_place_of: Range<usize>,
    pub entries: Vec<SessionEntry>,
}

impl LoggedDay {
    /// The sessions of the day, each way of it by itself; of a choice the mildest first.
    pub fn all_ways(&self) -> impl Iterator<Item = Vec<SessionEntry>> {
        let other = |way: &Way| {
            let [before, after] =
                [&self.entries[..way.in_place_of.start], &self.entries[way.in_place_of.end..]];
            [before, &way.entries, after].concat()
        };
        std::iter::once(self.entries.clone()).chain(self.ways.iter().map(other))
    }
}

/// The line and the date that a remark is about, where they are known; by default it is about the text as a whole.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Location {
    pub line: Option<usize>,
    pub date: Option<NaiveDate>,
}

impl Location {
    /// A line of the text.
    pub const fn line(line: usize) -> Self {
        Self { line: Some(line), date: None }
    }

    /// A day, and its line where that is known.
    pub const fn day(date: NaiveDate, line: Option<usize>) -> Self {
        Self { line, date: Some(date) }
    }
}

impl DayLog {
    pub fn new(source: usize) -> Self {
        Self { source, ..Self::default() }
    }

    /// Counts a day among those that the plan speaks of, whatever stands on it.
    pub fn mention(&mut self, date: NaiveDate, line: Option<usize>) {
        let day = self.days.entry(date).or_default();
        day.line = day.line.or(line);
    }

    /// Says in which cell a day stands; of several the first counts.
    pub fn stands_in(&mut self, date: NaiveDate, cell: Option<CellPlace>) {
        let day = self.days.entry(date).or_default();
        day.cell = day.cell.or(cell);
    }

    /// Mentions every day from the first to the last that the plan speaks of.
    pub fn mention_between(&mut self) {
        let (Some(first), Some(last)) = (self.days.keys().next().copied(), self.days.keys().last().copied())
        else {
            return;
        };
        first
            .iter_days()
            .take_while(|date| *date <= last)
            .take(MOST_WEEKS * 7)
            .for_each(|date| self.mention(date, None));
    }

    /// Mentions every day of the weeks that the plan speaks of.
    pub fn mention_whole_weeks(&mut self) {
        let ends = [self.days.keys().next().copied(), self.days.keys().last().copied()];
        let [Some(first), Some(last)] = ends.map(|date| date.and_then(monday_of)) else { return };
        let last = days_after(last, 6).unwrap_or(last);
        first
            .iter_days()
            .take_while(|date| *date <= last)
            .take(MOST_WEEKS * 7)
            .for_each(|date| self.mention(date, None));
    }

    /// Remarks on a date that may be another as well, as day and month may be the other way round.
    pub fn unsure_date(&mut self, label: &str, line: usize, [taken, other]: [NaiveDate; 2]) {
        let message = format!("`{}` may be {taken} or {other}; it counts as {taken}", shown(label, 30));
        self.warn("dates-unsure", Location::line(line), message, "write it as 2027-01-04");
    }

    /// Adds a session to a day.
    pub fn add(&mut self, date: NaiveDate, entry: SessionEntry) {
        self.days.entry(date).or_default().entries.push(entry);
    }

    /// Adds to the text of a day, as it was written.
    pub fn add_text(&mut self, date: NaiveDate, text: &str) {
        let day = self.days.entry(date).or_default();
        let text = shown(text, MOST_TEXT);
        if day.text.chars().count() + text.chars().count() > MOST_TEXT {
            return;
        }
        if !day.text.is_empty() && !text.is_empty() {
            day.text.push_str(" + ");
        }
        day.text.push_str(&text);
    }

    /// Reads the free text of a day. `minutes` count where the text has one session and says no length.
    pub fn read(&mut self, date: NaiveDate, line: Option<usize>, text: &str, minutes: Option<u16>) {
        self.mention(date, line);
        let (text, struck) = without_struck(text);
        self.struck.extend(struck.into_iter().map(|text| (Location::day(date, line), text)));
        let text = without_emphasis(&text);
        // A number that says nothing is a day of rest.
        let text = if is_nothing(&text) { "" } else { text.trim() };
        let (text, rest) = text.char_indices().nth(MOST_READ).map_or((text, ""), |(at, _)| text.split_at(at));
        if !rest.is_empty() {
            let message = format!("only the first {MOST_READ} characters of this day are read");
            self.warn("not-recognised", Location::day(date, line), message, "say it shorter");
        }
        self.add_text(date, text);
        self.count_units(text);
        let reading = read(text);
        self.remark_on(&reading, text, Location::day(date, line));
        let with_minutes = |entries: Vec<SessionEntry>| -> Vec<SessionEntry> {
            let one = entries.len() == 1;
            let of = |entry: SessionEntry| SessionEntry {
                minutes: if entry.sized() || !one { entry.minutes } else { minutes },
                ..entry
            };
            entries.into_iter().map(of).collect()
        };
        let day = self.days.entry(date).or_default();
        day.unread |= !reading.unknown.is_empty();
        let start = day.entries.len();
        day.entries.extend(with_minutes(reading.entries));
        let in_place_of = start..day.entries.len();
        let way = |entries| Way { in_place_of: in_place_of.clone(), entries: with_minutes(entries) };
        day.ways.extend(reading.others.into_iter().map(way));
    }

    /// What a number without a unit is in this text: minutes if one of them is too far for a run, or if the text says so and no
    /// distance; else the distance that it speaks of most. A remark says which was taken, if there are such numbers.
    pub fn unit(&mut self) -> Unit {
        let all =
            self.days.iter().flat_map(|(date, day)| day.entries.iter().map(move |of| (date, day.line, of)));
        let bare: Vec<_> = all.filter_map(|(date, line, of)| Some((*date, line, of.bare?))).collect();
        let is_far = bare.iter().any(|(.., number)| *number >= MINUTES_FROM);
        let unit = match () {
            () if is_far || self.minutes > 0 && self.miles + self.kilometres == 0 => Unit::Minutes,
            () if self.miles > self.kilometres => Unit::Metres(MILE),
            () => Unit::Metres(1000),
        };
        if let Some((date, line, _)) = bare.first() {
            let name = match unit {
                Unit::Minutes => "minutes",
                Unit::Metres(MILE) => "miles",
                Unit::Metres(_) => "kilometres",
            };
            let message = format!("numbers without a unit count as {name}");
            self.note(
                "unit-assumed",
                Location::day(*date, *line),
                message,
                "write `min`, `km` or `mi` beside them",
            );
        }
        unit
    }

    /// Counts the miles, kilometres and minutes that a text speaks of.
    pub fn count_units(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase) {
            self.miles += u32::from(["mi", "mile", "miles"].contains(&word.as_str()));
            self.kilometres += u32::from(["km", "k", "kilometres", "kilometers"].contains(&word.as_str()));
            let is_time =
                ["min", "mins", "minutes", "h", "hr", "hrs", "hour", "hours"].contains(&word.as_str());
            self.minutes += u32::from(is_time);
        }
        // "45'", but not the pace "5'30".
        let after =
            |sign: char| text.split(sign).skip(1).any(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
        let before = |sign: char| {
            text.split(sign).next().is_some_and(|part| part.ends_with(|c: char| c.is_ascii_digit()))
        };
        self.minutes += u32::from(['\'', '’', '′'].into_iter().any(|sign| before(sign) && after(sign)));
    }

    /// Remarks on what was not recognised in a day's text, taken for a comment, or a choice.
    fn remark_on(&mut self, reading: &Reading, text: &str, at: Location) {
        for part in reading.unknown.iter().take(PARTS_SHOWN) {
            let message = format!("`{}` is not recognised, and left out", shown(part, 60));
            let hint = "use a word that is known; `runplan check --words` lists them";
            self.warn("not-recognised", at, message, hint);
        }
        if let more @ 1.. = reading.unknown.len().saturating_sub(PARTS_SHOWN) {
            let message = format!("{more} more parts of this day are not recognised, and left out");
            let hint = "use words that are known; `runplan check --words` lists them";
            self.warn("not-recognised", at, message, hint);
        }
        if let Some(comment) = reading.comments.first() {
            let more = reading.comments.len() - 1;
            let more = if more > 0 { format!(", with {more} more") } else { String::new() };
            let message = format!("`{}` is taken for a comment{more}", shown(comment, 60));
            let hint = "put a `+` before it and use a word that is known, if it is a session";
            self.note("comment", at, message, hint);
        }
        for length in reading.lengths.iter().take(PARTS_SHOWN) {
            let message = format!("the length of `{}` is not understood, and left out", shown(length, 60));
            self.warn("length-not-read", at, message, "write it as `40 min`, `8 km` or `1:30 h`");
        }
        if !reading.others.is_empty() {
            let message = format!("`{}` offers a choice; each way is judged", shown(text, 60));
            self.note("choice", at, message, "write what you mean to do");
        }
    }

    /// Remarks on what is struck through, once.
    pub fn remark_on_struck(&mut self) {
        let Some((at, text)) = self.struck.first().cloned() else { return };
        let more = self.struck.len() - 1;
        let more = if more > 0 { format!(", and so are {more} more") } else { String::new() };
        let message =
            format!("`{}` is struck through{more}; it counts as not done, and is left out", shown(&text, 60));
        self.note("struck-out", at, message, "take the `~~` out, if it is done");
    }

    /// Remarks that something was left out.
    pub fn warn(&mut self, id: &'static str, at: Location, message: impl Into<String>, hint: &str) {
        let day = at.date.and_then(|date| Some((monday_of(date)?, day_of(date))));
        let remark = Remark::warning(id, self.source, at.line, message, hint);
        self.remarks.push(Remark { at: day, ..remark });
    }

    /// Remarks that something was read with a guess; nothing is lost.
    pub fn note(&mut self, id: &'static str, at: Location, message: impl Into<String>, hint: &str) {
        self.warn(id, at, message, hint);
        if let Some(remark) = self.remarks.last_mut() {
            remark.note = true;
        }
    }
}

/// The start of a text, on one line, without what could take a terminal over or turn its direction round.
pub(super) fn shown(text: &str, most: usize) -> String {
    let clean = one_line(text);
    let text = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most { text } else { text.chars().take(most - 1).chain(['…']).collect() }
}
