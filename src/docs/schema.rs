//! JSON Schemas (2020-12) of what goes in and comes out: files that tests hold to the types, and the two of them that are
//! made here, from the tables and ranges that the readers themselves use.

mod season;

pub use season::season;

use crate::day::Day;
use crate::phase::Phase;
use crate::profile::{AGE, Equipment, MINUTES, POSTPARTUM, REST, WEEKLY, WeakArea};
use crate::race::Distance;
use crate::session::{Experience, Placement, Style};
use crate::word::Word;
use serde_json::{Map, Value, json};
use std::ops::RangeInclusive;

/// A schema: its name, what it describes, its text.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// Its name.
    pub name: &'static str,
    /// What it describes.
    pub summary: &'static str,
    /// The schema as JSON.
    pub text: &'static str,
}

/// All schemas.
pub const SCHEMAS: [Schema; 5] = [
    Schema {
        name: "profile",
        summary: "a runner's profile, TOML or a line of `batch`",
        text: include_str!("../../plans/schema/profile.json"),
    },
    Schema {
        name: "season",
        summary: "a season file of your own",
        text: include_str!("../../plans/schema/season.json"),
    },
    Schema {
        name: "week",
        summary: "a planned week, `runplan.week/1`",
        text: include_str!("../../plans/schema/week.json"),
    },
    Schema {
        name: "refusal",
        summary: "why there is no week, `runplan.refusal/1`",
        text: include_str!("../../plans/schema/refusal.json"),
    },
    Schema {
        name: "error",
        summary: "a line of `batch` that is wrong, `runplan.error/1`",
        text: include_str!("../../plans/schema/error.json"),
    },
];

/// The schema of a profile. Words are in lower case; the reader takes any case.
#[must_use]
pub fn profile() -> Value {
    let runs = table(
        "Your runs, as you plan them yourself.",
        [
            ("days", said("The days you run.", list(day()))),
            ("long", said("The day of the long run, one of the run days.", day())),
            ("speed", said("The days of fast runs.", json!({"anyOf": [day(), list(day())]}))),
            ("minutes", run_minutes()),
            (
                "keep",
                said(
                    "How many run days off-season and recovery let stand.",
                    json!({"anyOf": [number(&WEEKLY), {"enum": ["all"]}]}),
                ),
            ),
        ],
        &["days"],
    );
    let top = table(
        "A runner's profile for runplan.",
        [
            ("name", said("Your name, as weeks show it.", json!({"type": "string"}))),
            (
                "season",
                said("Where you are in the year; with a race it follows from the date.", words::<Phase>()),
            ),
            (
                "level",
                with_default(
                    said("Experience in the gym.", words::<Experience>()),
                    Experience::Intermediate.id(),
                ),
            ),
            ("age", said("Age in years.", number(&AGE))),
            ("runs", runs),
            ("strength", strength()),
            ("rest", rest()),
            ("mobility", mobility()),
            ("cross", cross()),
            ("health", health()),
            ("time", time()),
            ("race", race()),
            (
                "places",
                json!({"type": "object", "description": "Places to train, by name.", "additionalProperties": place()}),
            ),
        ],
        &["runs"],
    );
    root("profile", top)
}

/// The `[strength]` table of a profile.
fn strength() -> Value {
    table(
        "What you can and want to do for strength.",
        [
            (
                "equipment",
                said("What there is; your own weight is always there.", list(words::<Equipment>())),
            ),
            ("days", said("Days on which you can do strength; left out, any day.", list(day()))),
            (
                "sessions",
                said("Sessions a week that you aim for; left out, the season says.", number(&WEEKLY)),
            ),
            ("min", said("Sessions a week at least.", number(&WEEKLY))),
            ("legs_min", said("Leg sessions a week at least.", number(&WEEKLY))),
            ("legs_max", said("Leg sessions a week at most.", number(&WEEKLY))),
            ("minutes", said("Minutes of a session; left out, the season says.", number(&MINUTES))),
            (
                "placement",
                with_default(
                    said(
                        "Where strength goes: on the days of key runs (stack), on days of its own (separate), on easy days.",
                        words::<Placement>(),
                    ),
                    Placement::Stack.id(),
                ),
            ),
            (
                "style",
                with_default(
                    said(
                        "seasonal: as the season has it; maintain-heavy: one heavy session keeps what is there.",
                        words::<Style>(),
                    ),
                    Style::Seasonal.id(),
                ),
            ),
            ("weak", said("What should get stronger first.", list(words::<WeakArea>()))),
            ("at", by_day("The place of each day, by the names of `places`.", &json!({"type": "string"}))),
            ("place", said("The place of every day this week.", json!({"type": "string"}))),
            ("exercises", said("A file of your own exercises.", json!({"type": "string"}))),
        ],
        &[],
    )
}

