//! `runplan check`: holds weeks and plans against the rules, whoever wrote them.

use super::failure::{Failure, NO, Sources, say};
use super::files::{PLAN, read_text};
use super::input::ProfileArgs;
use super::output::to_stdout;
use super::rules::{Form, pretty};
use super::week::width;
use chrono::{Datelike, NaiveDate};
use runplan::check::{Checked, Severity, Standard, check};
use runplan::document;
use runplan::export::checked::{checked_json, checked_text, words_text};
use runplan::problem::Problem;
use runplan::written::{self, WrittenPlan, joined};
use std::path::PathBuf;
use std::process::ExitCode;

/// Holds plans against the rules.
#[derive(Debug, clap::Args)]
#[command(
    about = "Holds any week or plan against the rules: what is broken, where, how to mend it",
    after_help = "\
Reads weeks of this program (JSON, NDJSON), grids (CSV: a row a week, a column a day), calendars (.ics) and the plan JSON
of claude-coach. Time, gym days and blocked days are checked only with `--profile`, which is never looked for here.

Examples:
  runplan check book-plan.csv --race 2027-05-16
  runplan check week.json --deny-warnings
  runplan week --format json | runplan check -"
)]
pub struct Args {
    /// The files; - is standard input
    #[arg(value_name = "FILE", required_unless_present = "words")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    profile: ProfileArgs,
    /// The date of the race: the season of each week follows from it, and a plan without dates ends with it
    #[arg(long, value_name = "DATE")]
    race: Option<String>,
    /// The date on which a plan without dates starts
    #[arg(long, value_name = "DATE")]
    start: Option<String>,
    /// Shows everything: lower levels, and what a planned week says of itself
    #[arg(long)]
    all: bool,
    /// Ends with exit code 1 if there is a warning (a note is none)
    #[arg(long)]
    deny_warnings: bool,
    /// Lists the words that are known in free text
    #[arg(long)]
    words: bool,
    /// The form
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    if args.words {
        to_stdout(&words_text(width()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let against = args.profile.against(args.race.as_deref())?;
    let start = args.start.as_deref().map(date).transpose()?;
    let (mut plans, problems, sources) = read_all(&args.files)?;
    for plan in plans.iter_mut().filter(|plan| !plan.dated) {
        match (start, against.race) {
            (Some(start), _) => plan.start_on(start),
            (None, Some(race)) => plan.race_on(race.date),
            (None, None) => {}
        }
    }
    let standard = Standard {
        profile: against.profile.as_ref(),
        season: against.season.as_ref(),
        placement: against.placement,
        race: against.race,
        block: against.block,
        all: args.all,
    };
    let checked = check(&plans, &standard);
    let names: Vec<String> = sources.iter().map(|(name, _)| name.clone()).collect();
    if !plans.is_empty() {
        match args.format {
            Form::Text => to_stdout(&checked_text(&checked, &names, args.all, width()))?,
            Form::Json => to_stdout(&pretty(&checked_json(&checked, &names)))?,
        }
    }
    if problems.is_empty() {
        return Ok(code(&checked, args.deny_warnings, args.format));
    }
    // What could be read was checked; what could not decides the exit code.
    Err(Failure::Input(problems, sources))
}

/// The plans of all files, and every problem of those that are none.
pub fn read_all(files: &[PathBuf]) -> Result<(Vec<WrittenPlan>, Vec<Problem>, Sources), Failure> {
    let (mut plans, mut problems, mut sources) = (Vec::new(), Vec::new(), Sources::new());
    for path in files {
        let (name, text) = read_text(path, PLAN)?;
        match written::read(&text, sources.len()) {
            Ok(more) => plans.extend(more),
            Err(more) => problems.extend(more),
        }
        sources.push((name, text));
    }
    Ok((joined(plans), problems, sources))
}

fn code(checked: &Checked, deny_warnings: bool, form: Form) -> ExitCode {
    if checked.count(Severity::Error) > 0 {
        return ExitCode::from(NO);
    }
    if deny_warnings && checked.count(Severity::Warning) > 0 {
        if form == Form::Text {
            say("error: there are warnings, and `--deny-warnings` is set\n");
        }
        return ExitCode::from(NO);
    }
    ExitCode::SUCCESS
}

/// The Monday of the date on which a plan starts.
fn date(text: &str) -> Result<NaiveDate, Failure> {
    let monday = |date: NaiveDate| {
        date.checked_sub_days(chrono::Days::new(date.weekday().num_days_from_monday().into()))
    };
    document::date(text).and_then(monday).ok_or_else(|| {
        Failure::asked(
            format!("`{text}` is not a date of the calendar"),
            "write it as YYYY-MM-DD, such as `2027-02-14`",
        )
    })
}
