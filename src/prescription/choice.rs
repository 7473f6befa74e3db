//! Which exercise stands in a slot: filtered by equipment and experience, the fitting ones first, then in turn.

use super::{Care, Room};
use crate::exercise::workout::{Block, Load, Part};
use crate::exercise::{Exercise, Gear, Intensity, Kind, Movement};
use crate::profile::{Equipment, WeakArea};
use crate::rules::{CORE_FOR_THE_BACK, serves};
use crate::week::session::Class;

/// What is added to the tier of an exercise that is only taken where there is no other.
const LAST_RESORT: u8 = 100;
/// Core exercises by which the next session starts further on: half of them, or so many.
const CORE_STEP: usize = 3;

pub(super) fn is_back(exercise: &Exercise) -> bool {
    CORE_FOR_THE_BACK.contains(&&*exercise.pattern)
}

fn core_step(of: usize) -> usize {
    (of / 2).clamp(1, CORE_STEP)
}

/// Core work for the back that also stands in for a pull where there is none.
pub(super) const SUPERMAN: &str = "superman";

/// Exercises on the front, and curl-ups: left out in pregnancy and early after a birth where anything else will do
/// (practice).
const LYING: [&str; 3] = ["superman", "prone-y-raise", "mcgill-curl-up"];

/// Whether an exercise stands in one of the blocks already; what warms up may come again.
fn stands(blocks: &[Block], exercise: &Exercise) -> bool {
    let blocks = blocks.iter().filter(|block| block.part != Part::WarmUp);
    blocks.flat_map(|block| &block.exercises).any(|of| of.exercise.id == exercise.id)
}

impl<'a> Room<'a> {
    /// The exercise of a slot, of those `among` which are in the order of the catalogue: `tier` says how well each fits (the lowest wins, `None` not at all), and those that fit
    /// alike take turns.
    fn choose(
        &self,
        among: &[&'a Exercise],
        used: &[Block],
        turn: usize,
        tier: impl Fn(&Exercise) -> Option<u8>,
    ) -> Option<&'a Exercise> {
        let (mut best, mut fitting) = (u8::MAX, Vec::with_capacity(8));
        for exercise in among {
            let lying = u8::from(self.avoids(exercise)) * LAST_RESORT;
            let Some(tier) = tier(exercise).map(|tier| tier + lying).filter(|tier| *tier <= best) else {
                continue;
            };
            if stands(used, exercise) {
                continue;
            }
            if tier < best {
                best = tier;
                fitting.clear();
            }
            fitting.push(*exercise);
        }
        fitting.get(turn % fitting.len().max(1)).copied()
    }

    /// Whether it is left out where anything else will do.
    fn avoids(&self, exercise: &Exercise) -> bool {
        self.care != Care::None && LYING.contains(&&*exercise.id)
    }

    /// What it is loaded with here.
    pub(super) fn uses(&self, exercise: &Exercise) -> Gear {
        exercise.uses(self.gear).unwrap_or_default()
    }

    /// How heavy that is, in a word.
    pub(super) fn load(&self, exercise: &Exercise) -> Load {
        let used = self.uses(exercise);
        match self.class_of(exercise) {
            _ if used.has(Equipment::Band) && !used.weights() && !exercise.hangs() => Load::Band,
            _ if !used.weights() || exercise.hangs() => Load::BodyWeight,
            Class::Heavy => Load::Heavy,
            Class::Moderate => Load::Moderate,
            _ => Load::Light,
        }
    }

    /// How heavy the session is for an exercise: `maintain-heavy` keeps the load of its main lifts, no more.
    pub(super) fn class_of(&self, exercise: &Exercise) -> Class {
        let main = exercise.kind == Kind::DoubleLeg;
        if self.maintain && !main { Class::Light } else { self.class }
    }

    /// How well loaded it is: a barbell before other weights before none, where the session is for lifting.
    fn loaded(&self, exercise: &Exercise) -> u8 {
        let used = self.uses(exercise);
        if used.weights() {
            u8::from(
                self.class.is_hard() && !used.has(Equipment::Barbell) && exercise.kind == Kind::DoubleLeg,
            )
        } else {
            2
        }
    }

