//! Sessions of every season, style, experience, equipment, length, week of the block and layout keep every rule of training.

use super::{profile_with, request};
use chrono::Duration;
use proptest::prelude::*;
use runplan::exercise::Kind;
use runplan::exercise::workout::Workout;
use runplan::facts::request::Request;
use runplan::prescription::{DaySession, sessions, training};
use runplan::profile::Equipment::{self, Band, Barbell, Bench, Dumbbell, Gym, Kettlebell, PullUpBar, Step};
use runplan::profile::{Health, Pain, PainPlace, WeakArea};
use runplan::rules::training::{GymSession, is_main};
use runplan::rules::{self, Check, MONDAY, RULES};
use runplan::week::phase::Phase;
use runplan::week::race::Race;
use runplan::week::session::{Class, Experience, Run, Strength, Style};
use runplan::week::{DayPlan, Week};
use runplan::word::Word;

/// Things at hand, a set each.
const EQUIPMENT: [&[Equipment]; 10] = [
    &[],
    &[Band],
    &[Dumbbell],
    &[Kettlebell],
    &[Dumbbell, Band, Bench],
    &[Barbell],
    &[Barbell, Bench],
    &[Gym],
    &[PullUpBar, Band],
    &[Step],
];

/// Strength sessions of a week.
const LAYOUTS: [&[Strength]; 5] = [
    &[Strength::Full],
    &[Strength::Full, Strength::Full],
    &[Strength::Full, Strength::Upper],
    &[Strength::Full, Strength::Upper, Strength::Full],
    &[Strength::Full, Strength::Full, Strength::Full],
];

/// A week of these sessions every other day, each after a run or not, before mobility or not.
fn week(layout: &[Strength], run: Run, mobility: bool) -> Week {
    let mut week = [DayPlan::EMPTY; 7];
    for (at, strength) in layout.iter().enumerate() {
        week[at * 2] = DayPlan { run, strength: *strength, mobility, cross: false };
    }
    week
}

/// The sessions of a week.
fn built(request: &Request<'_>, week: &Week) -> Vec<GymSession> {
    let facts = rules::facts(request);
    sessions(&facts, week, request.exercises).into_iter().map(|DaySession { session, .. }| session).collect()
}

/// Every fault of a week's sessions, in words.
fn faults(request: &Request<'_>, week: &Week) -> Vec<String> {
    let facts = rules::facts(request);
    let all = built(request, week);
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
        let legs = workout.sets(Kind::DoubleLeg) + workout.sets(Kind::SingleLeg) > 0;
        if session.strength == Strength::Upper && legs && !training.is_after_birth() {
            faults.push("leg work in an upper session".to_owned());
        }
        let minutes = u32::from(workout.minutes());
        if minutes * 60 < workout.seconds() || workout.minutes() > workout.slot {
            faults.push(format!("{minutes} minutes for {} seconds in {}", workout.seconds(), workout.slot));
        }
    }
    faults
}

/// What is trained in a session: exercises with sets and seconds of a set.
fn trained(workout: &Workout) -> Vec<(String, u8, u32)> {
    workout.trained().map(|of| (of.exercise.id.to_string(), of.sets, of.seconds)).collect()
}

#[test]
fn every_cheap_combination_keeps_every_rule() {
    let (mut tried, mut broken) = (0_usize, Vec::new());
    let mut turn = 0_usize;
    for phase in Phase::ALL {
        for style in Style::ALL {
            for level in Experience::ALL {
                for equipment in EQUIPMENT {
                    for minutes in [15, 17, 20, 22, 25, 30, 35, 40, 45, 50, 55, 60] {
                        for layout in LAYOUTS {
                            // What stands beside a session and the week of the block go through all their values.
                            turn += 1;
                            let run = [Run::Off, Run::Easy, Run::Speed][turn % 3];
                            let week = week(layout, run, turn.is_multiple_of(2));
                            let mut profile = profile_with(*phase, *level, equipment, minutes);
                            profile.strength.style = Some(*style);
                            let request = request(profile, i64::try_from(turn % 7).expect("small"));
                            let found = faults(&request, &week);
                            let names: Vec<&str> = equipment.iter().map(|piece| piece.id()).collect();
                            let what = format!(
                                "{phase} {style} {level} {minutes} {names:?} {layout:?} {run} {turn}"
                            );
                            broken.extend(found.into_iter().map(|fault| format!("{what}: {fault}")));
                            tried += 1;
                        }
                    }
                }
            }
        }
    }
    let of_rule = |rule: &&runplan::rules::Rule| -> Option<String> {
        let mut of: Vec<&String> =
            broken.iter().filter(|fault| fault.contains(&format!(": {}: ", rule.id))).collect();
        let count = of.len();
        of.truncate(6);
        (count > 0).then(|| format!("{count} of {}: {of:#?}", rule.id))
    };
    let told: Vec<String> = RULES.iter().filter_map(of_rule).collect();
    assert!(broken.is_empty(), "{} faults: {}; {:?}", broken.len(), told.join("\n"), broken.last());
    assert_eq!(tried, 6 * 2 * 3 * 10 * 12 * 5);
}

