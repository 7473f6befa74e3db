//! The form and the width of an answer, and where it goes: standard output, or a file that is replaced whole or not at
//! all.

use crate::cli::edge::Failure;
use crate::cli::edge::ascii::shown;
use crate::cli::edge::stderr::{say, to_programs};
use anyhow::Context as _;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use runplan::export::{self, FORMATS, Format};
use serde_json::Value;
use std::io::{ErrorKind, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The form of an answer that is text or JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// To read.
    Text,
    /// For programs.
    Json,
}

impl Form {
    /// Prints an answer in this form.
    pub fn print(
        self,
        text: impl FnOnce() -> String,
        json: impl FnOnce() -> Value,
    ) -> Result<ExitCode, Failure> {
        match self {
            Self::Text => to_reader(&text())?,
            Self::Json => to_stdout(&pretty(&json()))?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// A JSON document on several lines.
pub fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

/// Columns of the page: `COLUMNS` if it is set, else the terminal's; 40 at least and 80 at most.
pub fn width() -> usize {
    let set =
        std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    let columns =
        set.or_else(|| terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| width.0.into()));
    usize::clamp(columns.unwrap_or(80), 40, 80)
}

/// The format of an answer and the file that it goes to.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// The format [default: text, or the ending of the output file]
    #[arg(long, short, value_name = "FORMAT", ignore_case = true, value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: Option<String>,
    /// Writes to a file, whole or not at all; - is standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl OutputArgs {
    /// The format that was asked for.
    pub fn format(&self) -> Result<&'static Format, Failure> {
        let ending = self.file().and_then(Path::extension).and_then(|ending| ending.to_str());
        let by_ending = ending
            .and_then(|ending| FORMATS.iter().find(|format| format.ending.eq_ignore_ascii_case(ending)));
        let by_name = self.format.as_deref().and_then(|name| export::format(&name.to_lowercase()));
        match (by_name, by_ending) {
            (Some(name), Some(ending)) if name.name != ending.name => Err(Failure::usage(
                format!("`--format {}` and the ending `.{}` disagree", name.name, ending.ending),
                "leave one of the two out",
            )),
            (Some(format), _) | (None, Some(format)) => Ok(format),
            (None, None) => match ending {
                None => Ok(&FORMATS[0]),
                Some(ending) => Err(Failure::usage(
                    format!("`.{ending}` is the ending of no format"),
                    format!("name the format with `--format`, or use one of {}", endings()),
                )),
            },
        }
    }

    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| path.as_os_str() != "-")
    }

    /// The text of the file that is about to be replaced, if there is one.
    pub fn earlier(&self) -> Option<String> {
        let path = self.file()?;
        let plain = std::fs::metadata(path).is_ok_and(|there| there.is_file() && there.len() < MOST_EARLIER);
        plain.then(|| std::fs::read_to_string(path).ok()).flatten()
    }

    /// Writes the answer.
    pub fn write(&self, text: &str) -> Result<(), Failure> {
        match self.file() {
            None => to_stdout(text),
            Some(path) if STDOUT.iter().any(|name| path.as_os_str() == *name) => to_stdout(text),
            Some(path) => {
                to_file(path, text).map_err(|error| match error.downcast_ref::<std::io::Error>() {
                    Some(io) if io.kind() == ErrorKind::BrokenPipe => Failure::BrokenPipe,
                    _ => Failure::Output(error),
                })?;
                // Whoever looks on is told; a script is not.
                if std::io::stderr().is_terminal() && !to_programs() {
                    say(&format!("Wrote {}.\n", path.display()));
                }
                Ok(())
            }
        }
    }
}

/// Bytes of an earlier file that are read at most.
const MOST_EARLIER: u64 = 16 << 20;
/// Names of standard output: what they lead to is written to, never replaced.
const STDOUT: [&str; 3] = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// The endings of all formats, as a list.
fn endings() -> String {
    FORMATS.iter().map(|format| format!("`.{}`", format.ending)).collect::<Vec<_>>().join(", ")
}

/// Writes to standard output; a reader that went away is no error.
pub fn to_stdout(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|error| Failure::output(error, "cannot write to standard output"))
}

/// Writes text for people to standard output, in characters that the locale knows.
pub fn to_reader(text: &str) -> Result<(), Failure> {
    to_stdout(&shown(text))
}

/// Writes a file whole or not at all; what is there already is replaced.
pub fn to_file(path: &Path, text: &str) -> anyhow::Result<()> {
    let cannot = || format!("cannot write {}", path.display());
    if path.as_os_str().as_encoded_bytes().ends_with(b"/") || path.is_dir() {
        anyhow::bail!("{}: it names a directory", cannot());
    }
    let target = linked(path).with_context(cannot)?;
    has_folder(&target).with_context(cannot)?;
    // A device or pipe is written to, never replaced.
    if std::fs::metadata(&target).is_ok_and(|there| !there.is_file()) {
        let mut file = std::fs::OpenOptions::new().append(true).open(&target).with_context(cannot)?;
        return file.write_all(text.as_bytes()).and_then(|()| file.flush()).with_context(cannot);
    }
    let mut file = atomic_write_file::AtomicWriteFile::open(&target).with_context(cannot)?;
    file.write_all(text.as_bytes()).with_context(cannot)?;
    file.commit().with_context(cannot)
}

/// Writes a file that is not there yet; one that is stays as it is.
pub fn to_new_file(path: &Path, text: &str) -> anyhow::Result<()> {
    let cannot = || format!("cannot write {}", path.display());
    has_folder(path).with_context(cannot)?;
    let mut file =
        std::fs::OpenOptions::new().write(true).create_new(true).open(path).with_context(cannot)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    // Half a file is worse than none.
    written.inspect_err(|_| drop(std::fs::remove_file(path))).with_context(cannot)
}

/// Fails where the folder of a path is not there.
fn has_folder(path: &Path) -> anyhow::Result<()> {
    match path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        Some(folder) if folder.exists() => anyhow::bail!("{} is no directory", folder.display()),
        Some(folder) => anyhow::bail!("the directory {} does not exist", folder.display()),
        None => Ok(()),
    }
}

/// The path at the end of symbolic links, whether or not there is a file yet.
fn linked(path: &Path) -> anyhow::Result<PathBuf> {
    const MOST: usize = 40; // as the system itself
    let mut path = path.to_owned();
    for _ in 0..MOST {
        match path.read_link() {
            Ok(target) => path = path.parent().map_or_else(|| target.clone(), |folder| folder.join(&target)),
            Err(_) => return Ok(path),
        }
    }
    anyhow::bail!("too many symbolic links")
}
