//! `runplan check`: holds weeks and plans against the rules, whoever wrote them.

use crate::cli::edge::output::{to_reader, to_stdout};
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::read_file::{PLAN, read_text};
use crate::cli::edge::stderr::{say, tell, to_programs};
use crate::cli::edge::{Failure, NO};
use crate::cli::rules::pretty;
use crate::cli::week::width;
use chrono::{Datelike, NaiveDate};
use runplan::check::{Report, Severity, check};
use runplan::export::check::{checked_json, checked_short, checked_text, words_text};
use runplan::import::{self, ForeignPlan, joined};
use runplan::input::document;
use std::path::PathBuf;
use std::process::ExitCode;

/// Holds plans against the rules.
#[derive(Debug, clap::Args)]
#[command(
    before_long_help = "\
Examples:
  runplan check book-plan.csv --race 2027-05-16
  runplan check week.json --deny-warnings
  runplan check book-plan.csv --format short
  runplan week --format json | runplan check -",
    mut_arg("profile", |arg| arg.help("The runner's profile, TOML or JSON: time, gym days, blocked days, your own numbers")),
    after_help = "\
Reads weeks of this program (JSON, NDJSON), grids (CSV: a row a week, a column a day), calendars (.ics) and the plan JSON
of claude-coach. Time, gym days and blocked days are checked only with `--profile`, which is never looked for here."
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

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// To read
    Text,
    /// A line each, file and line first, for editors and logs
    Short,
    /// For programs
    Json,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    if args.words {
        to_reader(&words_text(width()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let against = args.profile.against(args.race.as_deref())?;
    let start = args.start.as_deref().map(date).transpose()?;
    stdin_once(args.files.iter().chain(&args.profile.profile))?;
    let Read { mut plans, failures, names } = read_all(&args.files);
    if let (Some(start), Some(plan)) = (&args.start, plans.iter().find(|plan| start.is_some() && plan.dated))
    {
        let source = plan.weeks.first().map_or(0, |week| week.source);
        let message =
            format!("`--start {start}` is for plans without dates, and {} has its own", names[source]);
        return Err(Failure::asked(message, "leave `--start` out, or check that plan apart"));
    }
    for plan in plans.iter_mut().filter(|plan| !plan.dated) {
        match (start, against.race_date()) {
            (Some(start), _) => plan.start_on(start),
            (None, Some(race)) => plan.race_on(race),
            (None, None) => {}
        }
    }
    let checked = check(&plans, &against.standard(args.all));
    if !plans.is_empty() {
        match args.format {
            Form::Text => to_reader(&checked_text(&checked, &names, args.all, width()))?,
            Form::Short => to_stdout(&checked_short(&checked, &names))?,
            Form::Json => to_stdout(&pretty(&checked_json(&checked, &names)))?,
        }
    }
    // What could be read was checked; what could not decides the exit code.
    let found = code(&checked, args.deny_warnings, args.format);
    Ok(report_all(failures).unwrap_or(found))
}

/// Reports every failure, a blank line between them; the last one's exit code.
pub fn report_all(failures: Vec<Failure>) -> Option<ExitCode> {
    let mut last = None;
    for failure in failures {
        if last.is_some() && !to_programs() {
            say("\n");
        }
        last = Some(failure.report());
    }
    last
}

/// What was read of some files.
pub struct Read {
    /// The plans, those joined that follow each other.
    pub plans: Vec<ForeignPlan>,
    /// The files that could not be read.
    pub failures: Vec<Failure>,
    /// The names of all files.
    pub names: Vec<String>,
}

/// Standard input can be read once.
pub fn stdin_once<'a>(files: impl Iterator<Item = &'a PathBuf>) -> Result<(), Failure> {
    if files.filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Failure::asked("standard input can be read only once", "name files, or give one `-`"));
    }
    Ok(())
}

/// The plans of all files; one that cannot be read does not stop the others.
pub fn read_all(files: &[PathBuf]) -> Read {
    let mut read = Read { plans: Vec::new(), failures: Vec::new(), names: Vec::new() };
    for path in files {
        match read_text(path, PLAN) {
            Ok((name, text)) => {
                let (more, problems) = import::read(&text, read.names.len());
                read.plans.extend(more);
                if !problems.is_empty() {
                    let mut sources = vec![(String::new(), String::new()); read.names.len()];
                    sources.push((name.clone(), text));
                    read.failures.push(Failure::Input(problems, sources));
                }
                read.names.push(name);
            }
            Err(failure) => {
                read.failures.push(failure);
                read.names.push(path.display().to_string());
            }
        }
    }
    read.plans = joined(read.plans);
    read
}

fn code(checked: &Report, deny_warnings: bool, form: Form) -> ExitCode {
    if checked.count(Severity::Error) > 0 {
        return ExitCode::from(NO);
    }
    if deny_warnings && checked.count(Severity::Warning) > 0 {
        if form != Form::Json {
            tell("error", "there are warnings, and `--deny-warnings` is set", &[]);
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
