//! The command line: the only code with files, terminal, clock, environment and exit codes.
//!
//! Each command is a file under `cli/` with its arguments beside its `run`.

mod batch;
mod calendar;
mod check;
mod compare;
mod completions;
mod config;
mod cycle;
mod edge;
mod exercises;
mod init;
mod man;
mod overlay;
mod replan;
mod rules;
mod schema;
mod seasons;
mod session;
mod set;
mod week;
mod why;
mod why_not;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use edge::Failure;
use edge::command_line::report_clap;
use edge::deferred::{Deferred, TEMPLATE};
use edge::stderr::{options, set_from_command_line};
use std::process::ExitCode;

/// Plans a runner's training week: strength, mobility and rest around the key runs.
#[derive(Debug, Parser)]
#[command(
    version,
    propagate_version = true,
    arg_required_else_help = true,
    max_term_width = 100,
    help_template = TEMPLATE,
    args = options(),
    before_long_help = "\
Examples:
  runplan init                             your first profile, from a few questions
  runplan week --season race-prep          the best week of ./runplan.toml
  runplan week --week next --explain       next week, with the rules behind it
  runplan week --format json | jq .totals  for programs
  runplan session wed                      Wednesday, to read in the gym
  runplan why fri                          why Friday is as it is
  runplan why-not legs sat                 what stands against it
  runplan check book-plan.csv              a plan of someone else's against the rules
  runplan overlay book-plan.csv            strength on that plan, which stays as it is
  runplan replan --block thu               Thursday fell away: the rest of the week again
  runplan rules legs-before-key-run        what a rule says, and on whose word",
    after_help = "Examples, and all that each option means: runplan --help, runplan COMMAND --help",
    after_long_help = "Exit codes: 0 done, 1 the answer is no, 2 it could not be asked, 3 the output could not be written."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Plans a week: the best one under these rules, provably, and says why
    Week(Deferred<week::Args>),
    /// Plans all weeks to the race: growth, easier weeks, taper, race, recovery
    Cycle(Deferred<cycle::Args>),
    /// Puts strength, mobility and rest around a running plan of somebody else's, which stays as it is
    Overlay(Deferred<overlay::Args>),
    /// Plans the rest of a week again in which a day fell away or a session was missed, with the fewest moves
    Replan(Deferred<replan::Args>),
    /// Shows one day to read in the gym: every exercise with sets, repetitions, load and rest
    Session(Deferred<session::Args>),
    /// Shows today, to read in the gym, and what comes tomorrow
    Today(Deferred<session::TodayArgs>),
    /// Says why a day is as it is: the rules behind it, and the best week without it
    Why(Deferred<why::Args>),
    /// Says what stands against a session on a day: the rules it breaks, or what it costs
    WhyNot(Deferred<why_not::Args>),
    /// Compares the three placements of strength, or two weeks that are there already
    Compare(Deferred<compare::Args>),
    /// Holds any week or plan against the rules: what is broken, where, how to mend it
    Check(Deferred<check::Args>),
    /// Plans many runners: profiles as NDJSON in, weeks out, a line for a line
    Batch(Deferred<batch::Args>),
    /// Shows the rules: what they say, why, on whose word, and how strong that is
    Rules(Deferred<rules::Args>),
    /// Shows the seasons and their numbers
    Seasons(Deferred<seasons::Args>),
    /// Shows the exercises: how they are done, what they need, what is easier and harder
    Exercises(Deferred<exercises::Args>),
    /// Writes your first profile, from a few questions, and shows its week
    Init(Deferred<init::Args>),
    /// Changes a key of your profile; its comments and layout stay
    Set(Deferred<set::Args>),
    /// Shows which profile is used, and where each value comes from: the file, a flag or the season
    Config(Deferred<config::Args>),
    /// Prints the JSON Schema of a profile, a season, a week, a refusal or an error
    Schema(Deferred<schema::Args>),
    /// Prints completions for a shell
    Completions(Deferred<completions::Args>),
    /// Prints a manual page
    Man(Deferred<man::Args>),
}

/// Runs the program and gives its exit code.
pub fn main() -> ExitCode {
    edge::panic::install_hook();
    let mut command = Cli::command();
    // Taken as a width, nothing would put each word of the help on its own line.
    if std::env::var("COLUMNS").is_ok_and(|columns| columns == "0") {
        command = command.term_width(80);
    }
    let words: Vec<_> = std::env::args_os().collect();
    set_from_command_line(&words);
    let asked = command.try_get_matches_from_mut(&words);
    let cli = match asked.and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches)) {
        Ok(cli) => cli,
        Err(error) => return report_clap(&error.format(&mut command), &words),
    };
    let done = match cli.command {
        Command::Week(Deferred(args)) => week::run(&args),
        Command::Session(Deferred(args)) => session::run(&args),
        Command::Today(Deferred(args)) => session::today(*args),
        Command::Why(Deferred(args)) => why::run(&args),
        Command::WhyNot(Deferred(args)) => why_not::run(&args),
        Command::Compare(Deferred(args)) => compare::run(&args),
        Command::Check(Deferred(args)) => check::run(&args),
        Command::Cycle(Deferred(args)) => cycle::run(*args),
        Command::Overlay(Deferred(args)) => overlay::run(*args),
        Command::Replan(Deferred(args)) => replan::run(&args),
        Command::Batch(Deferred(args)) => batch::run(&args),
        Command::Rules(Deferred(args)) => rules::run(&args),
        Command::Seasons(Deferred(args)) => seasons::run(&args),
        Command::Exercises(Deferred(args)) => exercises::run(&args),
        Command::Init(Deferred(args)) => init::run(&args),
        Command::Set(Deferred(args)) => set::run(&args),
        Command::Config(Deferred(args)) => config::run(&args),
        Command::Schema(Deferred(args)) => schema::run(&args),
        Command::Completions(Deferred(args)) => completions::run(&args, Cli::command),
        Command::Man(Deferred(args)) => man::run(&args, Cli::command()),
    };
    done.unwrap_or_else(Failure::report)
}

#[cfg(test)]
mod tests {
    use super::Cli;
    use clap::CommandFactory as _;
    use std::collections::BTreeMap;

    #[test]
    fn an_option_has_the_same_letter_everywhere_and_a_letter_one_option() {
        let mut all = Cli::command();
        all.build();
        let (mut of_letter, mut of_name) = (BTreeMap::new(), BTreeMap::new());
        for command in all.get_subcommands() {
            for option in command.get_arguments().filter(|of| !of.is_positional()) {
                let name = option.get_long().expect("every option has a long name");
                let letter = option.get_short();
                let same = of_name.entry(name.to_owned()).or_insert(letter);
                assert_eq!(*same, letter, "{}: --{name}", command.get_name());
                if let Some(letter) = letter {
                    let same = of_letter.entry(letter).or_insert_with(|| name.to_owned());
                    assert_eq!(same, name, "{}: -{letter}", command.get_name());
                }
            }
        }
        assert!(of_letter.len() > 4, "{of_letter:?}");
    }
}
