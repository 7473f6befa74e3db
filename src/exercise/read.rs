//! Exercise file → exercises, with every problem of the file.

use super::{Exercise, Fit, Gear, Intensity, Kind, Origin, Region};
use crate::input::Problem;
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, Table, list};
use crate::profile::Equipment;
use crate::week::session::Experience;
use crate::word::{Word, nearest};
use crate::wrap::one_line;
use std::borrow::Cow;

/// The keys of an exercise.
const KEYS: [&str; 14] = [
    "id", "name", "short", "cue", "region", "pattern", "kind", "per_side", "intensity", "equipment", "level",
    "easier", "harder", "origin",
];

impl Exercise {
    /// Reads a file of `[[exercise]]` tables. `catalogue` are the exercises that are there already: the built-in ones for a
    /// runner's own file, none for the catalogue itself.
    ///
    /// # Errors
    /// Every problem of the file: unknown keys and words, an id that stands twice, a neighbour that does not exist.
    pub fn read(node: &Node, catalogue: &[Self]) -> Result<Vec<Self>, Vec<Problem>> {
        let mut reader = Reader::default();
        let top = reader.table(Some(node), "", &["exercise"]);
        let Some(Value::List(items)) = top.get("exercise").map(|node| &node.value) else {
            reader.missing(
                node,
                "exercise",
                "write each as `[[exercise]]` with `id`, `name`, `kind` and `pattern`",
            );
            return Err(reader.problems);
        };
        let own = if catalogue.is_empty() { Origin::Catalogue } else { Origin::Own };
        let (mut all, mut seen): (Vec<Self>, Vec<String>) = (Vec::new(), Vec::new());
        for (at, item) in items.iter().enumerate() {
            let path = format!("exercise[{at}]");
            let keys: Vec<&'static str> = KEYS.iter().copied().chain(["fit"]).collect();
            let table = reader.table(Some(item), &path, &keys);
            if let Some((Value::Text(id), node)) = table.get("id").map(|node| (&node.value, node)) {
                if seen.iter().any(|other| other == id) || catalogue.iter().any(|other| other.id == *id) {
                    let problem =
                        Problem::at(table.path("id"), &node.place, format!("`{id}` is there already"));
                    reader.problems.push(problem.hint("give it an id of its own"));
                }
                seen.push(id.to_string());
            }
            all.extend(exercise(&mut reader, &table, item, own));
        }
        if own == Origin::Catalogue {
            for (exercise, index) in all.iter_mut().zip(0..) {
                exercise.catalogue_index = Some(index);
            }
        }
        neighbours(&mut reader, items, &all, catalogue);
        if reader.problems.is_empty() { Ok(all) } else { Err(reader.problems) }
    }
}

