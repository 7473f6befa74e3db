//! The week that is meant, and the present moment.

use crate::cli::edge::Failure;
use crate::cli::edge::busy::BusyArgs;
use crate::cli::edge::plan_args::PlanArgs;
use chrono::{DateTime, Datelike, Days, Local, NaiveDate, NaiveDateTime, TimeDelta, Utc, Weekday};
use clap::Args;
use runplan::input::Place;
use runplan::input::document::{self, Node, Value};
use runplan::input::reader::unknown_word;
use runplan::week::dates;
use runplan::week::day::Day;
use runplan::word::Word as _;

/// The week that is planned where none is named.
const THIS: &str = "this";

/// The clock.
#[derive(Clone, Debug, Default, Args)]
pub struct NowArgs {
    /// The present moment, as in 2026-11-22T08:00 [default: the clock, or `SOURCE_DATE_EPOCH`]
    #[arg(long, value_name = "MOMENT")]
    now: Option<String>,
}

/// The week that is planned, and the clock.
#[derive(Clone, Debug, Args)]
pub struct WeekArgs {
    /// The week: 2026-W48 or 48, a date in it, this, next, last, +2 or -1
    #[arg(long, short, value_name = "WHEN", default_value = THIS, allow_hyphen_values = true)]
    week: String,
    #[command(flatten)]
    pub now: NowArgs,
}

/// The week that is planned, the clock, and what is taken of the week already.
#[derive(Clone, Debug, Args)]
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

impl WhenArgs {
    /// A day of the week that is asked about, by its name or by its date; one that says itself which week it is in asks about
    /// that one.
    pub fn day(&self, word: &str) -> Result<(Day, Self), Failure> {
        let date = self.week.now.said_date(word)?;
        let Some(date) = date.filter(|_| Day::parse(word).is_none()) else {
            return Ok((day(word)?, self.clone()));
        };
        if self.week.week != THIS && self.week.monday()? != monday_of(date).unwrap_or(date) {
            return Err(Failure::usage(
                format!("{date} is not in the week {}", self.week.week),
                "leave `--week` out: the date says which week it is in",
            ));
        }
        let week = WeekArgs { week: date.to_string(), now: self.week.now.clone() };
        Ok((dates::day_of(date), Self { week, ..self.clone() }))
    }
}

impl WeekArgs {
    /// Monday of the week.
    pub fn monday(&self) -> Result<NaiveDate, Failure> {
        if self.now.now.is_some() {
            self.now.today()?; // a wrong one is an error, whether or not it is needed
        }
        let monday = week_of(&self.week, &self.now)?;
        monday.ok_or_else(|| {
            Failure::usage(
                format!("`{}` is not a week of the calendar", self.week),
                "write a date such as 2026-11-23, a week such as 2026-W48 or 48, `this`, `next` or `+2`",
            )
        })
    }
}

impl NowArgs {
    /// The present day, where the runner is.
    pub fn today(&self) -> Result<NaiveDate, Failure> {
        Ok(self.said()?.map_or_else(|| Local::now().date_naive(), |moment| moment.date()))
    }

    /// A date, or a day by its name beside today.
    pub fn date(&self, word: &str) -> Result<NaiveDate, Failure> {
        self.said_date(word)?.ok_or_else(|| {
            Failure::usage(format!("`{word}` is not a date"), "write it as 2026-11-23, or as `tomorrow`")
        })
    }

    fn said_date(&self, word: &str) -> Result<Option<NaiveDate>, Failure> {
        Ok(match document::date(word) {
            None => near(&word.to_ascii_lowercase(), self.today()?),
            date => date,
        })
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
        // A script that sets it to nothing means what unsetting it does.
        let epoch = std::env::var_os("SOURCE_DATE_EPOCH").filter(|epoch| !epoch.is_empty());
        let Some(epoch) = epoch else { return Ok(None) };
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

/// A day by its name.
fn day(word: &str) -> Result<Day, Failure> {
    Day::parse(word).ok_or_else(|| {
        let place = Place { source: 0, span: Some(0..word.len()) };
        let node = Node { value: Value::Bool(true), place };
        Failure::Input(vec![unknown_word::<Day>(word, "", &node)], vec![("DAY".to_owned(), word.to_owned())])
    })
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

/// The Monday of a week, as a command line names it: by a date in it or a day near today, by its number with the year or the
/// nearest one of that number, or counted from this week.
pub fn week_of(text: &str, now: &NowArgs) -> Result<Option<NaiveDate>, Failure> {
    if let Some(monday) = iso_week(text).or_else(|| document::date(text).and_then(monday_of)) {
        return Ok(Some(monday));
    }
    let today = now.today()?;
    let text = text.to_ascii_lowercase();
    let weeks_on = |weeks: i64| {
        let monday = monday_of(today)?;
        monday.checked_add_signed(TimeDelta::try_weeks(weeks)?).and_then(monday_of)
    };
    Ok(match text.as_str() {
        THIS => weeks_on(0),
        "next" => weeks_on(1),
        "last" => weeks_on(-1),
        _ if text.starts_with(['+', '-']) => text.parse().ok().and_then(weeks_on),
        _ => match text.strip_prefix('w').unwrap_or(&text) {
            number if (1..=2).contains(&number.len()) => {
                number.parse().ok().and_then(|week| nearest(week, today))
            }
            _ => near(&text, today).and_then(monday_of),
        },
    })
}

/// The week of this number that is nearest to a date.
fn nearest(week: u32, date: NaiveDate) -> Option<NaiveDate> {
    let year = date.iso_week().year();
    let mondays =
        (year - 1..=year + 1).filter_map(|year| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon));
    mondays.filter_map(monday_of).min_by_key(|monday| (*monday - date).num_days().abs())
}

/// A day by its name beside today: `today`, `tomorrow` or `yesterday`.
fn near(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    match word {
        "today" => Some(today),
        "tomorrow" => today.succ_opt(),
        "yesterday" => today.pred_opt(),
        _ => None,
    }
}

fn iso_week(text: &str) -> Option<NaiveDate> {
    let (year, week) = text.split_once("-W").or_else(|| text.split_once("-w"))?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || week.len() != 2 || !digits(year) || !digits(week) {
        return None;
    }
    NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Mon).and_then(monday_of)
}
