//! What to do in the sessions of a chosen week: exercises with sets, repetitions and load, by fixed rules, never searched.
//!
//! Pure and deterministic: the same week gives the same sessions. Nothing is prescribed that the runner does not have.

mod builder;
mod choice;
mod dose;
mod full_body;
mod mobility;
mod slot;
mod top_up;
mod upper_body;

use crate::cache::Cache;
use crate::exercise::Exercise;
use crate::exercise::workout::Workout;
use crate::facts::Facts;
use crate::rules::training::{GymSession, Training};
use crate::rules::unserved;
use crate::week::day::{Day, Days};
use crate::week::session::Strength;
use crate::week::{DayPlan, Week};
use crate::word::Word;
use slot::{Among, Before, Care, Place, Room};
use std::sync::Arc;

pub use slot::Order;

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
    sessions_as_known(facts, week, own, &mut Cache::new(0))
}

/// The same where sessions of one season may be known already; with exercises of the runner's own none are.
#[must_use]
pub fn sessions_as_known(
    facts: &Facts<'_>,
    week: &Week,
    own: &[Exercise],
    known: &mut Cache<Order, Arc<Workout>>,
) -> Vec<Built> {
    let mut make = |order: Order| {
        let build = |order: &Order| Arc::new(Room::new(facts.season, order, own).workout());
        if own.is_empty() { known.get_or_insert_with(order, build) } else { build(&order) }
    };
    let mut built = Vec::with_capacity(6);
    let strength = days(week, |day| day.strength.any());
    let among = Among { all: strength.len(), legs: days(week, |day| day.strength.legs()).len() };
    let (mut legs, mut count) = (0, 0);
    let mut before = Before::default();
    for day in strength.iter() {
        let plan = week[day.index()];
        let order = Order::new(facts, day, plan, Place { legs, count }, among, &before);
        let areas = order.weak.clone();
        let workout = make(order);
        if built.len() + 1 < among.all {
            before = before.and(&workout, &areas);
        }
        let empty = workout.blocks.is_empty();
        let session = GymSession { strength: plan.strength, run: plan.run, workout };
        built.push(Built { day, session });
        legs += usize::from(plan.strength.legs() && !empty);
        count += usize::from(!empty);
    }
    note_weak_areas(facts, &mut built);
    for (count, day) in days(week, |day| day.mobility).iter().enumerate() {
        let plan = DayPlan { strength: Strength::None, ..week[day.index()] };
        let place = Place { legs: 0, count };
        let workout = make(Order::new(facts, day, plan, place, among, &Before::default()));
        built.push(Built { day, session: GymSession { strength: Strength::None, run: plan.run, workout } });
    }
    built
}

/// Says so where a declared weak area has no exercise all week.
fn note_weak_areas(facts: &Facts<'_>, built: &mut [Built]) {
    let weak = facts.profile.strength.weak.as_deref().unwrap_or_default();
    let full = |built: &&Built| built.session.strength.legs();
    let left = unserved(weak, built.iter().filter(full).map(|built| &*built.session.workout));
    if left.is_empty() || !facts.season.targets_weak_areas() {
        return;
    }
    let names: Vec<&str> = left.iter().map(|area| area.id()).collect();
    let text = format!("no room this week for exercises for: {}", names.join(", "));
    if let Some(last) = built.iter_mut().rev().find(|built| built.session.strength.legs()) {
        Arc::make_mut(&mut last.session.workout).notes.push(("weak-area-block", text));
    }
}

fn days(week: &Week, wanted: impl Fn(DayPlan) -> bool) -> Days {
    Day::ALL.iter().copied().filter(|day| wanted(week[day.index()])).collect()
}
