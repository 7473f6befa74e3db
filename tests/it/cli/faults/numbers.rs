//! Numbers that nobody means, in every field of a profile that takes one.

use crate::cli::program::{PROFILE, given, ran, runplan};
use serde_json::{Map, Value, json};

/// The keys that take a whole number, by the profile's own schema.
fn keys(schema: &Value, part: &Value, path: &str, found: &mut Vec<String>) {
    if let Some(name) = part["$ref"].as_str() {
        let part = schema.pointer(name.trim_start_matches('#')).expect("a part");
        return keys(schema, part, path, found);
    }
    let whole = part["type"] == "integer"
        || part["type"].as_array().is_some_and(|all| all.contains(&json!("integer")));
    if whole && !found.iter().any(|known| known == path) {
        found.push(path.to_owned());
    }
    for several in ["anyOf", "oneOf", "allOf"] {
        for part in part[several].as_array().into_iter().flatten() {
            keys(schema, part, path, found);
        }
    }
    for (key, part) in part["properties"].as_object().into_iter().flatten() {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        keys(schema, part, &path, found);
    }
}

/// A profile as JSON with one key more.
fn with(path: &str, number: &str) -> String {
    let mut profile = json!({"season": "base", "runs": {"days": ["tue", "sun"]}});
    let mut at = &mut profile;
    for part in path.split('.') {
        at = at.as_object_mut().expect("a table").entry(part).or_insert_with(|| Value::Object(Map::new()));
    }
    *at = json!("NUMBER");
    profile.to_string().replace("\"NUMBER\"", number)
}

#[test]
fn every_number_has_a_range_that_is_told() {
    let schema: Value = serde_json::from_slice(&ran(&mut runplan("schema profile")).out).expect("JSON");
    let mut found = Vec::new();
    keys(&schema, &schema, "", &mut found);
    assert!(found.len() >= 30, "{found:?}");
    for key in ["age", "runs.minutes.easy", "time.sat", "health.postpartum_weeks", "runs.keep"] {
        assert!(found.iter().any(|known| known == key), "{key} of {found:?}");
    }
    let mut lines = String::new();
    for key in &found {
        for number in ["1000000000", "1e300", "-1", "18446744073709551616"] {
            // In TOML a number past 64 bits is a slip of the syntax.
            let range = if number.len() > 12 { "error:" } else { "from" };
            let ran = given(
                runplan("week --profile -").arg("--set").arg(format!("{key}={number}")),
                PROFILE.as_bytes(),
            );
            assert!(
                ran.code == Some(2) && ran.err.contains(range) && ran.out.is_empty(),
                "{key}={number}: {ran:?}"
            );
            lines += &(with(key, number) + "\n");
        }
    }
    let one = with(&found[0], "1000000000");
    given(&mut runplan("week --profile -"), one.as_bytes()).is(2, "from");
    let batch = given(&mut runplan("batch"), lines.as_bytes());
    assert_eq!(batch.code, Some(1), "{}", batch.err);
    let text = batch.text();
    assert_eq!(text.lines().count(), found.len() * 4);
    for (asked, answer) in lines.lines().zip(text.lines()) {
        let answer: Value = serde_json::from_str(answer).expect("JSON");
        let told = format!("{} {}", answer["message"], answer["hint"]);
        assert!(answer["schema"] == "runplan.error/1" && told.contains(" from "), "{asked}: {answer}");
    }
}
