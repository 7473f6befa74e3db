//! `runplan cycle`: all weeks to the race and through recovery.

use crate::cli::calendar::CalendarArgs;
use crate::cli::edge::busy::BusyArgs;
use crate::cli::edge::chosen::Chosen;
use crate::cli::edge::folder::{Folder, days};
use crate::cli::edge::output::{FileArgs, OutputArgs, width};
use crate::cli::edge::plan_args::{PlanArgs, PlanInput};
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::refusal::tell_refusal;
use crate::cli::edge::request_input::RequestInput;
use crate::cli::edge::streams::print_document;
use crate::cli::edge::week_args::{NowArgs, WhenArgs, week_of};
use crate::cli::edge::{Failure, NO};
use chrono::NaiveDate;
use runplan::cycle::{Cycle, last_week};
use runplan::export::ics::replace::replacing;
use runplan::export::json::brief_cycle;
use runplan::export::{Format, Options};
use runplan::plan::Outcome;
use runplan::profile::{PLAN_WEEKS, Profile};
use runplan::week::dates::monday_of;
use std::process::ExitCode;

/// Plans all weeks to the race.
#[derive(Debug, clap::Args)]
#[command(before_long_help = "\
Examples:
  runplan cycle --race 2027-02-14 --distance half
  runplan cycle --start 2026-11-30 -o plan.ics     all of it for your calendar
  runplan cycle -o plan/                           a file a session, for a watch
  runplan cycle -o plan.html                       a page with a picture of the whole
  runplan cycle --format ndjson | runplan check -  held against the rules")]
pub struct Args {
    #[command(flatten)]
    profile: ProfileArgs,
    #[command(flatten)]
    plan: PlanArgs,
    #[command(flatten)]
    shown: ShownArgs,
}

/// Which weeks of a plan are shown, and how; alike on every command that shows a plan.
#[derive(Debug, clap::Args)]
pub struct ShownArgs {
    /// Only these weeks, as in 2026-W49..2027-W06
    #[arg(long, value_name = "A..B")]
    weeks: Option<String>,
    #[command(flatten)]
    now: NowArgs,
    #[command(flatten)]
    busy: BusyArgs,
    #[command(flatten)]
    pub output: OutputArgs,
    /// How much of JSON: full, or brief without the weeks themselves
    #[arg(long, value_name = "DETAIL", value_parser = ["full", "brief"], default_value = "full")]
    detail: String,
    #[command(flatten)]
    calendar: CalendarArgs,
    /// Starts a CSV file with a byte order mark, for old spreadsheets
    #[arg(long)]
    bom: bool,
}

impl ShownArgs {
    /// Whether only some weeks are wanted.
    pub const fn is_part(&self) -> bool {
        self.weeks.is_some()
    }

    /// Mondays that an answer speaks of: what an earlier one had in them and this one has not is gone.
    fn planned(
        &self,
        cycle: &Cycle,
        [first, last]: [NaiveDate; 2],
        this_week: NaiveDate,
        refused: &[NaiveDate],
    ) -> Vec<NaiveDate> {
        // From now on there is nothing beside it: what a longer plan had there has vanished too.
        let ahead = |monday: &NaiveDate| (*monday - last).num_weeks() < PLAN_WEEKS;
        // Of somebody else's plan all weeks from now on are spoken of: it may have had more.
        let mondays: Vec<_> = if self.is_part() {
            cycle.weeks.iter().map(|week| week.monday).collect()
        } else {
            first.min(this_week).iter_weeks().take_while(ahead).collect()
        };
        mondays.into_iter().filter(|monday| !refused.contains(monday)).collect()
    }

    /// Whether a table is to start with a byte order mark.
    pub const fn wants_mark(&self) -> bool {
        self.bom
    }
}

