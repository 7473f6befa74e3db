//! Reads a profile, a season file or a setting into a tree of values with their places, and collects its problems.
//!
//! TOML, JSON, YAML and `--set` all become this one tree, so that every check and every message exists once. Reading never
//! stops at the first problem: it collects all of them.

mod json;
mod node;
mod yaml;

pub use json::json_place;
pub use node::{Entry, Node, Value};
pub use yaml::yaml;

use crate::input::{Place, Problem};
use chrono::{Datelike, NaiveDate};
use serde::de::DeserializeSeed as _;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A date written as 2026-11-23 or 23.11.2026, zeros in front or not, in the years 1 to 9999. Which number of 11/12/2026 is the
/// month nobody can tell.
#[must_use]
pub fn date(text: &str) -> Option<NaiveDate> {
    let parts = |mark: char| -> Option<Vec<&str>> {
        let parts: Vec<&str> = text.split(mark).collect();
        let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        parts.iter().all(is_number).then_some(parts)
    };
    let [year, month, day] = match (parts('-').as_deref(), parts('.').as_deref()) {
        (Some([year, month, day]), _) | (_, Some([day, month, year])) => [*year, *month, *day],
        _ => return None,
    };
    let has_form = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    date.filter(|date| has_form && date.year() >= 1)
}

/// Reads TOML; what could be read comes back even where something could not.
#[must_use]
pub fn toml(text: &str, source: usize) -> (Node<'_>, Vec<Problem>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let node = Node { place: place(source, table.span()), value: from_table(table.into_inner(), source) };
    let mut problems: Vec<Problem> = Vec::new();
    let mut reached = 0;
    let mut errors: Vec<_> = errors.iter().collect();
    errors.sort_by_key(|error| error.span().map_or(usize::MAX, |span| span.start));
    for error in errors {
        // One slip makes a parser complain several times; the first complaint of a line says it.
        let start = error.span().map_or(text.len(), |span| span.start.min(text.len()));
        let new_line = start >= reached;
        if problems.is_empty() || new_line {
            let message = error.message().lines().map(str::trim).collect::<Vec<_>>().join(", ");
            problems.push(Problem::at("", &Place { source, span: error.span() }, message));
            reached = text.as_bytes()[start..]
                .iter()
                .position(|byte| *byte == b'\n')
                .map_or(text.len() + 1, |at| start + at + 1);
        }
    }
    (node, problems)
}

/// Reads JSON.
///
/// # Errors
/// The first syntax error, with its line and column in the message.
pub fn json(text: &str, source: usize) -> Result<Node<'_>, Problem> {
    let mut read = serde_json::Deserializer::from_str(text);
    let tree = json::NodeSeed { source }.deserialize(&mut read).and_then(|node| read.end().map(|()| node));
    tree.map_err(|error| {
        let line: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        // A byte within a character stands for all of it; at the end of the text there is nothing to point at.
        let byte = (line + error.column().saturating_sub(1)).min(text.len());
        let at = (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
        let message = error.to_string();
        let message =
            message.split(" at line ").next().unwrap_or_default().replace("EOF", "the end of the file");
        Problem::at("", &place(source, at..end), message)
    })
}

/// Parts of a key that is set, at most: each of them is a table in a table.
const DEEPEST: usize = 16;

/// A key to set: its path, the place of each of its parts, and the value.
#[derive(Clone, Debug)]
pub struct Setting<'t> {
    /// The dotted path.
    pub path: &'t str,
    /// The places of the parts of the path.
    pub places: Vec<Place>,
    /// The value.
    pub node: Node<'static>,
}

