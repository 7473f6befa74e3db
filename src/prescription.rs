//! What to do in the sessions of a chosen week: exercises with sets, repetitions and load, by fixed rules, never searched.
//!
//! Pure and deterministic: the same week gives the same sessions. Nothing is prescribed that the runner does not have.

mod dose;
mod fill;
mod full;
mod mobility;
mod pick;
mod upper;

use crate::day::Day;
use crate::exercise::{Exercise, Gear, Intensity};
use crate::facts::Facts;
use crate::phase::Phase;
use crate::profile::{Equipment, WeakArea};
use crate::rules::EARLY_POSTPARTUM_WEEKS;
use crate::season::{Season, Side};
use crate::session::{Class, Experience, Run, Strength, Style};
use crate::training::{GymSession, Training};
use crate::week::Week;
use crate::word::Word;
use chrono::NaiveDate;

/// Weeks after which the exercises of the main slots change: not every week, since progress needs repetition (practice).
pub const ROTATION_WEEKS: i64 = 4;
/// The Monday from which weeks are counted.
const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date");

/// A session of the week with its exercises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    /// The day.
    pub day: Day,
    /// The session.
    pub session: GymSession,
}

/// The sessions as the rules of training see them.
#[must_use]
pub fn training<'a>(facts: &Facts<'a>, sessions: &'a [GymSession]) -> Training<'a> {
    Training {
        season: facts.season,
        class: facts.limits.class,
        level: facts.limits.level,
        health: facts.profile.health,
        weak: facts.profile.strength.weak.as_deref().unwrap_or_default(),
        sessions,
    }
}

/// The sessions of a week, strength first, each in the order of the days.
#[must_use]
pub fn sessions(facts: &Facts<'_>, week: &Week, own: &[Exercise]) -> Vec<Built> {
    let mut built = Vec::with_capacity(6);
    let strength: Vec<Day> = days(week, |day| day.strength.any());
    let (mut legs, mut count) = (0, 0);
    for day in &strength {
        let plan = week[day.index()];
        let room = Room::new(facts, *day, plan.run, own, Place { legs, count, of: strength.len() });
        let workout = if plan.strength.legs() { full::workout(&room) } else { upper::workout(&room) };
        let session = GymSession { strength: plan.strength, run: plan.run, workout };
        built.push(Built { day: *day, session });
        legs += usize::from(plan.strength.legs());
        count += 1;
    }
    for (count, day) in days(week, |day| day.mobility).into_iter().enumerate() {
        let run = week[day.index()].run;
        let room = Room::new(facts, day, run, own, Place { legs: 0, count, of: 1 });
        let workout = mobility::workout(&room, facts.limits.mobility_minutes);
        built.push(Built { day, session: GymSession { strength: Strength::None, run, workout } });
    }
    built
}

fn days(week: &Week, wanted: impl Fn(crate::week::DayPlan) -> bool) -> Vec<Day> {
    Day::ALL.iter().copied().filter(|day| wanted(week[day.index()])).collect()
}

/// A session's place among those of its week.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Leg sessions before it.
    legs: usize,
    /// Sessions before it.
    count: usize,
    /// Sessions of the week.
    of: usize,
}

/// What is at hand and used: activation leaves the weights where they are.
fn gear(equipment: &[Equipment], class: Class) -> Gear {
    let weights = [Equipment::Barbell, Equipment::Dumbbell, Equipment::Kettlebell];
    equipment.iter().copied().filter(|piece| class != Class::Activation || !weights.contains(piece)).collect()
}

/// What a session takes care of beyond the load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Care {
    None,
    EarlyPostpartum,
    Pregnant,
}

/// All that a session is made from.
struct Room<'a> {
    season: &'a Season,
    /// The season whose doses count: a lighter one where health asks for it.
    doses: &'a Season,
    class: Class,
    level: Experience,
    gear: Gear,
    /// Everything that this runner can do here, in the order of the catalogue.
    possible: Vec<&'a Exercise>,
    weak: &'a [WeakArea],
    /// Seconds of the slot.
    slot: u32,
    minutes: u16,
    run: Run,
    place: Place,
    /// Blocks of [`ROTATION_WEEKS`] since the epoch.
    rotation: usize,
    /// Sessions since the epoch, as if every week had as many as this.
    running: usize,
    /// The hardest plyometrics that are allowed; `None` for none.
    plyo: Option<Intensity>,
    /// Plyometric contacts at most.
    contacts: u32,
    care: Care,
    /// Whether the main lifts are those of `maintain-heavy`.
    maintain: bool,
}

impl<'a> Room<'a> {
    fn new(facts: &Facts<'a>, day: Day, run: Run, own: &'a [Exercise], place: Place) -> Self {
        let (profile, season, limits) = (facts.profile, facts.season, &facts.limits);
        let health = &profile.health;
        let maintain = profile.strength.style == Some(Style::MaintainHeavy)
            && season.maintain_heavy.as_ref().is_some_and(|heavy| heavy.class == limits.class);
        let doses = match limits.class {
            Class::Activation if season.class != Class::Activation => Season::builtin(Phase::Recovery),
            Class::Light if season.class > Class::Light => Season::builtin(Phase::Taper),
            _ => season,
        };
        let gear = gear(profile.equipment(day).unwrap_or_default(), limits.class);
        let can = |exercise: &&Exercise| exercise.level <= limits.level && exercise.uses(gear).is_some();
        let possible = Exercise::catalogue().iter().chain(own).filter(can).collect();
        let weeks = (facts.monday - EPOCH).num_weeks();
        let count = |number: i64| usize::try_from(number).unwrap_or(0);
        let pregnant = health.pregnant == Some(true);
        let early = health.postpartum_weeks.is_some_and(|weeks| weeks < EARLY_POSTPARTUM_WEEKS);
        let still = health.pain == Some(true) || pregnant || early || limits.class == Class::Activation;
        let plyo = if still || place.legs >= usize::from(season.plyo_sessions) {
            None
        } else if run.is_key() || limits.level == Experience::Novice {
            Some(Intensity::Low)
        } else if limits.level == Experience::Advanced
            && matches!(season.phase, Phase::OffSeason | Phase::Base)
        {
            Some(Intensity::High)
        } else {
            Some(Intensity::Medium)
        };
        Self {
            season,
            doses,
            class: limits.class,
            level: limits.level,
            gear,
            possible,
            weak: profile.strength.weak.as_deref().unwrap_or_default(),
            slot: u32::from(limits.strength_minutes) * 60,
            minutes: limits.strength_minutes,
            run,
            place,
            rotation: count(weeks.div_euclid(ROTATION_WEEKS).max(0)),
            running: count(weeks.max(0)) * place.of + place.count,
            plyo,
            contacts: season.plyo_contacts[limits.level as usize].into(),
            care: match (pregnant, early) {
                (true, _) => Care::Pregnant,
                (false, true) => Care::EarlyPostpartum,
                (false, false) => Care::None,
            },
            maintain,
        }
    }

    /// Whether health made strength lighter than the season has it: then there is no more of it than there has to be.
    fn spared(&self) -> bool {
        !std::ptr::eq(self.doses, self.season)
    }

    /// Which kind of leg work leads in the season.
    fn leads(&self) -> Side {
        match self.season.share {
            _ if self.class == Class::Activation => Side::Double,
            _ if !self.gear.weights() => Side::Single,
            Some(share) => share.side,
            None => Side::Both,
        }
    }
}
