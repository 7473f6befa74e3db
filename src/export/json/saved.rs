//! A week of this program read back, with all that its sessions hold: what stands when it is planned again.

mod workout;

use crate::exercise::Exercise;
use crate::explain::day::Source;
use crate::export::json::saved::workout::{SavedBlock, workout};
use crate::export::json::session::SessionV1;
use crate::plan::{Detail, Plan, PlannedDay, PlannedSession};
use crate::profile::{CountsAs, Fixed, LegLoad, TuneUp};
use crate::replan::{Standing, day_of};
use crate::rules;
use crate::week::Week;
use crate::week::dates::{days_after, iso_week};
use crate::week::day::{Day, Days};
use crate::week::id::{SessionId, SessionPlace};
use crate::week::kind::Kind;
use crate::week::race::{Distance, Priority, Race};
use crate::week::session::{Class, Run, Session, Strength};
use crate::word::Word as _;
use chrono::{Duration, NaiveDate, NaiveTime, Timelike as _};
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;

/// Minutes of a session that says none.
const UNKNOWN_MINUTES: u16 = 0;

/// A session as a file has it.
#[derive(Deserialize)]
struct SavedSession {
    kind: String,
    r#type: Option<String>,
    class: Option<String>,
    id: Option<String>,
    minutes: Option<u16>,
    start: Option<String>,
    rpe: Option<u32>,
    load: Option<u32>,
    because: Option<Vec<String>>,
    source: Option<SavedSource>,
    name: Option<String>,
    legs: Option<String>,
    counts: Option<String>,
    restful: Option<bool>,
    race: Option<SavedRace>,
    blocks: Option<Vec<SavedBlock>>,
}

