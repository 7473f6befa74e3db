//! The keys of a profile as a table: from its schema, and so from the ranges and words that its reader uses.

use crate::docs::schema::profile;
use crate::facts::changes::default_minutes;
use crate::week::day::Day;
use crate::week::session::{Experience, Run};
use crate::word::Word;
use serde_json::Value;
use std::fmt::Write as _;

/// What counts where a key is left out and its schema has no default: in words, and as TOML where one value says the same.
const LEFT_OUT: &[(&str, &str, Option<&str>)] = &[
    ("name", "no name is shown", None),
    ("season", "by the race date; without a race `base`, with a warning", Some("'base'")),
    ("age", "nothing changes with age", None),
    ("runs.long", "no long run", None),
    ("runs.speed", "no speed run", Some("[]")),
    ("runs.minutes.KEY", "", None), // made of the defaults themselves
    ("runs.keep", "the season's", None),
    ("strength.equipment", "your own weight alone", Some("[]")),
    ("strength.days", "any day", Some("['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']")),
    ("strength.sessions", "the season's", None),
    ("strength.min", "0", Some("0")),
    ("strength.legs_min", "0", Some("0")),
    ("strength.legs_max", "the season's", None),
    ("strength.minutes", "the season's", None),
    ("strength.weak", "none", Some("[]")),
    ("strength.at.KEY", "`strength.place`, else `strength.equipment` counts", None),
    ("strength.place", "`strength.equipment` counts", None),
    ("strength.exercises", "the built-in ones alone", None),
    ("rest.min", "the season's", None),
    ("rest.target", "the season's; with `separate` the minimum", None),
    ("mobility.sessions", "the season's", None),
    ("health.postpartum_weeks", "not asked", None),
    ("time.KEY", "any time is fine", None),
    ("race.distance", "rules as for `10k`", None),
    ("places.NAME.equipment", "your own weight alone", None),
];

/// A key: its path, what it takes, what counts without it, what it means.
struct Key {
    path: String,
    takes: String,
    left_out: String,
    meaning: String,
}

/// The keys of a profile as a Markdown table.
#[must_use]
pub fn profile_markdown() -> String {
    let mut out = "| key | takes | left out | meaning |\n|---|---|---|---|\n".to_owned();
    for key in keys() {
        let _ = writeln!(out, "| `{}` | {} | {} | {} |", key.path, key.takes, key.left_out, key.meaning);
    }
    out
}

fn keys() -> Vec<Key> {
    let mut keys = Vec::new();
    below("", &profile(), &mut keys);
    keys
}

/// The keys of a table, and of the tables in it.
fn below(path: &str, table: &Value, keys: &mut Vec<Key>) {
    let join = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    let Some(properties) = table["properties"].as_object() else {
        // Names of the runner's own, each with a table.
        return below(&join("NAME"), &table["additionalProperties"], keys);
    };
    if let (true, Some(schema)) = (table["patternProperties"].is_object(), properties.values().next()) {
        // Days and other words, all of one kind.
        let others =
            properties.keys().map(String::as_str).filter(|key| Day::ALL.iter().all(|day| day.id() != *key));
        let others: String = others.fold(String::new(), |text, key| text + ", `" + key + "`");
        let path = join("KEY");
        let takes = format!("KEY is `mon` … `sun`{others}; {}", takes(schema));
        let meaning = text(table, "description");
        return keys.push(Key { left_out: left_out(&path, schema), path, takes, meaning });
    }
    let required = table["required"].as_array().map_or(&[][..], Vec::as_slice);
    for (key, schema) in properties {
        let path = join(key);
        if schema["type"] == "object" {
            below(&path, schema, keys);
        } else {
            let needed = required.iter().any(|required| required == key);
            let left_out = if needed { "needed".to_owned() } else { left_out(&path, schema) };
            let mut meaning = text(schema, "description");
            // That has a column of its own.
            meaning.truncate(meaning.find(" Left out").unwrap_or(meaning.len()));
            keys.push(Key { path, takes: takes(schema), left_out, meaning });
        }
    }
}

fn text(schema: &Value, key: &str) -> String {
    schema[key].as_str().unwrap_or_default().to_owned()
}

