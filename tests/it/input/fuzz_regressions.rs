//! What fuzzing found: each of these inputs broke a promise once.

use runplan::input::Problem;
use runplan::input::document;

/// Whether every place of the problems is a part of the text.
fn inside(problems: &[Problem], text: &str) -> bool {
    let spans = problems.iter().flat_map(|problem| &problem.marks).filter_map(|mark| mark.place.span.clone());
    spans.into_iter().all(|span| text.get(span).is_some())
}

#[test]
fn an_error_of_json_stands_within_the_text_and_on_whole_characters() {
    for text in [
        "{\"season\": \"base\", \"runs\": {\"days\": [\"tue\"]\n",
        "{\"runs\":{\u{7a4}ays\":[]}}",
        "{\"a\":é}",
        "[",
        "{\"a\": 1}\n\nü",
    ] {
        let problem = document::json(text, 0).expect_err("no JSON");
        assert!(inside(std::slice::from_ref(&problem), text), "{text}: {problem:?}");
    }
}

#[test]
fn places_in_another_order_are_the_same_profile() {
    let read = |text: &str| {
        let node = document::json(text, 0).expect("JSON");
        runplan::profile::read(&node).expect("a profile")
    };
    let runs = r#""season":"base","runs":{"days":["tue","sun"]},"strength":{"place":"home"}"#;
    let one = read(&format!(
        r#"{{{runs},"places":{{"gym":{{"equipment":["barbell"]}},"home":{{"equipment":[]}}}}}}"#
    ));
    let other = read(&format!(
        r#"{{{runs},"places":{{"home":{{"equipment":[]}},"gym":{{"equipment":["barbell"]}}}}}}"#
    ));
    assert_eq!(one, other);
}
