//! Sessions of every season, style, experience, equipment and length keep every rule of training.

use super::{profile, request, week};
use crate::random_profiles;
use chrono::Duration;
use proptest::prelude::*;
use runplan::exercise::workout::Workout;
use runplan::exercise::{Gear, Kind};
use runplan::facts::request::Request;
use runplan::prescription::{DaySession, sessions, training};
use runplan::profile::{Equipment, Health, WeakArea};
use runplan::rules::training::{GymSession, core_work, is_main};
use runplan::rules::{self, Check, MONDAY, RULES};
use runplan::week::phase::Phase;
use runplan::week::race::Race;
use runplan::week::session::{Class, Experience, Strength, Style};
use runplan::word::Word;

/// Every fault of a week's sessions, in words.
fn faults(request: &Request<'_>) -> Vec<String> {
    let facts = rules::facts(request);
    let built = sessions(&facts, &week(), request.exercises);
    let all: Vec<GymSession> = built.into_iter().map(|DaySession { session, .. }| session).collect();
    let training = training(&facts, &all);
    let mut faults = Vec::new();
    for rule in RULES {
        if let Check::Session(check) = rule.check {
            faults.extend(check(&training).into_iter().map(|fault| format!("{}: {fault}", rule.id)));
        }
    }
    for session in &all {
        let workout = &session.workout;
        if workout.blocks.is_empty() && workout.notes.is_empty() {
            faults.push("no session, and no reason".to_owned());
        }
        if workout.exercises().any(|(_, of)| of.sets == 0 || of.amount == 0) {
            faults.push("nothing to do in an exercise".to_owned());
        }
        if workout.exercises().any(|(_, of)| of.exercise.level > facts.limits.level) {
            faults.push("an exercise above the runner's experience".to_owned());
        }
        let legs = |workout: &Workout| workout.sets(Kind::DoubleLeg) + workout.sets(Kind::SingleLeg) > 0;
        if session.strength == Strength::Upper && legs(workout) {
            faults.push("leg work in an upper session".to_owned());
        }
    }
    faults
}

#[test]
fn a_gym_is_every_piece() {
    let named: Gear = [Equipment::Gym].into_iter().collect();
    assert_eq!(named, Gear::GYM);
    let pieces = Equipment::ALL.iter().filter(|piece| **piece != Equipment::Gym);
    assert!(named.pieces().eq(pieces.copied()), "{:?}", named.pieces().collect::<Vec<_>>());
    let [mut gym, mut all] =
        [0, Gear::GYM.0].map(|gear| profile(Phase::Base, Style::Seasonal, Experience::Advanced, gear, 45));
    gym.strength.equipment = Some(vec![Equipment::Gym, Equipment::Band]);
    let [gym, all] = [&mut gym, &mut all].map(|profile| {
        let request = request(profile.clone(), 0);
        sessions(&rules::facts(&request), &week(), &[])
            .into_iter()
            .map(|of| of.session.workout)
            .collect::<Vec<_>>()
    });
    assert_eq!(gym, all, "and no less with a piece beside it");
}

/// Some of the areas, another choice for each number; all five for 30.
fn weak_areas(number: u16) -> Vec<WeakArea> {
    let bits = number % 31 + 1;
    WeakArea::ALL.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, area)| *area).collect()
}

