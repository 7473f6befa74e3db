//! `[places]`, and which of them each day is at.

use super::{Equipment, Place};
use crate::input::Problem;
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, Table, list};
use crate::profile::read::{twice, unknown_day_key};
use crate::week::day::Day;
use crate::word::{Word, nearest};

/// The place of each day.
pub(super) fn at_of(reader: &mut Reader, node: Option<&Node>) -> [Option<String>; 7] {
    let mut at: [Option<String>; 7] = Default::default();
    let Some(node) = node else { return at };
    let Value::Table(entries) = &node.value else {
        let problem =
            Problem::at("strength.at", &node.place, format!("this is {}, not places by day", node.kind()));
        reader.problems.push(problem.hint("write `[strength.at]` and below it `mon = \"gym\"`"));
        return at;
    };
    let mut seen = Vec::new();
    for entry in entries {
        let Some(day) = Day::parse(&entry.key) else {
            let known = Day::ALL.iter().map(|day| day.id());
            reader.problems.push(unknown_day_key(&entry.key, "strength.at", &entry.place, known));
            continue;
        };
        twice(reader, &mut seen, day.id().into(), "strength.at", &entry.place);
        if let Value::Text(text) = &entry.node.value {
            at[day.index()] = Some(text.to_string());
        } else {
            let path = format!("strength.at.{}", entry.key);
            let message = format!("this is {}, not the name of a place", entry.node.kind());
            reader
                .problems
                .push(Problem::at(path, &entry.node.place, message).hint("write it as `mon = \"gym\"`"));
        }
    }
    at
}

/// The places, and whether each that a day names is one of them.
pub(super) fn places_of(reader: &mut Reader, node: Option<&Node>, strength: &Table<'_>) -> Vec<Place> {
    let mut places = Vec::new();
    match node.map(|node| (&node.value, node)) {
        None => {}
        Some((Value::Table(entries), _)) => {
            for entry in entries {
                let path = format!("places.{}", entry.key);
                let table = reader.table(Some(&entry.node), &path, &["equipment"]);
                let equipment = reader.words::<Equipment>(&table, "equipment").unwrap_or_default();
                places.push(Place { name: entry.key.to_string(), equipment });
            }
            // By name, as TOML keeps its tables: in whatever order JSON has them, it is the same profile.
            places.sort();
        }
        Some((_, node)) => {
            let problem =
                Problem::at("places", &node.place, format!("this is {}, not places by name", node.kind()));
            reader
                .problems
                .push(problem.hint("write `[places.gym]` and below it `equipment = [\"barbell\"]`"));
        }
    }
    let days = match strength.get("at").map(|node| &node.value) {
        Some(Value::Table(entries)) => entries.as_slice(),
        _ => &[],
    };
    let named = days.iter().map(|entry| (format!("strength.at.{}", entry.key), &entry.node));
    for (path, node) in named.chain(strength.get("place").map(|node| ("strength.place".to_owned(), node))) {
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
    places
}
