//! The plans of others: how they are read, and what of them is left out and says so.

#[cfg(feature = "calendar")]
mod calendars;
mod documents;
mod grids;
mod kinds;
mod lists;
mod shapes;
mod tables;
mod words;

use chrono::NaiveDate;
use runplan::import::{ForeignPlan, read};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The one plan of a text.
fn plan(text: &str) -> ForeignPlan {
    let (mut plans, problems) = read(text, 0);
    assert_eq!((plans.len(), problems.as_slice()), (1, [].as_slice()), "{text}");
    plans.remove(0)
}

/// Why a text is no plan.
fn refused(text: &str) -> String {
    let (plans, problems) = read(text, 0);
    assert!(plans.is_empty(), "{text}");
    problems.iter().map(|problem| problem.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// What the plan says about its reading: id, line, and whether it is a note.
fn remarks(plan: &ForeignPlan) -> Vec<(&'static str, Option<usize>, bool)> {
    plan.remarks.iter().map(|remark| (remark.id, remark.line, remark.note)).collect()
}
