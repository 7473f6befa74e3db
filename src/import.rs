//! A training plan as someone wrote it: whole weeks from Monday, what stands on each day, and what could not be read.
//!
//! Four formats are known: the program's own weeks as JSON, a grid as CSV, a calendar, and the plan JSON of claude-coach.
//! Reading drops nothing silently: what is not recognised is a [`Remark`] with its place.

mod claude_coach;
mod csv;
mod days;
#[cfg(feature = "calendar")]
mod ics;
mod week_json;
mod weeks;
pub mod words;

use crate::facts::limits::Limits;
use crate::input::document;
use crate::input::{Place, Problem};
use crate::week::day::{Day, Days};
use crate::week::phase::Phase;
use crate::week::race::Race;
use crate::week::session::Class;
use crate::week::{DayPlan, Week};
use chrono::{Datelike, NaiveDate};

/// Weeks of a plan at most; what is longer is no training plan.
pub const MOST_WEEKS: usize = 520;

/// The Monday on which a plan without dates is put while it is checked.
pub const UNDATED: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date");

/// A training plan as written.
#[derive(Clone, Debug)]
pub struct WrittenPlan {
    /// The runner's name, where it is said.
    pub runner: Option<String>,
    /// Its weeks, in order.
    pub weeks: Vec<WrittenWeek>,
    /// Whether its dates are its own.
    pub dated: bool,
    /// The races it names.
    pub races: Vec<Race>,
    /// What could not be read, or was read with a guess.
    pub remarks: Vec<Remark>,
}

/// One week of a plan.
#[derive(Clone, Debug)]
pub struct WrittenWeek {
    /// The text it stands in, as the caller numbers them.
    pub source: usize,
    /// Its line in that text, where a line is a week.
    pub line: Option<usize>,
    /// What it is called: `week 3`, `2026-W48`.
    pub label: String,
    /// Its Monday.
    pub monday: NaiveDate,
    /// What stands on its days, Monday first.
    pub days: [WrittenDay; 7],
    /// The days that the plan speaks of; a plan may start or end within a week.
    pub told: Days,
    /// What a week of this program says about itself.
    pub own: Option<Own>,
}

/// What stands on a day.
#[derive(Clone, Debug, Default)]
pub struct WrittenDay {
    /// The sessions as the rules see them; several runs of a day count as the hardest of them.
    pub plan: DayPlan,
    /// Minutes of its runs; a distance counts at 6 minutes a kilometre.
    pub minutes: u16,
    /// Whether the length of its runs is known.
    pub timed: bool,
    /// How heavy its strength is, where it is said.
    pub class: Option<Class>,
    /// Its text.
    pub text: String,
    /// What its week is called, where the weeks of the text do not start on Monday.
    pub label: Option<String>,
    /// Its line in the text, where it has one of its own.
    pub line: Option<usize>,
    /// Whether something on it was not recognised.
    pub unread: bool,
}

/// What a week of this program says about itself.
#[derive(Clone, Debug)]
pub struct Own {
    /// Its season, where it is one of the six.
    pub phase: Option<Phase>,
    /// Its season's name.
    pub season: String,
    /// The numbers it was planned with, as its `limits` has them; what these leave out is the phase's.
    pub limits: Option<Limits>,
    /// The race that it was planned around.
    pub race: Option<Race>,
    /// Findings and warnings that it names itself: rule and days.
    pub known: Vec<(String, Days)>,
}

/// Something that could not be read, or was read with a guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its id, as a rule's.
    pub id: &'static str,
    /// A note is information: nothing is lost.
    pub note: bool,
    /// The text, as the caller numbers them.
    pub source: usize,
    /// The line, where it is known.
    pub line: Option<usize>,
    /// The week and the day it is about.
    pub at: Option<(NaiveDate, Day)>,
    /// What is so.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

/// Remarks of reading, by their ids: what each of them says.
pub const REMARKS: &[(&str, &str)] = &[
    (
        "dates-not-read",
        "labels that look like dates and cannot be read; the plan counts as one without dates",
    ),
    ("event-left-out", "an event of a calendar that has no date that can be read, or is called off"),
    ("comment", "words beside a session that say nothing that is known"),
    ("race-placed", "where the race that was named beside a plan without dates was put"),
    ("not-recognised", "a part of the text in which no word is known; it was left out"),
    ("column-left-out", "a column of a grid that is neither a day nor the week's name"),
    ("row-left-out", "a row of a grid before its days are named, or without any day"),
    ("not-a-week", "a line that holds a refusal or an error instead of a week"),
    ("two-in-a-day", "two strength sessions on one day; they count as one"),
    ("choice", "the plan offers a choice; the first part was taken"),
    ("strength-kind-assumed", "strength of a kind that is not said counts as full body, with leg work"),
    ("long-run-assumed", "no long run is named; the longest run of the week counts as one"),
];

impl WrittenWeek {
    /// The week as the rules see it.
    #[must_use]
    pub fn week(&self) -> Week {
        std::array::from_fn(|day| self.days[day].plan)
    }

    /// Whether the plan speaks of all its days.
    #[must_use]
    pub fn whole(&self) -> bool {
        self.told == Days::ALL
    }
}

