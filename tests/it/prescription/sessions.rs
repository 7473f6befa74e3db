//! What a session says of what it cannot hold, and what it leaves out.

use super::{profile_with, request};
use runplan::exercise::workout::{Load, Workout};
use runplan::exercise::{Exercise, Movement};
use runplan::facts::course::Course;
use runplan::prescription::sessions;
use runplan::profile::{Equipment, Pain, PainPlace, Profile, WeakArea};
use runplan::rules;
use runplan::rules::training::is_main;
use runplan::week::phase::Phase;
use runplan::week::session::{Class, Experience, Run, Strength};
use runplan::week::{DayPlan, Week};
use runplan::word::Word;

/// The strength sessions of a week with two for the whole body.
fn workouts(profile: Profile) -> Vec<Workout> {
    let mut week: Week = [DayPlan::EMPTY; 7];
    for day in [0, 3] {
        week[day] = DayPlan { run: Run::Off, strength: Strength::Full, mobility: true, ..DayPlan::EMPTY };
    }
    let request = request(profile, 3);
    let built = sessions(&rules::facts(&request), &week, &[]);
    let strength = built.into_iter().filter(|built| built.session.strength.any());
    strength.map(|built| std::sync::Arc::unwrap_or_clone(built.session.workout)).collect()
}

fn intermediate(phase: Phase, equipment: &[Equipment], minutes: u16) -> Profile {
    profile_with(phase, Experience::Intermediate, equipment, minutes)
}

/// The notes of all sessions with this rule.
fn notes(all: &[Workout], rule: &str) -> Vec<String> {
    let notes = all.iter().flat_map(|workout| &workout.notes);
    notes.filter(|(id, _)| *id == rule).map(|(_, text)| text.clone()).collect()
}

/// Exercises of a movement in the sessions.
fn of_movement(all: &[Workout], movement: Movement) -> Vec<&Exercise> {
    let trained = all.iter().flat_map(Workout::trained);
    trained.map(|of| &*of.exercise).filter(|of| of.movement() == movement).collect()
}

#[test]
fn a_weak_area_without_an_exercise_is_said() {
    let mut profile = intermediate(Phase::Base, &[], 20);
    profile.strength.weak = Some(WeakArea::ALL.to_vec());
    let all = workouts(profile);
    assert!(matches!(&notes(&all, "weak-area-block")[..], [note] if note.starts_with("no room this week")));
}

#[test]
fn fifteen_minutes_of_race_prep_say_that_three_sets_need_twenty() {
    let all = workouts(intermediate(Phase::RacePrep, &[Equipment::Dumbbell], 15));
    assert_eq!(all.iter().map(|workout| workout.trained().count()).collect::<Vec<_>>(), [4, 4]);
    assert_eq!(notes(&all, "single-leg-dose").len(), 2);
    assert!(
        of_movement(&all[..1], Movement::Core).len() == 1
            && of_movement(&all[1..], Movement::Core).is_empty()
    );
    let longer = workouts(intermediate(Phase::RacePrep, &[Equipment::Dumbbell], 20));
    assert!(notes(&longer, "single-leg-dose").is_empty());
}

#[test]
fn what_the_runner_leaves_out_never_comes_and_an_empty_movement_is_said() {
    let mut profile = intermediate(Phase::RacePrep, &[Equipment::Dumbbell], 20);
    profile.strength.avoid = Some(vec!["lunge".to_owned(), "kickstand-rdl".to_owned()]);
    let all = workouts(profile.clone());
    let trained = || all.iter().flat_map(Workout::trained);
    assert!(trained().all(|of| of.exercise.pattern != "lunge" && of.exercise.id != "kickstand-rdl"));
    assert!(notes(&all, "full-body-session").is_empty());
    let every_calf = ["calf", "soleus"].map(str::to_owned);
    profile.strength.avoid = Some(every_calf.to_vec());
    let all = workouts(profile);
    let said = notes(&all, "full-body-session");
    assert_eq!(said, ["without a calf raise: you leave all of them out"; 2]);
}

