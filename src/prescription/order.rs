//! What a session in the gym is made from, as one comparable value.

use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Gear, Intensity, WEIGHTS};
use crate::facts::Facts;
use crate::profile::{Equipment, Health, WeakArea};
use crate::rules::training::is_main;
use crate::rules::{is_early_postpartum, unserved};
use crate::week::DayPlan;
use crate::week::day::Day;
use crate::week::phase::Phase;
use crate::week::session::{Class, Experience, Run, Strength, Style};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::sync::Arc;

/// The Monday from which weeks are counted.
const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date");

/// Ids of exercises on the front, and of curl-ups: left out in pregnancy and early after a birth where anything else will
/// do (practice).
const LYING: [&str; 3] = ["superman", "prone-y-raise", "mcgill-curl-up"];

/// A session's turn among those of its week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Turn {
    /// Leg sessions before it that hold anything.
    pub legs: usize,
    /// Sessions before it that hold anything.
    pub count: usize,
}

/// How many strength sessions a week has.
#[derive(Clone, Copy)]
pub(super) struct Among {
    /// All of them.
    pub all: usize,
    /// Those that train the legs.
    pub legs: usize,
}

/// What the sessions of a week have done before the next one.
#[derive(Default)]
pub(super) struct Before {
    /// The last session that had main lifts.
    lifting: Option<Arc<Workout>>,
    /// Weak areas for which there was an exercise.
    weak_areas: Vec<WeakArea>,
}

impl Before {
    /// Takes in a session that was made to serve these weak areas.
    pub fn and(mut self, workout: &Arc<Workout>, weak_areas: &[WeakArea]) -> Self {
        if workout.trained().any(is_main) {
            self.lifting = Some(Arc::clone(workout));
        }
        let left = unserved(weak_areas, std::iter::once(&**workout));
        self.weak_areas.extend(weak_areas.iter().filter(|area| !left.contains(area)));
        self
    }

    /// Ids of the main lifts of the last session that had any, sorted.
    fn lifts(&self) -> Vec<Cow<'static, str>> {
        let lifts = self.lifting.iter().flat_map(|workout| workout.trained()).filter(|of| is_main(of));
        let mut lifts: Vec<_> = lifts.map(|of| of.exercise.id.clone()).collect();
        lifts.sort_unstable();
        lifts
    }
}

/// What a session takes care of beyond the load.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Care {
    /// Nothing.
    None,
    /// A birth in the last weeks.
    EarlyPostpartum,
    /// A pregnancy.
    Pregnant,
}

impl Care {
    /// The care that a runner's health asks for.
    fn of(health: Health) -> Self {
        if health.pregnant == Some(true) {
            Self::Pregnant
        } else if is_early_postpartum(health) {
            Self::EarlyPostpartum
        } else {
            Self::None
        }
    }

    /// Whether an exercise is left out where anything else will do.
    pub fn avoids(self, exercise: &Exercise) -> bool {
        self != Self::None && LYING.contains(&&*exercise.id)
    }
}

/// All that the exercises of a session depend on, but for the season and exercises of the runner's own.
///
/// Equal orders get equal sessions, so that one of them need not be made. What a kind of session does not look at stands
/// empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Order {
    /// Which strength; none for a mobility session.
    pub(super) strength: Strength,
    /// The season's phase.
    phase: Phase,
    /// How heavy strength is.
    pub(super) class: Class,
    /// Experience in the gym.
    pub(super) level: Experience,
    /// The equipment at hand, without what a session of this class leaves where it is.
    pub(super) gear: Gear,
    /// Declared weak areas that a leg session serves: first those that the week has not served, then in turn.
    pub(super) weak_areas: Vec<WeakArea>,
    /// Minutes that there are for the session.
    pub(super) minutes: u16,
    /// The key run on the day of a mobility session; what strength has to know about its run is in `plyo`.
    pub(super) run_beside: Run,
    /// The session's turn in its week.
    pub(super) turn: Turn,
    /// Ids of the main lifts of the session before, sorted, where this one has lifts in straight sets.
    pub(super) lifts_before: Vec<Cow<'static, str>>,
    /// Whole rotations of the season's exercises since the epoch.
    pub(super) rotation: usize,
    /// Strength sessions since the epoch, as if every week had as many as this one.
    pub(super) session_number: usize,
    /// Whether a push comes before a pull in a leg session.
    pub(super) push_first: bool,
    /// The hardest plyometrics that are allowed; `None` for none.
    pub(super) plyo: Option<Intensity>,
    /// What the session takes care of.
    pub(super) care: Care,
    /// Whether the main lifts are those of the style `maintain-heavy`.
    pub(super) maintains_heavy: bool,
}

