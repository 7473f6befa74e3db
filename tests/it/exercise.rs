//! The catalogue of exercises.

use runplan::exercise::{Exercise, Origin};

#[test]
fn the_catalogue_keeps_what_it_promises() {
    let all = Exercise::catalogue();
    assert_eq!(all.len(), 104);
    let of_article: Vec<&str> = all
        .iter()
        .filter(|exercise| exercise.origin == Origin::Article)
        .map(|exercise| &*exercise.id)
        .collect();
    assert_eq!(of_article.len(), 7, "{of_article:?}");
    for exercise in all {
        assert!((40..=100).contains(&exercise.cue.chars().count()), "{}: {}", exercise.id, exercise.cue);
        assert!(!exercise.cue.ends_with('.') && exercise.short.chars().count() <= 22, "{}", exercise.id);
        for word in ["injur", "prevent", "safe", "heal"] {
            assert!(!exercise.cue.contains(word), "{}: {word}", exercise.id);
        }
    }
}

#[test]
fn a_bar_makes_a_heavy_lift_and_a_plate_does_not() {
    let heavy = |id: &str| Exercise::find(id, &[]).expect("an exercise").can_be_heavy();
    for id in ["barbell-back-squat", "box-squat", "trap-bar-deadlift", "barbell-hip-thrust", "leg-press"] {
        assert!(heavy(id), "{id}");
    }
    for id in ["goblet-squat", "loaded-glute-bridge", "step-up", "air-squat", "inverted-row", "cable-row"] {
        assert!(!heavy(id), "{id}");
    }
}

#[test]
fn what_is_held_counts_seconds_and_the_pelvic_floor_counts() {
    let held = |id: &str| Exercise::find(id, &[]).expect("an exercise").is_held();
    assert!(["calf-raise-hold", "belly-breathing", "brisk-walk", "front-plank"].into_iter().all(held));
    assert!(!held("pelvic-floor-contractions") && !held("bent-knee-calf-raise"));
}
