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

/// The threads of a batch that has answered some lines and waits for more.
#[cfg(target_os = "linux")]
fn threads(flag: &str, lines: usize) -> usize {
    use std::io::{BufRead as _, BufReader, Write as _};
    let mut child = super::program::piped(&mut runplan(&format!("batch --week 2026-W48 {flag}")));
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for _ in 0..lines {
        writeln!(input, "{}", super::program::LINE).expect("written");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("a line");
    }
    let tasks = std::fs::read_dir(format!("/proc/{}/task", child.id())).expect("it runs").count();
    drop(input);
    assert!(child.wait().expect("it ends").success());
    tasks
}

#[cfg(target_os = "linux")]
#[test]
fn no_more_threads_are_started_than_there_is_work_for() {
    // The one that writes, the one that reads and the one that waits for signals.
    let others = 3;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    for (flag, lines) in [
        ("--threads 1000", 0),
        ("--threads 1000", 1),
        ("--threads 1024", 3),
        ("--threads 2", 3),
        ("--threads 1", 9),
        ("", 3),
        ("--threads 1000", 200),
    ] {
        let most = lines.clamp(1, cores * 4) + others;
        let started = threads(flag, lines);
        assert!(started <= most, "{flag}, {lines} lines: {started} threads, {most} at most");
    }
}
