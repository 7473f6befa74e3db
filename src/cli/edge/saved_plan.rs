//! A plan that was printed, as it stands when its week is planned again.

use crate::cli::edge::Failure;
use crate::cli::edge::excerpt::on_one_line;
use crate::cli::edge::read_file::{PLAN, read_text};
use crate::cli::edge::request_input::RequestInput;
use chrono::NaiveDate;
use runplan::export::json::saved;
use runplan::import::{self, ForeignPlan, ForeignWeek};
use runplan::plan::Plan;
use runplan::replan::Standing;
use runplan::week::dates::iso_week;
use std::path::Path;

/// A plan that was printed.
pub struct Saved {
    name: String,
    text: String,
    /// Its runner, where it says so.
    pub runner: Option<String>,
    /// The week as it was read.
    pub week: ForeignWeek,
}

impl Saved {
    /// Reads a plan that has the week from a Monday.
    pub fn read(path: &Path, monday: NaiveDate) -> Result<Self, Failure> {
        let (name, text) = read_text(path, PLAN)?;
        let (plans, problems) = import::read(&text, 0);
        if !problems.is_empty() {
            return Err(Failure::Input(problems, vec![(name, text)]));
        }
        let shown = on_one_line(&name);
        if plans.iter().any(|plan| !plan.dated) {
            return Err(Failure::usage(
                format!("{shown} has no dates, so that nobody knows its week now"),
                "give a plan as `runplan week --format json` prints it",
            ));
        }
        let weeks = || plans.iter().flat_map(|plan| plan.weeks.iter().map(move |week| (plan, week)));
        let here: Vec<_> = weeks().filter(|(_, week)| week.monday == monday).collect();
        if let [(one, _), (other, _), ..] = here[..] {
            let name = |plan: &ForeignPlan| {
                plan.runner.clone().unwrap_or_else(|| "somebody without a name".to_owned())
            };
            let message =
                format!("{shown} has {} twice, of {} and of {}", iso_week(monday), name(one), name(other));
            return Err(Failure::usage(message, "give one runner's plan at a time"));
        }
        if let [(plan, week)] = here[..] {
            return Ok(Self { runner: plan.runner.clone(), week: week.clone(), name, text });
        }
        let all: Vec<NaiveDate> = weeks().map(|(_, week)| week.monday).collect();
        let now = iso_week(monday);
        let message = match (all.first(), all.last()) {
            (Some(first), Some(last)) if first == last => {
                format!("{shown} is the week {}, and now is {now}", iso_week(*first))
            }
            (Some(first), Some(last)) => {
                format!("{shown} goes from {} to {}, and now is {now}", iso_week(*first), iso_week(*last))
            }
            _ => format!("there is no week in {shown}"),
        };
        Err(Failure::usage(message, "give the plan of this week, or say when it is with `--now`"))
    }

    /// The week as it stands there; what is as it would be planned now is taken from that.
    pub fn standing(&self, known: Option<&Plan>, asked: &RequestInput) -> Result<Standing, Failure> {
        if let (Some(of), Some(whose)) = (&self.runner, &asked.profile.name)
            && of != whose
        {
            let message = format!(
                "{} is the plan of {of}, and the profile is that of {whose}",
                on_one_line(&self.name)
            );
            return Err(Failure::usage(message, "name the profile of the same runner with `--profile`"));
        }
        let read = saved::standing(&self.text, self.week.monday, known, &asked.exercises);
        let read = read.map_err(|message| {
            let message = format!("{}: {message}", on_one_line(&self.name));
            Failure::usage(message, "give it as `runplan week --format json` prints it")
        })?;
        read.ok_or_else(|| {
            let message = format!("{} says too little of its sessions to plan them again", on_one_line(&self.name));
            Failure::usage(
                message,
                "give it as `runplan week --format json` prints it; a running plan of somebody else's goes to `--plan`",
            )
        })
    }
}
