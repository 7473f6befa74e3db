//! `[places]`, and whether each place that is named is one of them.

use crate::input::Problem;
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, list};
use crate::profile::value::{Equipment, Place};
use crate::word::nearest;

/// The places.
pub(super) fn places(reader: &mut Reader, node: Option<&Node>) -> Vec<Place> {
    let Some(node) = node else { return Vec::new() };
    let Value::Table(entries) = &node.value else {
        let problem =
            Problem::at("places", &node.place, format!("this is {}, not places by name", node.kind()));
        reader.problems.push(problem.hint("write `[places.gym]` and below it `equipment = [\"barbell\"]`"));
        return Vec::new();
    };
    let mut places = Vec::with_capacity(entries.len());
    for entry in entries {
        let path = format!("places.{}", entry.key);
        let table = reader.table(Some(&entry.node), &path, &["equipment"]);
        let equipment = reader.words::<Equipment>(&table, "equipment").unwrap_or_default();
        places.push(Place { name: entry.key.to_string(), equipment });
    }
    // By name, as TOML keeps its tables: in whatever order JSON has them, it is the same profile.
    places.sort();
    places
}

/// Says which names of places no place has.
pub(super) fn unknown_names(reader: &mut Reader, node: &Node, places: &[Place]) {
    let days = match node.entry("strength.at").map(|entry| &entry.node.value) {
        Some(Value::Table(entries)) => entries.as_slice(),
        _ => &[],
    };
    let every_day = node.entry("strength.place").map(|entry| ("strength.place".to_owned(), &entry.node));
    let by_day = days.iter().map(|entry| (format!("strength.at.{}", entry.key), &entry.node));
    for (path, node) in by_day.chain(every_day) {
        let Value::Text(name) = &node.value else { continue };
        if places.iter().any(|place| place.name == *name) {
            continue;
        }
        let known = || places.iter().map(|place| place.name.as_str());
        let near = nearest(name, known());
        let message = match near {
            Some(near) => format!("`{name}` is not one of your places; did you mean `{near}`?"),
            None => format!("`{name}` is not one of your places"),
        };
        let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let new = match name.trim() {
            "" => "gym".to_owned(),
            name if name.chars().all(bare) => name.to_owned(),
            name => format!("{name:?}"),
        };
        let hint = match (near, places.is_empty()) {
            (Some(near), _) => format!("write `{near}`"),
            (None, true) => format!("add `[places.{new}]` with `equipment = [\"dumbbell\"]`"),
            (None, false) => format!("use one of {}, or add `[places.{new}]`", list(known())),
        };
        reader.problems.push(Problem::at(path, &node.place, message).hint(hint));
    }
}
