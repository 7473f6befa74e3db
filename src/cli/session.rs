//! `runplan session` and `runplan today`: one day, to read in the gym.

use super::busy::BusyArgs;
use super::failure::Failure;
use super::input::{ProfileArgs, day};
use super::moment::{NowArgs, WhenArgs};
use super::output::to_stdout;
use super::rules::Form;
use super::week::{no_week, width};
use chrono::{Datelike as _, NaiveDate};
use runplan::day::Day;
use runplan::document;
use runplan::export::session::{day_json, day_text, next_day_text};
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
#[command(about = "Shows today, to read in the gym, and what comes tomorrow")]
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
    let date = args.at.as_deref().map_or_else(|| args.now.today(), date)?;
    let when = WhenArgs::on(date, args.busy);
    let code = show(&args.profile, &when, day_of(date), args.format)?;
    if args.format == Form::Text && code == ExitCode::SUCCESS {
        tomorrow(&args.profile, date, when)?;
    }
    Ok(code)
}

fn day_of(date: NaiveDate) -> Day {
    Day::of(date.weekday().num_days_from_monday() as usize)
}

fn date(word: &str) -> Result<NaiveDate, Failure> {
    document::date(word)
        .ok_or_else(|| Failure::asked(format!("`{word}` is not a date"), "write it as 2026-11-23"))
}

/// One line on the day after; on a Sunday it is in the next week. At the end of the calendar there is none.
fn tomorrow(profile: &ProfileArgs, date: NaiveDate, when: WhenArgs) -> Result<(), Failure> {
    let Some(next) = date.succ_opt() else { return Ok(()) };
    let Ok(asked) = profile.read(&when.moved(next)) else { return Ok(()) };
    let Outcome::Week(plan) = plan_briefly(&asked.situation()) else { return Ok(()) };
    to_stdout(&format!("\n{}", next_day_text(&plan, day_of(next), width())))
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
