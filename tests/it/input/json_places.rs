//! The place of a key in a JSON text, which reading does not keep.

use runplan::input::document::json_place;

#[test]
fn a_value_is_found_by_its_key() {
    let text = "\u{feff}{ \"name\": \"Zoë\",\n  \"runs\": {\"days\": [\"tue\"], \"long\": \"sat\"} }";
    let found = |key| json_place(text, key).and_then(|span| text.get(span));
    assert_eq!(found("runs.long"), Some("\"long\": \"sat\""));
    assert_eq!(found("runs.days"), Some("\"days\": [\"tue\"]"));
    assert_eq!(found("name"), Some("\"name\": \"Zoë\""));
    assert_eq!(found("runs.days[0]"), Some("\"tue\""));
    assert_eq!(found("runs.days[1]"), None);
    assert_eq!(found("runs.speed"), None);
    assert_eq!(found("name.first"), None);
    assert_eq!(json_place("{", "runs"), None);
}
