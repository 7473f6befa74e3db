//! A week and a refusal as JSON, on several lines or on one.

pub(super) mod from_plan;
pub(super) mod ids;
pub(super) mod session;
pub(super) mod week;

use crate::export::format::{Format, Options};
pub use crate::export::json::session::Texts;
use crate::export::json::week::{OneDayV1, RefusalV1, WeekV1};
use crate::export::write::write;
use crate::plan::{Plan, Refusal};
use crate::week::day::Day;
use serde::Serialize;

/// Bytes that hold most weeks.
const USUAL: usize = 14 << 10;

pub(super) const JSON: Format = Format {
    name: "json",
    ending: "json",
    summary: "one document, `runplan.week/1`",
    week: pretty,
    refusal: Some(|refusal| self::refusal(refusal, true)),
};
pub(super) const NDJSON: Format = Format {
    name: "ndjson",
    ending: "ndjson",
    summary: "the same document on one line, for pipelines",
    week: line,
    refusal: Some(|refusal| self::refusal(refusal, false)),
};

fn pretty(plan: &Plan, _: &Options) -> String {
    written(&WeekV1::new(plan, false, None), true)
}

fn line(plan: &Plan, _: &Options) -> String {
    written(&WeekV1::new(plan, false, None), false)
}

/// Adds a week on one line to `out`, with texts of sessions that are known already.
pub fn line_as_known(plan: &Plan, texts: &mut Texts, out: &mut Vec<u8>) {
    add(out, &WeekV1::new(plan, false, Some(texts)));
}

/// A refusal as a document, on several lines or on one.
#[must_use]
pub fn refusal(refusal: &Refusal, pretty: bool) -> String {
    written(&RefusalV1::new(refusal, false), pretty)
}

/// Adds a refusal on one line to `out`; with `brief` codes without prose.
pub fn refusal_line(refusal: &Refusal, brief: bool, out: &mut Vec<u8>) {
    add(out, &RefusalV1::new(refusal, brief));
}

/// Adds a week on one line to `out`: codes without prose, and no blocks.
pub fn brief(plan: &Plan, out: &mut Vec<u8>) {
    add(out, &WeekV1::new(plan, true, None));
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

/// Adds what is wrong with a line of `batch` to `out`, on one line.
pub fn error(line: u64, message: &str, hint: &str, out: &mut Vec<u8>) {
    add(out, &ErrorV1 { schema: "runplan.error/1", line, message, hint });
}

/// One day of a week as a document.
pub(super) fn day(plan: &Plan, day: Day) -> String {
    written(&OneDayV1::new(plan, day), true)
}

/// A value as JSON with its final newline.
fn written(value: &impl Serialize, pretty: bool) -> String {
    let mut text = Vec::with_capacity(USUAL);
    if pretty {
        // These types hold text and finite numbers only, so writing cannot fail.
        let done = serde_json::to_writer_pretty(&mut text, value);
        debug_assert!(done.is_ok());
        text.push(b'\n');
    } else {
        add(&mut text, value);
    }
    String::from_utf8(text).unwrap_or_default()
}

/// Adds a value as JSON on one line, with its end.
pub(super) fn add(out: &mut Vec<u8>, value: &impl Serialize) {
    let start = out.len();
    let done = write(out, value);
    debug_assert!(done.is_ok());
    // Every test and every run of the fuzzer compares what it writes.
    debug_assert!(serde_json::to_vec(value).is_ok_and(|theirs| theirs == out[start..]));
    out.push(b'\n');
}
