//! Which exercise stands in a slot: filtered by equipment and experience, the fitting ones first, then in turn.

use super::{Care, Room};
use crate::exercise::{Exercise, Gear, Intensity, Kind, Movement};
use crate::profile::{Equipment, WeakArea};
use crate::rules::{CORE_FOR_THE_BACK, serves};
use crate::session::Class;
use crate::workout::{Block, Load, Part};

/// What is added to the tier of an exercise that is only taken where there is no other.
const LAST_RESORT: u8 = 100;
/// Core patterns for the front and the sides of the trunk
const FRONT: [&str; 5] = ["anti-extension", "anti-lateral-flexion", "flexion", "adductor", "carry"];

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
    /// The exercise of a slot: `tier` says how well each fits (the lowest wins, `None` not at all), and those that fit
    /// alike take turns.
    fn choose(
        &self,
        used: &[Block],
        turn: usize,
        tier: impl Fn(&Exercise) -> Option<u8>,
    ) -> Option<&'a Exercise> {
        let (mut best, mut fitting) = (u8::MAX, Vec::with_capacity(8));
        for exercise in &self.possible {
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
        self.choose(used, turn, |exercise| {
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
        self.choose(used, turn, |exercise| {
            let single = exercise.pattern == "scapular";
            let fallback = exercise.equipment.is_empty();
            let tier = match (single, fallback) {
                (true, true) => 3,
                (true, false) => 2,
                _ => u8::from(self.class.is_hard() && !self.uses(exercise).weights()),
            };
            (exercise.kind == Kind::Upper && exercise.movement() == movement).then_some(tier)
        })
    }

    /// Core work for the front or for the back; it changes from session to session: of the last session's at most one comes
    /// again, and better something for the other side.
    pub(super) fn core(&self, used: &[Block], back: bool) -> Option<&'a Exercise> {
        let patterns: &[&str] = if back { &CORE_FOR_THE_BACK } else { &FRONT };
        let last = &self.before.core;
        let mut here = used.iter().flat_map(|block| &block.exercises);
        let again = here.any(|of| last.contains(&of.exercise.id));
        let pull =
            |exercise: &&Exercise| exercise.movement() == Movement::Pull && !exercise.equipment.is_empty();
        let no_pull = !self.possible.iter().copied().any(|exercise| pull(&exercise));
        self.choose(used, self.running, |exercise| {
            let core = exercise.movement() == Movement::Core;
            let other_side = !patterns.contains(&&*exercise.pattern);
            let (repeats, stands_in) = (last.contains(&exercise.id), no_pull && exercise.id == SUPERMAN);
            (core && !(repeats && again))
                .then_some(4 * u8::from(repeats) + 2 * u8::from(other_side) + u8::from(stands_in))
        })
    }

    /// How many core exercises there are to choose from.
    pub(super) fn core_choices(&self) -> usize {
        let core = |exercise: &&&Exercise| exercise.movement() == Movement::Core && !self.avoids(exercise);
        self.possible.iter().filter(core).count()
    }

    /// Calf work: one leg at a time before both, but in activation.
    pub(super) fn calf(&self, used: &[Block]) -> Option<&'a Exercise> {
        let gentle = self.class == Class::Activation;
        self.choose(used, self.rotation + self.place.legs, |exercise| {
            let calf = exercise.kind == Kind::Calf && exercise.pattern == "calf";
            calf.then(|| u8::from(exercise.per_side == gentle))
        })
    }

    /// A plyometric exercise of at most this intensity; the hardest that is allowed, but low where nothing harder is.
    pub(super) fn plyo(&self, most: Intensity) -> Option<&'a Exercise> {
        self.choose(&[], self.rotation + self.place.legs, |exercise| {
            let intensity = exercise.intensity.filter(|intensity| *intensity <= most)?;
            Some(u8::from(intensity == Intensity::Low && most > Intensity::Low))
        })
    }

    /// A small exercise for a weak area, or for any where none is named.
    pub(super) fn prehab(&self, used: &[Block], area: Option<WeakArea>) -> Option<&'a Exercise> {
        self.choose(used, self.rotation + self.place.legs, |exercise| {
            let wanted = area.map_or(exercise.kind == Kind::Prehab, |area| serves(area, exercise));
            wanted.then_some(0)
        })
    }

    /// Foot-core work.
    pub(super) fn foot(&self, used: &[Block]) -> Option<&'a Exercise> {
        self.choose(used, 0, |exercise| (exercise.kind == Kind::Foot).then_some(0))
    }

    /// A mobility exercise of some patterns; held stretches only where they are welcome.
    pub(super) fn mobile(
        &self,
        used: &[Block],
        turn: usize,
        held: bool,
        ids: &[&str],
    ) -> Option<&'a Exercise> {
        self.choose(used, turn, |exercise| {
            let kind = exercise.kind == Kind::Mobility || held && exercise.kind == Kind::Stretch;
            (kind && (ids.is_empty() || ids.contains(&&*exercise.id))).then_some(0)
        })
    }
}
