//! The finished week as one value, and the front door that makes it: [`plan`].
//!
//! A [`Plan`] holds everything that any output shows; an output can neither fail nor score.

mod answer;
mod day;
mod detail;
mod planner;

pub(crate) use day::planned_day;
pub use day::{Kind, PlannedDay, PlannedSession};
pub use detail::Detail;
pub use planner::Planner;

use crate::cache::Cache;
use crate::exercise::workout::Workout;
use crate::explain::findings;
use crate::explain::fixes::Fix;
use crate::facts::Facts;
use crate::facts::changes::Change;
use crate::facts::limits::Limits;
use crate::facts::request::Request;
use crate::prescription::{self, Order};
use crate::rules;
use crate::rules::{Check, Known, RULES, Rule, Seen, Warning};
use crate::solve::Conflict;
use crate::week::day::{Day, Days};
use crate::week::hours::Busy;
use crate::week::load::Load;
use crate::week::phase::Phase;
use crate::week::race::Race;
use crate::week::score::Score;
use crate::week::{Count, Week};
use crate::word::Word;
use answer::{Found, FoundWeek};
use chrono::NaiveDate;
use day::equip;
use std::borrow::Cow;
use std::sync::Arc;

/// What every output carries.
pub const NOTICE: &str = "Planned training, not medical advice.";

/// The answer to a request.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The best week.
    Week(Box<Plan>),
    /// No week keeps every hard rule.
    Refused(Box<Refusal>),
}

impl Outcome {
    /// The week, if there is one.
    #[must_use]
    pub fn week(&self) -> Option<&Plan> {
        match self {
            Self::Week(plan) => Some(plan),
            Self::Refused(_) => None,
        }
    }
}

/// The best week and all that is to be said about it.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The runner's name.
    pub runner: Option<String>,
    /// The season's name.
    pub season: Cow<'static, str>,
    /// The season's phase.
    pub phase: Phase,
    /// Monday of the week.
    pub monday: NaiveDate,
    /// The numbers that it was planned with.
    pub limits: Limits,
    /// The race that rules counted from.
    pub race: Option<Race>,
    /// The seven days, Monday first.
    pub days: Vec<PlannedDay>,
    /// Daily loads: effort × minutes, in no unit.
    pub load: Load,
    /// The week by itself.
    pub week: Week,
    /// Its score; the hard level is 0.
    pub score: Score,
    /// What it breaks.
    pub findings: Vec<Said>,
    /// Why its sessions stand where they do, in whole sentences.
    pub choices: Vec<String>,
    /// What the runner should know.
    pub warnings: Vec<Warning>,
    /// What season, race, health and flags changed about the profile.
    pub changes: Vec<Change>,
    /// What the runner's calendars take of the week, where they were read.
    pub busy: Option<Busy>,
}

/// A finding in words.
#[derive(Clone, Debug)]
pub struct Said {
    /// The rule.
    pub rule: &'static Rule,
    /// The days; none for a count of the week.
    pub days: Vec<Day>,
    /// By how much, as in [`Finding::amount`](crate::explain::findings::Finding::amount).
    pub amount: u8,
    /// One sentence without a stop.
    pub message: String,
}

/// Why there is no week.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The runner's name.
    pub runner: Option<String>,
    /// The season's name.
    pub season: String,
    /// Rules and facts that cannot hold together.
    pub conflict: Conflict,
    /// The facts as the profile has them.
    pub facts: Vec<String>,
    /// One plain sentence without a stop.
    pub message: String,
    /// The smallest changes with which there is a week; empty where none was found or none was looked for.
    pub fixes: Vec<Fix>,
}

/// Plans a week and says why: the reasons of each session, and what stood in the way of a missed number.
#[must_use]
pub fn plan(request: &Request<'_>) -> Outcome {
    let facts = rules::facts(request);
    Outcome::new(request, &facts, &Found::explained(request, &facts), &mut Cache::new(0), true)
}

/// Plans a week without reasons: the same week, score, findings, warnings and changes, several times as fast.
#[must_use]
pub fn plan_briefly(request: &Request<'_>) -> Outcome {
    let facts = rules::facts(request);
    Outcome::new(request, &facts, &Found::briefly(request, &facts), &mut Cache::new(0), true)
}

