//! What the schemas say of the texts on the wire: words are those of their closed sets, rules those of the registry.
#![cfg(test)]

use crate::rules::RULES;
use crate::week::score;
use crate::week::session::{Run, Strength};
use crate::word::Word;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::any::type_name;
use std::borrow::Cow;
use std::marker::PhantomData;

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
    Level => one_of(score::Level::ALL.iter().map(|level| level.id()));
    RunType => one_of(Run::ALL.iter().filter(|run| run.is_run()).map(|run| run.id()));
    StrengthType => one_of(Strength::ALL.iter().filter(|of| of.any()).map(|of| of.id()));
}
