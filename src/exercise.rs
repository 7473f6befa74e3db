//! The exercises: what can stand in a session, as data from one TOML file.
//!
//! The catalogue is `plans/exercises.toml`, compiled in; a runner's own file has the same form and the same checks.

mod catalogue;
mod read;
pub mod wishes;
pub mod workout;

use crate::profile::{Equipment, HEAVY};
use crate::week::session::Experience;
use crate::word::{Word, words};
use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

words! {
    /// The part of the body or of a session that an exercise is for.
    Region("region") {
        /// Pushing with the arms.
        UpperPush = "upper-push",
        /// Pulling with the arms.
        UpperPull = "upper-pull",
        /// The trunk.
        Core = "core",
        /// Both legs at once.
        LowerDouble = "lower-double",
        /// One leg at a time.
        LowerSingle = "lower-single",
        /// Calf, shin and foot.
        CalfFoot = "calf-foot",
        /// Jumps and hops.
        Plyometric = "plyometric",
        /// Mobility, and small exercises for weak areas.
        MobilityPrehab = "mobility-prehab",
    }
}

words! {
    /// Which prescription an exercise follows.
    Kind("kind of exercise") {
        /// Upper body.
        Upper = "upper",
        /// Core work that is held, in seconds.
        CoreHold = "core-hold",
        /// Core work in repetitions.
        CoreRep = "core-rep",
        /// Leg work on both legs.
        DoubleLeg = "double-leg",
        /// Leg work on one leg.
        SingleLeg = "single-leg",
        /// Calf and shin.
        Calf = "calf",
        /// Calf work that is held, in seconds.
        CalfHold = "calf-hold",
        /// The muscles of the foot.
        Foot = "foot",
        /// Plyometrics, in contacts.
        Plyo = "plyo",
        /// Small exercises for weak areas.
        Prehab = "prehab",
        /// Moving through a range.
        Mobility = "mobility",
        /// A held stretch, in seconds.
        Stretch = "stretch",
        /// The pelvic floor.
        PelvicFloor = "pelvic-floor",
        /// Breathing, in seconds.
        Breathing = "breathing",
        /// Getting warm, such as a walk, in seconds.
        WarmUp = "warm-up",
    }
}

words! {
    /// How hard a plyometric exercise lands; ordered from the softest.
    Intensity("intensity") {
        /// Skipping and pogo hops.
        Low = "low",
        /// Jumps.
        Medium = "medium",
        /// Hops on one leg and drop jumps.
        High = "high",
    }
}

words! {
    /// What an exercise does for the balance of a session.
    Movement("movement") {
        /// Bending the knee under load: squat, lunge, step.
        Knee = "knee",
        /// Bending the hip under load: hinge, bridge, leg curl.
        Hinge = "hinge",
        /// Pushing with the arms.
        Push = "push",
        /// Pulling with the arms.
        Pull = "pull",
        /// The trunk.
        Core = "core",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// Where an exercise comes from.
    Origin("origin") {
        /// The article names it.
        Article = "article",
        /// The catalogue's own choice.
        Catalogue = "catalogue",
        /// The runner's own file.
        Own = "own",
    }
}

/// What loads a lift: weights in the hands or on a bar, and machines.
pub const WEIGHTS: [Equipment; 8] = [
    Equipment::Barbell,
    Equipment::Dumbbell,
    Equipment::Kettlebell,
    Equipment::TrapBar,
    Equipment::LegPress,
    Equipment::LegCurl,
    Equipment::CalfMachine,
    Equipment::Cable,
];

/// A set of equipment; body weight is always there and stands for none.
///
/// A gym is no piece of it: it is every piece, and a set that is collected from pieces and a gym holds all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Gear(pub u16);

impl Gear {
    /// Body weight alone.
    pub const NONE: Self = Self(0);
    /// Every piece: what a gym has.
    pub const GYM: Self = Self((1 << Equipment::Gym as u16) - 1);

    /// The set of these pieces, none of which is a gym.
    const fn of(pieces: &[Equipment]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < pieces.len() {
            bits |= 1 << pieces[at] as u16;
            at += 1;
        }
        Self(bits)
    }

    /// Whether all of `needed` is in it.
    #[must_use]
    pub const fn holds(self, needed: Self) -> bool {
        needed.0 & !self.0 == 0
    }

    /// Whether it holds anything that loads a lift, of [`WEIGHTS`].
    #[must_use]
    pub const fn weights(self) -> bool {
        self.0 & Self::of(&WEIGHTS).0 != 0
    }

    /// Whether it holds what heavy work needs.
    #[must_use]
    pub const fn is_for_heavy(self) -> bool {
        self.0 & Self::of(&HEAVY).0 != 0
    }

    /// Whether it holds a piece.
    #[must_use]
    pub const fn has(self, piece: Equipment) -> bool {
        self.0 >> piece as u16 & 1 == 1
    }

    /// Its pieces.
    pub fn pieces(self) -> impl Iterator<Item = Equipment> {
        Equipment::ALL.iter().copied().filter(move |piece| self.has(*piece))
    }
}

impl FromIterator<Equipment> for Gear {
    fn from_iter<I: IntoIterator<Item = Equipment>>(pieces: I) -> Self {
        let bits = |piece| if piece == Equipment::Gym { Self::GYM.0 } else { 1 << piece as u16 };
        Self(pieces.into_iter().fold(0, |set, piece| set | bits(piece)))
    }
}

/// An exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// Its index in [`Exercise::catalogue`]; `None` for a runner's own.
    pub catalogue_index: Option<u16>,
    /// Kebab-case id.
    pub id: Cow<'static, str>,
    /// Its name.
    pub name: Cow<'static, str>,
    /// Its name in a summary of one line.
    pub short: Cow<'static, str>,
    /// One line on how to do it.
    pub cue: Cow<'static, str>,
    /// What it is for.
    pub region: Region,
    /// The movement in the catalogue's own words, such as `squat` or `anti-rotation`.
    pub pattern: Cow<'static, str>,
    /// Which prescription it follows.
    pub kind: Kind,
    /// Whether its numbers count for each side.
    pub per_side: bool,
    /// How hard it lands; only plyometrics.
    pub intensity: Option<Intensity>,
    /// Any one of these is enough; empty is body weight.
    pub equipment: Cow<'static, [Gear]>,
    /// For whom it is, at least.
    pub level: Experience,
    /// One step easier.
    pub easier: Option<Cow<'static, str>>,
    /// One step harder.
    pub harder: Option<Cow<'static, str>>,
    /// Where it comes from.
    pub origin: Origin,
    /// Its nearest name in the Garmin FIT profile: category, name, how near, and both numbers.
    pub fit: Option<Fit>,
}

