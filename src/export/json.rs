//! A week, a refusal, a day and an error as JSON, on several lines or on one.

mod blocks;
pub(super) mod cycle;
mod from_plan;
pub(super) mod replan;
pub mod saved;
mod schema;
mod session;
pub(super) mod week;

use crate::cycle::{Cycle, CycleWeek};
use crate::export::format::{Format, Options};
pub use crate::export::json::blocks::Texts;
use crate::export::json::cycle::CycleV1;
use crate::export::json::replan::ReplanV1;
use crate::export::json::week::{ErrorV1, OneDayV1, RefusalV1, WeekV1};
use crate::plan::{Detail, Outcome, Plan, Refusal};
use crate::week::day::Day;
use crate::wrap::{has_unruly, json_escaped};
use serde::Serialize;
use std::borrow::Cow;

/// Bytes that hold most weeks.
const USUAL: usize = 14 << 10;

pub(super) const JSON: Format = Format {
    name: "json",
    ending: "json",
    summary: "one document, `runplan.week/1`",
    week: |plan, _: &Options| pretty(&WeekV1::new(plan, Detail::Full, None)),
    cycle: |cycle, _| pretty(&CycleV1::new(cycle, Detail::Full)),
    replan: |replan, _| pretty(&ReplanV1::new(replan)),
    day: Some(|plan, day, _| self::day(plan, day)),
    refusal: Some(refusal),
};
pub(super) const NDJSON: Format = Format {
    name: "ndjson",
    ending: "ndjson",
    summary: "the same document on one line, for pipelines",
    week: |plan, _: &Options| line(&WeekV1::new(plan, Detail::Full, None)),
    cycle: |cycle, _| cycle.weeks.iter().map(outcome_line).collect(),
    replan: |replan, _| line(&ReplanV1::new(replan)),
    day: None,
    refusal: Some(|refusal| line(&RefusalV1::new(refusal, Detail::Full))),
};

/// A refusal as a document on several lines.
#[must_use]
pub fn refusal(refusal: &Refusal) -> String {
    pretty(&RefusalV1::new(refusal, Detail::Full))
}

/// One day of a week as a document on several lines.
pub(super) fn day(plan: &Plan, day: Day) -> String {
    pretty(&OneDayV1::new(plan, day))
}

/// Adds a week on one line to `out`, with texts of sessions that are known already.
pub fn add_week(out: &mut Vec<u8>, plan: &Plan, detail: Detail, texts: &mut Texts) {
    add(out, &WeekV1::new(plan, detail, Some(texts)));
}

/// Adds a refusal on one line to `out`.
pub fn add_refusal(out: &mut Vec<u8>, refusal: &Refusal, detail: Detail) {
    add(out, &RefusalV1::new(refusal, detail));
}

/// Adds to `out` what is wrong with a line of `batch`, on one line; lines are counted from 1.
pub fn add_error(out: &mut Vec<u8>, line: u64, message: &str, hint: &str) {
    add(out, &ErrorV1::new(line, message, hint));
}

/// The weeks of a plan without the weeks themselves, as a document on several lines.
#[must_use]
pub fn brief_cycle(cycle: &Cycle) -> String {
    pretty(&CycleV1::new(cycle, Detail::Brief))
}

fn outcome_line(week: &CycleWeek) -> String {
    match &week.outcome {
        Outcome::Week(plan) => line(&WeekV1::new(plan, Detail::Full, None)),
        Outcome::Refused(refusal) => line(&RefusalV1::new(refusal, Detail::Full)),
    }
}

fn pretty(value: &impl Serialize) -> String {
    let mut text = Vec::with_capacity(USUAL);
    // The wire types hold text and finite numbers only, so writing cannot fail.
    let done = serde_json::to_writer_pretty(&mut text, value);
    debug_assert!(done.is_ok());
    text.push(b'\n');
    let text = String::from_utf8(text).unwrap_or_default();
    match json_escaped(&text) {
        Cow::Owned(escaped) => escaped,
        Cow::Borrowed(_) => text,
    }
}

fn line(value: &impl Serialize) -> String {
    let mut text = Vec::with_capacity(USUAL);
    add(&mut text, value);
    String::from_utf8(text).unwrap_or_default()
}

fn add(out: &mut Vec<u8>, value: &impl Serialize) {
    let start = out.len();
    let done = serde_json::to_writer(&mut *out, value);
    debug_assert!(done.is_ok());
    if has_unruly(&out[start..]) {
        let text = String::from_utf8(out.split_off(start)).unwrap_or_default();
        out.extend_from_slice(json_escaped(&text).as_bytes());
    }
    out.push(b'\n');
}
