//! Core exercises in a ring, front and back in turn, so that what a session takes is new.

use crate::exercise::Exercise;
use crate::rules::works_the_back;

/// Core exercises by which the next session starts further on: half of the ring, or so many.
const STEP: usize = 3;

/// The core exercises that a runner can do, front and back in turn.
///
/// Every session starts where the first ones of the last session end, half of the ring or three exercises further on.
pub(super) struct CoreRing<'a>(Vec<&'a Exercise>);

impl<'a> CoreRing<'a> {
    /// The ring of the core exercises among these; those that are `better_left_out` are not in it as long as enough is left.
    pub fn new(possible: &[&'a Exercise], better_left_out: impl Fn(&Exercise) -> bool) -> Self {
        let mut core: Vec<&Exercise> = possible.iter().copied().filter(|of| of.is_core()).collect();
        if core.iter().filter(|of| !better_left_out(of)).count() >= STEP {
            core.retain(|of| !better_left_out(of));
        }
        let (back, front): (Vec<&Exercise>, Vec<&Exercise>) = core.iter().partition(|of| works_the_back(of));
        let longer = front.len().max(back.len());
        Self((0..longer).flat_map(|at| [front.get(at), back.get(at)]).flatten().copied().collect())
    }

    /// Every exercise of the ring.
    pub fn iter(&self) -> impl Iterator<Item = &'a Exercise> {
        self.0.iter().copied()
    }

    /// The exercises in the order in which the session of this number takes them.
    pub fn of_session(&self, number: usize) -> impl Iterator<Item = &'a Exercise> {
        let (len, step) = (self.0.len(), self.step());
        // A fourth one is the last of the session before, not the first of the next.
        let order = (0..step.min(len)).chain((step..len).rev());
        order.map(move |by| self.0[(number * step + by) % len])
    }

    /// Those for the back in the order of the ring, but neither the first of the session before nor that of the next one.
    pub fn back_of_session(&self, number: usize) -> impl Iterator<Item = &'a Exercise> {
        let (len, step) = (self.0.len(), self.step());
        let start = number * step;
        let first = move |at: usize| self.0.get(at % len.max(1)).map(|of| &of.id);
        let others = [first(start + step), first(start + len - step.min(len))];
        let order = (0..len).map(move |by| self.0[(start + by) % len]);
        order.filter(move |of| works_the_back(of) && !others.contains(&Some(&of.id)))
    }

    /// Core exercises of a session at most: of a short ring no more than the next session can do without.
    pub fn most(&self, at_most: usize) -> usize {
        let step = self.step();
        if step < STEP { step } else { at_most }
    }

    /// Exercises by which the next session starts further on.
    fn step(&self) -> usize {
        (self.0.len() / 2).clamp(1, STEP)
    }
}
