//! What the search works on: the runs of the planned week after season, race and health had their say, the limits, and
//! what the runner's days allow.

pub mod changes;
pub mod limits;
pub mod request;

use crate::facts::changes::{Apply, Change, Draft, Planned, Step, race_in};
use crate::facts::limits::Limits;
use crate::profile::{Keep, Profile};
use crate::season::Season;
use crate::week::day::{Day, Days};
use crate::week::hours::{Busy, Needs, Starts, Time, starts};
use crate::week::race::Race;
use crate::week::session::{Experience, LONG_FROM_MINUTES, Run, Style};
use crate::week::{Beyond, DayPlan};
use crate::word::Word;
use chrono::{Days as DateDays, NaiveDate};
use std::borrow::Cow;

/// The checked facts of one week.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The profile.
    pub profile: &'a Profile,
    /// The season.
    pub season: &'a Season,
    /// Monday of the planned week.
    pub monday: NaiveDate,
    /// The numbers that the week is planned with.
    pub limits: Limits,
    /// The runs after the changes, Monday first; a movable one may be set aside.
    pub runs: [Planned; 7],
    /// How many of the movable runs stay.
    pub movable_kept: usize,
    /// Leg sessions at most by the season and the style, before the profile's own number.
    pub season_legs_max: u8,
    /// The race that rules count from.
    pub race: Option<Race>,
    /// Days from Monday to that race.
    pub days_to_race: Option<i64>,
    /// Blocked days.
    pub blocked: Days,
    /// The time of each day after what the runner's calendars take, Monday first; a race stands above that.
    pub time: Cow<'a, [Option<Time>; 7]>,
    /// What was changed so far; the runs that the search sets aside come on top.
    pub changes: Vec<Change>,
}

impl<'a> Facts<'a> {
    /// Applies `changes`, sorted by step, to the declared runs of a week and resolves the limits. `block` are days blocked for this week,
    /// `busy` is what the runner's calendars take of it.
    #[must_use]
    pub fn new(
        profile: &'a Profile,
        season: &'a Season,
        monday: NaiveDate,
        block: Days,
        busy: Option<&Busy>,
        changes: &[Apply],
    ) -> Self {
        let mut runs = [Planned { declared: Run::Off, run: Run::Off, minutes: 0, movable: false }; 7];
        for (day, planned) in Day::ALL.iter().zip(&mut runs) {
            planned.declared = profile.runs.kind(*day);
            planned.run = planned.declared;
        }
        let race = profile.race;
        let mut time = Cow::Borrowed(&profile.time);
        for day in Day::ALL.iter().filter(|day| race_in(race, monday, **day) != Some(0)) {
            if let Some(taken) = busy.map(|busy| &busy.0[day.index()]).filter(|taken| !taken.is_empty()) {
                let said = &mut time.to_mut()[day.index()];
                *said = Some(said.as_ref().unwrap_or(&Time::Any).without(taken));
            }
        }
        let taken_whole = |day: &Day| {
            let [now, said] = [&*time, &profile.time].map(|time| time[day.index()] == Some(Time::Off));
            now && !said && !block.contains(*day)
        };
        let heavy =
            season.maintain_heavy.as_ref().filter(|_| profile.strength.style == Some(Style::MaintainHeavy));
        let mut draft = Draft {
            profile,
            season,
            monday,
            block,
            busy: Day::ALL.iter().copied().filter(taken_whole).collect(),
            race,
            runs,
            keep: Keep::All,
            class: heavy.map_or(season.class, |heavy| heavy.class),
            level: profile.level.unwrap_or(Experience::Intermediate),
            legs_max: heavy.map_or(season.legs_max, |heavy| heavy.legs_max),
            changes: Vec::new(),
        };
        for step in [Step::Strength, Step::Runs, Step::Minutes, Step::Keep] {
            for (_, apply) in changes.iter().filter(|(when, _)| *when == step) {
                apply(&mut draft);
            }
            if step == Step::Runs {
                for day in Day::ALL {
                    draft.runs[day.index()].minutes = draft.minutes(*day);
                }
            }
            if step == Step::Minutes {
                draft.runs.iter_mut().for_each(lengthen);
            }
        }
        let limits = Limits::resolve(season, profile, draft.class, draft.level, draft.legs_max);
        let count =
            |movable: bool| draft.runs.iter().filter(|p| p.run.is_run() && p.movable == movable).count();
        let movable_kept = match draft.keep {
            Keep::All => count(true),
            Keep::Days(keep) => usize::from(keep).saturating_sub(count(false)).min(count(true)),
        };
        let off = Day::ALL.iter().copied().filter(|day| time[day.index()] == Some(Time::Off));
        Self {
            profile,
            season,
            monday,
            limits,
            runs: draft.runs,
            movable_kept,
            season_legs_max: draft.legs_max,
            race: draft.race,
            days_to_race: draft.race.map(|race| race.days_from(monday)),
            blocked: off.chain(block.iter()).collect(),
            time,
            changes: draft.changes,
        }
    }

