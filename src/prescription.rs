//! What to do in the sessions of a chosen week: exercises with sets, repetitions and load, by fixed rules, never searched.
//!
//! Pure and deterministic: the same week gives the same sessions. Nothing is prescribed that the runner does not have.
//!
//! A day and what came before it in the week make an order (`order.rs`), an order with the exercises that are possible a slot
//! (`slot.rs`). What kind of session it is says how the slot is filled: `full_body.rs`, `upper_body.rs`, `after_birth.rs`,
//! `mobility.rs`. They choose exercises (`choice.rs`) and their ranges (`dose.rs`), and compose a draft (`draft.rs`) between
//! warm-up and cool-down (`warm_up.rs`); the week of the ladder takes sets and repetitions away (`ladder.rs`).

mod after_birth;
mod choice;
mod dose;
mod draft;
mod full_body;
mod ladder;
mod mobility;
mod order;
mod slot;
mod upper_body;
mod warm_up;

use crate::cache::Cache;
use crate::exercise::Exercise;
use crate::exercise::workout::{Prescribed, Workout};
use crate::facts::Facts;
use crate::profile::StrengthWishes;
use crate::rules::training::{GymSession, Training};
use crate::rules::weak_area_note;
use crate::season::Season;
use crate::week::Week;
use crate::week::day::{Day, Days};
use crate::week::session::{Session, Strength};
use crate::word::Word;
use order::{Among, Before, Care};
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
        class: facts.class,
        level: facts.limits.level,
        health: facts.profile.health,
        weak: facts.profile.strength.weak.as_deref().unwrap_or_default(),
        ladder: facts.ladder(),
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
    say_weights(&facts.profile.strength, &mut sessions);
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
    let placed = |day: &Day| is_placed(facts, *day, Session::Strength(week[day.index()].strength));
    let days: Days =
        Day::ALL.iter().copied().filter(|day| week[day.index()].strength.any()).filter(placed).collect();
    let legs = days.iter().filter(|day| week[day.index()].strength.legs()).count();
    let among = Among { legs, upper: days.len() - legs };
    let mut before = Before::default();
    let mut sessions = Vec::with_capacity(days.len());
    for day in days.iter() {
        let plan = week[day.index()];
        let order = Order::strength(facts, day, plan, among, &before);
        let weak_areas = order.weak_areas.clone();
        let workout = make(order);
        before = before.and(plan.strength, &workout, &weak_areas);
        let session = GymSession { strength: plan.strength, run: plan.run, workout };
        sessions.push(DaySession { day, session });
    }
    sessions
}

/// Whether a session of a day was placed; what stands there anyway says itself what to do.
fn is_placed(facts: &Facts<'_>, day: Day, session: Session) -> bool {
    facts.written.fixed.is_none_or(|fixed| !fixed[day.index()].holds(session))
}

/// The mobility sessions of a week, each made by `make`.
fn mobility_sessions(
    facts: &Facts<'_>,
    week: &Week,
    make: &mut impl FnMut(Order) -> Arc<Workout>,
) -> Vec<DaySession> {
    let placed = |day: &Day| is_placed(facts, *day, Session::Mobility);
    let days = Day::ALL.iter().copied().filter(|day| week[day.index()].mobility).filter(placed);
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
        Strength::Full | Strength::Lower | Strength::Upper if order.care == Care::EarlyPostpartum => {
            after_birth::workout(&slot)
        }
        Strength::Full | Strength::Lower => full_body::workout(&slot),
        Strength::Upper => upper_body::workout(&slot),
        Strength::None => mobility::workout(&slot),
    }
}

/// Says the weights of the lifts whose percentages and one-repetition maximum are known; other sessions stay shared.
fn say_weights(wishes: &StrengthWishes, sessions: &mut [DaySession]) {
    if wishes.one_rm.is_empty() {
        return;
    }
    let weight = |of: &Prescribed| {
        let percent = of.percent?;
        let weight = wishes.one_rm(&of.exercise.id)?.at(percent);
        (weight.thousandths > 0).then_some(weight)
    };
    for of in sessions {
        let workout = &mut of.session.workout;
        if workout.exercises().any(|(_, of)| weight(of).is_some()) {
            let blocks = &mut Arc::make_mut(workout).blocks;
            blocks.iter_mut().flat_map(|block| &mut block.exercises).for_each(|of| of.weight = weight(of));
        }
    }
}

/// Says in the last strength session where a declared weak area has no exercise all week.
fn note_weak_areas(facts: &Facts<'_>, sessions: &mut [DaySession]) {
    if !facts.season.targets_weak_areas() {
        return;
    }
    let weak = facts.profile.strength.weak.as_deref().unwrap_or_default();
    let Some(note) = weak_area_note(weak, sessions.iter().map(|of| &*of.session.workout)) else { return };
    if let Some(last) = sessions.last_mut() {
        Arc::make_mut(&mut last.session.workout).notes.push(note);
    }
}
