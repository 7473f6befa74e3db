//! The time and place of a session: its order with everything that this runner can do there.

use super::core_ring::CoreRing;
use super::order::Order;
use crate::exercise::{Exercise, Gear, Kind, Movement};
use crate::season::{Season, Side};
use crate::week::phase::Phase;
use crate::week::session::Class;

/// Core work for the back that stands in for a pull where there is none, by its id.
const PULL_STAND_IN: &str = "superman";

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
    /// The possible core exercises, in their own order.
    pub core: CoreRing<'a>,
    /// Whether a row or a pull-up of any kind is possible.
    pub has_pull: bool,
    /// Seconds that there are for the session.
    pub seconds: u32,
    /// Plyometric contacts at most.
    pub contacts: u32,
}

impl<'a> Slot<'a> {
    /// The slot of an order, with the catalogue and the runner's `own` exercises to choose from.
    pub fn new(season: &'a Season, order: &'a Order, own: &'a [Exercise]) -> Self {
        let can = |exercise: &&Exercise| exercise.level <= order.level && exercise.uses(order.gear).is_some();
        let mut possible = Vec::with_capacity(Exercise::catalogue().len() + own.len());
        possible.extend(Exercise::catalogue().iter().chain(own).filter(can));
        let moves = |of: &&Exercise| matches!(of.kind, Kind::Mobility | Kind::Stretch);
        let has_pull = possible.iter().any(|of| of.movement() == Movement::Pull && !of.equipment.is_empty());
        let better_left_out = |of: &Exercise| order.care.avoids(of) || !has_pull && of.id == PULL_STAND_IN;
        Self {
            order,
            season,
            doses: season_of_doses(season, order.class),
            mobility: possible.iter().copied().filter(moves).collect(),
            core: CoreRing::new(&possible, better_left_out),
            possible,
            has_pull,
            seconds: u32::from(order.minutes) * 60,
            contacts: season.plyo_contacts[order.level as usize].into(),
        }
    }

    /// Whether health made strength lighter than the season has it: then there is no more of it than there has to be.
    pub fn is_reduced(&self) -> bool {
        !std::ptr::eq(self.doses, self.season)
    }

    /// Which kind of leg work leads.
    pub fn leading_side(&self) -> Side {
        match self.season.share {
            _ if self.order.class == Class::Activation => Side::Double,
            _ if !self.order.gear.weights() => Side::Single,
            Some(share) => share.side,
            None => Side::Both,
        }
    }

    /// What an exercise is loaded with here.
    pub fn uses(&self, exercise: &Exercise) -> Gear {
        exercise.uses(self.order.gear).unwrap_or_default()
    }

    /// The exercise for the back that stands in for a pull, where it is possible.
    pub fn pull_stand_in(&self) -> Option<&'a Exercise> {
        self.possible.iter().copied().find(|exercise| exercise.id == PULL_STAND_IN)
    }
}

/// The season whose doses a session of this class takes.
fn season_of_doses(season: &Season, class: Class) -> &Season {
    match class {
        Class::Activation if season.class != Class::Activation => Season::builtin(Phase::Recovery),
        Class::Light if season.class > Class::Light => Season::builtin(Phase::Taper),
        _ => season,
    }
}
