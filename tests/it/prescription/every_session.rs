//! Sessions of every season, style, experience, equipment, length, week of the block and layout keep every rule of training.

use super::{profile_with, request};
use chrono::Duration;
use proptest::prelude::*;
use runplan::exercise::Kind;
use runplan::facts::Facts;
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
use std::collections::BTreeMap;

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
const LAYOUTS: [&[Strength]; 7] = [
    &[Strength::Lower],
    &[Strength::Lower, Strength::Upper, Strength::Full],
    &[Strength::Full],
    &[Strength::Full, Strength::Full],
    &[Strength::Full, Strength::Upper],
    &[Strength::Full, Strength::Upper, Strength::Full],
    &[Strength::Full, Strength::Full, Strength::Full],
];

/// Minutes of a session.
const MINUTES: [u16; 12] = [15, 17, 20, 22, 25, 30, 35, 40, 45, 50, 55, 60];

/// The run of a day with strength.
const RUNS: [Run; 4] = [Run::Off, Run::Easy, Run::Speed, Run::Long];

/// Weeks of a block, the easy one last.
const WEEKS: [i64; 4] = [1, 2, 3, 4];

/// A week of these sessions every other day, each after a run or not, before mobility or not.
fn week(layout: &[Strength], run: Run, mobility: bool) -> Week {
    let mut week = [DayPlan::EMPTY; 7];
    for (at, strength) in layout.iter().enumerate() {
        week[at * 2] = DayPlan { run, strength: *strength, mobility, cross: false, ..DayPlan::EMPTY };
    }
    week
}

/// The sessions of a week.
fn built(request: &Request<'_>, week: &Week) -> Vec<GymSession> {
    let facts = rules::facts(request);
    sessions(&facts, week, request.exercises).into_iter().map(|DaySession { session, .. }| session).collect()
}

/// What is wrong with a session whatever the rules say.
fn faults_of(facts: &Facts<'_>, session: &GymSession, is_after_birth: bool) -> Vec<String> {
    let workout = &session.workout;
    let legs = workout.sets(Kind::DoubleLeg) + workout.sets(Kind::SingleLeg) > 0;
    let minutes = u32::from(workout.minutes());
    let is_empty = workout.blocks.is_empty();
    let is_true = minutes * 60 >= workout.seconds() && minutes * 60 < workout.seconds() + 5 * 60;
    let level = facts.limits.level;
    let wrong = [
        (is_empty && workout.notes.is_empty(), "no session, and no reason"),
        (is_empty && workout.slot >= 15, "no session in 15 minutes"),
        (workout.exercises().any(|(_, of)| of.sets == 0 || of.amount == 0), "nothing to do in an exercise"),
        (workout.exercises().any(|(_, of)| of.exercise.level > level), "an exercise above the experience"),
        (session.strength == Strength::Upper && legs && !is_after_birth, "leg work in an upper session"),
        (workout.minutes() > workout.slot, "more minutes than its slot"),
        (
            !is_empty && !is_true && workout.minutes() < workout.slot,
            "minutes that are not those of its blocks",
        ),
    ];
    wrong.iter().filter(|(wrong, _)| *wrong).map(|(_, what)| format!("every-session: {what}")).collect()
}

/// Every fault of a week's sessions, in words that begin with the rule.
fn faults(request: &Request<'_>, all: &[GymSession]) -> Vec<String> {
    let facts = rules::facts(request);
    let training = training(&facts, all);
    let mut faults = Vec::new();
    for rule in RULES {
        if let Check::Session(check) = rule.check {
            faults.extend(check(&training).into_iter().map(|fault| format!("{}: {fault}", rule.id)));
        }
    }
    faults.extend(all.iter().flat_map(|session| faults_of(&facts, session, training.is_after_birth())));
    faults
}

/// What is trained in the strength sessions: exercises with sets and repetitions.
fn trained(all: &[GymSession]) -> Vec<(String, u8, u8)> {
    let strength = all.iter().filter(|session| session.strength.any());
    let trained = strength.flat_map(|session| session.workout.trained());
    trained.map(|of| (of.exercise.id.to_string(), of.sets, of.amount)).collect()
}

/// What a week of a block does that the fullest week with the same sessions does not.
fn climbs_over(now: &[GymSession], fullest: &[GymSession]) -> Vec<String> {
    let (now, fullest) = (trained(now), trained(fullest));
    if !now.iter().map(|(id, ..)| id).eq(fullest.iter().map(|(id, ..)| id)) {
        return vec![format!("ladder: {now:?} in a block of {fullest:?}")];
    }
    let more = now.iter().zip(&fullest).filter(|(now, full)| now.1 > full.1 || now.2 > full.2);
    more.map(|(now, full)| format!("ladder: {now:?}, more than {full:?} in a fuller week")).collect()
}

