//! Mobility sessions: a region after the other, a minute each, the feet where there is time.

use crate::exercise::workout::{Form, Load, Part, REP, Workout};
use crate::prescription::Room;
use crate::prescription::builder::Draft;
use crate::rules::REGION_SECONDS;
use crate::week::session::Run;

/// The regions in their order, each with its exercises; they take turns from session to session.
const REGIONS: [&[&str]; 6] = [
    &["hip-flexor-stretch", "elbow-to-foot-lunge"],
    &["ninety-ninety-switch", "piriformis-stretch"],
    &["knee-to-wall"],
    &["calf-stretch"],
    &["hamstring-stretch", "leg-swings"],
    &["thoracic-rotation", "cat-camel"],
];
/// Sets of the foot exercise.
const FOOT_SETS: u8 = 2;
/// Repetitions of the foot exercise, each side.
const FOOT_REPS: u8 = 10;

/// A mobility session.
pub(super) fn workout(room: &Room<'_>) -> Workout {
    // Held stretches have no place beside a speed run.
    let held = room.beside != Run::Speed;
    let mut draft = Draft::new(room);
    let mut block = draft.block(Part::Mobility, Form::Straight, &[], 1);
    let fits = |block: &crate::exercise::workout::Block| block.seconds() <= room.slot;
    for ids in REGIONS {
        let ids = if held { ids.to_vec() } else { ids.iter().rev().copied().collect() };
        let exercise =
            room.mobile(std::slice::from_ref(&block), room.place.count, held, &ids).or_else(|| {
                // A region that is only stretched gives way to one that is moved.
                room.mobile(std::slice::from_ref(&block), room.place.count, held, &[])
            });
        let Some(exercise) = exercise else { continue };
        let mut more = draft.block(Part::Mobility, Form::Straight, &[exercise], 1).exercises;
        for of in &mut more {
            let each = if exercise.is_held() { 1 } else { REP };
            let amount = u8::try_from(REGION_SECONDS / exercise.sides() / each).unwrap_or(u8::MAX);
            // Race week and recovery do a little less. What has no sides goes both ways, and counts both.
            let most = room.dose(exercise).amount[1] * if exercise.per_side { 1 } else { 2 };
            of.amount = amount.min(most);
            if matches!(room.beside, Run::Long | Run::Race) {
                of.load = Load::Gentle;
            }
        }
        block.exercises.extend(more);
        if !fits(&block) {
            block.exercises.pop();
        }
    }
    if let Some(foot) = room.foot(&[]) {
        let mut of = room.prescribe(foot, FOOT_SETS.min(room.dose(foot).sets[0]));
        of.amount = FOOT_REPS;
        block.exercises.push(of);
        if !fits(&block) {
            block.exercises.pop();
        }
    }
    draft.put(block);
    let blocks = draft.blocks;
    Workout { minutes: room.minutes, blocks, gear: room.gear, notes: Vec::new() }
}
