//! Many runners through the program: threads, broken lines, nothing at all.

use super::program::{given, runplan};
use crate::batch::population;
use crate::population::Kind;

#[test]
fn any_number_of_threads_gives_the_same_lines_in_the_same_order() {
    let input = population(Kind::Realistic, 4_000).join("\n");
    let answer = |threads: u8| {
        let mut command = runplan("batch --week 2026-W48 --detail brief --threads");
        given(command.arg(threads.to_string()), input.as_bytes())
    };
    let one = answer(1);
    assert_eq!(one.text().lines().count(), 4_000, "the last line needs no end");
    assert_eq!(one.code, Some(1), "some were refused");
    for threads in [2, 3, 16] {
        assert!(answer(threads).out == one.out, "{threads} threads");
    }
}

#[test]
fn a_line_without_end_is_an_error_in_its_place_and_the_rest_is_planned() {
    let long = format!("{{\"name\":\"{}\"}}", "x".repeat(3 << 20));
    let fine = "{\"season\":\"base\",\"runs\":{\"days\":[\"tue\",\"sun\"],\"long\":\"sun\"}}";
    let input = format!("{fine}\n{long}\n\n{fine}\n");
    let ran = given(&mut runplan("batch --week 2026-W48 --summary"), input.as_bytes());
    let text = ran.text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0].starts_with("{\"schema\":\"runplan.week/1\"") && lines[0] == lines[3]);
    assert!(lines[1].contains("\"line\":2") && lines[1].contains("longer than 1 MiB"));
    assert!(lines[2].contains("\"line\":3"));
    let summary = "4 lines: 2 with a week (2 with warnings), 0 refused, 2 bad\n50 % were known";
    assert!(ran.err.starts_with(summary), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn nothing_in_is_nothing_out() {
    let ran = given(&mut runplan("batch --week 2026-W48"), b"");
    assert_eq!((ran.out.as_slice(), ran.err.as_str(), ran.code), (&[][..], "", Some(0)));
}
