//! The formats that a plan is written in, one file each; every list of formats is made from [`FORMATS`].

mod chart;
pub mod check;
pub mod compare;
pub mod csv;
mod dates;
pub mod html;
pub mod ics;
pub mod json;
mod markdown;
mod schema;
pub mod session;
mod svg;
mod text;
pub mod why;
mod write;

use crate::plan::{Outcome, Plan};
use chrono::NaiveDateTime;

/// How a reader wants the output.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Columns of the page; only text cares. At least 40.
    pub width: usize,
    /// Whether the rules behind each session are wanted.
    pub explain: bool,
    /// Whether a file starts with a byte order mark; only CSV cares (old spreadsheets take it for UTF-8 then).
    pub bom: bool,
    /// The moment of writing, in UTC; only calendars carry it.
    pub stamp: NaiveDateTime,
    /// How a calendar is wanted.
    pub calendar: ics::Calendar,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            width: 80,
            explain: false,
            bom: false,
            stamp: chrono::DateTime::UNIX_EPOCH.naive_utc(),
            calendar: ics::Calendar::default(),
        }
    }
}

/// A format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name, as `--format` takes it.
    pub name: &'static str,
    /// The file ending that stands for it.
    pub ending: &'static str,
    /// What it is for, in a few words.
    pub summary: &'static str,
    /// The plan in this format.
    pub week: fn(&Plan, &Look) -> String,
    /// Whether it is for programs: then a refusal is a document too.
    pub for_programs: bool,
}

/// Every format; the first is the default.
pub static FORMATS: &[Format] = &[
    text::FORMAT,
    json::JSON,
    json::NDJSON,
    markdown::FORMAT,
    csv::FORMAT,
    ics::FORMAT,
    html::FORMAT,
    svg::FORMAT,
];

impl Format {
    /// The format with this name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// The outcome as a document: a refusal is one only where programs read.
    #[must_use]
    pub fn document(&self, outcome: &Outcome, look: &Look) -> Option<String> {
        match outcome {
            Outcome::Week(plan) => Some((self.week)(plan, look)),
            Outcome::Refused(refusal) => {
                self.for_programs.then(|| json::refusal(refusal, self.name == "json"))
            }
        }
    }
}
