//! What of an event cannot be read, and what is made of it: never nothing without a word.

use crate::input::ical::rule::Unsure;
use crate::wrap::one_line;

/// Characters of a title or a value that are shown.
const SHOWN: usize = 40;

/// A part of an event that cannot be read.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// The number of the event among the blocks of its calendar.
    pub block: usize,
    /// The line of the part, from 1.
    pub line: usize,
    /// The kind of the part.
    pub kind: FaultKind,
    /// The part as it stands in the file.
    pub found: String,
}

/// What cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FaultKind {
    /// The start, and nothing else says when the event is.
    Undated,
    /// The start, apart from its day.
    StartTime,
    /// The start; the end can be read.
    StartOnly,
    /// The end or the length of an event with a time of day.
    End,
    /// The end or the length of an event of whole days, or it lies before the start.
    LastDay,
    /// The end of an event with a time of day: it lies before the start.
    EndBefore,
    /// The time zone, which is not known.
    Zone,
    /// Some of the rules that the file gives for a time zone.
    ZoneRules,
    /// How the event repeats.
    Repeats(Unsure),
    /// An occurrence that is left out.
    LeftOut,
    /// Rules of an old kind, by which occurrences are left out.
    LeftOutByRule,
    /// A further occurrence.
    Added,
    /// The occurrence that this event changes.
    Changes,
    /// Nothing, but it repeats more often than is looked at.
    Cut,
}

/// Whether the time of a week is asked for, or a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// What is unsure counts as taken.
    Time,
    /// What is unsure is no session.
    Plan,
}

/// A text of others as it is shown, in backticks.
pub(crate) fn quoted(text: &str) -> String {
    let clean = one_line(text);
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown: String = clean.chars().take(SHOWN).collect();
    if shown.len() < clean.len() {
        shown.push('…');
    }
    format!("`{shown}`")
}

impl Fault {
    /// What cannot be read of an event with this name, and how it counts: a sentence without a stop.
    pub fn message(&self, name: &str, purpose: Purpose) -> String {
        let (found, time) = (quoted(&self.found), purpose == Purpose::Time);
        let either = |for_time: &'static str, for_plan: &'static str| if time { for_time } else { for_plan };
        let (what, counts) = match self.kind {
            FaultKind::Undated => (
                format!("has no date that can be read ({found})"),
                either("it takes no time", "it is left out"),
            ),
            FaultKind::StartTime => (
                format!("starts at {found}, of which only the day can be read"),
                either("all of that day counts as taken", "its length is not known"),
            ),
            FaultKind::StartOnly => (
                format!("has no start that can be read ({found})"),
                either("the hour before its end counts as taken", "the day of its end counts"),
            ),
            FaultKind::End => (
                format!("ends by {found}, which cannot be read"),
                either("it counts as an hour", "its length is not known"),
            ),
            FaultKind::LastDay => (format!("cannot end by {found}"), "it counts as one day"),
            FaultKind::EndBefore => (
                format!("ends before it begins ({found})"),
                either("it counts as an hour", "its length is not known"),
            ),
            FaultKind::Zone => (
                format!("is in a time zone that is not known, {found}"),
                either("its hours count as in yours", "its hours count as they stand"),
            ),
            FaultKind::ZoneRules => (
                format!("is in the time zone {found}, whose rules cannot all be read"),
                "its hours may be wrong",
            ),
            FaultKind::Repeats(Unsure::Limit) => {
                (format!("repeats by {found}, which cannot be read"), "it counts as if it had no end")
            }
            FaultKind::Repeats(Unsure::Interval) => {
                (format!("repeats by {found}, which cannot be read"), "it counts as if it left none out")
            }
            FaultKind::Repeats(Unsure::Days) => (
                format!("repeats by {found}, which cannot be read"),
                either("it counts on every day, at its hours", "only its first day counts"),
            ),
            FaultKind::Repeats(Unsure::Times) => (
                format!("repeats by {found}, which cannot be read"),
                either("it counts on every day, all day", "only its first day counts"),
            ),
            FaultKind::LeftOut => {
                (format!("leaves out {found}, which cannot be read"), "it counts on that day too")
            }
            FaultKind::LeftOutByRule => {
                (format!("leaves out days by an old rule, {found}"), "it counts on those days too")
            }
            FaultKind::Added => (
                format!("also takes place at {found}, which cannot be read"),
                either("it takes no time then", "that is left out"),
            ),
            FaultKind::Changes => {
                (format!("is a change of {found}, which cannot be read"), "what it changes counts too")
            }
            FaultKind::Cut => (
                "repeats more often than can be looked at".to_owned(),
                either("it counts on every day that it may be on", "what comes later is left out"),
            ),
        };
        format!("the event {name} {what}; {counts}")
    }

    /// Advice; starts with a verb.
    pub const fn hint(&self) -> &'static str {
        match self.kind {
            FaultKind::Undated | FaultKind::StartTime | FaultKind::StartOnly => {
                "give it a start, such as `DTSTART:20270104T180000` or `DTSTART;VALUE=DATE:20270104`"
            }
            FaultKind::End | FaultKind::EndBefore => {
                "give it an end after its start, such as `DTEND:20270104T190000`, or `DURATION:PT1H`"
            }
            FaultKind::LastDay => "give it an end, such as `DTEND;VALUE=DATE:20270105`",
            FaultKind::Zone | FaultKind::ZoneRules => "name the zone as in `TZID=Europe/Berlin`",
            FaultKind::Repeats(Unsure::Limit) => "write its end as in `UNTIL=20270331T220000Z` or `COUNT=10`",
            FaultKind::Repeats(_) => "write how it repeats as in `RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH`",
            FaultKind::LeftOut | FaultKind::Added | FaultKind::Changes => {
                "write the moment as the start of the series is written, such as `20270104T180000`"
            }
            FaultKind::LeftOutByRule => "name the days one by one, as in `EXDATE:20270104T180000`",
            FaultKind::Cut => "give it an end (`UNTIL`), or take it out of the file",
        }
    }
}
