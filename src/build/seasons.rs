//! The built-in seasons: a type mirrors a table of the files, and makes the library's type of its name.

use crate::expression::{Expression, Pair, expressions, list, read, tables, words};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The files in the order of the library's `Phase`.
const FILES: [&str; 6] = ["off-season", "base", "race-prep", "taper", "race-week", "recovery"];

/// The seasons as an array, each with the text of its file.
pub fn seasons() -> String {
    let season = |name| {
        let (season, text) = read::<Season>(&format!("plans/{name}.toml"));
        format!("({}, {text:?})", season.rust())
    };
    format!("[{}]", FILES.map(season).join(",\n"))
}

words! {
    Phase { OffSeason, Base, RacePrep, Taper, RaceWeek, Recovery }
    Class { Activation, Light, Moderate, Heavy }
    Experience { Novice, Intermediate, Advanced }
    Side { Single, Double, Both }
    DoseKind {
        DoubleLeg, SingleLeg, Calf, Upper, CoreHold, CoreRep, PlyoLow, PlyoMedium, PlyoHigh, Foot, Prehab, Mobility,
        Stretch, BodyWeight, Weights,
    }
}

tables! {
    Season {
        name: String,
        phase: Phase,
        summary: String,
        doses = "dose": Doses,
        hard_days: ByExperience;
        runs: Runs,
        strength: Strength,
        plyo: Plyo,
        core: Core,
        mobility: Mobility,
        rest: Rest
    }
    Runs {
        runs_usual = "usual": Pair<u8>,
        runs_keep = "keep": Keep,
        speed_max: u8,
        volume: Part,
        volume_before_marathon: Option<BeforeMarathon>,
    }
    Strength {
        strength_target = "target": u8,
        strength_max = "max": u8,
        legs_min: u8,
        legs_max: u8,
        minutes: u16,
        minutes_usual: Pair<u16>,
        rotation_weeks: u8,
        class: Class,
        lifts: Vec<Lift>,
        maintain_heavy = "maintain-heavy": Option<MaintainHeavy>,
        share: Option<Share>,
    }
    Lift {
        #[serde(default)]
        levels: Vec<Experience>,
        sets: Pair<u8>,
        reps: Pair<u8>,
        percent: Option<Pair<u8>>,
        rir: Option<u8>,
        rir_max: Option<u8>,
        #[serde(default)]
        per_side: bool,
        #[serde(default)]
        body_weight: bool,
    }
    MaintainHeavy {
        class: Class,
        legs_max: u8,
        lift = "lifts": Lift,
        single: Option<Lift>,
        minutes: Option<u16>,
    }
    Share { side: Side, percent: u8 }
    Dose {
        sets: Pair<u8>,
        #[serde(alias = "reps", alias = "seconds")]
        amount: Pair<u8>,
        percent: Option<Pair<u8>>,
        rir: Option<u8>,
    }
    Plyo { plyo_sessions = "sessions": u8, plyo_contacts = "contacts": ByExperience }
    Core { core_minutes = "minutes": Pair<u16> }
    Mobility { mobility_sessions = "sessions": u8, mobility_minutes = "minutes": u16 }
    Rest { rest_min = "min": u8, rest_target = "target": u8 }
}

#[derive(Deserialize)]
pub struct Doses(BTreeMap<DoseKind, Dose>);

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Keep {
    All,
    #[serde(untagged)]
    Days(u8),
}

/// A part of 1, in percent as an expression.
#[derive(Deserialize)]
pub struct Part(f64);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeforeMarathon {
    week_before: Part,
    earlier: Part,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByExperience {
    novice: u8,
    intermediate: u8,
    advanced: u8,
}

expressions! {
    <> Doses, doses => {
        let mut all = vec!["None".to_owned(); 15];
        for (kind, dose) in &doses.0 {
            all[*kind as usize] = format!("Some({})", dose.rust());
        }
        format!("[{}]", all.join(", "))
    };
    <> Keep, keep => match keep {
        Keep::All => "Keep::All".to_owned(),
        Keep::Days(days) => format!("Keep::Days({days})"),
    };
    <> Part, part => format!("{:.0}", 100.0 * part.0);
    <> BeforeMarathon, volume => format!("[{}]", list([&volume.week_before, &volume.earlier]));
    <> ByExperience, by => format!("[{}]", list([&by.novice, &by.intermediate, &by.advanced]));
}
