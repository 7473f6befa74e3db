//! Document → [`Profile`], with every problem of the file.

use super::{Equipment, Health, Keep, Minutes, Profile, Runs, StrengthWishes, WeakArea, contradictions};
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, Table, list};
use crate::input::{Place, Problem};
use crate::profile::places::{at_of, places_of};
use crate::profile::time::time_of;
use crate::week::day::{Day, Days};
use crate::week::race::Race;
use crate::word::{Word, nearest};
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// The tables of a profile and their keys, in the order in which the README lists them.
pub const TABLES: &[(&str, &[&str])] = &[
    (
        "",
        &[
            "name", "season", "level", "age", "runs", "strength", "rest", "mobility", "cross", "health",
            "time", "race", "places",
        ],
    ),
    ("runs", &["days", "long", "speed", "minutes", "keep"]),
    (
        "strength",
        &[
            "equipment",
            "days",
            "sessions",
            "min",
            "legs_min",
            "legs_max",
            "minutes",
            "placement",
            "style",
            "weak",
            "at",
            "place",
            "exercises",
        ],
    ),
    ("rest", &["min", "target"]),
    ("mobility", &["sessions"]),
    ("cross", &["sessions", "minutes"]),
    ("health", &["pain", "postpartum_weeks", "pregnant"]),
    ("race", &["date", "distance"]),
];

/// Kinds of run that `runs.minutes` knows.
pub const KINDS: [&str; 3] = ["easy", "speed", "long"];
/// Accepted minutes of anything.
pub const MINUTES: RangeInclusive<i64> = 1..=600;
/// Accepted sessions a week.
pub const WEEKLY: RangeInclusive<i64> = 0..=7;
/// Accepted full rest days a week.
pub const REST: RangeInclusive<i64> = 1..=6;
/// Accepted ages in years.
pub const AGE: RangeInclusive<i64> = 5..=110;
/// Accepted weeks since giving birth.
pub const POSTPARTUM: RangeInclusive<i64> = 0..=520;

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
    read_with(node, true)
}

/// The same for a document that holds only some keys of a profile: it need not name the run days.
#[must_use]
pub fn read_keys(node: &Node) -> (Profile, Vec<Problem>) {
    read_with(node, false)
}

fn read_with(node: &Node, whole: bool) -> (Profile, Vec<Problem>) {
    let mut reader = Reader { tables: TABLES, ..Reader::default() };
    let profile = profile(&mut reader, node, whole);
    reader.problems.extend(contradictions::find(&profile, node));
    reader.problems.sort_by_key(Problem::order);
    (profile, reader.problems)
}

fn keys(table: &str) -> &'static [&'static str] {
    TABLES.iter().find(|(name, _)| *name == table).map_or(&[], |(_, keys)| *keys)
}

fn profile(reader: &mut Reader, node: &Node, whole: bool) -> Profile {
    let top = reader.table(Some(node), "", keys(""));
    let runs = reader.table(top.get("runs"), "runs", keys("runs"));
    let runs = runs_of(reader, &runs);
    if whole
        && node.entry("runs.days").is_none()
        && !reader.problems.iter().any(|of| of.is_about("runs.days"))
    {
        reader.missing(
            top.get("runs").unwrap_or(node),
            "runs.days",
            "name the run days, such as `days = [\"tue\", \"thu\", \"sun\"]` under `[runs]`",
        );
    }
    let strength = reader.table(top.get("strength"), "strength", keys("strength"));
    let rest = reader.table(top.get("rest"), "rest", keys("rest"));
    let mobility = reader.table(top.get("mobility"), "mobility", keys("mobility"));
    let cross = reader.table(top.get("cross"), "cross", keys("cross"));
    let health = reader.table(top.get("health"), "health", keys("health"));
    Profile {
        name: reader.text(&top, "name"),
        season: reader.word(&top, "season"),
        level: reader.word(&top, "level"),
        age: reader.whole(&top, "age", AGE),
        runs,
        strength: strength_of(reader, &strength),
        rest_min: reader.whole(&rest, "min", REST),
        rest_target: reader.whole(&rest, "target", REST),
        mobility_sessions: reader.whole(&mobility, "sessions", WEEKLY),
        cross_sessions: reader.whole(&cross, "sessions", WEEKLY),
        cross_minutes: reader.whole(&cross, "minutes", MINUTES),
        health: Health {
            pain: reader.yes(&health, "pain"),
            postpartum_weeks: reader.whole(&health, "postpartum_weeks", POSTPARTUM),
            pregnant: reader.yes(&health, "pregnant"),
        },
        time: time_of(reader, top.get("time")),
        places: places_of(reader, top.get("places"), &strength),
        race: race_of(reader, top.get("race")),
    }
}

