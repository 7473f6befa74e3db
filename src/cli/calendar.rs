//! The options of a calendar.

use crate::cli::edge::Failure;
use crate::cli::edge::stderr::tell;
use clap::Args;
use runplan::export::{Calendar, Format};

/// Minutes before a session at which it may remind, at most: a week.
const MOST_ALARM: u16 = 7 * 24 * 60;

/// Flags that only a calendar cares for.
#[derive(Debug, Args)]
pub struct CalendarArgs {
    /// In a calendar one event a day, not one a session
    #[arg(long)]
    one_event_a_day: bool,
    /// In a calendar "Busy" instead of titles and descriptions
    #[arg(long)]
    private: bool,
    /// In a calendar the sessions of somebody else's plan too, not only what was placed around them
    #[arg(long)]
    with_runs: bool,
    /// In a calendar a reminder before each session that has a start, such as 30m or 1h
    #[arg(long, value_name = "TIME")]
    alarm: Option<String>,
}

impl CalendarArgs {
    /// Says where reminders were asked for and a document has none, or not for all: only what has a start has one.
    pub fn tell_missing(&self, format: &Format, text: &str) {
        let Some(alarm) = &self.alarm else { return };
        let windows =
            "give hours in `[time]`, such as `weekday = [\"06:30-07:45\"]`: then sessions have a start"
                .to_owned();
        let count = |part: &str| text.matches(part).count();
        let (message, hint) = match (count("BEGIN:VEVENT"), count("BEGIN:VALARM")) {
            _ if format.name != "ics" => {
                let hint = "write one with `-o week.ics` or `--format ics`".to_owned();
                (format!("`--alarm {alarm}` is for calendars, and this is none"), hint)
            }
            (events, alarms) if events == alarms => return,
            (_, 0) => (format!("`--alarm {alarm}` reminds of nothing: no session has a start"), windows),
            (events, alarms) => (
                format!("`--alarm {alarm}` reminds of {alarms} of {events} events: the others have no start"),
                windows,
            ),
        };
        tell("note", &message, &[hint]);
    }

    /// The calendar that the flags ask for.
    pub fn read(&self) -> Result<Calendar, Failure> {
        let alarm = self.alarm.as_deref().map(|text| {
            let (number, unit) =
                text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
            let minutes = match unit.trim() {
                "h" => number.parse::<u16>().ok().and_then(|hours| hours.checked_mul(60)),
                "m" | "min" | "" => number.parse().ok(),
                _ => None,
            };
            minutes.filter(|minutes| *minutes <= MOST_ALARM).ok_or_else(|| {
                Failure::usage(
                    format!("`{text}` is not a time before a session"),
                    "write it as `30m` or `1h`, a week at most",
                )
            })
        });
        Ok(Calendar {
            one_event_a_day: self.one_event_a_day,
            private: self.private,
            with_written: self.with_runs,
            alarm: alarm.transpose()?,
        })
    }
}
