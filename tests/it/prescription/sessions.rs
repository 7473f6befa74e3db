//! Sessions that were sketched by hand: their parts, exercises and minutes.

use super::{profile, request, week};
use runplan::exercise::workout::{Part, Workout};
use runplan::exercise::{Gear, Kind, Movement};
use runplan::prescription::sessions;
use runplan::profile::{Equipment, WeakArea};
use runplan::rules;
use runplan::week::day::Day;
use runplan::week::phase::Phase;
use runplan::week::session::{Experience, Style};
use runplan::word::Word;

/// The first whole-body session of a week, at home of these things.
fn session(phase: Phase, minutes: u16, equipment: &[Equipment], day: Day) -> Workout {
    let gear: Gear = equipment.iter().copied().collect();
    let request = request(profile(phase, Style::Seasonal, Experience::Intermediate, gear.0, minutes), 0);
    let built = sessions(&rules::facts(&request), &week(), &[]);
    let of_day = built.into_iter().find(|built| built.day == day && built.session.strength.any());
    std::sync::Arc::unwrap_or_clone(of_day.expect("a session").session.workout)
}

fn tenths(workout: &Workout) -> f64 {
    f64::from(workout.seconds() / 6) / 10.0
}

#[test]
fn the_twenty_minutes_of_race_prep_are_three_rounds_of_four_with_hops_in_the_warm_up() {
    let workout = session(Phase::RacePrep, 20, &[Equipment::Dumbbell], Day::Mon);
    let parts: Vec<Part> = workout.blocks.iter().map(|block| block.part).collect();
    assert_eq!(parts, [Part::WarmUp, Part::Plyo, Part::Main]);
    let main = &workout.blocks[2];
    assert_eq!(main.rounds(), Some(3));
    let kinds: Vec<(Kind, Movement, u8)> =
        main.exercises.iter().map(|of| (of.exercise.kind, of.exercise.movement(), of.amount)).collect();
    let [hinge, knee, upper, core] = kinds[..] else { panic!("{kinds:?}") };
    assert_eq!(hinge, (Kind::SingleLeg, Movement::Hinge, 15));
    assert_eq!(knee, (Kind::SingleLeg, Movement::Knee, 15));
    assert_eq!((upper.0, upper.2), (Kind::Upper, 10));
    assert_eq!(core.1, Movement::Core);
    assert_eq!(main.exercises[0].exercise.pattern, "hinge");
    assert!((18.0..=20.0).contains(&tenths(&workout)), "{}", tenths(&workout));
}

#[test]
fn the_sketched_sessions_fit_their_minutes() {
    use Equipment::{Band, Bench, Dumbbell, Step};
    let all = [Dumbbell, Bench, Step, Band];
    for (phase, minutes, from, to) in [
        (Phase::OffSeason, 45, 42.0, 45.0),
        (Phase::Base, 40, 35.0, 40.0),
        (Phase::RacePrep, 30, 26.0, 30.0),
        (Phase::Recovery, 15, 11.0, 15.0),
    ] {
        let workout = session(phase, minutes, &all, Day::Wed);
        assert!((from..=to).contains(&tenths(&workout)), "{phase}: {}", tenths(&workout));
    }
    let upper = session(Phase::RacePrep, 20, &all, Day::Tue);
    assert!((16.5..=20.0).contains(&tenths(&upper)), "{}", tenths(&upper));
    let rounds = session(Phase::RacePrep, 30, &[Dumbbell], Day::Wed);
    let main = rounds.blocks.iter().find(|block| block.part == Part::Main).expect("rounds");
    assert_eq!(main.rounds(), Some(4));
    assert!(rounds.sets(Kind::Calf) == 2);
}

#[test]
fn a_weak_area_without_an_exercise_is_said() {
    let mut profile = profile(Phase::Base, Style::Seasonal, Experience::Intermediate, 0, 20);
    profile.strength.weak = Some(WeakArea::ALL.to_vec());
    let built = sessions(&rules::facts(&request(profile, 0)), &week(), &[]);
    let notes: Vec<&str> = built
        .iter()
        .flat_map(|built| &built.session.workout.notes)
        .filter(|(id, _)| *id == "weak-area-block")
        .map(|(_, note)| &**note)
        .collect();
    assert!(matches!(notes[..], [note] if note.starts_with("no room this week")), "{notes:?}");
}
