//! Documents that are no plan of a form that is known: what they are, and which forms are.

use crate::import::days::shown;
use crate::input::Problem;
use crate::input::document::{Node, Value};

/// Keys that are named of a document, at most.
const KEYS_SHOWN: usize = 4;

/// The problem of a document in a notation, JSON or YAML, that is no plan of a form that is known.
pub(super) fn no_plan_in(node: &Node, notation: &str) -> Problem {
    let weeks = node.entry("weeks").and_then(|entry| first_of(&entry.node));
    let weeks = match weeks {
        Some(week) if week.entry("days").is_none() => {
            format!(", and a week of it is {}, without dated `days`", kind(week))
        }
        _ => String::new(),
    };
    let message =
        format!("this {notation} document is {}{weeks}; it is no plan of a form that is known", kind(node));
    let hint = "give `schedule` with weeks of seven `workouts`, or `weeks` with dated `days`; else a table with a row a week \
        (`Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun`) or a row a day (`date,workout`)";
    Problem::at("", &node.place, message).hint(hint)
}

/// What a document is, in words: a list of what, an object with which keys.
fn kind(node: &Node) -> String {
    match &node.value {
        Value::List(items) => match items.first() {
            Some(first) if matches!(first.value, Value::Table(_)) => {
                format!("a list of {} with {}", counted(items.len(), "object"), keys(first))
            }
            Some(_) => format!("a list of {}", counted(items.len(), "item")),
            None => "an empty list".to_owned(),
        },
        Value::Table(entries) if entries.is_empty() => "an empty object".to_owned(),
        Value::Table(_) => format!("an object with {}", keys(node)),
        _ => "a single value".to_owned(),
    }
}

/// A number of things.
fn counted(number: usize, of: &str) -> String {
    format!("{number} {of}{}", if number == 1 { "" } else { "s" })
}

/// The first keys of an object.
fn keys(node: &Node) -> String {
    let Value::Table(entries) = &node.value else { return String::new() };
    let names: Vec<String> =
        entries.iter().take(KEYS_SHOWN).map(|entry| format!("`{}`", shown(&entry.key, 30))).collect();
    let more = if entries.len() > KEYS_SHOWN { " and more" } else { "" };
    format!("{}{more}", names.join(", "))
}

/// The first item of a list.
fn first_of<'n, 't>(node: &'n Node<'t>) -> Option<&'n Node<'t>> {
    if let Value::List(items) = &node.value { items.first() } else { None }
}
