//! Errors, warnings and notes on standard error: text for people, or a JSON document a line for programs.

use crate::cli::edge::ascii::shown;
use crate::cli::edge::audience::Audience;
use crate::cli::edge::excerpt::on_one_line;
use crate::cli::edge::lines::{width, wrapped};
use crate::cli::edge::sources::Sources;
use anstream::ColorChoice;
use clap::{Arg, ArgAction, ValueEnum, value_parser};
use runplan::input::{Mark, Problem};
use runplan::wrap::{cut, escaped, json_escaped};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::sync::OnceLock;

/// The form of errors, warnings and notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ErrorFormat {
    /// For people
    Text,
    /// One JSON document a line, `runplan.diagnostic/1`
    Json,
}

/// The name of the option for [`ErrorFormat`].
const ERROR_FORMAT: &str = "error-format";

/// The choice of colour for errors and help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Colour {
    /// On a terminal, unless the environment says otherwise
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The name of the option for [`Colour`].
const COLOUR: &str = "color";

/// The options that every command has. No global ones of clap's: those are copied to all commands at each start.
pub fn options() -> [Arg; 3] {
    let option = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).help(help).hide_short_help(true).display_order(900)
    };
    [
        option(COLOUR, "When errors and help are in colour, whatever NO_COLOR and CLICOLOR_FORCE say [default: auto]")
            .value_name("WHEN")
            .value_parser(value_parser!(Colour)),
        option(
            ERROR_FORMAT,
            "Errors, warnings and notes on standard error for people, or for programs: a JSON document a line [default: text]",
        )
        .value_name("FORMAT")
        .value_parser(value_parser!(ErrorFormat)),
        option(QUIET, "No notes and no warnings on standard error, only errors")
            .short('q')
            .action(ArgAction::SetTrue),
    ]
}

/// The name of the option that leaves errors alone.
const QUIET: &str = "quiet";

/// Whether only errors are told, set once from the command line.
static ERRORS_ALONE: OnceLock<()> = OnceLock::new();

/// The form of everything that is told, set once from the command line.
static FORM: OnceLock<ErrorFormat> = OnceLock::new();

/// Whether a command line, which may be one that cannot be read, gives an option this value.
fn says(words: &[OsString], option: &str, value: &str) -> bool {
    let (joined, option) = (format!("--{option}={value}"), format!("--{option}"));
    words.iter().any(|word| *word == *joined)
        || words.windows(2).any(|pair| pair[0] == *option && pair[1] == *value)
}

/// Sets the form and the colour of all that is told as the command line asks. It is looked at before clap reads it, so that
/// what is wrong with the command line itself is told so too.
pub fn set_from_command_line(words: &[OsString]) {
    // After `--` stand names of files.
    let words = words.split(|word| word == "--").next().unwrap_or_default();
    if says(words, ERROR_FORMAT, "json") {
        // There is one command line; nothing was set before.
        let _ = FORM.set(ErrorFormat::Json);
    }
    if words.iter().any(|word| *word == "-q" || *word == "--quiet") {
        let _ = ERRORS_ALONE.set(());
    }
    if says(words, COLOUR, "always") {
        ColorChoice::AlwaysAnsi.write_global();
    } else if says(words, COLOUR, "never") {
        ColorChoice::Never.write_global();
    }
}

/// Whether errors, warnings and notes are for programs.
pub fn to_programs() -> bool {
    FORM.get() == Some(&ErrorFormat::Json)
}

/// Whether notes and warnings are left out.
pub fn is_quiet() -> bool {
    ERRORS_ALONE.get().is_some()
}

/// Writes text for people to standard error: what is unruly in it is escaped, in characters that the locale knows.
pub fn say(text: &str) {
    write(&Audience::Reader.written(text));
}

/// Writes text in colour, where the terminal shows it; what came from outside has been made harmless in it.
pub fn say_coloured(text: &str) {
    let _ = anstream::stderr().lock().write_all(shown(text).as_bytes());
}

/// Shows a line in place of the one before it; an empty one takes that away.
pub fn say_over(line: &str) {
    let end = if line.is_empty() { "\u{1b}[K" } else { "" };
    write(&format!("\r{line}{end}"));
}

/// The name of a file as it is shown, on one line.
pub fn name(path: &Path) -> String {
    on_one_line(&path.display().to_string())
}

/// Writes to standard error; errors are ignored.
fn write(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Tells an error, a warning or a note, each hint on a line.
pub fn tell(level: &str, message: &str, hints: &[String]) {
    if is_quiet() && level != "error" {
        return;
    }
    if to_programs() {
        let hints: Vec<_> = hints.iter().map(|hint| cut(hint)).collect();
        return write(&json_escaped(&format!("{}\n", diagnostic(level, message, Some(hints.join("\n"))))));
    }
    // A line in a file or a pipe stays whole: scripts look for it.
    let line = |label: &str, text: &str| match width() {
        Some(width) => wrapped(&format!("{label}: "), &escaped(&cut(text)), width),
        None => format!("{label}: {}\n", cut(text)),
    };
    let hints = hints.iter().map(|hint| line("hint", hint));
    say(&std::iter::once(line(level, message)).chain(hints).collect::<String>());
}

/// A diagnostic as a JSON document, without a place.
fn diagnostic(level: &str, message: &str, hint: Option<String>) -> Value {
    json!({
        "schema": "runplan.diagnostic/1",
        "level": level,
        "message": cut(message),
        "hint": hint.filter(|hint| !hint.is_empty()),
        "key": null, "file": null, "line": null, "column": null, "span": null, "mend": null,
        "also": [],
    })
}

/// Tells problems as documents, a line each: all of them, with lines and columns from 1 and bytes from 0.
pub fn tell_all(problems: &[Problem], sources: &Sources) {
    let mut out = String::new();
    for problem in problems {
        let mut told =
            diagnostic("error", &problem.message, problem.hint.as_deref().map(|hint| cut(hint).into_owned()));
        let mut marks = problem.marks.iter().map(|mark| placed(mark, sources));
        if let Some(Value::Object(place)) = marks.next() {
            for (key, value) in place.into_iter().filter(|(key, _)| key != "note") {
                told[key] = value;
            }
            told["mend"] = json!(problem.marks[0].mend.as_deref().map(cut));
        }
        told["also"] = marks.collect();
        let _ = writeln!(out, "{told}");
    }
    write(&json_escaped(&out));
}

/// The place of a mark as JSON: file, line, column and span.
fn placed(mark: &Mark, sources: &Sources) -> Value {
    let source = sources.get(mark.place.source);
    let at = source.zip(mark.place.span.as_ref()).and_then(|((_, text), span)| {
        let before = text.get(..span.start)?;
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        Some((before.matches('\n').count() + 1, before[start..].chars().count() + 1, [span.start, span.end]))
    });
    json!({
        "key": Some(cut(&mark.key)).filter(|key| !key.is_empty()),
        "file": source.map(|(name, _)| cut(name)),
        "line": at.map(|(line, _, _)| line),
        "column": at.map(|(_, column, _)| column),
        "span": at.map(|(_, _, span)| span),
        "note": Some(mark.note).filter(|note| !note.is_empty()),
    })
}