impl Order {
    /// The order of a mobility session, beside the run of its day; `count` of them come before it in the week.
    pub(super) fn mobility(facts: &Facts<'_>, day: Day, run: Run, count: usize) -> Self {
        Self {
            minutes: facts.limits.mobility_minutes,
            run_beside: if run.is_key() { run } else { Run::Off },
            turn: Turn { legs: 0, count },
            ..Self::of_day(facts, day)
        }
    }

    /// The order of a day's strength session.
    pub(super) fn strength(
        facts: &Facts<'_>,
        day: Day,
        plan: DayPlan,
        turn: Turn,
        among: Among,
        before: &Before,
    ) -> Self {
        let common = Self {
            strength: plan.strength,
            minutes: facts.limits.strength_minutes,
            session_number: weeks_since_epoch(facts) * among.all + turn.count,
            turn: Turn { legs: 0, ..turn },
            ..Self::of_day(facts, day)
        };
        if !plan.strength.legs() {
            return common;
        }
        Self {
            turn,
            weak_areas: weak_areas(facts, common.rotation, before),
            lifts_before: if common.class.is_hard() { before.lifts() } else { Vec::new() },
            push_first: is_push_first(facts, common.rotation, turn, among),
            plyo: hardest_plyo(facts, plan.run, turn),
            ..common
        }
    }

    /// What all sessions of a day have in common; the rest stands empty.
    fn of_day(facts: &Facts<'_>, day: Day) -> Self {
        let (season, limits) = (facts.season, &facts.limits);
        let by_calendar = || weeks_since_epoch(facts) / usize::from(season.rotation_weeks);
        Self {
            strength: Strength::None,
            phase: season.phase,
            class: limits.class,
            level: limits.level,
            gear: gear(facts.profile.equipment(day).unwrap_or_default(), limits.class),
            weak_areas: Vec::new(),
            minutes: 0,
            run_beside: Run::Off,
            turn: Turn { legs: 0, count: 0 },
            lifts_before: Vec::new(),
            rotation: facts.position().map_or_else(by_calendar, |position| position.exercises.into()),
            session_number: 0,
            push_first: false,
            plyo: None,
            care: Care::of(facts.profile.health),
            maintains_heavy: maintains_heavy(facts),
        }
    }
}

/// Whole weeks since the epoch; 0 before it.
fn weeks_since_epoch(facts: &Facts<'_>) -> usize {
    usize::try_from((facts.monday - EPOCH).num_weeks()).unwrap_or(0)
}

/// What is at hand and used: activation leaves the weights where they are.
fn gear(equipment: &[Equipment], class: Class) -> Gear {
    let is_used = |piece: &Equipment| class != Class::Activation || !WEIGHTS.contains(piece);
    equipment.iter().copied().collect::<Gear>().pieces().filter(is_used).collect()
}

/// Whether the main lifts keep the load of the style `maintain-heavy`: where the runner wants it and health lets it stand.
fn maintains_heavy(facts: &Facts<'_>) -> bool {
    let is_its_class = facts.season.maintain_heavy.as_ref().is_some_and(|of| of.class == facts.limits.class);
    facts.profile.strength.style == Some(Style::MaintainHeavy) && is_its_class
}

/// The weak areas of a leg session, in the order in which it serves them.
fn weak_areas(facts: &Facts<'_>, rotation: usize, before: &Before) -> Vec<WeakArea> {
    if !facts.season.targets_weak_areas() {
        return Vec::new();
    }
    let mut areas = facts.profile.strength.weak.clone().unwrap_or_default();
    let in_turn = rotation % areas.len().max(1);
    areas.rotate_left(in_turn);
    areas.sort_by_key(|area| before.weak_areas.contains(area));
    areas
}

/// Whether a push comes before a pull: a single leg session alternates from week to week; several do so within the week, the
/// same every week.
fn is_push_first(facts: &Facts<'_>, rotation: usize, turn: Turn, among: Among) -> bool {
    let turn = if among.legs == 1 { weeks_since_epoch(facts) } else { turn.legs + rotation };
    !turn.is_multiple_of(2)
}

/// The hardest plyometrics that a leg session may have on the day of this run; `None` for none.
fn hardest_plyo(facts: &Facts<'_>, run: Run, turn: Turn) -> Option<Intensity> {
    let (season, limits) = (facts.season, &facts.limits);
    let health = facts.profile.health;
    let needs_care = health.hurts() || Care::of(health) != Care::None;
    if needs_care || limits.class == Class::Activation || turn.legs >= usize::from(season.plyo_sessions) {
        return None;
    }
    let is_early_season = matches!(season.phase, Phase::OffSeason | Phase::Base);
    Some(match limits.level {
        _ if run.is_key() => Intensity::Low,
        Experience::Novice => Intensity::Low,
        Experience::Advanced if is_early_season => Intensity::High,
        Experience::Intermediate | Experience::Advanced => Intensity::Medium,
    })
}
