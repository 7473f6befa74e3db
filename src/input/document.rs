//! A profile or season file as a tree of values with their places, and the problems found in it.
//!
//! TOML, JSON and `--set` all become this one tree, so that every check and every message exists once. Reading never
//! stops at the first problem: it collects all of them.

mod json;

pub use json::json_place;

use crate::input::{Place, Problem};
use crate::week::day::Day;
use crate::word::Word;
use chrono::{Datelike, NaiveDate};
use serde::de::DeserializeSeed as _;
use std::borrow::Cow;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A value and its place. Texts are those of the document where they stand in it as they are.
#[derive(Clone, Debug)]
pub struct Node<'t> {
    /// The value.
    pub value: Value<'t>,
    /// Where it stands.
    pub place: Place,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry<'t> {
    /// The key.
    pub key: Cow<'t, str>,
    /// Where the key stands.
    pub place: Place,
    /// Its value.
    pub node: Node<'t>,
}

/// A value of any of the formats.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Value<'t> {
    Text(Cow<'t, str>),
    Whole(i64),
    Number(f64),
    Bool(bool),
    Date(NaiveDate),
    List(Vec<Node<'t>>),
    Table(Vec<Entry<'t>>),
    /// Something no profile holds (a time of day, a number too large), as written.
    Other(Cow<'t, str>),
}

/// A date written as YYYY-MM-DD, in the years 1 to 9999.
#[must_use]
pub fn date(text: &str) -> Option<NaiveDate> {
    let form = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date = form.then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten();
    date.filter(|date| (1..=9999).contains(&date.year()))
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
    let tree = json::Tree(source).deserialize(&mut read).and_then(|node| read.end().map(|()| node));
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

impl<'t> Node<'t> {
    /// An empty table.
    #[must_use]
    pub fn empty() -> Self {
        Self { value: Value::Table(Vec::new()), place: Place::default() }
    }

    /// The same on its own, whatever becomes of the text.
    #[must_use]
    pub fn into_owned(self) -> Node<'static> {
        let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        let entry = |of: Entry<'_>| Entry { key: own(of.key), place: of.place, node: of.node.into_owned() };
        let value = match self.value {
            Value::Text(text) => Value::Text(own(text)),
            Value::Other(text) => Value::Other(own(text)),
            Value::List(items) => Value::List(items.into_iter().map(Node::into_owned).collect()),
            Value::Table(entries) => Value::Table(entries.into_iter().map(entry).collect()),
            Value::Whole(number) => Value::Whole(number),
            Value::Number(number) => Value::Number(number),
            Value::Bool(yes) => Value::Bool(yes),
            Value::Date(date) => Value::Date(date),
        };
        Node { value, place: self.place }
    }

    /// The entry at a dotted path, if the document has it.
    #[must_use]
    pub fn entry(&self, path: &str) -> Option<&Entry<'t>> {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let Value::Table(entries) = &self.value else { return None };
        let entry = entries.iter().find(|entry| entry.key == first)?;
        rest.map_or(Some(entry), |rest| entry.node.entry(rest))
    }

    /// Puts `node` at a dotted path, making tables on the way and replacing what stands there. `places` are those of the
    /// path's parts; where they are fewer, the node's own place stands in.
    ///
    /// # Errors
    /// A part of the path that holds a value which is no table.
    pub fn set(&mut self, path: &str, places: &[Place], node: Self) -> Result<(), Problem> {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let (place, places) = places.split_first().unwrap_or((&node.place, &[]));
        let place = place.clone();
        let kind = self.kind();
        let Value::Table(entries) = &mut self.value else {
            let message = format!("`{path}` cannot be set: what it belongs to is {kind}, not a table");
            return Err(Problem::at(path, &place, message).hint("set the whole key to a table, or mend it"));
        };
        // A day may be written short or long.
        let same =
            |key: &str| key == first || Day::parse(key).is_some_and(|day| Day::parse(first) == Some(day));
        let at = entries.iter().position(|entry| same(&entry.key)).unwrap_or_else(|| {
            let empty = Self { place: node.place.clone(), ..Self::empty() };
            entries.push(Entry { key: first.to_owned().into(), place: place.clone(), node: empty });
            entries.len() - 1
        });
        if let Some(rest) = rest {
            return entries[at].node.set(rest, places, node);
        }
        entries[at].place = place;
        entries[at].node = node;
        Ok(())
    }

    /// What kind of value it is, for messages.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Text(_) => "text",
            Value::Whole(_) => "a whole number",
            Value::Number(_) => "a fraction",
            Value::Bool(_) => "true or false",
            Value::Date(_) => "a date",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
            Value::Other(_) => "something else",
        }
    }
}

/// Parts of a key that is set, at most: each of them is a table in a table.
const DEEPEST: usize = 16;

/// A key to set: its path, the place of each of its parts, and the value.
#[derive(Clone, Debug)]
pub struct Setting<'t> {
    /// The dotted path.
    pub path: &'t str,
    /// Where its parts stand.
    pub places: Vec<Place>,
    /// The value.
    pub node: Node<'static>,
}

/// Reads `KEY=VALUE`, the value as TOML; a bare word is text.
///
/// # Errors
/// No key, or a value that is neither TOML nor a bare word.
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
    let bare = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    let node = match node.entry("v") {
        Some(entry) if problems.is_empty() && alone(&node) => moved(entry.node.clone().into_owned(), starts),
        _ if value.chars().all(bare) && !value.trim().is_empty() => Node {
            value: Value::Text(value.trim().to_owned().into()),
            place: place(source, starts..text.len()),
        },
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

fn place(source: usize, span: Range<usize>) -> Place {
    Place { source, span: Some(span) }
}

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
