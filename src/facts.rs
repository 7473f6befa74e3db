//! What the search works on: the runs of the planned week after season, race and health had their say, the limits, and
//! what the runner's days allow.

pub mod changes;
pub mod course;
pub mod earlier;
mod free_time;
pub mod growth;
pub mod ladder;
mod layouts;
pub mod limits;
mod named_days;
pub mod others;
pub mod races;
pub mod request;
pub mod run_choice;
pub mod run_minutes;
pub mod runs;
mod standing;
pub mod written;

use crate::facts::changes::{Apply, Change, Declared, Planned, RunPlan};
use crate::facts::course::{Course, Position};
use crate::facts::earlier::Earlier;
use crate::facts::free_time::{free_time, open_days};
use crate::facts::layouts::{key_runs, run_choice, runs_of};
use crate::facts::limits::Limits;
use crate::facts::others::{Counted, Others};
use crate::facts::races::other_races;
use crate::facts::request::Request;
use crate::facts::runs::Runs;
use crate::facts::written::Written;
use crate::profile::{Keep, Profile};
use crate::season::{MaintainHeavy, Season};
use crate::week::DayPlan;
use crate::week::day::{Day, Days};
use crate::week::edges::{Edge, Edges};
use crate::week::hours::{Need, Starts, Time, starts};
use crate::week::kind::Kind;
use crate::week::race::Race;
use crate::week::session::{Class, Experience, Run, Session};
use crate::word::Word;
use chrono::{Days as DateDays, NaiveDate};
use std::borrow::Cow;

/// Age from which on keeping the load may take two sessions a week (Spiering 2021).
const OLDER_FROM: u8 = 60;
/// Leg sessions at most from that age on, where the load is kept.
const OLDER_LEGS_MAX: u8 = 2;

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
    /// How heavy strength is that is placed; the limits know of heavier strength that is written.
    pub class: Class,
    /// The runs after the changes, Monday first; a movable one may be set aside. Where the search chooses the run days,
    /// those of its first choice.
    pub runs: [Planned; 7],
    /// How many of the movable runs stay.
    pub movable_kept: usize,
    /// Minutes of second runs, Monday first; 0 where there is none.
    pub second: [u16; 7],
    /// What is known of the week because somebody wrote it.
    pub written: Written,
    /// The fixed sessions of its days, and what they make of them.
    pub others: Others<'a>,
    /// Minutes of sessions of each day that are known to take others than the numbers say, by [`Session::place`]; 0 where they are not.
    pub known_minutes: [[u16; Session::MOST]; 7],
    /// The other choices of run days, where the search has them.
    pub choices: Vec<RunPlan>,
    /// What stands beyond both ends of the week.
    pub edges: Edges,
    /// Run minutes of the week before, Monday first, where they are known.
    pub minutes_before: Option<[u16; 7]>,
    /// The week as it stood before, where it is planned again.
    pub earlier: Option<Earlier>,
    /// Leg sessions at most by the season and the style, before the profile's own number.
    pub season_legs_max: u8,
    /// The race that rules count from.
    pub race: Option<Race>,
    /// Other races near the week, from which the hard rules about races count too.
    pub other_races: Vec<Race>,
    /// Days from Monday to that race.
    pub days_to_race: Option<i64>,
    /// What the weeks before came to, in a plan of several.
    pub course: Option<Course>,
    /// Minutes of easy, speed and long runs where they are no longer the runner's own.
    pub standing: [Option<u16>; 3],
    /// Run days that the season and the plan allow.
    pub keep: Keep,
    /// Blocked days, those off among them.
    pub blocked: Days,
    /// Days off: the runner is ill, injured or away.
    pub days_off: Days,
    /// The time of each day after what the runner's calendars take, Monday first; a race stands above that.
    pub time: Cow<'a, [Option<Time>; 7]>,
    /// What was changed so far; the runs that the search sets aside come on top.
    pub changes: Vec<Change>,
}

impl<'a> Facts<'a> {
    /// The facts of a request: `changes`, sorted by step, are applied to its runs, and the limits are resolved.
    #[must_use]
    pub fn new(request: &'a Request<'_>, changes: &[Apply]) -> Self {
        Self::of(&request.profile, request.season(), request, changes)
    }

