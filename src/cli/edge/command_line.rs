//! What clap says about the command line: help, or what is wrong with it.

use crate::cli::edge::stderr::{say, say_coloured, tell, to_programs};
use crate::cli::edge::streams::write_all;
use crate::cli::edge::{Failure, USAGE};
use runplan::wrap::{cut, has_unruly};
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

/// Bytes of a word of the command line that is shown whole.
const LONG: usize = 200;
