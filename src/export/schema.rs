//! The schemas of what comes out, made from the wire types themselves; `RUNPLAN_REWRITE=1 cargo test schema` writes their
//! files anew.
#![cfg(test)]

use crate::export::json::cycle::CycleV1;
use crate::export::json::replan::ReplanV1;
use crate::export::json::week::{ErrorV1, RefusalV1, WeekV1};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};
use std::path::Path;

/// Takes away what only says how wide a number of the program is.
fn plain(schema: &mut Schema) {
    let Some(keys) = schema.as_object_mut() else { return };
    keys.remove("format");
    let width: [u64; 2] = [u8::MAX.into(), u16::MAX.into()];
    if keys.get("maximum").and_then(Value::as_u64).is_some_and(|most| width.contains(&most)) {
        keys.remove("maximum");
    }
}

fn holds<T: JsonSchema>(name: &str) {
    let mut made =
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
    RecursiveTransform(plain).transform(&mut made);
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
    holds::<CycleV1<'static>>("cycle");
    holds::<ReplanV1<'static>>("replan");
    holds::<ErrorV1<'static>>("error");
}
