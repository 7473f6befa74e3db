//! Exit codes, and the one place that prints errors: what is wrong, where, and what to do.

pub mod ascii;
pub mod audience;
pub mod busy;
pub mod chosen;
pub mod command_line;
pub mod deferred;
pub mod diagnostics;
pub mod excerpt;
pub mod exercise_file;
pub mod folder;
pub mod identity;
pub mod inputs;
pub mod lines;
pub mod output;
pub mod panic;
pub mod plan_args;
pub mod plan_files;
pub mod profile_args;
pub mod profile_path;
pub mod read_file;
pub mod refusal;
pub mod replacement;
pub mod request_input;
pub mod saved_plan;
pub mod season_word;
pub mod signals;
pub mod sources;
pub mod stderr;
pub mod streams;
pub mod target;
pub mod week_args;
pub mod workers;

use diagnostics::{SHOWN, rendered};
use runplan::input::Problem;
use runplan::input::document::json_place;
use runplan::input::reader::list;
use runplan::word::nearest;
pub use sources::Sources;
use std::process::ExitCode;
use stderr::{say_coloured, tell, tell_all, to_programs};

/// Exit code of an answer that is no: no week keeps every rule, or a warning was met that was to be denied.
pub const NO: u8 = 1;
/// Exit code of a question that could not be asked.
pub const USAGE: u8 = 2;
/// Exit code of an output that could not be written.
const OUTPUT: u8 = 3;
/// Exit code of a program that Ctrl-C ended.
const INTERRUPTED: u8 = 130;

/// Why a command ended early.
#[derive(Debug)]
pub enum Failure {
    /// The input is wrong: every problem, and the texts they point into.
    Input(Vec<Problem>, Sources),
    /// The input cannot be read, or the question is malformed: why, and what to do instead.
    Usage(anyhow::Error, Option<String>),
    /// The output cannot be written.
    Output(anyhow::Error),
    /// The reader of the output went away: a quiet end.
    BrokenPipe,
    /// Whoever was asked pressed Ctrl-C: a quiet end.
    Interrupted,
}

impl Failure {
    /// A question that cannot be asked, with what to do instead.
    pub fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage(anyhow::Error::msg(message.into()), Some(hint.into()))
    }

    /// A word that nobody knows: with the command that takes the nearest known one, else those that have the word in them,
    /// else the command that lists all.
    pub fn unknown<'k>(
        word: &str,
        what: &str,
        known: impl IntoIterator<Item = &'k str>,
        command: &str,
    ) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let part = word.to_lowercase();
        let mut have: Vec<&str> =
            known.iter().copied().filter(|id| part.len() > 2 && id.contains(part.as_str())).collect();
        have.sort_unstable();
        let near = match have.as_slice() {
            [one] => Some(*one),
            [] => nearest(word, known.iter().copied()),
            _ => None,
        };
        match near {
            Some(near) => Self::usage(
                format!("`{word}` is not {what}; did you mean `{near}`?"),
                format!("write `runplan {command} {near}`"),
            ),
            None if have.is_empty() => Self::usage(
                format!("`{word}` is not {what}"),
                format!("run `runplan {command}` for the list"),
            ),
            None => Self::usage(
                format!("`{word}` is not {what}, and {} have it in their names", have.len()),
                format!("write `runplan {command}` with one of {}", list(have)),
            ),
        }
    }

    /// The failure of writing the output: a reader that went away is none.
    pub fn output(error: std::io::Error, what: &'static str) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Self::BrokenPipe,
            _ => Self::Output(anyhow::Error::new(error).context(what)),
        }
    }

    /// Prints the failure and gives its exit code.
    pub fn report(self) -> ExitCode {
        let (error, hint, code) = match self {
            Self::BrokenPipe => return ExitCode::SUCCESS,
            Self::Interrupted => return ExitCode::from(INTERRUPTED),
            Self::Input(mut problems, sources) => {
                // Each place is looked for in the whole text: not for thousands.
                problems.iter_mut().take(SHOWN).for_each(|problem| locate(problem, &sources));
                if to_programs() {
                    tell_all(&problems, &sources);
                } else {
                    say_coloured(&rendered(&problems, &sources));
                }
                return ExitCode::from(USAGE);
            }
            Self::Usage(error, hint) => (error, hint, USAGE),
            Self::Output(error) => (error, None, OUTPUT),
        };
        tell("error", &format!("{error:#}"), hint.as_slice());
        ExitCode::from(code)
    }
}

/// Adds the places of a problem in a JSON text, which reading did not keep.
fn locate(problem: &mut Problem, sources: &Sources) {
    for mark in problem.marks.iter_mut().filter(|mark| mark.place.span.is_none() && !mark.key.is_empty()) {
        if let Some((_, text)) = sources.get(mark.place.source) {
            mark.place.span = json_place(text, &mark.key);
            // It would stand in place of the whole value; the hint says it.
            mark.mend = None;
        }
    }
}
