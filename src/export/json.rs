//! A week and a refusal as JSON, on several lines or on one.

pub use super::blocks::Texts;
use super::wire::{OneDayV1, RefusalV1, WeekV1};
use super::write::write;
use super::{Format, Look};
use crate::day::Day;
use crate::plan::{Plan, Refusal};
use serde::Serialize;

/// Bytes that hold most weeks.
const USUAL: usize = 14 << 10;

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
    written(&WeekV1::new(plan, false, None), true)
}

fn line(plan: &Plan, _: &Look) -> String {
    written(&WeekV1::new(plan, false, None), false)
}

/// A week on one line instead of what stood in `text`, with texts of sessions that are known already.
pub fn line_as_known(plan: &Plan, texts: &mut Texts, text: &mut String) {
    again(&WeekV1::new(plan, false, Some(texts)), text);
}

/// A refusal as a document, on several lines or on one.
#[must_use]
pub fn refusal(refusal: &Refusal, pretty: bool) -> String {
    written(&RefusalV1::new(refusal, false), pretty)
}

/// A refusal on one line instead of what stood in `text`; with `brief` codes without prose.
pub fn refusal_line(refusal: &Refusal, brief: bool, text: &mut String) {
    again(&RefusalV1::new(refusal, brief), text);
}

/// A week on one line instead of what stood in `text`: codes without prose, and no blocks.
pub fn brief(plan: &Plan, text: &mut String) {
    again(&WeekV1::new(plan, true, None), text);
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
    written(&ErrorV1 { schema: "runplan.error/1", line, message, hint }, false)
}

/// One day of a week as a document.
pub(super) fn day(plan: &Plan, day: Day) -> String {
    written(&OneDayV1::new(plan, day), true)
}

/// A value as JSON with its final newline.
fn written(value: &impl Serialize, pretty: bool) -> String {
    let mut text = String::with_capacity(USUAL);
    if pretty {
        add(&mut text, |out| serde_json::to_writer_pretty(out, value))
    } else {
        again(value, &mut text)
    }
    text
}

/// A value as JSON on one line with its end, instead of what stood in `text`.
pub(super) fn again(value: &impl Serialize, text: &mut String) {
    text.clear();
    add(text, |out| write(out, value));
    // Every test and every run of the fuzzer compares what it writes.
    debug_assert!(serde_json::to_string(value).is_ok_and(|theirs| Some(&*theirs) == text.strip_suffix('\n')));
}

/// Adds what `write` writes, and a line end. These types hold text and finite numbers only, so writing cannot fail.
fn add(text: &mut String, write: impl FnOnce(&mut Vec<u8>) -> serde_json::Result<()>) {
    let mut bytes = std::mem::take(text).into_bytes();
    let done = write(&mut bytes);
    debug_assert!(done.is_ok());
    bytes.push(b'\n');
    *text = String::from_utf8(bytes).unwrap_or_default();
}
