//! The schemas of what goes in, a profile and a season file, and the pages that are made from the registries.

mod changed_documents;
mod keys;
pub mod makers;
pub mod pages;
mod rules;
mod schema;
mod starter;

use runplan::input::document;
use runplan::profile;
use serde_json::{Value, json};

/// A profile in which almost every key stands.
fn sound() -> Value {
    json!({
        "name": "Maya", "season": "race-prep", "level": "novice", "age": 38,
        "runs": {"days": ["tue", "Thursday", "sun"], "long": "sun", "speed": "thu", "minutes": {"easy": 40, "sun": 100}, "keep": "all"},
        "strength": {"equipment": ["dumbbell"], "days": ["mon", "wed"], "sessions": 2, "minutes": 20, "placement": "stack", "at": {"mon": "gym"}},
        "rest": {"min": 1, "target": 2}, "mobility": {"sessions": 2}, "cross": {"sessions": 1, "minutes": 40},
        "health": {"pain": false}, "time": {"weekday": ["06:30-07:45"], "sat": 120, "mon": "17:00-18:30", "every-day": 120},
        "race": {"date": "2027-02-14", "distance": "half"}, "places": {"gym": {"equipment": ["barbell"]}},
    })
}

fn read(value: &Value) -> Result<profile::Profile, Vec<runplan::input::Problem>> {
    profile::read(&document::json(&value.to_string(), 0).expect("JSON"))
}
