//! What goes in and what comes out keep their JSON Schemas; what is wrong does not.
#![allow(missing_docs)]

mod mutated;
#[path = "../../examples/population/runner.rs"]
mod runner;

use jsonschema::{Validator, validator_for};
use runner::{Dice, Kind};
use runplan::batch::{Batch, Defaults, Detail};
use runplan::docs::schema::SCHEMAS;
use runplan::input::document::{self, Node};
use runplan::profile;
use runplan::rules::MONDAY;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn validator(name: &str) -> Validator {
    let schema = SCHEMAS.iter().find(|schema| schema.name == name).expect("a schema");
    let schema: Value = serde_json::from_str(schema.text).expect("JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    validator_for(&schema).expect("a schema")
}

#[track_caller]
fn keeps(validator: &Validator, value: &Value) {
    let faults: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}\n{value:#}");
}

/// A TOML file as JSON.
fn toml(path: &Path) -> Value {
    fn json(node: Node) -> Value {
        match node.value {
            document::Value::Text(text) | document::Value::Other(text) => text.into(),
            document::Value::Whole(number) => number.into(),
            document::Value::Number(number) => number.into(),
            document::Value::Bool(yes) => yes.into(),
            document::Value::Date(date) => date.to_string().into(),
            document::Value::List(items) => items.into_iter().map(json).collect(),
            document::Value::Table(entries) => Value::Object(
                entries.into_iter().map(|entry| (entry.key.into_owned(), json(entry.node))).collect(),
            ),
        }
    }
    let text = fs::read_to_string(path).expect("text");
    let (node, problems) = document::toml(&text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    json(node)
}

fn files(folder: &str) -> Vec<std::path::PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let all = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    all.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect()
}

#[test]
fn profiles_and_seasons_that_are_read_keep_their_schemas() {
    let (profile, season) = (validator("profile"), validator("season"));
    let mut profiles = 0;
    for path in files("examples") {
        let value = toml(&path);
        if value.get("runs").is_some() && value.get("phase").is_none() {
            keeps(&profile, &value);
            profiles += 1;
        }
    }
    assert!(profiles >= 9, "{profiles}");
    let seasons = files("plans").into_iter().filter(|path| !path.ends_with("exercises.toml"));
    assert_eq!(seasons.map(|path| keeps(&season, &toml(&path))).count(), 6);
    let mut dice = Dice::new(5);
    for kind in [Kind::Distinct, Kind::Infeasible] {
        for number in 0..300 {
            keeps(&profile, &serde_json::from_str(&runner::line(&mut dice, number, kind)).expect("JSON"));
        }
    }
}

#[test]
fn every_answer_of_a_batch_keeps_its_schema() {
    let validators = ["week", "refusal", "error"].map(|name| (format!("runplan.{name}/1"), validator(name)));
    let mut seen = [0; 3];
    for detail in [Detail::Full, Detail::Brief] {
        let defaults = Defaults { monday: MONDAY, season: None, keys: Vec::new(), detail };
        let mut batch = Batch::new(&defaults);
        let mut dice = Dice::new(11);
        for number in 0..600 {
            let mut out = Vec::new();
            batch.line(runner::line(&mut dice, number, Kind::Realistic).as_bytes(), number + 1, &mut out);
            let value: Value = serde_json::from_slice(&out).expect("JSON");
            let at = validators.iter().position(|(name, _)| value["schema"] == **name).expect("a schema");
            keeps(&validators[at].1, &value);
            seen[at] += 1;
        }
    }
    assert!(seen.iter().all(|count| *count >= 3), "{seen:?}");
}

fn sound() -> Value {
    json!({
        "name": "Maya", "season": "race-prep", "level": "novice", "age": 38,
        "runs": {"days": ["tue", "Thursday", "sun"], "long": "sun", "speed": "thu", "minutes": {"easy": 40, "sun": 100}, "keep": "all"},
        "strength": {"equipment": ["dumbbell"], "days": ["mon", "wed"], "sessions": 2, "minutes": 20, "placement": "stack", "at": {"mon": "gym"}},
        "rest": {"min": 1, "target": 2}, "mobility": {"sessions": 2}, "cross": {"sessions": 1, "minutes": 40},
        "health": {"pain": false}, "time": {"weekday": ["06:30-07:45"], "sat": 120, "mon": "17:00-18:30", "every-day": 120},
        "race": {"date": "2027-02-14", "distance": "half"}, "places": {"gym": {"equipment": ["barbell"]}},
    })
}

/// The value with something else at a path of keys.
fn with(mut value: Value, path: &str, other: Value) -> Value {
    let mut at = &mut value;
    for key in path.split('/') {
        at = match key.parse::<usize>() {
            Ok(place) => &mut at[place],
            Err(_) => &mut at[key],
        };
    }
    *at = other;
    value
}

fn read(value: &Value) -> Result<profile::Profile, Vec<runplan::input::Problem>> {
    profile::read(&document::json(&value.to_string(), 0).expect("JSON"))
}

#[test]
fn every_spelling_that_is_read_keeps_the_schema() {
    let validator = validator("profile");
    for (path, value) in [
        ("season", json!("Race-Prep")),
        ("season", json!("peak")),
        ("level", json!("NOVICE")),
        ("age", json!(38.0)),
        ("runs/days", json!(["TUE", "thursday", "Sun"])),
        ("runs/long", json!("SUNDAY")),
        ("runs/speed", json!(["Thu"])),
        ("runs/keep", json!("ALL")),
        ("runs/keep", json!(0)),
        ("runs/minutes", json!({"EASY": 40, "Sunday": 600})),
        ("strength/equipment", json!("Pull-Up-Bar")),
        ("strength/equipment", json!([])),
        ("strength/days", json!("monday")),
        ("strength/at", json!({"Monday": "gym"})),
        ("strength/weak", json!(" hip ")),
        ("time", json!({"Weekday": 60, "MON": "OFF", "sunday": ["6:30–8:00", "17:00 - 24:00"]})),
        ("time/sun", json!("007:00-23:59")),
        ("race/distance", json!("10K")),
        ("places/gym/equipment", json!("band")),
    ] {
        let value = with(sound(), path, value);
        keeps(&validator, &value);
        assert!(read(&value).is_ok(), "{path}: {:?}", read(&value));
    }
}

#[test]
fn what_is_wrong_keeps_no_schema_and_is_not_read() {
    let validator = validator("profile");
    keeps(&validator, &sound());
    assert!(read(&sound()).is_ok(), "{:?}", read(&sound()));
    let wrong = [
        ("nickname", json!("M")),
        ("name", json!(5)),
        ("season", json!("bass")),
        ("level", json!("expert")),
        ("age", json!(4)),
        ("age", json!("old")),
        ("runs", json!({"long": "sun"})),
        ("runs/days", json!(["someday"])),
        ("runs/days", json!("every day")),
        ("runs/long", json!(7)),
        ("runs/fast", json!("tue")),
        ("runs/minutes/easy", json!(0)),
        ("runs/minutes/slow", json!(30)),
        ("runs/keep", json!("most")),
        ("runs/keep", json!(9)),
        ("strength/equipment", json!(["anvil"])),
        ("strength/sessions", json!(8)),
        ("strength/minutes", json!(601)),
        ("strength/placement", json!("anywhere")),
        ("strength/weak", json!(["ego"])),
        ("strength/reps", json!(5)),
        ("rest/min", json!(0)),
        ("rest/target", json!(7)),
        ("mobility/sessions", json!(-1)),
        ("cross/minutes", json!(0)),
        ("health/pain", json!("yes")),
        ("health/postpartum_weeks", json!(521)),
        ("time/weekday", json!([])),
        ("time/weekday", json!(["morning"])),
        ("time/sat", json!(0)),
        ("time/someday", json!(60)),
        ("time/sun", json!("7-9")),
        ("time/sun", json!("24:30-25:00")),
        ("runs/days", json!(["tue", "tue"])),
        ("runs/days", json!([2, 4])),
        ("strength/at/mon", json!(1)),
        ("race", json!({"distance": "half"})),
        ("race/date", json!("soon")),
        ("race/distance", json!("mile")),
        ("places/gym/equipment", json!(["sofa"])),
        ("places/gym/owner", json!("me")),
    ];
    for (path, value) in wrong {
        let value = with(sound(), path, value);
        assert!(!validator.is_valid(&value), "{path} is taken: {value}");
        assert!(read(&value).is_err(), "{path} is read: {value}");
    }
}

#[test]
fn seasons_and_answers_with_a_fault_keep_no_schema() {
    let season = validator("season");
    let base = json!({"phase": "base", "strength": {"target": 3}, "rest": {"min": 1}});
    keeps(&season, &base);
    for (path, value) in [
        ("phase", json!("spring")),
        ("strength/target", json!(8)),
        ("strength/goal", json!(2)),
        ("rest/min", json!(0)),
        ("dose", json!({"calf": {"sets": 3}})),
        ("runs", json!({"volume": 2.0})),
    ] {
        assert!(!season.is_valid(&with(base.clone(), path, value)), "{path}");
    }
    assert!(!season.is_valid(&json!({"strength": {"target": 3}})), "a season needs its phase");
    let defaults = Defaults { monday: MONDAY, season: None, keys: Vec::new(), detail: Detail::Full };
    let mut out = Vec::new();
    Batch::new(&defaults).line(
        br#"{"season":"base","runs":{"days":["tue","sun"],"long":"sun"}}"#,
        1,
        &mut out,
    );
    let (week, answer) = (validator("week"), serde_json::from_slice::<Value>(&out).expect("JSON"));
    keeps(&week, &answer);
    for (path, value) in [
        ("schema", json!("runplan.week/2")),
        ("placement", json!("anywhere")),
        ("limits/level", json!("expert")),
        ("totals/load", json!(-1)),
        ("days", json!("seven")),
        ("score/hard", json!(null)),
        ("week", json!("week 48")),
        ("days", json!([])),
        ("days/0/date", json!("Monday")),
        (
            "findings",
            json!([{"rule": "no-such-rule", "level": "hard", "days": [], "amount": 1, "message": null}]),
        ),
        ("warnings/0/rule", json!("no-such-rule")),
        ("warnings/0/severity", json!("grave")),
        ("warnings/0/days", json!(["Monday"])),
    ] {
        assert!(!week.is_valid(&with(answer.clone(), path, value)), "{path}");
    }
    let mut less = answer;
    less.as_object_mut().expect("an object").remove("findings");
    assert!(!week.is_valid(&less), "absent values are null, never missing");
}

#[test]
fn sessions_refusals_and_errors_with_a_fault_keep_no_schema() {
    let run = json!({"kind": "run", "type": "easy", "key": false, "minutes": 40, "start": "06:30", "rpe": 3, "load": 120,
        "because": []});
    let week = validator("week");
    let defaults = Defaults { monday: MONDAY, season: None, keys: Vec::new(), detail: Detail::Brief };
    let mut out = Vec::new();
    Batch::new(&defaults).line(br#"{"season":"base","runs":{"days":["tue"]}}"#, 1, &mut out);
    let answer = serde_json::from_slice::<Value>(&out).expect("JSON");
    let holding = |session: Value| with(answer.clone(), "days/1/sessions", json!([session]));
    keeps(&week, &holding(run.clone()));
    for (path, value) in [
        ("kind", json!("swim")),
        ("type", json!("off")),
        ("start", json!("6 o'clock")),
        ("start", json!("24:30")),
        ("rpe", json!(11)),
        ("minutes", json!(-5)),
        ("because", json!(["no-such-rule"])),
    ] {
        assert!(!week.is_valid(&holding(with(run.clone(), path, value))), "{path}");
    }
    let refusal = json!({"schema": "runplan.refusal/1", "runner": null, "season": "base", "rules": ["gym-closed"],
        "facts": [], "message": null, "fixes": [{"set": ["rest.min=1"], "message": "rest less"}]});
    let error = json!({"schema": "runplan.error/1", "line": 1, "message": "no JSON", "hint": "write JSON"});
    for (name, sound, wrong) in [
        (
            "refusal",
            refusal,
            [("rules", json!(["no-such-rule"])), ("season", json!(null)), ("fixes", json!([{}]))],
        ),
        (
            "error",
            error,
            [("line", json!("one")), ("hint", json!(null)), ("schema", json!("runplan.week/1"))],
        ),
    ] {
        let validator = validator(name);
        keeps(&validator, &sound);
        keeps(&validator, &with(sound.clone(), "more", json!("a later version's")));
        for (path, value) in wrong {
            assert!(!validator.is_valid(&with(sound.clone(), path, value)), "{name}: {path}");
        }
    }
}
