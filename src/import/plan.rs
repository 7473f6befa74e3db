//! A training plan of someone else's: whole weeks from Monday, what stands on each day, and what could not be read.

use crate::facts::limits::Limits;
use crate::import::remark::Remark;
use crate::import::words::entry::hardness;
use crate::profile::{Fixed, TuneUp};
use crate::week::dates::{day_of, days_after, monday_of};
use crate::week::day::{Day, Days};
use crate::week::phase::Phase;
use crate::week::race::Race;
use crate::week::session::{Class, Run, Session};
use crate::week::{DayPlan, Week};
use chrono::{Datelike, NaiveDate};

/// Minutes of a day's runs at most.
const MOST_MINUTES: u16 = 6000;

/// A training plan that someone else wrote, or this program printed.
#[derive(Clone, Debug)]
pub struct ForeignPlan {
    /// The runner's name, where the plan says it.
    pub runner: Option<String>,
    /// The weeks of the plan, in order.
    pub weeks: Vec<ForeignWeek>,
    /// Whether the plan has dates of its own.
    pub dated: bool,
    /// The races that the plan names.
    pub races: Vec<Race>,
    /// Remarks on parts that could not be read, or were read with a guess.
    pub remarks: Vec<Remark>,
    /// How the text is a table of delimited cells, where it is one.
    pub table: Option<Table>,
}

/// How a plan stands in delimited text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// The byte between two cells.
    pub delimiter: u8,
    /// Where a row is a day: its columns.
    pub rows: Option<DayRows>,
}

/// The columns of a table with a row a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayRows {
    /// The column of the date, or of the day's name.
    pub day: usize,
    /// The column of the week, where the day has only a name.
    pub week: Option<usize>,
    /// The column that says what is done.
    pub what: usize,
}

/// The place of a cell in delimited text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellPlace {
    /// The byte at which its row starts, or line ends before it.
    pub record: usize,
    /// Its column, from 0.
    pub column: usize,
}

/// One week of a foreign plan.
#[derive(Clone, Debug)]
pub struct ForeignWeek {
    /// The text that the week stands in, as the caller numbers them.
    pub source: usize,
    /// The week's line in that text, where a line is a week.
    pub line: Option<usize>,
    /// The name of the week: `week 3`, `2026-W48`.
    pub label: String,
    /// The Monday of the week.
    pub monday: NaiveDate,
    /// The days, Monday first.
    pub days: [ForeignDay; 7],
    /// The days that the plan speaks of; a plan may start or end within a week.
    pub scope: Days,
    /// The provenance of the week, where this program planned it.
    pub own: Option<Provenance>,
}

/// One day of a foreign plan.
#[derive(Clone, Debug, Default)]
pub struct ForeignDay {
    /// The sessions as the rules see them; several runs of a day count as the hardest of them.
    pub plan: DayPlan,
    /// Minutes of the day's runs; a distance counts at [`SECONDS_A_KILOMETRE`].
    pub minutes: u16,
    /// Seconds of the day's runs, as far as they are said.
    pub seconds: u32,
    /// Metres of the day's runs whose time is not said.
    pub metres: u32,
    /// Minutes of the other sessions by [`Session::place`]; 0 where they are not said.
    pub others: [u16; Session::MOST],
    /// Fixed sessions of the runner's, where this program planned the week; of any date.
    pub fixed: Vec<Fixed>,
    /// Whether the run counts as the long run only by its length.
    pub long_assumed: bool,
    /// Whether the length of the day's runs is known.
    pub timed: bool,
    /// The class of the strength, heavy or light, where the plan says it.
    pub class: Option<Class>,
    /// The text of the day.
    pub text: String,
    /// The name of the row that the day stands in, where the weeks of the text do not start on Monday.
    pub label: Option<String>,
    /// The day's line in the text, where it has one of its own.
    pub line: Option<usize>,
    /// Whether something on the day was not recognised.
    pub unread: bool,
    /// What else may stand on the day, where the plan offers a choice; `plan` is the mildest.
    pub ways: Vec<DayPlan>,
    /// The cell that says what is done, where the text is a table of delimited cells.
    pub cell: Option<CellPlace>,
}

/// The provenance of a week of this program: season, numbers, race, and the findings that the week names itself.
#[derive(Clone, Debug)]
pub struct Provenance {
    /// The season, where it is one of the six.
    pub phase: Option<Phase>,
    /// The season's name.
    pub season: String,
    /// The numbers that the week was planned with, from its `limits`; the season's where these leave one out.
    pub limits: Option<Limits>,
    /// The race that the week was planned around.
    pub race: Option<Race>,
    /// Its other races.
    pub tune_ups: Vec<TuneUp>,
    /// Findings and warnings that the week names itself: rule and days.
    pub known: Vec<(String, Days)>,
}