/// Reads `KEY=VALUE`, the value as TOML; bare words are text, and between commas a list.
///
/// # Errors
/// No key, or a value that is neither TOML nor made of bare words.
pub fn setting(text: &str, source: usize) -> Result<Setting<'_>, Problem> {
    let whole = place(source, 0..text.len());
    let Some((key, value)) = text.split_once('=').filter(|(key, _)| !key.trim().is_empty()) else {
        return Err(Problem::at("", &whole, format!("`{text}` sets nothing"))
            .hint("write KEY=VALUE, such as `strength.minutes=30`"));
    };
    let path = key.trim();
    if path.split('.').nth(DEEPEST).is_some() {
        return Err(Problem::at("", &whole, format!("the key has more than {DEEPEST} parts"))
            .hint("write it as `strength.minutes`"));
    }
    let mut at = key.len() - key.trim_start().len();
    let mut places = Vec::new();
    for part in path.split('.') {
        if part.is_empty() || part.contains(char::is_whitespace) {
            return Err(Problem::at("", &whole, format!("`{path}` is not a key"))
                .hint("write it as `strength.minutes`"));
        }
        places.push(place(source, at..at + part.len()));
        at += part.len() + 1;
    }
    let starts = key.len() + 1;
    let assigned = format!("v={value}");
    let (node, problems) = toml(&assigned, source);
    let node = match node.entry("v") {
        Some(entry) if problems.is_empty() && alone(&node) => moved(entry.node.clone().into_owned(), starts),
        _ if is_bare(value) => bare(value, source, starts),
        _ => {
            return Err(Problem::at(
                path,
                &place(source, starts..text.len()),
                format!("`{}` is not a TOML value", value.trim()),
            )
            .hint("write it as in the profile: `30`, `\"text\"` or `[\"mon\", \"wed\"]`"));
        }
    };
    Ok(Setting { path, places, node })
}

/// Whether a value is a word, a time, a date or some of them between commas, as people write them without quotes.
fn is_bare(value: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | '.' | ':' | '/');
    value.split(',').all(|part| !part.trim().is_empty() && part.chars().all(fits))
}

/// A value without quotes: a text, or a list where there are commas.
fn bare(value: &str, source: usize, starts: usize) -> Node<'static> {
    let text = |part: &str, at: usize| {
        let value = match part.trim().parse() {
            Ok(number) if value.contains(',') => Value::Whole(number),
            _ => Value::Text(part.trim().to_owned().into()),
        };
        Node { value, place: place(source, at..at + part.len()) }
    };
    let mut at = starts;
    let parts = value.split(',').map(|part| {
        let node = text(part, at);
        at += part.len() + 1;
        node
    });
    let mut parts: Vec<Node<'static>> = parts.collect();
    match parts.len() {
        1 => parts.remove(0),
        _ => Node { value: Value::List(parts), place: place(source, starts..starts + value.len()) },
    }
}

/// Whether a document holds one key and no more.
fn alone(node: &Node<'_>) -> bool {
    matches!(&node.value, Value::Table(entries) if entries.len() == 1)
}

/// Moves the places of a value that was read behind `v=` to where it stands in its expression.
fn moved(mut node: Node<'static>, starts: usize) -> Node<'static> {
    let shift = |place: &mut Place| {
        if let Some(span) = &mut place.span {
            *span = span.start + starts - 2..span.end + starts - 2;
        }
    };
    shift(&mut node.place);
    node.value = match node.value {
        Value::List(items) => Value::List(items.into_iter().map(|item| moved(item, starts)).collect()),
        Value::Table(entries) => Value::Table(
            entries
                .into_iter()
                .map(|mut entry| {
                    shift(&mut entry.place);
                    Entry { node: moved(entry.node, starts), ..entry }
                })
                .collect(),
        ),
        value => value,
    };
    node
}

/// The place of a span in a text.
fn place(source: usize, span: Range<usize>) -> Place {
    Place { source, span: Some(span) }
}

/// The value of a TOML table.
fn from_table(table: DeTable<'_>, source: usize) -> Value<'_> {
    let mut entries = Vec::with_capacity(table.len());
    for (key, value) in table {
        let place_of_value = place(source, value.span());
        let place = place(source, key.span());
        let node = Node { value: from_toml(value.into_inner(), source), place: place_of_value };
        entries.push(Entry { key: key.into_inner(), place, node });
    }
    Value::Table(entries)
}

/// The value of a TOML value.
fn from_toml(value: DeValue<'_>, source: usize) -> Value<'_> {
    match value {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| Value::Other(number.to_string().into()), Value::Whole),
        DeValue::Float(number) => {
            number.as_str().parse().map_or_else(|_| Value::Other(number.to_string().into()), Value::Number)
        }
        DeValue::Boolean(yes) => Value::Bool(yes),
        DeValue::Datetime(moment) => moment
            .date
            .filter(|_| moment.time.is_none() && moment.offset.is_none())
            .and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()))
            .map_or_else(|| Value::Other(moment.to_string().into()), Value::Date),
        DeValue::Array(items) => Value::List(
            items
                .into_iter()
                .map(|item| {
                    let place = place(source, item.span());
                    Node { value: from_toml(item.into_inner(), source), place }
                })
                .collect(),
        ),
        DeValue::Table(table) => from_table(table, source),
    }
}
