//! Interrupts: whole lines, whole files.

use crate::cli::program::{Folder, LINE, ended, piped, runplan};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command};

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").arg(format!("-{name}")).arg(child.id().to_string()).status();
    assert!(sent.expect("kill").success());
}

#[test]
fn an_interrupted_batch_has_written_whole_lines() {
    for name in ["INT", "TERM"] {
        let mut child = piped(&mut runplan("batch --week 2026-W48 --summary"));
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
        assert!(text.ends_with('\n'), "{text}");
        for line in text.lines() {
            let _: serde_json::Value = serde_json::from_str(line).expect("a whole line");
        }
        // TERM has no handler where only INT has one.
        let by_signal = name == "TERM" && ran.code.is_none();
        assert!(ran.code == Some(130) || by_signal, "{ran:?}");
        let lines = text.lines().count();
        let said = format!("interrupted after {lines} line{}\n", if lines == 1 { "" } else { "s" });
        assert_eq!(ran.err, if by_signal { String::new() } else { said });
    }
}

/// Whether interrupts come through: what a script starts in the background ignores them, and so do its children.
fn interrupts() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_none_or(|mask| mask & 2 == 0)
}

#[test]
fn an_interrupt_before_the_file_is_written_leaves_the_old_one() {
    if !interrupts() {
        return;
    }
    let folder = Folder::new("interrupt");
    folder.write("w.json", "old");
    let mut child = piped(runplan("week --profile - -o w.json").current_dir(&folder.0));
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(b"season = 'base'\n[runs]\n").expect("written");
    signal(&child, "INT");
    let output = child.wait_with_output().expect("it ends");
    drop(input);
    assert_eq!(output.status.signal(), Some(2), "as any program that does not handle it");
    let ran = ended(output);
    assert!(ran.out.is_empty() && ran.err.is_empty(), "{ran:?}");
    assert_eq!(
        (folder.read("w.json").as_str(), folder.names()),
        ("old", vec!["p.toml".to_owned(), "w.json".to_owned()])
    );
}
