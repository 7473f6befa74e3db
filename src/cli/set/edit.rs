//! The text of a TOML file with one key changed: every other byte stays, comments and line ends too.

use runplan::input::document::{Entry, Node, Value};
use runplan::week::day::Day;
use runplan::word::Word as _;
use std::ops::Range;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, TableLike};

/// The entry at a dotted path; a day may be written short or long.
pub fn entry<'n, 't>(node: &'n Node<'t>, path: &str) -> Option<&'n Entry<'t>> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let Value::Table(entries) = &node.value else { return None };
    let entry = entries.iter().find(|entry| is_same(&entry.key, first))?;
    rest.map_or(Some(entry), |rest| self::entry(&entry.node, rest))
}

/// Whether two names are those of one key.
fn is_same(key: &str, other: &str) -> bool {
    key == other || Day::parse(key).is_some_and(|day| Day::parse(other) == Some(day))
}

/// The text with a value at a path, where `there` is what stands there now; `None` where it cannot stand there.
pub fn with(text: &str, path: &str, there: Option<&Entry<'_>>, node: &Node<'_>) -> Option<String> {
    let value = value(node)?;
    let parts: Vec<&str> = path.split('.').collect();
    if let Some(span) = there.and_then(|entry| entry.node.place.span.clone()) {
        let mut new = text.to_owned();
        new.replace_range(span, value.to_string().trim());
        // What stands in its own table, or in several, has no one place.
        if is_at(&new, path, &value) {
            return Some(new);
        }
    }
    edited(text, |document| {
        let is_new = !document.iter().any(|(key, _)| is_same(key, parts[0]));
        if is_new && parts.len() > 1 {
            let mut table = Table::new();
            // The comments at the end belong to what is before them.
            let end = document.trailing().as_str().unwrap_or_default().to_owned();
            let gap = if document.is_empty() || end.ends_with("\n\n") { "" } else { "\n" };
            table.decor_mut().set_prefix(format!("{end}{gap}"));
            document.set_trailing("");
            document.insert(parts[0], Item::Table(table));
        }
        put(document.as_table_mut(), &parts, value)
    })
}

/// Whether a text has this value at a path.
fn is_at(text: &str, path: &str, value: &toml_edit::Value) -> bool {
    let Ok(document) = text.parse::<DocumentMut>() else { return false };
    let mut item = Some(document.as_item());
    for part in path.split('.') {
        let table = item.and_then(Item::as_table_like);
        item = table.and_then(|table| table.iter().find(|(key, _)| is_same(key, part))).map(|(_, item)| item);
    }
    let there = item.and_then(Item::as_value).map(|there| there.clone().decorated("", "").to_string());
    there.is_some_and(|there| there == value.clone().decorated("", "").to_string())
}

/// Puts a value at a path, with the tables on the way.
fn put(table: &mut dyn TableLike, parts: &[&str], value: toml_edit::Value) -> Option<()> {
    let (first, rest) = parts.split_first()?;
    let known = table.iter().map(|(key, _)| key.to_owned()).find(|key| is_same(key, first));
    let key = known.as_deref().unwrap_or(first);
    if rest.is_empty() {
        table.insert(key, Item::Value(value));
        return Some(());
    }
    if known.is_none() {
        table.insert(key, Item::Value(InlineTable::new().into()));
    }
    put(table.get_mut(key)?.as_table_like_mut()?, rest, value)
}

/// The text without the key at a path, which stands there; comments around it stay.
pub fn without(text: &str, path: &str, there: &Entry<'_>) -> Option<String> {
    if let Some(line) = line(text, there) {
        let mut new = text.to_owned();
        new.replace_range(line, "");
        return Some(new);
    }
    edited(text, |document| {
        let mut table: &mut dyn TableLike = document.as_table_mut();
        let mut parts = path.split('.').peekable();
        loop {
            let part = parts.next()?;
            let key = table.iter().map(|(key, _)| key.to_owned()).find(|key| is_same(key, part))?;
            if parts.peek().is_none() {
                return table.remove(&key).map(drop);
            }
            table = table.get_mut(&key)?.as_table_like_mut()?;
        }
    })
}

/// The lines of a key and its value, where nothing else stands on them but a comment.
fn line(text: &str, there: &Entry<'_>) -> Option<Range<usize>> {
    let (key, value) = (there.place.span.clone()?, there.node.place.span.clone()?);
    let start = text[..key.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[value.end..].find('\n').map_or(text.len(), |at| value.end + at + 1);
    let before = text[start..key.start].trim_start();
    let after = text[value.end..end].trim();
    let alone = before.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '"'));
    let is_value = text.get(key.end..value.start)?.trim().trim_matches('"') == "=";
    (alone && is_value && (after.is_empty() || after.starts_with('#'))).then_some(start..end)
}

/// The text after a change of its document, with the line ends that it had.
fn edited(text: &str, change: impl FnOnce(&mut DocumentMut) -> Option<()>) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    change(&mut document)?;
    let new = document.to_string();
    Some(if text.contains("\r\n") { new.replace("\r\n", "\n").replace('\n', "\r\n") } else { new })
}

/// A value as TOML; `None` for what no profile holds.
fn value(node: &Node<'_>) -> Option<toml_edit::Value> {
    Some(match &node.value {
        Value::Text(text) => text.as_ref().into(),
        Value::Whole(number) => (*number).into(),
        Value::Number(number) => (*number).into(),
        Value::Bool(yes) => (*yes).into(),
        Value::Date(date) => date.to_string().parse::<toml_edit::Datetime>().ok()?.into(),
        Value::List(items) => items.iter().map(value).collect::<Option<Array>>()?.into(),
        Value::Table(entries) => {
            let each = entries.iter().map(|entry| Some((entry.key.as_ref(), value(&entry.node)?)));
            each.collect::<Option<InlineTable>>()?.into()
        }
        Value::Other(_) => return None,
    })
}
