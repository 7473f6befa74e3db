//! All that a session in the gym is made from: what it depends on as one comparable value, and what can fill it.

use super::{full_body, mobility, upper_body};
use crate::exercise::workout::Workout;
use crate::exercise::{Exercise, Gear, Intensity, WEIGHTS};
use crate::facts::Facts;
use crate::profile::{Equipment, WeakArea};
use crate::rules::training::is_main;
use crate::rules::{is_early_postpartum, unserved};
use crate::season::{Season, Side};
use crate::week::DayPlan;
use crate::week::day::Day;
use crate::week::phase::Phase;
use crate::week::session::{Class, Experience, Run, Strength, Style};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Deref;

/// The Monday from which weeks are counted.
const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date");

/// A session's place among those of its week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Place {
    /// Leg sessions before it.
    pub legs: usize,
    /// Sessions before it.
    pub count: usize,
}

/// How many sessions a week has of its kind.
#[derive(Clone, Copy)]
pub(super) struct Among {
    /// All of them.
    pub all: usize,
    /// Those that train the legs.
    pub legs: usize,
}

/// What the sessions before it in the week have done.
#[derive(Default)]
pub(super) struct Before {
    /// The leg work of the last one with any, sorted.
    legs: Vec<Cow<'static, str>>,
    /// The exercises for weak areas of all of them.
    served: Vec<WeakArea>,
}

impl Before {
    /// And this session.
    pub fn and(mut self, workout: &Workout, weak: &[WeakArea]) -> Self {
        let mut legs: Vec<_> =
            workout.trained().filter(|of| is_main(of)).map(|of| of.exercise.id.clone()).collect();
        if !legs.is_empty() {
            legs.sort_unstable();
            self.legs = legs;
        }
        let left = unserved(weak, std::iter::once(workout));
        self.served.extend(weak.iter().filter(|area| !left.contains(area)));
        self
    }
}

/// What is at hand and used: activation leaves the weights where they are.
fn gear(equipment: &[Equipment], class: Class) -> Gear {
    equipment.iter().copied().filter(|piece| class != Class::Activation || !WEIGHTS.contains(piece)).collect()
}

/// What a session takes care of beyond the load.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Care {
    None,
    EarlyPostpartum,
    Pregnant,
}

/// All that a session depends on, its season and exercises of the runner's own apart: two that are equal get the same
/// exercises, so that one of them need not be made. What a kind of session does not look at stands empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Order {
    /// What kind of strength; none for mobility.
    strength: Strength,
    /// The season's phase.
    phase: Phase,
    pub(super) class: Class,
    pub(super) level: Experience,
    pub(super) gear: Gear,
    /// Declared weak areas where leg sessions serve them, in the order in which this one does: those first that the week has
    /// not served.
    pub(super) weak: Vec<WeakArea>,
    /// Minutes of the slot.
    pub(super) minutes: u16,
    /// The run beside mobility, if it makes a difference there; what strength has to know about its run is in `plyo`.
    pub(super) beside: Run,
    pub(super) place: Place,
    /// The leg work of the session before it in the week, sorted, where this one has lifts.
    pub(super) legs_before: Vec<Cow<'static, str>>,
    /// Blocks of the season's rotation weeks since the epoch.
    pub(super) rotation: usize,
    /// Sessions since the epoch, as if every week had as many as this.
    pub(super) running: usize,
    /// Whether a push comes before a pull in a leg session.
    pub(super) push_first: bool,
    /// The hardest plyometrics that are allowed; `None` for none.
    pub(super) plyo: Option<Intensity>,
    pub(super) care: Care,
    /// Whether the main lifts are those of `maintain-heavy`.
    pub(super) maintain: bool,
}

