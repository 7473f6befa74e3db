//! What to do in the sessions of a chosen week: exercises with sets, repetitions and load, by fixed rules, never searched.
//!
//! Pure and deterministic: the same week gives the same sessions. Nothing is prescribed that the runner does not have.
//!
//! A day and what came before it in the week make an order (`order.rs`), an order with the exercises that are possible a slot
//! (`slot.rs`). What kind of session it is says how the slot is filled: `full_body.rs`, `upper_body.rs`, `mobility.rs`. They
//! choose exercises (`choice.rs`, `core_ring.rs`) and their numbers (`dose.rs`), and build strength in blocks that grow
//! (`builder.rs`) until the time is used (`top_up.rs`).

mod builder;
mod choice;
mod core_ring;
mod dose;
mod full_body;
mod mobility;
mod order;
mod slot;
mod top_up;
mod upper_body;

use crate::cache::Cache;
use crate::exercise::Exercise;
use crate::exercise::workout::Workout;
use crate::facts::Facts;
use crate::rules::training::{GymSession, Training};
use crate::rules::weak_area_note;
use crate::season::Season;
use crate::week::Week;
use crate::week::day::{Day, Days};
use crate::week::session::Strength;
use crate::word::Word;
use order::{Among, Before, Turn};
use slot::Slot;
use std::sync::Arc;

pub use order::Order;

/// A gym session with its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaySession {
    /// The day.
    pub day: Day,
    /// The session.
    pub session: GymSession,
}

/// The sessions of a week as the rules of training see them.
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

/// The gym sessions of a week, strength before mobility, each in the order of the days; `own` are exercises of the runner's
/// own beside the catalogue.
#[must_use]
pub fn sessions(facts: &Facts<'_>, week: &Week, own: &[Exercise]) -> Vec<DaySession> {
    sessions_as_known(facts, week, own, &mut Cache::new(0))
}

/// The gym sessions of a week as [`sessions`] gives them, taken from `known` where one of the same season was made before.
///
/// Orders do not say which exercises of a runner's own there are: with any nothing is taken or kept.
#[must_use]
pub fn sessions_as_known(
    facts: &Facts<'_>,
    week: &Week,
    own: &[Exercise],
    known: &mut Cache<Order, Arc<Workout>>,
) -> Vec<DaySession> {
    let mut make = |order: Order| {
        let build = |order: &Order| Arc::new(workout(facts.season, order, own));
        if own.is_empty() { known.get_or_insert_with(order, build) } else { build(&order) }
    };
    let mut sessions = strength_sessions(facts, week, &mut make);
    note_weak_areas(facts, &mut sessions);
    sessions.extend(mobility_sessions(facts, week, &mut make));
    sessions
}

/// The strength sessions of a week, each made by `make` with the ones before it in mind.
fn strength_sessions(
    facts: &Facts<'_>,
    week: &Week,
    make: &mut impl FnMut(Order) -> Arc<Workout>,
) -> Vec<DaySession> {
    let days: Days = Day::ALL.iter().copied().filter(|day| week[day.index()].strength.any()).collect();
    let legs = days.iter().filter(|day| week[day.index()].strength.legs()).count();
    let among = Among { all: days.len(), legs };
    let mut turn = Turn { legs: 0, count: 0 };
    let mut before = Before::default();
    let mut sessions = Vec::with_capacity(days.len());
    for day in days.iter() {
        let plan = week[day.index()];
        let order = Order::strength(facts, day, plan, turn, among, &before);
        let weak_areas = order.weak_areas.clone();
        let workout = make(order);
        before = before.and(&workout, &weak_areas);
        let holds_anything = !workout.blocks.is_empty();
        turn.legs += usize::from(plan.strength.legs() && holds_anything);
        turn.count += usize::from(holds_anything);
        let session = GymSession { strength: plan.strength, run: plan.run, workout };
        sessions.push(DaySession { day, session });
    }
    sessions
}

/// The mobility sessions of a week, each made by `make`.
fn mobility_sessions(
    facts: &Facts<'_>,
    week: &Week,
    make: &mut impl FnMut(Order) -> Arc<Workout>,
) -> Vec<DaySession> {
    let days = Day::ALL.iter().copied().filter(|day| week[day.index()].mobility);
    let session = |(count, day): (usize, Day)| {
        let run = week[day.index()].run;
        let workout = make(Order::mobility(facts, day, run, count));
        DaySession { day, session: GymSession { strength: Strength::None, run, workout } }
    };
    days.enumerate().map(session).collect()
}

/// The session that fills an order.
fn workout(season: &Season, order: &Order, own: &[Exercise]) -> Workout {
    let slot = Slot::new(season, order, own);
    match order.strength {
        Strength::Full => full_body::workout(&slot),
        Strength::Upper => upper_body::workout(&slot),
        Strength::None => mobility::workout(&slot),
    }
}

/// Says in the last whole-body session where a declared weak area has no exercise all week.
fn note_weak_areas(facts: &Facts<'_>, sessions: &mut [DaySession]) {
    if !facts.season.targets_weak_areas() {
        return;
    }
    let weak = facts.profile.strength.weak.as_deref().unwrap_or_default();
    let full = sessions.iter().map(|of| &of.session).filter(|session| session.strength.legs());
    let Some(note) = weak_area_note(weak, full.map(|session| &*session.workout)) else { return };
    if let Some(last) = sessions.iter_mut().rev().find(|of| of.session.strength.legs()) {
        Arc::make_mut(&mut last.session.workout).notes.push(note);
    }
}
