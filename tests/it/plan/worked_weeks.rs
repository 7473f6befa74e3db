//! The weeks that were worked out by hand come out exactly, and so do the refusals.

use runplan::export::{FORMATS, Options};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::{Outcome, plan};
use runplan::profile::{self, Profile};
use runplan::rules::MONDAY;
use runplan::week::score::Level;
use runplan::word::Word;
use serde_json::Value;
use std::collections::BTreeSet;

fn worked() -> Value {
    serde_json::from_str(include_str!("../../worked-weeks.json")).expect("JSON")
}

fn request(value: &Value) -> Request<'static> {
    let text = value["profile"].to_string();
    let node = document::json(&text, 0).expect("JSON");
    let profile: Profile = profile::read(&node).expect("a valid profile");
    Request::new(profile, MONDAY)
}

#[test]
fn every_worked_week_comes_out_exactly() {
    for week in worked()["weeks"].as_array().expect("weeks") {
        let id = &week["id"];
        let outcome = plan(&request(week));
        let document = FORMATS[1].document(&outcome, &Options::default()).expect("a document");
        let document: Value = serde_json::from_str(&document).expect("JSON");
        assert_eq!(document["schema"], "runplan.week/1", "{id} has a week");
        for (day, expected) in
            document["days"].as_array().expect("days").iter().zip(week["expected"].as_array().expect("days"))
        {
            let at = format!("{id} {}", expected["day"]);
            assert_eq!(day["day"], expected["day"]);
            let sessions = day["sessions"].as_array().expect("sessions");
            let of = |kind: &str| {
                sessions.iter().find(|session| session["kind"] == kind).cloned().unwrap_or_default()
            };
            let (run, strength) = (of("run"), of("strength"));
            assert_eq!(run["type"], expected["run"], "{at}: run");
            assert_eq!(run["minutes"], expected["run_minutes"], "{at}: run minutes");
            assert_eq!(strength["type"], expected["strength"], "{at}: strength");
            assert_eq!(strength["class"], expected["class"], "{at}: class");
            assert_eq!(strength["minutes"], expected["strength_minutes"], "{at}: strength minutes");
            assert_eq!(!of("mobility").is_null(), expected["mobility"] == true, "{at}: mobility");
            assert!(of("cross").is_null(), "{at}: cross-training");
            assert_eq!(day["load"], expected["load"], "{at}: load");
        }
        for level in &Level::ALL[1..] {
            assert_eq!(document["score"][level.id()], week["score"][level.id()], "{id}: {level}");
        }
        assert_eq!(document["score"]["hard"], 0);
        let totals = &document["totals"];
        assert_eq!(totals["load"], week["weekly_load"], "{id}");
        assert_eq!(totals["monotony"], week["monotony"], "{id}");
        assert_eq!(totals["strain"], week["strain"], "{id}");
    }
}

#[test]
fn every_worked_refusal_names_its_rules_and_facts() {
    for refusal in worked()["refusals"].as_array().expect("refusals") {
        let id = &refusal["id"];
        let Outcome::Refused(refused) = plan(&request(refusal)) else { panic!("{id} has no week") };
        let rules: BTreeSet<_> = refused.conflict.rules.iter().map(|rule| rule.id).collect();
        let expected: BTreeSet<_> =
            refusal["rules"].as_array().expect("rules").iter().filter_map(Value::as_str).collect();
        assert_eq!(rules, expected, "{id}");
        for fact in refusal["facts"].as_array().expect("facts").iter().filter_map(Value::as_str) {
            assert!(refused.message.contains(fact), "{id}: `{}` names {fact}", refused.message);
        }
    }
}