#[test]
fn a_painful_place_is_spared_and_something_else_comes() {
    for place in [PainPlace::Knee, PainPlace::Achilles, PainPlace::Back, PainPlace::Hip, PainPlace::Foot] {
        let mut profile = intermediate(Phase::Base, &[Equipment::Dumbbell, Equipment::Step], 40);
        profile.health.pain = Some(Pain::At(place));
        let all = workouts(profile);
        assert!(all.iter().all(|workout| workout.contacts() == 0), "{place}: no plyometrics");
        let ids: Vec<&str> = all.iter().flat_map(Workout::trained).map(|of| &*of.exercise.id).collect();
        let spared: &[&str] = match place {
            PainPlace::Knee => &["lateral-lunge", "split-squat", "bulgarian-split-squat", "forward-lunge"],
            PainPlace::Achilles => &["single-leg-calf-raise", "soleus-raise", "standing-calf-raise"],
            PainPlace::Back => &["dumbbell-deadlift", "romanian-deadlift", "kickstand-rdl", "superman"],
            _ => &["lateral-lunge", "walking-lunge"],
        };
        assert!(ids.iter().all(|id| !spared.contains(id)), "{place}: {ids:?}");
        for movement in [Movement::Knee, Movement::Hinge, Movement::Core] {
            assert!(!of_movement(&all, movement).is_empty(), "{place}: something for the {movement}");
        }
    }
}

#[test]
fn after_a_birth_there_are_no_planks_and_twenty_minutes_at_most() {
    for minutes in [15, 20, 40] {
        let mut profile = intermediate(Phase::Base, &[Equipment::Dumbbell], minutes);
        profile.health.postpartum_weeks = Some(8);
        for workout in workouts(profile) {
            let ids: Vec<&str> = workout.exercises().map(|(_, of)| &*of.exercise.id).collect();
            for owed in [
                "pelvic-floor-contractions",
                "glute-bridge",
                "sit-to-stand",
                "side-lying-leg-raise",
                "brisk-walk",
            ] {
                assert!(ids.contains(&owed), "{minutes}: {owed} in {ids:?}");
            }
            assert!(!ids.iter().any(|id| id.contains("plank")), "{ids:?}");
            assert!((10 * 60..=20 * 60).contains(&workout.seconds()), "{minutes}: {}", workout.seconds());
        }
    }
}

#[test]
fn back_from_a_race_a_block_ends_with_its_easy_week() {
    let mut profile = intermediate(Phase::Base, &[Equipment::Dumbbell], 20);
    // `request` counts weeks from a Monday; the race is on the Sunday 20 weeks later.
    let date = rules::MONDAY + chrono::Duration::days(20 * 7 + 6);
    profile.race = Some(runplan::week::race::Race::new(date, None));
    let ladder = |weeks: i64| rules::facts(&request(profile.clone(), weeks)).ladder();
    let all: Vec<_> = (0..20).map(ladder).collect();
    let easy: Vec<usize> = (0..20).filter(|at| all[*at].easy).collect();
    assert!(easy.len() >= 4, "{easy:?}");
    for at in easy.into_iter().filter(|at| *at > 0) {
        assert_eq!(all[at].block, all[at - 1].block, "the easy week ends its block");
        assert_ne!(all[at].block, all[at + 1].block, "then another begins");
        assert_eq!(all[at + 1].week, 1);
    }
}

#[test]
fn a_novice_gets_used_to_strength_and_the_ladder_goes_on_from_its_first_week() {
    let mut profile = profile_with(Phase::Base, Experience::Novice, &[], 40);
    profile.plan.start = Some(rules::MONDAY);
    let week: Week = std::array::from_fn(|day| DayPlan {
        strength: if day % 3 == 0 { Strength::Full } else { Strength::None },
        ..DayPlan::EMPTY
    });
    let course = |step: u16| Course {
        block: [u16::from(step > 0), step],
        phase: (step > 0).then_some(Phase::Base),
        ..Course::START
    };
    let of = |weeks: u16| {
        let asked = request(profile.clone(), i64::from(weeks)).with_course(course(weeks));
        let facts = rules::facts(&asked);
        let first = sessions(&facts, &week, &[]).swap_remove(0).session.workout;
        let lift = first.trained().find(|of| is_main(of)).cloned().expect("a lift");
        (facts.ladder(), facts.limits.class, first.contacts(), lift)
    };
    let [first, second, third] = [of(0), of(1), of(2)];
    assert_eq!([first.0.week, second.0.week, third.0.week], [1, 1, 2]);
    assert_eq!([first.0.ramp_in, second.0.ramp_in, third.0.ramp_in], [1, 2, 0]);
    assert_eq!([first.1, second.1, third.1], [Class::Light, Class::Light, Class::Moderate]);
    assert_eq!([first.2, second.2, third.2], [0, 14, 30], "no hops, half of them, all");
    for lift in [&first.3, &second.3, &third.3] {
        assert_eq!((lift.load, lift.sets), (Load::Slow, 2), "the numbers stay");
    }
    assert!(first.3.rir > third.3.rir && first.3.amount < third.3.amount);
}
