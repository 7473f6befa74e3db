//! What two keys of one profile say against each other; each problem names both places.

use crate::input::document::{Node, Value};
use crate::input::{Place, Problem};
use crate::profile::time::time_key;
use crate::profile::value::Profile;
use crate::week::day::Day;
use crate::week::hours::Time;
use crate::word::Word;

/// Every contradiction within the profile.
pub(super) fn find(profile: &Profile, node: &Node) -> Vec<Problem> {
    let mut problems = Vec::new();
    run_kinds(profile, node, &mut problems);
    blocked_days(profile, node, &mut problems);
    numbers(profile, node, &mut problems);
    problems
}

fn run_kinds(profile: &Profile, node: &Node, problems: &mut Vec<Problem>) {
    let runs = &profile.runs;
    let list = || place(node, "runs.days");
    if list().span.is_none() && runs.days.is_empty() && node.entry("runs.days").is_none() {
        return; // already reported as missing
    }
    let declared = runs.long.iter().map(|day| ("runs.long", *day));
    let declared =
        declared.chain(runs.speed.iter().flat_map(|days| days.iter()).map(|day| ("runs.speed", day)));
    for (key, day) in declared.filter(|(_, day)| !runs.days.contains(*day)) {
        problems.push(
            Problem::at(key, &item(node, key, day), format!("`{}` is not one of the run days", day.id()))
                .hint(format!("add `\"{}\"` to `runs.days`, or choose a day that is there", day.id()))
                .and("runs.days", &list(), "the run days"),
        );
    }
    if let Some(day) = runs.long.filter(|day| runs.speed.is_some_and(|speed| speed.contains(*day))) {
        problems.push(
            Problem::at(
                "runs.speed",
                &item(node, "runs.speed", day),
                format!("`{}` is both the long-run day and a speed day", day.id()),
            )
            .hint("leave the day in one of the two")
            .and("runs.long", &place(node, "runs.long"), "the long run"),
        );
    }
}

fn blocked_days(profile: &Profile, node: &Node, problems: &mut Vec<Problem>) {
    let off = |day: Day| profile.time[day.index()] == Some(Time::Off);
    for day in profile.runs.days.iter().filter(|day| off(*day)) {
        problems.push(
            Problem::at(
                "runs.days",
                &item(node, "runs.days", day),
                format!("there is a run on {}, which is \"off\"", day.name()),
            )
            .hint(format!("take `{}` out of `runs.days`, or give the day some time", day.id()))
            .and("time", &time_place(node, day), "the day is blocked here"),
        );
    }
}

fn numbers(profile: &Profile, node: &Node, problems: &mut Vec<Problem>) {
    let strength = &profile.strength;
    let pairs = [
        ("strength.min", strength.min, "strength.sessions", strength.sessions),
        ("strength.legs_min", strength.legs_min, "strength.sessions", strength.sessions),
        ("strength.legs_min", strength.legs_min, "strength.legs_max", strength.legs_max),
        ("rest.min", profile.rest_min, "rest.target", profile.rest_target),
    ];
    for (low_key, low, high_key, high) in pairs {
        let (Some(low), Some(high)) = (low, high) else { continue };
        if low > high {
            problems.push(
                Problem::at(
                    low_key,
                    &place(node, low_key),
                    format!("`{low_key} = {low}` asks for more than `{high_key} = {high}` allows"),
                )
                .hint(format!("lower `{low_key}` to {high}, or raise `{high_key}` to {low}"))
                .and(high_key, &place(node, high_key), "the other number"),
            );
        }
    }
}

/// Every contradiction within a profile that was not read from a document; the problems have no places.
#[must_use]
pub fn contradictions(profile: &Profile) -> Vec<Problem> {
    find(profile, &Node::empty())
}

/// Where a key of the profile stands; `time.sun` is the key of `[time]` that decides Sunday.
#[must_use]
pub fn place_of(node: &Node, key: &str) -> Place {
    match key.strip_prefix("time.").and_then(Day::parse) {
        Some(day) => time_place(node, day),
        None => place(node, key),
    }
}

/// Where the value of a key stands.
fn place(node: &Node, key: &str) -> Place {
    node.entry(key).map_or_else(Place::default, |entry| entry.node.place.clone())
}

/// Where a day stands in a day or list of days.
fn item(node: &Node, key: &str, day: Day) -> Place {
    let Some(entry) = node.entry(key) else { return Place::default() };
    let Value::List(items) = &entry.node.value else { return entry.node.place.clone() };
    let is_day = |item: &&Node| matches!(&item.value, Value::Text(text) if Day::parse(text) == Some(day));
    items.iter().find(is_day).unwrap_or(&entry.node).place.clone()
}

/// Where the key of `[time]` stands that decides a day.
fn time_place(node: &Node, day: Day) -> Place {
    let Some(Value::Table(entries)) = node.entry("time").map(|entry| &entry.node.value) else {
        return Place::default();
    };
    entries
        .iter()
        .filter_map(|entry| {
            time_key(&entry.key).filter(|(_, days)| days.contains(day)).map(|(exact, _)| (exact, entry))
        })
        .max_by_key(|(exact, _)| *exact)
        .map_or_else(Place::default, |(_, entry)| entry.node.place.clone())
}
