//! Profiles as TOML and as JSON.

use crate::text::{as_json, as_toml, has_date, text};
use crate::{problems, weeks};
use libfuzzer_sys::Corpus;
use runplan::batch::{Batch, Defaults, Detail, LineOutcome};
use runplan::facts::request::Request;
use runplan::input::Problem;
use runplan::input::document::{self, Node};
use runplan::profile::read_all;
use runplan::rules::MONDAY;

/// A profile as TOML: its problems have places; it says the same as JSON; what it plans holds.
pub fn toml(bytes: &[u8]) -> Corpus {
    let Some(text) = text(bytes) else { return Corpus::Reject };
    let (document, mut found) = document::toml(text, 0);
    let whole = found.is_empty();
    let (profile, more) = read_all(&document);
    found.extend(more);
    problems::hold(&found, text);
    if !whole {
        return Corpus::Keep;
    }
    if let Some(json) = as_json(&document) {
        let again = document::json(&json, 0).unwrap_or_else(|problem| panic!("{problem}: {json}"));
        same(&document, &again);
    }
    if found.is_empty() {
        planned(profile, &document);
    }
    Corpus::Keep
}

/// A profile as JSON, a line of `batch`: one line comes back, the same one every time; it says the same as TOML.
pub fn json(bytes: &[u8]) -> Corpus {
    let defaults = Defaults { monday: MONDAY, season: None, keys: Vec::new(), detail: Detail::Full };
    let mut batch = Batch::new(&defaults);
    let mut answers: Vec<String> = Vec::new();
    // What comes a second time is kept for the third.
    for _ in 0..3 {
        let mut out = Vec::new();
        let came = batch.line(bytes, 17, &mut out);
        let out = String::from_utf8(out).expect("UTF-8");
        assert!(out.ends_with('\n') && out.matches('\n').count() == 1, "not one line: {out}");
        let value: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        let schema = match came {
            LineOutcome::Week | LineOutcome::Warned => "runplan.week/1",
            LineOutcome::Refused => "runplan.refusal/1",
            LineOutcome::Bad => "runplan.error/1",
        };
        assert_eq!(value["schema"], schema);
        if came == LineOutcome::Bad {
            assert_eq!(value["line"], 17);
            let said = |key: &str| value[key].as_str().is_some_and(|text| !text.trim().is_empty());
            assert!(said("message") && said("hint"), "{out}");
        }
        answers.push(out);
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "what is remembered is what was planned");
    let Some(text) = text(bytes) else { return Corpus::Keep };
    let document = match document::json(text, 0) {
        Ok(document) => document,
        Err(problem) => {
            problems::hold(&[problem], text);
            return Corpus::Keep;
        }
    };
    let (profile, found) = read_all(&document);
    problems::hold(&found, text);
    if let Some(toml) = as_toml(&document) {
        let (again, broken) = document::toml(&toml, 0);
        assert!(broken.is_empty(), "{broken:?}: {toml}");
        same(&document, &again);
    }
    if found.is_empty() {
        planned(profile, &document);
    }
    Corpus::Keep
}

/// The same document in two formats is the same profile, or has the same problems.
fn same(one: &Node, other: &Node) {
    let ((profile, problems), (again, others)) = (read_all(one), read_all(other));
    assert_eq!(profile, again);
    assert_eq!(problems.is_empty(), others.is_empty(), "{problems:?} {others:?}");
    // A date is text in JSON, and messages say what kind of value it is.
    if !has_date(one) && !has_date(other) {
        let told = |problems: &[Problem]| {
            let mut all: Vec<String> = problems.iter().map(Problem::to_string).collect();
            all.sort();
            all
        };
        assert_eq!(told(&problems), told(&others));
    }
}

/// Plans a profile and holds what comes of it to what is promised.
pub fn planned(profile: runplan::profile::Profile, document: &Node) {
    if let Ok(request) = Request::new(profile, MONDAY).check() {
        let outcome = weeks::hold(&request, Some(document));
        // Only the name and the places are text of the runner's own; the rest is the same as without them.
        if request.profile.name.is_some() || !request.profile.places.is_empty() {
            weeks::outputs(&request, &outcome);
        }
    }
}
