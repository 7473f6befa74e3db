//! What can go wrong around the program: streams, files, limits, signals, odd words, odd terminals. Whatever happens it
//! ends with one of its exit codes and a reason, and never panics.
#![cfg(feature = "cli")]
#![allow(missing_docs)]

mod dates;
mod deep;
#[cfg(unix)]
mod files;
#[cfg(target_os = "linux")]
mod limits;
mod numbers;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod streams;
mod terminal;
mod words;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// A profile that plans.
const PROFILE: &str = "season = \"base\"\n[runs]\ndays = [\"tue\", \"sun\"]\nlong = \"sun\"\n";
/// The same as a line of `batch`.
const LINE: &str = r#"{"season":"base","runs":{"days":["tue","sun"],"long":"sun"}}"#;

/// Every command with what it needs, and what it reads from standard input.
const COMMANDS: [(&str, &str); 18] = [
    ("week", ""),
    ("week --format json", ""),
    ("session tue", ""),
    ("today", ""),
    ("why tue", ""),
    ("why-not legs tue", ""),
    ("compare", ""),
    ("check --words", ""),
    ("check -", WEEK),
    ("batch", LINE),
    ("rules", ""),
    ("seasons", ""),
    ("exercises", ""),
    ("init --days tue,sun --yes", ""),
    ("config", ""),
    ("schema profile", ""),
    ("completions bash", ""),
    ("man", ""),
];
/// A week for `check`.
const WEEK: &str = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,rest,easy 40,rest,easy 40,rest,rest,long run 90\n";

/// What nobody's environment may change here.
const ENVIRONMENT: [&str; 12] = [
    "RUNPLAN_PROFILE",
    "SOURCE_DATE_EPOCH",
    "COLUMNS",
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "TERM",
    "TZ",
    "LANG",
    "LC_CTYPE",
    "XDG_CONFIG_DIRS",
    "HOME",
];

/// A command in a clean environment.
fn clean(program: &str) -> Command {
    let mut command = Command::new(program);
    for name in ENVIRONMENT {
        command.env_remove(name);
    }
    command.env("XDG_CONFIG_HOME", "/nonexistent").env("LC_ALL", "C.UTF-8").env("RUST_BACKTRACE", "1");
    command.stdin(Stdio::null());
    command
}

/// The program with arguments that spaces part.
fn runplan(arguments: &str) -> Command {
    let mut command = clean(env!("CARGO_BIN_EXE_runplan"));
    command.args(arguments.split_whitespace());
    command
}

/// A line for the shell, in which `$R` is the program.
#[cfg(unix)]
fn shell(line: &str) -> Command {
    let mut command = clean("sh");
    command.arg("-c").arg(line).env("R", env!("CARGO_BIN_EXE_runplan"));
    command
}

/// How it ended.
#[derive(Debug)]
struct Ran {
    out: Vec<u8>,
    err: String,
    code: Option<i32>,
}

impl Ran {
    /// That it ended with a code, and with a reason that holds some words; none are none.
    #[track_caller]
    fn is(&self, code: i32, words: &str) -> &Self {
        let right = if words.is_empty() { !self.err.contains("error:") } else { self.err.contains(words) };
        assert!(self.code == Some(code) && right, "{code} and {words:?} wanted: {self:#?}");
        self
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.out).into_owned()
    }
}

/// What holds for every end of the program.
#[track_caller]
fn ended(output: Output) -> Ran {
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    for word in ["panicked", "stack backtrace", "overflowed its stack", "memory allocation"] {
        assert!(!err.contains(word), "{err}");
    }
    let code = output.status.code();
    assert!(![Some(101), Some(134), Some(139)].contains(&code), "{code:?}: {err}");
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt as _;
        let crash = matches!(output.status.signal(), Some(4 | 6 | 7 | 11));
        assert!(!crash, "{:?}: {err}", output.status);
    }
    Ran { out: output.stdout, err, code }
}

#[track_caller]
fn ran(command: &mut Command) -> Ran {
    ended(command.output().expect("it starts"))
}

/// A program that runs, with a pipe to each of its streams.
fn piped(command: &mut Command) -> Child {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("it starts")
}

/// What a program answered, with something on standard input.
#[track_caller]
fn given(command: &mut Command, input: &[u8]) -> Ran {
    use std::io::Write as _;
    let mut child = piped(command);
    let mut stdin = child.stdin.take().expect("a pipe");
    let output = std::thread::scope(|scope| {
        // It may end before it has read everything.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output()
    });
    ended(output.expect("it ends"))
}

/// A folder of its own, gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("runplan-faults-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        std::fs::write(path.join("p.toml"), PROFILE).expect("a file");
        Self(path)
    }

    fn join(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: impl AsRef<Path>, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.join(name);
        std::fs::write(&path, text).expect("a file");
        path
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.join(name)).expect("text")
    }

    /// What is in it, hidden files too.
    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).expect("a folder");
        let mut names: Vec<_> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn every_command_is_tried() {
    let help = ran(&mut runplan("--help")).text();
    let listed = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a list");
    let named = listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    for name in named.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        let tried = COMMANDS.iter().any(|(command, _)| command.split(' ').next() == Some(name));
        assert!(tried, "`{name}` is not in COMMANDS");
    }
    for (command, input) in COMMANDS {
        let folder = Folder::new("every");
        given(runplan(command).current_dir(&folder.0), input.as_bytes()).is(0, "");
    }
}