/// The faults by the rule that they begin with: how many, and the first ones.
fn by_rule(broken: &[(String, String)]) -> String {
    let mut rules: BTreeMap<&str, Vec<&(String, String)>> = BTreeMap::new();
    for of in broken {
        rules.entry(of.0.split(':').next().unwrap_or_default()).or_default().push(of);
    }
    let shown = |(rule, all): (&&str, &Vec<&(String, String)>)| {
        format!("{} of {rule}: {:#?}", all.len(), &all[..all.len().min(5)])
    };
    rules.iter().map(shown).collect::<Vec<_>>().join("\n")
}

/// A number in `0..end` that has nothing to do with the order in which combinations are tried.
fn mixed(turn: u32, end: usize) -> usize {
    turn.wrapping_mul(0x9E37_79B1).rotate_left(13).wrapping_mul(0x85EB_CA6B) as usize % end
}

#[test]
fn every_cheap_combination_keeps_every_rule() {
    let (mut tried, mut broken) = (0_u32, Vec::new());
    for phase in Phase::ALL {
        for style in Style::ALL {
            for level in Experience::ALL {
                for equipment in EQUIPMENT {
                    for minutes in MINUTES {
                        for layout in LAYOUTS {
                            // What stands beside the sessions goes through all that there is.
                            let run = RUNS[mixed(tried, RUNS.len())];
                            let mobility = mixed(tried + 1, 2) == 0;
                            let planned = week(layout, run, mobility);
                            let mut profile = profile_with(*phase, *level, equipment, minutes);
                            profile.strength.style = Some(*style);
                            // `request` counts from the easy week of a block.
                            let weeks = WEEKS.map(|weeks| request(profile.clone(), weeks));
                            let sessions = weeks.each_ref().map(|request| built(request, &planned));
                            let mut add = |week: usize, faults: Vec<String>| {
                                let what = format!(
                                    "{phase} {style} {level} {minutes} {equipment:?} {layout:?} {run} {mobility}, week {}",
                                    WEEKS[week]
                                );
                                broken.extend(faults.into_iter().map(|fault| (fault, what.clone())));
                            };
                            for (week, request) in weeks.iter().enumerate() {
                                add(week, faults(request, &sessions[week]));
                                // A single leg session is A and B from week to week.
                                let is_alternating =
                                    planned.iter().filter(|day| day.strength.legs()).count() == 1;
                                let fullest = if is_alternating && week % 2 == 1 { 1 } else { 2 };
                                add(week, climbs_over(&sessions[week], &sessions[fullest]));
                            }
                            tried += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(broken.is_empty(), "{} faults:\n{}", broken.len(), by_rule(&broken));
    assert_eq!(tried, 6 * 2 * 3 * 10 * 12 * 7);
}

#[test]
fn the_next_block_has_other_exercises() {
    for phase in [Phase::OffSeason, Phase::Base, Phase::RacePrep] {
        for level in Experience::ALL {
            for equipment in EQUIPMENT {
                for minutes in [15, 20, 30, 45] {
                    let of = |weeks: i64| {
                        let request = request(profile_with(phase, *level, equipment, minutes), weeks);
                        let all = trained(&built(&request, &week(LAYOUTS[1], Run::Off, true)));
                        all.into_iter().map(|(id, ..)| id).collect::<Vec<_>>()
                    };
                    assert_ne!(of(3), of(5), "{phase} {level} {equipment:?} {minutes}");
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
    (pain, prop::option::weighted(0.2, 0u16..30), prop::option::weighted(0.2, any::<bool>())).prop_map(
        |(pain, postpartum_weeks, pregnant)| {
            // One or the other.
            Health { pain, postpartum_weeks, pregnant: pregnant.filter(|_| postpartum_weeks.is_none()) }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn health_age_weak_areas_plans_and_any_week_keep_every_rule(
        season in (0usize..6, 0usize..2, 0usize..3),
        equipment in prop::sample::subsequence(Equipment::ALL.to_vec(), 0..=Equipment::ALL.len()),
        minutes in 5u16..130,
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
        profile.race = race.map(|days| Race::new(MONDAY + Duration::days(days), None));
        profile.plan.start = started.map(|ago| MONDAY + Duration::weeks(weeks - ago));
        let request = request(profile, weeks);
        let class = rules::facts(&request).limits.class;
        if health.hurts() || health.pregnant == Some(true) {
            prop_assert!(class <= Class::Light);
        }
        let faults = faults(&request, &built(&request, &week(LAYOUTS[layout], run, mobility)));
        prop_assert!(faults.is_empty(), "{phase} {style} {level} {minutes} {equipment:?} {:?} {:?}: {:#?}", request.profile.strength.weak, request.profile.health, faults);
    }
}
