//! What a week of a plan asks, the weeks that are known by it, and what it leaves to the next one.

use crate::cache::Cache;
use crate::facts::Facts;
use crate::facts::changes::Planned;
use crate::facts::course::Course;
use crate::facts::limits::Limits;
use crate::facts::request::Request;
use crate::facts::written::{FixedDay, FixedWeek};
use crate::profile::{Keep, KindByDay};
use crate::rules;
use crate::solve::{Ask, RuleSet, Search};
use crate::week::day::{Day, Days};
use crate::week::edges::Edges;
use crate::week::hours::Time;
use crate::week::phase::Phase;
use crate::week::race::{Distance, Priority, Race};
use crate::week::session::{Class, Other, Run, VERY_LONG_FROM_MINUTES};
use crate::week::{DayPlan, Week};

/// Weeks that are remembered: 30 days and the days of a week.
pub(super) const PAST_WEEKS: usize = 5;
/// Days around a race in which some rule looks at it.
pub(super) const RACE_NEAR: i64 = 20;

/// All that decides about a week but its neighbours.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Question {
    pub limits: Limits,
    /// The run of each day, and whether it may be set aside.
    pub runs: [(Run, bool); 7],
    kept: usize,
    race: Option<i64>,
    /// Other races near, each by its days from Monday.
    races: Vec<(i64, Distance, Priority)>,
    very_long: [bool; 7],
    blocked: Days,
    time: [Option<Time>; 7],
    minutes: Option<[u16; 7]>,
    second: Option<[u16; 7]>,
    fixed: Option<FixedWeek>,
    /// What the runner's fixed sessions make of the days, and of those beside the week.
    others: [Other; 9],
    protected: Days,
}

impl Question {
    pub fn of(facts: &Facts<'_>) -> Self {
        let limited = facts.time.iter().flatten().any(|time| !matches!(time, Time::Any | Time::Off));
        let hard = facts.limits.class.is_hard();
        let minutes = facts.runs.map(|planned| planned.minutes);
        Self {
            limits: Limits { wraps: false, ..facts.limits },
            runs: facts.runs.map(|planned| (planned.run, planned.movable)),
            kept: facts.movable_kept,
            race: facts.days_to_race.filter(|days| days.abs() <= RACE_NEAR),
            races: { &facts.other_races }
                .iter()
                .map(|race| (race.days_from(facts.monday), race.effective(), race.priority))
                .collect(),
            very_long: facts
                .runs
                .map(|planned| hard && planned.run == Run::Long && planned.minutes >= VERY_LONG_FROM_MINUTES),
            blocked: facts.blocked,
            time: facts.time.clone().into_owned(),
            minutes: limited.then_some(minutes),
            second: limited.then_some(facts.second),
            fixed: facts
                .written
                .fixed
                .map(|fixed| if limited { fixed } else { fixed.map(FixedDay::untimed) }),
            others: facts.others.makes,
            protected: facts.written.protected,
        }
    }

    /// The days of the week as they are known before it is planned.
    pub fn days(&self) -> [DayPlan; 7] {
        let fixed = self.fixed.unwrap_or_default();
        let other = |day: usize| self.others[day + 1];
        std::array::from_fn(|day| DayPlan { run: self.runs[day].0, other: other(day), ..fixed[day].plan })
    }

    /// The first three days of the week as the week before sees them.
    pub fn first_days(&self) -> [DayPlan; 3] {
        let days = self.days();
        let seen = |day: usize| if self.protected.contains(Day::of(day)) { Run::Long } else { days[day].run };
        [0, 1, 2].map(|day| DayPlan { run: seen(day), ..days[day] })
    }
}

/// All that decides about a week.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Asked {
    question: Question,
    /// The days that the runner names: of strength, mobility and cross-training.
    days: [Option<Days>; 3],
    kind: KindByDay,
    /// The distance of a race that is near.
    distance: Option<Distance>,
    /// Whether the run on the Sunday before is very long.
    very_long_before: bool,
    edges: Edges,
}