    /// The date of a day of the week; the last date there is where the calendar ends.
    #[must_use]
    pub fn date(&self, day: Day) -> NaiveDate {
        self.monday.checked_add_days(DateDays::new(day.index() as u64)).unwrap_or(NaiveDate::MAX)
    }

    /// Days from this day to the race: 0 on its day, negative after it; `None` without a race.
    #[must_use]
    pub fn race_in(&self, day: Day) -> Option<i64> {
        self.days_to_race.map(|days| days - i64::try_from(day.index()).unwrap_or(0))
    }

    /// Whether two days are alike in all that is known of each by itself: its run, its time, the gym, no race near.
    #[must_use]
    pub fn alike(&self, one: Day, other: Day) -> bool {
        let [a, b] = [one, other].map(Day::index);
        self.race.is_none()
            && self.runs[a] == self.runs[b]
            && self.time[a] == self.time[b]
            && self.gym(one) == self.gym(other)
            && self.blocked.contains(one) == self.blocked.contains(other)
    }

    /// Whether strength may stand on this day as far as the gym is concerned.
    #[must_use]
    pub fn gym(&self, day: Day) -> bool {
        self.profile.strength.days.is_none_or(|days| days.contains(day))
    }

    /// When the sessions of `plan` start on this day, or `None` if they do not fit into it.
    #[must_use]
    pub fn starts(&self, day: Day, plan: DayPlan) -> Option<Starts> {
        match &self.time[day.index()] {
            None | Some(Time::Any | Time::Off) => Some(Starts::default()),
            Some(time) => starts(time, &self.needs(day, plan)),
        }
    }

    /// The minutes that the sessions of `plan` need on this day.
    #[must_use]
    pub fn needs(&self, day: Day, plan: DayPlan) -> Needs {
        let limits = &self.limits;
        let run = match plan.run {
            Run::Off | Run::Race => 0,
            _ => self.runs[day.index()].minutes,
        };
        Needs {
            run,
            strength: if plan.strength.any() { limits.strength_minutes } else { 0 },
            apart: plan.run.is_key() && plan.strength.legs() && limits.class.is_hard(),
            mobility: if plan.mobility { limits.mobility_minutes } else { 0 },
            cross: if plan.cross { limits.cross_minutes } else { 0 },
        }
    }

    /// The runs around a day, nearest first: what stood before it and what comes after it, up to three days.
    ///
    /// `runs` are the kept runs of the week. Where its neighbours are not known, the same week stands beyond its ends if
    /// the season wraps, without its race: a race is a date, so only the real one counts there.
    #[must_use]
    pub fn around(&self, runs: &[Run; 7], day: Day, beyond: &Beyond<'_>) -> ([Run; 3], [Run; 3]) {
        let race_in = self.race_in(day);
        let at = |offset: i64| {
            let index = i64::try_from(day.index()).unwrap_or(0) + offset;
            let here = usize::try_from(index.rem_euclid(7)).unwrap_or(0);
            if (0..7).contains(&index) {
                runs[here]
            } else if race_in == Some(offset) {
                Run::Race
            } else {
                match beyond {
                    Beyond::Again if self.limits.wraps => next_week(runs[here]),
                    Beyond::Again => Run::Off,
                    Beyond::Weeks { before, after } => {
                        let week = if index < 0 { before } else { after };
                        week.map_or(Run::Off, |week| week[here].run)
                    }
                }
            }
        };
        ([at(-1), at(-2), at(-3)], [at(1), at(2), at(3)])
    }
}

/// The same day's run in the week before or after: a race does not repeat.
#[must_use]
pub fn next_week(run: Run) -> Run {
    if run == Run::Race { Run::Easy } else { run }
}

/// A declared easy run that is long by its minutes counts as a long run.
fn lengthen(planned: &mut Planned) {
    if planned.declared == Run::Easy && planned.run == Run::Easy && planned.minutes >= LONG_FROM_MINUTES {
        planned.run = Run::Long;
    }
}
