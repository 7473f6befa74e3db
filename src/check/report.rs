//! The report on plans that were checked: diagnostics with their severity, their days and a hint.

use crate::rules::Rule;
use crate::week::day::Day;
use crate::word::words;
use chrono::NaiveDate;

words! {
    /// How bad a finding is.
    Severity("severity") {
        /// A rule is broken that makes a plan no plan.
        Error = "error",
        /// Something is worse than it should be.
        Warning = "warning",
        /// Something to know.
        Note = "note",
    }
}

/// Something that a plan breaks, or that could not be read in it.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The severity.
    pub severity: Severity,
    /// The id of the rule, or of the remark.
    pub id: &'static str,
    /// The rule; `None` for a remark of reading.
    pub rule: Option<&'static Rule>,
    /// The text, as the caller numbers them.
    pub source: usize,
    /// The line in it, where it is known.
    pub line: Option<usize>,
    /// The name of the week; empty where the diagnostic is about no week.
    pub week: String,
    /// The first day that the diagnostic is about, where it is about days.
    pub day: Option<Spot>,
    /// The days that the rule looked at, in order.
    pub spots: Vec<Spot>,
    /// The diagnosis in a sentence without a final stop.
    pub message: String,
    /// Advice; starts with a verb, and was tried where it changes the plan.
    pub hint: String,
}

/// A day of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The name of the week.
    pub week: String,
    /// The day of the week.
    pub day: Day,
    /// The date; `None` in a plan without dates.
    pub date: Option<NaiveDate>,
    /// The text of the day.
    pub text: String,
}

/// The diagnostics of all plans that were checked.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The diagnostics, by plan and week.
    pub diagnostics: Vec<Diagnostic>,
    /// Weeks that were checked.
    pub weeks: usize,
    /// Findings that planned weeks name themselves and that were not repeated.
    pub known: usize,
}

impl Report {
    /// How many diagnostics are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}
