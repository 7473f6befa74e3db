//! The weeks that were worked out by hand come out exactly, and so do the refusals.
#![allow(missing_docs)]

use runplan::day::{Day, Days};
use runplan::document;
use runplan::profile::{self, Profile};
use runplan::rules::MONDAY;
use runplan::score::Level;
use runplan::solve::{Ask, RuleSet, Situation, best_week, clash};
use runplan::word::Word;
use serde_json::Value;

fn worked() -> Value {
    serde_json::from_str(include_str!("worked-weeks.json")).expect("JSON")
}

fn situation(value: &Value) -> Situation<'static> {
    let node = document::json(&value["profile"].to_string(), 0).expect("JSON");
    let profile: Profile = profile::read(&node).expect("a valid profile");
    Situation { profile, season: None, monday: MONDAY, block: Days::NONE }
}

#[test]
fn every_worked_week_comes_out_exactly() {
    for week in worked()["weeks"].as_array().expect("weeks") {
        let id = &week["id"];
        let situation = situation(week);
        let facts = situation.facts();
        let best =
            best_week(&facts, RuleSet::all(), &Ask::default()).unwrap_or_else(|| panic!("{id} has a week"));
        for (day, expected) in Day::ALL.iter().zip(week["expected"].as_array().expect("days")) {
            let plan = best.week[day.index()];
            let run = expected["run"].as_str().unwrap_or("off");
            assert_eq!(plan.run.id(), run, "{id} {day:?}: run; {best:?}");
            if plan.run.is_run() {
                assert_eq!(
                    Some(u64::from(facts.runs[day.index()].minutes)),
                    expected["run_minutes"].as_u64(),
                    "{id} {day:?}"
                );
            }
            assert_eq!(
                plan.strength.id(),
                expected["strength"].as_str().unwrap_or("none"),
                "{id} {day:?}: strength"
            );
            assert_eq!(
                plan.mobility,
                expected["mobility"].as_bool().unwrap_or(false),
                "{id} {day:?}: mobility"
            );
        }
        for level in &Level::ALL[1..] {
            assert_eq!(
                Some(u64::from(best.score.on(*level))),
                week["score"][level.id()].as_u64(),
                "{id}: {level}"
            );
        }
    }
}

#[test]
fn every_worked_refusal_names_its_rules_and_facts() {
    for refusal in worked()["refusals"].as_array().expect("refusals") {
        let id = &refusal["id"];
        let situation = situation(refusal);
        assert!(best_week(&situation.facts(), RuleSet::all(), &Ask::default()).is_none(), "{id} has no week");
        let conflict = clash(&situation);
        let mut rules: Vec<_> = conflict.rules.iter().map(|rule| rule.id).collect();
        rules.sort_unstable();
        let mut expected: Vec<_> =
            refusal["rules"].as_array().expect("rules").iter().filter_map(Value::as_str).collect();
        expected.sort_unstable();
        assert_eq!(rules, expected, "{id}");
        for fact in refusal["facts"].as_array().expect("facts") {
            assert!(conflict.facts.iter().any(|known| Some(known.key) == fact.as_str()), "{id}: {fact}");
        }
    }
}
