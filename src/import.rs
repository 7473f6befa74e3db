//! Training plans of other people, and this program's own weeks, as whole weeks from Monday.
//!
//! Four formats are known: the program's own weeks and plans as JSON, a table as delimited text or Markdown, a calendar, and the plan
//! JSON of claude-coach.
//! Reading drops nothing silently: what is not recognised is a [`Remark`] with its place.

mod claude_coach;
mod csv;
mod days;
#[cfg(feature = "calendar")]
mod ics;
mod plan;
mod remark;
mod week_json;
mod weeks;
pub mod words;

pub use days::MOST_WEEKS;
pub use plan::{ForeignDay, ForeignPlan, ForeignWeek, Provenance};
pub use remark::{REMARKS, Remark};

use crate::input::Problem;
use crate::input::document;

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
            // Their plan names no schema, and has `weeks` as a plan of this program has.
            Ok(node) if node.entry("weeks").is_some() && !week_json::is_ours(&node) => {
                claude_coach::read(&node, source)
            }
            Ok(node) => return week_json::read(&node, source, None),
        }
    } else {
        csv::read(text, source)
    };
    whole.map_or_else(|problems| (Vec::new(), problems), |plan| (vec![plan], Vec::new()))
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
