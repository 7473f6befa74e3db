//! The runner's own calendars, and the time zone they are read in.

use crate::cli::edge::Failure;
#[cfg(feature = "calendar")]
use crate::cli::edge::Sources;
#[cfg(feature = "calendar")]
use crate::cli::edge::read_file::{CALENDAR, read_text};
#[cfg(feature = "calendar")]
use crate::cli::edge::stderr::tell;
use chrono::NaiveDate;
use clap::Args;
#[cfg(feature = "calendar")]
use runplan::input::busy::{Calendars, Zone};
use runplan::week::hours::Busy;
#[cfg(feature = "calendar")]
use runplan::wrap::one_line;
#[cfg(feature = "calendar")]
use std::cell::OnceCell;
use std::path::PathBuf;
#[cfg(feature = "calendar")]
use std::sync::Arc;

/// The calendars of time that is taken already.
#[derive(Clone, Debug, Default, Args)]
pub struct BusyArgs {
    /// A calendar, .ics: what it holds in the week is not free for training; may be given again
    #[arg(long, value_name = "FILE")]
    busy: Vec<PathBuf>,
    /// The time zone you live in, for `--busy`, such as Europe/Berlin [default: `$TZ`, the system's]
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// The calendars, once they are read: each week of a plan asks for its own hours.
    #[cfg(feature = "calendar")]
    #[arg(skip)]
    calendars: OnceCell<Option<Arc<Calendars>>>,
}

impl BusyArgs {
    /// The hours that the calendars take of a week; `None` where none is named.
    #[cfg(feature = "calendar")]
    pub fn read(&self, monday: NaiveDate) -> Result<Option<Busy>, Failure> {
        let named = self.named()?; // a wrong one is an error, whether or not it is needed
        if self.busy.is_empty() {
            return Ok(None);
        }
        let zone = named.map_or_else(Self::of_system, Ok)?;
        let mut sources = Sources::new();
        for path in &self.busy {
            sources.push(read_text(path, CALENDAR)?);
        }
        let texts: Vec<&str> = sources.iter().map(|(_, text)| text.as_str()).collect();
        match Calendars::read(&texts) {
            Ok(calendars) => {
                let read = calendars.week(zone, monday);
                let _ = self.calendars.set(Some(Arc::new(calendars)));
                for part in &read.unread {
                    let file = sources.get(part.source).map_or("", |(name, _)| name.as_str());
                    let message = format!("{}:{}: {}", one_line(file), part.line, part.message);
                    tell("warning", &message, &[part.hint.to_owned()]);
                }
                Ok(Some(read.busy))
            }
            Err(problems) => Err(Failure::Input(problems, sources)),
        }
    }

    /// The same of another week of the plan, where reading told all that is to be told.
    #[cfg(feature = "calendar")]
    pub fn quietly(&self, monday: NaiveDate) -> Option<Busy> {
        if self.busy.is_empty() {
            return None;
        }
        let zone = self.named().ok()?.or_else(Self::zone_of_environment).or_else(|| Zone::find("UTC"))?;
        let calendars = self.calendars.get_or_init(|| {
            let texts: Option<Vec<_>> = self.busy.iter().map(|path| read_text(path, CALENDAR).ok()).collect();
            let texts = texts?;
            let texts: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
            Calendars::read(&texts).ok().map(Arc::new)
        });
        calendars.as_ref().map(|calendars| calendars.further_week(zone, monday))
    }

    /// The zone that was named.
    #[cfg(feature = "calendar")]
    fn named(&self) -> Result<Option<Zone>, Failure> {
        let found = |name: &String| {
            let message = format!("`{name}` is not a time zone");
            let hint = "write a name such as `Europe/Berlin` or `America/New_York`";
            Zone::find(name).ok_or_else(|| Failure::usage(message, hint))
        };
        self.zone.as_ref().map(found).transpose()
    }

    /// The zone of the environment or the system.
    #[cfg(feature = "calendar")]
    fn zone_of_environment() -> Option<Zone> {
        let environment = std::env::var("TZ").ok();
        let environment = environment.and_then(|name| Zone::find(name.trim_start_matches(':')));
        let system = || iana_time_zone::get_timezone().ok().and_then(|name| Zone::find(&name));
        environment.or_else(system)
    }

    /// The zone of the environment or the system, else UTC with a note.
    #[cfg(feature = "calendar")]
    fn of_system() -> Result<Zone, Failure> {
        if let Some(zone) = Self::zone_of_environment() {
            return Ok(zone);
        }
        let hint = "name it with `--zone Europe/Berlin`";
        tell("note", "your time zone is not known; UTC is taken", &[hint.to_owned()]);
        Zone::find("UTC").ok_or_else(|| Failure::usage("there is no UTC", "name a `--zone`"))
    }

    /// Nothing: this build reads no calendars.
    #[cfg(not(feature = "calendar"))]
    #[allow(clippy::unused_self)]
    pub fn quietly(&self, _: NaiveDate) -> Option<Busy> {
        None
    }

    /// Fails where a calendar is named: this build reads none.
    #[cfg(not(feature = "calendar"))]
    pub fn read(&self, _: NaiveDate) -> Result<Option<Busy>, Failure> {
        if self.busy.is_empty() && self.zone.is_none() {
            return Ok(None);
        }
        Err(Failure::usage("this build reads no calendars", "build it with the feature `calendar`"))
    }
}