#[test]
fn every_season_style_experience_equipment_and_length_keeps_every_rule() {
    let (mut tried, mut broken) = (0, Vec::new());
    for phase in Phase::ALL {
        for style in Style::ALL {
            for level in Experience::ALL {
                for gear in 0..128 {
                    for minutes in (15..=60).step_by(5) {
                        let mut profile = profile(*phase, *style, *level, gear, minutes);
                        let pieces: Vec<Equipment> = Gear(gear).pieces().collect();
                        for weak in [Vec::new(), weak_areas(gear + minutes)] {
                            if weak.is_empty() || matches!(phase, Phase::OffSeason | Phase::Base) {
                                profile.strength.weak = Some(weak.clone());
                                let faults = faults(&request(profile.clone(), i64::from(gear)));
                                let what = format!("{phase} {style} {level} {minutes} {pieces:?} {weak:?}");
                                broken.extend(faults.into_iter().map(|fault| format!("{what}: {fault}")));
                                tried += 1;
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(broken.is_empty(), "{} faults, such as {:#?}", broken.len(), &broken[..broken.len().min(20)]);
    assert_eq!(tried, (6 + 2) * 2 * 3 * 128 * 10);
}

fn health() -> impl Strategy<Value = Health> {
    (prop::option::of(random_profiles::pain()), prop::option::of(0u16..30), any::<Option<bool>>())
        .prop_map(|(pain, postpartum_weeks, pregnant)| Health { pain, postpartum_weeks, pregnant })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn health_age_weak_areas_and_any_week_keep_every_rule(
        season in (0usize..6, 0usize..2, 0usize..3),
        gear in 0u16..=Gear::GYM.0,
        minutes in 5u16..130,
        health in health(),
        age in prop::option::of(12u8..80),
        weak in prop::sample::subsequence(WeakArea::ALL.to_vec(), 0..=5),
        weeks in 0i64..200,
        race in prop::option::of(-10i64..60),
    ) {
        let (phase, style, level) = season;
        let mut profile = profile(Phase::ALL[phase], Style::ALL[style], Experience::ALL[level], gear, minutes);
        profile.health = health;
        profile.age = age;
        profile.strength.weak = Some(weak);
        profile.race = race.map(|days| Race { date: MONDAY + Duration::days(days), distance: None });
        let request = request(profile, weeks);
        let class = rules::facts(&request).limits.class;
        if health.hurts() || health.pregnant == Some(true) {
            prop_assert!(class <= Class::Light);
        }
        let faults = faults(&request);
        prop_assert!(faults.is_empty(), "{phase} {style} {level} {minutes} {gear} {:?} {:?}: {:#?}", request.profile.strength.weak, request.profile.health, faults);
    }
}

/// Ids of what a session trains and `wanted` holds for.
fn ids(workout: &Workout, wanted: impl Fn(&runplan::exercise::workout::Prescribed) -> bool) -> Vec<String> {
    workout.trained().filter(|of| wanted(of)).map(|of| of.exercise.id.to_string()).collect()
}

#[test]
fn core_work_changes_over_the_end_of_a_week_and_a_second_leg_session_is_no_copy() {
    let (mut repeats, mut copies, mut pairs) = (Vec::new(), Vec::new(), 0);
    for phase in [Phase::OffSeason, Phase::Base, Phase::RacePrep] {
        for level in Experience::ALL {
            for gear in 0..128 {
                for minutes in [20, 30, 45] {
                    let strength = |weeks: i64| -> Vec<GymSession> {
                        let profile = profile(phase, Style::Seasonal, *level, gear, minutes);
                        let built = sessions(&rules::facts(&request(profile, weeks)), &week(), &[]);
                        let all = built.into_iter().map(|built| built.session);
                        all.filter(|session| session.strength.any() && !session.workout.blocks.is_empty())
                            .collect()
                    };
                    let weeks = [strength(1), strength(2)];
                    let what =
                        format!("{phase} {level} {:?} {minutes}", Gear(gear).pieces().collect::<Vec<_>>());
                    if let (Some(last), Some(first)) = (weeks[0].last(), weeks[1].first()) {
                        let core = |session: &GymSession| -> Vec<String> {
                            core_work(&session.workout).map(|of| of.exercise.id.to_string()).collect()
                        };
                        let (last, first) = (core(last), core(first));
                        let again = first.iter().filter(|id| last.contains(id)).count();
                        if again >= first.len().min(last.len()).clamp(1, 2) {
                            repeats.push(format!("{what}: {last:?} {first:?}"));
                        }
                    }
                    let legs: Vec<Vec<String>> = weeks[0]
                        .iter()
                        .filter(|session| session.strength.legs())
                        .map(|session| {
                            let mut ids = ids(&session.workout, is_main);
                            // Two in another order are the same two; of more the first ones lead.
                            if ids.len() == 2 {
                                ids.sort_unstable();
                            }
                            ids
                        })
                        .collect();
                    for pair in legs.windows(2) {
                        pairs += 1;
                        if pair[0] == pair[1] {
                            copies.push(format!("{what}: {pair:?}"));
                        }
                    }
                }
            }
        }
    }
    assert!(repeats.is_empty(), "{} repeat, such as {:#?}", repeats.len(), &repeats[..repeats.len().min(10)]);
    assert!(
        copies.is_empty(),
        "{} of {pairs} are copies, such as {:#?}",
        copies.len(),
        &copies[..copies.len().min(10)]
    );
}

/// Leg exercises with their sets, session by session.
fn leg_work(phase: Phase, level: Experience, gear: u16, minutes: u16, weeks: i64) -> Vec<Vec<(String, u8)>> {
    let profile = profile(phase, Style::Seasonal, level, gear, minutes);
    let built = sessions(&rules::facts(&request(profile, weeks)), &week(), &[]);
    let legs = built.iter().filter(|built| built.session.strength.legs());
    let of_session = |built: &DaySession| {
        let main = built.session.workout.trained().filter(|of| is_main(of));
        main.map(|of| (of.exercise.id.to_string(), of.sets)).collect()
    };
    legs.map(of_session).collect()
}

#[test]
fn leg_work_stays_set_for_set_for_four_weeks() {
    for phase in [Phase::OffSeason, Phase::Base, Phase::RacePrep] {
        for level in Experience::ALL {
            for gear in 0..128 {
                for minutes in [20, 30, 40, 45] {
                    // MONDAY is the last week of its four.
                    let first = leg_work(phase, *level, gear, minutes, 1);
                    for weeks in 2..=4 {
                        let later = leg_work(phase, *level, gear, minutes, weeks);
                        assert_eq!(first, later, "{phase} {level} {gear} {minutes}, week {weeks}");
                    }
                }
            }
        }
    }
}

#[test]
fn leg_work_changes_after_four_weeks() {
    let gear: Gear = [Equipment::Dumbbell, Equipment::Bench].into_iter().collect();
    let of = |weeks: i64| leg_work(Phase::Base, Experience::Intermediate, gear.0, 40, weeks);
    assert_ne!(of(1), of(5));
}

#[test]
fn with_everything_at_hand_the_usual_minutes_of_a_season_are_filled() {
    let everything: Gear = Equipment::ALL.iter().copied().collect();
    for phase in Phase::ALL {
        let [from, to] = runplan::season::Season::builtin(*phase).minutes_usual;
        for minutes in (from..=to).step_by(5) {
            for level in Experience::ALL {
                let request = request(profile(*phase, Style::Seasonal, *level, everything.0, minutes), 0);
                for built in sessions(&rules::facts(&request), &week(), &[]) {
                    let notes = &built.session.workout.notes;
                    let short =
                        built.session.strength.legs() && notes.iter().any(|(id, _)| *id == "session-minutes");
                    assert!(!short, "{phase} {level} {minutes}: {notes:?}");
                }
            }
        }
    }
}
