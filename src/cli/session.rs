//! `runplan session` and `runplan today`: one day, to read in the gym.

use crate::cli::edge::Failure;
use crate::cli::edge::busy::BusyArgs;
use crate::cli::edge::output::{Form, width};
use crate::cli::edge::plan_args::PlanArgs;
use crate::cli::edge::profile_args::{ProfileArgs, day};
use crate::cli::edge::refusal::no_week;
use crate::cli::edge::request_input::RequestInput;
use crate::cli::edge::streams::{to_program, to_reader};
use crate::cli::edge::week_args::{NowArgs, WhenArgs};
use chrono::NaiveDate;
use runplan::export::session::{day_json, day_text, next_day_text};
use runplan::input::document;
use runplan::plan::{Outcome, Plan, plan_briefly};
use runplan::week::dates::day_of;
use runplan::week::day::Day;
use std::process::ExitCode;

/// Shows a day's sessions.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The day
    #[arg(value_name = "DAY")]
    day: String,
    #[command(flatten)]
    profile: ProfileArgs,
    #[command(flatten)]
    when: WhenArgs,
    /// The form
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Shows today's sessions.
#[derive(Debug, clap::Args)]
pub struct TodayArgs {
    /// Another day than today: a date
    #[arg(long, value_name = "DATE", conflicts_with = "now")]
    at: Option<String>,
    #[command(flatten)]
    profile: ProfileArgs,
    #[command(flatten)]
    now: NowArgs,
    #[command(flatten)]
    busy: BusyArgs,
    #[command(flatten)]
    plan: PlanArgs,
    /// The form
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Runs `session`.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let asked = args.profile.read(&args.when)?;
    show(&asked, day(&args.day)?, args.format).map(|(code, _)| code)
}

/// Runs `today`.
pub fn today(args: TodayArgs) -> Result<ExitCode, Failure> {
    let date = args.at.as_deref().map_or_else(|| args.now.today(), date)?;
    let when = WhenArgs::on(date, args.busy, args.plan);
    let asked = args.profile.read(&when)?;
    let (code, plan) = show(&asked, day_of(date), args.format)?;
    if let (Form::Text, Some(plan), Some(next)) = (args.format, plan, date.succ_opt()) {
        tomorrow(asked, *plan, next, when)?;
    }
    Ok(code)
}

fn date(word: &str) -> Result<NaiveDate, Failure> {
    document::date(word)
        .ok_or_else(|| Failure::usage(format!("`{word}` is not a date"), "write it as 2026-11-23"))
}

/// One line on the day after, `next`; after a Sunday it is in the next week. Where that cannot be planned there is none.
fn tomorrow(asked: RequestInput, mut plan: Plan, next: NaiveDate, when: WhenArgs) -> Result<(), Failure> {
    if day_of(next) == Day::Mon {
        let Ok(asked) = asked.moved(&WhenArgs::on(next, when.busy, when.plan)) else { return Ok(()) };
        let request = asked.request();
        let Outcome::Week(then) = plan_briefly(&request) else { return Ok(()) };
        if !request.problems().is_empty() {
            return Ok(());
        }
        plan = *then;
    }
    to_reader(&format!("\n{}", next_day_text(&plan, day_of(next), width())))
}

/// Shows a day; the week is handed on where there is one.
fn show(asked: &RequestInput, day: Day, form: Form) -> Result<(ExitCode, Option<Box<Plan>>), Failure> {
    let request = asked.request();
    let Outcome::Week(plan) = asked.named(plan_briefly(&request)) else {
        return Ok((no_week(&request, form)?, None));
    };
    match form {
        Form::Text => to_reader(&day_text(&plan, day, width()))?,
        Form::Json => to_program(&day_json(&plan, day))?,
    }
    Ok((ExitCode::SUCCESS, Some(plan)))
}
