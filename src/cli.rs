//! The command line: the only code with files, terminal, clock, environment and exit codes.
//!
//! Each command is a file under `cli/` with its arguments beside its `run`.

mod against;
mod ascii;
mod batch;
mod busy;
mod calendar;
mod check;
mod compare;
mod completions;
mod config;
mod exercises;
mod failure;
mod files;
mod found;
mod init;
mod input;
mod man;
mod moment;
mod output;
mod own;
mod pipe;
mod rules;
mod schema;
mod seasons;
mod session;
mod week;
mod why;
mod why_not;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;

/// Plans a runner's training week: strength, mobility and rest around the key runs.
#[derive(Debug, Parser)]
#[command(
    version,
    propagate_version = true,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "\
Examples:
  runplan init                             your first profile, from a few questions
  runplan week --season race-prep          the best week of ./runplan.toml
  runplan week --week next --explain       next week, with the rules behind it
  runplan week --format json | jq .totals  for programs
  runplan session wed                      Wednesday, to read in the gym
  runplan why fri                          why Friday is as it is
  runplan why-not legs sat                 what stands against it
  runplan check book-plan.csv              a plan of someone else's against the rules
  runplan rules legs-before-key-run        what a rule says, and on whose word

Exit codes: 0 done, 1 the answer is no, 2 it could not be asked, 3 the output could not be written."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Week(Box<week::Args>),
    Session(Box<session::Args>),
    Today(Box<session::TodayArgs>),
    Why(Box<why::Args>),
    WhyNot(Box<why_not::Args>),
    Compare(Box<compare::Args>),
    Check(Box<check::Args>),
    Batch(Box<batch::Args>),
    Rules(rules::Args),
    Seasons(seasons::Args),
    Exercises(exercises::Args),
    Init(Box<init::Args>),
    Config(Box<config::Args>),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Runs the program and gives its exit code.
pub fn main() -> ExitCode {
    let mut command = Cli::command();
    // Taken as a width, nothing would put each word of the help on its own line.
    if std::env::var("COLUMNS").is_ok_and(|columns| columns == "0") {
        command = command.term_width(80);
    }
    let asked = command.try_get_matches_from_mut(std::env::args_os());
    let cli = match asked.and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches)) {
        Ok(cli) => cli,
        Err(error) => return failure::of_clap(&error.format(&mut command)),
    };
    // Taking it apart again would take longer than planning a week.
    std::mem::forget(command);
    let done = match cli.command {
        Command::Week(args) => week::run(&args),
        Command::Session(args) => session::run(&args),
        Command::Today(args) => session::today(*args),
        Command::Why(args) => why::run(&args),
        Command::WhyNot(args) => why_not::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Batch(args) => batch::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Seasons(args) => seasons::run(&args),
        Command::Exercises(args) => exercises::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Config(args) => config::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => completions::run(&args, Cli::command()),
        Command::Man(args) => man::run(&args, Cli::command()),
    };
    done.unwrap_or_else(Failure::report)
}
