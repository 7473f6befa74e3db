//! JSON as it stands: every key of an object, one that stands twice too (a map of the library's would keep the last).

use super::{Entry, Node, Value};
use crate::problem::Place;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A JSON value on its way to a [`Node`].
pub(super) enum Tree {
    Null,
    Leaf(Value),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
}

impl Tree {
    /// The value as a node; JSON keeps no places.
    pub fn node(self, source: usize) -> Node {
        let place = Place { source, span: None };
        let value = match self {
            Self::Null => Value::Other("null".to_owned()),
            Self::Leaf(value) => value,
            Self::List(items) => Value::List(items.into_iter().map(|item| item.node(source)).collect()),
            // `null` is a key left out.
            Self::Object(entries) => Value::Table(
                entries
                    .into_iter()
                    .filter(|(_, tree)| !matches!(tree, Self::Null))
                    .map(|(key, tree)| Entry { key, place: place.clone(), node: tree.node(source) })
                    .collect(),
            ),
        };
        Node { value, place }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Tree, E> {
        Ok(Tree::Leaf(Value::Bool(yes)))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Leaf(Value::Whole(number)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Leaf(i64::try_from(number).map_or_else(|_| Value::Other(number.to_string()), Value::Whole)))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Leaf(Value::Number(number)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Leaf(Value::Text(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut object: Vec<(String, Tree)> = Vec::new();
        while let Some(key) = entries.next_key::<String>()? {
            if object.iter().any(|(known, _)| *known == key) {
                return Err(A::Error::custom(format_args!("`{key}` stands here twice")));
            }
            object.push((key, entries.next_value()?));
        }
        Ok(Tree::Object(object))
    }
}
