//! The form and the width of an answer, and where it goes: standard output, or a file that is replaced whole or not at
//! all.

use crate::cli::edge::Failure;
use crate::cli::edge::audience::Audience;
use crate::cli::edge::chosen::Chosen;
use crate::cli::edge::stderr::{name, say, to_programs};
use crate::cli::edge::streams::{print, to_program, to_reader};
use crate::cli::edge::target::Target;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use runplan::export::{FORMATS, Format, SESSION_FORMATS, SessionFormat};
use serde_json::Value;
use std::io::IsTerminal as _;
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
            Self::Json => to_program(&pretty(&json()))?,
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

/// The format of an answer and where it goes.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// The format [default: text, or the ending of the output file; of a folder fit]
    #[arg(long, short, value_name = "FORMAT", ignore_case = true, value_parser = PossibleValuesParser::new(Chosen::all().map(Chosen::name)))]
    format: Option<String>,
    #[command(flatten)]
    pub file: FileArgs,
}

impl OutputArgs {
    /// The format that was asked for.
    pub fn format(&self) -> Result<Chosen, Failure> {
        self.file.format(self.format.as_deref(), || Chosen::all().collect())
    }
}

/// The same for one day.
#[derive(Debug, Args)]
pub struct DayOutputArgs {
    /// The format [default: text, or the ending of the output file; of a folder fit]
    #[arg(long, short, value_name = "FORMAT", ignore_case = true, value_parser = PossibleValuesParser::new(Chosen::of_a_day().map(Chosen::name)))]
    format: Option<String>,
    #[command(flatten)]
    pub file: FileArgs,
}

impl DayOutputArgs {
    /// The format that was asked for.
    pub fn format(&self) -> Result<Chosen, Failure> {
        self.file.format(self.format.as_deref(), || Chosen::of_a_day().collect())
    }
}

/// Where an answer goes.
#[derive(Debug, Args)]
pub struct FileArgs {
    /// Writes to a file, whole or not at all; - is standard output. A format with a file a session takes a folder
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replaces a file that is none of this program, or that this command reads
    #[arg(long, requires = "output")]
    force: bool,
}

impl FileArgs {
    /// The format with this name, or that of the file's ending.
    fn format(&self, name: Option<&str>, all: impl Fn() -> Vec<Chosen>) -> Result<Chosen, Failure> {
        let file = self.file().filter(|path| !ends_with_slash(path)).and_then(Path::file_name);
        let file = file.map(|name| name.as_encoded_bytes().to_ascii_lowercase());
        // Of two endings that fit the longer one says more.
        let ending = |format: &Chosen| file.as_ref().and_then(|file| format.is_ending_of(file));
        let by_ending = all().into_iter().filter_map(|format| Some((ending(&format)?, format)));
        let by_ending = by_ending.max_by_key(|(length, _)| *length).map(|(_, format)| format);
        let by_name = name.and_then(|name| all().into_iter().find(|of| of.name().eq_ignore_ascii_case(name)));
        match (by_name, by_ending) {
            (Some(name), Some(ending)) if name.name() != ending.name() => Err(Failure::usage(
                format!("`--format {}` and the ending `.{}` disagree", name.name(), ending.ending()),
                "leave one of the two out",
            )),
            (Some(format), _) | (None, Some(format)) => Ok(format),
            (None, None) if self.is_folder() => Ok(Chosen::Sessions(&SESSION_FORMATS[0])),
            (None, None) => match self.file().and_then(Path::extension) {
                None => Ok(Chosen::Text(&FORMATS[0])),
                Some(ending) => Err(Failure::usage(
                    format!("`.{}` is the ending of no format{}", ending.display(), of_what(&all())),
                    format!("name the format with `--format`, or use one of {}", endings(&all())),
                )),
            },
        }
    }

    /// Whether the answer goes to a folder, by a `/` at its end or because it is one.
    pub fn is_folder(&self) -> bool {
        self.file().is_some_and(|path| ends_with_slash(path) || path.is_dir())
    }

    /// The path that the answer goes to; `None` for standard output.
    pub fn file(&self) -> Option<&Path> {
        let stream =
            |path: &&Path| path.as_os_str() == "-" || STDOUT.iter().any(|name| path.as_os_str() == *name);
        self.output.as_deref().filter(|path| !stream(path))
    }

    /// Fails where the file may not be replaced. To be called when all that is read has been read.
    pub fn check(&self) -> Result<(), Failure> {
        self.file().map_or(Ok(()), |path| Target::find(path, self.force)?.earlier().map(drop))
    }

    /// The file of a session, which may be replaced where it is one that a format wrote before.
    pub fn target(&self, path: &Path, format: &SessionFormat) -> Result<Target, Failure> {
        let target = Target::find(path, self.force)?;
        target.earlier_bytes(format.is_own)?;
        Ok(target)
    }

    /// Whether there is a file whose place the answer would take.
    pub fn replaces(&self) -> bool {
        self.file().is_some_and(|path| path.metadata().is_ok_and(|there| there.is_file() && there.len() > 0))
    }

    /// Whether whatever stands there may be replaced.
    pub const fn forced(&self) -> bool {
        self.force
    }

    /// Writes the answer, which may go on from what its file held before: `text` gets a document of ours that is there
    /// already. Of two that write calendars to one folder the second sees what the first wrote.
    pub fn write(&self, format: &Format, text: impl FnOnce(Option<&str>) -> String) -> Result<(), Failure> {
        let Some(path) = self.file() else { return print(&text(None), Audience::format(format.name)) };
        let target = Target::find(path, self.force)?;
        let turn = (format.name == "ics").then(|| target.turn()).transpose()?;
        let text = text(target.earlier()?.as_deref());
        target.write(Audience::format(format.name).written(&text).as_bytes())?;
        drop(turn);
        tell_written(&name(path));
        Ok(())
    }
}

/// Tells whoever looks on that something was written; a script is not told.
pub fn tell_written(what: &str) {
    if std::io::stderr().is_terminal() && !to_programs() {
        say(&format!("Wrote {what}.\n"));
    }
}

/// Names of standard output: what they lead to is written to, never replaced.
const STDOUT: [&str; 3] = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

fn ends_with_slash(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// ` of one day`, where not every format will do.
fn of_what(all: &[Chosen]) -> &'static str {
    if all.len() < Chosen::all().count() { " of one day" } else { "" }
}

/// The endings of formats, as a list.
fn endings(all: &[Chosen]) -> String {
    all.iter().map(|format| format!("`.{}`", format.ending())).collect::<Vec<_>>().join(", ")
}
