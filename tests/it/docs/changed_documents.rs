//! What a reader takes, its schema takes: profiles and season files with keys and values changed at random. The other way
//! round a schema is told its keys by the reader.

use super::{read, sound};
use crate::population::{self, Dice, Kind};
use crate::schemas::{files, toml, validator};
use jsonschema::Validator;
use runplan::input::document;
use runplan::profile::TABLES;
use runplan::season::Season;
use serde_json::{Value, json};

/// Values that are right somewhere, and some that are right nowhere.
fn values() -> Vec<Value> {
    let all = json!([
        0, 1, 2, 5, 7, 8, -1, 20, 60, 240, 600, 601, 1.0, 0.7, 0.05, 1.5, 2.5, true, false, "", "x", "mon", "Monday",
        "SUN", " tue ", "mon-fri", "weekend", "Every day", "off", "OFF", "all", "All", "base", "RACE-PREP", "peak", "in-season", "novice", "Advanced",
        "band", "Hip", "stack", "maintain-heavy", "heavy", "single", "both", "06:30-07:45", "6:00 – 8:00",
        "007:30-24:00", "24:00-24:01", "08:00-07:00", "2027-02-14", "2027-2-14", "half", "gym", [], [3, 5], [5, 3], [2],
        ["mon"], ["TUE", "Sunday"], ["mon", "mon"], ["sat - mon", "wed"], "beginner", ["06:30-07:45"], ["band", "STEP"], [40], {}, {"MON": 40},
        {"mon": "gym"}, {"date": "2027-02-14"}, {"equipment": "band"}, {"sets": 3, "reps": [8, 10]},
        {"sets": [2, 3], "seconds": 30}, {"side": "single", "percent": 60}, {"novice": 2}
    ]);
    all.as_array().expect("a list").clone()
}

/// JSON pointers of a value and of all in it.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(keys) => {
            for (key, of) in keys {
                places(of, &format!("{at}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (key, of) in items.iter().enumerate() {
                places(of, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// The value with one place changed: another value there, one more key, or one less.
fn changed(dice: &mut Dice, mut value: Value, keys: &[&str], values: &[Value]) -> Value {
    let mut all = Vec::new();
    places(&value, "", &mut all);
    let place: &String = dice.one(&all);
    let at = value.pointer_mut(place).expect("a place");
    match at {
        Value::Object(table) if dice.below(3) > 0 => {
            table.insert((*dice.one(keys)).to_owned(), dice.one(values).clone());
        }
        Value::Object(table) if !table.is_empty() => {
            let key = dice.one(&table.keys().cloned().collect::<Vec<_>>()).clone();
            table.remove(&key);
        }
        at => *at = dice.one(values).clone(),
    }
    value
}

/// How many of the changed values the reader takes; the schema takes them all.
fn taken(
    validator: &Validator,
    from: &[Value],
    keys: &[&str],
    tries: usize,
    reads: impl Fn(&Value) -> bool,
) -> usize {
    let (mut dice, values, mut taken) = (Dice::new(17), values(), 0);
    for number in 0..tries {
        let mut value = from[number % from.len()].clone();
        for _ in 0..=dice.below(2) {
            value = changed(&mut dice, value, keys, &values);
        }
        if reads(&value) {
            taken += 1;
            let faults: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(faults.is_empty(), "read, but {faults:?}\n{value}");
        }
    }
    taken
}

#[test]
fn a_changed_profile_that_is_read_keeps_the_schema() {
    let mut keys: Vec<&str> = TABLES.iter().flat_map(|(_, keys)| *keys).copied().collect();
    keys.extend(["mon", "Tuesday", "SUN", "easy", "LONG", "weekday", "Every-Day", "gym", "nickname"]);
    let mut dice = Dice::new(3);
    let line = |number| population::line(&mut dice, number, Kind::Distinct);
    let mut from: Vec<Value> =
        (0..300).map(line).map(|line| serde_json::from_str(&line).expect("JSON")).collect();
    from.extend(std::iter::repeat_n(sound(), 300));
    let taken = taken(&validator("profile"), &from, &keys, 30_000, |value| read(value).is_ok());
    assert!(taken > 1_500, "{taken}");
}

#[test]
fn a_changed_season_that_is_read_keeps_the_schema() {
    let paths = files("plans").into_iter().filter(|path| !path.ends_with("exercises.toml"));
    let from: Vec<Value> = paths.map(|path| toml(&path)).collect();
    let schema = super::makers::season();
    let mut tables = Vec::new();
    keys_of(&schema, &[], &mut tables);
    let mut keys: Vec<&str> = tables.into_iter().flat_map(|(_, keys)| keys).collect();
    keys.extend(["seconds", "nickname"]);
    let read = |value: &Value| Season::read(&document::json(&value.to_string(), 0).expect("JSON")).is_ok();
    let taken = taken(&validator("season"), &from, &keys, 20_000, read);
    assert!(taken > 1_000, "{taken}");
}

/// The tables of a schema, each with its keys; `[]` is each item of a list.
fn keys_of<'s>(schema: &'s Value, path: &[&'s str], found: &mut Vec<(Vec<&'s str>, Vec<&'s str>)>) {
    if let Some(keys) = schema["properties"].as_object() {
        found.push((path.to_vec(), keys.keys().map(String::as_str).collect()));
        for (key, of) in keys {
            keys_of(of, &[path, &[key.as_str()]].concat(), found);
        }
    }
    if schema["items"].is_object() {
        keys_of(&schema["items"], &[path, &["[]"]].concat(), found);
    }
}

#[test]
fn the_schema_of_a_season_has_every_key_and_no_other() {
    let schema = super::makers::season();
    let mut tables = Vec::new();
    keys_of(&schema, &[], &mut tables);
    for (path, keys) in &tables {
        // A key that is near to none: the reader lists those that it knows.
        let mut value = json!({"zzzzzzzzzzzz": 1});
        for key in path.iter().rev() {
            value = if *key == "[]" { json!([value]) } else { json!({*key: value}) };
        }
        value["phase"] = json!("base");
        let problems =
            Season::read(&document::json(&value.to_string(), 0).expect("JSON")).expect_err("an unknown key");
        let hint = problems.iter().find_map(|problem| {
            problem.message.starts_with("`zzzzzzzzzzzz` is not a key").then_some(problem.hint.as_deref())?
        });
        let known: Vec<&str> = hint.expect("a list of keys").split('`').skip(1).step_by(2).collect();
        let sorted = |keys: &[&str]| {
            let mut keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
            keys.sort();
            keys
        };
        assert_eq!(sorted(keys), sorted(&known), "{path:?}");
    }
    assert!(tables.len() > 20, "{}", tables.len());
}
