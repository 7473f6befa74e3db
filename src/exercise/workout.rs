//! A session in the gym as blocks of exercises, and the only clock that says how long it takes.
//!
//! The clock is ours: a repetition takes 3 seconds (4 where it is slow), a contact 1, a hold what it says, each side counts; then
//! the rest of the exercise, or the pause of its rounds. Before an exercise there is time to change to its station.

use crate::exercise::{Chosen, Exercise, Gear, Intensity, Kind};
use crate::profile::Weight;
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
        /// Body weight, 3 seconds down, to 2 short of what goes.
        Slow = "body weight, slow",
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
/// Seconds of a slow repetition of body weight.
pub const SLOW_REP: u32 = 4;
/// What a set of calf raises without weight counts as: it goes to a few short of what one can do (practice).
pub const BARE_CALF_REPS: u8 = 15;
/// Seconds of a change-over in a pair or a light round.
pub const CHANGE_OVER: u32 = 15;
/// Repetitions and rest in seconds of the ramp-up sets of a heavy lift: at about half of what goes once, at about 70 %, and for
/// the heaviest a single at 85 %.
pub const RAMP_UP: [[u32; 2]; 3] = [[5, 45], [3, 45], [1, 60]];

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
    /// The weight that this percentage is, where the runner says what goes once.
    pub weight: Option<Weight>,
    /// Repetitions left in reserve, at least.
    pub rir: Option<u8>,
    /// Rest after a set in seconds, as the clock counts it outside a circuit.
    pub rest: u32,
    /// Ramp-up sets before the first.
    pub ramp_up: u8,
    /// Seconds of one set without its rest.
    pub seconds: u32,
}

impl Prescribed {
    /// Contacts of all its sets; a one-legged contact counts once a leg.
    #[must_use]
    pub fn contacts(&self) -> u32 {
        let each = u32::from(self.amount) * self.exercise.sides() * u32::from(self.sets);
        if self.exercise.kind == Kind::Plyo { each } else { 0 }
    }

    /// Seconds of its ramp-up sets with the rest after each.
    fn ramp_up(&self) -> u32 {
        RAMP_UP.iter().take(self.ramp_up.into()).map(|[reps, rest]| reps * REP + rest).sum()
    }
}

/// Seconds of a set of so many repetitions, contacts or seconds of an exercise, a side; `slow` where body weight is lowered
/// slowly.
#[must_use]
pub const fn work(exercise: &Exercise, amount: u8, slow: bool) -> u32 {
    let one = match exercise.kind {
        Kind::Plyo => 1,
        _ if exercise.is_held() => 1,
        _ if slow => SLOW_REP,
        _ => REP,
    };
    amount as u32 * one * exercise.sides()
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
    /// The exercises, each with its sets; in rounds one with fewer sets drops out of the last rounds.
    pub exercises: Vec<Prescribed>,
    /// Seconds that are given to it whatever it holds: a warm-up.
    pub given: Option<u32>,
    /// Seconds between two exercises of a round or a pair.
    pub pause: u32,
    /// Seconds to change to its station.
    pub station: u32,
}

impl Block {
    /// Seconds of the block.
    #[must_use]
    pub fn seconds(&self) -> u32 {
        if let Some(given) = self.given {
            return given;
        }
        let each = |(at, of): (usize, &Prescribed)| {
            of.ramp_up() + u32::from(of.sets) * (of.seconds + self.rest_after(at))
        };
        self.station + self.exercises.iter().enumerate().map(each).sum::<u32>()
    }

    /// Tenths of a minute that it takes, to the nearest: as much as a file says of it.
    #[must_use]
    pub fn tenths(&self) -> u32 {
        (self.seconds() + 3) / 6
    }

    /// Rounds, where its exercises go round.
    #[must_use]
    pub fn rounds(&self) -> Option<u8> {
        let round = self.form != Form::Straight && self.exercises.len() > 1;
        round.then(|| self.exercises.iter().map(|of| of.sets).max()).flatten()
    }

    /// The rest that is taken after a set of one of its exercises, in seconds.
    #[must_use]
    pub fn rest_after(&self, at: usize) -> u32 {
        let last = at + 1 == self.exercises.len();
        match self.form {
            Form::Circuit => self.pause,
            Form::Superset if !last => self.pause,
            _ => self.exercises[at].rest,
        }
    }
}

/// What a week of the ladder moves in a session against the week before it; an easy week moves it down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Climb {
    /// Nothing: it is the first week, or all is as it was.
    Nothing,
    /// The repetitions in reserve alone.
    Reserve,
    /// Repetitions, or seconds where nothing is lifted.
    Amount,
    /// Sets, and so many of them at most.
    Sets(u8),
    /// Sets of some exercises and repetitions of others.
    SetsAndAmount,
}

impl Climb {
    /// What moves from the blocks of the week before to those of this week, which hold the same exercises.
    ///
    /// What leaves repetitions in reserve decides where there is any: core work moves in its own steps.
    #[must_use]
    pub fn between(before: &[Block], now: &[Block]) -> Self {
        let trains = |block: &&Block| !matches!(block.part, Part::WarmUp | Part::Plyo | Part::CoolDown);
        let all = |blocks| <[Block]>::iter(blocks).filter(trains).flat_map(|block| &block.exercises);
        let is_any_lifted = all(now).any(|of| of.rir.is_some());
        let pairs = || all(before).zip(all(now)).filter(|(_, now)| now.rir.is_some() || !is_any_lifted);
        let sets = pairs().map(|(before, now)| before.sets.abs_diff(now.sets)).max().unwrap_or(0);
        let amount = pairs().any(|(before, now)| before.sets == now.sets && before.amount != now.amount);
        match (sets, amount) {
            (0, false) if pairs().any(|(before, now)| before.rir != now.rir) => Self::Reserve,
            (0, false) => Self::Nothing,
            (0, true) => Self::Amount,
            (sets, false) => Self::Sets(sets),
            (_, true) => Self::SetsAndAmount,
        }
    }
}

/// A session with its exercises.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Workout {
    /// Minutes that there are for it: its slot.
    pub slot: u16,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// What it was made with: the equipment at hand.
    pub gear: Gear,
    /// What its week of the ladder moves; `None` where it is not on the ladder.
    pub climb: Option<Climb>,
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

    /// Minutes that it takes, rounded up to 5 but never over its slot; all of the slot where it holds nothing.
    #[must_use]
    pub fn minutes(&self) -> u16 {
        let fives = u16::try_from(self.seconds().div_ceil(5 * 60)).unwrap_or(u16::MAX);
        if fives == 0 { self.slot } else { fives.saturating_mul(5).min(self.slot) }
    }

    /// Plyometric contacts, those of the warm-up too.
    #[must_use]
    pub fn contacts(&self) -> u32 {
        self.exercises().map(|(_, of)| of.contacts()).sum()
    }

    /// Sets of a kind.
    #[must_use]
    pub fn sets(&self, kind: Kind) -> u32 {
        self.trained().filter(|of| of.exercise.kind == kind).map(|of| u32::from(of.sets)).sum()
    }
}
