//! A week's sessions in the gym as rules see them, and sessions in one line: how rules show what breaks and what keeps them.
//!
//! Sessions stand apart by ` / `; each is `full`, `upper` or `mobility`, with `@speed` or `@long` behind it for the run of
//! its day, then its exercises after a colon: `pogo-hops 2x10, single-leg-rdl 3x15, front-plank 3x30`. Then ` ; ` and facts
//! as `key=value`: `warm-up` and `station` in seconds, `season`, `level`, `equipment`, `weak`, `minutes`, `pain=true` or `pain=knee`, `pregnant=true`.

use crate::exercise::workout::{Block, CHANGE_OVER, Form, Load, Part, Prescribed, Workout};
use crate::exercise::{Chosen, Exercise, Gear, Kind, Movement};
use crate::facts::ladder::Ladder;
use crate::profile::{Equipment, Health, Pain, PainPlace, WeakArea};
use crate::season::Season;
use crate::week::phase::Phase;
use crate::week::session::{Class, Experience, Run, Strength};
use crate::word::Word;
use std::sync::Arc;

/// A session of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GymSession {
    /// What kind of strength; none for mobility.
    pub strength: Strength,
    /// The run of its day.
    pub run: Run,
    /// The exercises.
    pub workout: Arc<Workout>,
}

/// A week's sessions and what they were made for.
#[derive(Clone, Copy, Debug)]
pub struct Training<'a> {
    /// The season.
    pub season: &'a Season,
    /// How heavy strength is.
    pub class: Class,
    /// Experience in the gym.
    pub level: Experience,
    /// Health matters.
    pub health: Health,
    /// Declared weak areas.
    pub weak: &'a [WeakArea],
    /// Where the week stands on the ladder of strength.
    pub ladder: Ladder,
    /// The sessions, in the order of the days, strength before mobility.
    pub sessions: &'a [GymSession],
}

impl<'a> Training<'a> {
    /// The whole-body sessions that hold anything.
    pub fn full(&self) -> impl Iterator<Item = &'a Workout> {
        let full = self.sessions.iter().filter(|session| session.strength.legs());
        full.map(|session| &*session.workout).filter(|workout| !workout.blocks.is_empty())
    }

    /// All strength sessions that hold anything.
    pub fn strength(&self) -> impl Iterator<Item = &'a GymSession> {
        self.sessions.iter().filter(|session| session.strength.any() && !session.workout.blocks.is_empty())
    }

    /// Every exercise of the strength sessions that is trained.
    pub fn trained(&self) -> impl Iterator<Item = &'a Prescribed> {
        self.strength().flat_map(|session| session.workout.trained())
    }

    /// Whether the sessions are those of the first weeks after a birth.
    #[must_use]
    pub fn is_after_birth(&self) -> bool {
        self.health.is_early_postpartum()
    }

    /// Whether weights are at hand in every session.
    #[must_use]
    pub fn weights(&self) -> bool {
        self.strength().all(|session| session.workout.gear.weights())
    }
}

/// Whether an exercise is loaded with a barbell, dumbbell or kettlebell.
#[must_use]
pub const fn is_loaded(of: &Prescribed) -> bool {
    matches!(of.load, Load::Light | Load::Moderate | Load::Heavy)
}

/// Whether a main lift: leg work on one leg or both.
#[must_use]
pub fn is_main(of: &Prescribed) -> bool {
    matches!(of.exercise.kind, Kind::DoubleLeg | Kind::SingleLeg)
}

/// The core work of a session, without the back extension that stands in for a pull where the only one is a raise that
/// needs nothing.
pub fn core_work(workout: &Workout) -> impl Iterator<Item = &Prescribed> {
    let stands_in = pulls_bare(workout);
    let core = |of: &&Prescribed| of.exercise.movement() == Movement::Core;
    workout.trained().filter(core).filter(move |of| !(stands_in && of.exercise.pattern == "extension"))
}

/// Whether a session pulls, but only with exercises that need nothing.
#[must_use]
pub fn pulls_bare(workout: &Workout) -> bool {
    let mut pulls = workout.trained().filter(|of| of.exercise.movement() == Movement::Pull).peekable();
    pulls.peek().is_some() && pulls.all(|of| of.exercise.equipment.is_empty())
}

