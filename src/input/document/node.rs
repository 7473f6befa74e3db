//! A document as a tree of values with their places.

use crate::input::{Place, Problem};
use crate::week::day::Day;
use crate::word::Word;
use chrono::NaiveDate;
use std::borrow::Cow;

/// A value and its place. Texts are those of the document where they stand in it as they are.
#[derive(Clone, Debug)]
pub struct Node<'t> {
    /// The value itself.
    pub value: Value<'t>,
    /// The place of the value in its text.
    pub place: Place,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry<'t> {
    /// The key.
    pub key: Cow<'t, str>,
    /// The place of the key in its text.
    pub place: Place,
    /// The value of the key.
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

impl<'t> Node<'t> {
    /// An empty table.
    #[must_use]
    pub fn empty() -> Self {
        Self { value: Value::Table(Vec::new()), place: Place::default() }
    }

    /// The value with texts of its own, independent of the document.
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
    ///
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

    /// The kind of value, for messages: `a whole number`.
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
