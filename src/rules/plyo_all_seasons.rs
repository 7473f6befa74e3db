//! Plyometrics: when, how many, how hard.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::workout::{Part, Workout};
use crate::exercise::{Intensity, Kind};
use crate::rules::session_exercises::most_exercises;
use crate::rules::training::{GymSession, Training};
use crate::week::phase::Phase;
use crate::week::session::{Class, Experience};

/// Minutes up to which they are hops in the warm-up.
pub(crate) const HOPS_TO_MINUTES: u16 = 20;
/// Sets and contacts of hops in the warm-up.
pub(crate) const HOPS: [u8; 2] = [2, 10];
/// Seconds that two sets of hops take with their rests, the way there and the way to the first lift.
const ROOM: u32 = 150;

pub(super) const RULE: Rule = Rule {
    id: "plyo-all-seasons",
    summary: "plyometrics in the week's first leg sessions of every season but race week and recovery, where there is room, never above \
              the season's contacts; in 20 minutes 2 times 10 hops in the warm-up, half of that in an easy week; on a day with a speed \
              or long run and for novices only low ones, high ones only for the advanced in off-season and base; none with pain, in \
              pregnancy or early after a birth",
    rationale: "they train for the impact of running; fewer contacts than for jumpers, since runners have so many already",
    source: "article S49, S50, S51; the contacts are ours, about half of what is quoted for jumpers; the exceptions are ours",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("minutes in which they are hops", HOPS_TO_MINUTES as u32),
        ("sets", HOPS[0] as u32),
        ("hops", HOPS[1] as u32),
    ]),
    check: Check::Session(faults),
    breaks: &[
        "full: pogo-hops 5x20 ; minutes=30",
        "full: pogo-hops 2x10 ; minutes=20",
        "full: step-up 3x15 ; hops=2x10 minutes=20 week=4",
        "full: step-up 3x15 ; hops=3x10 minutes=20",
        "full@speed: squat-jump 3x5 ; minutes=30",
        "full: squat-jump 3x5 ; minutes=30 level=novice",
        "full: drop-jump 3x4 ; minutes=30",
        "full: step-up 3x15 ; minutes=30",
        "full: step-up 3x15 ; minutes=20",
        "full: pogo-hops 2x10 / full: pogo-hops 2x10 / full: pogo-hops 2x10 ; minutes=30",
        "upper: pogo-hops 2x10 ; minutes=30",
        "full: pogo-hops 2x10 ; minutes=30 pain=true",
        "full: pogo-hops 2x10 ; minutes=30 pain=knee",
        "full: pogo-hops 2x10 ; minutes=30 pregnant=true",
    ],
    keeps: &[
        "full@speed: pogo-hops 2x10 ; minutes=30",
        "full: squat-jump 3x5 ; minutes=30",
        "full: pogo-hops 3x20 ; minutes=30",
        "full: step-up 3x15 ; hops=2x10 minutes=20",
        "full: step-up 3x15 ; hops=2x5 minutes=20 week=4",
        "full: step-up 3x15 ; minutes=30 week=1",
        "full: step-up 3x15, single-leg-rdl 3x15 ; minutes=12 pain=true",
        "full: pogo-hops 2x10 / full: pogo-hops 2x10 / full: step-up 3x15 ; minutes=30",
        "full: drop-jump 3x4 ; minutes=30 season=base level=advanced",
        "full: step-up 3x15 ; season=recovery",
    ],
};

/// Contacts at most, and the hardest that a session on this day may have.
fn most(training: &Training<'_>, session: &GymSession) -> (u32, Intensity) {
    let (season, health) = (training.season, training.health);
    let none = health.hurts() || health.pregnant == Some(true) || training.is_after_birth();
    let contacts = season.plyo_contacts[training.level as usize].into();
    let is_early_season = matches!(season.phase, Phase::OffSeason | Phase::Base);
    let hardest = match training.level {
        _ if session.run.is_key() => Intensity::Low,
        Experience::Novice => Intensity::Low,
        Experience::Advanced if is_early_season => Intensity::High,
        Experience::Intermediate | Experience::Advanced => Intensity::Medium,
    };
    let is_none = none || training.class == Class::Activation || training.ladder.ramp_in == 1;
    (if is_none { 0 } else { contacts }, if training.ladder.ramp_in > 0 { Intensity::Low } else { hardest })
}

/// Whether a session has room for two sets of hops more, in minutes and number of exercises.
fn has_room(training: &Training<'_>, workout: &Workout) -> bool {
    // A session that is eased this week was composed fuller than it stands.
    let is_whole = !training.ladder.is_eased();
    let has_minutes = workout.seconds() + ROOM <= u32::from(workout.slot) * 60;
    let has_number = workout.trained().count() < most_exercises(workout.slot, training.level);
    workout.slot <= HOPS_TO_MINUTES || is_whole && has_minutes && has_number
}

/// What is wrong with the hops of a session that is too short for a block of them.
fn hops_faults(training: &Training<'_>, workout: &Workout) -> Vec<String> {
    let [sets, contacts] = HOPS;
    let is_halved = training.ladder.ramp_in > 0 || training.ladder.week > 0 && training.ladder.easy;
    let contacts = if is_halved { contacts / 2 } else { contacts };
    let all = workout.exercises().filter(|(_, of)| of.exercise.kind == Kind::Plyo);
    let wrong = all.filter(|(part, of)| *part != Part::WarmUp || (of.sets, of.amount) != (sets, contacts));
    wrong
        .map(|(_, of)| format!("{} × {} {} in a short session", of.sets, of.amount, of.exercise.name))
        .collect()
}

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut legs = 0;
    for session in training.strength() {
        let workout = &session.workout;
        let contacts = workout.contacts();
        let (allowed, limit) = most(training, session);
        if contacts > allowed {
            faults.push(format!("{contacts} contacts; {allowed} are the most"));
        }
        let hardest = workout.exercises().filter_map(|(_, of)| of.exercise.intensity).max();
        if hardest > Some(limit) {
            faults.push(format!("plyometrics above {limit} intensity"));
        }
        if workout.slot <= HOPS_TO_MINUTES {
            faults.extend(hops_faults(training, workout));
        }
        let is_turn = session.strength.legs() && legs < usize::from(training.season.plyo_sessions);
        if contacts > 0 && !is_turn {
            faults.push("plyometrics beyond the week's first leg sessions".to_owned());
        }
        if contacts == 0 && is_turn && allowed > 0 && has_room(training, workout) {
            faults.push("no plyometrics in one of the week's first leg sessions".to_owned());
        }
        legs += usize::from(session.strength.legs());
    }
    faults
}
