//! The week for calendars: iCalendar (RFC 5545, RFC 7986), an event a session.
//!
//! Written by hand: the crate that writes calendars ends an all-day event on the day it starts, which RFC 5545 forbids and
//! calendars drop, and stamps the clock into every file. Events keep their identity: the UID comes from the runner and the
//! session, which stays when it moves, never from a clock, so that a week that is imported twice stands there once.

mod lines;
pub mod replace;

use crate::export::format::{Format, Options};
use crate::export::gym::{groups, summary};
use crate::export::ics::lines::{PRODID, line, utc};
use crate::export::ics::replace::replacing;
use crate::export::ladder::place;
use crate::export::phrases::{capital, category, session_title};
use crate::plan::{NOTICE, Plan, PlannedDay, PlannedSession};
use crate::replan::{Replan, Standing};
use crate::week::dates::iso_week;
use crate::week::id::SessionId;
use crate::week::kind::Kind;
use crate::week::session::CALENDAR_IDENTITY;
use crate::wrap::one_line;
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use std::fmt::Write as _;

pub(super) const FORMAT: Format = Format {
    name: "ics",
    ending: "ics",
    summary: "an event a session, for calendars (iCalendar)",
    week: text,
    cycle: |cycle, options| calendar(&cycle.plans().collect::<Vec<_>>(), options),
    replan: replanned,
    day: None,
    refusal: None,
};

fn text(plan: &Plan, options: &Options) -> String {
    calendar(&[plan], options)
}

/// The calendar of a week that was planned again, as it takes the place of that of the week before: what stays is as it was, what
/// moved counts on under its identity, and what was let go is called off.
fn replanned(replan: &Replan, options: &Options) -> String {
    let stood = |of: &Standing, plan: &Plan| Plan { days: of.days.clone(), ..plan.clone() };
    let mut before = vec![stood(&replan.before, &replan.plan)];
    before.extend(replan.next.as_ref().map(|next| stood(&next.before, &next.plan)));
    let times =
        |id: SessionId| replan.before.sequences.iter().find(|(of, _)| *of == id).map(|(_, times)| *times);
    let weeks = replan.weeks();
    let before: Vec<&Plan> = before.iter().collect();
    let planned: Vec<NaiveDate> = weeks.iter().map(|plan| plan.monday).collect();
    let [before, now] = [&before, &weeks].map(|plans| numbered(plans, &times, options));
    replacing(&before, &now, options.stamp, &planned)
}

/// One calendar of one week or several.
fn calendar(plans: &[&Plan], options: &Options) -> String {
    numbered(plans, &|_| None, options)
}

