//! What the schemas of files are made of: tables, numbers in a range, words of a closed set in any case.

use runplan::profile::key::Vocabulary;
use runplan::week::day::Day;
use runplan::word::Word;
use serde_json::{Map, Value, json};
use std::ops::RangeInclusive;

pub(super) fn root(name: &str, schema: Value) -> Value {
    let mut root = Map::new();
    root.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    root.insert("$id".to_owned(), json!(format!("urn:runplan:{name}:1")));
    if let Value::Object(schema) = schema {
        root.extend(schema);
    }
    Value::Object(root)
}

/// A table whose keys are all known.
pub(super) fn table<'k>(
    text: &str,
    keys: impl IntoIterator<Item = (&'k str, Value)>,
    required: &[&str],
) -> Value {
    let keys: Map<String, Value> = keys.into_iter().map(|(key, schema)| (key.to_owned(), schema)).collect();
    let mut table =
        json!({"type": "object", "description": text, "additionalProperties": false, "properties": keys});
    if !required.is_empty() {
        table["required"] = json!(required);
    }
    table
}

/// A table whose keys are days, in any spelling, and the words of `others`; all have values of one kind.
pub(super) fn by_day(text: &str, others: &[&str], value: &Value) -> Value {
    let keys = Day::ALL.iter().map(|day| day.id()).chain(others.iter().copied());
    let mut table = table(text, keys.map(|key| (key, value.clone())), &[]);
    let mut patterns = Map::new();
    patterns.insert(any_case(Vocabulary::of::<Day>().spellings()), value.clone());
    if !others.is_empty() {
        patterns.insert(exactly(others.iter().copied()), value.clone());
    }
    table["patternProperties"] = Value::Object(patterns);
    table
}

pub(super) fn said(text: &str, mut schema: Value) -> Value {
    schema["description"] = json!(text);
    schema
}

pub(super) fn with_default(mut schema: Value, value: impl Into<Value>) -> Value {
    schema["default"] = value.into();
    schema
}

pub(super) fn with_example(mut schema: Value, value: impl Into<Value>) -> Value {
    schema["examples"] = Value::Array(vec![value.into()]);
    schema
}

pub(super) fn text() -> Value {
    json!({"type": "string"})
}

pub(super) fn yes() -> Value {
    json!({"type": "boolean"})
}

/// True, false or a word of a closed set.
pub(super) fn yes_or(words: Vocabulary) -> Value {
    closed(&["boolean"], &(words.ids)(), &any_case(words.spellings()))
}

pub(super) fn number(range: &RangeInclusive<i64>) -> Value {
    json!({"type": "integer", "minimum": range.start(), "maximum": range.end()})
}

/// An id, or a list of ids.
pub(super) fn id_or_list() -> Value {
    let id = json!({"type": "string", "pattern": "^[A-Za-z0-9-]+$"});
    let mut schema = id.clone();
    schema["type"] = json!(["string", "array"]);
    schema["items"] = id;
    schema["uniqueItems"] = json!(true);
    schema
}

/// One number, or the least and the most.
pub(super) fn pair(range: &RangeInclusive<i64>) -> Value {
    let mut pair = number(range);
    pair["type"] = json!(["integer", "array"]);
    pair["items"] = number(range);
    pair["minItems"] = json!(2);
    pair["maxItems"] = json!(2);
    pair
}

/// A number in a range, or `all`.
pub(super) fn number_or(range: &RangeInclusive<i64>, word: &str) -> Value {
    let mut schema = closed(&["integer"], &[word], &exactly([word]));
    schema["minimum"] = json!(range.start());
    schema["maximum"] = json!(range.end());
    schema
}

/// A word of a closed set.
pub(super) fn word(words: Vocabulary) -> Value {
    closed(&[], &(words.ids)(), &any_case(words.spellings()))
}

/// A pattern for a word of a closed set, or a text that stands for several.
fn some_of(words: Vocabulary) -> String {
    let one = any_case(words.spellings());
    if words.several.is_empty() { one } else { format!("{one}|{}", words.several) }
}

/// A word of a closed set, or a list of them.
pub(super) fn word_or_list(words: Vocabulary) -> Value {
    let mut schema = closed(&["array"], &(words.ids)(), &some_of(words));
    schema["items"] = closed(&[], &(words.ids)(), &some_of(words));
    schema["uniqueItems"] = json!(true);
    schema
}

/// A word, a list of words, or a whole number.
pub(super) fn word_list_or_number(words: Vocabulary, range: &RangeInclusive<i64>) -> Value {
    let mut schema = closed(&["array", "integer"], &(words.ids)(), &some_of(words));
    schema["items"] = closed(&[], &(words.ids)(), &some_of(words));
    schema["uniqueItems"] = json!(true);
    schema["minimum"] = json!(range.start());
    schema["maximum"] = json!(range.end());
    schema
}

/// One of a few words in any spelling that a reader takes, or a value of other types. An editor offers the words as they
/// are listed in `anyOf`; of a text that is none of them it says by `then` which there are. What else must hold stands
/// outside `anyOf`, so that an editor can say it.
fn closed(others: &[&str], words: &[&str], spellings: &str) -> Value {
    let others = others.iter().map(|kind| json!({"type": kind}));
    let right: Vec<Value> = others.chain([json!({"enum": words}), json!({"type": "string"})]).collect();
    json!({
        "anyOf": right,
        "if": {"type": "string", "not": {"pattern": spellings}},
        "then": {"enum": words},
    })
}

/// A pattern for words in any case, with blanks around them.
pub(super) fn any_case<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    format!(r"^\s*({})\s*$", ways(words))
}

/// A pattern for words in any case and nothing around them.
pub(super) fn exactly<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    format!("^({})$", ways(words))
}

/// Patterns of JSON Schema know no flag for the case: each letter stands in both.
fn ways<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let letter = |letter: char| {
        if letter.is_ascii_alphabetic() {
            format!("[{}{}]", letter.to_ascii_uppercase(), letter.to_ascii_lowercase())
        } else {
            letter.to_string()
        }
    };
    let words = words.into_iter().map(|word| word.chars().map(letter).collect::<String>());
    words.collect::<Vec<_>>().join("|")
}
