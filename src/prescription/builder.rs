//! A session being filled: what must be in it first, then what belongs to it, then more, as long as the slot has room.

use crate::exercise::workout::{Block, Form, Part, Prescribed, Workout};
use crate::exercise::{Exercise, Intensity};
use crate::prescription::Room;
use crate::rules::{SPARE_MINUTES, minutes_note, pull_note};
use crate::week::session::Class;
use crate::word::Word;

/// Minutes of a warm-up: short, for moderate and for heavy work.
const WARM_UP: [u32; 3] = [3, 5, 6];
/// A warm-up takes at most this part of the slot.
const WARM_UP_PART: u32 = 4;
/// Exercises that warm up, in the order in which they are taken.
const WARMING: [&str; 3] = ["leg-swings", "elbow-to-foot-lunge", "cat-camel"];
/// Sets of an exercise for a weak area.
const WEAK_AREA_SETS: u8 = 2;

/// A session being filled.
pub(super) struct Draft<'r, 'a> {
    pub room: &'r Room<'a>,
    pub blocks: Vec<Block>,
    /// Whether core work takes what it takes, no longer as much as the longest.
    pub core_is_settled: bool,
}

impl<'r, 'a> Draft<'r, 'a> {
    pub fn new(room: &'r Room<'a>) -> Self {
        Self { room, blocks: Vec::with_capacity(8), core_is_settled: false }
    }

    /// Seconds of the longest core exercise that may come, in rounds and by itself; found out once a session.
    fn longest_core(&self) -> [u32; 2] {
        *self.room.longest_core.get_or_init(|| {
            let of = |form| self.room.core_ring().iter().map(move |of| self.prescribed(of, 1, form).work());
            [Form::Circuit, Form::Straight].map(|form| of(form).max().unwrap_or(0))
        })
    }

    /// Seconds so far, as if every core exercise were the longest: core work changes from session to session, and what
    /// else there is should not change with it.
    pub fn planned(&self) -> u32 {
        let slack = |block: &Block| -> u32 {
            let core = block.exercises.iter().filter(|of| of.exercise.is_core());
            let longest = || self.longest_core()[usize::from(block.form == Form::Straight)];
            core.map(|of| u32::from(of.sets) * longest().saturating_sub(of.work())).sum()
        };
        let slack = if self.core_is_settled { 0 } else { self.blocks.iter().map(slack).sum() };
        self.seconds() + slack
    }

    /// Whether the slot is as good as full, whatever the core work.
    pub fn as_good_as_full(&self) -> bool {
        self.planned() + SPARE_MINUTES * 60 >= self.room.slot
    }

    /// Seconds so far.
    pub fn seconds(&self) -> u32 {
        self.blocks.iter().map(Block::seconds).sum()
    }

    /// Whether the slot is as good as full.
    pub fn full(&self) -> bool {
        self.seconds() + SPARE_MINUTES * 60 >= self.room.slot
    }

    /// Adds a block, whatever room there is; its place.
    pub fn put(&mut self, block: Block) -> usize {
        self.blocks.push(block);
        self.blocks.len() - 1
    }

    /// Adds a block if there is room for it.
    pub fn add(&mut self, block: Block) -> bool {
        let fits = self.planned() + block.seconds() <= self.room.slot;
        if fits {
            self.blocks.push(block);
        }
        fits
    }

    /// Gives a block so many sets, if there is room.
    pub fn sets(&mut self, at: usize, sets: u8) -> bool {
        self.sets_of_all(&[at], sets)
    }

    /// Gives several blocks so many sets, all of them or none. All exercises of a block have the same sets.
    pub fn sets_of_all(&mut self, all: &[usize], sets: u8) -> bool {
        let before: Vec<u8> =
            all.iter().map(|at| self.blocks[*at].exercises.first().map_or(0, |first| first.sets)).collect();
        let mut give =
            |at: usize, sets: u8| self.blocks[at].exercises.iter_mut().for_each(|of| of.sets = sets);
        for at in all {
            give(*at, sets);
        }
        let fits = self.planned() <= self.room.slot;
        if !fits {
            for (at, sets) in all.iter().zip(before) {
                self.blocks[*at].exercises.iter_mut().for_each(|of| of.sets = sets);
            }
        }
        fits
    }

    /// Adds an exercise to a block with as many sets as the others there, if there is room.
    pub fn join(&mut self, at: usize, exercise: &Exercise) -> bool {
        let sets = self.blocks[at].exercises.first().map_or(1, |first| first.sets);
        let of = self.prescribed(exercise, sets, self.blocks[at].form);
        self.blocks[at].exercises.push(of);
        let fits = self.planned() <= self.room.slot;
        if !fits {
            self.blocks[at].exercises.pop();
        }
        fits
    }

    fn prescribed(&self, exercise: &Exercise, sets: u8, form: Form) -> Prescribed {
        let mut of = self.room.prescribe(exercise, sets);
        if form == Form::Circuit && self.room.class == Class::Light && exercise.is_core() && exercise.per_side
        {
            of.amount = of.amount.div_ceil(2); // both sides together take the time of one
        }
        of
    }

