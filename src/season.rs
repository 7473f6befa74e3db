//! A season as data: every number that a season sets, read from one TOML file.
//!
//! The six built-in seasons are files under `plans/`, compiled in so that no week has to wait for one to be parsed. A
//! runner's own file has the same form; what it leaves out is taken from the built-in season of its phase.

mod builtin;
pub mod read;

use crate::profile::Keep;
use crate::week::phase::Phase;
use crate::week::session::{Class, Experience, Style};
use crate::word::words;
use std::borrow::Cow;

/// The numbers of a season.
#[derive(Clone, Debug, PartialEq)]
pub struct Season {
    /// Its name, as `--season` takes it.
    pub name: Cow<'static, str>,
    /// Which of the six it is, or is built on.
    pub phase: Phase,
    /// One line on what it is for.
    pub summary: Cow<'static, str>,
    /// Usual run days a week, from and to.
    pub runs_usual: [u8; 2],
    /// Run days that it lets stand.
    pub runs_keep: Keep,
    /// Speed days at most before a warning.
    pub speed_max: u8,
    /// Run minutes in percent of the declared ones.
    pub volume: u16,
    /// The same before a known marathon or ultra: the week before the race's week, and earlier weeks.
    pub volume_before_marathon: Option<[u16; 2]>,
    /// Strength sessions a week: what it aims for, and above what a runner's own target gets a warning.
    pub strength_target: u8,
    /// See `strength_target`.
    pub strength_max: u8,
    /// Leg sessions a week: soft minimum and hard maximum.
    pub legs_min: u8,
    /// See `legs_min`.
    pub legs_max: u8,
    /// Minutes of a strength session.
    pub minutes: u16,
    /// Usual minutes of a strength session, from and to.
    pub minutes_usual: [u16; 2],
    /// Weeks for which the exercises of a session stay, since progress needs repetition.
    pub rotation_weeks: u8,
    /// How heavy strength is.
    pub class: Class,
    /// Schemes of the main lifts.
    pub lifts: Cow<'static, [Lift]>,
    /// What the style `maintain-heavy` makes of the season, where it does anything.
    pub maintain_heavy: Option<MaintainHeavy>,
    /// Sets and repetitions of each kind of exercise, in the order in which [`DoseKind`] names them; where there is
    /// none the main lifts say it, or the kind is not placed.
    pub doses: [Option<Dose>; DoseKind::COUNT],
    /// The share of single-leg or double-leg work, where one leads.
    pub share: Option<Share>,
    /// Plyometric sessions a week.
    pub plyo_sessions: u8,
    /// Plyometric contacts a session, by experience.
    pub plyo_contacts: [u8; 3],
    /// Minutes of core work in every strength session, from and to.
    pub core_minutes: [u16; 2],
    /// Mobility sessions a week.
    pub mobility_sessions: u8,
    /// Minutes of a mobility session.
    pub mobility_minutes: u16,
    /// Full rest days: hard minimum.
    pub rest_min: u8,
    /// Full rest days: target.
    pub rest_target: u8,
    /// Usual maximum of hard days, by experience; a race comes on top.
    pub hard_days: [u8; 3],
}

/// Sets, repetitions and load of a main lift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lift {
    /// For whom; empty is everyone.
    pub levels: Cow<'static, [Experience]>,
    /// Sets, from and to.
    pub sets: [u8; 2],
    /// Repetitions, from and to.
    pub reps: [u8; 2],
    /// Percent of 1RM, from and to; `None` is by feel.
    pub percent: Option<[u8; 2]>,
    /// Repetitions in reserve, at least.
    pub rir: Option<u8>,
    /// Repetitions in reserve, at most, where it is a range.
    pub rir_max: Option<u8>,
    /// Whether repetitions count for each leg.
    pub per_side: bool,
    /// Whether it is body weight only.
    pub body_weight: bool,
}

words! {
    /// What a dose is for.
    DoseKind("kind of dose") {
        /// Leg work on both legs.
        DoubleLeg = "double-leg",
        /// Leg work on one leg.
        SingleLeg = "single-leg",
        /// Calf and shin.
        Calf = "calf",
        /// Upper body.
        Upper = "upper",
        /// Core work that is held.
        CoreHold = "core-hold",
        /// Core work in repetitions.
        CoreRep = "core-rep",
        /// Soft plyometrics.
        PlyoLow = "plyo-low",
        /// Jumps.
        PlyoMedium = "plyo-medium",
        /// Hops on one leg and drop jumps.
        PlyoHigh = "plyo-high",
        /// The muscles of the foot.
        Foot = "foot",
        /// Small exercises for weak areas.
        Prehab = "prehab",
        /// Moving through a range.
        Mobility = "mobility",
        /// Held stretches.
        Stretch = "stretch",
        /// The main lifts without weights.
        BodyWeight = "body-weight",
        /// Leg work on both legs with dumbbells, a kettlebell or a band.
        Weights = "weights",
    }
}

impl DoseKind {
    /// How many there are.
    pub const COUNT: usize = 15;

    /// What its sets are counted in.
    #[must_use]
    pub const fn amount(self) -> &'static str {
        if matches!(self, Self::CoreHold | Self::Stretch) { "seconds" } else { "reps" }
    }
}

/// Sets and repetitions of a kind of exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dose {
    /// Sets, from and to.
    pub sets: [u8; 2],
    /// Repetitions (plyometrics: contacts), or seconds of a hold, from and to; for each side where there are sides.
    pub amount: [u8; 2],
    /// Percent of 1RM, from and to; `None` is by feel.
    pub percent: Option<[u8; 2]>,
    /// Repetitions in reserve, at least.
    pub rir: Option<u8>,
}

/// The style that keeps heavy sets until the taper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaintainHeavy {
    /// Load class.
    pub class: Class,
    /// Leg sessions at most.
    pub legs_max: u8,
    /// Main lifts.
    pub lift: Lift,
    /// Main lifts on one leg, where there is nothing to lift heavy with.
    pub single: Option<Lift>,
    /// Minutes of a strength session, where they are others than the season's.
    pub minutes: Option<u16>,
}

words! {
    /// Which kind of leg work leads.
    Side("side") {
        /// One leg at a time.
        Single = "single",
        /// Both legs at once.
        Double = "double",
        /// Neither leads: each has at least the share.
        Both = "both",
    }
}

/// The least share of a week's knee and hinge sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Which kind it is about.
    pub side: Side,
    /// Percent, 0 to 100.
    pub percent: u8,
}

impl Season {
    /// Whether it is the time for weak areas: races are a long way out (S53).
    #[must_use]
    pub const fn targets_weak_areas(&self) -> bool {
        matches!(self.phase, Phase::OffSeason | Phase::Base)
    }

    /// What a style makes of the season, where it does anything.
    #[must_use]
    pub fn styled(&self, style: Option<Style>) -> Option<&MaintainHeavy> {
        self.maintain_heavy.as_ref().filter(|_| style == Some(Style::MaintainHeavy))
    }

    /// The dose of a kind, where the season has one.
    #[must_use]
    pub const fn dose(&self, kind: DoseKind) -> Option<Dose> {
        self.doses[kind as usize]
    }
}
