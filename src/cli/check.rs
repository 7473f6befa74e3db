//! `runplan check`: holds weeks and plans against the rules, whoever wrote them.

use crate::cli::edge::excerpt::on_one_line;
use crate::cli::edge::output::{pretty, width};
use crate::cli::edge::plan_args::start_monday;
use crate::cli::edge::plan_files::{PlanFiles, check_stdin_once, read_plans, report_all};
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::stderr::tell;
use crate::cli::edge::streams::{to_program, to_reader};
use crate::cli::edge::{Failure, NO};
use runplan::check::{Report, Severity, Standard, check};
use runplan::export::check::{checked_json, checked_short, checked_text, words_text};
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
Reads weeks of this program (JSON, NDJSON, CSV), tables (CSV or Markdown: a row a week and a column a day, the other way
round, or a row a day with its date), calendars (.ics) and the plans of claude-coach, calendar-hack and trainctl (JSON,
YAML). Time, gym days and blocked days are checked only with `--profile`, which is never looked for here."
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
    #[arg(long, short, value_enum, default_value_t = ReportForm::Text)]
    format: ReportForm,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum ReportForm {
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
    let against = Standard { all: args.all, ..args.profile.standard(args.race.as_deref())? };
    let start = args.start.as_deref().map(start_monday).transpose()?;
    check_stdin_once(args.files.iter().chain(&args.profile.profile))?;
    let PlanFiles { mut plans, failures, names } = read_plans(&args.files);
    if let (Some(start), Some(plan)) = (&args.start, plans.iter().find(|plan| start.is_some() && plan.dated))
    {
        let source = plan.weeks.first().map_or(0, |week| week.source);
        let message = format!(
            "`--start {start}` is for plans without dates, and {} has its own",
            on_one_line(&names[source])
        );
        return Err(Failure::usage(message, "leave `--start` out, or check that plan apart"));
    }
    for plan in plans.iter_mut().filter(|plan| !plan.dated) {
        match (start, against.race_date()) {
            (Some(start), _) => plan.start_on(start),
            (None, Some(race)) => plan.race_on(race),
            (None, None) => {}
        }
    }
    if let Some(race) = against.race_date() {
        for plan in &mut plans {
            plan.same_race(race);
        }
    }
    let report = check(&plans, &against);
    if !plans.is_empty() {
        match args.format {
            ReportForm::Text => to_reader(&checked_text(&report, &names, args.all, width()))?,
            ReportForm::Short => to_reader(&checked_short(&report, &names))?,
            ReportForm::Json => to_program(&pretty(&checked_json(&report, &names)))?,
        }
    }
    // What could be read was checked; what could not decides the exit code.
    let code = exit_code(&report, args.deny_warnings, args.format);
    Ok(report_all(failures).unwrap_or(code))
}

/// The exit code of a report.
fn exit_code(report: &Report, deny_warnings: bool, form: ReportForm) -> ExitCode {
    if report.count(Severity::Error) > 0 {
        return ExitCode::from(NO);
    }
    if deny_warnings && report.count(Severity::Warning) > 0 {
        if form != ReportForm::Json {
            tell("error", "there are warnings, and `--deny-warnings` is set", &[]);
        }
        return ExitCode::from(NO);
    }
    ExitCode::SUCCESS
}
