//! Streams that are closed, full or without a reader; inputs that are no plain files.

use super::commands::COMMANDS;
use crate::cli::program::{Folder, LINE, PROFILE, given, ran, runplan, shell};
use std::process::{Command, Stdio};

#[test]
fn closed_streams_are_survived() {
    let folder = Folder::new("closed");
    for (closed, code) in [("<&-", 0), ("2>&-", 0), ("<&- 2>&-", 0)] {
        let line = format!("exec \"$R\" week --profile p.toml {closed}");
        ran(shell(&line).current_dir(&folder.0)).is(code, "");
    }
    ran(&mut shell("exec \"$R\" week --profile - <&-")).is(2, "error: standard input is empty");
    ran(&mut shell("exec \"$R\" week --profile nowhere 2>&-")).is(2, "");
    assert!(ran(&mut shell("exec \"$R\" batch <&-")).is(0, "").out.is_empty());
    // A file that is opened while standard output is closed does not take its place.
    let line = "exec \"$R\" week --profile p.toml -o w.json >&-";
    ran(shell(line).current_dir(&folder.0)).is(0, "");
    assert!(folder.read("w.json").ends_with("}\n"));
}

#[test]
fn an_answer_without_a_standard_output_is_exit_3_for_every_command() {
    let folder = Folder::new("nowhere");
    let more = [("--help", ""), ("--version", ""), ("week --help", ""), ("why-not --help", "")];
    for (command, input) in COMMANDS.into_iter().chain(more) {
        for closed in [">&-", "<&- >&-"] {
            if closed.starts_with('<') && !input.is_empty() {
                continue;
            }
            let _ = std::fs::remove_file(folder.join("runplan.toml"));
            let line = format!("exec \"$R\" {command} {closed}");
            let ran = given(shell(&line).current_dir(&folder.0), input.as_bytes());
            ran.is(3, "error: cannot write").is(3, "it is closed");
        }
        let _ = std::fs::remove_file(folder.join("runplan.toml"));
        let line = format!("exec \"$R\" {command} >&- 2>&-");
        assert_eq!(given(shell(&line).current_dir(&folder.0), input.as_bytes()).code, Some(3), "{command}");
        // Nobody who throws the answer away is told that it cannot be written.
        let _ = std::fs::remove_file(folder.join("runplan.toml"));
        let line = format!("exec \"$R\" {command} 1<>/dev/null");
        given(shell(&line).current_dir(&folder.0), input.as_bytes()).is(0, "");
    }
    let files = "exec \"$R\" batch --profiles p.toml >&-";
    ran(shell(files).current_dir(&folder.0)).is(3, "error: cannot write the answers: it is closed");
    // What asks for no output is done without one.
    ran(shell("exec \"$R\" week --profile p.toml -o w.ics >&-").current_dir(&folder.0)).is(0, "");
    assert!(folder.read("w.ics").ends_with("END:VCALENDAR\r\n"));
    ran(shell("exec \"$R\" week --profile p.toml -o /dev/stdout >&-").current_dir(&folder.0))
        .is(3, "it is closed");
    ran(shell("exec \"$R\" week --profile nowhere >&-").current_dir(&folder.0)).is(2, "error: cannot read");
    assert_eq!(given(&mut shell("exec \"$R\" batch >&-"), b"").code, Some(0), "nothing in, nothing out");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_exit_3_for_every_command() {
    let folder = Folder::new("full");
    for (command, input) in
        COMMANDS.into_iter().chain([("--help", ""), ("--version", ""), ("week --help", "")])
    {
        let _ = std::fs::remove_file(folder.join("runplan.toml"));
        let line = format!("exec \"$R\" {command} >/dev/full");
        let ran = given(shell(&line).current_dir(&folder.0), input.as_bytes());
        ran.is(3, "error: cannot write");
        assert!(ran.err.contains("No space left"), "{}", ran.err);
    }
    let files = "exec \"$R\" batch --profiles p.toml >/dev/full";
    ran(shell(files).current_dir(&folder.0)).is(3, "error: cannot write the answers: No space left");
    ran(shell("exec \"$R\" week --profile p.toml -o /dev/full").current_dir(&folder.0))
        .is(3, "error: cannot write /dev/full: No space left");
    // Nobody hears of it, but the code is the same.
    ran(&mut shell("exec \"$R\" week --profile nowhere 2>/dev/full")).is(2, "");
}

/// Starts it with a pipe as standard output that nobody reads.
fn unread(command: &mut Command) -> Command {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    command.stdout(writer);
    std::mem::replace(command, Command::new("true"))
}

#[test]
fn a_reader_that_is_gone_is_a_quiet_end_for_every_command() {
    let folder = Folder::new("gone");
    for (command, input) in COMMANDS.into_iter().chain([("--help", ""), ("--version", "")]) {
        let _ = std::fs::remove_file(folder.join("runplan.toml"));
        let ran =
            given(unread(runplan(command).current_dir(&folder.0)).stdin(Stdio::piped()), input.as_bytes());
        ran.is(0, "");
        assert!(!ran.err.to_lowercase().contains("pipe"), "{}", ran.err);
    }
    // Where the signal is not ignored, as in a shell's pipeline.
    let many = format!("{LINE}\n").repeat(2000);
    let ran = given(&mut shell("\"$R\" batch 2>&1 | head -1"), many.as_bytes());
    assert_eq!(ran.text().lines().count(), 1, "{ran:?}");
    assert!(ran.text().starts_with("{\"schema\":\"runplan.week/1\""));
}

#[test]
fn a_profile_comes_from_wherever_it_can_be_read() {
    let folder = Folder::new("inputs");
    let plan = |line: &str| ran(shell(line).current_dir(&folder.0)).is(0, "").text();
    let wanted = plan("\"$R\" week --week 2026-W48 --profile p.toml");
    assert!(wanted.starts_with("Base"));
    for line in [
        "\"$R\" week --week 2026-W48 --profile - < p.toml",
        "cat p.toml | \"$R\" week --week 2026-W48 --profile -",
        "cat p.toml | \"$R\" week --week 2026-W48 --profile /dev/stdin",
        // What a shell makes of `<(…)`.
        "cat p.toml | \"$R\" week --week 2026-W48 --profile /dev/fd/3 3<&0 </dev/null",
        "mkfifo fifo && { cat p.toml > fifo & \"$R\" week --week 2026-W48 --profile fifo; }",
        "cp p.toml ./- && \"$R\" week --week 2026-W48 --profile ./- </dev/null",
        "RUNPLAN_PROFILE=- \"$R\" week --week 2026-W48 < p.toml",
    ] {
        assert_eq!(plan(line), wanted, "{line}");
    }
    let lines = "\"$R\" batch --week 2026-W48 --profiles - < p.toml";
    assert!(plan(lines).starts_with("{\"schema\":\"runplan.week/1\""));
    let twice = "exec \"$R\" check - - < p.toml";
    ran(shell(twice).current_dir(&folder.0)).is(2, "error: standard input can be read only once");
    ran(&mut runplan("week --profile /dev/null")).is(2, "error: /dev/null is empty");
}

#[test]
fn marks_and_line_ends_of_other_systems_are_read() {
    let plain = given(&mut runplan("week --week 2026-W48 --profile -"), PROFILE.as_bytes());
    plain.is(0, "");
    for text in [
        PROFILE.replace('\n', "\r\n"),
        format!("\u{feff}{PROFILE}"),
        LINE.to_owned(),
        format!("\u{feff}{LINE}\r\n"),
    ] {
        let other = given(&mut runplan("week --week 2026-W48 --profile -"), text.as_bytes());
        assert_eq!(other.is(0, "").text(), plain.text(), "{text:?}");
    }
    let lines =
        given(&mut runplan("batch --week 2026-W48"), format!("\u{feff}{LINE}\r\n{LINE}\r\n").as_bytes());
    let lines = lines.text();
    let all: Vec<_> = lines.lines().collect();
    assert_eq!(all.len(), 2);
    assert_eq!(all[0], all[1], "a mark before the first line and carriage returns say nothing");
}
