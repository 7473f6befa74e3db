//! What a runner should know about a finished week: warnings and notes, and what the rules that give them see.

use crate::facts::Facts;
use crate::facts::changes::Planned;
use crate::week::day::{Day, Days};
use crate::week::load::Load;
use crate::week::session::Run;
use crate::week::{DayPlan, Week};
use crate::word::Word as _;
use std::borrow::Cow;

/// What a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The week as it stands: it holds for a week that someone else wrote too.
    Week,
    /// How the week was planned: a target that was missed, something that was assumed about the profile.
    Planning,
}

/// A finished week as a warning sees it.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The facts.
    pub facts: &'a Facts<'a>,
    /// The week.
    pub week: &'a Week,
    /// Its load.
    pub load: &'a Load,
    /// What stands around it.
    pub known: Known<'a>,
}

/// What is known around a finished week and about its runs.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Run minutes of the weeks before, the oldest first, Monday first; races are in.
    pub past: &'a [[u16; 7]],
    /// Whether the minutes of all its runs are known.
    pub timed: bool,
}

impl Known<'_> {
    /// A planned week: the same again around it, nothing known of the past.
    pub const PLANNED: Self = Self { past: &[], timed: true };
}

impl Seen<'_> {
    /// The runs of the week.
    #[must_use]
    pub fn runs(&self) -> [Run; 7] {
        self.week.map(|day| day.run)
    }

    /// Minutes of the runs for which `wanted` holds.
    #[must_use]
    pub fn run_minutes(&self, wanted: impl Fn(Run) -> bool) -> u32 {
        let minutes = |(day, planned): (&DayPlan, &Planned)| {
            if day.run.is_run() && wanted(day.run) { u32::from(planned.minutes) } else { 0 }
        };
        self.week.iter().zip(&self.facts.runs).map(minutes).sum()
    }

    /// Minutes of second runs, all of them easy. What compares weeks leaves them out: they come and go as a whole.
    #[must_use]
    pub fn second_minutes(&self) -> u32 {
        let has = |day: &&Day| self.facts.has_second(self.week[day.index()].run, **day);
        Day::ALL.iter().filter(has).map(|day| u32::from(self.facts.second[day.index()])).sum()
    }
}

/// Something a runner should know about the week; it moved nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The id of its rule.
    pub rule: &'static str,
    /// A note is information: `--deny-warnings` lets it pass.
    pub note: bool,
    /// Whether it stands before the week itself: it must not be missed.
    pub first: bool,
    /// The days it is about.
    pub days: Days,
    /// Whether of these Monday is the next week's.
    pub over: bool,
    /// What is so.
    pub message: Cow<'static, str>,
    /// What to do about it.
    pub hint: Cow<'static, str>,
    /// Rules that stood in the way of what is missing.
    pub rules: Vec<&'static str>,
    /// Facts of the profile that did so with them.
    pub facts: Vec<String>,
    /// What mends it, as expressions for `--set`; empty where nothing was looked for or found.
    pub set: Vec<String>,
}

impl Warning {
    /// A warning about the whole week.
    #[must_use]
    pub fn new(
        rule: &'static str,
        message: impl Into<Cow<'static, str>>,
        hint: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            rule,
            note: false,
            first: false,
            days: Days::NONE,
            over: false,
            message: message.into(),
            hint: hint.into(),
            rules: Vec::new(),
            facts: Vec::new(),
            set: Vec::new(),
        }
    }

    /// The same about some days.
    #[must_use]
    pub fn on(mut self, days: Days) -> Self {
        self.days = days;
        self
    }

    /// The same about a day and the one after it.
    #[must_use]
    pub fn pair_from(mut self, day: Day) -> Self {
        self.days = [day, day.shifted(1)].into_iter().collect();
        self.over = day == Day::Sun;
        self
    }

    /// The same before the week itself.
    #[must_use]
    pub const fn first(mut self) -> Self {
        self.first = true;
        self
    }

    /// The same as a note.
    #[must_use]
    pub fn note(mut self) -> Self {
        self.note = true;
        self
    }
}
