//! `runplan session` and `runplan today`: one day, to read in the gym.

use crate::cli::edge::Failure;
use crate::cli::edge::busy::BusyArgs;
use crate::cli::edge::chosen::Chosen;
use crate::cli::edge::folder::write_day;
use crate::cli::edge::output::{DayOutputArgs, FileArgs, Form, width};
use crate::cli::edge::plan_args::PlanArgs;
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::refusal::no_week;
use crate::cli::edge::request_input::RequestInput;
use crate::cli::edge::week_args::{NowArgs, WhenArgs};
use chrono::{NaiveDate, NaiveDateTime};
use runplan::export::session::next_day_text;
use runplan::export::{FORMATS, Options};
use runplan::plan::{Outcome, Plan, plan_briefly};
use runplan::week::dates::day_of;
use runplan::week::day::Day;
use std::process::ExitCode;

/// Shows a day's sessions.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The day: mon, tomorrow, a date
    #[arg(value_name = "DAY")]
    day: String,
    #[command(flatten)]
    profile: ProfileArgs,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    output: DayOutputArgs,
}

/// Shows today's sessions.
#[derive(Debug, clap::Args)]
pub struct TodayArgs {
    /// Another day than today: a date, tomorrow
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
    /// How to do each exercise too
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    output: DayOutputArgs,
}

/// Runs `session`.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let chosen = args.output.format()?;
    let (day, when) = args.when.day(&args.day)?;
    let asked = args.profile.read(&when)?;
    let options =
        Options { width: width(), stamp: stamp(chosen, &args.when.week.now)?, ..Options::default() };
    show(asked, day, chosen, &args.output.file, &options, |_, _| None)
}

/// Runs `today`.
pub fn today(args: TodayArgs) -> Result<ExitCode, Failure> {
    let chosen = args.output.format()?;
    let date = args.at.as_deref().map_or_else(|| args.now.today(), |word| args.now.date(word))?;
    let stamp = stamp(chosen, &args.now)?;
    let when = WhenArgs::on(date, args.busy, args.plan);
    let asked = args.profile.read(&when)?;
    let options = Options { width: width(), stamp, cues: args.full, ..Options::default() };
    show(asked, day_of(date), chosen, &args.output.file, &options, |asked, plan| {
        tomorrow(asked, plan, date.succ_opt()?, when)
    })
}

/// The moment of writing, where a file carries it.
fn stamp(chosen: Chosen, now: &NowArgs) -> Result<NaiveDateTime, Failure> {
    match chosen {
        Chosen::Text(_) => Ok(Options::default().stamp),
        Chosen::Sessions(_) => now.moment(),
    }
}

/// One line on the day after, `next`; after a Sunday it is in the next week. Where that cannot be planned there is none.
fn tomorrow(asked: RequestInput, plan: &Plan, next: NaiveDate, when: WhenArgs) -> Option<String> {
    if day_of(next) != Day::Mon {
        return Some(next_day_text(plan, day_of(next), width()));
    }
    let asked = asked.moved(&WhenArgs::on(next, when.busy, when.plan)).ok()?;
    let request = asked.request();
    let Outcome::Week(then) = plan_briefly(&request) else { return None };
    request.problems().is_empty().then(|| next_day_text(&then, day_of(next), width()))
}

/// Shows a day; as text with what `after` adds.
fn show(
    asked: RequestInput,
    day: Day,
    chosen: Chosen,
    file: &FileArgs,
    options: &Options,
    after: impl FnOnce(RequestInput, &Plan) -> Option<String>,
) -> Result<ExitCode, Failure> {
    match chosen {
        Chosen::Text(format) => {
            file.check()?;
            let Outcome::Week(plan) = asked.named(plan_briefly(&asked.request())) else {
                return no_week(
                    &asked.request(),
                    if format.for_programs() { Form::Json } else { Form::Text },
                );
            };
            let Some(write) = format.day else { return Ok(ExitCode::SUCCESS) };
            let mut text = write(&plan, day, options);
            if format.name == FORMATS[0].name
                && let Some(after) = after(asked, &plan)
            {
                text = text + "\n" + &after;
            }
            file.write(format, |_| text)?;
        }
        Chosen::Sessions(format) => {
            let Outcome::Week(plan) = asked.named(plan_briefly(&asked.request())) else {
                return no_week(&asked.request(), Form::Text);
            };
            write_day(&plan, day, format, file, options)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
