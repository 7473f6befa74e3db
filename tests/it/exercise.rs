//! The catalogue of exercises.

use runplan::exercise::{Exercise, Origin};

#[test]
fn the_catalogue_keeps_what_it_promises() {
    let all = Exercise::catalogue();
    assert_eq!(all.len(), 79);
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