#[test]
fn the_weeks_of_a_block_have_the_same_exercises_and_none_more_than_the_third() {
    for phase in [Phase::OffSeason, Phase::Base, Phase::RacePrep] {
        for level in Experience::ALL {
            for equipment in EQUIPMENT {
                for minutes in [15, 20, 30, 45] {
                    let week = week(LAYOUTS[1], Run::Off, true);
                    let of = |weeks: i64| -> Vec<Vec<(String, u8, u32)>> {
                        let request = request(profile_with(phase, *level, equipment, minutes), weeks);
                        let all = built(&request, &week);
                        all.iter().filter(|of| of.strength.any()).map(|of| trained(&of.workout)).collect()
                    };
                    // `request` counts from the easy week of a block.
                    let third = of(3);
                    for weeks in [1, 2, 4] {
                        let now = of(weeks);
                        let ids = |all: &[Vec<(String, u8, u32)>]| -> Vec<String> {
                            all.iter().flatten().map(|(id, ..)| id.clone()).collect()
                        };
                        assert_eq!(
                            ids(&now),
                            ids(&third),
                            "{phase} {level} {equipment:?} {minutes}, week {weeks}"
                        );
                        for (now, third) in now.iter().flatten().zip(third.iter().flatten()) {
                            assert!(
                                now.1 <= third.1 && now.2 <= third.2,
                                "{phase} {level} {now:?} {third:?}"
                            );
                        }
                    }
                    assert_ne!(
                        of(5),
                        third,
                        "{phase} {level} {equipment:?} {minutes}: the next block is another"
                    );
                }
            }
        }
    }
}

#[test]
fn the_easy_week_halves_the_sets_and_no_week_falls_under_two() {
    let week = week(LAYOUTS[1], Run::Off, true);
    let of = |weeks: i64| {
        let request = request(profile_with(Phase::OffSeason, Experience::Intermediate, &[Gym], 60), weeks);
        let all = built(&request, &week);
        all.iter().flat_map(|of| of.workout.trained().cloned().collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    let (third, easy) = (of(3), of(4));
    assert!(third.iter().any(|of| of.sets == 4), "the room of an hour is used");
    for (third, easy) in third.iter().zip(&easy).filter(|(third, _)| is_main(third)) {
        assert_eq!(easy.sets, third.sets.div_ceil(2).max(2), "{}", third.exercise.name);
        assert_eq!(easy.rir, third.rir.map(|rir| rir + 1), "{}", third.exercise.name);
    }
}

fn health() -> impl Strategy<Value = Health> {
    let pain = prop_oneof![
        3 => Just(None),
        1 => Just(Some(Pain::Somewhere)),
        3 => prop::sample::select(PainPlace::ALL.to_vec()).prop_map(|place| Some(Pain::At(place))),
    ];
    (pain, prop::option::weighted(0.2, 0u16..30), prop::option::weighted(0.2, any::<bool>()))
        .prop_map(|(pain, postpartum_weeks, pregnant)| Health { pain, postpartum_weeks, pregnant })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn health_age_weak_areas_plans_and_any_week_keep_every_rule(
        season in (0usize..6, 0usize..2, 0usize..3),
        equipment in prop::sample::subsequence(Equipment::ALL.to_vec(), 0..=Equipment::ALL.len()),
        minutes in 15u16..90,
        health in health(),
        age in prop::option::of(12u8..80),
        weak in prop::sample::subsequence(WeakArea::ALL.to_vec(), 0..=5),
        weeks in 0i64..200,
        race in prop::option::of(-10i64..60),
        started in prop::option::of(0i64..6),
        layout in 0usize..5,
        run in prop::sample::select(vec![Run::Off, Run::Easy, Run::Speed, Run::Long]),
        mobility in any::<bool>(),
    ) {
        let (phase, style, level) = season;
        let mut profile = profile_with(Phase::ALL[phase], Experience::ALL[level], &equipment, minutes);
        profile.strength.style = Some(Style::ALL[style]);
        profile.health = health;
        profile.age = age;
        profile.strength.weak = Some(weak);
        profile.race = race.map(|days| Race { date: MONDAY + Duration::days(days), distance: None });
        profile.plan.start = started.map(|ago| MONDAY + Duration::weeks(weeks - ago));
        let request = request(profile, weeks);
        let class = rules::facts(&request).limits.class;
        if health.hurts() || health.pregnant == Some(true) {
            prop_assert!(class <= Class::Light);
        }
        let faults = faults(&request, &week(LAYOUTS[layout], run, mobility));
        prop_assert!(faults.is_empty(), "{phase} {style} {level} {minutes} {equipment:?} {:?} {:?}: {:#?}", request.profile.strength.weak, request.profile.health, faults);
    }
}