/// Seconds a kilometre at which a distance counts where minutes are needed (a placeholder; it cancels out wherever a plan is
/// written in distances alone).
pub const SECONDS_A_KILOMETRE: u32 = 360;

impl ForeignDay {
    /// Minutes of the day's runs at a pace, in seconds a kilometre.
    #[must_use]
    pub fn minutes_at(&self, pace: u32) -> u16 {
        let by_distance = u64::from(self.metres) * u64::from(pace) / 1000;
        let minutes = (u64::from(self.seconds) + by_distance).div_ceil(60);
        u16::try_from(minutes).unwrap_or(MOST_MINUTES).min(MOST_MINUTES)
    }

    /// Adds a fixed session.
    pub(super) fn add_fixed(&mut self, fixed: Fixed) {
        self.add(Session::Other(fixed.makes()));
        self.fixed.push(fixed);
    }

    /// Adds a session with its minutes, where they are said.
    pub(super) fn add_timed(&mut self, session: Session, minutes: Option<u16>) {
        let sum = &mut self.others[session.place()];
        *sum = sum.saturating_add(minutes.unwrap_or(0));
        self.add(session);
    }

    /// Adds a session to the day: of runs the hardest counts, and leg work of an earlier session stays.
    pub(super) fn add(&mut self, session: Session) {
        let less = match session {
            Session::Run(run) => hardness(run) <= hardness(self.plan.run),
            Session::Strength(_) => self.plan.strength.legs(),
            _ => false,
        };
        if !less {
            self.plan = self.plan.with(session);
        }
    }
}

impl ForeignWeek {
    /// The week as the rules see it.
    #[must_use]
    pub fn week(&self) -> Week {
        std::array::from_fn(|day| self.days[day].plan)
    }

    /// The run minutes of each day, Monday first; 0 where they are not known.
    #[must_use]
    pub fn run_minutes(&self) -> [u16; 7] {
        std::array::from_fn(|day| self.days[day].minutes)
    }

    /// The fixed sessions of the week, each of its date.
    pub fn fixed(&self) -> impl Iterator<Item = Fixed> {
        let dated =
            self.days.iter().enumerate().filter_map(|(at, day)| Some((days_after(self.monday, at)?, day)));
        dated.flat_map(|(date, day)| day.fixed.iter().map(move |fixed| fixed.only_on(date)))
    }

    /// Whether the plan speaks of all seven days.
    #[must_use]
    pub fn whole(&self) -> bool {
        self.scope == Days::ALL
    }
}

impl ForeignPlan {
    /// The fixed sessions that stand around the plan's: those of a runner, but for weeks that this program planned, which say their
    /// own.
    #[must_use]
    pub fn fixed_beside(&self, own: &[Fixed]) -> Vec<Fixed> {
        let mut all = own.to_vec();
        for week in self.weeks.iter().filter(|week| week.own.is_some()) {
            if !all.is_empty() {
                all = all.iter().flat_map(|fixed| fixed.without_week(week.monday)).collect();
            }
        }
        all.extend(self.weeks.iter().flat_map(ForeignWeek::fixed));
        all
    }

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

    /// Moves a plan without dates so that its race is on `date`: the last race that it names, else its last week. A
    /// remark says where the race was put, a warning if weeks come after it.
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

    /// Takes a race of the same week as the one on `date`, which is named beside the plan and knows better; a warning says that
    /// they differ.
    pub fn same_race(&mut self, date: NaiveDate) {
        let Some(monday) = monday_of(date).filter(|_| self.dated) else { return };
        let Some(week) = self.weeks.iter_mut().find(|week| week.monday == monday && week.own.is_none())
        else {
            return;
        };
        let is_other = |race: &Race| race.date != date && monday_of(race.date) == Some(monday);
        let Some(other) = self.races.iter().copied().find(is_other) else { return };
        self.races.retain(|race| !is_other(race));
        let day = day_of(other.date);
        week.days[day.index()].plan.run = Run::Off;
        self.remarks.push(Remark {
            id: "race-differs",
            note: false,
            source: week.source,
            line: week.days[day.index()].line.or(week.line),
            at: Some((monday, day)),
            message: format!(
                "the plan has its race on {}, but {date} is named; this counts as the race",
                other.date
            ),
            hint: "give the race the same date in both".to_owned(),
        });
    }
}
