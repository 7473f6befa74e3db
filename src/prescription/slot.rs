//! The time and place of a session: its order with everything that this runner can do there.

use super::order::Order;
use crate::exercise::{Exercise, Gear, Kind, Movement};
use crate::rules::{UPPER_MINUTES, works_the_back};
use crate::season::{Season, Side};
use crate::week::phase::Phase;
use crate::week::session::{Class, Strength};

/// An order with what can fill it.
pub(super) struct Slot<'a> {
    /// What the session is made from.
    pub order: &'a Order,
    /// The season of the week.
    pub season: &'a Season,
    /// The season whose doses count: a lighter one where health asks for it.
    pub doses: &'a Season,
    /// Everything that this runner can do here, in the order of the catalogue.
    pub possible: Vec<&'a Exercise>,
    /// The possible exercises that move or stretch, in the order of the catalogue.
    pub mobility: Vec<&'a Exercise>,
    /// The possible core exercises, for the front and for the back in turn.
    pub core: Vec<&'a Exercise>,
    /// Seconds that there are for the session.
    pub seconds: u32,
    /// Plyometric contacts at most.
    pub contacts: u32,
}

impl<'a> Slot<'a> {
    /// The slot of an order, with the catalogue and the runner's `own` exercises to choose from.
    pub fn new(season: &'a Season, order: &'a Order, own: &'a [Exercise]) -> Self {
        let can = |exercise: &&Exercise| {
            exercise.level <= order.level
                && exercise.uses(order.gear).is_some()
                && !order.leaves_out(exercise)
        };
        let mut possible = Vec::with_capacity(Exercise::catalogue().len() + own.len());
        possible.extend(Exercise::catalogue().iter().chain(own).filter(can));
        let is_upper = order.strength == Strength::Upper;
        let minutes = if is_upper { order.minutes.min(UPPER_MINUTES) } else { order.minutes };
        let moves = |of: &&Exercise| matches!(of.kind, Kind::Mobility | Kind::Stretch);
        Self {
            order,
            season,
            doses: season_of_doses(season, order),
            mobility: possible.iter().copied().filter(moves).collect(),
            core: core(&possible, order),
            possible,
            seconds: u32::from(minutes) * 60,
            contacts: season.plyo_contacts[order.level as usize].into(),
        }
    }

    /// Whether health made strength lighter than the season has it: then there is no more of it than there has to be.
    pub fn is_reduced(&self) -> bool {
        self.doses.phase != self.season.phase
    }

    /// Which kind of leg work leads.
    pub fn leading_side(&self) -> Side {
        match self.season.share {
            _ if self.order.class == Class::Activation || self.order.care.prefers_both_legs() => Side::Double,
            _ if self.order.maintains_heavy && self.order.gear.is_for_heavy() => Side::Double,
            _ if !self.order.gear.weights() => Side::Single,
            Some(share) => share.side,
            None => Side::Both,
        }
    }

    /// What an exercise is loaded with here.
    pub fn uses(&self, exercise: &Exercise) -> Gear {
        exercise.uses(self.order.gear).unwrap_or_default()
    }

    /// Whether an exercise needs no equipment here.
    pub fn is_bare(&self, exercise: &Exercise) -> bool {
        self.uses(exercise) == Gear::NONE
    }
}

/// The core exercises among these, for the front and for the back in turn; what care or a bare pull leaves out is not in it.
fn core<'a>(possible: &[&'a Exercise], order: &Order) -> Vec<&'a Exercise> {
    let has_pull = possible.iter().any(|of| of.movement() == Movement::Pull && !of.equipment.is_empty());
    let left_out = |of: &Exercise| order.care.avoids(of) || !has_pull && of.pattern == "extension";
    let mut core: Vec<&Exercise> = possible.iter().copied().filter(|of| of.is_core()).collect();
    if core.iter().any(|of| !left_out(of)) {
        core.retain(|of| !left_out(of));
    }
    let (back, front): (Vec<&Exercise>, Vec<&Exercise>) = core.iter().partition(|of| works_the_back(of));
    let longer = front.len().max(back.len());
    (0..longer).flat_map(|at| [front.get(at), back.get(at)]).flatten().copied().collect()
}

/// The season whose doses a session takes: a lighter one where health made it lighter; getting used to strength keeps the numbers.
fn season_of_doses<'a>(season: &'a Season, order: &Order) -> &'a Season {
    match order.class {
        Class::Activation if season.class != Class::Activation => Season::builtin(Phase::Recovery),
        Class::Light if season.class > Class::Light && order.ladder.ramp_in == 0 => {
            Season::builtin(Phase::Taper)
        }
        _ => season,
    }
}