    /// A leg exercise on both legs or on one.
    pub(super) fn legs(&self, used: &[Block], kind: Kind, movement: Movement) -> Option<&'a Exercise> {
        let turn = self.rotation + self.place.legs;
        self.choose(&self.possible, used, turn, |exercise| {
            let swing = exercise.pattern == "hinge-power"; // for speed, not for load
            let wanted =
                exercise.kind == kind && exercise.movement() == movement && !(swing && self.class.is_hard());
            wanted.then(|| match &*exercise.pattern {
                // Nothing that makes sore: squats and bridges before slides and lunges.
                "squat" | "bridge" if self.class == Class::Activation => 0,
                _ if self.class == Class::Activation => 1,
                // Light work needs no load; the second session of a week takes another hinge.
                _ if !self.class.is_hard() && movement == Movement::Hinge && self.place.legs % 2 == 1 => 0,
                _ => self.loaded(exercise),
            })
        })
    }

    /// A push or a pull; several joints before one (S42).
    pub(super) fn upper(&self, used: &[Block], movement: Movement) -> Option<&'a Exercise> {
        let turn = self.rotation + self.place.count;
        self.choose(&self.possible, used, turn, |exercise| {
            let wanted = exercise.kind == Kind::Upper && exercise.movement() == movement;
            wanted.then(|| match (exercise.pattern == "scapular", exercise.equipment.is_empty()) {
                (true, true) => 3,
                (true, false) => 2,
                _ => u8::from(self.class.is_hard() && !self.uses(exercise).weights()),
            })
        })
    }

    /// Core work: the exercises stand in a ring, front and back in turn, and every session goes on where three after the
    /// start of the last one are done, so that what it takes is new.
    pub(super) fn core(&self, used: &[Block]) -> Option<&'a Exercise> {
        let ring = self.core_ring();
        let (long, step) = (ring.len(), core_step(ring.len()));
        let start = self.running * step;
        // A fourth one is the last of the session before, not the first of the next.
        let order = (0..step.min(long)).chain((step..long).rev());
        order.map(|by| ring[(start + by) % long]).find(|exercise| !stands(used, exercise))
    }

    /// Core work for the back, but neither what the session before nor what the next one starts with.
    pub(super) fn core_back(&self, used: &[Block]) -> Option<&'a Exercise> {
        let ring = self.core_ring();
        let (long, step) = (ring.len(), core_step(ring.len()));
        let start = self.running * step;
        let others = [start + step, start + long - step.min(long)]
            .map(|at| ring.get(at % long.max(1)).map(|of| &of.id));
        let back = |of: &&'a Exercise| is_back(of) && !stands(used, of) && !others.contains(&Some(&of.id));
        let superman = || self.possible.iter().copied().find(|of| of.id == SUPERMAN && !stands(used, of));
        (0..long).map(|by| ring[(start + by) % long]).find(back).or_else(superman)
    }

    /// The ring, made once a session.
    pub(super) fn core_ring(&self) -> &[&'a Exercise] {
        self.ring.get_or_init(|| self.make_ring())
    }

    fn make_ring(&self) -> Vec<&'a Exercise> {
        let mut core: Vec<&'a Exercise> = self.possible.clone();
        core.retain(|exercise| exercise.is_core());
        // What is better left out stays out as long as enough is left.
        let stands_in = |exercise: &Exercise| exercise.id == SUPERMAN && !self.pulls();
        let kept = core.iter().filter(|exercise| !self.avoids(exercise) && !stands_in(exercise)).count();
        if kept >= CORE_STEP {
            core.retain(|exercise| !self.avoids(exercise) && !stands_in(exercise));
        }
        let (back, front): (Vec<&Exercise>, Vec<&Exercise>) =
            core.iter().partition(|exercise| is_back(exercise));
        let longer = front.len().max(back.len());
        (0..longer).flat_map(|at| [front.get(at), back.get(at)]).flatten().copied().collect()
    }

    /// Whether a row or a pull-up of any kind can be had.
    pub(super) fn pulls(&self) -> bool {
        let pull =
            |exercise: &&Exercise| exercise.movement() == Movement::Pull && !exercise.equipment.is_empty();
        self.possible.iter().copied().any(|exercise| pull(&exercise))
    }

    /// Core exercises of a session at most: from a short ring no more than the next session can do without.
    pub(super) fn most_core(&self, at_most: usize) -> usize {
        let step = core_step(self.core_ring().len());
        if step < CORE_STEP { step } else { at_most }
    }

    /// Calf work: one leg at a time before both, but in activation.
    pub(super) fn calf(&self, used: &[Block]) -> Option<&'a Exercise> {
        let gentle = self.class == Class::Activation;
        self.choose(&self.possible, used, self.rotation + self.place.legs, |exercise| {
            let calf = exercise.kind == Kind::Calf && exercise.pattern == "calf";
            calf.then(|| u8::from(exercise.per_side == gentle))
        })
    }

    /// A plyometric exercise of at most this intensity; the hardest that is allowed, but low where nothing harder is.
    pub(super) fn plyo(&self, most: Intensity) -> Option<&'a Exercise> {
        self.choose(&self.possible, &[], self.rotation + self.place.legs, |exercise| {
            let intensity = exercise.intensity.filter(|intensity| *intensity <= most)?;
            Some(u8::from(intensity == Intensity::Low && most > Intensity::Low))
        })
    }

    /// A small exercise for a weak area, or for any where none is named.
    pub(super) fn prehab(&self, used: &[Block], area: Option<WeakArea>) -> Option<&'a Exercise> {
        self.choose(&self.possible, used, self.rotation + self.place.legs, |exercise| {
            let wanted = area.map_or(exercise.kind == Kind::Prehab, |area| serves(area, exercise));
            wanted.then_some(0)
        })
    }

    /// Foot-core work.
    pub(super) fn foot(&self, used: &[Block]) -> Option<&'a Exercise> {
        self.choose(&self.possible, used, 0, |exercise| (exercise.kind == Kind::Foot).then_some(0))
    }

    /// A mobility exercise of some patterns; held stretches only where they are welcome.
    pub(super) fn mobile(
        &self,
        used: &[Block],
        turn: usize,
        held: bool,
        ids: &[&str],
    ) -> Option<&'a Exercise> {
        let moves = |of: &&Exercise| matches!(of.kind, Kind::Mobility | Kind::Stretch);
        let among = self.moving.get_or_init(|| self.possible.iter().copied().filter(moves).collect());
        self.choose(among, used, turn, |exercise| {
            let kind = exercise.kind == Kind::Mobility || held;
            (kind && (ids.is_empty() || ids.contains(&&*exercise.id))).then_some(0)
        })
    }
}
