//! What a cold start costs beside a program that only says hello, built by the same compiler with the same settings and run
//! in turn with it: times of one run, instructions where valgrind is there to count them, peak memory where `time` is.
#![allow(missing_docs)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Starts of each program; the median counts.
const STARTS: usize = 400;
/// What only says hello.
const HELLO: &str = "fn main() { println!(\"hello\"); }\n";
/// The settings of the release profile; `cargo bench` unwinds where that aborts.
const SETTINGS: &[&str] =
    &["-Copt-level=3", "-Clto=fat", "-Ccodegen-units=1", "-Cstrip=symbols", "--edition=2024"];

/// A program with its arguments.
struct Start {
    name: &'static str,
    words: Vec<PathBuf>,
}

impl Start {
    fn new(name: &'static str, program: &Path, args: &[&str]) -> Self {
        let words = std::iter::once(program.to_owned()).chain(args.iter().map(PathBuf::from)).collect();
        Self { name, words }
    }

    /// The program, behind some other words, in a directory without a profile.
    fn after(&self, before: &[&str], home: &Path) -> Command {
        let mut words = before.iter().map(PathBuf::from).chain(self.words.iter().cloned());
        let mut command = Command::new(words.next().expect("a program"));
        command.args(words).current_dir(home).env("HOME", home).env_remove("XDG_CONFIG_HOME");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn once(&self, home: &Path) -> Duration {
        let start = Instant::now();
        let done = self.after(&[], home).status();
        assert!(done.is_ok_and(|done| done.success()), "{} runs", self.name);
        start.elapsed()
    }

    /// Instructions of a start, as callgrind counts them.
    fn instructions(&self, home: &Path) -> Option<u64> {
        let words = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"];
        let said = self.after(&words, home).stderr(Stdio::piped()).output().ok()?;
        let said = String::from_utf8_lossy(&said.stderr).into_owned();
        said.lines().find_map(|line| line.split_once("Collected :"))?.1.trim().parse().ok()
    }

    /// Peak memory in KiB.
    fn memory(&self, home: &Path) -> Option<u64> {
        let said = self.after(&["time", "-f", "%M"], home).stderr(Stdio::piped()).output().ok()?;
        // What the program says stands before it.
        String::from_utf8_lossy(&said.stderr).lines().next_back()?.trim().parse().ok()
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn main() {
    let home = std::env::temp_dir().join(format!("runplan-start-{}", std::process::id()));
    std::fs::create_dir_all(&home).expect("a temporary directory");
    let (source, hello) = (home.join("hello.rs"), home.join("hello"));
    std::fs::write(&source, HELLO).expect("a temporary file");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let built = Command::new(rustc).args(SETTINGS).arg(&source).arg("-o").arg(&hello).status();
    assert!(built.is_ok_and(|built| built.success()), "rustc builds a program of one line");

    let program = Path::new(env!("CARGO_BIN_EXE_runplan"));
    let profile = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/marathoner.toml");
    let week = ["week", "--week", "2026-W48", "--season", "race-prep"];
    let with_profile = [&week[..], &["--profile", profile]].concat();
    let starts = [
        Start::new("hello", &hello, &[]),
        Start::new("runplan --version", program, &["--version"]),
        Start::new("runplan week", program, &week),
        Start::new("runplan week, a profile", program, &with_profile),
    ];
    let mut times = vec![Vec::with_capacity(STARTS); starts.len()];
    for _ in 0..STARTS {
        for (start, times) in starts.iter().zip(&mut times) {
            times.push(start.once(&home));
        }
    }
    let medians: Vec<f64> = times.into_iter().map(|times| median(times).as_secs_f64() * 1e3).collect();
    println!(
        "{:<26}{:>8}{:>10}{:>8}{:>15}{:>12}",
        "start", "ms", "+ hello", "ratio", "instructions", "peak KiB"
    );
    let shown = |number: Option<u64>| number.map_or_else(|| "-".to_owned(), |number| number.to_string());
    for (start, ms) in starts.iter().zip(&medians) {
        println!(
            "{:<26}{ms:>8.3}{:>10.3}{:>8.2}{:>15}{:>12}",
            start.name,
            ms - medians[0],
            ms / medians[0],
            shown(start.instructions(&home)),
            shown(start.memory(&home)),
        );
    }
    let _ = std::fs::remove_dir_all(&home);
}
