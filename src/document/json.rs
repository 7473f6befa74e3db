//! JSON as it stands: every key of an object, one that stands twice too (a map of the library's would keep the last).

use super::{Entry, Node, Value};
use crate::problem::Place;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt::{Formatter, Result as Written};

/// A JSON value of the text with this number, on its way to a [`Node`]; JSON keeps no places.
#[derive(Clone, Copy)]
pub(super) struct Tree(pub usize);

impl Tree {
    const fn node(self, value: Value) -> Node {
        Node { value, place: self.place() }
    }

    const fn place(self) -> Place {
        Place { source: self.0, span: None }
    }
}

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
    type Value = Node;

    fn expecting(&self, f: &mut Formatter<'_>) -> Written {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(self.node(Value::Other("null".to_owned())))
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Node, E> {
        Ok(self.node(Value::Bool(yes)))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Node, E> {
        Ok(self.node(Value::Whole(number)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Node, E> {
        let whole = i64::try_from(number).map_or_else(|_| Value::Other(number.to_string()), Value::Whole);
        Ok(self.node(whole))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Node, E> {
        Ok(self.node(Value::Number(number)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        Ok(self.node(Value::Text(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(self.node(Value::List(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Node, A::Error> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut left_out: Vec<String> = Vec::new();
        while let Some(key) = pairs.next_key::<String>()? {
            if entries.iter().any(|entry| entry.key == key) || left_out.contains(&key) {
                return Err(A::Error::custom(format_args!("`{key}` stands here twice")));
            }
            let node = pairs.next_value_seed(self)?;
            // `null` is a key left out; no text is read as `Other`.
            match node.value {
                Value::Other(ref text) if text == "null" => left_out.push(key),
                _ => entries.push(Entry { key, place: self.place(), node }),
            }
        }
        Ok(self.node(Value::Table(entries)))
    }
}
