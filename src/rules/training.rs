//! A week's sessions in the gym as rules see them.

use crate::exercise::workout::{Load, Prescribed, Workout};
use crate::exercise::{Kind, Movement};
use crate::facts::ladder::Ladder;
use crate::profile::{Health, WeakArea};
use crate::season::Season;
use crate::week::session::{Class, Experience, Run, Strength};
use std::sync::Arc;

/// A session of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GymSession {
    /// What kind of strength; none for mobility.
    pub strength: Strength,
    /// The run of its day.
    pub run: Run,
    /// The exercises.
    pub workout: Arc<Workout>,
}

/// A week's sessions and what they were made for.
#[derive(Clone, Copy, Debug)]
pub struct Training<'a> {
    /// The season.
    pub season: &'a Season,
    /// How heavy strength is.
    pub class: Class,
    /// Experience in the gym.
    pub level: Experience,
    /// Health matters.
    pub health: Health,
    /// Declared weak areas.
    pub weak: &'a [WeakArea],
    /// Where the week stands on the ladder of strength.
    pub ladder: Ladder,
    /// The sessions, in the order of the days, strength before mobility.
    pub sessions: &'a [GymSession],
}

impl<'a> Training<'a> {
    /// The leg sessions that hold anything, whole-body ones and those for the lower body.
    pub fn legs(&self) -> impl Iterator<Item = &'a GymSession> {
        self.strength().filter(|session| session.strength.legs())
    }

    /// What the leg sessions hold.
    pub fn full(&self) -> impl Iterator<Item = &'a Workout> {
        self.legs().map(|session| &*session.workout)
    }

    /// All strength sessions that hold anything.
    pub fn strength(&self) -> impl Iterator<Item = &'a GymSession> {
        self.sessions.iter().filter(|session| session.strength.any() && !session.workout.blocks.is_empty())
    }

    /// Every exercise of the strength sessions that is trained.
    pub fn trained(&self) -> impl Iterator<Item = &'a Prescribed> {
        self.strength().flat_map(|session| session.workout.trained())
    }

    /// Whether the sessions are those of the first weeks after a birth.
    #[must_use]
    pub fn is_after_birth(&self) -> bool {
        self.health.is_early_postpartum()
    }

    /// How heavy a session of the week is: heavy only for legs with something heavy at hand.
    #[must_use]
    pub fn class_of(&self, session: &GymSession) -> Class {
        let can_be_heavy = session.strength.legs() && session.workout.gear.is_for_heavy();
        if can_be_heavy { self.class } else { self.class.min(Class::Moderate) }
    }

    /// Whether the week takes health into account in the choice of exercises: a painful place, a pregnancy, a birth.
    #[must_use]
    pub fn is_careful(&self) -> bool {
        let health = self.health;
        health.pain_place().is_some() || health.pregnant == Some(true) || self.is_after_birth()
    }

    /// Whether weights are at hand in every session.
    #[must_use]
    pub fn weights(&self) -> bool {
        self.strength().all(|session| session.workout.gear.weights())
    }
}

/// Whether an exercise is loaded with a barbell, dumbbell or kettlebell.
#[must_use]
pub const fn is_loaded(of: &Prescribed) -> bool {
    matches!(of.load, Load::Light | Load::Moderate | Load::Heavy)
}

/// Whether a main lift: leg work on one leg or both.
#[must_use]
pub fn is_main(of: &Prescribed) -> bool {
    matches!(of.exercise.kind, Kind::DoubleLeg | Kind::SingleLeg)
}

/// The core work of a session, without the back extension that stands in for a pull where the only one is a raise that
/// needs nothing.
pub fn core_work(workout: &Workout) -> impl Iterator<Item = &Prescribed> {
    let stands_in = pulls_bare(workout);
    let core = |of: &&Prescribed| of.exercise.movement() == Movement::Core;
    workout.trained().filter(core).filter(move |of| !(stands_in && of.exercise.pattern == "extension"))
}

/// Whether a session pulls, but only with exercises that need nothing.
#[must_use]
pub fn pulls_bare(workout: &Workout) -> bool {
    let mut pulls = workout.trained().filter(|of| of.exercise.movement() == Movement::Pull).peekable();
    pulls.peek().is_some() && pulls.all(|of| of.exercise.equipment.is_empty())
}

/// How many exercises of a movement a session trains.
#[must_use]
pub fn count(workout: &Workout, movement: Movement) -> usize {
    workout.trained().filter(|of| of.exercise.movement() == movement).count()
}
