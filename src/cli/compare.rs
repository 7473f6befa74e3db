//! `runplan compare`: the three placements side by side, or two weeks that are there already.

use crate::cli::edge::Failure;
use crate::cli::edge::excerpt::on_one_line;
use crate::cli::edge::output::{Form, width};
use crate::cli::edge::plan_files::{check_stdin_once, read_plans, report_all};
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::refusal::no_week;
use crate::cli::edge::week_args::WhenArgs;
use runplan::check::Standard;
use runplan::compare::{differences, placements};
use runplan::export::compare::{differences_json, differences_text, placements_json, placements_text};
use std::path::PathBuf;
use std::process::ExitCode;

/// Compares placements, or two weeks.
#[derive(Debug, clap::Args)]
#[command(before_long_help = "\
Examples:
  runplan compare --season base
  runplan compare monday.json tuesday.json")]
pub struct Args {
    /// Two weeks, as `check` reads them [default: the placements of your own week]
    #[arg(value_name = "FILE", num_args = 2)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    profile: ProfileArgs,
    #[command(flatten)]
    when: WhenArgs,
    /// The form
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    if let [a, b] = args.files.as_slice() {
        return two_weeks([a, b], args);
    }
    let asked = args.profile.read(&args.when)?;
    let request = asked.request();
    let comparison = placements(&request);
    if comparison.weeks.iter().all(|of| of.outcome.week().is_none()) {
        return no_week(&request, args.format);
    }
    args.format.print(|| placements_text(&comparison, width()), || placements_json(&comparison))
}

/// Compares the weeks of two files.
fn two_weeks(files: [&PathBuf; 2], args: &Args) -> Result<ExitCode, Failure> {
    let against = Standard { all: true, ..args.profile.standard(None)? };
    check_stdin_once(files.into_iter().chain(&args.profile.profile))?;
    let [first, second] = files.map(|file| read_plans(std::slice::from_ref(file)));
    let names = [first.names.concat(), second.names.concat()];
    let failures: Vec<Failure> = first.failures.into_iter().chain(second.failures).collect();
    if let Some(code) = report_all(failures) {
        return Ok(code);
    }
    let ([a, ..], [b, ..]) = (first.plans.as_slice(), second.plans.as_slice()) else {
        return Err(Failure::usage("there is no week to compare", "give two files with weeks"));
    };
    if a.weeks.len() != b.weeks.len() || a.weeks.is_empty() {
        let [a, b] = [a, b].map(|plan| plan.weeks.len());
        let weeks = if a == 1 { "week" } else { "weeks" };
        let [first, second] = names.each_ref().map(|name| on_one_line(name));
        let message = format!("{first} has {a} {weeks}, {second} has {b}");
        return Err(Failure::usage(message, "compare plans of the same length, week by week"));
    }
    let differences = differences([a, b], &against);
    let names = [names[0].as_str(), names[1].as_str()];
    args.format
        .print(|| differences_text(&differences, names, width()), || differences_json(&differences, names))
}
