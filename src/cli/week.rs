//! `runplan week`: the best week, or why there is none.

use crate::cli::calendar::CalendarArgs;
use crate::cli::edge::ascii::shown;
use crate::cli::edge::output::{OutputArgs, to_reader, to_stdout};
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::stderr::tell;
use crate::cli::edge::week_args::WhenArgs;
use crate::cli::edge::{Failure, NO};
use crate::cli::rules::Form;
use runplan::export::ics::replace::replacing;
use runplan::export::json::refusal as refusal_json;
use runplan::export::{FORMATS, Look};
use runplan::facts::request::Request;
use runplan::plan::{Outcome, Refusal, plan};
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
    let outcome = plan(&asked.request());
    let calendar = format.name == "ics";
    let stamp = if calendar { args.when.moment()? } else { Look::default().stamp };
    let look =
        Look { explain: args.explain, width: width(), bom: args.bom, stamp, calendar: args.calendar.read()? };
    if let Some(mut text) = format.document(&outcome, &look) {
        // A calendar that takes the place of an earlier one goes on where that ended.
        let planned: Vec<_> = outcome.week().map(|plan| plan.monday).into_iter().collect();
        if let Some(earlier) = args.output.earlier().filter(|_| calendar) {
            text = replacing(&earlier, &text, stamp, &planned);
        }
        let text = if format.name == "text" { shown(&text) } else { text.into() };
        args.output.write(&text)?;
    }
    Ok(match &outcome {
        Outcome::Week(plan) if args.deny_warnings && plan.warnings.iter().any(|warning| !warning.note) => {
            if !format.for_programs {
                tell("error", "there are warnings, and `--deny-warnings` is set", &[]);
            }
            ExitCode::from(NO)
        }
        Outcome::Week(_) => ExitCode::SUCCESS,
        Outcome::Refused(refusal) => refused(refusal, format.for_programs),
    })
}

/// Shows the week of a request as text, or says that there is none.
pub fn print(request: &Request<'_>) -> Result<ExitCode, Failure> {
    match plan(request) {
        Outcome::Week(plan) => {
            to_reader(&(FORMATS[0].week)(&plan, &Look { width: width(), ..Look::default() }))?;
            Ok(ExitCode::SUCCESS)
        }
        Outcome::Refused(refusal) => Ok(refused(&refusal, false)),
    }
}

/// Says that there is no week; where programs read, the refusal is a document and was written.
fn refused(refusal: &Refusal, written: bool) -> ExitCode {
    if !written {
        let rule = refusal.conflict.rules.first().map_or("", |rule| rule.id);
        let shown = |set: &String| format!("--set '{set}'");
        let mut hints: Vec<_> = refusal
            .fixes
            .iter()
            .map(|fix| {
                format!("{}: {}", fix.message, fix.set.iter().map(shown).collect::<Vec<_>>().join(" "))
            })
            .collect();
        if hints.is_empty() {
            hints.push("change one of these facts".to_owned());
        }
        hints.push(format!("`runplan rules {rule}` says more"));
        tell("error", &format!("no week keeps every rule: {}", refusal.message), &hints);
    }
    ExitCode::from(NO)
}

/// The answer of the commands that ask about a week where there is none: a document for programs, an error for people.
pub fn no_week(request: &Request<'_>, form: Form) -> Result<ExitCode, Failure> {
    let Outcome::Refused(refusal) = plan(request) else { return Ok(ExitCode::SUCCESS) };
    if form == Form::Json {
        to_stdout(&refusal_json(&refusal, true))?;
    }
    Ok(refused(&refusal, form == Form::Json))
}

/// Columns of the page: `COLUMNS` if it is set, else the terminal's; 40 at least and 80 at most.
pub fn width() -> usize {
    let set =
        std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    let columns =
        set.or_else(|| terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| width.0.into()));
    usize::clamp(columns.unwrap_or(80), 40, 80)
}
