//! What to do in the sessions of a chosen week: exercises with sets, repetitions and load, by fixed rules, never searched.
//!
//! Pure and deterministic: the same week gives the same sessions. Nothing is prescribed that the runner does not have.

mod dose;
mod fill;
mod full;
mod mobility;
mod more;
mod pick;
mod upper;

use crate::day::Day;
use crate::exercise::{Exercise, Gear, Intensity, WEIGHTS};
use crate::facts::Facts;
use crate::phase::Phase;
use crate::profile::{Equipment, WeakArea};
use crate::rules::{EARLY_POSTPARTUM_WEEKS, unserved};
use crate::season::{Season, Side};
use crate::session::{Class, Experience, Run, Strength, Style};
use crate::training::{GymSession, Training, is_main};
use crate::week::Week;
use crate::word::Word;
use crate::workout::Workout;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::cell::OnceCell;

/// The Monday from which weeks are counted.
const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date");

/// A session of the week with its exercises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    /// The day.
    pub day: Day,
    /// The session.
    pub session: GymSession,
}

/// The sessions as the rules of training see them.
#[must_use]
pub fn training<'a>(facts: &Facts<'a>, sessions: &'a [GymSession]) -> Training<'a> {
    Training {
        season: facts.season,
        class: facts.limits.class,
        level: facts.limits.level,
        health: facts.profile.health,
        weak: facts.profile.strength.weak.as_deref().unwrap_or_default(),
        sessions,
    }
}

/// The sessions of a week, strength first, each in the order of the days.
#[must_use]
pub fn sessions(facts: &Facts<'_>, week: &Week, own: &[Exercise]) -> Vec<Built> {
    let mut built = Vec::with_capacity(6);
    let strength: Vec<Day> = days(week, |day| day.strength.any());
    let of_legs = days(week, |day| day.strength.legs()).len();
    let (mut legs, mut count) = (0, 0);
    let mut before = Before::default();
    for day in &strength {
        let plan = week[day.index()];
        let place = Place { legs, count, of: strength.len(), of_legs };
        let room = Room::new(facts, *day, plan.run, own, place, before);
        let workout = if plan.strength.legs() { full::workout(&room) } else { upper::workout(&room) };
        before = room.before.and(&workout, &room.weak);
        let empty = workout.blocks.is_empty();
        let session = GymSession { strength: plan.strength, run: plan.run, workout };
        built.push(Built { day: *day, session });
        legs += usize::from(plan.strength.legs() && !empty);
        count += usize::from(!empty);
    }
    note_weak_areas(facts, &mut built);
    for (count, day) in days(week, |day| day.mobility).into_iter().enumerate() {
        let run = week[day.index()].run;
        let room =
            Room::new(facts, day, run, own, Place { legs: 0, count, of: 1, of_legs: 0 }, Before::default());
        let workout = mobility::workout(&room, facts.limits.mobility_minutes);
        built.push(Built { day, session: GymSession { strength: Strength::None, run, workout } });
    }
    built
}

/// Says so where a declared weak area has no exercise all week.
fn note_weak_areas(facts: &Facts<'_>, built: &mut [Built]) {
    let weak = facts.profile.strength.weak.as_deref().unwrap_or_default();
    let full = |built: &&Built| built.session.strength.legs();
    let left = unserved(weak, built.iter().filter(full).map(|built| &built.session.workout));
    if left.is_empty() || !facts.season.targets_weak_areas() {
        return;
    }
    let names: Vec<&str> = left.iter().map(|area| area.id()).collect();
    let text = format!("no room this week for exercises for: {}", names.join(", "));
    if let Some(last) = built.iter_mut().rev().find(|built| built.session.strength.legs()) {
        last.session.workout.notes.push(("weak-area-block", text));
    }
}

fn days(week: &Week, wanted: impl Fn(crate::week::DayPlan) -> bool) -> Vec<Day> {
    Day::ALL.iter().copied().filter(|day| wanted(week[day.index()])).collect()
}

/// A session's place among those of its week.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Leg sessions before it.
    legs: usize,
    /// Sessions before it.
    count: usize,
    /// Sessions of the week.
    of: usize,
    /// Leg sessions of the week.
    of_legs: usize,
}

/// What the sessions before it in the week have done.
#[derive(Default)]
struct Before {
    /// The leg work of the last one with any, sorted.
    legs: Vec<Cow<'static, str>>,
    /// The exercises for weak areas of all of them.
    served: Vec<WeakArea>,
}