    /// A block of these exercises.
    pub fn block(&self, part: Part, form: Form, exercises: &[&Exercise], sets: u8) -> Block {
        let exercises = exercises.iter().map(|exercise| self.prescribed(exercise, sets, form)).collect();
        Block { part, form, exercises, given: None }
    }

    /// Getting warm: minutes by how heavy the session is, and how long.
    pub fn warm_up(&mut self) {
        let minutes = match self.room.class {
            Class::Heavy => WARM_UP[2],
            Class::Moderate => WARM_UP[1],
            Class::Light | Class::Activation => WARM_UP[0],
        };
        let minutes = minutes.min(u32::from(self.room.minutes) / WARM_UP_PART).max(WARM_UP[0]);
        let exercises: Vec<&Exercise> = WARMING
            .iter()
            .filter_map(|id| self.room.mobile(&[], 0, false, &[id]))
            .take(minutes as usize / 2 + 1)
            .collect();
        let mut block = self.block(Part::WarmUp, Form::Straight, &exercises, 1);
        block.given = Some(minutes * 60);
        self.blocks.insert(0, block);
    }

    /// Plyometrics right after the warm-up: with light work in place of half of it. `needed` are the seconds that the
    /// session still has to grow: softer ones take less time.
    pub fn plyo(&mut self, needed: u32) {
        let room = self.room;
        let softer = Intensity::ALL.iter().rev().copied().filter(|intensity| Some(*intensity) <= room.plyo);
        let before = self.blocks[0].given;
        let half = if room.class.is_hard() { before } else { before.map(|seconds| seconds / 2) };
        for (exercise, needed) in softer.clone().map(|most| (most, needed)).chain([(Intensity::Low, 0)]) {
            let Some(exercise) = room.plyo.and_then(|_| room.plyo(exercise)) else { return };
            let dose = room.dose(exercise);
            for sets in (1..=dose.sets[0]).rev() {
                if room.prescribe(exercise, sets).contacts() > room.contacts {
                    continue;
                }
                let block = self.block(Part::Plyo, Form::Straight, &[exercise], sets);
                self.blocks[0].given = half;
                if self.planned() + block.seconds() + needed <= room.slot {
                    self.blocks.insert(1, block);
                    return;
                }
                self.blocks[0].given = before;
            }
        }
    }

    /// A small exercise for a declared weak area, in the seasons that have time for it (S53).
    pub fn weak_area(&mut self, turn: usize) {
        let weak = self.room.weak.get(turn).filter(|_| self.room.season.targets_weak_areas());
        if let Some(exercise) = weak.and_then(|area| self.room.prehab(&self.blocks, Some(*area))) {
            let sets = self.room.dose(exercise).sets[0].min(WEAK_AREA_SETS);
            let block = self.block(Part::Accessory, Form::Straight, &[exercise], sets);
            self.add(block);
        }
    }

    /// One exercise in straight sets: as many as the season's fewest, or two: less is not worth setting up.
    pub fn straight(&mut self, part: Part, exercise: &Exercise) -> bool {
        let sets = self.room.dose(exercise).sets[0];
        (sets.min(2)..=sets).rev().any(|sets| self.add(self.block(part, Form::Straight, &[exercise], sets)))
    }

    /// The session, its blocks in the order of their parts.
    pub fn done(mut self) -> Workout {
        self.blocks.sort_by_key(|block| block.part);
        if let Some((given, warm_up)) = self.blocks.first_mut().and_then(|first| Some((first.given?, first)))
        {
            // What stands in the warm-up has to fit into it.
            while warm_up.exercises.iter().map(Prescribed::work).sum::<u32>() > given {
                warm_up.exercises.pop();
            }
        }
        // A pair of one is none, and what follows one after the other is one block.
        let mut blocks: Vec<Block> = Vec::with_capacity(self.blocks.len());
        for mut block in std::mem::take(&mut self.blocks) {
            if block.form == Form::Superset && block.exercises.len() == 1 {
                block.form = Form::Straight;
            }
            match blocks.last_mut() {
                Some(last) if last.part == block.part && both_straight(last, &block) => {
                    last.exercises.extend(block.exercises);
                }
                _ => blocks.push(block),
            }
        }
        let room = self.room;
        let mut workout = Workout { minutes: room.minutes, blocks, gear: room.gear, notes: Vec::new() };
        if workout.seconds() > room.slot {
            workout.notes.extend(minutes_note(&workout));
            workout.blocks.clear();
        } else {
            workout.notes.extend(pull_note(&workout));
            workout.notes.extend(minutes_note(&workout));
        }
        workout
    }
}

/// Whether both blocks are straight sets without a time of their own.
fn both_straight(a: &Block, b: &Block) -> bool {
    [a, b].iter().all(|block| block.form == Form::Straight && block.given.is_none())
}