fn rest() -> Value {
    table(
        "Full rest days a week.",
        [
            ("min", said("At least.", number(&REST))),
            ("target", said("As many as you would like.", number(&REST))),
        ],
        &[],
    )
}

fn health() -> Value {
    table(
        "What makes strength lighter.",
        [
            ("pain", said("Pain when running.", json!({"type": "boolean"}))),
            ("postpartum_weeks", said("Weeks since giving birth.", number(&POSTPARTUM))),
            ("pregnant", said("Pregnant.", json!({"type": "boolean"}))),
        ],
        &[],
    )
}

fn race() -> Value {
    table(
        "The race that you train for.",
        [
            ("date", said("Its date.", json!({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}))),
            ("distance", said("How far it is.", words::<Distance>())),
        ],
        &["date"],
    )
}

fn place() -> Value {
    table("A place to train.", [("equipment", list(words::<Equipment>()))], &[])
}

fn mobility() -> Value {
    table(
        "Mobility.",
        [("sessions", said("Sessions a week; left out, the season says.", number(&WEEKLY)))],
        &[],
    )
}

fn cross() -> Value {
    table(
        "Cross-training: bike, swim, row.",
        [
            ("sessions", said("Sessions a week.", number(&WEEKLY))),
            ("minutes", said("Minutes.", number(&MINUTES))),
        ],
        &[],
    )
}

fn root(name: &str, schema: Value) -> Value {
    let mut root = Map::new();
    root.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    root.insert("$id".to_owned(), json!(format!("urn:runplan:{name}:1")));
    if let Value::Object(schema) = schema {
        root.extend(schema);
    }
    Value::Object(root)
}

/// A table whose keys are all known.
fn table<'k>(text: &str, keys: impl IntoIterator<Item = (&'k str, Value)>, required: &[&str]) -> Value {
    let keys: Map<String, Value> = keys.into_iter().map(|(key, schema)| (key.to_owned(), schema)).collect();
    let mut table =
        json!({"type": "object", "description": text, "additionalProperties": false, "properties": keys});
    if !required.is_empty() {
        table["required"] = json!(required);
    }
    table
}

fn said(text: &str, mut schema: Value) -> Value {
    schema["description"] = json!(text);
    schema
}

fn with_default(mut schema: Value, word: &str) -> Value {
    schema["default"] = json!(word);
    schema
}

fn number(range: &RangeInclusive<i64>) -> Value {
    json!({"type": "integer", "minimum": range.start(), "maximum": range.end()})
}

fn words<W: Word>() -> Value {
    json!({"enum": W::ALL.iter().map(|word| word.id()).collect::<Vec<_>>()})
}

/// Day names, short and long.
fn day() -> Value {
    let names = Day::ALL
        .iter()
        .flat_map(|day| [day.id().to_owned(), day.name().to_lowercase(), day.name().to_owned()]);
    json!({"enum": names.collect::<Vec<_>>()})
}

#[allow(clippy::needless_pass_by_value)] // reads as the schema does
fn list(items: Value) -> Value {
    json!({"type": "array", "items": items, "uniqueItems": true})
}

/// A table with a key for each day.
fn by_day(text: &str, schema: &Value) -> Value {
    table(text, Day::ALL.iter().map(|day| (day.id(), schema.clone())), &[])
}

fn run_minutes() -> Value {
    let kinds = ["easy", "speed", "long"].into_iter().chain(Day::ALL.iter().map(|day| day.id()));
    table("Minutes by kind or by day; the day counts first.", kinds.map(|key| (key, number(&MINUTES))), &[])
}

/// The time of a day: minutes, windows or `off`.
fn time() -> Value {
    let window =
        json!({"type": "string", "pattern": "^ *[0-9]{1,2}:[0-9]{2} *[-–—] *[0-9]{1,2}:[0-9]{2} *$"});
    let windows = json!({"type": "array", "items": window, "minItems": 1});
    let free = json!({"anyOf": [number(&MINUTES), {"enum": ["off"]}, window, windows]});
    let keys = Day::ALL.iter().map(|day| day.id()).chain(["weekday", "weekend", "every-day"]);
    table(
        "When you can train: minutes, hours such as 06:30-07:45, or off. The more exact key counts.",
        keys.map(|key| (key, free.clone())),
        &[],
    )
}
