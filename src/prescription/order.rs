//! What a session in the gym is made from, as one comparable value.

use crate::exercise::wishes::means;
use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Gear, Intensity, WEIGHTS};
use crate::facts::Facts;
use crate::facts::ladder::{Ladder, weeks_since_epoch};
use crate::profile::{Equipment, Health, PainPlace, WeakArea};
use crate::rules::{pain_spares, unserved};
use crate::week::DayPlan;
use crate::week::day::Day;
use crate::week::phase::Phase;
use crate::week::session::{Class, Experience, Run, Session, Strength};

/// Minutes after a run within which one is still warm from it (practice).
const WARM_FOR: u16 = 30;
/// The week of a plan from which on an intermediate runner has medium plyometrics (practice).
const MEDIUM_FROM_WEEK: i64 = 3;

/// Ids of exercises on the front, and of curl-ups: left out in pregnancy and early after a birth where anything else will
/// do (practice).
const LYING: [&str; 3] = ["superman", "prone-y-raise", "mcgill-curl-up"];

/// How many strength sessions a week has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Among {
    /// Those that train the legs.
    pub legs: usize,
    /// Those that do not.
    pub upper: usize,
}

/// What the sessions of a week have done before the next one.
#[derive(Default)]
pub(super) struct Before {
    /// Leg sessions that hold anything.
    legs: usize,
    /// Other strength sessions that hold anything.
    upper: usize,
    /// Weak areas for which there was an exercise.
    weak_areas: Vec<WeakArea>,
}

impl Before {
    /// Takes in a session that was made to serve these weak areas.
    pub fn and(mut self, strength: Strength, workout: &Workout, weak_areas: &[WeakArea]) -> Self {
        if !workout.blocks.is_empty() {
            self.legs += usize::from(strength.legs());
            self.upper += usize::from(!strength.legs());
        }
        let left = unserved(weak_areas, std::iter::once(workout));
        self.weak_areas.extend(weak_areas.iter().filter(|area| !left.contains(area)));
        self
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
        if health.is_early_postpartum() {
            Self::EarlyPostpartum
        } else if health.pregnant == Some(true) {
            Self::Pregnant
        } else {
            Self::None
        }
    }

    /// Whether work on both legs comes before work on one.
    pub fn prefers_both_legs(self) -> bool {
        self == Self::Pregnant
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
    pub(super) phase: Phase,
    /// How heavy the session is.
    pub(super) class: Class,
    /// Experience in the gym.
    pub(super) level: Experience,
    /// The equipment at hand, without what a session of this class leaves where it is.
    pub(super) gear: Gear,
    /// Declared weak areas that a strength session serves: first those that the week has not served, then in turn.
    pub(super) weak_areas: Vec<WeakArea>,
    /// Minutes that there are for the session: its slot.
    pub(super) minutes: u16,
    /// The key run on the day of a mobility session.
    pub(super) run_beside: Run,
    /// Whether one comes to it warm from a run.
    pub(super) after_run: bool,
    /// Whether a mobility session follows right after it.
    pub(super) before_mobility: bool,
    /// 0 for session A, which is knee-led, 1 for B, which is hinge-led, and so on; the turn of any other session in its week.
    pub(super) turn: usize,
    /// The strength sessions of its week.
    pub(super) among: Among,
    /// Where the week stands on the ladder.
    pub(super) ladder: Ladder,
    /// The hardest plyometrics that are allowed; `None` for none.
    pub(super) plyo: Option<Intensity>,
    /// What the session takes care of.
    pub(super) care: Care,
    /// The place that hurts, where one is named.
    pub(super) pain: Option<PainPlace>,
    /// Exercises and movements that the runner leaves out.
    pub(super) avoid: Vec<String>,
    /// Whether the main lifts are those of the style `maintain-heavy`.
    pub(super) maintains_heavy: bool,
}

impl Order {
    /// The order of a mobility session, beside the run of its day; `count` of them come before it in the week.
    pub(super) fn mobility(facts: &Facts<'_>, day: Day, run: Run, count: usize) -> Self {
        Self {
            minutes: facts.limits.mobility_minutes,
            run_beside: if run.is_key() { run } else { Run::Off },
            turn: count,
            ..Self::of_day(facts, day)
        }
    }

    /// The order of a day's strength session.
    pub(super) fn strength(
        facts: &Facts<'_>,
        day: Day,
        plan: DayPlan,
        among: Among,
        before: &Before,
    ) -> Self {
        let [after_run, before_mobility] = beside(facts, day, plan);
        let common = Self {
            strength: plan.strength,
            minutes: facts.limits.strength_minutes,
            after_run,
            before_mobility,
            among,
            ladder: facts.ladder(),
            ..Self::of_day(facts, day)
        };
        let weak_areas = weak_areas(facts, common.ladder, before);
        if !plan.strength.legs() {
            let class = common.class.min(Class::Moderate);
            return Self { turn: among.legs.max(2) + before.upper, weak_areas, class, ..common };
        }
        // A single leg session is A and B from week to week.
        let week = usize::try_from(weeks_since_epoch(facts.monday) % 2).unwrap_or(0);
        let turn = if among.legs == 1 { week } else { before.legs };
        let is_heavy = common.class == Class::Heavy && common.gear.is_for_heavy();
        let class = if is_heavy { common.class } else { common.class.min(Class::Moderate) };
        Self { turn, weak_areas, class, plyo: hardest_plyo(facts, plan.run, before.legs), ..common }
    }

