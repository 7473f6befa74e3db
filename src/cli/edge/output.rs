//! The form and the width of an answer, and where it goes: standard output, or a file that is replaced whole or not at
//! all.

use crate::cli::edge::Failure;
use crate::cli::edge::audience::Audience;
use crate::cli::edge::stderr::{name, say, to_programs};
use crate::cli::edge::streams::{print, to_program, to_reader};
use crate::cli::edge::target::Target;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use runplan::export::{self, FORMATS, Format};
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

/// The format of an answer and the file that it goes to.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// The format [default: text, or the ending of the output file]
    #[arg(long, short, value_name = "FORMAT", ignore_case = true, value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: Option<String>,
    /// Writes to a file, whole or not at all; - is standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replaces a file that is none of this program, or that this command reads
    #[arg(long, requires = "output")]
    force: bool,
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
        let stream =
            |path: &&Path| path.as_os_str() == "-" || STDOUT.iter().any(|name| path.as_os_str() == *name);
        self.output.as_deref().filter(|path| !stream(path))
    }

    /// Fails where the file may not be replaced. To be called when all that is read has been read.
    pub fn check(&self) -> Result<(), Failure> {
        self.file().map_or(Ok(()), |path| Target::find(path, self.force)?.earlier().map(drop))
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
        target.write(&Audience::format(format.name).written(&text))?;
        drop(turn);
        // Whoever looks on is told; a script is not.
        if std::io::stderr().is_terminal() && !to_programs() {
            say(&format!("Wrote {}.\n", name(path)));
        }
        Ok(())
    }
}

/// Names of standard output: what they lead to is written to, never replaced.
const STDOUT: [&str; 3] = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// The endings of all formats, as a list.
fn endings() -> String {
    FORMATS.iter().map(|format| format!("`.{}`", format.ending)).collect::<Vec<_>>().join(", ")
}