/// What counts where the key is left out.
fn left_out(path: &str, schema: &Value) -> String {
    if path == "runs.minutes.KEY" {
        let of = |level| {
            [Run::Easy, Run::Speed, Run::Long].map(|run| default_minutes(run, level).to_string()).join(", ")
        };
        let (usual, novice) = (of(Experience::Intermediate), of(Experience::Novice));
        return format!("{usual} (a novice: {novice}), with a warning");
    }
    match &schema["default"] {
        Value::Null => {}
        Value::String(word) => return format!("`{word}`"),
        Value::Bool(yes) => return format!("`{yes}`"),
        value => return value.to_string(),
    }
    LEFT_OUT
        .iter()
        .find(|(known, _, _)| *known == path)
        .map_or_else(String::new, |(_, words, _)| (*words).to_owned())
}

/// Values that a key takes: a range, words, lists of them.
fn takes(schema: &Value) -> String {
    let range = || format!("{}–{}", schema["minimum"], schema["maximum"]);
    match schema["type"].as_str() {
        Some("boolean") => return "`true`, `false`".to_owned(),
        Some("integer") => return range(),
        Some("string") if schema["pattern"].is_string() => return "a date".to_owned(),
        Some("string") => return "text".to_owned(),
        _ => {}
    }
    let mut parts: Vec<String> = Vec::new();
    let mut list = false;
    for one in schema["anyOf"].as_array().into_iter().flatten() {
        match one["type"].as_str() {
            Some("integer") => parts.push(range()),
            Some("array") => list = true,
            // Beside words a text is another spelling of them; alone it is hours of a day.
            Some(_) if schema["then"].is_null() => parts.push("hours such as `\"06:30-07:45\"`".to_owned()),
            Some(_) => {}
            None => parts.push(words(&one["enum"])),
        }
    }
    let mut text = parts.join(", ");
    if list {
        text += ", or a list";
    }
    text
}

fn words(words: &Value) -> String {
    let words: Vec<&str> = words.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if words.len() == 7 && words.iter().zip(Day::ALL).all(|(word, day)| *word == day.id()) {
        return "a day".to_owned();
    }
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::{LEFT_OUT, keys};
    use crate::docs::schema::profile;
    use crate::export::{self, Options};
    use crate::facts::request::Request;
    use crate::input::document;
    use crate::plan::plan;
    use crate::profile;
    use crate::rules::MONDAY;

    #[test]
    fn every_key_says_what_it_takes_what_it_means_and_what_counts_without_it() {
        let keys = keys();
        for key in &keys {
            for text in [&key.takes, &key.left_out, &key.meaning] {
                assert!(!text.is_empty() && !text.contains('|'), "{}: `{text}`", key.path);
            }
        }
        for (path, _, _) in LEFT_OUT {
            assert!(
                keys.iter().any(|key| key.path == *path && key.left_out != "needed"),
                "{path} is no such key"
            );
        }
    }

    /// The week of a runner with these lines in the tables of the profile.
    fn week(path: &str, value: Option<&str>) -> String {
        let mut text = String::new();
        let set = value.map(|value| format!("{path} = {value}\n")).unwrap_or_default();
        let season = if path == "season" { "" } else { "season = 'race-prep'\n" };
        text.push_str(season);
        text.push_str(&set);
        text.push_str("runs.days = ['tue', 'wed', 'fri', 'sun']\nruns.long = 'sun'\n");
        let (node, problems) = document::toml(&text, 0);
        assert!(problems.is_empty(), "{problems:?}");
        let profile = profile::read(&node).unwrap_or_else(|problems| panic!("{text}: {problems:?}"));
        let request = Request::new(profile, MONDAY).check().expect("a request");
        let format = export::format("ndjson").expect("a format");
        let week = format.document(&plan(&request), &Options::default()).expect("a document");
        // But for what it says of a key that is not there.
        week[..week.find("\"warnings\"").expect("warnings")].to_owned()
    }

    #[test]
    fn a_key_left_out_is_the_same_as_its_default() {
        let mut tried = 0;
        let schema = profile();
        for key in keys() {
            let mut at = &schema;
            for part in key.path.split('.') {
                at = &at["properties"][part];
            }
            let own = LEFT_OUT.iter().find(|(path, _, _)| *path == key.path).and_then(|(_, _, value)| *value);
            let Some(value) = own.map(str::to_owned).or_else(|| at.get("default").map(ToString::to_string))
            else {
                continue;
            };
            assert_eq!(week(&key.path, None), week(&key.path, Some(&value)), "{} = {value}", key.path);
            tried += 1;
        }
        assert!(tried > 10, "{tried}");
    }
}
