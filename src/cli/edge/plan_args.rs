//! A running plan of somebody else's that a command is about: named by a flag or by the profile.

use crate::cli::edge::Failure;
use crate::cli::edge::excerpt::on_one_line;
use crate::cli::edge::read_file::{PLAN, read_whole};
use chrono::NaiveDate;
use clap::Args;
use runplan::check::Standard;
use runplan::import::{self, ForeignPlan};
use runplan::input::document;
use runplan::overlay::{Overlay, csv, one};
use runplan::week::dates::{iso_week, monday_of};
use runplan::week::pace;
use runplan::week::race::Distance;
use runplan::word::Word as _;
use runplan::wrap::shell_word;
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
    /// Whether an earlier overlay had added to it.
    pub has_additions: bool,
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
        // A plan that names its race has a date.
        let distance = if self.plan.is_some() && self.race.is_none() { &None } else { &self.distance };
        let said = [
            ("--race", "race.date", &self.race),
            ("--distance", "race.distance", distance),
            ("--start", "plan.start", start),
        ];
        said.into_iter().filter_map(|(flag, key, word)| Some((flag, key, word.clone()?))).collect()
    }

    /// The flags that say how the plan is read, for a command that shows more of it; `None` where it came through a pipe.
    pub fn flags(&self, profile: Option<&Path>, season: Option<&str>, sets: &[String]) -> Option<String> {
        let files = [self.plan.as_deref(), profile];
        if files.into_iter().flatten().any(|path| path.as_os_str() == "-") {
            return None;
        }
        let words = [
            ("--profile", profile.map(|path| path.display().to_string())),
            ("--season", season.map(ToOwned::to_owned)),
            ("--start", self.start.clone()),
            ("--race", self.race.clone()),
            ("--distance", self.distance.clone()),
            ("--pace", self.pace.clone()),
        ];
        let words = words.into_iter().filter_map(|(flag, word)| Some((flag, word?)));
        let all = words.chain(sets.iter().map(|set| ("--set", set.clone())));
        Some(all.map(|(flag, word)| format!(" {flag} {}", shell_word(&word))).collect::<Vec<_>>().concat())
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
        let (name, whole) = read_whole(&path, PLAN)?;
        let text = csv::original(&whole);
        let has_additions = text != whole;
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
        self.measure(&mut plan)?;
        let overlay = Overlay::new(plan, standard, pace, &name).map_err(fail)?;
        Ok(Some(PlanInput { overlay, text, name, has_additions }))
    }

    /// Gives the plan's own last race the distance that a flag names without a date.
    fn measure(&self, plan: &mut ForeignPlan) -> Result<(), Failure> {
        let Some(word) = self.distance.as_deref().filter(|_| self.race.is_none()) else { return Ok(()) };
        let Some(distance) = Distance::parse(word) else {
            return Err(Failure::usage(
                format!("`{word}` is not a distance"),
                "write 5k, 10k, half, marathon or ultra",
            ));
        };
        let Some(race) = plan.races.iter_mut().max_by_key(|race| race.date) else {
            let message = "the plan names no race, so that `--distance` has no date";
            return Err(Failure::usage(message, "name it with `--race 2027-05-16`"));
        };
        race.distance = Some(distance);
        Ok(())
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
