//! What clap says about the command line: help, or what is wrong with it.

use crate::cli::edge::stderr::{say, say_coloured, tell, to_programs};
use crate::cli::edge::streams::write_all;
use crate::cli::edge::week_args::{NowArgs, week_of};
use crate::cli::edge::{Failure, USAGE};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use runplan::input::document;
use runplan::week::day::Day;
use runplan::week::phase::Phase;
use runplan::word::Word as _;
use runplan::wrap::{cut, has_unruly, shell_word};
use std::ffi::OsString;
use std::process::ExitCode;

/// Prints an error or the help of clap and gives the exit code; help goes to standard output. `words` is the command line.
pub fn report_clap(error: &clap::Error, words: &[OsString]) -> ExitCode {
    if !error.use_stderr() {
        let help = error.render();
        let colour = anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
        let text = if colour { help.ansi().to_string() } else { help.to_string() };
        return write_all(&text).map_or_else(Failure::report, |()| ExitCode::SUCCESS);
    }
    let code = ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(USAGE));
    if let Some((message, hint)) = stray(error, words) {
        tell("error", &message, &[hint]);
        return code;
    }
    let text = error.to_string();
    if to_programs() {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let message = lines.next().unwrap_or_default().trim_start_matches("error: ");
        let hints: Vec<_> = lines.map(str::to_owned).collect();
        tell("error", message, &hints);
        return code;
    }
    // What came from outside stands in the middle of clap's colours: where it is unruly or long there are none.
    let harmless = |word: &OsString| {
        word.to_str()
            .is_some_and(|word| !has_unruly(word.as_bytes()) && word.len() <= LONG && !word.contains('\n'))
    };
    if words.iter().all(harmless) {
        say_coloured(&error.render().ansi().to_string());
    } else {
        let lines: Vec<_> = text.lines().map(cut).collect();
        say(&(lines.join("\n") + "\n"));
    }
    code
}

/// What is meant by a day, a week, a season or a file that stands alone behind a command which takes each by an option: the
/// message, and the way to write it.
fn stray(error: &clap::Error, words: &[OsString]) -> Option<(String, String)> {
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidArg) else { return None };
    let command = words.get(1)?.to_str()?;
    let plans = ["week", "today", "config", "cycle"].contains(&command);
    if error.kind() != ErrorKind::UnknownArgument || !plans || word.starts_with('-') {
        return None;
    }
    let file = [".toml", ".json"].iter().any(|ending| word.to_lowercase().ends_with(ending));
    // A plan of weeks and today have options of their own for when.
    let has_week = !["cycle", "today"].contains(&command);
    let (right, hint) = if Day::parse(word).is_some() || ["tomorrow", "yesterday"].contains(&word.as_str()) {
        let more = format!("`runplan why {word}` says why the day is as it is");
        (format!("runplan session {word}"), more)
    } else if Phase::parse(word).is_some() {
        (format!("runplan {command} --season {word}"), "seasons are named by `--season`".to_owned())
    } else if file {
        let path = shell_word(word);
        (format!("runplan {command} --profile {path}"), "a profile is named by `--profile`".to_owned())
    } else if document::date(word).is_some() {
        let hint = format!("`runplan week --week {word}` shows the week of that day");
        (format!("runplan session {word}"), hint)
    } else if has_week && matches!(week_of(word, &NowArgs::default()), Ok(Some(_))) {
        (format!("runplan {command} --week {word}"), "weeks are named by `--week`".to_owned())
    } else {
        return None;
    };
    let message = format!("`{command}` takes no `{word}` by itself; did you mean `{right}`?");
    Some((message, format!("write `{right}`; {hint}")))
}

/// Bytes of a word of the command line that is shown whole.
const LONG: usize = 200;
