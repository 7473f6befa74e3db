//! Sessions in one line: how rules of sessions show what breaks and what keeps them.
//!
//! Sessions stand apart by ` / `; each is `full`, `lower`, `upper` or `mobility`, with `@speed` or `@long` behind it for the run of
//! its day, then its exercises after a colon: `pogo-hops 2x10, single-leg-rdl 3x15, front-plank 3x30`. Then ` ; ` and facts
//! as `key=value`: `season`, `level`, `class`, `equipment`, `weak`, `minutes`, `pain=true` or `pain=knee`, `pregnant=true`,
//! `postpartum` in weeks, `week` of a block of four, `says=RULE:TEXT` for a note of the last session; `warm-up` (0 for none),
//! `station` and `ramp-up` sets where they are other than they should be, and `hops` in the warm-up, as sets and contacts.

use super::station_change::stations;
use super::training::{GymSession, Training, is_main};
use super::warm_up::warm_up_seconds;
use super::{full_body_session, weak_area_block};
use crate::exercise::workout::{Block, CHANGE_OVER, Form, Load, Part, Prescribed, Workout};
use crate::exercise::{Chosen, Exercise, Gear, Kind};
use crate::facts::ladder::Ladder;
use crate::profile::{Equipment, Health, Pain, PainPlace, WeakArea};
use crate::season::Season;
use crate::week::phase::Phase;
use crate::week::session::{Class, Experience, Run, Strength};
use crate::word::Word;
use std::sync::Arc;

/// Sessions of one line, with their facts.
#[derive(Clone, Debug)]
pub struct Line {
    season: Season,
    class: Class,
    level: Experience,
    health: Health,
    weak: Vec<WeakArea>,
    ladder: Ladder,
    sessions: Vec<GymSession>,
}

/// What a line says of all its sessions.
struct Common {
    gear: Gear,
    minutes: u16,
    class: Class,
    /// Seconds of the warm-up, where it is not the one that is owed.
    warm_up: Option<u32>,
    /// Seconds to change to every station but the first, where they are not those that are owed.
    station: Option<u32>,
    /// Ramp-up sets of every main lift.
    ramp_up: u8,
    /// Hops in the warm-up, with sets and contacts as an exercise has them.
    hops: Option<Prescribed>,
}

impl Line {
    /// Reads one line; without `season=…` it is race prep, without `equipment=…` there is everything.
    ///
    /// # Errors
    /// The first thing in the line that is not understood.
    pub fn parse(line: &str) -> Result<Self, String> {
        let (sessions, facts) = line.split_once(" ; ").unwrap_or((line, ""));
        let mut read = Self {
            season: Season::builtin(Phase::RacePrep).clone(),
            class: Class::Light,
            level: Experience::Intermediate,
            health: Health::default(),
            weak: Vec::new(),
            ladder: Ladder::NONE,
            sessions: Vec::new(),
        };
        let (mut class, mut said) = (None, None);
        let gear = Equipment::ALL.iter().copied().collect();
        let mut common = Common {
            gear,
            minutes: 20,
            class: Class::Light,
            warm_up: None,
            station: None,
            ramp_up: 0,
            hops: None,
        };
        for fact in facts.split_whitespace() {
            let (key, value) = fact.split_once('=').ok_or_else(|| format!("`{fact}` is not KEY=VALUE"))?;
            let unknown = || format!("`{value}` is not a value of `{key}`");
            match key {
                "season" => read.season = Season::builtin(Phase::parse(value).ok_or_else(unknown)?).clone(),
                "level" => read.level = Experience::parse(value).ok_or_else(unknown)?,
                "class" => class = Some(Class::parse(value).ok_or_else(unknown)?),
                "equipment" => {
                    let pieces = value.split(',').filter(|piece| *piece != "none");
                    common.gear = pieces
                        .map(|piece| Equipment::parse(piece).ok_or_else(unknown))
                        .collect::<Result<_, _>>()?;
                }
                "weak" => read.weak.push(WeakArea::parse(value).ok_or_else(unknown)?),
                "warm-up" => common.warm_up = Some(value.parse().map_err(|_| unknown())?),
                "station" => common.station = Some(value.parse().map_err(|_| unknown())?),
                "ramp-up" => common.ramp_up = value.parse().map_err(|_| unknown())?,
                "hops" => {
                    common.hops =
                        Some(parse_exercise(&format!("pogo-hops {value}"), Gear::NONE, Class::Light)?);
                }
                "minutes" => common.minutes = value.parse().map_err(|_| unknown())?,
                "pain" => {
                    let place = || PainPlace::parse(value).map(Pain::At).ok_or_else(unknown);
                    read.health.pain =
                        Some(value.parse().map_or_else(|_| place(), |hurts: bool| Ok(hurts.into()))?);
                }
                "pregnant" => read.health.pregnant = Some(value == "true"),
                "postpartum" => read.health.postpartum_weeks = Some(value.parse().map_err(|_| unknown())?),
                "week" => {
                    let week = value.parse().map_err(|_| unknown())?;
                    read.ladder = Ladder { week, weeks: 4, easy: week == 4, ..Ladder::NONE };
                }
                "says" => said = Some(value.split_once(':').ok_or_else(unknown)?),
                _ => return Err(format!("`{key}` is not known here")),
            }
        }
        read.class = class.unwrap_or(read.season.class);
        common.class = read.class;
        for session in sessions.split(" / ") {
            read.sessions.push(parse_session(session, &common)?);
        }
        if let (Some((id, text)), Some(last)) = (said, read.sessions.last_mut()) {
            let rules = [full_body_session::RULE.id, weak_area_block::RULE.id];
            let id =
                rules.into_iter().find(|rule| *rule == id).ok_or_else(|| format!("`{id}` says nothing"))?;
            Arc::make_mut(&mut last.workout).notes.push((id, text.replace('_', " ")));
        }
        Ok(read)
    }

