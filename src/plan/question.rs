//! What a week asks, and the weeks that are known by it.

use crate::cache::Cache;
use crate::facts::Facts;
use crate::facts::limits::Limits;
use crate::solve::{Ask, RuleSet, Search};
use crate::week::day::Days;
use crate::week::edges::Edges;
use crate::week::hours::Time;
use crate::week::race::{Distance, Race};
use crate::week::session::{Run, VERY_LONG_FROM_MINUTES};
use crate::week::{DayPlan, Week};

/// Days around a race in which some rule looks at it.
pub(super) const RACE_NEAR: i64 = 20;

/// All that decides about a week but its neighbours.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Question {
    limits: Limits,
    /// The run of each day, and whether it may be set aside.
    pub runs: [(Run, bool); 7],
    kept: usize,
    race: Option<i64>,
    very_long: [bool; 7],
    blocked: Days,
    time: [Option<Time>; 7],
    minutes: Option<[u16; 7]>,
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
            very_long: facts
                .runs
                .map(|planned| hard && planned.run == Run::Long && planned.minutes >= VERY_LONG_FROM_MINUTES),
            blocked: facts.blocked,
            time: facts.time.clone().into_owned(),
            minutes: limited.then_some(minutes),
        }
    }
}

/// All that decides about a week.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Asked {
    question: Question,
    gym: Option<Days>,
    /// The distance of a race that is near.
    distance: Option<Distance>,
    /// Whether the run on the Sunday before is very long.
    very_long_before: bool,
    edges: Edges,
}

/// Weeks by all that decides about them: those of other runners and other dates are the same again.
pub(super) type Known = Cache<Asked, Week>;

/// The best week; where there is none its runs alone.
pub(super) fn best(facts: &Facts<'_>, question: &Question, known: &mut Known) -> Week {
    let asked = Asked {
        question: question.clone(),
        gym: facts.profile.strength.days,
        distance: facts.race.filter(|_| question.race.is_some()).map(Race::effective),
        very_long_before: facts.minutes_before.is_some_and(|minutes| minutes[6] >= VERY_LONG_FROM_MINUTES),
        edges: facts.edges,
    };
    let runs = || facts.runs.map(|planned| DayPlan { run: planned.run, ..DayPlan::EMPTY });
    let search =
        || Search::new(facts, RuleSet::all()).best(&Ask::default()).map_or_else(runs, |best| best.week);
    let week = known.get_or_insert_with(asked, |_| search());
    debug_assert_eq!(week, search(), "a week is known by all that decides about it");
    week
}
