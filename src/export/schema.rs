//! The schemas of what comes out, made from the wire types themselves; `RUNPLAN_REWRITE=1 cargo test schema` writes their
//! files anew. Words are those of their closed sets, rules those of the registry.
#![cfg(test)]

use crate::export::json::ErrorV1;
use crate::export::json::week::{RefusalV1, SEVERITIES, WeekV1};
use crate::rules::RULES;
use crate::week::session::{Run, Strength};
use crate::word::Word;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::any::type_name;
use std::borrow::Cow;
use std::marker::PhantomData;
use std::path::Path;

/// A word of a closed set.
pub(super) struct Of<W>(PhantomData<W>);

impl<W: Word> JsonSchema for Of<W> {
    fn schema_name() -> Cow<'static, str> {
        let name = type_name::<W>();
        name.rsplit("::").next().unwrap_or(name).into()
    }

    fn schema_id() -> Cow<'static, str> {
        type_name::<W>().into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        one_of(W::ALL.iter().map(|word| word.id()))
    }
}

fn one_of<'w>(words: impl Iterator<Item = &'w str>) -> Schema {
    json_schema!({"type": "string", "enum": words.collect::<Vec<_>>()})
}

fn like(text: &str, pattern: &str) -> Schema {
    json_schema!({"type": "string", "description": text, "pattern": pattern})
}

/// Texts of one form each.
macro_rules! forms {
    ($($name:ident => $schema:expr;)+) => { $(
        pub(super) enum $name {}

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )+ };
}

forms! {
    Date => like("A date, YYYY-MM-DD.", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    IsoWeek => like("A week of ISO 8601, such as 2026-W48.", "^[0-9]{4}-W[0-9]{2}$");
    Time => like("A time of day, HH:MM, to 24:00.", "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$");
    Rule => one_of(RULES.iter().map(|rule| rule.id));
    Severity => one_of(SEVERITIES.into_iter());
    RunType => one_of(Run::ALL.iter().filter(|run| run.is_run()).map(|run| run.id()));
    StrengthType => one_of(Strength::ALL.iter().filter(|of| of.any()).map(|of| of.id()));
}

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
    holds::<ErrorV1<'static>>("error");
}