/// Runs the command.
pub fn run(args: Args) -> Result<ExitCode, Failure> {
    let Args { profile, plan, shown } = args;
    let format = shown.output.format()?;
    let (asked, first, last) = asked(&profile, plan, &shown)?;
    let cycle = asked.cycle(first, last);
    match format {
        Chosen::Text(format) => show(&cycle, format, &shown, [first, last], None),
        Chosen::Sessions(format) => {
            let folder = Folder::find(&shown.output.file, format)?;
            write_sessions(&cycle, &folder, &shown, [first, last])
        }
    }
}

/// What is asked of a plan, and the Mondays of its first and its last week that are wanted.
pub fn asked(
    profile: &ProfileArgs,
    plan: PlanArgs,
    shown: &ShownArgs,
) -> Result<(RequestInput, NaiveDate, NaiveDate), Failure> {
    let weeks = shown.weeks.as_deref().map(|weeks| between(weeks, &shown.now)).transpose()?;
    let today = shown.now.today()?;
    let asked = profile.read_all(&WhenArgs::on(today, shown.busy.clone(), plan))?;
    let (first, last) = match &asked.plan {
        Some(plan) => of_written(plan, weeks)?,
        None => of_profile(&asked.profile, weeks, today)?,
    };
    let this_week = monday_of(today).unwrap_or(today);
    if !asked.block.is_empty() && !(first..=last).contains(&this_week) {
        return Err(Failure::usage(
            "`--block` blocks a day of this week, which is none of the weeks that are asked for",
            "say which week is this one with `--now`, or leave `--block` out",
        ));
    }
    if let Chosen::Text(_) = shown.output.format()? {
        shown.output.file.check()?;
    }
    Ok((asked, first, last))
}

/// The weeks of a written plan that are wanted.
fn of_written(
    plan: &PlanInput,
    weeks: Option<(NaiveDate, NaiveDate)>,
) -> Result<(NaiveDate, NaiveDate), Failure> {
    let written = &plan.overlay.written;
    let Some((first, last)) = weeks else { return Ok((written.monday, written.last())) };
    plan.has(first)?;
    plan.has(last)?;
    Ok((first, last))
}

/// The weeks of the runner's own plan that are wanted.
fn of_profile(
    profile: &Profile,
    weeks: Option<(NaiveDate, NaiveDate)>,
    today: NaiveDate,
) -> Result<(NaiveDate, NaiveDate), Failure> {
    let this_week = monday_of(today).unwrap_or(today);
    let (race, is_part) = (profile.race, weeks.is_some());
    let (first, last) = match (weeks, race) {
        (Some(weeks), _) => weeks,
        (None, None) => {
            return Err(Failure::usage(
                "a plan leads to a race, and the profile names none",
                "name it with `--race 2027-02-14 --distance half`, or the weeks with `--weeks 2026-W49..2027-W06`",
            ));
        }
        (None, Some(race)) => {
            let start = profile.plan.start.and_then(monday_of);
            (start.unwrap_or(this_week), last_week(race))
        }
    };
    if let (Some(season), Some(race)) = (profile.season, race) {
        return Err(Failure::usage(
            format!(
                "`season = \"{season}\"` is one season for every week, and the race on {} gives several",
                race.date
            ),
            "leave `season` out: it follows from the race",
        ));
    }
    if let (true, Some(race)) = (last < first, race) {
        return Err(Failure::usage(
            format!("the race on {} and the recovery from it are over", race.date),
            "name the next one with `--race`, or look back with `--start`",
        ));
    }
    if (last - first).num_weeks() >= PLAN_WEEKS {
        let mend = if is_part { "name fewer weeks" } else { "start it later with `--start`" };
        return Err(Failure::usage(
            format!("from {first} to {last} are over {PLAN_WEEKS} weeks, the most that a plan has"),
            mend,
        ));
    }
    Ok((first, last))
}

