//! JSON as it stands: every key of an object, one that stands twice too (a map of the library's would keep the last).

use crate::input::Place;
use crate::input::document::node::{Entry, Node, Value};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{self, Formatter};
use std::ops::Range;

/// Items that most lists and tables of a profile have room for in one go.
const USUAL: usize = 8;
/// Nothing, as JSON writes it.
const NULL: &str = "null";

/// The bytes of a key such as `runs.long` and its value in a JSON text. Reading keeps no places, since only what
/// is wrong needs them; this looks again.
#[must_use]
pub fn json_place(text: &str, key: &str) -> Option<Range<usize>> {
    let mut value = text.trim_start_matches('\u{feff}').trim();
    let mut name = "";
    for part in key.split('.') {
        let mut indices = part.split('[');
        name = indices.next()?;
        let object: BTreeMap<String, &RawValue> = serde_json::from_str(value).ok()?;
        value = object.get(name)?.get();
        for index in indices {
            let index: usize = index.strip_suffix(']')?.parse().ok()?;
            value = serde_json::from_str::<Vec<&RawValue>>(value).ok()?.get(index)?.get();
        }
    }
    let start = (value.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let end = start + value.len();
    if key.ends_with(']') {
        return Some(start..end);
    }
    // A key that is written with escapes is not found; its value is. Where the value is long the key is enough.
    let quoted = format!("\"{name}\"");
    Some(match text[..start].rfind(&quoted) {
        Some(at) if value.contains('\n') => at..at + quoted.len(),
        Some(at) => at..end,
        None => start..end,
    })
}

/// Deserializes a JSON value of a text into a [`Node`]; JSON keeps no places.
#[derive(Clone, Copy)]
pub(super) struct NodeSeed {
    /// The text, as the caller numbers them.
    pub source: usize,
}

impl NodeSeed {
    const fn node(self, value: Value<'_>) -> Node<'_> {
        Node { value, place: self.place() }
    }

    const fn place(self) -> Place {
        Place { source: self.source, span: None }
    }
}

impl<'de> DeserializeSeed<'de> for NodeSeed {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node<'de>, E> {
        Ok(self.node(Value::Other(NULL.into())))
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Node<'de>, E> {
        Ok(self.node(Value::Bool(yes)))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Node<'de>, E> {
        Ok(self.node(Value::Whole(number)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Node<'de>, E> {
        let whole =
            i64::try_from(number).map_or_else(|_| Value::Other(number.to_string().into()), Value::Whole);
        Ok(self.node(whole))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Node<'de>, E> {
        Ok(self.node(Value::Number(number)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(self.node(Value::Text(text.to_owned().into())))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(self.node(Value::Text(text.into())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node<'de>, A::Error> {
        let mut list = Vec::with_capacity(USUAL);
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(self.node(Value::List(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Node<'de>, A::Error> {
        let mut entries: Vec<Entry<'de>> = Vec::with_capacity(USUAL);
        let mut left_out: Vec<Cow<'de, str>> = Vec::new();
        while let Some(Node { value: Value::Text(key), .. }) = pairs.next_key_seed(self)? {
            if entries.iter().any(|entry| entry.key == key) || left_out.contains(&key) {
                return Err(A::Error::custom(format_args!("`{key}` stands here twice")));
            }
            let node = pairs.next_value_seed(self)?;
            // `null` is a key left out; no text is read as `Other`.
            match node.value {
                Value::Other(ref text) if text == NULL => left_out.push(key),
                _ => entries.push(Entry { key, place: self.place(), node }),
            }
        }
        Ok(self.node(Value::Table(entries)))
    }
}
