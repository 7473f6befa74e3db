//! A strength session while it is composed: its exercises with sets and repetitions, and the blocks that they make.

use super::dose::{Range, climbed, range};
use super::ladder::Step;
use super::slot::Slot;
use super::warm_up::{warm_up, warm_up_time};
use crate::exercise::workout::{Block, CHANGE_OVER, Climb, Form, Part, Prescribed, Workout};
use crate::exercise::{Exercise, Kind};
use crate::rules::{STATION, minutes_note, most_exercises, pull_note};
use crate::week::session::Class;

/// Seconds between two leg exercises of a moderate round (practice).
const MODERATE_PAUSE: u32 = 30;
/// Minutes up to which moderate sessions go in rounds (practice).
const ROUNDS_TO_MINUTES: u16 = 30;

/// What an exercise is there for, in the order of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// Jumps and hops.
    Plyo,
    /// The knee bend or the hinge that leads.
    Lead,
    /// The other of the two.
    Other,
    /// A second knee bend or hinge.
    Second,
    /// Calf work.
    Calf,
    /// A push or a pull.
    Upper,
    /// A pull to the push, or a push to the pull.
    Pair,
    /// An exercise for a weak area.
    Weak,
    /// Core work.
    Core,
}

impl Role {
    /// The legs: main lifts.
    pub const LEGS: [Self; 2] = [Self::Lead, Self::Other];
    /// The legs with the calf.
    pub const ALL_LEGS: [Self; 3] = [Self::Lead, Self::Other, Self::Calf];

    /// Its place in a session: a pair stands together.
    const fn rank(self) -> u8 {
        match self {
            Self::Pair => Self::Upper as u8,
            _ => self as u8,
        }
    }

    /// Whether it is a knee bend or a hinge.
    const fn is_main(self) -> bool {
        matches!(self, Self::Lead | Self::Other | Self::Second)
    }
}

/// An exercise of a draft.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
    pub role: Role,
    pub exercise: &'a Exercise,
    pub range: Range,
    /// Sets in the third week of the ladder.
    pub sets: u8,
    /// Repetitions, contacts or seconds then.
    pub amount: u8,
}

/// A strength session while it is composed.
#[derive(Clone)]
pub(super) struct Draft<'s, 'a> {
    /// What it is composed for.
    pub slot: &'s Slot<'a>,
    /// Its exercises, by role.
    pub items: Vec<Item<'a>>,
    /// Easing off.
    cool_down: Option<Block>,
}

impl<'s, 'a> Draft<'s, 'a> {
    /// A session with nothing but its warm-up.
    pub const fn new(slot: &'s Slot<'a>) -> Self {
        Self { slot, items: Vec::new(), cool_down: None }
    }

    /// Exercises that it may have.
    pub fn most(&self) -> usize {
        most_exercises(self.slot.order.minutes, self.slot.order.level)
    }

