//! `runplan week`: the best week, or why there is none.

use crate::cli::calendar::CalendarArgs;
use crate::cli::edge::output::{OutputArgs, width};
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::refusal::tell_refusal;
use crate::cli::edge::stderr::tell;
use crate::cli::edge::streams::{print_document, to_reader};
use crate::cli::edge::week_args::WhenArgs;
use crate::cli::edge::{Failure, NO};
use runplan::export::ics::replace::replacing;
use runplan::export::{FORMATS, Options};
use runplan::facts::request::Request;
use runplan::plan::{Outcome, plan};
use std::process::ExitCode;

/// Plans a week.
#[derive(Debug, clap::Args)]
#[command(before_long_help = "\
Examples:
  runplan week --season race-prep
  runplan week --profile maya.toml --week 2026-W48 --explain
  runplan week --set strength.minutes=30 --block thu
  runplan week --season ./mine.toml --format json -o week.json")]
pub struct Args {
    #[command(flatten)]
    profile: ProfileArgs,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    output: OutputArgs,
    /// Shows for each session the rules behind it, with source and grade
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    calendar: CalendarArgs,
    /// Starts a CSV file with a byte order mark, for old spreadsheets
    #[arg(long)]
    bom: bool,
    /// Ends with exit code 1 if there is a warning (a note is none)
    #[arg(long)]
    deny_warnings: bool,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let format = args.output.format()?;
    let asked = args.profile.read(&args.when)?;
    args.output.check()?;
    let outcome = asked.named(plan(&asked.request()));
    let calendar = format.name == "ics";
    let stamp = if calendar { args.when.week.now.moment()? } else { Options::default().stamp };
    let options = Options {
        explain: args.explain,
        width: width(),
        bom: args.bom,
        stamp,
        calendar: args.calendar.read()?,
    };
    match (format.document(&outcome, &options), outcome.week()) {
        // A calendar that takes the place of an earlier one goes on where that ended.
        (Some(text), Some(plan)) => {
            args.calendar.tell_missing(format, &text);
            args.output.write(format, |earlier| match earlier {
                Some(earlier) if calendar => replacing(earlier, &text, stamp, &[plan.monday]),
                _ => text,
            })?;
        }
        // A refusal would take the place of a week that is good.
        (Some(text), None) => print_document(format, &text)?,
        (None, _) => {}
    }
    Ok(match &outcome {
        Outcome::Week(plan) if args.deny_warnings && plan.warnings.iter().any(|warning| !warning.note) => {
            if !format.for_programs() {
                tell("error", "there are warnings, and `--deny-warnings` is set", &[]);
            }
            ExitCode::from(NO)
        }
        Outcome::Week(_) => ExitCode::SUCCESS,
        Outcome::Refused(refusal) => {
            // Programs have read the refusal as a document.
            if !format.for_programs() {
                tell_refusal(refusal, None);
            }
            ExitCode::from(NO)
        }
    })
}

/// Shows the week of a request as text, or says that there is none.
pub fn print(request: &Request<'_>) -> Result<ExitCode, Failure> {
    match plan(request) {
        Outcome::Week(plan) => {
            to_reader(&(FORMATS[0].week)(&plan, &Options { width: width(), ..Options::default() }))?;
            Ok(ExitCode::SUCCESS)
        }
        Outcome::Refused(refusal) => {
            tell_refusal(&refusal, None);
            Ok(ExitCode::from(NO))
        }
    }
}
