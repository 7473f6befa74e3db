//! The JSON Schemas, and values that are held to them.

use jsonschema::{Validator, validator_for};
use runplan::docs::schema::SCHEMAS;
use runplan::input::document::{self, Node};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// What holds values to the schema of this name.
pub fn validator(name: &str) -> Validator {
    let schema = SCHEMAS.iter().find(|schema| schema.name == name).expect("a schema");
    let schema: Value = serde_json::from_str(schema.text).expect("JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    validator_for(&schema).expect("a schema")
}

/// That a value keeps a schema.
#[track_caller]
pub fn keeps(validator: &Validator, value: &Value) {
    let faults: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}\n{value:#}");
}

/// A TOML file as JSON.
pub fn toml(path: &Path) -> Value {
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

/// The TOML files of a folder of the project.
pub fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let all = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    all.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect()
}

/// The value with something else at a path of keys.
pub fn with(mut value: Value, path: &str, other: Value) -> Value {
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
