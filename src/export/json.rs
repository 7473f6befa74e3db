//! A week and a refusal as JSON, on several lines or on one.

pub use super::blocks::Texts;
use super::wire::{OneDayV1, RefusalV1, WeekV1};
use super::write::write;
use super::{Format, Look};
use crate::day::Day;
use crate::plan::{Plan, Refusal};
use serde::Serialize;

/// Bytes that hold most weeks, and most brief ones.
const USUAL: [usize; 2] = [14 << 10, 3 << 10];

pub(super) const JSON: Format = Format {
    name: "json",
    ending: "json",
    summary: "one document, `runplan.week/1`",
    week: pretty,
    for_programs: true,
};
pub(super) const NDJSON: Format = Format {
    name: "ndjson",
    ending: "ndjson",
    summary: "the same document on one line, for pipelines",
    week: line,
    for_programs: true,
};

fn pretty(plan: &Plan, _: &Look) -> String {
    written(&WeekV1::new(plan, false, None), true, USUAL[0])
}

fn line(plan: &Plan, _: &Look) -> String {
    written(&WeekV1::new(plan, false, None), false, USUAL[0])
}

/// A week on one line, with texts that are known already.
pub fn line_as_known(plan: &Plan, texts: &mut Texts) -> String {
    written(&WeekV1::new(plan, false, Some(texts)), false, USUAL[0])
}

/// A refusal as a document, on several lines or on one.
#[must_use]
pub fn refusal(refusal: &Refusal, pretty: bool) -> String {
    written(&RefusalV1::new(refusal, false), pretty, USUAL[0])
}

/// A week on one line: codes without prose, and no blocks.
#[must_use]
pub fn brief(plan: &Plan) -> String {
    written(&WeekV1::new(plan, true, None), false, USUAL[1])
}

/// A refusal on one line: codes without prose.
#[must_use]
pub fn brief_refusal(refusal: &Refusal) -> String {
    written(&RefusalV1::new(refusal, true), false, USUAL[1])
}

/// What is wrong with a line of `batch`.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ErrorV1<'a> {
    schema: &'static str,
    /// The line of the input, counted from 1.
    line: u64,
    /// What is wrong, all of it.
    message: &'a str,
    /// What to do about the first of it.
    hint: &'a str,
}

/// What is wrong with a line of `batch`, on one line.
#[must_use]
pub fn error(line: u64, message: &str, hint: &str) -> String {
    written(&ErrorV1 { schema: "runplan.error/1", line, message, hint }, false, USUAL[1])
}

/// One day of a week as a document.
pub(super) fn day(plan: &Plan, day: Day) -> String {
    written(&OneDayV1::new(plan, day), true, USUAL[0])
}

/// A value as JSON with its final newline. These types hold text and finite numbers only, so writing cannot fail.
fn written(value: &impl Serialize, pretty: bool, usual: usize) -> String {
    let mut text = Vec::with_capacity(usual);
    let done = if pretty { serde_json::to_writer_pretty(&mut text, value) } else { write(&mut text, value) };
    debug_assert!(done.is_ok());
    // Every test and every run of the fuzzer compares what it writes.
    debug_assert!(pretty || serde_json::to_vec(value).is_ok_and(|theirs| theirs == text));
    text.push(b'\n');
    String::from_utf8(text).unwrap_or_default()
}
