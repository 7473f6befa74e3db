//! Starts the real program, in a clean environment, and holds every end of it to what holds for all: one of its exit codes, a
//! reason, never a panic.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A profile that plans.
pub const PROFILE: &str = "season = \"base\"\n[runs]\ndays = [\"tue\", \"sun\"]\nlong = \"sun\"\n";
/// The same as a line of `batch`.
pub const LINE: &str = r#"{"season":"base","runs":{"days":["tue","sun"],"long":"sun"}}"#;

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
pub fn runplan(arguments: &str) -> Command {
    let mut command = clean(env!("CARGO_BIN_EXE_runplan"));
    command.args(arguments.split_whitespace());
    command
}

/// A line for the shell, in which `$R` is the program.
#[cfg(unix)]
pub fn shell(line: &str) -> Command {
    let mut command = clean("sh");
    command.arg("-c").arg(line).env("R", env!("CARGO_BIN_EXE_runplan"));
    command
}

/// How it ended.
#[derive(Debug)]
pub struct Ran {
    pub out: Vec<u8>,
    pub err: String,
    pub code: Option<i32>,
}

impl Ran {
    /// That it ended with a code, and with a reason that holds some words; none are none.
    #[track_caller]
    pub fn is(&self, code: i32, words: &str) -> &Self {
        let right = if words.is_empty() { !self.err.contains("error:") } else { self.err.contains(words) };
        assert!(self.code == Some(code) && right, "{code} and {words:?} wanted: {self:#?}");
        self
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.out).into_owned()
    }
}

/// What holds for every end of the program.
#[track_caller]
pub fn ended(output: Output) -> Ran {
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
pub fn ran(command: &mut Command) -> Ran {
    ended(command.output().expect("it starts"))
}

/// A program that runs, with a pipe to each of its streams.
pub fn piped(command: &mut Command) -> Child {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("it starts")
}

/// What a program answered, with something on standard input.
#[track_caller]
pub fn given(command: &mut Command, input: &[u8]) -> Ran {
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
pub struct Folder(pub PathBuf);

impl Folder {
    /// A new one, with the profile `p.toml`. Tests run beside each other in one process: the number keeps them apart.
    pub fn new(name: &str) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("runplan-{}-{number}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder");
        std::fs::write(path.join("p.toml"), PROFILE).expect("a file");
        Self(path)
    }

    pub fn join(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }

    pub fn write(&self, name: impl AsRef<Path>, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.join(name);
        std::fs::write(&path, text).expect("a file");
        path
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.join(name)).expect("text")
    }

    /// What is in it, hidden files too.
    pub fn names(&self) -> Vec<String> {
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
