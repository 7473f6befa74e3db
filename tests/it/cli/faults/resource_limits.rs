//! Little memory, few files, few threads, a small disk.

use crate::cli::program::{Folder, LINE, given, ran, shell};

/// KiB of addresses: what the program and its libraries take, and not much more.
const MEMORY: u32 = 200_000;

#[test]
fn a_huge_profile_is_refused_in_little_memory() {
    let folder = Folder::new("huge");
    let huge = std::fs::File::create(folder.join("huge.toml")).expect("a file");
    huge.set_len(100 << 20).expect("a sparse file");
    for (command, most) in [
        ("week --profile huge.toml", 1),
        ("week --profile - < huge.toml", 1),
        ("week --profile p.toml --season ./huge.toml", 1),
        ("exercises --own huge.toml", 1),
        ("config --profile huge.toml", 1),
        ("week --profile /dev/zero", 1),
        ("check huge.toml", 16),
        ("compare huge.toml p.toml", 16),
        ("week --profile p.toml --busy huge.toml", 64),
    ] {
        let line = format!("ulimit -v {MEMORY} && exec \"$R\" {command}");
        ran(shell(&line).current_dir(&folder.0)).is(2, &format!("is larger than {most} MiB"));
    }
    let line = format!("ulimit -v {MEMORY} && exec \"$R\" batch --profiles huge.toml p.toml");
    let ran = ran(shell(&line).current_dir(&folder.0));
    assert_eq!((ran.code, ran.text().lines().count()), (Some(1), 2));
}

#[test]
fn a_huge_line_of_a_batch_is_passed_over_in_little_memory() {
    let line = format!(
        "ulimit -v {MEMORY} && {{ head -c 52428800 /dev/zero; echo; echo '{LINE}'; }} | \"$R\" batch --threads 2"
    );
    let ran = ran(&mut shell(&line));
    let text = ran.text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((ran.code, lines.len()), (Some(1), 2), "{}", ran.err);
    assert!(lines[0].contains("\"line\":1") && lines[0].contains("longer than 1 MiB"));
    assert!(lines[1].starts_with("{\"schema\":\"runplan.week/1\""));
}

#[test]
fn as_many_threads_as_the_system_gives_do() {
    for threads in ["1", "16", "1024"] {
        let line = format!("exec \"$R\" batch --threads {threads}");
        let ran = given(&mut shell(&line), format!("{LINE}\n").repeat(50).as_bytes());
        assert_eq!(ran.is(0, "").text().lines().count(), 50);
    }
    // The limit does not hold for root.
    let few = given(
        &mut shell("{ ulimit -p 1 2>/dev/null || ulimit -u 1; } && exec \"$R\" batch --threads 16"),
        LINE.as_bytes(),
    );
    if few.code != Some(0) {
        few.is(2, "error: the system starts no thread");
    }
    for (threads, reason) in [("0", "0 is not in 1..=1024"), ("1000000000", "is not in 1..=1024"), ("-1", "")]
    {
        let ran = ran(crate::cli::program::runplan("batch").arg("--threads").arg(threads));
        assert!(ran.code == Some(2) && ran.err.contains(reason), "{ran:?}");
    }
}

#[test]
fn few_files_are_enough_or_told() {
    let folder = Folder::new("few");
    folder.write("lines", LINE);
    let run = |line: &str| ran(shell(line).current_dir(&folder.0));
    run("ulimit -n 8 && exec \"$R\" week --profile p.toml").is(0, "");
    run("ulimit -n 8 && exec \"$R\" week --profile p.toml -o w.json").is(0, "");
    run(
        "ulimit -n 8 && exec \"$R\" batch --profiles p.toml p.toml p.toml p.toml p.toml p.toml p.toml p.toml",
    )
    .is(0, "");
    // Each of them is opened at the start, so that a wrong name is told before anything is planned.
    run("ulimit -n 8 && exec \"$R\" batch lines lines lines lines lines lines lines lines lines")
        .is(2, "error: cannot read lines: Too many open files");
    folder.write("w.json", "old");
    let ran = run("ulimit -n 4 && exec \"$R\" week --profile p.toml -o w.json");
    ran.is(3, "error: cannot write w.json: Too many open files");
    assert_eq!(folder.read("w.json"), "old");
}

#[test]
fn a_file_that_grows_too_large_leaves_the_old_one() {
    let folder = Folder::new("large");
    folder.write("w.json", "old");
    let before = folder.names();
    let line = "trap '' XFSZ && ulimit -f 1 && exec \"$R\" week --profile p.toml -o w.json";
    ran(shell(line).current_dir(&folder.0)).is(3, "error: cannot write w.json: File too large");
    assert_eq!((folder.read("w.json").as_str(), folder.names()), ("old", before.clone()));
    let line = "trap '' XFSZ && ulimit -f 1 && exec \"$R\" init --yes --days tue,sun new.toml";
    ran(shell(line).current_dir(&folder.0)).is(3, "error: cannot write new.toml: File too large");
    assert_eq!(folder.names(), before, "half a profile is none");
    // Killed in the middle of writing: what was begun may be left, under another name.
    let line = "ulimit -f 1 && exec \"$R\" week --profile p.toml -o w.json";
    ran(shell(line).current_dir(&folder.0));
    assert_eq!(folder.read("w.json"), "old");
}
