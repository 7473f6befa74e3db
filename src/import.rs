//! Training plans of other people, and this program's own weeks, as whole weeks from Monday.
//!
//! Known are the program's own weeks and plans as JSON, tables as delimited text or Markdown, calendars, and the plans of
//! claude-coach, calendar-hack and trainctl, JSON or YAML.
//! Reading drops nothing silently: what is not recognised is a [`Remark`] with its place.

mod calendar_hack;
mod claude_coach;
mod csv;
mod days;
mod foreign;
#[cfg(feature = "calendar")]
mod ics;
mod letters;
mod marks;
mod measures;
mod plan;
mod remark;
mod trainctl;
mod week_json;
mod weeks;
pub mod words;

pub use csv::delimiter;
pub use days::MOST_WEEKS;
pub use plan::{
    CellPlace, DayRows, ForeignDay, ForeignPlan, ForeignWeek, Provenance, SECONDS_A_KILOMETRE, Table,
};
pub use remark::{REMARKS, Remark};

use crate::import::foreign::no_plan_in;
use crate::input::document::{self, Node, Value};
use crate::input::{Place, Problem};
use crate::week::day::Day;
use crate::word::Word;

/// Reads the plans of one text, whatever its format: what can be read, and every problem of what cannot.
#[must_use]
pub fn read(text: &str, source: usize) -> (Vec<ForeignPlan>, Vec<Problem>) {
    let start = text.trim_start();
    let whole = if start.get(..15).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR")) {
        calendar(text, source)
    } else if start.starts_with(['{', '[']) {
        let lines: Vec<(usize, &str)> =
            text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
        let by_lines = |line: &(usize, &str)| line.1.starts_with('{') && line.1.trim_end().ends_with('}');
        if lines.len() > 1 && lines.iter().take(2).all(by_lines) {
            return week_json::read_lines(&lines, source);
        }
        match document::json(text, source) {
            Err(problem) => Err(vec![problem.hint("mend it, or print the week again")]),
            Ok(node) => match of_others(&node, source, |_| None) {
                Some(plan) => plan,
                None if week_json::is_likely(&node) => return week_json::read(&node, source, None),
                None => Err(vec![no_plan_in(&node, "JSON")]),
            },
        }
    } else if is_yaml(text) {
        yaml(text, source)
    } else {
        csv::read(text, source)
            .map_err(|problems| no_table(text, source).map_or(problems, |problem| vec![problem]))
    };
    whole.map_or_else(|problems| (Vec::new(), problems), |plan| (vec![plan], Vec::new()))
}

/// Reads the plan of another program, of a form that is known; `None` if it has none of them. `line` gives the line of a place.
fn of_others(
    node: &Node,
    source: usize,
    line: impl Fn(&Place) -> Option<usize>,
) -> Option<Result<ForeignPlan, Vec<Problem>>> {
    match () {
        () if week_json::is_ours(node) => None,
        () if calendar_hack::is_one(node) => Some(calendar_hack::read(node, source, line)),
        () if trainctl::is_one(node) => Some(trainctl::read(node, source, line)),
        // Their plan names no schema, and has `weeks` as a plan of this program has.
        () => claude_coach::is_one(node).then(|| claude_coach::read(node, source)),
    }
}

/// Keys at the left edge with a list behind them, by which a plan in YAML is known.
const YAML_KEYS: [&str; 2] = ["schedule", "weeks"];

/// Whether a text is a plan in YAML: one of its keys stands at the left edge, with nothing behind its colon but the start of a list.
fn is_yaml(text: &str) -> bool {
    let opens = |line: &str| {
        let (key, rest) = line.split_once(':')?;
        let is_key = YAML_KEYS.contains(&key.trim_matches(['"', '\'']));
        (is_key && (rest.trim().is_empty() || rest.trim_start().starts_with(['#', '[', '&', '*', '!'])))
            .then_some(())
    };
    text.trim_start_matches('\u{feff}').split(['\n', '\r']).any(|line| opens(line).is_some())
        && !text.lines().any(|line| line.trim_start().starts_with('|'))
}

/// Reads a plan in YAML.
fn yaml(text: &str, source: usize) -> Result<ForeignPlan, Vec<Problem>> {
    let node = document::yaml(text, source).map_err(|problem| vec![problem])?;
    let ends: Vec<usize> =
        text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
    let line =
        |place: &Place| place.span.as_ref().map(|span| ends.partition_point(|end| *end < span.start) + 1);
    of_others(&node, source, line).unwrap_or_else(|| Err(vec![no_plan_in(&node, "YAML")]))
}

/// The problem of a text that is no table because it is another document in YAML; `None` if it is none.
fn no_table(text: &str, source: usize) -> Option<Problem> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with(['#', '%']));
    // "Mon: rest" is a line of a plan, "Mon:" with more below it is a key.
    let opens = |rest: &str| ["", "|", ">", "|-", ">-", "|+", ">+"].contains(&rest.trim());
    let is_key = |line: &str| {
        line.split_once(':').is_some_and(|(key, rest)| {
            (Day::parse(&key.to_lowercase()).is_none() || opens(rest))
                && !key.is_empty()
                && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
        })
    };
    let first = lines().next()?;
    if first.trim_end() != "---" && !is_key(first) {
        return None;
    }
    if let Ok(mut node) = document::yaml(text, source)
        && matches!(node.value, Value::Table(_) | Value::List(_))
    {
        if let Some(span) = &mut node.place.span {
            span.end = span.start;
        }
        return Some(no_plan_in(&node, "YAML"));
    }
    let opened = |line: &&str| line.split_once(':').is_some_and(|(_, rest)| is_key(line) && opens(rest));
    let message = "this reads like YAML that is not whole, and is no plan of a form that is known";
    let hint = "mend it, with `schedule` or `weeks` in it; or write a line a day, such as `Mon: easy 5 km`";
    let place = Place { source, span: None };
    (lines().filter(opened).count() > 1).then(|| Problem::at("", &place, message).hint(hint))
}

#[cfg(feature = "calendar")]
fn calendar(text: &str, source: usize) -> Result<ForeignPlan, Vec<Problem>> {
    ics::read(text, source)
}

#[cfg(not(feature = "calendar"))]
fn calendar(_: &str, source: usize) -> Result<ForeignPlan, Vec<Problem>> {
    Err(remark::no_plan(source, "this build reads no calendars", "build it with the feature `calendar`"))
}

/// Joins plans of this program's own weeks that follow each other: same runner, one Monday after the other.
#[must_use]
pub fn joined(plans: Vec<ForeignPlan>) -> Vec<ForeignPlan> {
    let mut all: Vec<ForeignPlan> = Vec::new();
    for plan in plans {
        let follows = |last: &&mut ForeignPlan| {
            let (Some(before), Some(first)) = (last.weeks.last(), plan.weeks.first()) else { return false };
            let own = before.own.is_some() && first.own.is_some();
            own && last.runner == plan.runner && (first.monday - before.monday).num_days() == 7
        };
        match all.last_mut().filter(follows) {
            Some(last) => {
                last.weeks.extend(plan.weeks);
                last.races.extend(plan.races);
                last.remarks.extend(plan.remarks);
            }
            None => all.push(plan),
        }
    }
    all
}