/// Shows the weeks of a plan; `table` is the plan's own table with what was placed, where that is asked for.
pub fn show(
    cycle: &Cycle,
    format: &Format,
    args: &ShownArgs,
    [first, last]: [NaiveDate; 2],
    table: Option<String>,
) -> Result<ExitCode, Failure> {
    let today = args.now.today()?;
    let this_week = monday_of(today).unwrap_or(today);
    let calendar = format.name == "ics";
    let stamp = if calendar { args.now.moment()? } else { Options::default().stamp };
    let options = Options {
        width: width(),
        bom: args.bom,
        stamp,
        calendar: args.calendar.read()?,
        ..Options::default()
    };
    let text = table.unwrap_or_else(|| document(cycle, format, &args.detail, &options));
    args.calendar.tell_missing(format, &text);
    let refused = refused_weeks(cycle);
    if keeps_earlier(&args.output.file, calendar, refused.len(), cycle.weeks.len()) {
        print_document(format, &text)?;
    } else {
        // A calendar that takes the place of an earlier one goes on where that ended.
        let planned = || args.planned(cycle, [first, last], this_week, &refused);
        args.output.file.write(format, |earlier| match earlier {
            Some(earlier) if calendar => replacing(earlier, &text, stamp, &planned()),
            _ => text,
        })?;
    }
    Ok(code(cycle, format.for_programs()))
}

/// Writes the weeks of a plan as a file a session.
pub fn write_sessions(
    cycle: &Cycle,
    folder: &Folder<'_>,
    args: &ShownArgs,
    [first, last]: [NaiveDate; 2],
) -> Result<ExitCode, Failure> {
    let today = args.now.today()?;
    let this_week = monday_of(today).unwrap_or(today);
    let planned = args.planned(cycle, [first, last], this_week, &refused_weeks(cycle));
    let options = Options { stamp: args.now.moment()?, ..Options::default() };
    let plans: Vec<_> = cycle.plans().collect();
    folder.write(&days(&plans), |monday| planned.contains(&monday), &options)?;
    Ok(code(cycle, false))
}

/// Mondays of the weeks that were refused.
fn refused_weeks(cycle: &Cycle) -> Vec<NaiveDate> {
    cycle.weeks.iter().filter(|week| week.outcome.week().is_none()).map(|week| week.monday).collect()
}

/// How it ended: people are told of the first week that was refused.
fn code(cycle: &Cycle, for_programs: bool) -> ExitCode {
    let refused = cycle.weeks.iter().find_map(|week| match &week.outcome {
        Outcome::Refused(refusal) => Some((week.monday, refusal)),
        Outcome::Week(_) => None,
    });
    let Some((monday, refusal)) = refused else { return ExitCode::SUCCESS };
    if !for_programs {
        tell_refusal(refusal, Some(monday));
    }
    ExitCode::from(NO)
}

/// Whether an earlier plan stays in its file, as weeks of the new one were refused: one with holes is no better. A calendar
/// takes in the weeks that there are, and keeps those that it had of the others.
fn keeps_earlier(output: &FileArgs, calendar: bool, refused: usize, weeks: usize) -> bool {
    let holes = refused > 0 && !calendar && output.replaces() && !output.forced();
    (refused > 0 && refused == weeks) || holes
}

fn document(cycle: &Cycle, format: &Format, detail: &str, options: &Options) -> String {
    match detail {
        "brief" if format.name == "json" => brief_cycle(cycle),
        _ => (format.cycle)(cycle, options),
    }
}

/// The Mondays of the first and the last week of `2026-W49..2027-W06`.
fn between(words: &str, now: &NowArgs) -> Result<(NaiveDate, NaiveDate), Failure> {
    let weeks = match words.split_once("..") {
        Some((first, last)) => week_of(first, now)?.zip(week_of(last, now)?),
        None => None,
    };
    match weeks {
        Some((first, last)) if last < first => Err(Failure::usage(
            format!("the weeks `{words}` end before they begin"),
            "write the earlier one first",
        )),
        Some(weeks) => Ok(weeks),
        None => Err(Failure::usage(
            format!("`{words}` are no weeks"),
            "write the first and the last, as in 2026-W49..2027-W06",
        )),
    }
}