#[derive(Deserialize)]
struct SavedRace {
    priority: String,
    distance: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
struct SavedSource {
    file: String,
    line: Option<usize>,
    text: String,
}

/// The week from a Monday as a text of this program has it, one document or one a line; `None` where it has none. A session that
/// is just as it is in `known`, the week as it would be planned now, is taken from there, with what a file does not say.
/// `own` are exercises of the runner's own.
///
/// # Errors
/// What of the week's sessions cannot be read, in words.
pub fn standing(
    text: &str,
    monday: NaiveDate,
    known: Option<&Plan>,
    own: &[Exercise],
) -> Result<Option<Standing>, String> {
    let documents: Vec<Value> = match serde_json::from_str(text) {
        Ok(document) => vec![document],
        Err(_) => text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect(),
    };
    let mut weeks: Vec<&Value> = Vec::new();
    let mut sequences = Vec::new();
    let (mut blocked, mut missed) = (Days::NONE, Days::NONE);
    for document in &documents {
        if document.get("week").and_then(Value::as_str) == Some(&iso_week(monday)) {
            blocked.extend(days_of(document, "blocked"));
            missed.extend(days_of(document, "missed"));
        }
        match document.get("weeks").and_then(Value::as_array) {
            Some(of_plan) => weeks.extend(of_plan),
            None => weeks.push(document),
        }
        for of in document.get("sequences").and_then(Value::as_array).into_iter().flatten() {
            let id = of.get("id").and_then(Value::as_str).and_then(SessionId::parse);
            let times =
                of.get("sequence").and_then(Value::as_u64).and_then(|times| u32::try_from(times).ok());
            sequences.extend(id.zip(times));
        }
    }
    let of = |monday: NaiveDate| {
        let name = iso_week(monday);
        weeks.iter().find(|week| week.get("week").and_then(Value::as_str) == Some(&name)).copied()
    };
    let Some(week) = of(monday) else { return Ok(None) };
    let next = of(monday + Duration::weeks(1)).map(|week| days(week, monday + Duration::weeks(1), None, own));
    let next: Option<Week> = next.transpose()?.map(|days| {
        let mut week = Week::default();
        week.iter_mut().zip(&days).for_each(|(plan, day)| *plan = day_of(day));
        week
    });
    let days = days(week, monday, known, own)?;
    let is_same = |plan: &&Plan| plan.days.iter().zip(&days).all(|(known, day)| is_the_same(known, day));
    let plan = known.filter(is_same).map(|plan| Box::new(plan.clone()));
    Ok(Some(Standing { monday, days, plan, next, sequences, blocked, missed }))
}

/// The days that a document names under a key.
fn days_of(document: &Value, key: &str) -> impl Iterator<Item = Day> {
    let days = document.get(key).and_then(Value::as_array).into_iter().flatten();
    days.filter_map(|day| Day::parse(day.as_str()?))
}

/// The days of a week.
fn days(
    week: &Value,
    monday: NaiveDate,
    known: Option<&Plan>,
    own: &[Exercise],
) -> Result<Vec<PlannedDay>, String> {
    let saved = week.get("days").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let class = week.pointer("/limits/strength/class").and_then(Value::as_str).and_then(Class::parse);
    let slot = week.pointer("/limits/strength/minutes").and_then(Value::as_u64);
    let planned_with = (class, slot.and_then(|slot| u16::try_from(slot).ok()));
    let mut all: Vec<PlannedDay> = Vec::with_capacity(7);
    for (at, day) in Day::ALL.iter().copied().enumerate() {
        let is_it = |of: &&Value| of.get("day").and_then(Value::as_str).and_then(Day::parse) == Some(day);
        let entries = saved.iter().find(is_it).and_then(|of| of.get("sessions")?.as_array());
        let all_known = known.map_or(&[][..], |plan| &plan.days);
        let known = all_known.get(at);
        let mut sessions: Vec<PlannedSession> = Vec::new();
        for value in entries.into_iter().flatten() {
            let same = known.and_then(|day| day.sessions.iter().find(|of| is_written_so(of, value)));
            let session = if let Some(same) = same {
                same.clone()
            } else {
                let saved = SavedSession::deserialize(value)
                    .map_err(|error| format!("a session of {}, {}: {error}", day.name(), iso_week(monday)))?;
                let Some(mut session) = session(saved, monday, day, planned_with, own) else { continue };
                knows_more(&mut session, all_known);
                session
            };
            sessions.push(session);
        }
        let date = monday + Duration::days(i64::try_from(at).unwrap_or(0));
        let load = sessions.iter().map(|session| session.load).sum();
        let mut planned = PlannedDay { day, date, rest: false, hard: false, load, sessions };
        planned.rest = day_of(&planned).is_rest();
        planned.hard = planned.sessions.iter().any(|of| day_of(&planned).is_hard(of.class));
        all.push(planned);
    }
    unique(&mut all, monday);
    Ok(all)
}

/// Adds what a file does not say of a session that has moved since: where it is on the ladder, and what it bends.
fn knows_more(session: &mut PlannedSession, known: &[PlannedDay]) {
    let of_id = known.iter().flat_map(|day| &day.sessions).find(|of| of.id == session.id);
    let (Some(known), Some(workout)) = (of_id.and_then(|of| of.workout.as_deref()), &mut session.workout)
    else {
        return;
    };
    let workout = Arc::make_mut(workout);
    (workout.climb, workout.gear) = (known.climb, known.gear);
    workout.notes.clone_from(&known.notes);
}

/// Whether a day has just the sessions of another one.
fn is_the_same(known: &PlannedDay, day: &PlannedDay) -> bool {
    let same = |(known, of): (&PlannedSession, &PlannedSession)| {
        let written = |of: &PlannedSession| serde_json::to_value(SessionV1::new(of, Detail::Full, None)).ok();
        written(known) == written(of)
    };
    known.sessions.len() == day.sessions.len() && known.sessions.iter().zip(&day.sessions).all(same)
}

/// Whether a session is written just so.
fn is_written_so(session: &PlannedSession, value: &Value) -> bool {
    serde_json::to_value(SessionV1::new(session, Detail::Full, None)).is_ok_and(|written| written == *value)
}

/// A session as a file has it; `None` for a kind that nobody knows.
fn session(
    saved: SavedSession,
    monday: NaiveDate,
    day: Day,
    (class, slot): (Option<Class>, Option<u16>),
    own: &[Exercise],
) -> Option<PlannedSession> {
    let word = saved.r#type.as_deref().unwrap_or_default();
    if Kind::parse(&saved.kind) == Some(Kind::Fixed) {
        return Some(fixed(saved, monday, day));
    }
    let id = saved.id.as_deref().and_then(SessionId::parse);
    let of = match saved.kind.as_str() {
        "run" if id.is_some_and(SessionId::is_another) => Session::Second,
        "run" => Session::Run(Run::parse(word)?),
        "strength" => Session::Strength(Strength::parse(word)?),
        other => Session::of(Kind::EXTRAS.into_iter().find(|kind| kind.id() == other)?)?,
    };
    let class = saved.class.as_deref().and_then(Class::parse).or(class).unwrap_or(Class::Light);
    let place = match of {
        Session::Run(_) => SessionPlace::Declared(day),
        Session::Second => SessionPlace::Another(day, 2),
        _ => SessionPlace::Number(0),
    };
    let id = id.filter(|id| id.kind == of.kind());
    let minutes = saved.minutes.unwrap_or(UNKNOWN_MINUTES);
    let slot = slot.filter(|_| of.kind() == Kind::Strength).unwrap_or(minutes).max(minutes);
    let rpe = saved.rpe.unwrap_or_else(|| of.rpe(class));
    let start = saved.start.as_deref().and_then(|start| NaiveTime::parse_from_str(start, "%H:%M").ok());
    let known = saved.because.unwrap_or_default();
    Some(PlannedSession {
        id: id.unwrap_or(SessionId { monday, kind: of.kind(), place }),
        session: of,
        class,
        minutes,
        start: start.and_then(|start| u16::try_from(start.hour() * 60 + start.minute()).ok()),
        rpe,
        load: saved.load.unwrap_or(rpe * u32::from(minutes)),
        because: known.iter().filter_map(|id| rules::find(id)).collect(),
        why: None,
        workout: saved.blocks.map(|blocks| Arc::new(workout(&blocks, slot, own))),
        source: saved.source.map(source),
        fixed: None,
        tune_up: saved.race.and_then(|race| tune_up(race, days_after(monday, day.index())?)),
    })
}

/// A race besides the one that the season leads to, as a file has it; `None` for a priority that nobody knows.
fn tune_up(race: SavedRace, date: NaiveDate) -> Option<Arc<TuneUp>> {
    let distance = race.distance.as_deref().and_then(Distance::parse);
    let race_itself = Race { date, distance, priority: Priority::parse(&race.priority)? };
    Some(Arc::new(TuneUp { race: race_itself, name: race.name }))
}

/// Where a session stands in somebody else's plan, as a file has it.
fn source(of: SavedSource) -> Arc<Source> {
    Arc::new(Source { file: of.file.into(), line: of.line, text: of.text })
}

/// A fixed session as a file has it.
fn fixed(saved: SavedSession, monday: NaiveDate, day: Day) -> PlannedSession {
    let legs = saved.legs.as_deref().and_then(LegLoad::parse).unwrap_or(LegLoad::None);
    let start = saved.start.as_deref().and_then(|start| NaiveTime::parse_from_str(start, "%H:%M").ok());
    let date = days_after(monday, day.index());
    let effort = saved.rpe.and_then(|rpe| u8::try_from(rpe).ok()).unwrap_or(legs.effort());
    let fixed = Fixed {
        name: saved.name.unwrap_or_default(),
        days: std::iter::once(day).collect(),
        minutes: saved.minutes.unwrap_or(UNKNOWN_MINUTES),
        at: start.and_then(|start| u16::try_from(start.hour() * 60 + start.minute()).ok()),
        legs,
        counts: saved.counts.as_deref().and_then(CountsAs::parse).unwrap_or(CountsAs::Nothing),
        rest: saved.restful.unwrap_or(false),
        from: date,
        until: date,
        every: 1,
        effort,
    };
    let id = saved.id.as_deref().and_then(SessionId::parse).filter(|id| id.kind == Kind::Fixed);
    let planned = PlannedSession::of_fixed(&fixed, monday, day, 1);
    PlannedSession {
        id: id.unwrap_or(planned.id),
        load: saved.load.unwrap_or(planned.load),
        source: saved.source.map(source),
        ..planned
    }
}

/// Gives sessions without an identity, and those with one that is taken, one of their own.
fn unique(days: &mut [PlannedDay], monday: NaiveDate) {
    let mut taken: Vec<SessionId> = Vec::new();
    for of in days.iter_mut().flat_map(|day| &mut day.sessions) {
        let is_given = of.id.place != SessionPlace::Number(0) && !taken.contains(&of.id);
        if is_given {
            taken.push(of.id);
        } else {
            of.id.place = SessionPlace::Number(0);
        }
    }
    for of in days.iter_mut().flat_map(|day| &mut day.sessions) {
        if of.id.place != SessionPlace::Number(0) {
            continue;
        }
        let numbered =
            |number: u8| SessionId { monday, kind: of.id.kind, place: SessionPlace::Number(number) };
        let free = (1..=u8::MAX).map(numbered).find(|id| !taken.contains(id));
        of.id = free.unwrap_or(of.id);
        taken.push(of.id);
    }
}
