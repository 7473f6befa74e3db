//! The declared week while season, race, health and flags change it.

use crate::facts::course::Course;
use crate::facts::run_choice::RunChoice;
use crate::facts::runs::WrittenRun;
use crate::profile::{Keep, Profile};
use crate::season::Season;
use crate::week::day::{Day, Days};
use crate::week::race::Race;
use crate::week::session::{Class, Experience, Run};
use crate::word::Word;
use chrono::NaiveDate;

/// One thing that season, race, health or a flag changed about what the runner declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The id of the rule that changed it.
    pub rule: &'static str,
    /// The days it touched.
    pub days: Days,
    /// What changed, in a few words.
    pub message: String,
    /// Whether it is about the runs that the search sets aside: their days are known only then.
    pub of_search: bool,
    /// Whether it stands before the week itself: it must not be missed.
    pub first: bool,
}

/// A declared run on its way through the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// As the runner declared it.
    pub declared: Run,
    /// What it is now.
    pub run: Run,
    /// Its minutes; 0 where there is no run.
    pub minutes: u16,
    /// Whether the search may set it aside.
    pub movable: bool,
}

impl Planned {
    /// No run.
    pub const OFF: Self = Self { declared: Run::Off, run: Run::Off, minutes: 0, movable: false };
}

/// The runs of a week after the changes, some of which the search may set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunPlan {
    /// The runs, Monday first.
    pub runs: [Planned; 7],
    /// How many of the movable ones stay.
    pub movable_kept: usize,
}

impl RunPlan {
    /// The days whose run may be set aside.
    #[must_use]
    pub fn movable(&self) -> Days {
        Day::ALL.iter().copied().filter(|day| self.runs[day.index()].movable).collect()
    }

    /// Runs that stand as they are given: nothing changes them or sets them aside.
    #[must_use]
    pub fn standing(runs: [WrittenRun; 7]) -> Self {
        let planned =
            |WrittenRun { run, minutes }: WrittenRun| Planned { declared: run, run, minutes, movable: false };
        Self { runs: runs.map(planned), movable_kept: 0 }
    }

    /// Whether it leaves a layout: the run that is kept on each day.
    #[must_use]
    pub fn leaves(&self, layout: &[Run; 7]) -> bool {
        let is_kept =
            |(planned, run): (&Planned, &Run)| planned.run == *run || planned.movable && !run.is_run();
        let kept =
            self.runs.iter().zip(layout).filter(|(planned, run)| planned.movable && run.is_run()).count();
        self.runs.iter().zip(layout).all(is_kept) && kept == self.movable_kept.min(self.movable().len())
    }

    /// Every layout that it leaves: the run that is kept on each day.
    pub fn layouts(self) -> impl Iterator<Item = [Run; 7]> {
        let movable = self.movable();
        let aside = movable.len().saturating_sub(self.movable_kept);
        movable.subsets(aside).map(move |aside| {
            let kept = |day: Day| if aside.contains(day) { Run::Off } else { self.runs[day.index()].run };
            std::array::from_fn(|day| kept(Day::of(day)))
        })
    }
}

/// The declared week while rules change it.
#[derive(Clone, Debug)]
pub struct Declared<'a> {
    /// The profile.
    pub profile: &'a Profile,
    /// The season.
    pub season: &'a Season,
    /// Monday of the planned week.
    pub monday: NaiveDate,
    /// Days blocked for this week only, and days off.
    pub block: Days,
    /// Days of which the runner's calendars leave nothing.
    pub busy: Days,
    /// Days on which anything can be done at all.
    pub open: Days,
    /// What the search chooses the run days from, where the runner leaves them to it.
    pub choice: Option<RunChoice>,
    /// The race.
    pub race: Option<Race>,
    /// The runs, Monday first.
    pub runs: [Planned; 7],
    /// Run days that stay, where the season sets some aside.
    pub keep: Keep,
    /// Load class so far.
    pub class: Class,
    /// Experience so far.
    pub level: Experience,
    /// Leg sessions at most, so far.
    pub legs_max: u8,
    /// Minutes of a strength session by season and style, so far; the runner's own go before them.
    pub strength_minutes: u16,
    /// Full rest days of the season, at least and aimed for, so far.
    pub rest: [u8; 2],
    /// What the weeks before came to, in a plan of several.
    pub course: Option<&'a Course>,
    /// Minutes of easy, speed and long runs where they are no longer the runner's own.
    pub standing: [Option<u16>; 3],
    /// Minutes of second runs, Monday first; 0 where there is none.
    pub second: [u16; 7],
    /// Days whose easy run is a long one by its minutes.
    pub lengthened: Days,
    /// What was changed.
    pub changes: Vec<Change>,
}

