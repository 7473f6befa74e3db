//! More of everything for a session that has room left, in a fixed order, then easing off.

use crate::exercise::workout::{Block, CHANGE_OVER, Form, Part};
use crate::exercise::{Exercise, Kind, Movement};
use crate::prescription::builder::Draft;
use crate::season::Side;

/// Small exercises for weak areas and the like in a session, at most.
const MOST_PREHAB: usize = 2;
/// Core exercises of a whole-body session at most, so that the next one has others (S44: variety); and of an upper one.
const MOST_CORE: [usize; 2] = [3, 4];
/// Exercises of a cool-down at most.
const MOST_COOL_DOWN: usize = 12;

/// A way to fill a session up; whether it found room.
type Step<'r, 'a> = fn(&mut Draft<'r, 'a>) -> bool;

impl<'r, 'a> Draft<'r, 'a> {
    /// A pair of a push and a pull; one of them where the other cannot be had.
    pub fn superset(&mut self) -> bool {
        let push = self.room.upper(&self.blocks, Movement::Push);
        let pull = self.room.upper(&self.blocks, Movement::Pull);
        let pair: Vec<&Exercise> = push.into_iter().chain(pull).collect();
        let Some(first) = pair.first() else { return false };
        let sets = self.room.dose(first).sets[0];
        let least = sets.min(2);
        (least..=sets).rev().any(|sets| self.add(self.block(Part::Accessory, Form::Superset, &pair, sets)))
    }

    /// More core work, as long as the season's minutes of it allow.
    pub fn more_core(&mut self, at_most: usize) -> bool {
        let there = self.blocks.iter().flat_map(|block| &block.exercises);
        let core = || there.clone().filter(|of| of.exercise.is_core());
        let so_far: u32 = core().map(|of| u32::from(of.sets) * (of.work() + CHANGE_OVER)).sum();
        let most = u32::from(self.room.season.core_minutes[1]) * 60;
        if core().count() >= self.room.most_core(at_most) || so_far >= most {
            return false;
        }
        let exercise = self.room.core(&self.blocks);
        exercise.is_some_and(|exercise| self.straight(Part::Core, exercise))
    }

    /// More leg work, by the kind that leads in the season.
    pub fn more_legs(&mut self) -> bool {
        let (single, double) = (Kind::SingleLeg, Kind::DoubleLeg);
        let kinds = match self.room.leads() {
            Side::Single => [(single, Movement::Knee), (single, Movement::Hinge)],
            Side::Double => [(double, Movement::Knee), (double, Movement::Hinge)],
            Side::Both => [(double, Movement::Hinge), (single, Movement::Knee)],
        };
        let picks: Vec<&Exercise> = kinds
            .iter()
            .filter_map(|(kind, movement)| self.room.legs(&self.blocks, *kind, *movement))
            .collect();
        if self.room.leads() == Side::Both && picks.len() < 2 {
            return false; // one alone would tip the share
        }
        // The season's sets or none: less is not worth setting up.
        let sets = picks.iter().map(|exercise| self.room.dose(exercise).sets[0]).min().unwrap_or(0);
        let blocks: Vec<Block> =
            picks.iter().map(|exercise| self.block(Part::Main, Form::Straight, &[exercise], sets)).collect();
        let fits = self.planned() + blocks.iter().map(Block::seconds).sum::<u32>() <= self.room.slot;
        if fits {
            self.blocks.extend(blocks);
        }
        fits && !picks.is_empty()
    }

    /// Easing off with mobility, a region at a time.
    pub fn cool_down(&mut self) {
        self.core_is_settled = true;
        let mut turn = self.room.place.count;
        let mut at = None;
        while !self.full() {
            let Some(exercise) = self.room.mobile(&self.blocks, turn, true, &[]) else { return };
            let fits = match at {
                None => {
                    let block = self.block(Part::CoolDown, Form::Straight, &[exercise], 1);
                    let fits = self.add(block);
                    at = fits.then(|| self.blocks.len() - 1);
                    fits
                }
                Some(at) => self.join(at, exercise),
            };
            turn += 1;
            if !fits || turn > self.room.place.count + MOST_COOL_DOWN {
                return;
            }
        }
    }

    /// More of everything, in a fixed order, until the slot is as good as full.
    pub fn more(&mut self, legs: bool) {
        if self.room.spared() {
            return self.cool_down(); // with pain or in pregnancy no filling up
        }
        let foot: Step<'r, 'a> = |draft| {
            let foot = draft.room.foot(&draft.blocks);
            foot.is_some_and(|exercise| draft.straight(Part::Accessory, exercise))
        };
        let calf: Step<'r, 'a> = |draft| {
            let calf = draft.room.calf(&draft.blocks);
            calf.is_some_and(|exercise| draft.straight(Part::Accessory, exercise))
        };
        let prehab: Step<'r, 'a> = |draft| {
            let there = draft.blocks.iter().flat_map(|block| &block.exercises);
            if there.filter(|of| of.exercise.kind == Kind::Prehab).count() >= MOST_PREHAB {
                return false;
            }
            let prehab = draft.room.prehab(&draft.blocks, None);
            prehab.is_some_and(|exercise| draft.straight(Part::Accessory, exercise))
        };
        let core: Step<'r, 'a> =
            if legs { |draft| draft.more_core(MOST_CORE[0]) } else { |draft| draft.more_core(MOST_CORE[1]) };
        let steps: [(bool, Step<'r, 'a>); 7] = [
            (false, core),
            (false, Self::superset),
            (true, foot),
            (true, Self::more_legs),
            (true, calf),
            (false, core),
            (true, prehab),
        ];
        let mut grew = true;
        while grew && !self.as_good_as_full() {
            grew = false;
            for (leg_work, step) in steps {
                if !self.as_good_as_full() && (legs || !leg_work) {
                    grew |= step(self);
                }
            }
        }
        self.cool_down();
    }
}