    /// The exercises so far.
    pub fn exercises(&self) -> Vec<&'a Exercise> {
        self.items.iter().map(|item| item.exercise).collect()
    }

    /// The exercise with a role.
    pub fn item(&self, role: Role) -> Option<&Item<'a>> {
        self.items.iter().find(|item| item.role == role)
    }

    /// The exercise with a role, to change it.
    pub fn item_mut(&mut self, role: Role) -> Option<&mut Item<'a>> {
        self.items.iter_mut().find(|item| item.role == role)
    }

    /// Adds an exercise with so many sets and the most repetitions of its range.
    pub fn add(&mut self, role: Role, exercise: Option<&'a Exercise>, sets: u8) {
        let Some(exercise) = exercise else { return };
        let range = range(self.slot, exercise);
        let at = self.items.partition_point(|item| item.role.rank() <= role.rank());
        self.items.insert(at, Item { role, exercise, range, sets, amount: range.amount[1] });
    }

    /// Adds it if there is room in minutes and number.
    pub fn add_if_room(&mut self, role: Role, exercise: Option<&'a Exercise>, sets: u8) {
        if self.items.len() < self.most() {
            let before = self.items.clone();
            self.add(role, exercise, sets);
            if !self.fits() {
                self.items = before;
            }
        }
    }

    /// Raises the sets of these roles together, one by one up to what `most` says, as far as there is room.
    pub fn raise(&mut self, roles: &[Role], most: impl Fn(&Item<'_>) -> u8) {
        loop {
            let before = self.items.clone();
            for item in self.items.iter_mut().filter(|item| roles.contains(&item.role)) {
                item.sets = (item.sets + 1).min(most(item).max(item.sets));
            }
            let is_raised = self.items.iter().zip(&before).any(|(now, before)| now.sets != before.sets);
            if !is_raised {
                return;
            }
            if !self.fits() {
                self.items = before;
                return;
            }
        }
    }

    /// Takes repetitions of a role away, down to the least of its range, until the session fits.
    pub fn lower(&mut self, role: Role) {
        while !self.fits() {
            match self.item_mut(role) {
                Some(item) if item.amount > item.range.amount[0] => {
                    let step = if role == Role::Core { 5 } else { 1 };
                    item.amount = item.amount.saturating_sub(step).max(item.range.amount[0]);
                }
                _ => return,
            }
        }
    }

    /// Eases off after it, if there is room.
    pub fn cool_down(&mut self, block: Option<Block>) {
        self.cool_down = block;
        if !self.fits() {
            self.cool_down = None;
        }
    }

    /// Whether it goes in rounds.
    pub fn is_in_rounds(&self) -> bool {
        match self.slot.order.class {
            Class::Activation | Class::Light => true,
            Class::Moderate => self.slot.order.minutes <= ROUNDS_TO_MINUTES,
            Class::Heavy => false,
        }
    }

    /// Whether it fits its slot.
    pub fn fits(&self) -> bool {
        self.seconds() <= self.slot.seconds
    }

    /// Seconds that it takes where the ladder takes nothing away.
    fn seconds(&self) -> u32 {
        let trained = self.trained(Step::All);
        let blocks = trained.iter().chain(&self.cool_down);
        warm_up_time(self.slot) + blocks.map(Block::seconds).sum::<u32>()
    }

    /// Its blocks in a week of the ladder.
    fn blocks(&self, step: Step) -> Vec<Block> {
        let mut blocks = vec![warm_up(self.slot, step)];
        blocks.extend(self.trained(step));
        blocks.extend(self.cool_down.clone());
        blocks
    }

    /// Its blocks between warm-up and cool-down in a week of the ladder.
    fn trained(&self, step: Step) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(self.items.len());
        let of =
            |item: &Item<'_>| climbed(self.slot, item.exercise, &item.range, item.sets, item.amount, step);
        let straight = |item: &Item<'_>| self.block(part(item.role), Form::Straight, vec![of(item)]);
        blocks.extend(self.items.iter().filter(|item| item.role == Role::Plyo).map(straight));
        let work = self.items.iter().filter(|item| item.role != Role::Plyo);
        if self.is_in_rounds() {
            let (legs, others): (Vec<_>, Vec<_>) = work.partition(|item| item.role.is_main());
            let rounds = |part, items: Vec<&Item<'_>>| {
                self.block(part, Form::Circuit, items.into_iter().map(of).collect())
            };
            let others_part = if self.slot.order.strength.legs() { Part::Accessory } else { Part::Main };
            blocks.extend([rounds(Part::Main, legs), rounds(others_part, others)]);
        } else {
            let mut before = None;
            for item in work {
                match blocks.last_mut() {
                    Some(last) if item.role == Role::Pair && before == Some(Role::Upper) => {
                        last.form = Form::Superset;
                        last.exercises.push(of(item));
                        // A pair stands where its equipment is.
                        last.station =
                            last.station.max(STATION[usize::from(self.slot.is_bare(item.exercise))]);
                    }
                    _ => blocks.push(straight(item)),
                }
                before = Some(item.role);
            }
        }
        blocks.retain(|block| !block.exercises.is_empty());
        // One is at the first station already, but for jumps, which need a place of their own.
        if let Some(first) = blocks.first_mut().filter(|block| block.part != Part::Plyo) {
            first.station = 0;
        }
        blocks
    }

    /// A block of these exercises.
    fn block(&self, part: Part, form: Form, exercises: Vec<Prescribed>) -> Block {
        let slot = self.slot;
        let bare = exercises.iter().all(|of| slot.is_bare(&of.exercise) || of.exercise.kind == Kind::Plyo);
        let is_moderate_round =
            part == Part::Main && slot.order.class == Class::Moderate && form == Form::Circuit;
        let is_legs = slot.order.strength.legs();
        let pause = if is_moderate_round && is_legs { MODERATE_PAUSE } else { CHANGE_OVER };
        Block { part, form, exercises, given: None, pause, station: STATION[usize::from(bare)] }
    }

    /// The session in its week of the ladder; what does not fit the slot is empty and says so.
    pub fn finish(self) -> Workout {
        let slot = self.slot;
        let needed = self.seconds();
        let mut workout = Workout { slot: slot.order.minutes, gear: slot.order.gear, ..Workout::default() };
        if needed > slot.seconds {
            workout.notes.push(minutes_note(slot.order.minutes, needed));
            return workout;
        }
        let step = Step::of(slot.order.ladder);
        workout.blocks = self.blocks(step);
        let climb = |before| {
            if before == step {
                Climb::Nothing
            } else {
                Climb::between(&self.trained(before), &workout.blocks)
            }
        };
        workout.climb = Step::before(slot.order.ladder).map(climb);
        workout.notes.extend(pull_note(&workout));
        workout
    }
}

/// The part of a session that a role belongs to, in straight sets.
const fn part(role: Role) -> Part {
    match role {
        Role::Plyo => Part::Plyo,
        Role::Lead | Role::Other | Role::Second => Part::Main,
        Role::Calf | Role::Upper | Role::Pair | Role::Weak => Part::Accessory,
        Role::Core => Part::Core,
    }
}
