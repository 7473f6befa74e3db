//! A strength session while it is built: blocks are added and grow as long as the slot has room for them.

use super::choice;
use super::dose::{block, dose, prescribe, prescribe_in};
use super::slot::Slot;
use crate::exercise::workout::{Block, Form, Part, Prescribed, Workout};
use crate::exercise::{Exercise, Intensity};
use crate::rules::{SPARE_MINUTES, minutes_note, pull_note};
use crate::week::session::Class;
use crate::word::Word;

/// Minutes of a warm-up: for light, moderate and heavy work.
const WARM_UP: [u32; 3] = [3, 5, 6];
/// A warm-up takes at most this part of the slot.
const WARM_UP_PART: u32 = 4;
/// Exercises that warm up, in the order in which they are taken.
const WARMING: [&str; 3] = ["leg-swings", "elbow-to-foot-lunge", "cat-camel"];
/// Sets of an exercise for a weak area.
const WEAK_AREA_SETS: u8 = 2;
/// Sets of an exercise that stands alone, at least, where its dose has as many: less is not worth setting up.
pub(super) const LEAST_SETS: u8 = 2;

/// A strength session while it is built.
///
/// Blocks are only added at the end, so that the place of one stays; [`SessionBuilder::finish`] brings them in order.
pub(super) struct SessionBuilder<'s, 'a> {
    /// What the session is built for.
    pub slot: &'s Slot<'a>,
    /// The blocks so far, the warm-up first.
    pub blocks: Vec<Block>,
    /// Whether core work counts as what it takes, no longer as much as the longest.
    pub core_is_settled: bool,
    /// Seconds of a set of the longest core exercise that may come, in straight sets and in rounds.
    longest_core: [u32; 2],
}

impl<'s, 'a> SessionBuilder<'s, 'a> {
    /// A session with nothing but its warm-up.
    pub fn new(slot: &'s Slot<'a>) -> Self {
        let longest = |form| {
            let core = slot.core.iter().map(|exercise| prescribe_in(slot, form, exercise, 1).work());
            core.max().unwrap_or(0)
        };
        let mut blocks = Vec::with_capacity(8);
        blocks.push(warm_up(slot));
        Self {
            slot,
            blocks,
            core_is_settled: false,
            longest_core: [Form::Straight, Form::Circuit].map(longest),
        }
    }

    /// Seconds so far, as if every core exercise were the longest: core work changes from session to session, and what
    /// else there is should not change with it.
    pub fn seconds(&self) -> u32 {
        let slack = |block: &Block| if self.core_is_settled { 0 } else { self.core_slack(block) };
        self.blocks.iter().map(|block| block.seconds() + slack(block)).sum()
    }

    /// Seconds by which a block would be longer with the longest core exercise for each of its own.
    fn core_slack(&self, block: &Block) -> u32 {
        let longest = self.longest_core[usize::from(block.form != Form::Straight)];
        let core = block.exercises.iter().filter(|of| of.exercise.is_core());
        core.map(|of| u32::from(of.sets) * longest.saturating_sub(of.work())).sum()
    }

    /// Whether so many seconds more have room.
    pub fn has_room_for(&self, seconds: u32) -> bool {
        self.seconds() + seconds <= self.slot.seconds
    }

    /// Whether the slot is as good as full.
    pub fn is_full(&self) -> bool {
        self.seconds() + SPARE_MINUTES * 60 >= self.slot.seconds
    }

    /// Every exercise so far.
    pub fn exercises(&self) -> impl Iterator<Item = &Prescribed> {
        self.blocks.iter().flat_map(|block| &block.exercises)
    }

    /// Adds a block that has to be there, whatever room there is, and gives its place.
    pub fn push(&mut self, block: Block) -> usize {
        self.blocks.push(block);
        self.blocks.len() - 1
    }

    /// Adds a block if there is room for it, and gives its place.
    pub fn push_if_room(&mut self, block: Block) -> Option<usize> {
        self.has_room_for(block.seconds()).then(|| self.push(block))
    }

    /// Adds one exercise in straight sets if there is room: as many sets as the fewest of its dose, else fewer.
    pub fn push_straight(&mut self, part: Part, exercise: &Exercise) -> Option<usize> {
        let sets = dose(self.slot, exercise).sets[0];
        self.push_with_most_sets(part, Form::Straight, &[exercise], LEAST_SETS.min(sets), sets)
    }

    /// Adds a block with as many sets as there is room for, from the most to the least, and gives its place.
    pub fn push_with_most_sets(
        &mut self,
        part: Part,
        form: Form,
        exercises: &[&Exercise],
        least: u8,
        most: u8,
    ) -> Option<usize> {
        (least..=most).rev().find_map(|sets| self.push_if_room(block(self.slot, part, form, exercises, sets)))
    }

    /// Gives all exercises of a block so many sets if there is room, and says whether there was.
    pub fn set_sets(&mut self, at: usize, sets: u8) -> bool {
        self.set_sets_of_all(&[at], sets)
    }

    /// Gives all exercises of several blocks so many sets if there is room for all of that, and says whether there was.
    pub fn set_sets_of_all(&mut self, all: &[usize], sets: u8) -> bool {
        let before: Vec<u8> = all.iter().map(|at| sets_of(&self.blocks[*at])).collect();
        for at in all {
            give_sets(&mut self.blocks[*at], sets);
        }
        let fits = self.has_room_for(0);
        if !fits {
            for (at, sets) in all.iter().zip(before) {
                give_sets(&mut self.blocks[*at], sets);
            }
        }
        fits
    }

