//! Lists of tables in a profile, such as `[[off]]`: what all of them have in common.

use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, Table};
use crate::input::{Place, Problem};

/// A list of tables, with the words for what is wrong with one.
pub(super) struct Tables {
    /// Its key.
    pub path: &'static str,
    /// One of its tables.
    pub one: &'static str,
    /// Several of them.
    pub several: &'static str,
    /// How the list is written.
    pub write: &'static str,
    /// How one table is written in a line.
    pub inline: &'static str,
    /// How many there may be.
    pub most: usize,
    /// What can go where there are more.
    pub over: &'static str,
}

/// A table of a list that was read.
pub(super) struct Item<'n, T> {
    pub value: T,
    pub path: String,
    pub place: &'n Place,
}

impl Tables {
    /// The tables that `one` reads, in the order in which they are written; each of the others has a problem.
    pub fn read<'n, T>(
        &self,
        reader: &mut Reader,
        node: Option<&'n Node>,
        one: impl Fn(&mut Reader, &str, &Node) -> Option<T>,
    ) -> Vec<Item<'n, T>> {
        let Some(node) = node else { return Vec::new() };
        let Value::List(items) = &node.value else {
            let message = format!("this is {}, not a list of {}", node.kind(), self.several);
            reader.problems.push(Problem::at(self.path, &node.place, message).hint(self.write));
            return Vec::new();
        };
        if let Some(over) = items.get(self.most) {
            let message = format!("there are {} {}", items.len(), self.several);
            let hint = format!("write {} at most; {}", self.most, self.over);
            let path = format!("{}[{}]", self.path, self.most);
            reader.problems.push(Problem::at(path, &over.place, message).hint(hint));
            return Vec::new();
        }
        let mut read = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let path = format!("{}[{at}]", self.path);
            if !matches!(item.value, Value::Table(_)) {
                let message = format!("this is {}, not {}", item.kind(), self.one);
                reader.problems.push(Problem::at(path, &item.place, message).hint(self.inline));
            } else if let Some(value) = one(reader, &path, item) {
                read.push(Item { value, path, place: &item.place });
            }
        }
        read
    }
}

/// A key that a table of a list must have.
pub(super) fn needed(reader: &mut Reader, table: &Table<'_>, item: &Node, key: &str, hint: &str) {
    let path = table.path(key);
    if table.get(key).is_none() && !reader.problems.iter().any(|problem| problem.is_about(&path)) {
        reader.missing(item, &path, hint);
    }
}

/// The name of a table of a list, without spaces around it: so many letters at most, on one line.
pub(super) fn name(reader: &mut Reader, table: &Table<'_>, most: usize, such_as: &str) -> Option<String> {
    let name = reader.text(table, "name")?;
    let name = name.trim();
    let wrong = match name.chars().count() {
        0 => Some("the name is empty".to_owned()),
        n if n > most => Some(format!("the name has {n} letters")),
        _ if name.contains(char::is_control) => Some("the name has more than one line".to_owned()),
        _ => None,
    };
    let Some(wrong) = wrong else { return Some(name.to_owned()) };
    let place = table.get("name").map_or_else(Place::default, |node| node.place.clone());
    let hint = format!("write 1 to {most} letters on one line, such as \"{such_as}\"");
    reader.problems.push(Problem::at(table.path("name"), &place, wrong).hint(hint));
    None
}
