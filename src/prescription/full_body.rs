//! Whole-body sessions: lifts in straight sets where the season is heavy or moderate, rounds where it is light.

mod lifts;
mod rounds;

use super::builder::SessionBuilder;
use super::slot::Slot;
use super::top_up::top_up;
use crate::exercise::workout::Workout;

/// A whole-body session.
pub(super) fn workout(slot: &Slot<'_>) -> Workout {
    let mut builder = SessionBuilder::new(slot);
    if slot.order.class.is_hard() {
        lifts::push_lifts(&mut builder);
    } else {
        rounds::push_rounds(&mut builder);
    }
    top_up(&mut builder);
    builder.finish()
}
