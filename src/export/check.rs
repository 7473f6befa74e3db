//! What a check found, as a compiler would print it, and as JSON.

use crate::check::{Diagnostic, Report, Severity, Spot};
use crate::export::dates::day_and_date;
use crate::import::words::vocabulary::VOCABULARY;
use crate::plan::NOTICE;
use crate::word::Word;
use crate::wrap::{Page, one_line};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Findings of one rule that are shown in full, unless all are wanted; errors always are.
const SHOWN: usize = 3;

/// What was found, for people. `names` are those of the texts.
#[must_use]
pub fn checked_text(checked: &Report, names: &[String], all: bool, width: usize) -> String {
    let mut page = Page::new(width);
    // How many of each there are, and how many were shown.
    let mut kinds: Vec<((&str, Severity), [usize; 2])> = Vec::new();
    let kind = |found: &Diagnostic| (found.id, found.severity);
    for found in &checked.diagnostics {
        match kinds.iter_mut().find(|(other, _)| *other == kind(found)) {
            Some((_, counts)) => counts[0] += 1,
            None => kinds.push((kind(found), [1, 0])),
        }
    }
    for found in &checked.diagnostics {
        let Some((_, [all_of_it, shown])) = kinds.iter_mut().find(|(other, _)| *other == kind(found)) else {
            continue;
        };
        *shown += 1;
        if all || found.severity == Severity::Error || *shown <= SHOWN {
            diagnostic(&mut page, found, names);
        } else if *shown == SHOWN + 1 {
            let more = *all_of_it - SHOWN;
            let text = format!("{}[{}]: {more} more; `--all` shows them", found.severity, found.id);
            page.wrap(&text, "", "  ");
            page.gap();
        }
    }
    page.paragraph(&summary(checked));
    page.paragraph(NOTICE);
    page.text
}

/// What was found, a line each as compilers write them, so that editors jump to the place: file and line, severity, where
/// in the plan, what, and the rule.
#[must_use]
pub fn checked_short(checked: &Report, names: &[String]) -> String {
    let mut out = String::new();
    for found in &checked.diagnostics {
        let (place, message, of) = (place(found, names), one_line(&found.message), where_in_plan(found));
        let of = if of.is_empty() { of } else { format!("{of}: ") };
        let _ = writeln!(out, "{place}: {}: {of}{message} [{}]", found.severity, found.id);
    }
    out
}

/// The name of the text and the line in it, where it is known.
fn place(found: &Diagnostic, names: &[String]) -> String {
    let name = names.get(found.source).map(|name| one_line(name)).unwrap_or_default();
    found.line.map_or_else(|| name.clone(), |line| format!("{name}:{line}"))
}

/// Week and day, where they are known.
fn where_in_plan(found: &Diagnostic) -> String {
    let day = found.day.as_ref().map(|spot| day_and_date(spot.day, spot.date));
    let week = Some(one_line(&found.week)).filter(|week| !week.is_empty());
    week.into_iter().chain(day).collect::<Vec<_>>().join(", ")
}

fn diagnostic(page: &mut Page, found: &Diagnostic, names: &[String]) {
    let title = format!("{}[{}]: {}", found.severity, found.id, one_line(&found.message));
    page.wrap(&title, "", "  ");
    let mut place = place(found, names);
    let of = where_in_plan(found);
    if !of.is_empty() {
        let _ = write!(place, ": {of}");
    }
    page.beside(" --> ", &place);
    if !found.spots.is_empty() {
        page.line("  |");
        for spot in &found.spots {
            page.wrap(&spot_text(spot, &found.week), &format!("  | {}  ", spot.day.short()), "  |      ");
        }
        page.line("  |");
    }
    page.wrap(&format!("hint: {}", found.hint), "  = ", "    ");
    page.gap();
}

fn spot_text(spot: &Spot, week: &str) -> String {
    let text = if spot.text.trim().is_empty() { "nothing".to_owned() } else { one_line(&spot.text) };
    if spot.week == week { text } else { format!("{text} ({})", one_line(&spot.week)) }
}

fn summary(checked: &Report) -> String {
    let many = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let counts: Vec<_> = Severity::ALL
        .iter()
        .map(|severity| (checked.count(*severity), severity.id()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| many(count, name))
        .collect();
    let weeks = many(checked.weeks, "week");
    let mut text = if counts.is_empty() {
        format!("clean: {weeks}")
    } else {
        format!("{} in {weeks}", counts.join(", "))
    };
    if checked.known > 0 {
        let _ = write!(text, " ({} that the plan names itself; `--all` shows)", checked.known);
    }
    text
}

/// What was found, for programs.
#[must_use]
pub fn checked_json(checked: &Report, names: &[String]) -> Value {
    let spot = |spot: &Spot| {
        json!({
            "week": spot.week, "day": spot.day.id(), "date": spot.date.map(|date| date.to_string()),
            "text": spot.text,
        })
    };
    let found = |found: &Diagnostic| {
        json!({
            "severity": found.severity.id(),
            "rule": found.id,
            "level": found.rule.map(crate::rules::Rule::kind),
            "file": names.get(found.source),
            "line": found.line,
            "week": if found.week.is_empty() { None } else { Some(&found.week) },
            "day": found.day.as_ref().map(|spot| spot.day.id()),
            "date": found.day.as_ref().and_then(|spot| spot.date).map(|date| date.to_string()),
            "message": found.message,
            "hint": found.hint,
            "source": found.rule.map(|rule| rule.source),
            "grade": found.rule.and_then(|rule| rule.grade).map(Word::id),
            "days": found.spots.iter().map(spot).collect::<Vec<_>>(),
        })
    };
    json!({
        "schema": "runplan.check/1",
        "files": names,
        "weeks": checked.weeks,
        "errors": checked.count(Severity::Error),
        "warnings": checked.count(Severity::Warning),
        "notes": checked.count(Severity::Note),
        "known": checked.known,
        "findings": checked.diagnostics.iter().map(found).collect::<Vec<_>>(),
        "notice": NOTICE,
    })
}

/// The words that are known in free text, and what else is understood of it.
#[must_use]
pub fn words_text(width: usize) -> String {
    let mut page = Page::new(width);
    page.paragraph("Words that are known in the free text of a plan, in any case:");
    page.gap();
    for (_, meaning, words) in VOCABULARY {
        page.item(&format!("{meaning}: {}", words.join(", ")));
    }
    page.gap();
    let rules = [
        "Sessions of a day stand apart by +, &, ; or by `and`, `then`, `plus`, `with`. `or` makes a choice: each way is \
         judged. What stands behind a comma, a dash or a colon without a sport of its own says more about the session before it.",
        "Lengths: 8 km, 5 mi, 45 min, 1:30 h, 1h30, 45'. A repeat such as 6 x 400 m makes a speed run; a pace such as \
         5:30/km says nothing about length, and the rest between repeats is no rest day. Numbers alone have one unit in all \
         of a plan: minutes if one is 60 or more, else the distance that the plan speaks of.",
        "Where no long run is named the week's longest run counts as one. Strength of unknown kind counts as full body, \
         with leg work.",
    ];
    for rule in rules {
        page.paragraph(rule);
    }
    page.text
}