    /// The facts of a request with a profile and a season that outlive it, in place of its own.
    #[must_use]
    pub fn of(profile: &'a Profile, season: &'a Season, request: &Request<'_>, changes: &[Apply]) -> Self {
        let (race, block) = (profile.race, request.blocked(profile));
        let time = free_time(profile, request);
        let own_time = profile.time_of(request.monday);
        let taken_whole = |day: &Day| {
            let [now, own] = [&*time, &*own_time].map(|time| time[day.index()] == Some(Time::Off));
            now && !own && !block.contains(*day)
        };
        let heavy = season.styled(profile.strength.style);
        let is_older = profile.age.is_some_and(|age| age >= OLDER_FROM);
        let heavy_legs_max =
            |heavy: &MaintainHeavy| heavy.legs_max.max(if is_older { OLDER_LEGS_MAX } else { 0 });
        let declared = Declared {
            profile,
            season,
            monday: request.monday,
            block,
            busy: Day::ALL.iter().copied().filter(taken_whole).collect(),
            open: open_days(&time, block),
            choice: run_choice(request, profile, open_days(&time, block)),
            race,
            runs: [Planned::OFF; 7],
            second: profile.runs.second.map(Option::unwrap_or_default),
            keep: Keep::All,
            class: heavy.map_or(season.class, |heavy| heavy.class),
            level: profile.level.unwrap_or(Experience::Intermediate),
            legs_max: heavy.map_or(season.legs_max, heavy_legs_max),
            strength_minutes: heavy.and_then(|heavy| heavy.minutes).unwrap_or(season.minutes),
            rest: [season.rest_min, season.rest_target],
            course: request.course.as_ref(),
            standing: request.course.as_ref().map_or([None; 3], |course| course.minutes),
            lengthened: Days::NONE,
            changes: Vec::new(),
        };
        let (declared, mut first, choices) = runs_of(request, declared, changes);
        first.movable_kept = first.movable_kept.min(first.movable().len());
        let Declared { class, level, legs_max, strength_minutes, rest, .. } = declared;
        let mut limits = Limits::resolve(season, profile, class, level, legs_max, strength_minutes, rest);
        limits.sets_runs_aside |= declared.keep != Keep::All;
        limits.run_days = profile.runs.run_days();
        limits.make_do_without(profile.days_off(request.monday));
        Counted::of(profile, request.monday).lower(&mut limits);
        let mut others = Others::of(profile, request.monday);
        let is_by_others = matches!(request.runs, Runs::Written(_)) || request.written.is_some();
        let written_class = request.written.and_then(|plan| plan.week(request.monday)?.class);
        limits.class = written_class.unwrap_or(class).max(class);
        if let Some(fixed) = &request.fixed {
            let other = |day: usize| others.on(Day::of(day));
            let day = |day: usize| DayPlan { run: first.runs[day].run, other: other(day), ..fixed[day].plan };
            limits.make_room_for(&std::array::from_fn(day), is_by_others);
        }
        let mut plans = std::iter::once(&first).chain(&choices);
        limits.key_runs = key_runs(&limits, plans.clone().copied(), request.edges);
        others.make_room(&mut limits, plans.clone().copied());
        limits.has_speed = plans.any(|plan| plan.runs.iter().any(|planned| planned.run == Run::Speed));
        let off = Day::ALL.iter().copied().filter(|day| time[day.index()] == Some(Time::Off));
        let edges = request.edges.unwrap_or(if limits.wraps { Edges::REPEAT } else { Edges::UNKNOWN });
        limits.wraps = edges == Edges::REPEAT;
        Self {
            profile,
            season,
            monday: request.monday,
            limits,
            class,
            runs: first.runs,
            second: if is_by_others { [0; 7] } else { declared.second },
            movable_kept: first.movable_kept,
            others,
            known_minutes: request.fixed.unwrap_or_default().map(|fixed| fixed.minutes),
            written: Written::of(request.fixed, is_by_others, request.written, request.monday),
            choices,
            edges,
            minutes_before: request.written.map_or_else(
                || request.course.as_ref().and_then(|course| course.past.last().copied()),
                |plan| plan.minutes_before(request.monday),
            ),
            earlier: request.earlier,
            season_legs_max: declared.legs_max,
            race,
            other_races: other_races(profile, request.written, request.monday, race),
            days_to_race: race.map(|race| race.days_from(request.monday)),
            course: request.course.clone(),
            standing: declared.standing,
            keep: declared.keep,
            blocked: off.chain(block.iter()).collect(),
            days_off: profile.days_off(request.monday),
            time,
            changes: declared.changes,
        }
    }