/// The same with how often the entries of sessions have changed, where they have.
fn numbered(plans: &[&Plan], times: &dyn Fn(SessionId) -> Option<u32>, options: &Options) -> String {
    let mut out = String::with_capacity(4096);
    let name = plans.first().and_then(|plan| plan.runner.as_deref()).map(one_line);
    let name = name.filter(|name| !name.trim().is_empty());
    let what = if plans.len() == 1 { "Training week" } else { "Training plan" };
    let title = name
        .filter(|_| !options.calendar.private)
        .map_or_else(|| what.to_owned(), |name| format!("{what} of {name}"));
    for (key, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", PRODID),
        ("CALSCALE", "GREGORIAN"),
        ("NAME", &escaped(&title)),
        ("X-WR-CALNAME", &escaped(&title)),
    ] {
        line(&mut out, key, value);
    }
    for plan in plans {
        for day in &plan.days {
            for event in events(plan, day, times, options) {
                event.write(&mut out, options);
            }
        }
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

/// An event before it is written.
struct Event {
    uid: String,
    date: NaiveDate,
    start: Option<NaiveTime>,
    minutes: u16,
    title: String,
    description: String,
    category: String,
    advice: bool,
    /// How often it has changed.
    sequence: u32,
}

fn events(
    plan: &Plan,
    day: &PlannedDay,
    times: &dyn Fn(SessionId) -> Option<u32>,
    options: &Options,
) -> Vec<Event> {
    let whose = plan.runner.as_deref().unwrap_or_default();
    let is_shown = |session: &&PlannedSession| session.source.is_none() || options.calendar.with_written;
    let sessions: Vec<PlannedSession> = day.sessions.iter().filter(is_shown).cloned().collect();
    let event = |name: &str, sessions: &[PlannedSession]| {
        let titles: Vec<String> = sessions.iter().map(|session| title(day, session)).collect();
        let texts: Vec<String> = sessions
            .iter()
            .map(|session| description(plan, session))
            .filter(|text| !text.is_empty())
            .collect();
        let starts = || sessions.iter().filter_map(|session| session.start);
        Event {
            // Opaque, so that a private calendar does not tell by it what stands there.
            uid: format!(
                "{}-{}{CALENDAR_IDENTITY}",
                iso_week(plan.monday),
                identity(&format!("{whose}\0{name}"))
            ),
            date: day.date,
            start: starts()
                .min()
                .and_then(|start| NaiveTime::from_hms_opt((start / 60).into(), (start % 60).into(), 0)),
            minutes: match (sessions, starts().min()) {
                ([one], _) => one.minutes,
                (all, Some(first)) => {
                    let ends =
                        all.iter().filter_map(|session| session.start.map(|start| start + session.minutes));
                    ends.max().unwrap_or(first) - first
                }
                (all, None) => all.iter().map(|session| session.minutes).sum(),
            },
            title: titles.join(" + "),
            description: texts.join("\n\n"),
            category: sessions.first().map_or_else(|| "Training".to_owned(), category),
            advice: sessions.iter().all(|session| session.is(Kind::Mobility)),
            sequence: sessions.iter().filter_map(|session| times(session.id)).max().unwrap_or(0),
        }
    };
    if options.calendar.one_event_a_day {
        let identity = format!("{}/day", day.date);
        return if sessions.is_empty() { Vec::new() } else { vec![event(&identity, &sessions)] };
    }
    let one = |session: &PlannedSession| event(&session.id.to_string(), std::slice::from_ref(session));
    sessions.iter().map(one).collect()
}

/// What a session is called; one of somebody else's plan as it is called there, where the day has no other of it.
fn title(day: &PlannedDay, session: &PlannedSession) -> String {
    let is_alone = day.sessions.iter().filter(|other| other.source.is_some()).count() == 1;
    let written = session.source.as_ref().filter(|source| is_alone && !source.text.is_empty());
    written.map_or_else(|| session_title(session), |source| one_line(&source.text))
}

/// What a calendar is to say about a session: its place on the ladder, its exercises, and why it stands there.
fn description(plan: &Plan, session: &PlannedSession) -> String {
    let mut out = String::new();
    if let Some(place) = place(plan, session) {
        let _ = writeln!(out, "{}\n", capital(&place));
    }
    if let Some(source) = session.source.as_ref().filter(|source| !source.text.is_empty()) {
        let _ = writeln!(out, "In the plan: {}", one_line(&source.text));
    }
    if let Some(workout) = &session.workout {
        let _ = writeln!(out, "{}", summary(workout));
        for group in groups(workout) {
            let _ = writeln!(out, "\n{}", group.head);
            for exercise in group.exercises {
                let _ = writeln!(out, "- {}", exercise.text);
            }
            if let Some(pause) = group.pause {
                let _ = writeln!(out, "  {pause}");
            }
        }
    }
    if let Some(why) = &session.why {
        let _ = write!(out, "{}Why here: {why}", if out.is_empty() { "" } else { "\n" });
    }
    out.trim_end().to_owned()
}

impl Event {
    fn write(&self, out: &mut String, options: &Options) {
        let calendar = &options.calendar;
        let stamp = utc(options.stamp);
        line(out, "BEGIN", "VEVENT");
        line(out, "UID", &self.uid);
        line(out, "DTSTAMP", &stamp);
        line(out, "SEQUENCE", &self.sequence.to_string());
        line(out, "LAST-MODIFIED", &stamp);
        if let Some(start) = self.start {
            let starts = self.date.and_time(start);
            let ends =
                starts.checked_add_signed(TimeDelta::minutes(self.minutes.max(1).into())).unwrap_or(starts);
            line(out, "DTSTART", &starts.format("%Y%m%dT%H%M%S").to_string());
            line(out, "DTEND", &ends.format("%Y%m%dT%H%M%S").to_string());
        } else {
            // The end is the day after: it does not belong to the event any more.
            let ends = self.date.checked_add_days(Days::new(1)).unwrap_or(self.date);
            line(out, "DTSTART;VALUE=DATE", &self.date.format("%Y%m%d").to_string());
            line(out, "DTEND;VALUE=DATE", &ends.format("%Y%m%d").to_string());
        }
        let title = if calendar.private { "Busy" } else { &self.title };
        line(out, "SUMMARY", &escaped(title));
        if !calendar.private {
            let gap = if self.description.is_empty() { "" } else { "\n\n" };
            line(out, "DESCRIPTION", &escaped(&format!("{}{gap}{NOTICE}", self.description)));
            line(out, "CATEGORIES", &escaped(&self.category));
        }
        line(out, "STATUS", "CONFIRMED");
        // A day is not busy because there is a run on it; an hour that was set aside for one is.
        let free = self.start.is_none() || self.advice;
        line(out, "TRANSP", if free { "TRANSPARENT" } else { "OPAQUE" });
        if let (Some(minutes), Some(_)) = (calendar.alarm, self.start) {
            line(out, "BEGIN", "VALARM");
            line(out, "ACTION", "DISPLAY");
            line(out, "DESCRIPTION", &escaped(title));
            line(out, "TRIGGER", &format!("-PT{minutes}M"));
            line(out, "END", "VALARM");
        }
        line(out, "END", "VEVENT");
    }
}

/// Text as a property holds it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A number for a runner's name, the same everywhere and always (FNV-1a).
fn identity(name: &str) -> String {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
