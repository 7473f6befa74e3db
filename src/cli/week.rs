//! `runplan week`: the best week, or why there is none.

use crate::cli::calendar::CalendarArgs;
use crate::cli::edge::chosen::Chosen;
use crate::cli::edge::folder::{Folder, days};
use crate::cli::edge::output::{OutputArgs, width};
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::refusal::tell_refusal;
use crate::cli::edge::stderr::tell;
use crate::cli::edge::streams::{print_document, to_reader};
use crate::cli::edge::week_args::WhenArgs;
use crate::cli::edge::{Failure, NO};
use runplan::export::ics::replace::replacing;
use runplan::export::{FORMATS, Format, Options};
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
  runplan week --season ./mine.toml --format json -o week.json
  runplan week -o week/                            a file a session, for a watch")]
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
    let chosen = args.output.format()?;
    let asked = args.profile.read(&args.when)?;
    let options = |carries_stamp: bool| {
        Ok(Options {
            explain: args.explain,
            width: width(),
            bom: args.bom,
            stamp: if carries_stamp { args.when.week.now.moment()? } else { Options::default().stamp },
            calendar: args.calendar.read()?,
            ..Options::default()
        })
    };
    match chosen {
        Chosen::Text(format) => {
            args.output.file.check()?;
            let options = options(format.name == "ics")?;
            write(args, format, &asked.named(plan(&asked.request())), &options)
        }
        Chosen::Sessions(format) => {
            let folder = Folder::find(&args.output.file, format)?;
            let outcome = asked.named(plan(&asked.request()));
            if let Outcome::Week(plan) = &outcome {
                folder.write(&days(&[plan]), |monday| monday == plan.monday, &options(true)?)?;
            }
            Ok(args.code(&outcome, false))
        }
    }
}

/// Writes the answer as one document.
fn write(args: &Args, format: &Format, outcome: &Outcome, options: &Options) -> Result<ExitCode, Failure> {
    match (format.document(outcome, options), outcome.week()) {
        // A calendar that takes the place of an earlier one goes on where that ended.
        (Some(text), Some(plan)) => {
            args.calendar.tell_missing(format, &text);
            args.output.file.write(format, |earlier| match earlier {
                Some(earlier) if format.name == "ics" => {
                    replacing(earlier, &text, options.stamp, &[plan.monday])
                }
                _ => text,
            })?;
        }
        // A refusal would take the place of a week that is good.
        (Some(text), None) => print_document(format, &text)?,
        (None, _) => {}
    }
    Ok(args.code(outcome, format.for_programs()))
}

impl Args {
    /// How it ended. Programs have read a refusal as a document; people are told.
    fn code(&self, outcome: &Outcome, for_programs: bool) -> ExitCode {
        match outcome {
            Outcome::Week(plan)
                if self.deny_warnings && plan.warnings.iter().any(|warning| !warning.note) =>
            {
                if !for_programs {
                    tell("error", "there are warnings, and `--deny-warnings` is set", &[]);
                }
                ExitCode::from(NO)
            }
            Outcome::Week(_) => ExitCode::SUCCESS,
            Outcome::Refused(refusal) => {
                if !for_programs {
                    tell_refusal(refusal, None);
                }
                ExitCode::from(NO)
            }
        }
    }
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