    /// What all sessions of a day have in common; the rest stands empty.
    fn of_day(facts: &Facts<'_>, day: Day) -> Self {
        let limits = &facts.limits;
        Self {
            strength: Strength::None,
            phase: facts.season.phase,
            class: facts.class,
            level: limits.level,
            gear: gear(facts.profile.equipment(day).unwrap_or_default(), facts.class),
            weak_areas: Vec::new(),
            minutes: 0,
            run_beside: Run::Off,
            after_run: false,
            before_mobility: false,
            turn: 0,
            among: Among { legs: 0, upper: 0 },
            ladder: Ladder::NONE,
            plyo: None,
            care: Care::of(facts.profile.health),
            pain: facts.profile.health.pain_place(),
            avoid: facts.profile.strength.avoid.clone().unwrap_or_default(),
            maintains_heavy: maintains_heavy(facts),
        }
    }
}

impl Order {
    /// Whether an exercise is left out: the runner does not want it, or a painful place is spared it.
    pub(super) fn leaves_out(&self, exercise: &Exercise) -> bool {
        self.avoid.iter().any(|name| means(name, exercise))
            || self.pain.is_some_and(|place| pain_spares(place, exercise))
    }
}

/// Whether strength comes right after the run of its day, and whether mobility follows it at once.
fn beside(facts: &Facts<'_>, day: Day, plan: DayPlan) -> [bool; 2] {
    let starts = facts.starts(day, plan).unwrap_or_default();
    let strength = starts.of(Session::Strength(plan.strength));
    let follows = |first: Session, first_start: Option<u16>, second: Option<u16>| match (first_start, second)
    {
        (Some(first_start), Some(second)) => {
            let end = first_start + facts.minutes(day, first);
            (end..=end + WARM_FOR).contains(&second)
        }
        _ => true,
    };
    let run = Session::Run(plan.run);
    let after_run = plan.run.is_run() && plan.run != Run::Race && follows(run, starts.of(run), strength);
    let of_strength = Session::Strength(plan.strength);
    let before_mobility = plan.mobility && follows(of_strength, strength, starts.of(Session::Mobility));
    [after_run, before_mobility]
}

/// What is at hand and used: activation leaves the weights where they are.
fn gear(equipment: &[Equipment], class: Class) -> Gear {
    let is_used = |piece: &Equipment| class != Class::Activation || !WEIGHTS.contains(piece);
    equipment.iter().copied().collect::<Gear>().pieces().filter(is_used).collect()
}

/// Whether the main lifts keep the load of the style `maintain-heavy`: where the runner wants it and health lets it stand.
fn maintains_heavy(facts: &Facts<'_>) -> bool {
    let is_strong = facts.class.is_hard() && facts.limits.level > Experience::Novice;
    is_strong && facts.season.styled(facts.profile.strength.style).is_some()
}

/// The weak areas of a session, in the order in which it serves them.
fn weak_areas(facts: &Facts<'_>, ladder: Ladder, before: &Before) -> Vec<WeakArea> {
    if !facts.season.targets_weak_areas() {
        return Vec::new();
    }
    let mut areas = facts.profile.strength.weak.clone().unwrap_or_default();
    let in_turn = usize::from(ladder.block) % areas.len().max(1);
    areas.rotate_left(in_turn);
    areas.sort_by_key(|area| before.weak_areas.contains(area));
    areas
}

/// The hardest plyometrics that a leg session may have on the day of this run, after so many others; `None` for none.
fn hardest_plyo(facts: &Facts<'_>, run: Run, legs_before: usize) -> Option<Intensity> {
    let (season, limits) = (facts.season, &facts.limits);
    let health = facts.profile.health;
    let needs_care = health.hurts() || Care::of(health) != Care::None;
    if needs_care || facts.class == Class::Activation || legs_before >= usize::from(season.plyo_sessions) {
        return None;
    }
    let is_early_season = matches!(season.phase, Phase::OffSeason | Phase::Base);
    let start = facts.profile.plan.start.filter(|_| facts.position().is_some());
    let is_early_plan = start.is_some_and(|start| (facts.monday - start).num_weeks() + 1 < MEDIUM_FROM_WEEK);
    Some(match limits.level {
        _ if run.is_key() => Intensity::Low,
        Experience::Novice => Intensity::Low,
        Experience::Advanced if is_early_season => Intensity::High,
        Experience::Intermediate if is_early_plan => Intensity::Low,
        Experience::Intermediate | Experience::Advanced => Intensity::Medium,
    })
}
