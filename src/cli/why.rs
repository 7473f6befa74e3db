//! `runplan why`: the reasons of a day or of the whole week.

use crate::cli::edge::Failure;
use crate::cli::edge::output::{Form, width};
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::refusal::no_week;
use crate::cli::edge::week_args::WhenArgs;
use runplan::explain::why_not;
use runplan::export::why::{why_json, why_text};
use runplan::plan::{Outcome, plan_briefly};
use runplan::week::day::Days;
use std::process::ExitCode;

/// Says why the week is as it is.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The day: mon, tomorrow, a date [default: the whole week]
    #[arg(value_name = "DAY")]
    day: Option<String>,
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
    let day = args.day.as_deref().map(|word| args.when.day(word)).transpose()?;
    let when = day.as_ref().map_or(&args.when, |(_, when)| when);
    let asked = args.profile.read(when)?;
    let days = day.map_or(Days::ALL, |(day, _)| std::iter::once(day).collect());
    let request = asked.request();
    match asked.named(plan_briefly(&request)) {
        Outcome::Week(plan) => {
            let reasons = why_not::why(&request, days).unwrap_or_default();
            args.format.print(|| why_text(&plan, days, &reasons, width()), || why_json(&plan, &reasons))
        }
        Outcome::Refused(_) => no_week(&request, args.format),
    }
}
