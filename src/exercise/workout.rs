//! A session in the gym as blocks of exercises, and the only clock that says how long it takes.
//!
//! The clock is ours: a repetition takes 3 seconds, a contact 1, a hold what it says, each side counts; then the rest of
//! the exercise, or 15 seconds to change over in a circuit.

use crate::exercise::{Chosen, Exercise, Gear, Intensity, Kind};
use crate::week::session::Class;
use crate::word::words;

words! {
    /// What a block is for, in the order of a session.
    Part("part") {
        /// Getting warm.
        WarmUp = "warm-up",
        /// Jumps and hops, while fresh.
        Plyo = "plyo",
        /// The main lifts.
        Main = "main",
        /// What comes beside them.
        Accessory = "accessory",
        /// The trunk.
        Core = "core",
        /// Easing off.
        CoolDown = "cool-down",
        /// A mobility session.
        Mobility = "mobility",
    }
}

words! {
    /// How the exercises of a block follow each other.
    Form("form") {
        /// All sets of one, then all sets of the next.
        Straight = "straight",
        /// In pairs, with the rest after the pair.
        Superset = "superset",
        /// Round after round, with only a change-over between.
        Circuit = "circuit",
    }
}

words! {
    /// How heavy an exercise is, in a word.
    Load("load") {
        /// Body weight.
        BodyWeight = "body weight",
        /// A band that leaves the repetitions in reserve.
        Band = "band",
        /// Light.
        Light = "light",
        /// Moderate.
        Moderate = "moderate",
        /// Heavy.
        Heavy = "heavy",
        /// Gentle: a stretch after a long run.
        Gentle = "gentle",
    }
}

/// Seconds of a repetition.
pub const REP: u32 = 3;
/// Seconds of a change-over in a circuit or a superset.
pub const CHANGE_OVER: u32 = 15;
/// Repetitions of a ramp-up set, and the rest after it in seconds.
const RAMP_UP: [u32; 2] = [5, 45];

/// An exercise with its numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Prescribed {
    /// The exercise.
    pub exercise: Chosen,
    /// Sets, or rounds of its block.
    pub sets: u8,
    /// Repetitions (plyometrics: contacts), or seconds where it is held; for each side where it has sides.
    pub amount: u8,
    /// The top of the range of repetitions, from which on weight is added; `amount` where there is no range.
    pub most: u8,
    /// How heavy, in a word.
    pub load: Load,
    /// Percent of 1RM, where it can be said.
    pub percent: Option<u8>,
    /// Repetitions left in reserve, at least.
    pub rir: Option<u8>,
    /// Rest after a set in seconds, as the clock counts it outside a circuit.
    pub rest: u32,
    /// Ramp-up sets before the first.
    pub ramp_up: u8,
}

impl Prescribed {
    /// Seconds of one set without its rest.
    #[must_use]
    pub fn work(&self) -> u32 {
        let one = match self.exercise.kind {
            Kind::Plyo => 1,
            _ if self.exercise.is_held() => 1,
            _ => REP,
        };
        u32::from(self.amount) * one * self.exercise.sides()
    }

    /// Contacts of all its sets; a one-legged contact counts once a leg.
    #[must_use]
    pub fn contacts(&self) -> u32 {
        let each = u32::from(self.amount) * self.exercise.sides() * u32::from(self.sets);
        if self.exercise.kind == Kind::Plyo { each } else { 0 }
    }

    fn ramp_up(&self) -> u32 {
        u32::from(self.ramp_up) * (RAMP_UP[0] * REP + RAMP_UP[1])
    }
}

/// Seconds of rest after a set of an exercise, in a session of this class.
#[must_use]
pub const fn rest(exercise: &Exercise, class: Class) -> u32 {
    match (exercise.kind, class) {
        (Kind::DoubleLeg, Class::Heavy) => 150,
        (Kind::DoubleLeg, Class::Moderate) => 120,
        (Kind::SingleLeg, Class::Heavy | Class::Moderate) | (Kind::Upper, _) => 60,
        (Kind::DoubleLeg | Kind::SingleLeg, _) => 30,
        (Kind::Plyo, _) => match exercise.intensity {
            Some(Intensity::Medium | Intensity::High) => 60,
            _ => 30,
        },
        _ => 15,
    }
}

/// Some exercises that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is for.
    pub part: Part,
    /// How its exercises follow each other.
    pub form: Form,
    /// The exercises; in a superset or circuit all have the same sets.
    pub exercises: Vec<Prescribed>,
    /// Seconds that are given to it whatever it holds: a warm-up.
    pub given: Option<u32>,
}

impl Block {
    /// Seconds of the block.
    #[must_use]
    pub fn seconds(&self) -> u32 {
        if let Some(given) = self.given {
            return given;
        }
        let sets = |of: &Prescribed| u32::from(of.sets);
        let pause = |of: &Prescribed| if self.form == Form::Straight { of.rest } else { CHANGE_OVER };
        let each = |of: &Prescribed| of.ramp_up() + sets(of) * (of.work() + pause(of));
        let sum: u32 = self.exercises.iter().map(each).sum();
        match (self.form, self.exercises.last()) {
            (Form::Superset, Some(last)) => sum + sets(last) * last.rest.saturating_sub(CHANGE_OVER),
            _ => sum,
        }
    }

    /// Rounds, where its exercises go round.
    #[must_use]
    pub fn rounds(&self) -> Option<u8> {
        let round = self.form != Form::Straight && self.exercises.len() > 1;
        round.then(|| self.exercises.first().map(|first| first.sets)).flatten()
    }

    /// The rest that is taken after a set of one of its exercises, in seconds.
    #[must_use]
    pub fn rest_after(&self, at: usize) -> u32 {
        let last = at + 1 == self.exercises.len();
        match self.form {
            Form::Circuit => CHANGE_OVER,
            Form::Superset if !last => CHANGE_OVER,
            _ => self.exercises[at].rest,
        }
    }
}

/// A session with its exercises.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Workout {
    /// Minutes that there are for it.
    pub minutes: u16,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// What it was made with: the equipment at hand.
    pub gear: Gear,
    /// What it bends or cannot do, each with the id of its rule.
    pub notes: Vec<(&'static str, String)>,
}

impl Workout {
    /// Seconds of all blocks.
    #[must_use]
    pub fn seconds(&self) -> u32 {
        self.blocks.iter().map(Block::seconds).sum()
    }

    /// Every exercise with the part that it stands in.
    pub fn exercises(&self) -> impl Iterator<Item = (Part, &Prescribed)> {
        self.blocks.iter().flat_map(|block| block.exercises.iter().map(|of| (block.part, of)))
    }

    /// What is trained: warm-up and cool-down left out.
    pub fn trained(&self) -> impl Iterator<Item = &Prescribed> {
        let trains = |part: Part| !matches!(part, Part::WarmUp | Part::CoolDown);
        self.exercises().filter(move |(part, _)| trains(*part)).map(|(_, of)| of)
    }

    /// Plyometric contacts.
    #[must_use]
    pub fn contacts(&self) -> u32 {
        self.trained().map(Prescribed::contacts).sum()
    }

    /// Sets of a kind.
    #[must_use]
    pub fn sets(&self, kind: Kind) -> u32 {
        self.trained().filter(|of| of.exercise.kind == kind).map(|of| u32::from(of.sets)).sum()
    }
}