impl Outcome {
    /// The answer to a request from what was found, with sessions that may be known already.
    fn new(
        request: &Request<'_>,
        facts: &Facts<'_>,
        found: &Found,
        sessions: &mut Cache<Order, Arc<Workout>>,
        prose: bool,
    ) -> Self {
        let runner = request.profile.name.clone();
        match found {
            Found::Week(week) => Self::Week(Box::new(Plan::new(request, facts, week, sessions, prose))),
            Found::Nothing(refusal) => Self::Refused(Box::new(Refusal { runner, ..refusal.clone() })),
        }
    }
}

impl Plan {
    /// Without `prose` findings say nothing.
    fn new(
        request: &Request<'_>,
        facts: &Facts<'_>,
        found: &FoundWeek,
        sessions: &mut Cache<Order, Arc<Workout>>,
        prose: bool,
    ) -> Self {
        let week = found.best.week;
        let mut days: Vec<_> =
            Day::ALL.iter().map(|day| planned_day(facts, *day, week[day.index()], &found.because)).collect();
        let built = prescription::sessions_as_known(facts, &week, request.exercises, sessions);
        let notes = equip(&mut days, built);
        let mut load = Load::default();
        for (sum, day) in load.days.iter_mut().zip(&days) {
            *sum = day.load;
        }
        let findings = findings::findings(facts, &week);
        let score = findings::score(&findings);
        let said = |f: findings::Finding| {
            let message = if prose { f.message(facts, &week) } else { String::new() };
            Said { rule: f.rule, days: f.days, amount: f.amount, message }
        };
        let findings: Vec<_> = findings.into_iter().map(said).collect();
        let mut warnings = warnings(facts, &week, &load);
        for warning in &mut warnings {
            found.say_what_is_in_the_way(warning);
        }
        warnings.extend(notes);
        Self {
            runner: request.profile.name.clone(),
            season: facts.season.name.clone(),
            phase: facts.season.phase,
            monday: facts.monday,
            limits: facts.limits,
            race: facts.race,
            days,
            load,
            week,
            score,
            choices: found.choices.clone(),
            findings,
            warnings,
            changes: changes(facts, &week),
            busy: request.busy.clone(),
        }
    }

    /// How many of `count` the week holds.
    #[must_use]
    pub fn count(&self, count: Count) -> u8 {
        count.of(&self.week)
    }

    /// Runs of the week.
    #[must_use]
    pub fn runs(&self) -> usize {
        self.week.iter().filter(|day| day.run.is_run()).count()
    }

    /// Minutes of all runs.
    #[must_use]
    pub fn run_minutes(&self) -> u32 {
        let runs = self.days.iter().flat_map(|day| &day.sessions).filter(|s| matches!(s.kind, Kind::Run(_)));
        runs.map(|session| u32::from(session.minutes)).sum()
    }

    /// Hard days of the week.
    #[must_use]
    pub fn hard_days(&self) -> usize {
        self.days.iter().filter(|day| day.hard).count()
    }
}

/// What the rules warn about.
fn warnings(facts: &Facts<'_>, week: &Week, load: &Load) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for rule in RULES {
        if let Check::Warn(_, check) = rule.check {
            warnings.extend(check(&Seen { facts, week, load, known: Known::PLANNED }));
        }
    }
    warnings
}

/// The changes, with the runs that the search set aside named by day.
fn changes(facts: &Facts<'_>, week: &Week) -> Vec<Change> {
    let aside = |day: &Day| facts.runs[day.index()].movable && !week[day.index()].run.is_run();
    let aside: Days = Day::ALL.iter().copied().filter(aside).collect();
    let mut changes = facts.changes.clone();
    for change in &mut changes {
        if change.rule == "runs-set-aside" {
            change.days = aside;
        } else if !change.days.is_empty() {
            aside.iter().for_each(|day| change.days.remove(day));
            if change.days.is_empty() {
                change.message.clear();
            }
        }
    }
    changes.retain(|change| !change.message.is_empty());
    changes
}
