//! What a format is, and how a reader wants it.

use crate::cycle::Cycle;
use crate::plan::{Outcome, Plan, Refusal};
use crate::replan::Replan;
use chrono::NaiveDateTime;

/// How a reader wants the output.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Columns of the page, 40 at least; only text has columns.
    pub width: usize,
    /// Whether text tells the rules behind each session, with source and grade.
    pub explain: bool,
    /// Whether a CSV file starts with a byte order mark (old spreadsheets take it for UTF-8 then).
    pub bom: bool,
    /// The moment of writing, in UTC; only calendars carry it.
    pub stamp: NaiveDateTime,
    /// How a calendar is wanted.
    pub calendar: Calendar,
}

/// How a calendar is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Calendar {
    /// Whether there is one event a day instead of one a session.
    pub one_event_a_day: bool,
    /// Whether titles and descriptions are hidden.
    pub private: bool,
    /// Whether sessions of somebody else's plan are events too.
    pub with_written: bool,
    /// Minutes before the start at which to remind; only where a start is known.
    pub alarm: Option<u16>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            width: 80,
            explain: false,
            bom: false,
            stamp: chrono::DateTime::UNIX_EPOCH.naive_utc(),
            calendar: Calendar::default(),
        }
    }
}

/// A format that a plan is written in.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name, as `--format` takes it.
    pub name: &'static str,
    /// The file ending that stands for it.
    pub ending: &'static str,
    /// What it is for, in a few words.
    pub summary: &'static str,
    /// Writes a plan.
    pub week: fn(&Plan, &Options) -> String,
    /// Writes the weeks of a plan.
    pub cycle: fn(&Cycle, &Options) -> String,
    /// Writes a week that was planned again.
    pub replan: fn(&Replan, &Options) -> String,
    /// Writes a refusal, where the format is for programs; people are told in other ways that there is no week.
    pub refusal: Option<fn(&Refusal) -> String>,
}

impl Format {
    /// Whether it is for programs: then a refusal is a document too.
    #[must_use]
    pub const fn for_programs(&self) -> bool {
        self.refusal.is_some()
    }

    /// The outcome as a document; `None` for a refusal in a format for people.
    #[must_use]
    pub fn document(&self, outcome: &Outcome, options: &Options) -> Option<String> {
        match outcome {
            Outcome::Week(plan) => Some((self.week)(plan, options)),
            Outcome::Refused(refusal) => self.refusal.map(|write| write(refusal)),
        }
    }
}
