//! Signals that ask for the end: whole lines, whole files, nothing left behind.

use crate::cli::program::{Folder, LINE, Ran, ended, piped, runplan, shell};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command};

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").arg(format!("-{name}")).arg(child.id().to_string()).status();
    assert!(sent.expect("kill").success());
}

/// The signals with their exit codes. After `nohup` the end of the terminal asks for nothing.
fn signals() -> Vec<(&'static str, i32)> {
    let all = [("INT", 130), ("TERM", 143), ("HUP", 129)];
    all.into_iter().filter(|(name, _)| *name != "HUP" || comes_through(1)).collect()
}

/// Whether a signal comes through: what a script starts in the background ignores some, and so do its children.
fn comes_through(number: u32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_none_or(|mask| mask & (1 << (number - 1)) == 0)
}

/// That whole lines were written, and that their number was said.
fn whole_lines(text: &str, ran: &Ran, code: i32) {
    assert_eq!(ran.code, Some(code), "{ran:?}");
    assert!(text.is_empty() || text.ends_with('\n'), "{text}");
    for line in text.lines() {
        let _: serde_json::Value = serde_json::from_str(line).expect("a whole line");
    }
    let lines = text.lines().count();
    let said = format!("interrupted after {lines} line{}\n", if lines == 1 { "" } else { "s" });
    assert_eq!(ran.err, said);
}

#[test]
fn a_batch_that_waits_has_written_whole_lines() {
    for (name, code) in signals() {
        for flags in ["", "--summary", "--threads 7 --detail brief"] {
            let mut child = piped(&mut runplan(&format!("batch --week 2026-W48 {flags}")));
            // The input stays open: without the signal it would wait for ever.
            let mut input = child.stdin.take().expect("a pipe");
            input.write_all(format!("{LINE}\n").repeat(3).as_bytes()).expect("written");
            let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
            let mut text = String::new();
            output.read_line(&mut text).expect("a line");
            signal(&child, name);
            output.read_to_string(&mut text).expect("text");
            let ran = ended(child.wait_with_output().expect("it ends"));
            drop(input);
            whole_lines(&text, &ran, code);
        }
    }
}

#[test]
fn a_batch_in_the_middle_of_its_work_has_written_whole_lines() {
    for (name, code) in signals() {
        for taken in [1, 40, 200] {
            let mut child = piped(&mut runplan("batch --week 2026-W48"));
            let mut input = child.stdin.take().expect("a pipe");
            // More than ends before the signal comes, whatever the machine; it stops reading at the end.
            let feeder = std::thread::spawn(move || {
                let lines = format!("{LINE}\n").repeat(64);
                while input.write_all(lines.as_bytes()).is_ok() {}
            });
            let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
            let mut text = String::new();
            for _ in 0..taken {
                output.read_line(&mut text).expect("a line");
            }
            signal(&child, name);
            output.read_to_string(&mut text).expect("text");
            let ran = ended(child.wait_with_output().expect("it ends"));
            feeder.join().expect("it ends");
            whole_lines(&text, &ran, code);
        }
    }
}

#[test]
fn files_of_profiles_are_answered_in_whole_lines_too() {
    let folder = Folder::new("profiles");
    for (name, code) in signals() {
        let mut command = runplan("batch --week 2026-W48 --profiles");
        command.args(std::iter::repeat_n("p.toml", 20_000)).current_dir(&folder.0);
        let mut child = piped(&mut command);
        let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut text = String::new();
        output.read_line(&mut text).expect("a line");
        signal(&child, name);
        output.read_to_string(&mut text).expect("text");
        let ran = ended(child.wait_with_output().expect("it ends"));
        assert!(text.lines().count() < 20_000, "it was ended early");
        whole_lines(&text, &ran, code);
    }
}

#[test]
fn a_batch_that_nobody_reads_ends_all_the_same() {
    for (name, code) in signals() {
        let mut child = piped(&mut runplan("batch --week 2026-W48"));
        let mut input = child.stdin.take().expect("a pipe");
        let feeder = std::thread::spawn(move || {
            let lines = format!("{LINE}\n").repeat(64);
            while input.write_all(lines.as_bytes()).is_ok() {}
        });
        let mut output = child.stdout.take().expect("a pipe");
        let mut first = [0];
        output.read_exact(&mut first).expect("a byte");
        signal(&child, name);
        // The pipe stays open and full.
        assert_eq!(child.wait().expect("it ends").code(), Some(code), "{name}");
        feeder.join().expect("it ends");
        drop(output);
    }
}

#[test]
fn after_nohup_the_end_of_the_terminal_ends_nothing() {
    let mut child = piped(&mut shell("trap '' HUP; exec \"$R\" batch --week 2026-W48"));
    let mut input = child.stdin.take().expect("a pipe");
    writeln!(input, "{LINE}").expect("written");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut text = String::new();
    output.read_line(&mut text).expect("a line");
    signal(&child, "HUP");
    writeln!(input, "{LINE}").expect("it reads on");
    drop(input);
    output.read_to_string(&mut text).expect("text");
    let ran = ended(child.wait_with_output().expect("it ends"));
    assert_eq!((ran.code, text.lines().count()), (Some(0), 2), "{ran:?}");
}

#[test]
fn an_interrupt_before_the_file_is_written_leaves_the_old_one() {
    for (name, number) in [("INT", 2), ("TERM", 15), ("HUP", 1)] {
        if !comes_through(number) {
            continue;
        }
        let folder = Folder::new("interrupt");
        folder.write("w.json", "old");
        let mut child = piped(runplan("week --profile - -o w.json").current_dir(&folder.0));
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(b"season = 'base'\n[runs]\n").expect("written");
        signal(&child, name);
        let output = child.wait_with_output().expect("it ends");
        drop(input);
        assert_eq!(
            output.status.signal(),
            i32::try_from(number).ok(),
            "as any program that does not handle it"
        );
        let ran = ended(output);
        assert!(ran.out.is_empty() && ran.err.is_empty(), "{ran:?}");
        assert_eq!((folder.read("w.json").as_str(), folder.names().len()), ("old", 2));
    }
}

#[test]
fn a_signal_at_any_moment_leaves_one_whole_file_and_no_other() {
    let folder = Folder::new("moments");
    for round in 0..60 {
        let (name, number) = [("INT", 2), ("TERM", 15), ("HUP", 1)][round % 3];
        if !comes_through(number) {
            continue;
        }
        let file = ["w.html", "w.json", "w.ics", "w.svg"][round % 4];
        let mut child =
            piped(runplan("week --profile p.toml --week 2026-W48 -o").arg(file).current_dir(&folder.0));
        // Other moments of its work from round to round; which they are decides about nothing.
        std::thread::sleep(std::time::Duration::from_micros(200 * round as u64));
        signal(&child, name);
        let _ = child.wait();
        let others: Vec<_> =
            folder.names().into_iter().filter(|name| name != "p.toml" && !name.starts_with("w.")).collect();
        assert!(others.is_empty(), "{round}: {others:?}");
        if let Ok(text) = std::fs::read_to_string(folder.join(file)) {
            let end = [">\n", "}\n", "END:VCALENDAR\r\n", ">\n"][round % 4];
            assert!(text.trim_end().ends_with(end.trim_end()), "{round}: {file}");
        }
    }
}