/// Weeks by all that decides about them: those of other runners and other dates are the same again.
pub(super) type Known = Cache<Asked, Week>;

/// The best week between these edges; where there is none its runs alone.
pub(super) fn best(request: &Request<'_>, question: &Question, edges: Edges, known: &mut Known) -> Week {
    let profile = &request.profile;
    let of_course = || request.course.as_ref().and_then(|course| course.past.last().copied());
    let last = request.written.map_or_else(of_course, |plan| plan.minutes_before(request.monday));
    let asked = Asked {
        question: question.clone(),
        days: [profile.strength.days, profile.mobility_days, profile.cross_days],
        kind: profile.strength.kind,
        distance: profile.race.filter(|_| question.race.is_some()).map(Race::effective),
        very_long_before: last.is_some_and(|minutes| minutes[6] >= VERY_LONG_FROM_MINUTES),
        edges,
    };
    let search = || {
        let facts = Facts { edges, ..rules::facts(request) };
        let runs = || question.days();
        Search::new(&facts, RuleSet::all()).best(&Ask::default()).map_or_else(runs, |best| best.week)
    };
    let week = known.get_or_insert_with(asked, |_| search());
    debug_assert_eq!(week, search(), "a week is known by all that decides about it");
    week
}

/// What the course after a week is made from.
pub(super) struct Outline {
    /// What stands around the week where nothing is known of its neighbours.
    pub edges: Edges,
    pub phase: Phase,
    /// Run days that it allows.
    pub allowed: u8,
    runs: [Planned; 7],
    standing: [Option<u16>; 3],
    pub class: Class,
    in_plan: bool,
    weeks_to_race: Option<i64>,
    is_timed: bool,
}

impl Outline {
    pub fn of(facts: &Facts<'_>) -> Self {
        Self {
            edges: facts.edges,
            phase: facts.season.phase,
            allowed: match facts.keep {
                Keep::All => 7,
                Keep::Days(days) => days,
            },
            runs: facts.runs,
            standing: facts.standing,
            class: facts.class,
            in_plan: facts.position().is_some(),
            weeks_to_race: facts.race.map(|race| race.weeks_from(facts.monday)),
            is_timed: facts.written.is_timed,
        }
    }

    /// Run minutes by day; without a week of all its runs.
    pub fn minutes(&self, week: Option<&Week>) -> [u16; 7] {
        std::array::from_fn(|day| {
            let runs = week.map_or(self.runs[day].run, |week| week[day].run).is_run();
            if runs { self.runs[day].minutes } else { 0 }
        })
    }

    /// The course after a week; where the week is not planned yet, with all its runs.
    pub fn after(&self, request: &Request<'_>, week: Option<&Week>) -> Course {
        let start = Course::START;
        let course = request.course.as_ref().unwrap_or(&start);
        let phase = self.phase;
        let loads = matches!(phase, Phase::OffSeason | Phase::Base | Phase::RacePrep)
            && !course.cutback
            && !rules::is_eased(&request.profile, request.monday)
            && !request.profile.rests_for_race(phase, request.monday);
        let [block, step] = course.block(phase);
        let kept = course.past.len().min(PAST_WEEKS - 1);
        let mut past = course.past[course.past.len() - kept..].to_vec();
        if self.is_timed {
            past.push(self.minutes(week));
        } else {
            past.clear(); // nothing is known of what was run
        }
        Course {
            past,
            minutes: if loads { self.standing } else { course.minutes },
            has_loaded: course.has_loaded || loads && self.in_plan,
            allowed: self.allowed,
            class: Some(self.class),
            block: if rules::ends_break(&request.profile, request.monday) {
                [block, 0]
            } else {
                [block, step]
            },
            exercises: course.exercises(phase, self.weeks_to_race),
            phase: Some(phase),
            ended: course.cutback,
            cutback: false,
        }
    }
}