impl Before {
    /// And this session.
    fn and(mut self, workout: &Workout, weak: &[WeakArea]) -> Self {
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Care {
    None,
    EarlyPostpartum,
    Pregnant,
}

/// All that a session is made from.
struct Room<'a> {
    season: &'a Season,
    /// The season whose doses count: a lighter one where health asks for it.
    doses: &'a Season,
    class: Class,
    level: Experience,
    gear: Gear,
    /// Everything that this runner can do here, in the order of the catalogue.
    possible: Vec<&'a Exercise>,
    /// Declared weak areas, in the order in which this session serves them: those first that the week has not served.
    weak: Vec<WeakArea>,
    /// Core exercises in their order, once it is needed.
    ring: OnceCell<Vec<&'a Exercise>>,
    /// Seconds of the slot.
    slot: u32,
    minutes: u16,
    run: Run,
    place: Place,
    before: Before,
    /// Blocks of the season's rotation weeks since the epoch.
    rotation: usize,
    /// Sessions since the epoch, as if every week had as many as this.
    running: usize,
    /// Whose turn it is: even a pull, odd a push.
    arms: usize,
    /// The hardest plyometrics that are allowed; `None` for none.
    plyo: Option<Intensity>,
    /// Plyometric contacts at most.
    contacts: u32,
    care: Care,
    /// Whether the main lifts are those of `maintain-heavy`.
    maintain: bool,
}

impl<'a> Room<'a> {
    fn new(facts: &Facts<'a>, day: Day, run: Run, own: &'a [Exercise], place: Place, before: Before) -> Self {
        let (profile, season, limits) = (facts.profile, facts.season, &facts.limits);
        let health = &profile.health;
        let maintain = profile.strength.style == Some(Style::MaintainHeavy)
            && season.maintain_heavy.as_ref().is_some_and(|heavy| heavy.class == limits.class);
        let doses = match limits.class {
            Class::Activation if season.class != Class::Activation => Season::builtin(Phase::Recovery),
            Class::Light if season.class > Class::Light => Season::builtin(Phase::Taper),
            _ => season,
        };
        let gear = gear(profile.equipment(day).unwrap_or_default(), limits.class);
        let can = |exercise: &&Exercise| exercise.level <= limits.level && exercise.uses(gear).is_some();
        let possible = Exercise::catalogue().iter().chain(own).filter(can).collect();
        let weeks = (facts.monday - EPOCH).num_weeks();
        let count = |number: i64| usize::try_from(number).unwrap_or(0);
        let rotation = count(weeks.div_euclid(i64::from(season.rotation_weeks)).max(0));
        let mut weak = profile.strength.weak.clone().unwrap_or_default();
        let areas = weak.len().max(1);
        weak.rotate_left(rotation % areas);
        weak.sort_by_key(|area| before.served.contains(area));
        let pregnant = health.pregnant == Some(true);
        let early = health.postpartum_weeks.is_some_and(|weeks| weeks < EARLY_POSTPARTUM_WEEKS);
        let still = health.pain == Some(true) || pregnant || early || limits.class == Class::Activation;
        let plyo = if still || place.legs >= usize::from(season.plyo_sessions) {
            None
        } else if run.is_key() || limits.level == Experience::Novice {
            Some(Intensity::Low)
        } else if limits.level == Experience::Advanced
            && matches!(season.phase, Phase::OffSeason | Phase::Base)
        {
            Some(Intensity::High)
        } else {
            Some(Intensity::Medium)
        };
        Self {
            season,
            doses,
            class: limits.class,
            level: limits.level,
            gear,
            possible,
            weak,
            ring: OnceCell::new(),
            slot: u32::from(limits.strength_minutes) * 60,
            minutes: limits.strength_minutes,
            run,
            place,
            before,
            rotation,
            running: count(weeks.max(0)) * place.of + place.count,
            // A single session alternates from week to week; several do so within the week, the same every week.
            arms: if place.of_legs == 1 { count(weeks.max(0)) } else { place.legs + rotation },
            plyo,
            contacts: season.plyo_contacts[limits.level as usize].into(),
            care: match (pregnant, early) {
                (true, _) => Care::Pregnant,
                (false, true) => Care::EarlyPostpartum,
                (false, false) => Care::None,
            },
            maintain,
        }
    }

    /// Whether health made strength lighter than the season has it: then there is no more of it than there has to be.
    fn spared(&self) -> bool {
        !std::ptr::eq(self.doses, self.season)
    }

    /// Which kind of leg work leads in the season.
    fn leads(&self) -> Side {
        match self.season.share {
            _ if self.class == Class::Activation => Side::Double,
            _ if !self.gear.weights() => Side::Single,
            Some(share) => share.side,
            None => Side::Both,
        }
    }
}
