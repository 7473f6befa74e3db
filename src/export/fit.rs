//! A strength or mobility session for a watch: a workout file of Garmin's FIT format, one a session.
//!
//! A watch counts repetitions, holds and rests along such a file. It has no date, so its name and its title say it. Runs are the
//! runner's own and stay with whoever planned them.

mod message;
mod steps;

use crate::exercise::workout::Workout;
use crate::explain::day::{PlannedDay, PlannedSession};
use crate::export::fit::message::{Message, Value, file};
use crate::export::fit::steps::{Step, Until, steps};
use crate::export::format::{Options, SessionFormat};
use crate::plan::NOTICE;
use crate::profile::{Unit, Weight};
use crate::week::kind::Kind;
use crate::week::session::{Session, Strength};
use chrono::NaiveDate;

pub(super) const FORMAT: SessionFormat = SessionFormat {
    name: "fit",
    ending: "fit",
    summary: "a file a strength or mobility session, for Garmin watches (FIT)",
    session,
    is_own,
};

/// Bytes of a title that small watches show.
const NAME: u8 = 24;
/// Bytes of the notes of a step; more is scrolled through, if it is shown at all.
const NOTES: u8 = 80;

/// Who made a file. A watch shows it nowhere; it tells our files from those of others.
const MAKER: &str = "runplan";
/// The number for makers of software that has none of its own.
const DEVELOPMENT: u16 = 255;
/// Our only product.
const PRODUCT: u16 = 1;
/// A category for exercises that have none.
const UNKNOWN_CATEGORY: u16 = 65_534;

/// Kinds of messages, and names of types, that a workout file is made of.
mod number {
    pub const FILE_ID: u16 = 0;
    pub const WORKOUT: u16 = 26;
    pub const WORKOUT_STEP: u16 = 27;
    pub const FILE_IS_WORKOUT: u8 = 5;
    pub const TRAINING: u8 = 10;
    pub const STRENGTH: u8 = 20;
    pub const FLEXIBILITY: u8 = 19;
    pub const TIME: u8 = 0;
    pub const REPEAT: u8 = 6;
    pub const REPS: u8 = 29;
    pub const NO_TARGET: u8 = 2;
    pub const KILOGRAM: u16 = 1;
    pub const POUND: u16 = 2;
}

/// The file of a session; `None` where it has no steps: a run, or a session of somebody else's plan.
fn session(day: &PlannedDay, session: &PlannedSession, options: &Options) -> Option<Vec<u8>> {
    let workout = session.workout.as_deref()?;
    let steps = steps(workout);
    if steps.is_empty() {
        return None;
    }
    let mut messages = vec![identity(session, options), head(day, session, steps.len())];
    messages.extend(steps.iter().enumerate().map(|(at, step)| of_step(at, step)));
    Some(file(&messages))
}

/// Exercises of a session that the format has no name for, each once: a watch shows ours, and counts them as unknown.
#[must_use]
pub fn not_on_watch(workout: &Workout) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for of in workout.blocks.iter().flat_map(|block| &block.exercises) {
        if of.exercise.fit.is_none() && !names.contains(&of.exercise.name.as_ref()) {
            names.push(&of.exercise.name);
        }
    }
    names
}

/// Whether bytes are a file that this program wrote.
fn is_own(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(128)];
    let maker = MAKER.as_bytes();
    start.get(8..12) == Some(b".FIT") && start.windows(maker.len()).any(|part| part == maker)
}

fn identity(session: &PlannedSession, options: &Options) -> Message {
    // The lower half of FNV-1a, and never 0, which is none.
    let hash = session
        .id
        .to_string()
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    Message {
        kind: number::FILE_ID,
        fields: vec![
            (0, Value::Enum(Some(number::FILE_IS_WORKOUT))),
            (1, Value::Short(Some(DEVELOPMENT))),
            (2, Value::Short(Some(PRODUCT))),
            (3, Value::Serial(hash.max(1))),
            (4, Value::Long(Some(created(options)))),
            (8, Value::Text(MAKER.to_owned(), NAME)),
        ],
    }
}

/// Seconds from the last day of 1989 to the moment of writing; smaller ones would be read as since the watch was switched on.
fn created(options: &Options) -> u32 {
    const LEAST: i64 = 0x1000_0000;
    let start = NaiveDate::from_ymd_opt(1989, 12, 31).unwrap_or_default().and_time(chrono::NaiveTime::MIN);
    let seconds = (options.stamp - start).num_seconds();
    u32::try_from(seconds.clamp(LEAST, i64::from(u32::MAX - 1))).unwrap_or_default()
}

fn head(day: &PlannedDay, session: &PlannedSession, steps: usize) -> Message {
    // Watches of before 2024 do not know the sport `mobility`.
    let kind = if session.is(Kind::Mobility) { number::FLEXIBILITY } else { number::STRENGTH };
    Message {
        kind: number::WORKOUT,
        fields: vec![
            (4, Value::Enum(Some(number::TRAINING))),
            (11, Value::Enum(Some(kind))),
            (6, Value::Short(u16::try_from(steps).ok())),
            (8, Value::Text(title(day, session), NAME)),
            (17, Value::Text(NOTICE.to_owned(), NOTES)),
        ],
    }
}

/// `Wed 2 Dec strength`: a list of workouts on a watch has no dates.
fn title(day: &PlannedDay, session: &PlannedSession) -> String {
    let what = match session.session {
        Session::Strength(Strength::Upper) => "upper body",
        Session::Strength(Strength::Lower) => "lower body",
        other => other.name(),
    };
    format!("{} {what}", day.date.format("%a %-d %b"))
}

fn of_step(at: usize, step: &Step) -> Message {
    let (until, value, target) = match step.until {
        Until::Seconds(seconds) => (number::TIME, seconds.saturating_mul(1000), 0),
        Until::Reps(reps) => (number::REPS, reps, 0),
        Until::Times { from, times } => {
            (number::REPEAT, u32::try_from(from).unwrap_or(u32::MAX), times.into())
        }
    };
    let weight = step.exercise.and_then(|done| done.weight);
    let ids = step.exercise.map(|done| done.ids.unwrap_or([UNKNOWN_CATEGORY, u16::MAX]));
    Message {
        kind: number::WORKOUT_STEP,
        fields: vec![
            (254, Value::Short(u16::try_from(at).ok())),
            (0, Value::Text(plain(&step.name), NAME)),
            (1, Value::Enum(Some(until))),
            (2, Value::Long(Some(value))),
            (3, Value::Enum(Some(number::NO_TARGET))),
            (4, Value::Long(Some(target))),
            (7, Value::Enum(step.effort.map(|effort| effort as u8))),
            (8, Value::Text(plain(&step.notes), NOTES)),
            (10, Value::Short(ids.map(|[category, _]| category))),
            (11, Value::Short(ids.map(|[_, name]| name))),
            (12, Value::Short(weight.and_then(hundredths))),
            (
                13,
                Value::Short(weight.map(|weight| match weight.unit {
                    Unit::Kilograms => number::KILOGRAM,
                    Unit::Pounds => number::POUND,
                })),
            ),
        ],
    }
}

/// A weight in hundredths of a kilogram, whatever unit it is shown in; `None` where it is more than the format can say.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn hundredths(weight: Weight) -> Option<u16> {
    let hundredths = (weight.kilograms() * 100.0).round();
    (hundredths < f64::from(u16::MAX)).then_some(hundredths as u16)
}

/// A text in signs that every watch has.
fn plain(text: &str) -> String {
    text.replace('×', "x").replace('–', "-").replace('½', "1/2").replace('’', "'")
}