/// How many exercises of a movement a session trains.
#[must_use]
pub fn count(workout: &Workout, movement: Movement) -> usize {
    workout.trained().filter(|of| of.exercise.movement() == movement).count()
}

/// Sessions of one line, with their facts.
#[derive(Clone, Debug)]
pub struct Line {
    season: Season,
    class: Class,
    level: Experience,
    health: Health,
    weak: Vec<WeakArea>,
    sessions: Vec<GymSession>,
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
            sessions: Vec::new(),
        };
        let mut gear: Gear = Equipment::ALL.iter().copied().collect();
        let (mut minutes, mut class, mut warm_up, mut station) = (20, None, None, 0);
        for fact in facts.split_whitespace() {
            let (key, value) = fact.split_once('=').ok_or_else(|| format!("`{fact}` is not KEY=VALUE"))?;
            let unknown = || format!("`{value}` is not a value of `{key}`");
            match key {
                "season" => read.season = Season::builtin(Phase::parse(value).ok_or_else(unknown)?).clone(),
                "level" => read.level = Experience::parse(value).ok_or_else(unknown)?,
                "class" => class = Some(Class::parse(value).ok_or_else(unknown)?),
                "equipment" => {
                    let pieces = value.split(',').filter(|piece| *piece != "none");
                    gear = pieces
                        .map(|piece| Equipment::parse(piece).ok_or_else(unknown))
                        .collect::<Result<_, _>>()?;
                }
                "weak" => read.weak.push(WeakArea::parse(value).ok_or_else(unknown)?),
                "warm-up" => warm_up = Some(value.parse().map_err(|_| unknown())?),
                "station" => station = value.parse().map_err(|_| unknown())?,
                "minutes" => minutes = value.parse().map_err(|_| unknown())?,
                "pain" => {
                    let place = || PainPlace::parse(value).map(Pain::At).ok_or_else(unknown);
                    read.health.pain =
                        Some(value.parse().map_or_else(|_| place(), |hurts: bool| Ok(hurts.into()))?);
                }
                "pregnant" => read.health.pregnant = Some(value == "true"),
                _ => return Err(format!("`{key}` is not known here")),
            }
        }
        read.class = class.unwrap_or(read.season.class);
        for session in sessions.split(" / ") {
            let mut session = parse_session(session, gear, minutes, read.class)?;
            let workout = Arc::make_mut(&mut session.workout);
            workout.blocks.iter_mut().for_each(|block| block.station = station);
            if let Some(given) = warm_up {
                let (form, exercises) = (Form::Straight, Vec::new());
                let block =
                    Block { part: Part::WarmUp, form, exercises, given: Some(given), pause: 0, station: 0 };
                workout.blocks.insert(0, block);
            }
            read.sessions.push(session);
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
            ladder: Ladder::NONE,
            sessions: &self.sessions,
        }
    }
}

fn parse_session(text: &str, gear: Gear, minutes: u16, class: Class) -> Result<GymSession, String> {
    let (head, exercises) = text.split_once(':').ok_or_else(|| format!("`{text}` has no colon"))?;
    let (kind, run) = head.trim().split_once('@').unwrap_or((head.trim(), "off"));
    let strength = match kind {
        "full" => Strength::Full,
        "upper" => Strength::Upper,
        "mobility" => Strength::None,
        _ => return Err(format!("`{kind}` is no kind of session")),
    };
    let run = Run::parse(run).ok_or_else(|| format!("`{run}` is no run"))?;
    let mut blocks = Vec::new();
    for text in exercises.split(',').map(str::trim).filter(|text| !text.is_empty()) {
        let of = parse_exercise(text, gear, class)?;
        let part = match of.exercise.kind {
            Kind::Plyo => Part::Plyo,
            Kind::DoubleLeg | Kind::SingleLeg => Part::Main,
            Kind::CoreHold | Kind::CoreRep => Part::Core,
            Kind::Mobility | Kind::Stretch if strength == Strength::None => Part::Mobility,
            Kind::Mobility | Kind::Stretch => Part::CoolDown,
            _ => Part::Accessory,
        };
        let (form, exercises) = (Form::Straight, vec![of]);
        blocks.push(Block { part, form, exercises, given: None, pause: CHANGE_OVER, station: 0 });
    }
    let workout = Arc::new(Workout { slot: minutes, blocks, gear, ..Workout::default() });
    Ok(GymSession { strength, run, workout })
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