/// An exercise that was chosen: one of the catalogue, which is only pointed at, or one of a runner's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Of the catalogue.
    Catalogue(&'static Exercise),
    /// Of a runner's own file.
    Own(Arc<Exercise>),
}

impl Hash for Chosen {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        // Those of a runner's own may stand together.
        self.catalogue_index.hash(hasher);
    }
}

impl Deref for Chosen {
    type Target = Exercise;

    fn deref(&self) -> &Exercise {
        match self {
            Self::Catalogue(exercise) => exercise,
            Self::Own(exercise) => exercise,
        }
    }
}

/// An exercise's name in the Garmin FIT profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Category, such as `squat`.
    pub category: Cow<'static, str>,
    /// Name within it.
    pub name: Cow<'static, str>,
    /// Whether the name is just this exercise, or the closest there is.
    pub exact: bool,
    /// The numbers of category and name.
    pub ids: [u16; 2],
}

impl Exercise {
    /// What of `gear` it would use: weights before body weight; `None` if it cannot be done.
    #[must_use]
    pub fn uses(&self, gear: Gear) -> Option<Gear> {
        let options = || self.equipment.iter().copied().filter(|needed| gear.holds(*needed));
        if self.equipment.is_empty() {
            return Some(Gear::NONE);
        }
        options().find(|needed| needed.weights()).or_else(|| options().next())
    }

    /// Whether its equipment only holds the runner up: a bar to hang from is no weight.
    #[must_use]
    pub fn hangs(&self) -> bool {
        self.equipment.iter().any(|gear| gear.has(Equipment::PullUpBar))
    }

    /// Which movement it counts as.
    #[must_use]
    pub fn movement(&self) -> Movement {
        match (self.kind, self.region) {
            (Kind::DoubleLeg | Kind::SingleLeg, _) => match &*self.pattern {
                "hinge" | "hinge-power" | "bridge" | "knee-flexion" => Movement::Hinge,
                _ => Movement::Knee,
            },
            (Kind::Upper, Region::UpperPush) => Movement::Push,
            (Kind::Upper, _) => Movement::Pull,
            _ if self.is_core() => Movement::Core,
            _ => Movement::Other,
        }
    }

    /// Whether it is core work.
    #[must_use]
    pub const fn is_core(&self) -> bool {
        matches!(self.kind, Kind::CoreHold | Kind::CoreRep)
    }

    /// Whether it is counted in seconds, not in repetitions.
    #[must_use]
    pub const fn is_held(&self) -> bool {
        matches!(self.kind, Kind::CoreHold | Kind::CalfHold | Kind::Stretch | Kind::Breathing | Kind::WarmUp)
    }

    /// Whether it can be heavy: on a bar or in a leg press. Where a weight in the hands would do too, a barbell only lends
    /// one of its plates.
    #[must_use]
    pub fn can_be_heavy(&self) -> bool {
        !self.equipment.is_empty() && self.equipment.iter().all(|gear| gear.is_for_heavy())
    }

    /// 2 where its numbers count for each side, else 1.
    #[must_use]
    pub const fn sides(&self) -> u32 {
        1 + self.per_side as u32
    }
}
