//! Gathers what a text says day by day, and makes weeks of it.

use super::{MOST_WEEKS, Remark, WrittenPlan, WrittenWeek, later, monday_of, nothing};
use crate::import::weeks::Found;
use crate::import::words::{Entry, read};
use crate::input::Problem;
use crate::week::day::{Day, Days};
use crate::week::race::Race;
use crate::word::Word;
use crate::wrap::one_line;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Parts of one text that are said one by one; the rest are counted.
const PARTS_SHOWN: usize = 3;
/// Characters of a day's text that are kept.
const MOST_TEXT: usize = 400;

/// What is gathered.
#[derive(Debug, Default)]
pub(super) struct Gather {
    pub source: usize,
    /// The day on which the weeks of the text start; `None` is Monday.
    pub starts_on: Option<Day>,
    days: BTreeMap<NaiveDate, Noted>,
    pub remarks: Vec<Remark>,
    /// How often lengths stand in miles, and in kilometres.
    units: [u32; 2],
}

/// What stands on a day so far.
#[derive(Debug, Default)]
pub(super) struct Noted {
    pub entries: Vec<Entry>,
    pub text: String,
    pub line: Option<usize>,
    /// Whether something on it was not recognised.
    pub unread: bool,
}

impl Gather {
    pub fn new(source: usize) -> Self {
        Self { source, ..Self::default() }
    }

    /// Says that the plan speaks of this day, whatever stands on it.
    pub fn tell(&mut self, date: NaiveDate, line: Option<usize>) {
        let noted = self.days.entry(date).or_default();
        noted.line = noted.line.or(line);
    }

    /// The days from the first to the last that the plan speaks of; it speaks of all of them then.
    pub fn tell_all(&mut self) {
        let (Some(first), Some(last)) = (self.days.keys().next().copied(), self.days.keys().last().copied())
        else {
            return;
        };
        first
            .iter_days()
            .take_while(|date| *date <= last)
            .take(MOST_WEEKS * 7)
            .for_each(|date| self.tell(date, None));
    }

    /// Adds a session.
    pub fn add(&mut self, date: NaiveDate, entry: Entry) {
        self.days.entry(date).or_default().entries.push(entry);
    }

    /// Keeps the text of a day as it was written.
    pub fn say(&mut self, date: NaiveDate, text: &str) {
        let noted = self.days.entry(date).or_default();
        let text = shown(text, MOST_TEXT);
        if noted.text.chars().count() + text.chars().count() > MOST_TEXT {
            return;
        }
        if !noted.text.is_empty() && !text.is_empty() {
            noted.text.push_str(" + ");
        }
        noted.text.push_str(&text);
    }

    /// Reads the free text of a day. `minutes` count where the text says no length.
    pub fn read(&mut self, date: NaiveDate, line: Option<usize>, text: &str, minutes: Option<u16>) {
        self.tell(date, line);
        self.say(date, text);
        for word in text.split(|c: char| !c.is_alphabetic()) {
            self.units[0] += u32::from(["mi", "mile", "miles"].contains(&word.to_lowercase().as_str()));
            self.units[1] += u32::from(["km", "k"].contains(&word.to_lowercase().as_str()));
        }
        let reading = read(text);
        let at = Some(date);
        for part in reading.unknown.iter().take(PARTS_SHOWN) {
            let message = format!("`{}` is not recognised, and left out", shown(part, 60));
            self.warn(
                "not-recognised",
                line,
                at,
                message,
                "use a word that is known; `runplan check --words` lists them",
            );
        }
        if let more @ 1.. = reading.unknown.len().saturating_sub(PARTS_SHOWN) {
            let message = format!("{more} more parts of this day are not recognised, and left out");
            self.warn(
                "not-recognised",
                line,
                at,
                message,
                "use words that are known; `runplan check --words` lists them",
            );
        }
        if let Some(comment) = reading.comments.first() {
            let more = reading.comments.len() - 1;
            let more = if more > 0 { format!(", with {more} more") } else { String::new() };
            let message = format!("`{}` is taken for a comment{more}", shown(comment, 60));
            self.note(
                "comment",
                line,
                at,
                message,
                "put a `+` before it and use a word that is known, if it is a session",
            );
        }
        if reading.choice {
            let message = format!("`{}` offers a choice; the first part is taken", shown(text, 60));
            self.note("choice", line, at, message, "write what you mean to do");
        }
        let one = reading.entries.len() == 1;
        if let Some(noted) = self.days.get_mut(&date) {
            noted.unread |= !reading.unknown.is_empty();
            noted.entries.extend(reading.entries.into_iter().map(|entry| Entry {
                minutes: if entry.sized() || !one { entry.minutes } else { minutes },
                ..entry
            }));
        }
    }

