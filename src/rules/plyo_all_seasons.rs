//! Plyometrics: when, how many, how hard.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Intensity;
use crate::rules::session_exercises::most_exercises;
use crate::rules::training::Training;
use crate::week::phase::Phase;
use crate::week::session::{Class, Experience};

/// Minutes up to which they are hops in the warm-up.
pub(crate) const HOPS_TO_MINUTES: u16 = 20;
/// Seconds that two sets of hops take with their rests, the way there and the way to the first lift.
const ROOM: u32 = 150;

pub(super) const RULE: Rule = Rule {
    id: "plyo-all-seasons",
    summary: "plyometrics in the week's first leg sessions of every season but race week and recovery, never above the season's contacts; on a day with a speed or long run only low ones, high ones only for the advanced in off-season and base; none with pain, in pregnancy or early after a birth",
    rationale: "they train for the impact of running; fewer contacts than for jumpers, since runners have so many already",
    source: "article S49, S50, S51; the contacts are ours, about half of what is quoted for jumpers; the exceptions are ours",
    grade: Some(Grade::C),
    limit: Limit::Key("plyo.contacts"),
    check: Check::Session(faults),
    breaks: &[
        "full: pogo-hops 5x20 ; minutes=20",
        "full@speed: squat-jump 3x5",
        "full: drop-jump 3x4",
        "full: step-up 3x15 ; minutes=30",
        "full: pogo-hops 2x10 ; pain=true",
        "full: pogo-hops 2x10 ; pain=knee",
    ],
    keeps: &[
        "full@speed: pogo-hops 2x10",
        "full: squat-jump 3x5",
        "full: pogo-hops 3x20",
        "full: pogo-hops 2x10 / full: pogo-hops 2x10 / full: step-up 3x15 ; minutes=30",
        "full: drop-jump 3x4 ; season=base level=advanced",
        "full: step-up 3x15 ; season=recovery",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    let season = training.season;
    let most = u32::from(season.plyo_contacts[training.level as usize]);
    let early = training.health.is_early_postpartum();
    let none = training.health.hurts() || training.health.pregnant == Some(true) || early;
    let high =
        training.level == Experience::Advanced && matches!(season.phase, Phase::OffSeason | Phase::Base);
    let mut legs = 0;
    for session in training.strength() {
        let workout = &session.workout;
        let contacts = workout.contacts();
        let allowed = if none || training.class == Class::Activation { 0 } else { most };
        if contacts > allowed {
            faults.push(format!("{contacts} contacts; {allowed} are the most"));
        }
        let hardest = workout.trained().filter_map(|of| of.exercise.intensity).max();
        let limit = match () {
            () if session.run.is_key() => Intensity::Low,
            () if high => Intensity::High,
            () => Intensity::Medium,
        };
        if hardest > Some(limit) {
            faults.push(format!("plyometrics above {limit} intensity"));
        }
        if session.strength.legs() {
            let has_room = workout.slot <= HOPS_TO_MINUTES
                || workout.seconds() + ROOM <= u32::from(workout.slot) * 60
                    && workout.trained().count() < most_exercises(workout.slot, training.level);
            // In the first week of getting used to strength there are none; a session that is easy now was full.
            let climbs = training.ladder.ramp_in != 1
                && (workout.slot <= HOPS_TO_MINUTES || !training.ladder.is_eased());
            let wanted = legs < usize::from(season.plyo_sessions) && allowed > 0 && has_room && climbs;
            if wanted && contacts == 0 {
                faults.push("no plyometrics in one of the week's first leg sessions".to_owned());
            }
            legs += 1;
        }
    }
    faults
}