    /// Where the week stands in the runner's plan, where there is one.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        let begun = self.profile.plan.start.is_none_or(|start| start < self.monday + DateDays::new(7));
        let course = self.course.as_ref().filter(|_| self.profile.plan.is_said() && begun)?;
        let [block, step] = course.block(self.season.phase);
        let weeks_to_race = self.race.map(|race| race.weeks_from(self.monday));
        let exercises = course.exercises(self.season.phase, weeks_to_race);
        let goes_on = course.exercises == exercises;
        Some(Position { block, step, cutback: course.cutback, weeks_to_race, exercises, goes_on })
    }

    /// Every layout of runs that the search has, each once: the run that is kept on each day, Monday first.
    #[must_use]
    pub fn layouts(&self) -> Vec<[Run; 7]> {
        let mut layouts: Vec<_> = self.run_plans().flat_map(RunPlan::layouts).collect();
        if !self.choices.is_empty() {
            layouts.sort_unstable();
            layouts.dedup();
        }
        layouts
    }

    /// The runs after the changes, by each choice of run days.
    pub fn run_plans(&self) -> impl Iterator<Item = RunPlan> {
        let first = RunPlan { runs: self.runs, movable_kept: self.movable_kept };
        std::iter::once(first).chain(self.choices.iter().copied())
    }

    /// Minutes of a run of this kind on a day; of a kind that no layout has there, those of the day's run.
    #[must_use]
    pub fn run_minutes(&self, day: Day, run: Run) -> u16 {
        let first = self.runs[day.index()];
        if first.run == run {
            return first.minutes;
        }
        let others = self.choices.iter().map(|choice| choice.runs[day.index()]);
        { others }.find(|planned| planned.run == run).map_or(first.minutes, |planned| planned.minutes)
    }

    /// Minutes of the run on the day before a day, where they are known. `runs` are the kept runs of the week.
    #[must_use]
    pub fn run_minutes_before(&self, runs: &[Run; 7], day: Day) -> Option<u16> {
        let before = day.shifted(-1);
        match (day, self.edges.before) {
            (Day::Mon, Edge::Unknown) => None,
            (Day::Mon, Edge::Days(_) | Edge::Stretch(_)) => {
                self.minutes_before.map(|minutes| minutes[before.index()])
            }
            _ => Some(self.run_minutes(before, runs[before.index()])),
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

    /// When the sessions of `plan` start on this day, or `None` if they do not fit into it.
    #[must_use]
    pub fn starts(&self, day: Day, plan: DayPlan) -> Option<Starts> {
        self.starts_with(day, plan, |session| self.minutes(day, session))
    }

    /// The same with these minutes of each session.
    #[must_use]
    pub fn starts_with(&self, day: Day, plan: DayPlan, minutes: impl Fn(Session) -> u16) -> Option<Starts> {
        match &self.time[day.index()] {
            None | Some(Time::Any | Time::Off) => Some(Starts::default()),
            Some(time) => starts(time, self.needs(day, plan, minutes)),
        }
    }

    /// Minutes of a session on this day.
    #[must_use]
    pub fn minutes(&self, day: Day, session: Session) -> u16 {
        match (session, self.known_minutes[day.index()][session.place()]) {
            (Session::Run(run), _) => self.run_minutes(day, run),
            (Session::Second, _) => self.second[day.index()],
            (_, 0) => self.limits.minutes(session),
            (_, known) => known,
        }
    }

    /// The sessions of `plan` with the time that they need.
    fn needs(&self, day: Day, plan: DayPlan, minutes: impl Fn(Session) -> u16) -> impl Iterator<Item = Need> {
        let apart = plan.is_key() && plan.loads_legs() && self.limits.class.is_hard();
        // A fixed session has taken its time of the day's already.
        let sessions = plan.sessions().filter(|session| session.kind() != Kind::Fixed);
        let second = self.has_second(plan.run, day).then_some(Session::Second);
        sessions.chain(second).map(move |session| Need {
            session,
            minutes: if session == Session::Run(Run::Race) { 0 } else { minutes(session) },
            apart: apart && session.kind() == Kind::Strength,
        })
    }

    /// The runs around a day, nearest first: what stood before it and what comes after it, up to three days. `runs` are the
    /// kept runs of the week; a race is a date, so only the real one counts beyond its ends.
    #[must_use]
    pub fn around(&self, runs: &[Run; 7], day: Day) -> ([Run; 3], [Run; 3]) {
        let at = |offset: i64| {
            let index = i64::try_from(day.index()).unwrap_or(0) + offset;
            match usize::try_from(index).ok().filter(|index| *index < 7) {
                Some(here) if self.written.protected.contains(Day::of(here)) => Run::Long,
                Some(here) => runs[here],
                None if self.is_race(index) => Run::Race,
                None => self.edges.run(index, runs),
            }
        };
        ([at(-1), at(-2), at(-3)], [at(1), at(2), at(3)])
    }
}