    /// Gives a block more rounds or sets, one by one up to `most`, each if there is room for it.
    pub fn raise_sets(&mut self, at: usize, most: u8) {
        for sets in 2..=most {
            self.set_sets(at, sets);
        }
    }

    /// Adds an exercise to a block with as many sets as the others there if there is room, and says whether there was.
    pub fn join(&mut self, at: usize, exercise: &Exercise) -> bool {
        let block = &mut self.blocks[at];
        block.exercises.push(prescribe_in(self.slot, block.form, exercise, sets_of(block)));
        let fits = self.has_room_for(0);
        if !fits {
            self.blocks[at].exercises.pop();
        }
        fits
    }

    /// Adds the hardest plyometrics that leave the seconds by which the session still has to grow, `needed`; where none do,
    /// low ones as far as there is room.
    pub fn push_plyo(&mut self, needed: u32) {
        let Some(hardest) = self.slot.order.plyo else { return };
        let softer = Intensity::ALL.iter().rev().copied().filter(|intensity| *intensity <= hardest);
        for (most, needed) in softer.map(|most| (most, needed)).chain([(Intensity::Low, 0)]) {
            let Some(exercise) = choice::plyo(self.slot, most) else { return };
            let sets = dose(self.slot, exercise).sets[0];
            if (1..=sets).rev().any(|sets| self.push_plyo_sets(exercise, sets, needed)) {
                return;
            }
        }
    }

    /// Adds so many sets of a plyometric exercise if contacts and seconds allow it, and says whether they do: in light work
    /// it takes the place of half of the warm-up.
    fn push_plyo_sets(&mut self, exercise: &Exercise, sets: u8, needed: u32) -> bool {
        if prescribe(self.slot, exercise, sets).contacts() > self.slot.contacts {
            return false;
        }
        let block = block(self.slot, Part::Plyo, Form::Straight, &[exercise], sets);
        let whole = self.blocks[0].seconds();
        let kept = if self.slot.order.class.is_hard() { whole } else { whole / 2 };
        let fits = self.seconds() - whole + kept + block.seconds() + needed <= self.slot.seconds;
        if fits {
            self.blocks[0].given = Some(kept);
            self.blocks.push(block);
        }
        fits
    }

    /// Adds a small exercise for one of the weak areas that the session serves, if there is room for it (S53).
    pub fn push_weak_area(&mut self, nth: usize) {
        let area = self.slot.order.weak_areas.get(nth);
        if let Some(exercise) = area.and_then(|area| choice::weak_area(self.slot, &self.blocks, *area)) {
            let sets = dose(self.slot, exercise).sets[0].min(WEAK_AREA_SETS);
            self.push_if_room(block(self.slot, Part::Accessory, Form::Straight, &[exercise], sets));
        }
    }

    /// The session, its blocks in the order of their parts; what does not fit the slot is empty and says so.
    pub fn finish(mut self) -> Workout {
        self.blocks.sort_by_key(|block| block.part);
        shorten_warm_up(&mut self.blocks[0]);
        let Slot { order, seconds, .. } = self.slot;
        let blocks = one_after_the_other(self.blocks);
        let mut workout = Workout { minutes: order.minutes, blocks, gear: order.gear, notes: Vec::new() };
        if workout.seconds() > *seconds {
            workout.notes.extend(minutes_note(&workout));
            workout.blocks.clear();
        } else {
            workout.notes.extend(pull_note(&workout));
            workout.notes.extend(minutes_note(&workout));
        }
        workout
    }
}

/// The sets of a block, which all its exercises have.
fn sets_of(block: &Block) -> u8 {
    block.exercises.first().map_or(1, |first| first.sets)
}

/// Gives all exercises of a block so many sets.
fn give_sets(block: &mut Block, sets: u8) {
    block.exercises.iter_mut().for_each(|of| of.sets = sets);
}

/// Getting warm: minutes by how heavy the session is, and how long.
fn warm_up(slot: &Slot<'_>) -> Block {
    let minutes = match slot.order.class {
        Class::Heavy => WARM_UP[2],
        Class::Moderate => WARM_UP[1],
        Class::Light | Class::Activation => WARM_UP[0],
    };
    let minutes = minutes.min(u32::from(slot.order.minutes) / WARM_UP_PART).max(WARM_UP[0]);
    let exercises = WARMING.iter().filter_map(|id| choice::mobility(slot, &[], 0, false, &[id]));
    let exercises: Vec<&Exercise> = exercises.take(minutes as usize / 2 + 1).collect();
    let mut block = block(slot, Part::WarmUp, Form::Straight, &exercises, 1);
    block.given = Some(minutes * 60);
    block
}

/// Takes out of a warm-up what does not fit its time.
fn shorten_warm_up(warm_up: &mut Block) {
    let given = warm_up.seconds();
    while warm_up.exercises.iter().map(Prescribed::work).sum::<u32>() > given {
        warm_up.exercises.pop();
    }
}

/// Blocks of a session as they are read: a pair of one is none, and straight sets of a part are one block.
fn one_after_the_other(blocks: Vec<Block>) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        if block.form == Form::Superset && block.exercises.len() == 1 {
            block.form = Form::Straight;
        }
        match all.last_mut() {
            Some(last) if last.part == block.part && is_straight(last) && is_straight(&block) => {
                last.exercises.extend(block.exercises);
            }
            _ => all.push(block),
        }
    }
    all
}

/// Whether a block is straight sets without a time of its own.
fn is_straight(block: &Block) -> bool {
    block.form == Form::Straight && block.given.is_none()
}