    /// Notes that something was left out.
    pub fn warn(
        &mut self,
        id: &'static str,
        line: Option<usize>,
        date: Option<NaiveDate>,
        message: String,
        hint: &str,
    ) {
        self.remark(id, false, line, date, message, hint);
    }

    /// Notes that something was read with a guess.
    pub fn note(
        &mut self,
        id: &'static str,
        line: Option<usize>,
        date: Option<NaiveDate>,
        message: String,
        hint: &str,
    ) {
        self.remark(id, true, line, date, message, hint);
    }

    fn remark(
        &mut self,
        id: &'static str,
        note: bool,
        line: Option<usize>,
        date: Option<NaiveDate>,
        message: String,
        hint: &str,
    ) {
        let at = date.and_then(|date| Some((monday_of(date)?, day_of(date))));
        self.remarks.push(Remark { id, note, source: self.source, line, at, message, hint: hint.to_owned() });
    }

    /// Makes weeks of it. `label` names the week of a Monday, `line` is where it stands.
    pub fn plan(
        mut self,
        runner: Option<String>,
        dated: bool,
        label: impl Fn(usize, NaiveDate) -> (String, Option<usize>),
    ) -> Result<WrittenPlan, Vec<Problem>> {
        let first = self.days.keys().next().copied().and_then(monday_of);
        let last = self.days.keys().last().copied();
        let (Some(first), Some(last)) = (first, last) else {
            return Err(nothing(self.source, "there is no day in it", "check that it is a training plan"));
        };
        let count = usize::try_from((last - first).num_days() / 7 + 1).unwrap_or(usize::MAX);
        if count > MOST_WEEKS {
            let message = format!("it spans {count} weeks; a plan has {MOST_WEEKS} at most");
            return Err(nothing(self.source, &message, "check its dates, or split it"));
        }
        let (mut weeks, mut races) = (Vec::with_capacity(count), Vec::new());
        let mut found = Found::new(self.units[0] > self.units[1]);
        for at in 0..count {
            let Some(monday) = later(first, at * 7) else { break };
            let (label, line) = label(at, monday);
            let mut week = WrittenWeek {
                source: self.source,
                line,
                label,
                monday,
                days: Default::default(),
                told: Days::NONE,
                own: None,
            };
            for day in Day::ALL {
                let Some(noted) = later(monday, day.index()).and_then(|date| self.days.remove(&date)) else {
                    continue;
                };
                week.told.insert(*day);
                found.races.clear();
                week.days[day.index()] = found.day(noted, (monday, *day));
                races.extend(
                    later(monday, day.index()).and_then(|date| {
                        found.races.first().map(|distance| Race { date, distance: *distance })
                    }),
                );
            }
            weeks.push(week);
        }
        found.long(&mut weeks, self.starts_on.unwrap_or(Day::Mon));
        found.remarks(&mut self);
        Ok(WrittenPlan { runner, weeks, dated, races, remarks: self.remarks })
    }
}

/// A date's day of the week.
pub(super) fn day_of(date: NaiveDate) -> Day {
    Day::of(date.weekday().num_days_from_monday() as usize)
}

/// The start of a text, on one line, without what could take a terminal over or turn its direction round.
pub(super) fn shown(text: &str, most: usize) -> String {
    let clean = one_line(text);
    let text = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most { text } else { text.chars().take(most - 1).chain(['…']).collect() }
}
