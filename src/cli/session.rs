//! `runplan session` and `runplan today`: one day, to read in the gym.

use super::busy::BusyArgs;
use super::failure::Failure;
use super::input::{ProfileArgs, day};
use super::moment::{NowArgs, WhenArgs};
use super::output::to_stdout;
use super::rules::Form;
use super::week::{no_week, width};
use chrono::Datelike;
use runplan::day::Day;
use runplan::export::session::{day_json, day_text};
use runplan::plan::{Outcome, plan_briefly};
use std::process::ExitCode;

/// Shows a day's sessions.
#[derive(Debug, clap::Args)]
#[command(about = "Shows one day to read in the gym: every exercise with sets, repetitions, load and rest")]
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
#[command(about = "Shows today, to read in the gym")]
pub struct TodayArgs {
    #[command(flatten)]
    profile: ProfileArgs,
    #[command(flatten)]
    now: NowArgs,
    #[command(flatten)]
    busy: BusyArgs,
    /// The form
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Runs `session`.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    show(&args.profile, &args.when, day(&args.day)?, args.format)
}

/// Runs `today`.
pub fn today(args: TodayArgs) -> Result<ExitCode, Failure> {
    let date = args.now.today()?;
    let day = Day::of(date.weekday().num_days_from_monday() as usize);
    show(&args.profile, &WhenArgs::on(date, args.busy), day, args.format)
}

fn show(profile: &ProfileArgs, when: &WhenArgs, day: Day, form: Form) -> Result<ExitCode, Failure> {
    let asked = profile.read(when)?;
    let situation = asked.situation();
    let Outcome::Week(plan) = plan_briefly(&situation) else { return no_week(&situation, form) };
    to_stdout(&match form {
        Form::Text => day_text(&plan, day, width()),
        Form::Json => day_json(&plan, day),
    })?;
    Ok(ExitCode::SUCCESS)
}
