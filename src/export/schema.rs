//! The schemas of what comes out, made from the wire types themselves; `RUNPLAN_REWRITE=1 cargo test schema` writes their
//! files anew.
#![cfg(test)]

use super::json::ErrorV1;
use super::wire::{RefusalV1, WeekV1};
use crate::word::Word;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::path::Path;

/// A closed vocabulary.
pub(super) fn word<W: Word>(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "string", "enum": W::ALL.iter().map(|word| word.id()).collect::<Vec<_>>()})
}

fn holds<T: JsonSchema>(name: &str) {
    let made = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("$id".to_owned(), json!(format!("urn:runplan:{name}:1")));
    if let Value::Object(made) = made.to_value() {
        let left = made.into_iter().filter(|(key, _)| !["$schema", "title"].contains(&key.as_str()));
        schema.extend(left);
    }
    schema["properties"]["schema"] = json!({"const": format!("runplan.{name}/1")});
    let made = format!("{:#}\n", Value::Object(schema));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("plans/schema/{name}.json"));
    if std::env::var_os("RUNPLAN_REWRITE").is_some() {
        std::fs::write(&path, made).expect("written");
    } else {
        let there = std::fs::read_to_string(&path).expect("a file");
        assert!(there == made, "{name}.json is old: run `RUNPLAN_REWRITE=1 cargo test schema`");
    }
}

#[test]
fn schemas_of_what_comes_out_are_those_of_the_types() {
    holds::<WeekV1<'static>>("week");
    holds::<RefusalV1<'static>>("refusal");
    holds::<ErrorV1<'static>>("error");
}
