//! `runplan overlay`: strength, mobility and rest around a running plan of somebody else's.

use crate::cli::cycle::{ShownArgs, asked, show, write_sessions};
use crate::cli::edge::Failure;
use crate::cli::edge::chosen::Chosen;
use crate::cli::edge::excerpt::on_one_line;
use crate::cli::edge::folder::Folder;
use crate::cli::edge::plan_args::{PlanArgs, PlanInput};
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::stderr::tell;
use chrono::NaiveDate;
use runplan::cycle::Cycle;
use runplan::export::Format;
use runplan::overlay::csv::with_additions;
use runplan::profile::Profile;
use std::path::PathBuf;
use std::process::ExitCode;

/// Puts strength on a running plan that stays as it is.
#[derive(Debug, clap::Args)]
#[command(
    before_long_help = "\
Examples:
  runplan overlay book-plan.csv --race 2027-05-16
  runplan overlay book-plan.csv -o with-strength.csv    its own table, with strength in its cells
  runplan overlay book-plan.csv -o strength.ics         what was added, for your calendar
  runplan week --plan book-plan.csv --week 2027-W03     one of its weeks, with exercises",
    after_help = "\
Reads what `runplan check` reads. No session of the plan is changed, moved or left out; its own strength and cross-training count.
The profile says the rest: strength, gym days, time, equipment, health. Its runs are not used."
)]
pub struct Args {
    /// The running plan; - is standard input
    #[arg(value_name = "PLAN")]
    file: PathBuf,
    #[command(flatten)]
    profile: ProfileArgs,
    /// The date of the race [default: the plan's own]
    #[arg(long, value_name = "DATE")]
    race: Option<String>,
    /// How far it is: 5k, 10k, half, marathon or ultra
    #[arg(long, value_name = "DISTANCE")]
    distance: Option<String>,
    /// The date on which a plan without dates starts
    #[arg(long, value_name = "DATE")]
    start: Option<String>,
    /// The pace at which distances count, as in 6:30 a kilometre or 10:00/mi [default: 6:00]
    #[arg(long, value_name = "PACE")]
    pace: Option<String>,
    #[command(flatten)]
    shown: ShownArgs,
}

/// Runs the command.
pub fn run(args: Args) -> Result<ExitCode, Failure> {
    let Args { file, profile, race, distance, start, pace, shown } = args;
    let format = shown.output.format()?;
    let plan = PlanArgs { plan: Some(file), race, distance, start, pace };
    let (asked, first, last) = asked(&profile, plan, &shown)?;
    let cycle = asked.cycle(first, last);
    let Some(plan) = &asked.plan else { return Ok(ExitCode::SUCCESS) };
    let format = match format {
        Chosen::Text(format) => format,
        Chosen::Sessions(format) => {
            let folder = Folder::find(&shown.output.file, format)?;
            needs_dates(plan, format.name, false)?;
            tell_what_was_taken(plan, &asked.profile);
            return write_sessions(&cycle, &folder, &shown, [first, last]);
        }
    };
    let table = table(plan, &cycle, format);
    if table.is_some() && shown.is_part() {
        return Err(Failure::usage(
            "the plan's own table has all of its weeks, and `--weeks` names some",
            "leave `--weeks` out, or choose another format",
        ));
    }
    needs_dates(plan, format.name, table.is_some())?;
    tell_what_was_taken(plan, &asked.profile);
    let table = table.map(|(text, days)| {
        let has_mark = text.starts_with('\u{feff}');
        (if shown.wants_mark() && !has_mark { format!("\u{feff}{text}") } else { text }, days)
    });
    let code = show(&cycle, format, &shown, [first, last], table.as_ref().map(|(text, _)| text.clone()))?;
    if let Some((_, days)) = table {
        tell_without_cell(plan, &days);
    }
    Ok(code)
}

/// The plan's own table with what was placed, where it is one and a table is asked for; and the days that have no cell in it.
fn table(plan: &PlanInput, cycle: &Cycle, format: &Format) -> Option<(String, Vec<NaiveDate>)> {
    (format.name == "csv").then(|| with_additions(&plan.text, &plan.overlay, cycle)).flatten()
}

/// Fails where an answer would have dates that nobody said.
fn needs_dates(plan: &PlanInput, format: &str, is_table: bool) -> Result<(), Failure> {
    if plan.overlay.plan.dated || is_table || format == "text" {
        return Ok(());
    }
    Err(Failure::usage(
        format!("{} has no dates, and {format} names them", on_one_line(&plan.name)),
        "say when it starts with `--start 2027-01-04`, or when its race is with `--race 2027-05-16`",
    ))
}

/// Says what was guessed and left out, and what does not count.
fn tell_what_was_taken(plan: &PlanInput, profile: &Profile) {
    let name = on_one_line(&plan.name);
    if plan.has_additions {
        let message = format!(
            "{name} has what an earlier overlay added to it, such as `strength 20 min (full)`: that is placed anew"
        );
        tell("note", &message, &["write your own strength without the word in parentheses".to_owned()]);
    }
    for remark in &plan.overlay.remarks {
        let line = remark.line.map_or_else(String::new, |line| format!(":{line}"));
        let level = if remark.note { "note" } else { "warning" };
        tell(
            level,
            &format!("{name}{line}: {} [{}]", remark.message, remark.id),
            std::slice::from_ref(&remark.hint),
        );
    }
    if profile.runs.count() > 0 {
        let hint = "take them out, or leave them for the weeks that you plan without it";
        tell(
            "note",
            &format!("the runs of the profile are not used: those of {name} stand"),
            &[hint.to_owned()],
        );
    }
}

/// Says where sessions were placed on days that have no cell in the plan's table.
fn tell_without_cell(plan: &PlanInput, days: &[NaiveDate]) {
    let Some(first) = days.first() else { return };
    let more = match days.len() - 1 {
        0 => String::new(),
        1 => " and one more day".to_owned(),
        more => format!(" and {more} more days"),
    };
    let message = format!(
        "{first}{more} {} no cell in {}: what was placed there is left out of the table",
        if days.len() == 1 { "has" } else { "have" },
        on_one_line(&plan.name)
    );
    tell("warning", &message, &["see it with `--format text`, or give those days a cell".to_owned()]);
}
