//! The week that is meant, and the present moment.

use crate::cli::edge::Failure;
use crate::cli::edge::busy::BusyArgs;
use crate::cli::edge::plan_args::PlanArgs;
use chrono::{DateTime, Datelike, Days, Local, NaiveDate, NaiveDateTime, Utc, Weekday};
use clap::Args;
use runplan::input::document;
use runplan::week::dates;

/// The clock.
#[derive(Debug, Default, Args)]
pub struct NowArgs {
    /// The present moment, as in 2026-11-22T08:00 [default: the clock, or `SOURCE_DATE_EPOCH`]
    #[arg(long, value_name = "MOMENT")]
    now: Option<String>,
}

/// The week that is planned, and the clock.
#[derive(Debug, Args)]
pub struct WeekArgs {
    /// The week: a date in it, 2026-W48, this or next
    #[arg(long, short, value_name = "WHEN", default_value = "this")]
    week: String,
    #[command(flatten)]
    pub now: NowArgs,
}

/// The week that is planned, the clock, and what is taken of the week already.
#[derive(Debug, Args)]
pub struct WhenArgs {
    #[command(flatten)]
    pub week: WeekArgs,
    #[command(flatten)]
    pub busy: BusyArgs,
    #[command(flatten)]
    pub plan: PlanArgs,
}

impl WhenArgs {
    /// The week of a date.
    pub fn on(date: NaiveDate, busy: BusyArgs, plan: PlanArgs) -> Self {
        Self { week: WeekArgs { week: date.to_string(), now: NowArgs::default() }, busy, plan }
    }
}

impl WeekArgs {
    /// Monday of the week.
    pub fn monday(&self) -> Result<NaiveDate, Failure> {
        if self.now.now.is_some() {
            self.now.today()?; // a wrong one is an error, whether or not it is needed
        }
        let today = || self.now.today();
        let monday = match self.week.to_ascii_lowercase().as_str() {
            "this" => monday_of(today()?),
            "next" => monday_of(today()?).and_then(|monday| monday_of(monday + Days::new(7))),
            _ => week_of(&self.week),
        };
        monday.ok_or_else(|| {
            Failure::usage(
                format!("`{}` is not a week of the calendar", self.week),
                "write a date such as 2026-11-23, a week such as 2026-W48, `this` or `next`",
            )
        })
    }
}

impl NowArgs {
    /// The present day, where the runner is.
    pub fn today(&self) -> Result<NaiveDate, Failure> {
        Ok(self.said()?.map_or_else(|| Local::now().date_naive(), |moment| moment.date()))
    }

    /// The present moment, where the runner is.
    pub fn local(&self) -> Result<NaiveDateTime, Failure> {
        Ok(self.said()?.unwrap_or_else(|| Local::now().naive_local()))
    }

    /// The present moment in UTC; one that is said is taken as it stands.
    pub fn moment(&self) -> Result<NaiveDateTime, Failure> {
        Ok(self.said()?.unwrap_or_else(|| Utc::now().naive_utc()))
    }

    /// The moment that a flag or the environment says.
    fn said(&self) -> Result<Option<NaiveDateTime>, Failure> {
        if let Some(now) = &self.now {
            let moment = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"];
            let parsed = moment.iter().find_map(|form| NaiveDateTime::parse_from_str(now, form).ok());
            let moment = parsed.or_else(|| Some(document::date(now)?.and_time(chrono::NaiveTime::MIN)));
            return moment.filter(written).map(Some).ok_or_else(|| {
                Failure::usage(
                    format!("`{now}` is not a moment"),
                    "write it as 2026-11-22T08:00 or 2026-11-22",
                )
            });
        }
        let Some(epoch) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
        let epoch = epoch.to_string_lossy();
        let moment = epoch.trim().parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        moment.map(|moment| moment.naive_utc()).filter(written).map(Some).ok_or_else(|| {
            Failure::usage(
                format!("`SOURCE_DATE_EPOCH={epoch}` is no moment of the years 1 to 9999, in seconds"),
                "set it to seconds since 1970, or unset it",
            )
        })
    }
}

/// Whether a moment can be written down: a year has four digits.
fn written(moment: &NaiveDateTime) -> bool {
    (1..=9999).contains(&moment.year())
}

/// The Monday of a date's week; the whole week has to lie in the years 1 to 9999, or it could not be written down.
fn monday_of(date: NaiveDate) -> Option<NaiveDate> {
    let monday = dates::monday_of(date)?;
    let sunday = monday.checked_add_days(Days::new(6))?;
    (monday.year() >= 1 && sunday.year() <= 9999 && monday.iso_week().year() <= 9999).then_some(monday)
}

/// The Monday of a week, given as 2026-W49 or by a date in it.
pub fn week_of(text: &str) -> Option<NaiveDate> {
    iso_week(text).or_else(|| document::date(text).and_then(monday_of))
}

fn iso_week(text: &str) -> Option<NaiveDate> {
    let (year, week) = text.split_once("-W").or_else(|| text.split_once("-w"))?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || week.len() != 2 || !digits(year) || !digits(week) {
        return None;
    }
    NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Mon).and_then(monday_of)
}
