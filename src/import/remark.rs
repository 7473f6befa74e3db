//! The results of reading besides the plan: remarks on parts that were left out or guessed, and the problem of
//! a text that is no plan at all.

use crate::input::{Place, Problem};
use crate::week::day::Day;
use chrono::NaiveDate;

/// A part of a text that could not be read, or was read with a guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The id of the remark, one of [`REMARKS`].
    pub id: &'static str,
    /// Whether the remark is a note: information, nothing is lost.
    pub note: bool,
    /// The text, as the caller numbers them.
    pub source: usize,
    /// The line in the text, where it is known.
    pub line: Option<usize>,
    /// The Monday of the week and the day that the remark is about.
    pub at: Option<(NaiveDate, Day)>,
    /// The remark in a sentence without a final stop.
    pub message: String,
    /// Advice on the remark; starts with a verb.
    pub hint: String,
}

impl Remark {
    /// A remark that something was left out, about no day.
    pub(super) fn warning(
        id: &'static str,
        source: usize,
        line: Option<usize>,
        message: impl Into<String>,
        hint: &str,
    ) -> Self {
        Self { id, note: false, source, line, at: None, message: message.into(), hint: hint.to_owned() }
    }
}

/// The ids of all remarks, each with what it says.
pub const REMARKS: &[(&str, &str)] = &[
    (
        "dates-not-read",
        "labels that look like dates and cannot be read; the plan counts as one without dates",
    ),
    (
        "other-language",
        "a table whose days are not named in English; of its language only common words are known",
    ),
    ("dates-unsure", "a date whose day and month may be the other way round"),
    ("dates-overlap", "two rows of a table have dates in common"),
    (
        "long-run-tie",
        "no long run is named, and two runs of a week are about equally long; both are protected",
    ),
    ("pace-assumed", "the pace at which distances count where minutes are needed"),
    ("event-left-out", "an event of a calendar that has no date that can be read, or is called off"),
    ("event-half-read", "an event of a calendar of which a part, such as how it repeats, cannot be read"),
    ("comment", "words beside a session that say nothing that is known"),
    (
        "race-differs",
        "the plan has its race on another day of the week than the race that is named beside it",
    ),
    ("race-placed", "where the race that was named beside a plan without dates was put"),
    ("not-recognised", "a part of the text in which no word is known; it was left out"),
    ("column-left-out", "a column of a grid that is neither a day nor the week's name"),
    ("row-left-out", "a row of a grid before its days are named, or without any day"),
    (
        "table-left-out",
        "a table behind the first that has the same weeks again, or of which no one can say which weeks it has",
    ),
    ("struck-out", "what is struck through, `~~5 km~~`, and counts as not done"),
    ("days-assumed", "days with a number in place of a name; they count from Monday"),
    ("not-a-week", "a line that holds a refusal or an error instead of a week"),
    ("starts-overlap", "two sessions of a day that are to be done at the same time"),
    ("two-in-a-day", "two strength sessions on one day; they count as one"),
    ("choice", "the plan offers a choice; the milder way counts, the others are judged with an `if`"),
    ("unit-assumed", "the unit that numbers without one were taken for, the same in all of the text"),
    ("length-not-read", "a length that no session can have, or a time that may be a pace"),
    ("strength-kind-assumed", "strength of a kind that is not said counts as full body, with leg work"),
    ("long-run-assumed", "no long run is named; the longest run of the week counts as one"),
];

/// The problem of a text that is no plan at all.
pub(super) fn no_plan(source: usize, message: &str, hint: &str) -> Vec<Problem> {
    vec![Problem::at("", &Place { source, span: None }, message).hint(hint)]
}