impl Order {
    pub(super) fn new(
        facts: &Facts<'_>,
        day: Day,
        plan: DayPlan,
        place: Place,
        among: Among,
        before: &Before,
    ) -> Self {
        let (profile, season, limits) = (facts.profile, facts.season, &facts.limits);
        let health = &profile.health;
        let weeks = (facts.monday - EPOCH).num_weeks();
        let count = |number: i64| usize::try_from(number).unwrap_or(0);
        let rotation = count(weeks.div_euclid(i64::from(season.rotation_weeks)).max(0));
        let pregnant = health.pregnant == Some(true);
        let early = is_early_postpartum(*health);
        let mobility = Self {
            strength: Strength::None,
            phase: season.phase,
            class: limits.class,
            level: limits.level,
            gear: gear(profile.equipment(day).unwrap_or_default(), limits.class),
            weak: Vec::new(),
            minutes: limits.mobility_minutes,
            beside: Some(plan.run).filter(|run| run.is_key()).unwrap_or(Run::Off),
            place,
            legs_before: Vec::new(),
            rotation,
            running: 0,
            push_first: false,
            plyo: None,
            care: match (pregnant, early) {
                (true, _) => Care::Pregnant,
                (false, true) => Care::EarlyPostpartum,
                (false, false) => Care::None,
            },
            maintain: profile.strength.style == Some(Style::MaintainHeavy)
                && season.maintain_heavy.as_ref().is_some_and(|heavy| heavy.class == limits.class),
        };
        if !plan.strength.any() {
            return mobility;
        }
        let upper = Self {
            strength: plan.strength,
            minutes: limits.strength_minutes,
            beside: Run::Off,
            running: count(weeks.max(0)) * among.all + place.count,
            ..mobility
        };
        if !plan.strength.legs() {
            return Self { place: Place { legs: 0, ..place }, ..upper };
        }
        let mut weak = profile.strength.weak.clone().unwrap_or_default();
        weak.retain(|_| season.targets_weak_areas());
        let areas = weak.len().max(1);
        weak.rotate_left(rotation % areas);
        weak.sort_by_key(|area| before.served.contains(area));
        let still = health.pain == Some(true) || pregnant || early || limits.class == Class::Activation;
        let plyo = if still || place.legs >= usize::from(season.plyo_sessions) {
            None
        } else if plan.run.is_key() || limits.level == Experience::Novice {
            Some(Intensity::Low)
        } else if limits.level == Experience::Advanced
            && matches!(season.phase, Phase::OffSeason | Phase::Base)
        {
            Some(Intensity::High)
        } else {
            Some(Intensity::Medium)
        };
        // A single session alternates from week to week; several do so within the week, the same every week.
        let turn = if among.legs == 1 { count(weeks.max(0)) } else { place.legs + rotation };
        Self {
            weak,
            legs_before: if limits.class.is_hard() { before.legs.clone() } else { Vec::new() },
            push_first: !turn.is_multiple_of(2),
            plyo,
            ..upper
        }
    }
}

/// An order with what can fill it.
pub(super) struct Room<'a> {
    pub order: &'a Order,
    pub season: &'a Season,
    /// The season whose doses count: a lighter one where health asks for it.
    pub doses: &'a Season,
    /// Everything that this runner can do here, in the order of the catalogue.
    pub possible: Vec<&'a Exercise>,
    /// Those of them that move or stretch, once they are needed.
    pub moving: OnceCell<Vec<&'a Exercise>>,
    /// Core exercises in their order, once it is needed.
    pub ring: OnceCell<Vec<&'a Exercise>>,
    /// Seconds of the longest of them, in rounds and by itself, once they are needed.
    pub longest_core: OnceCell<[u32; 2]>,
    /// Seconds of the slot.
    pub slot: u32,
    /// Plyometric contacts at most.
    pub contacts: u32,
}

impl Deref for Room<'_> {
    type Target = Order;

    fn deref(&self) -> &Order {
        self.order
    }
}

impl<'a> Room<'a> {
    pub fn new(season: &'a Season, order: &'a Order, own: &'a [Exercise]) -> Self {
        let doses = match order.class {
            Class::Activation if season.class != Class::Activation => Season::builtin(Phase::Recovery),
            Class::Light if season.class > Class::Light => Season::builtin(Phase::Taper),
            _ => season,
        };
        let can = |exercise: &&Exercise| exercise.level <= order.level && exercise.uses(order.gear).is_some();
        let mut possible = Vec::with_capacity(Exercise::catalogue().len() + own.len());
        possible.extend(Exercise::catalogue().iter().chain(own).filter(can));
        Self {
            order,
            season,
            doses,
            possible,
            moving: OnceCell::new(),
            ring: OnceCell::new(),
            longest_core: OnceCell::new(),
            slot: u32::from(order.minutes) * 60,
            contacts: season.plyo_contacts[order.level as usize].into(),
        }
    }

    /// The session that fills it.
    pub fn workout(&self) -> Workout {
        match self.strength {
            Strength::Full => full_body::workout(self),
            Strength::Upper => upper_body::workout(self),
            Strength::None => mobility::workout(self),
        }
    }

    /// Whether health made strength lighter than the season has it: then there is no more of it than there has to be.
    pub fn spared(&self) -> bool {
        !std::ptr::eq(self.doses, self.season)
    }

    /// Which kind of leg work leads in the season.
    pub fn leads(&self) -> Side {
        match self.season.share {
            _ if self.class == Class::Activation => Side::Double,
            _ if !self.gear.weights() => Side::Single,
            Some(share) => share.side,
            None => Side::Both,
        }
    }
}