impl WrittenPlan {
    /// Moves the plan so that its first week starts on `monday`, and takes these dates for its own.
    pub fn start_on(&mut self, monday: NaiveDate) {
        let Some(first) = self.weeks.first().map(|week| week.monday) else { return };
        let shift = monday - first;
        let moved = |date: NaiveDate| date.checked_add_signed(shift).unwrap_or(date);
        self.weeks.iter_mut().for_each(|week| week.monday = moved(week.monday));
        self.races.iter_mut().for_each(|race| race.date = moved(race.date));
        for (date, _) in self.remarks.iter_mut().filter_map(|remark| remark.at.as_mut()) {
            *date = moved(*date);
        }
        self.dated = true;
    }
}

impl WrittenPlan {
    /// Puts a plan without dates where its race is on `date`: the last race that it names, else its last week. Where it
    /// was put is a remark, a warning if weeks come after it.
    pub fn race_on(&mut self, date: NaiveDate) {
        let Some(first) = self.weeks.first().map(|week| week.monday).filter(|_| !self.dated) else { return };
        let named = self.races.last().map(|race| race.date);
        let Some(race) = named.or_else(|| self.weeks.last().map(|week| week.monday)) else { return };
        let weeks = (race - first).num_days().div_euclid(7);
        let start =
            monday_of(date).and_then(|monday| monday.checked_sub_signed(chrono::Duration::weeks(weeks)));
        let Some(start) = start.filter(|start| start.year() >= 1) else { return };
        self.start_on(start);
        let Some(week) = usize::try_from(weeks).ok().and_then(|at| self.weeks.get(at)) else { return };
        let last = weeks + 1 == i64::try_from(self.weeks.len()).unwrap_or(i64::MAX);
        let which = if named.is_some() {
            "the race that the plan names last is in it"
        } else {
            "it is the plan's last"
        };
        let after = if last { "" } else { "; weeks come after it" };
        self.remarks.push(Remark {
            id: "race-placed",
            note: last,
            source: week.source,
            line: week.line,
            at: Some((week.monday, Day::Mon)),
            message: format!("the race on {date} is put into {}: {which}{after}", week.label),
            hint: "name the race in its own week, or give the plan a start with `--start`".to_owned(),
        });
    }
}

/// Reads the plans of one text, whatever its format: what can be read, and every problem of what cannot.
#[must_use]
pub fn read(text: &str, source: usize) -> (Vec<WrittenPlan>, Vec<Problem>) {
    let start = text.trim_start();
    let whole = if start.get(..15).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR")) {
        calendar(text, source).map(|plan| vec![plan])
    } else if start.starts_with(['{', '[']) {
        let lines: Vec<(usize, &str)> =
            text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
        let by_lines = |line: &(usize, &str)| line.1.starts_with('{') && line.1.trim_end().ends_with('}');
        if lines.len() > 1 && lines.iter().take(2).all(by_lines) {
            return week_json::read_lines(&lines, source);
        }
        document::json(text, source)
            .map_err(|problem| vec![problem.hint("mend it, or print the week again")])
            .and_then(|node| match node.entry("weeks") {
                Some(_) => claude_coach::read(&node, source).map(|plan| vec![plan]),
                None => week_json::read(&node, source, None),
            })
    } else {
        csv::read(text, source).map(|plan| vec![plan])
    };
    whole.map_or_else(|problems| (Vec::new(), problems), |plans| (plans, Vec::new()))
}

#[cfg(feature = "calendar")]
fn calendar(text: &str, source: usize) -> Result<WrittenPlan, Vec<Problem>> {
    ics::read(text, source)
}

#[cfg(not(feature = "calendar"))]
fn calendar(_: &str, source: usize) -> Result<WrittenPlan, Vec<Problem>> {
    Err(nothing(source, "this build reads no calendars", "build it with the feature `calendar`"))
}

/// Joins weeks that follow each other: same runner, one Monday after the other.
#[must_use]
pub fn joined(plans: Vec<WrittenPlan>) -> Vec<WrittenPlan> {
    let mut all: Vec<WrittenPlan> = Vec::new();
    for plan in plans {
        let follows = |last: &&mut WrittenPlan| {
            let (Some(before), Some(first)) = (last.weeks.last(), plan.weeks.first()) else { return false };
            let own = before.own.is_some() && first.own.is_some();
            own && last.runner == plan.runner && (first.monday - before.monday).num_days() == 7
        };
        match all.last_mut().filter(follows) {
            Some(last) => {
                last.weeks.extend(plan.weeks);
                last.races.extend(plan.races);
                last.remarks.extend(plan.remarks);
            }
            None => all.push(plan),
        }
    }
    all
}

/// The Monday of a date's week.
fn monday_of(date: NaiveDate) -> Option<NaiveDate> {
    date.checked_sub_days(chrono::Days::new(date.weekday().num_days_from_monday().into()))
}

/// The date so many days later.
fn later(date: NaiveDate, days: usize) -> Option<NaiveDate> {
    date.checked_add_days(chrono::Days::new(days as u64))
}

/// `2026-W48`.
fn iso_week(monday: NaiveDate) -> String {
    let iso = monday.iso_week();
    format!("{:04}-W{:02}", iso.year(), iso.week())
}

/// A problem of a text as a whole.
fn nothing(source: usize, message: &str, hint: &str) -> Vec<Problem> {
    vec![Problem::at("", &Place { source, span: None }, message).hint(hint)]
}
