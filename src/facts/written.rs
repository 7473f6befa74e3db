//! Weeks that somebody wrote: their sessions stand as they are, and the search places its own around them.

use crate::facts::runs::WrittenRun;
use crate::week::DayPlan;
use crate::week::day::{Day, Days};
use crate::week::race::Race;
use crate::week::session::{Class, Run, Session};
use chrono::{Duration, NaiveDate};

/// Percent of the fullest week before at which a week of less running counts as a cutback (practice).
const CUTBACK_PERCENT: u32 = 85;
/// Weeks before it that are looked at.
const CUTBACK_WEEKS: usize = 3;
/// Days around a week in which a race matters to it: the longest recovery and the days before.
pub const RACE_NEAR: i64 = 40;

/// A plan that somebody wrote: its weeks from Monday, one after the other without a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenPlan {
    /// Monday of the first week.
    pub monday: NaiveDate,
    /// The weeks.
    pub weeks: Vec<WrittenWeek>,
    /// All races that it names.
    pub races: Vec<Race>,
}

/// A week that somebody wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenWeek {
    /// The runs, Monday first.
    pub runs: [WrittenRun; 7],
    /// The other sessions.
    pub fixed: FixedWeek,
    /// Days that the plan does not speak of: nothing is placed there.
    pub outside: Days,
    /// Days on which something stands that was not understood: nothing is placed there.
    pub unread: Days,
    /// Days whose run is protected as a long run, whatever it is called: no long run is named, and two are about as long.
    pub protected: Days,
    /// Days whose run has no length that is known; its minutes are usual ones.
    pub untimed: Days,
    /// How heavy its strength is, where it says so.
    pub class: Option<Class>,
}

/// Sessions other than runs that stand whatever the search does, Monday first.
pub type FixedWeek = [FixedDay; 7];

/// Sessions of a day other than runs that stand whatever the search does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FixedDay {
    /// The sessions; there is no run among them.
    pub plan: DayPlan,
    /// Their minutes by [`Session::place`]; 0 where they are not said.
    pub minutes: [u16; Session::MOST],
}

impl FixedDay {
    /// The sessions without their minutes.
    #[must_use]
    pub fn untimed(self) -> Self {
        Self { minutes: [0; Session::MOST], ..self }
    }

    /// Whether a session of the day is fixed.
    #[must_use]
    pub fn holds(&self, session: Session) -> bool {
        self.plan.sessions().any(|fixed| fixed == session)
    }
}

impl WrittenPlan {
    /// The place of the week from a Monday, where the plan has it.
    #[must_use]
    pub fn place(&self, monday: NaiveDate) -> Option<usize> {
        let weeks = (monday - self.monday).num_days().checked_div(7)?;
        usize::try_from(weeks).ok().filter(|at| *at < self.weeks.len() && monday >= self.monday)
    }

    /// The week from a Monday, where the plan has it.
    #[must_use]
    pub fn week(&self, monday: NaiveDate) -> Option<&WrittenWeek> {
        self.place(monday).map(|at| &self.weeks[at])
    }

    /// Monday of the last week.
    #[must_use]
    pub fn last(&self) -> NaiveDate {
        let weeks = i64::try_from(self.weeks.len()).unwrap_or(1) - 1;
        self.monday.checked_add_signed(Duration::weeks(weeks)).unwrap_or(self.monday)
    }

    /// Run minutes of the week before the one from a Monday, Monday first, where the plan has it.
    #[must_use]
    pub fn minutes_before(&self, monday: NaiveDate) -> Option<[u16; 7]> {
        let before = self.week(monday.checked_sub_signed(Duration::weeks(1))?)?;
        Some(before.runs.map(|written| written.minutes))
    }

    /// Whether the week from a Monday cuts back: all its runs have a length, none is a race, and they come to no more than
    /// 85 % of the fullest of the three weeks before.
    #[must_use]
    pub fn cuts_back(&self, monday: NaiveDate) -> bool {
        let Some(at) = self.place(monday) else { return false };
        let week = &self.weeks[at];
        let before = &self.weeks[at.saturating_sub(CUTBACK_WEEKS)..at];
        let fullest = before.iter().filter(|week| week.is_timed()).map(WrittenWeek::run_minutes).max();
        let races = week.runs.iter().any(|written| written.run == Run::Race);
        week.is_timed()
            && !races
            && fullest.is_some_and(|fullest| week.run_minutes() * 100 <= fullest * CUTBACK_PERCENT)
    }
}

impl WrittenWeek {
    /// A week that a plan does not speak of.
    pub const NOTHING: Self = Self {
        runs: [WrittenRun::OFF; 7],
        fixed: [FixedDay { plan: DayPlan::EMPTY, minutes: [0; Session::MOST] }; 7],
        outside: Days::ALL,
        unread: Days::NONE,
        protected: Days::NONE,
        untimed: Days::NONE,
        class: None,
    };

    /// Whether the length of every run of the week is known, and all of the week.
    #[must_use]
    pub const fn is_timed(&self) -> bool {
        self.untimed.is_empty() && self.outside.is_empty()
    }

    /// Days on which nothing is placed: the plan does not speak of them, or not in words that are known.
    #[must_use]
    pub fn closed(&self) -> Days {
        self.outside.iter().chain(self.unread.iter()).collect()
    }

    /// Minutes of all runs.
    #[must_use]
    pub fn run_minutes(&self) -> u32 {
        self.runs.iter().map(|written| u32::from(written.minutes)).sum()
    }

    /// A day with all that stands on it.
    #[must_use]
    pub fn day(&self, day: Day) -> DayPlan {
        DayPlan { run: self.runs[day.index()].run, ..self.fixed[day.index()].plan }
    }
}

/// What is known of a week because somebody wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Sessions besides runs that stand whatever the search does, where there may be any.
    pub fixed: Option<FixedWeek>,
    /// Whether somebody else wrote the runs.
    pub by_others: bool,
    /// Whether a plan speaks of a part of the week only, or of none of it.
    pub is_part: bool,
    /// Days whose run is protected as a long run, whatever it is called.
    pub protected: Days,
    /// Days of which a plan does not say how long the run is.
    pub untimed: Days,
    /// Whether the minutes of all days are known.
    pub is_timed: bool,
}

impl Written {
    /// What is known of the week from `monday`: its fixed sessions, whether its runs are by others, and the plan that it is of.
    pub(super) fn of(
        fixed: Option<FixedWeek>,
        by_others: bool,
        plan: Option<&WrittenPlan>,
        monday: NaiveDate,
    ) -> Self {
        let week = plan.and_then(|plan| plan.week(monday));
        Self {
            fixed,
            by_others,
            is_part: week.is_some_and(|week| !week.outside.is_empty()),
            protected: week.map_or(Days::NONE, |week| week.protected),
            untimed: week.map_or(Days::NONE, |week| week.untimed),
            is_timed: week.is_none_or(WrittenWeek::is_timed),
        }
    }
}