    /// It as rules see it.
    #[must_use]
    pub fn training(&self) -> Training<'_> {
        Training {
            season: &self.season,
            class: self.class,
            level: self.level,
            health: self.health,
            weak: &self.weak,
            ladder: self.ladder,
            sessions: &self.sessions,
        }
    }
}

fn parse_session(text: &str, common: &Common) -> Result<GymSession, String> {
    let (head, exercises) = text.split_once(':').ok_or_else(|| format!("`{text}` has no colon"))?;
    let (kind, run) = head.trim().split_once('@').unwrap_or((head.trim(), "off"));
    let strength = match kind {
        "mobility" => Strength::None,
        _ => Strength::parse(kind)
            .filter(|kind| kind.any())
            .ok_or_else(|| format!("`{kind}` is no kind of session"))?,
    };
    let run = Run::parse(run).ok_or_else(|| format!("`{run}` is no run"))?;
    let mut blocks = Vec::new();
    for text in exercises.split(',').map(str::trim).filter(|text| !text.is_empty()) {
        let mut of = parse_exercise(text, common.gear, common.class)?;
        let part = match of.exercise.kind {
            Kind::Plyo => Part::Plyo,
            Kind::DoubleLeg | Kind::SingleLeg => Part::Main,
            Kind::CoreHold | Kind::CoreRep => Part::Core,
            Kind::Mobility | Kind::Stretch if strength == Strength::None => Part::Mobility,
            Kind::Mobility | Kind::Stretch => Part::CoolDown,
            _ => Part::Accessory,
        };
        if is_main(&of) {
            of.ramp_up = common.ramp_up;
        }
        let (form, exercises) = (Form::Straight, vec![of]);
        blocks.push(Block { part, form, exercises, given: None, pause: CHANGE_OVER, station: 0 });
    }
    let workout = Workout { slot: common.minutes, blocks, gear: common.gear, ..Workout::default() };
    let mut session = GymSession { strength, run, workout: Arc::new(workout) };
    if strength.any() {
        get_ready(&mut session, common);
    }
    Ok(session)
}

/// Gives a strength session its warm-up and the time to change between stations, as they are owed where nothing else is said.
fn get_ready(session: &mut GymSession, common: &Common) {
    let workout = Arc::make_mut(&mut session.workout);
    let owed: Vec<u32> = stations(workout).collect();
    for (at, (block, owed)) in workout.blocks.iter_mut().zip(owed).enumerate() {
        block.station = common.station.filter(|_| at > 0).unwrap_or(owed);
    }
    let class = if session.strength.legs() { common.class } else { common.class.min(Class::Moderate) };
    let owed = warm_up_seconds(class, common.minutes, session.run.is_run());
    let seconds = common.warm_up.unwrap_or(owed);
    if seconds > 0 {
        let exercises = common.hops.clone().into_iter().collect();
        let (part, form, given) = (Part::WarmUp, Form::Straight, Some(seconds));
        workout.blocks.insert(0, Block { part, form, exercises, given, pause: 0, station: 0 });
    }
}

/// `goblet-squat 3x6@80%rir2`: sets and repetitions or seconds, percent and reserve where they are said; `gentle` behind
/// them for a stretch.
fn parse_exercise(text: &str, gear: Gear, class: Class) -> Result<Prescribed, String> {
    let not = || format!("`{text}` is not `id SETSxREPS`");
    let (id, numbers) = text.split_once(' ').ok_or_else(not)?;
    let exercise: Chosen =
        Exercise::find(id, &[]).ok_or_else(|| format!("`{id}` is not an exercise"))?.into();
    let (numbers, gentle) =
        numbers.strip_suffix("gentle").map_or((numbers, false), |numbers| (numbers, true));
    let (numbers, rir) =
        numbers.split_once("rir").map_or((numbers, None), |(numbers, rir)| (numbers, rir.parse().ok()));
    let (numbers, percent) = numbers
        .split_once('@')
        .map_or((numbers, None), |(numbers, percent)| (numbers, percent.trim_end_matches('%').parse().ok()));
    let (sets, amount) = numbers.split_once('x').ok_or_else(not)?;
    let used = exercise.uses(gear).unwrap_or_default();
    let load = match class {
        _ if gentle => Load::Gentle,
        _ if !used.weights() => Load::BodyWeight,
        Class::Heavy => Load::Heavy,
        Class::Moderate => Load::Moderate,
        _ => Load::Light,
    };
    let amount = amount.parse().map_err(|_| not())?;
    let seconds = crate::exercise::workout::work(&exercise, amount, false);
    Ok(Prescribed {
        sets: sets.parse().map_err(|_| not())?,
        amount,
        rest: crate::exercise::workout::rest(&exercise, class),
        most: amount,
        load,
        percent,
        weight: None,
        rir,
        ramp_up: 0,
        seconds,
        exercise,
    })
}