fn exercise(reader: &mut Reader, table: &Table<'_>, node: &Node, origin: Origin) -> Option<Exercise> {
    for key in ["id", "name", "kind", "pattern", "region"].into_iter().filter(|key| table.get(key).is_none())
    {
        reader.missing(node, &table.path(key), "give each exercise its id, name, kind, pattern and region");
    }
    let id = reader.text(table, "id");
    if let (Some(id), Some(at)) = (&id, table.get("id"))
        && (id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
    {
        let problem = Problem::at(table.path("id"), &at.place, format!("`{id}` is no id"));
        reader.problems.push(problem.hint("write small letters, digits and hyphens, such as `goblet-squat`"));
    }
    let kind = reader.word::<Kind>(table, "kind");
    let intensity = reader.word::<Intensity>(table, "intensity");
    if (kind == Some(Kind::Plyo)) != intensity.is_some() && kind.is_some() {
        let at = table.get("kind").map(|node| node.place.clone()).unwrap_or_default();
        let problem = Problem::at(
            table.path("intensity"),
            &at,
            "only plyometrics have an intensity, and all of them do",
        );
        reader
            .problems
            .push(problem.hint("write `intensity = \"low\"` with `kind = \"plyo\"`, or leave it out"));
    }
    // What is printed in a terminal must not take it over.
    let clean = |text: Option<String>| text.map(|text| one_line(&text));
    let name = clean(reader.text(table, "name"));
    let text = |text: Option<String>| text.map(Cow::Owned);
    let (easier, harder) = (reader.text(table, "easier"), reader.text(table, "harder"));
    let short = clean(reader.text(table, "short")).or_else(|| name.as_ref().map(|name| name.to_lowercase()));
    let cue = clean(reader.text(table, "cue")).unwrap_or_default();
    let pattern = clean(reader.text(table, "pattern"));
    let region = reader.word::<Region>(table, "region");
    let read = Exercise {
        catalogue_index: None,
        id: Cow::Owned(id?),
        name: Cow::Owned(name?),
        short: Cow::Owned(short?),
        cue: Cow::Owned(cue),
        region: region?,
        pattern: Cow::Owned(pattern?),
        kind: kind?,
        per_side: reader.yes(table, "per_side").unwrap_or(false),
        intensity,
        equipment: Cow::Owned(equipment(reader, table)),
        level: reader.word::<Experience>(table, "level").unwrap_or(Experience::Novice),
        easier: text(easier),
        harder: text(harder),
        origin: reader
            .word::<Origin>(table, "origin")
            .filter(|_| origin == Origin::Catalogue)
            .unwrap_or(origin),
        fit: fit(reader, table),
    };
    Some(read)
}

/// Any one of a list is enough; `dumbbell+bench` are both.
fn equipment(reader: &mut Reader, table: &Table<'_>) -> Vec<Gear> {
    let Some(node) = table.get("equipment") else { return Vec::new() };
    let path = table.path("equipment");
    let items = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let mut options = Vec::new();
    for item in items {
        let Value::Text(text) = &item.value else {
            let problem = Problem::at(&path, &item.place, format!("this is {}, not equipment", item.kind()));
            reader.problems.push(problem.hint("write a list such as `[\"dumbbell\", \"kettlebell+bench\"]`"));
            continue;
        };
        let mut gear = Vec::new();
        for word in text.split('+').filter(|word| *word != "bodyweight") {
            match Equipment::parse(word) {
                Some(piece) => gear.push(piece),
                None => {
                    reader.problems.push(crate::input::reader::unknown_word::<Equipment>(word, &path, item));
                }
            }
        }
        options.push(gear.into_iter().collect());
    }
    options
}

fn fit(reader: &mut Reader, table: &Table<'_>) -> Option<Fit> {
    let node = table.get("fit")?;
    let path = table.path("fit");
    let fit = reader.table(Some(node), &path, &["category", "name", "match", "ids"]);
    let (category, name) = (reader.text(&fit, "category")?, reader.text(&fit, "name")?);
    let exact = reader.text(&fit, "match").as_deref() == Some("exact");
    let Some(Value::List(ids)) = fit.get("ids").map(|node| &node.value) else { return None };
    let mut ids = ids.iter().filter_map(|id| reader.whole_of::<u16>(id, || path.clone(), 0..=65_535));
    Some(Fit {
        category: Cow::Owned(category),
        name: Cow::Owned(name),
        exact,
        ids: [ids.next()?, ids.next()?],
    })
}

/// Neighbours exist, are others, and are not on the wrong side in level.
fn neighbours(reader: &mut Reader, items: &[Node], all: &[Exercise], catalogue: &[Exercise]) {
    let ids: Vec<&str> = all.iter().chain(catalogue).map(|exercise| &*exercise.id).collect();
    for item in items {
        let text = |key: &str| match item.entry(key).map(|entry| &entry.node.value) {
            Some(Value::Text(text)) => Some(&**text),
            _ => None,
        };
        let Some(me) = text("id").and_then(|id| all.iter().find(|exercise| exercise.id == id)) else {
            continue;
        };
        for (key, harder) in [("easier", false), ("harder", true)] {
            let (Some(id), Some(entry)) = (text(key), item.entry(key)) else { continue };
            let other = all.iter().find(|exercise| exercise.id == id).or_else(|| Exercise::find(id, &[]));
            let wrong = match other {
                None => match nearest(id, ids.iter().copied()) {
                    Some(near) => Some(format!("`{id}` is not an exercise; did you mean `{near}`?")),
                    None => Some(format!("`{id}` is not an exercise")),
                },
                Some(other) if other.id == me.id => Some(format!("`{id}` is this exercise itself")),
                Some(other) if harder && other.level < me.level || !harder && other.level > me.level => {
                    Some(format!("`{id}` is for {}, this one for {}", other.level, me.level))
                }
                Some(_) => None,
            };
            if let Some(message) = wrong {
                let path = format!("{}.{key}", me.id);
                let hint = format!(
                    "name another exercise, or leave `{key}` out; keys are {}",
                    list(["easier", "harder"])
                );
                reader.problems.push(Problem::at(path, &entry.node.place, message).hint(hint));
            }
        }
    }
}
