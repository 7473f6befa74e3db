//! Nesting without end, and values without end.

use crate::cli::program::{LINE, given, ran, runplan};

const DEEP: usize = 50_000;
/// An argument has less room than a file.
const SHORTER: usize = 30_000;

#[test]
fn deep_files_are_errors() {
    for text in [
        format!("a={}", "[".repeat(DEEP)),
        format!("a={}", "{a=".repeat(DEEP)),
        format!("{}b=1", "a.".repeat(DEEP)),
        format!("[{}b]", "a.".repeat(DEEP)),
        format!("[[{}b]]", "a.".repeat(DEEP)),
        "[".repeat(DEEP),
        "{\"a\":".repeat(DEEP),
        format!("{{\"a\":{}", "[".repeat(DEEP)),
        format!("{{\"runs\":{}{}}}", "[".repeat(DEEP), "]".repeat(DEEP)),
    ] {
        for command in ["week --profile -", "check -", "config --profile -", "week --season /dev/stdin"] {
            given(&mut runplan(command), text.as_bytes()).is(2, "error:");
        }
        let ran = given(&mut runplan("batch"), format!("{text}\n{LINE}\n").as_bytes());
        assert_eq!((ran.code, ran.text().lines().count()), (Some(1), 2));
    }
}

#[test]
fn deep_settings_are_errors() {
    for set in [
        format!("{}b=1", "a.".repeat(SHORTER)),
        format!("a={}", "[".repeat(SHORTER)),
        format!("a={}", "{a=".repeat(SHORTER)),
    ] {
        for command in ["week --set", "batch --set", "check - --set", "config --set"] {
            ran(runplan(command).arg(&set)).is(2, "error:");
        }
    }
    ran(runplan("week --set").arg(format!("{}b=1", "a.".repeat(SHORTER))))
        .is(2, "the key has more than 16 parts");
}

#[test]
fn many_problems_are_counted_and_long_words_survive() {
    let many = (0..2000).map(|number| format!("key{number} = 1\n")).collect::<Vec<_>>().concat();
    let ran = given(&mut runplan("week --profile -"), many.as_bytes());
    ran.is(2, "more problems");
    assert!(ran.err.len() < 20_000, "{}", ran.err.len());
    let long = format!("name = \"{}\"\nseason = \"base\"\n[runs]\ndays = [\"tue\"]\n", "é".repeat(200_000));
    let ran = given(&mut runplan("week --profile -"), long.as_bytes());
    assert!(matches!(ran.code, Some(0 | 2)), "{}", ran.err.len());
}
