//! A running plan of somebody else's that a command is about: named by a flag or by the profile.

use crate::cli::edge::Failure;
use crate::cli::edge::excerpt::on_one_line;
use crate::cli::edge::read_file::{PLAN, read_text};
use chrono::NaiveDate;
use clap::Args;
use runplan::check::Standard;
use runplan::import::{self, ForeignPlan};
use runplan::input::document;
use runplan::overlay::{Overlay, csv, one};
use runplan::week::dates::{iso_week, monday_of};
use runplan::week::pace;
use std::path::{Path, PathBuf};

/// The plan, its race and its dates.
#[derive(Clone, Debug, Default, Args)]
pub struct PlanArgs {
    /// A running plan of somebody else's, in place of your own runs [default: `plan.file`]
    #[arg(long, value_name = "FILE")]
    pub plan: Option<PathBuf>,
    /// The day of the race [default: the profile's]
    #[arg(long, value_name = "DATE")]
    pub race: Option<String>,
    /// How far it is: 5k, 10k, half, marathon or ultra
    #[arg(long, value_name = "DISTANCE")]
    pub distance: Option<String>,
    /// The first week of the plan, by any of its days [default: `plan.start`]
    #[arg(long, value_name = "DATE")]
    pub start: Option<String>,
    /// The pace at which distances of that plan count, as in 6:30 a kilometre or 10:00/mi [default: `plan.pace`, else 6:00]
    #[arg(long, value_name = "PACE")]
    pub pace: Option<String>,
}

/// A plan that was read, with its text.
pub struct PlanInput {
    /// The plan with the runner who follows it.
    pub overlay: Overlay,
    /// Its text, as it was before anything was added.
    pub text: String,
    /// The name of its file.
    pub name: String,
}

impl PlanInput {
    /// Fails where the plan has no week from a Monday.
    pub fn has(&self, monday: NaiveDate) -> Result<(), Failure> {
        let plan = &self.overlay.plan;
        if !plan.dated {
            let message =
                format!("{} has no dates, so that nobody knows its week now", on_one_line(&self.name));
            return Err(Failure::usage(
                message,
                "say when it starts with `--start 2027-01-04`, or when its race is with `--race`",
            ));
        }
        if self.overlay.written.week(monday).is_some() {
            return Ok(());
        }
        let [first, last] = [self.overlay.written.monday, self.overlay.written.last()].map(iso_week);
        let message = format!(
            "{} has no week {}: it goes from {first} to {last}",
            on_one_line(&self.name),
            iso_week(monday)
        );
        Err(Failure::usage(message, format!("name one of its weeks, such as `--week {first}`")))
    }
}

impl PlanArgs {
    /// What flags say of keys of the profile: the flag, its key, the word. The start of somebody else's plan is none of them.
    pub fn words(&self) -> Vec<(&'static str, &'static str, String)> {
        let start = if self.plan.is_some() { &None } else { &self.start };
        let said = [
            ("--race", "race.date", &self.race),
            ("--distance", "race.distance", &self.distance),
            ("--start", "plan.start", start),
        ];
        said.into_iter().filter_map(|(flag, key, word)| Some((flag, key, word.clone()?))).collect()
    }

    /// Reads the plan that is named by the flag, else by the profile of a standard, whose files count from `folder`; `None` where none is.
    pub fn read(&self, standard: &Standard, folder: &Path) -> Result<Option<PlanInput>, Failure> {
        let profile = standard.profile.as_ref();
        let of_profile = || Some(folder.join(profile?.plan_file.as_deref()?));
        let Some(path) = self.plan.clone().or_else(of_profile) else { return Ok(None) };
        let said = self.pace.as_deref().or_else(|| profile?.plan_pace.as_deref());
        let pace = said
            .map(pace::parse)
            .transpose()
            .map_err(|message| Failure::usage(message, "write it as `6:30` a kilometre, or `10:00/mi`"))?;
        let (name, text) = read_text(&path, PLAN)?;
        let text = csv::original(&text);
        let fail = |problems| Failure::Input(problems, vec![(name.clone(), text.clone())]);
        let (plans, problems) = import::read(&text, 0);
        if !problems.is_empty() {
            return Err(fail(problems));
        }
        let Some(mut plan) = one(plans).map_err(fail)? else {
            return Err(Failure::usage(
                format!("there is no plan in {name}"),
                "check that it is a training plan",
            ));
        };
        self.date(&mut plan, standard, &name)?;
        let overlay = Overlay::new(plan, standard, pace, &name).map_err(fail)?;
        Ok(Some(PlanInput { overlay, text, name }))
    }

    /// Gives a plan without dates its own.
    fn date(&self, plan: &mut ForeignPlan, standard: &Standard, name: &str) -> Result<(), Failure> {
        let start = self.start.as_deref().map(start_monday).transpose()?;
        let of_profile = || standard.profile.as_ref()?.plan.start.and_then(monday_of);
        match start {
            Some(_) if plan.dated => {
                let start = self.start.as_deref().unwrap_or_default();
                let message = format!("`--start {start}` is for plans without dates, and {name} has its own");
                return Err(Failure::usage(message, "leave `--start` out"));
            }
            Some(start) => plan.start_on(start),
            None if plan.dated => {}
            None => match (standard.race_date(), of_profile()) {
                (_, Some(start)) if standard.race.is_none() => plan.start_on(start),
                (Some(race), _) => plan.race_on(race),
                (None, _) => {}
            },
        }
        if let Some(race) = standard.race_date() {
            plan.same_race(race);
        }
        Ok(())
    }
}

/// The Monday of the date on which a plan starts.
pub fn start_monday(text: &str) -> Result<NaiveDate, Failure> {
    document::date(text).and_then(monday_of).ok_or_else(|| {
        Failure::usage(
            format!("`{text}` is not a date of the calendar"),
            "write it as YYYY-MM-DD, such as `2027-02-14`",
        )
    })
}