impl Declared<'_> {
    /// Days from this day to the race: 0 on its day, negative after it; `None` without a race.
    #[must_use]
    pub fn race_in(&self, day: Day) -> Option<i64> {
        race_in(self.race, self.monday, day)
    }

    /// Turns the runs for which `wanted` holds into `run` and notes the change; a day that an earlier rule changed is
    /// from now on this rule's.
    ///
    /// `why` completes a phrase such as `long run becomes`, or `long run` where it is set aside.
    pub fn turn(
        &mut self,
        rule: &'static str,
        run: Run,
        wanted: impl Fn(&Self, Day, Planned) -> bool,
        why: impl Fn(&str) -> String,
    ) {
        let days: Days =
            Day::ALL.iter().copied().filter(|day| wanted(self, *day, self.runs[day.index()])).collect();
        if days.is_empty() {
            return;
        }
        // What concerns no day (how heavy strength is, say) stays; a change whose last day goes is gone.
        self.changes.retain_mut(|change| {
            let of_days = !change.days.is_empty();
            days.iter().for_each(|day| change.days.remove(day));
            !of_days || !change.days.is_empty()
        });
        let mut kinds: Vec<Run> = days.iter().map(|day| self.runs[day.index()].declared).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let verb = match (run, days.len()) {
            (Run::Off, _) => "",
            (_, 1) => " becomes",
            _ => " become",
        };
        let what = match (kinds.as_slice(), days.len()) {
            ([Run::Off], _) => "free day".to_owned(),
            ([kind], 1) => format!("{} run", kind.id()),
            ([kind], _) => format!("{} runs", kind.id()),
            _ => "runs".to_owned(),
        };
        days.iter().for_each(|day| self.runs[day.index()].run = run);
        self.changes.push(Change {
            rule,
            days,
            message: why(&(what + verb)),
            of_search: false,
            first: false,
        });
    }

    /// The week with `declared` runs.
    pub(super) fn declared(mut self, declared: impl Fn(Day) -> Run) -> Self {
        for (day, planned) in Day::ALL.iter().zip(&mut self.runs) {
            planned.declared = declared(*day);
            planned.run = planned.declared;
        }
        self
    }

    /// The week after `changes`, sorted by step; and its runs alone.
    pub(super) fn changed(mut self, changes: &[Apply]) -> (Self, RunPlan) {
        let mut left = changes;
        for step in [Step::Strength, Step::Runs, Step::Minutes, Step::Keep, Step::Sum] {
            let of_step;
            (of_step, left) = left.split_at(left.partition_point(|(when, _)| *when <= step));
            for (_, apply) in of_step {
                apply(&mut self);
            }
            match step {
                Step::Runs => {
                    for day in Day::ALL {
                        self.runs[day.index()].minutes = self.minutes(*day);
                    }
                }
                Step::Minutes => {
                    let before = self.runs;
                    self.runs.iter_mut().for_each(Planned::lengthen);
                    let longer = |day: &Day| self.runs[day.index()].run != before[day.index()].run;
                    self.lengthened = Day::ALL.iter().copied().filter(longer).collect();
                }
                Step::Strength | Step::Keep | Step::Sum => {}
            }
        }
        let runs = RunPlan { runs: self.runs, movable_kept: self.movable_kept() };
        (self, runs)
    }

    /// Changes minutes of runs by day and notes it, if that changes any.
    pub fn retime(
        &mut self,
        rule: &'static str,
        minutes: impl Fn(&Self, Day, Planned) -> u16,
        message: impl Into<String>,
    ) {
        let now = std::array::from_fn::<u16, 7, _>(|day| minutes(self, Day::of(day), self.runs[day]));
        let changed = |day: &Day| now[day.index()] != self.runs[day.index()].minutes;
        let days: Days = Day::ALL.iter().copied().filter(changed).collect();
        if !days.is_empty() {
            for (planned, now) in self.runs.iter_mut().zip(now) {
                planned.minutes = now;
            }
            self.note_on(rule, days, message);
        }
    }

    /// Whether season follows from the race, as the runner named none.
    #[must_use]
    pub fn follows_race(&self) -> bool {
        self.race.is_some() && self.profile.season.is_none()
    }

    /// How many of the movable runs stay.
    #[must_use]
    pub fn movable_kept(&self) -> usize {
        let count = |movable: bool| {
            self.runs.iter().filter(|planned| planned.run.is_run() && planned.movable == movable).count()
        };
        match self.keep {
            Keep::All => count(true),
            Keep::Days(keep) => usize::from(keep).saturating_sub(count(false)).min(count(true)),
        }
    }

    /// Notes a change of some days.
    pub fn note_on(&mut self, rule: &'static str, days: Days, message: impl Into<String>) {
        self.changes.push(Change { rule, days, message: message.into(), of_search: false, first: false });
    }

    /// Notes a change that concerns no single day.
    pub fn note(&mut self, rule: &'static str, message: impl Into<String>) {
        self.note_on(rule, Days::NONE, message);
    }

    /// Puts what a rule changed so far before the week itself.
    pub fn put_first(&mut self, rule: &'static str) {
        self.changes.iter_mut().filter(|change| change.rule == rule).for_each(|change| change.first = true);
    }

    /// Notes that the search sets runs aside; it says which.
    pub fn note_of_search(&mut self, rule: &'static str, message: impl Into<String>) {
        self.changes.push(Change {
            rule,
            days: Days::NONE,
            message: message.into(),
            of_search: true,
            first: false,
        });
    }
}

/// Days from a day of the planned week to the race.
pub(crate) fn race_in(race: Option<Race>, monday: NaiveDate, day: Day) -> Option<i64> {
    race.map(|race| race.days_from(monday) - i64::try_from(day.index()).unwrap_or(0))
}

/// When a change is applied; within a step, in the order of the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Experience and load class.
    Strength,
    /// Kinds of runs.
    Runs,
    /// Minutes of runs.
    Minutes,
    /// Which runs may be set aside.
    Keep,
    /// The sum of what stays.
    Sum,
}

/// A change: when it is applied, and what it does.
pub type Apply = (Step, fn(&mut Declared<'_>));
