//! The exercises of a session read back.

use crate::exercise::workout::{Block, Form, Load, Part, Prescribed, Workout};
use crate::exercise::{Chosen, Exercise, Gear, Kind, Origin, Region};
use crate::profile::{Unit, Weight};
use crate::week::session::Experience;
use crate::word::Word as _;
use serde::Deserialize;
use std::sync::Arc;

/// A block as a file has it.
#[derive(Deserialize)]
pub(super) struct SavedBlock {
    block: String,
    minutes: f64,
    rounds: Option<u8>,
    exercises: Vec<SavedExercise>,
}

/// An exercise as a file has it.
#[derive(Deserialize)]
struct SavedExercise {
    id: String,
    name: String,
    sets: u8,
    reps: Option<u8>,
    reps_max: Option<u8>,
    seconds: Option<u8>,
    per_side: bool,
    load: String,
    percent: Option<u8>,
    weight: Option<String>,
    rir: Option<u8>,
    #[serde(default)]
    ramp_up_sets: u8,
    rest_seconds: u32,
}

/// A workout in a slot of so many minutes. How its minutes came about a file does not say: each block takes what it took.
pub(super) fn workout(blocks: &[SavedBlock], slot: u16, own: &[Exercise]) -> Workout {
    let blocks = blocks.iter().map(|saved| block(saved, own)).collect();
    Workout { slot, blocks, gear: Gear::NONE, climb: None, notes: Vec::new() }
}

fn block(saved: &SavedBlock, own: &[Exercise]) -> Block {
    let rests: Vec<u32> = saved.exercises.iter().map(|of| of.rest_seconds).collect();
    let is_even = rests.windows(2).all(|pair| pair[0] == pair[1]);
    let form = match saved.rounds {
        None => Form::Straight,
        Some(_) if is_even => Form::Circuit,
        Some(_) => Form::Superset,
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // tenths of a minute, a day at most
    let seconds = (saved.minutes.clamp(0.0, 1440.0) * 60.0).round() as u32;
    Block {
        part: Part::parse(&saved.block).unwrap_or(Part::Accessory),
        form,
        pause: rests.first().copied().unwrap_or(0),
        exercises: saved.exercises.iter().map(|of| exercise(of, own)).collect(),
        given: Some(seconds),
        station: 0,
    }
}

fn exercise(saved: &SavedExercise, own: &[Exercise]) -> Prescribed {
    let amount = saved.reps.or(saved.seconds).unwrap_or(0);
    let known = Exercise::find(&saved.id, own);
    // What it is called and how it counts is as the file has it, whatever the catalogue says now.
    let is_same = |of: &&Exercise| {
        of.name == saved.name && of.per_side == saved.per_side && of.is_held() == saved.seconds.is_some()
    };
    let weight = saved.weight.as_deref().and_then(weight);
    Prescribed {
        exercise: known.filter(is_same).map_or_else(|| Chosen::Own(Arc::new(unknown(saved))), Chosen::from),
        sets: saved.sets,
        amount,
        most: saved.reps_max.unwrap_or(amount),
        load: Load::parse(&saved.load).unwrap_or(Load::Light),
        percent: saved.percent,
        weight,
        rir: saved.rir,
        rest: saved.rest_seconds,
        ramp_up: saved.ramp_up_sets,
        seconds: 0,
    }
}

/// `72.5 kg` as a weight.
fn weight(text: &str) -> Option<Weight> {
    let (number, unit) = text.split_once(' ')?;
    let unit = match unit {
        "kg" => Unit::Kilograms,
        "lb" => Unit::Pounds,
        _ => return None,
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let thousandths = format!("{whole}{part:0<3}").parse().ok().filter(|_| part.len() <= 3)?;
    Some(Weight { thousandths, unit })
}

/// An exercise that the catalogue does not have, or not so.
fn unknown(saved: &SavedExercise) -> Exercise {
    Exercise {
        catalogue_index: None,
        id: saved.id.clone().into(),
        name: saved.name.clone().into(),
        short: saved.name.to_lowercase().into(),
        cue: "".into(),
        region: Region::MobilityPrehab,
        pattern: "other".into(),
        kind: if saved.seconds.is_some() { Kind::Stretch } else { Kind::Prehab },
        per_side: saved.per_side,
        intensity: None,
        equipment: Vec::new().into(),
        level: Experience::Novice,
        easier: None,
        harder: None,
        origin: Origin::Own,
        fit: None,
    }
}