fn runs_of(reader: &mut Reader, table: &Table<'_>) -> Runs {
    let set = |days: Vec<Day>| days.into_iter().collect::<Days>();
    let keep = table.get("keep").and_then(|node| match &node.value {
        Value::Text(text) if text.eq_ignore_ascii_case("all") => Some(Keep::All),
        Value::Whole(_) | Value::Number(_) => {
            reader.whole_of(node, || table.path("keep"), WEEKLY).map(Keep::Days)
        }
        _ => {
            let problem = Problem::at(
                table.path("keep"),
                &node.place,
                "`runs.keep` is neither a number of days nor `all`",
            );
            reader.problems.push(problem.hint("write a whole number from 0 to 7, or \"all\""));
            None
        }
    });
    Runs {
        days: reader.words(table, "days").map(set).unwrap_or_default(),
        long: reader.word(table, "long"),
        speed: reader.words(table, "speed").map(set),
        minutes: table.get("minutes").map(|node| minutes_of(reader, node)),
        keep,
    }
}

fn minutes_of(reader: &mut Reader, node: &Node) -> Minutes {
    let mut minutes = Minutes::default();
    let path = "runs.minutes";
    let Value::Table(entries) = &node.value else {
        let problem =
            Problem::at(path, &node.place, format!("this is {}, not minutes by kind or day", node.kind()));
        reader.problems.push(problem.hint("write `minutes = { easy = 40, speed = 50, long = 90 }`"));
        return minutes;
    };
    let mut seen = Vec::new();
    for entry in entries {
        let slot = match entry.key.to_ascii_lowercase().as_str() {
            "easy" => &mut minutes.easy,
            "speed" => &mut minutes.speed,
            "long" => &mut minutes.long,
            key => {
                let Some(day) = Day::parse(key) else {
                    let known = KINDS.into_iter().chain(Day::ALL.iter().map(|day| day.id()));
                    reader.problems.push(unknown_day_key(&entry.key, path, &entry.place, known));
                    continue;
                };
                &mut minutes.days[day.index()]
            }
        };
        let name = Day::parse(&entry.key).map_or_else(|| entry.key.clone(), |day| day.id().into());
        twice(reader, &mut seen, name, path, &entry.place);
        *slot = reader.whole_of(&entry.node, || format!("{path}.{}", entry.key), MINUTES);
    }
    minutes
}

/// Notes a day that two keys name (`mon` and `monday`).
pub(super) fn twice<'t>(
    reader: &mut Reader,
    seen: &mut Vec<Cow<'t, str>>,
    name: Cow<'t, str>,
    path: &str,
    place: &Place,
) {
    if seen.contains(&name) {
        let problem = Problem::at(path, place, format!("`{name}` stands here twice"));
        reader.problems.push(problem.hint("leave one of the two out"));
    }
    seen.push(name);
}

pub(super) fn unknown_day_key<'a>(
    key: &str,
    path: &str,
    place: &Place,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Problem {
    let near = nearest(key, known.clone());
    let message = match near {
        Some(near) => format!("`{key}` is not a key of `{path}`; did you mean `{near}`?"),
        None => format!("`{key}` is not a key of `{path}`"),
    };
    let hint = near.map_or_else(|| format!("use one of {}", list(known)), |near| format!("write `{near}`"));
    Problem::at(format!("{path}.{key}"), place, message).hint(hint).mend(near.map(ToOwned::to_owned))
}

fn strength_of(reader: &mut Reader, table: &Table<'_>) -> StrengthWishes {
    StrengthWishes {
        equipment: reader.words::<Equipment>(table, "equipment"),
        days: reader.words(table, "days").map(|days: Vec<Day>| days.into_iter().collect()),
        sessions: reader.whole(table, "sessions", WEEKLY),
        min: reader.whole(table, "min", WEEKLY),
        legs_min: reader.whole(table, "legs_min", WEEKLY),
        legs_max: reader.whole(table, "legs_max", WEEKLY),
        minutes: reader.whole(table, "minutes", MINUTES),
        placement: reader.word(table, "placement"),
        style: reader.word(table, "style"),
        weak: reader.words::<WeakArea>(table, "weak"),
        at: at_of(reader, table.get("at")),
        place: reader.text(table, "place"),
        exercises: reader.text(table, "exercises"),
    }
}

fn race_of(reader: &mut Reader, node: Option<&Node>) -> Option<Race> {
    let table = reader.table(node, "race", keys("race"));
    let distance = reader.word(&table, "distance");
    if let (Some(node), None) = (node, table.get("date")) {
        if matches!(node.value, Value::Table(_)) {
            reader.missing(node, "race.date", "write the race's date, such as `date = 2027-02-14`");
        }
        return None;
    }
    Some(Race { date: reader.date(&table, "date")?, distance })
}
