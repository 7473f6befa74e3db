//! The built-in exercises: a type mirrors a table of the file, and makes the library's type of its name.

use crate::expression::{Expression, expressions, read, tables, words};
use crate::seasons::Experience;
use serde::Deserialize;
use serde::de::{IntoDeserializer, value::Error};

/// The exercises as an array, each with its index in it.
pub fn exercises() -> String {
    let (file, _) = read::<ExerciseFile>("plans/exercises.toml");
    let exercises = file.exercise.iter().enumerate();
    let all: Vec<_> = exercises
        .map(|(at, exercise)| format!("Exercise {{ catalogue_index: Some({at}), {} }}", exercise.fields()))
        .collect();
    format!("[{}]", all.join(",\n"))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExerciseFile {
    exercise: Vec<Exercise>,
}

words! {
    Region { UpperPush, UpperPull, Core, LowerDouble, LowerSingle, CalfFoot, Plyometric, MobilityPrehab }
    Kind {
        Upper, CoreHold, CoreRep, DoubleLeg, SingleLeg, Calf, CalfHold, Foot, Plyo, Prehab, Mobility, Stretch,
        PelvicFloor, Breathing, WarmUp
    }
    Intensity { Low, Medium, High }
    Origin { Article, Catalogue }
    Equipment {
        Band, Barbell, Bench, Dumbbell, Kettlebell, PullUpBar, Step, TrapBar, LegPress, LegCurl, CalfMachine, Cable
    }
}

tables! {
    Exercise {
        id: String,
        name: String,
        short: String,
        cue: String,
        region: Region,
        pattern: String,
        kind: Kind,
        #[serde(default)]
        per_side: bool,
        intensity: Option<Intensity>,
        #[serde(default)]
        equipment: Vec<Gear>,
        level: Experience,
        easier: Option<String>,
        harder: Option<String>,
        #[serde(default = "catalogue")]
        origin: Origin,
        #[serde(default)]
        fit: Fit,
    }
    FitName { category: String, name: String, ids: [u16; 2] }
}

fn catalogue() -> Origin {
    Origin::Catalogue
}

/// Pieces of equipment that are used together, as `dumbbell+bench`; `bodyweight` is none.
#[derive(Deserialize)]
#[serde(try_from = "String")]
pub struct Gear(Vec<Equipment>);

impl TryFrom<String> for Gear {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        let pieces = text.split('+').filter(|piece| *piece != "bodyweight");
        pieces
            .map(|piece| Equipment::deserialize(piece.into_deserializer()))
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

/// The name of an exercise in the Garmin FIT profile, by how near it is.
#[derive(Default, Deserialize)]
#[serde(tag = "match", rename_all = "kebab-case")]
pub enum Fit {
    #[default]
    None,
    Exact(FitName),
    Near(FitName),
}

expressions! {
    <> Gear, gear => format!("Gear({})", gear.0.iter().fold(0_u16, |set, piece| set | 1 << *piece as u16));
    <> Fit, fit => match fit {
        Fit::None => "None".to_owned(),
        Fit::Exact(name) => format!("Some(Fit {{ exact: true, {} }})", name.fields()),
        Fit::Near(name) => format!("Some(Fit {{ exact: false, {} }})", name.fields()),
    };
}
