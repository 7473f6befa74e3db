//! The runner's profile as written: from a document to a [`Profile`], with every problem of the file.
//!
//! Reading walks the rows of [`KEYS`] and collects all problems; what two keys say against each other is checked here too, so
//! that a [`Profile`] that was read is free of contradictions within itself.

mod breaks;
mod by_day;
mod cache_key;
mod contradictions;
mod field;
mod fixed;
mod fixed_reader;
mod health;
pub mod key;
pub mod keys;
mod known_sports;
mod named_days;
mod off;
mod one_rm;
mod places;
mod rota;
mod runs;
mod shifts;
mod strength_kinds;
mod tables;
mod time;
mod tune_up;
mod tune_ups;
pub mod value;

pub use crate::week::session::Keep;
pub use breaks::Break;
pub use contradictions::{contradictions, place_of};
pub use fixed::{CountsAs, EFFORT, FIXED_EVERY, FIXED_KEYS, FIXED_NAME, FIXED_SESSIONS, Fixed, LegLoad};
pub use health::{EARLY_POSTPARTUM_WEEKS, Health, Pain, PainPlace};
pub use key::Key;
pub use keys::{KEYS, TABLES};
pub use known_sports::{KNOWN_SPORTS, KnownSport};
pub use off::{OFF_KEYS, OFF_TIMES, Off, Why};
pub use one_rm::{ONE_RM_KG, OneRm, Unit, Weight};
pub use rota::{Shift, Shifts};
pub use runs::{Minutes, Runs, Speed};
pub use shifts::{ROTA_DAYS, SHIFT_WORD};
pub use strength_kinds::{KindByDay, Trained};
pub(crate) use time::window;
pub use time::{GROUPS, WINDOW, time_text};
pub use tune_up::{TUNE_UP_KEYS, TUNE_UP_NAME, TUNE_UPS, TuneUp};
pub use value::{
    CUTBACK, Cutback, Equipment, HEAVY, KINDS, MINUTES, PLAN_WEEKS, Place, PlanWishes, Profile, REST,
    SECOND_LONG, StrengthWishes, VOLUME, WeakArea,
};

use crate::input::Problem;
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, Table};
use std::sync::LazyLock;

/// Reads a profile.
///
/// # Errors
/// Every problem of the document, in reading order: unknown keys and words, wrong kinds, numbers out of range, and keys
/// that contradict each other.
pub fn read(node: &Node) -> Result<Profile, Vec<Problem>> {
    match read_all(node) {
        (profile, problems) if problems.is_empty() => Ok(profile),
        (_, problems) => Err(problems),
    }
}

/// Reads what can be read, and every problem of the document, in reading order.
#[must_use]
pub fn read_all(node: &Node) -> (Profile, Vec<Problem>) {
    // Whoever follows somebody else's plan has no runs to name.
    read_with(node, node.entry("plan.file").is_none(), true)
}

/// Reads a document that holds only some keys of a profile: it need not name the run days.
#[must_use]
pub fn read_keys(node: &Node) -> (Profile, Vec<Problem>) {
    read_with(node, false, true)
}

/// Reads keys that stand alone: what another document may hold beside them is not missed.
#[must_use]
pub fn read_alone(node: &Node) -> (Profile, Vec<Problem>) {
    read_with(node, false, false)
}

/// When a table is read. Problems of a document that keeps no places (JSON) stand in the order of reading: runs first, a race
/// last, and `runs.keep` before the other keys of its table.
fn turn(table: &str) -> usize {
    match table {
        "runs" => 0,
        "race" => 2,
        _ => 1,
    }
}

/// The keys of each turn, with the index of their table among [`TABLES`].
static TURNS: LazyLock<[Vec<(&Key, usize)>; 3]> = LazyLock::new(|| {
    [0, 1, 2].map(|now| {
        let table = |key: &Key| TABLES.iter().position(|(name, _)| *name == key.table).unwrap_or(0);
        let mut keys: Vec<_> = KEYS.iter().filter(|key| turn(key.table) == now).collect();
        keys.sort_by_key(|key| key.path != "runs.keep");
        keys.into_iter().map(|key| (key, table(key))).collect()
    })
});

/// Reads a document that has to name the run days, or all of a rota, or not.
fn read_with(node: &Node, needs_runs: bool, needs_rota: bool) -> (Profile, Vec<Problem>) {
    let mut reader = Reader { tables: &TABLES, ..Reader::default() };
    let mut profile = Profile::default();
    let top = reader.table(Some(node), "", TABLES[0].1);
    let mut tables = vec![top; TABLES.len()];
    for (now, keys) in TURNS.iter().enumerate() {
        for (table, (name, keys)) in tables.iter_mut().zip(&*TABLES).skip(1) {
            if turn(name) == now {
                *table = reader.table(top.get(name), name, keys);
            }
        }
        for (key, table) in keys {
            let before = reader.problems.len();
            (key.field.read)(&mut profile, &mut reader, &tables[*table], key);
            let way_round = key
                .way_round
                .filter(|(kind, _)| tables[*table].get(key.name).is_some_and(|node| node.kind() == *kind));
            if let (Some((_, hint)), Some(problem)) = (way_round, reader.problems.get_mut(before)) {
                problem.hint = Some(hint.to_owned());
            }
        }
        match now {
            0 if needs_runs => needs_run_days(&mut reader, node, &top),
            1 => {
                places::unknown_names(&mut reader, node, &profile.places);
                shifts::shift_times(&mut reader, node, &mut profile.shifts, needs_rota);
            }
            2 => needs_race_date(&mut reader, top.get("race")),
            _ => {}
        }
    }
    reader.problems.extend(contradictions::find(&profile, node));
    reader.problems.sort_by_key(Problem::order);
    (profile, reader.problems)
}

/// Run days are needed, or how many there are a week, unless something else was meant by them.
fn needs_run_days(reader: &mut Reader, node: &Node, top: &Table<'_>) {
    let (days, per_week) = ("runs.days", "runs.per_week");
    let is_said =
        |key: &str| node.entry(key).is_some() || reader.problems.iter().any(|problem| problem.is_about(key));
    if !is_said(days) && !is_said(per_week) {
        let hint = "name the run days, such as `days = [\"tue\", \"thu\", \"sun\"]` under `[runs]`, or say how many runs a \
                    week, such as `per_week = 3`";
        reader.missing(top.get("runs").unwrap_or(node), days, hint);
    }
}

/// A race needs a date.
fn needs_race_date(reader: &mut Reader, race: Option<&Node>) {
    if let Some(race) =
        race.filter(|race| matches!(race.value, Value::Table(_)) && race.entry("date").is_none())
    {
        reader.missing(race, "race.date", "write the race's date, such as `date = 2027-02-14`");
    }
}
