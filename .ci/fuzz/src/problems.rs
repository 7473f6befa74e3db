//! What holds for every problem of an input: it has a place in the text, says what to do, and can be shown.

use crate::cli::edge::diagnostics::rendered;
use runplan::input::Problem;
use runplan::wrap::is_unruly;

/// Holds the problems of a text to it.
pub fn hold(problems: &[Problem], text: &str) {
    for problem in problems {
        let said = format!("{problem:?}");
        assert!(!problem.message.trim().is_empty(), "nothing is said: {said}");
        assert!(!problem.marks.is_empty(), "no place: {said}");
        assert!(problem.message.len() <= text.len() * 6 + 2_000, "too much is said: {said}");
        let of_syntax = problem.marks.iter().any(|mark| mark.key.is_empty());
        assert!(of_syntax || problem.hint.is_some(), "no mend: {said}");
        for mark in &problem.marks {
            assert_eq!(mark.place.source, 0, "another text: {said}");
            let Some(span) = &mark.place.span else { continue };
            assert!(span.start <= span.end && span.end <= text.len(), "outside the text: {said}");
            assert!(text.get(span.clone()).is_some(), "within a character: {said}");
        }
    }
    if !problems.is_empty() {
        shown(problems, text);
    }
}

/// Shows problems as the command line does.
fn shown(problems: &[Problem], text: &str) {
    let all = rendered(problems, &vec![("runplan.toml".to_owned(), text.to_owned())]);
    let plain = anstream::adapter::strip_str(&all).to_string();
    let unruly = plain.chars().find(|c| is_unruly(*c));
    assert!(unruly.is_none(), "{unruly:?} reaches the terminal:\n{plain:?}");
    assert!(plain.contains("error"), "{plain}");
}
