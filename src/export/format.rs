//! What a format is, and how a reader wants it.

use crate::cycle::Cycle;
use crate::explain::day::{PlannedDay, PlannedSession};
use crate::plan::{Outcome, Plan, Refusal};
use crate::replan::Replan;
use crate::week::day::Day;
use crate::week::id::SessionId;
use crate::week::kind::Kind;
use crate::word::Word as _;
use chrono::{NaiveDate, NaiveDateTime};

/// How a reader wants the output.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Columns of the page, 40 at least; only text has columns.
    pub width: usize,
    /// Whether text tells the rules behind each session, with source and grade.
    pub explain: bool,
    /// Whether a day as text says how each exercise is done.
    pub cues: bool,
    /// Whether a CSV file starts with a byte order mark (old spreadsheets take it for UTF-8 then).
    pub bom: bool,
    /// The moment of writing, in UTC; only calendars and files for watches carry it.
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
            cues: true,
            bom: false,
            stamp: chrono::DateTime::UNIX_EPOCH.naive_utc(),
            calendar: Calendar::default(),
        }
    }
}

/// A format that a plan is written in, as one text.
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
    /// Writes one day, where it is a format for that.
    pub day: Option<fn(&Plan, Day, &Options) -> String>,
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

/// A format of which a file holds one session, as bytes.
#[derive(Clone, Copy, Debug)]
pub struct SessionFormat {
    /// Its name, as `--format` takes it.
    pub name: &'static str,
    /// The ending of its files.
    pub ending: &'static str,
    /// What it is for, in a few words.
    pub summary: &'static str,
    /// Writes a session; `None` for one that it has no file for, such as a run.
    pub session: fn(&PlannedDay, &PlannedSession, &Options) -> Option<Vec<u8>>,
    /// Whether bytes are a file that this program wrote in it.
    pub is_own: fn(&[u8]) -> bool,
}

/// The file of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionFile {
    /// Its name, which begins with its date: `2026-12-02-strength.fit`.
    pub name: String,
    /// The session.
    pub id: SessionId,
    /// What it is called, as in `strength`.
    pub what: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl SessionFormat {
    /// The files of a day, one a session that the format has files for.
    #[must_use]
    pub fn day(&self, day: &PlannedDay, options: &Options) -> Vec<SessionFile> {
        let file = |session: &PlannedSession| {
            let bytes = (self.session)(day, session, options)?;
            let kind = session.id.kind.id();
            Some(SessionFile {
                name: format!("{}-{kind}.{}", day.date, self.ending),
                id: session.id,
                what: session.session.name(),
                bytes,
            })
        };
        day.sessions.iter().filter_map(file).collect()
    }

    /// The date of a file that this format named.
    #[must_use]
    pub fn date(&self, name: &str) -> Option<NaiveDate> {
        let (date, rest) = name.split_at_checked("2026-12-02".len())?;
        let kind = rest.strip_prefix('-')?.strip_suffix(self.ending)?.strip_suffix('.')?;
        Kind::parse(kind)?;
        NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()
    }
}
