//! Profiles and answers as a program holds them that plans nothing: what `serde_json` reads and writes for the ceiling.
#![allow(missing_docs, dead_code, clippy::struct_field_names)]

use serde::{Deserialize, Serialize};

/// A profile as a program that plans nothing would read it.
#[derive(Deserialize)]
pub struct Profile<'a> {
    name: Option<&'a str>,
    season: Option<&'a str>,
    level: Option<&'a str>,
    age: Option<u8>,
    #[serde(borrow)]
    runs: Option<Runs<'a>>,
    #[serde(borrow)]
    strength: Option<Strength<'a>>,
    rest: Option<Rest>,
    #[serde(borrow)]
    time: Option<Time<'a>>,
}

#[derive(Deserialize)]
struct Runs<'a> {
    #[serde(borrow)]
    days: Vec<&'a str>,
    long: Option<&'a str>,
    #[serde(borrow)]
    speed: Option<Vec<&'a str>>,
    minutes: Option<Minutes>,
}

#[derive(Deserialize)]
struct Minutes {
    easy: u16,
    speed: u16,
    long: u16,
}

#[derive(Deserialize)]
struct Strength<'a> {
    #[serde(borrow)]
    equipment: Option<Vec<&'a str>>,
    #[serde(borrow)]
    days: Option<Vec<&'a str>>,
    #[serde(borrow)]
    weak: Option<Vec<&'a str>>,
    placement: Option<&'a str>,
    minutes: Option<u16>,
    legs_min: Option<u8>,
}

#[derive(Deserialize)]
struct Rest {
    min: Option<u8>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Free<'a> {
    Minutes(u16),
    #[serde(borrow)]
    Windows(Vec<&'a str>),
}

#[derive(Deserialize)]
struct Time<'a> {
    #[serde(borrow)]
    weekday: Option<Free<'a>>,
    #[serde(borrow)]
    weekend: Option<Free<'a>>,
}

/// An answer of any kind; written again it has the same bytes.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub enum Answer {
    Week(Box<Week>),
    Refusal(Refusal),
    Error(Failure),
}

#[derive(Deserialize, Serialize)]
pub struct Failure {
    schema: String,
    line: u64,
    message: String,
    hint: String,
}

#[derive(Deserialize, Serialize)]
pub struct Refusal {
    schema: String,
    runner: Option<String>,
    season: String,
    rules: Vec<String>,
    facts: Vec<String>,
    message: Option<String>,
    fixes: Vec<Fix>,
}

#[derive(Deserialize, Serialize)]
struct Fix {
    set: Vec<String>,
    message: String,
}

#[derive(Deserialize, Serialize)]
pub struct Week {
    schema: String,
    runner: Option<String>,
    season: String,
    placement: String,
    week: String,
    limits: Limits,
    days: Vec<Day>,
    totals: Totals,
    score: Score,
    findings: Vec<Finding>,
    choices: Option<Vec<String>>,
    warnings: Vec<Warning>,
    changes: Vec<Change>,
    busy: Option<()>,
    notice: String,
}

#[derive(Deserialize, Serialize)]
struct Limits {
    strength: StrengthLimits,
    rest: RestLimits,
    mobility: u8,
    cross: u8,
    level: String,
    age: Option<u8>,
    wraps: bool,
    phase: String,
    race: Option<()>,
}

#[derive(Deserialize, Serialize)]
struct StrengthLimits {
    min: u8,
    target: u8,
    legs_min: u8,
    legs_floor: u8,
    legs_max: u8,
    minutes: u16,
    class: String,
}

#[derive(Deserialize, Serialize)]
struct RestLimits {
    min: u8,
    target: u8,
}

#[derive(Deserialize, Serialize)]
struct Day {
    day: String,
    date: String,
    rest: bool,
    hard: bool,
    load: u32,
    sessions: Vec<Session>,
}

#[derive(Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Session {
    Run {
        r#type: String,
        key: bool,
        minutes: u16,
        start: Option<String>,
        rpe: u32,
        load: u32,
        because: Option<Vec<String>>,
    },
    Strength {
        r#type: String,
        class: String,
        minutes: u16,
        start: Option<String>,
        rpe: u32,
        load: u32,
        because: Option<Vec<String>>,
        blocks: Option<Vec<Block>>,
    },
    Mobility {
        minutes: u16,
        start: Option<String>,
        rpe: u32,
        load: u32,
        because: Option<Vec<String>>,
        blocks: Option<Vec<Block>>,
    },
    Cross {
        minutes: u16,
        start: Option<String>,
        rpe: u32,
        load: u32,
        because: Option<Vec<String>>,
        blocks: Option<()>,
    },
}

#[derive(Deserialize, Serialize)]
struct Block {
    block: String,
    minutes: f64,
    rounds: Option<u8>,
    exercises: Vec<Exercise>,
}

#[derive(Deserialize, Serialize)]
struct Exercise {
    id: String,
    name: String,
    sets: u8,
    reps: Option<u8>,
    reps_max: Option<u8>,
    seconds: Option<u8>,
    per_side: bool,
    load: String,
    percent: Option<u8>,
    rir: Option<u8>,
    ramp_up_sets: u8,
    rest_seconds: u32,
}

#[derive(Deserialize, Serialize)]
struct Totals {
    run_minutes: u32,
    runs: usize,
    strength: u8,
    legs: u8,
    mobility: u8,
    cross: u8,
    rest_days: u8,
    hard_days: usize,
    load: u32,
    monotony: Option<f64>,
    strain: Option<u64>,
}

#[derive(Deserialize, Serialize)]
struct Score {
    hard: u8,
    protect: u8,
    dose: u8,
    rest: u8,
    legs: u8,
    placement: u8,
    spacing: u8,
    extras: u8,
}

#[derive(Deserialize, Serialize)]
struct Finding {
    rule: String,
    level: String,
    days: Vec<String>,
    amount: u8,
    message: Option<String>,
}

#[derive(Deserialize, Serialize)]
struct Warning {
    rule: String,
    severity: String,
    days: Vec<String>,
    message: Option<String>,
    hint: Option<String>,
    rules: Vec<String>,
    facts: Vec<String>,
    set: Vec<String>,
}

#[derive(Deserialize, Serialize)]
struct Change {
    rule: String,
    days: Vec<String>,
    message: Option<String>,
}
