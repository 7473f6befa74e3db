//! What rules that only warn say, and when.

use super::seen;
use runplan::rules::{self, Known, Rule, Seen, Warning};
use runplan::week::load::Load;

fn warnings(id: &str, line: &str) -> Vec<Warning> {
    let (_, check) = rules::find(id).and_then(Rule::warns).unwrap_or_else(|| panic!("{id} warns"));
    seen(line, |request, example| {
        let load = Load::default();
        check(&Seen {
            facts: &rules::facts(request),
            week: &example.week,
            load: &load,
            known: Known::PLANNED,
        })
    })
}

#[test]
fn adjacent_key_runs_are_named_with_their_days() {
    for (line, messages) in [
        ("- - - - - speed long", &["key runs on Saturday and Sunday"][..]),
        ("speed - - - - - long", &["key runs on Sunday and Monday"]),
        ("speed - - - - - long season=recovery", &[]),
        (
            "- speed speed long - - -",
            &["key runs on Tuesday and Wednesday", "key runs on Wednesday and Thursday"],
        ),
    ] {
        let found = warnings("key-runs-adjacent", line);
        assert_eq!(found.iter().map(|warning| &*warning.message).collect::<Vec<_>>(), messages, "{line}");
    }
}

#[test]
fn the_share_of_the_long_run_is_a_note_to_marathon_runners() {
    for (facts, notes) in [
        ("", &[false][..]),
        ("race=+90 race.distance=half", &[false]),
        ("race=+90 race.distance=marathon", &[true]),
        ("race=+90 race.distance=ultra", &[]),
    ] {
        let found = warnings("long-run-share", &format!("- easy30 - - - - long120 {facts}"));
        assert_eq!(found.iter().map(|warning| warning.note).collect::<Vec<_>>(), notes, "{facts}");
    }
}

#[test]
fn days_without_weights_are_named_where_others_have_them() {
    let said = |facts: &str| {
        let found = warnings("no-weights", &format!("full - full - - - - {facts}"));
        found.into_iter().map(|warning| warning.message).collect::<Vec<_>>()
    };
    let gym = "strength.at.wed=gym places.gym.equipment=barbell";
    assert_eq!(
        said(&format!("strength.equipment=band {gym}")),
        ["no weights or machines on Monday, so body weight or a band's pull there"]
    );
    assert_eq!(
        said("strength.equipment=band"),
        ["no weights or machines, so the main lifts are body weight or a band's pull"]
    );
    assert_eq!(said(gym), ["planned without equipment"]);
    assert!(said("strength.equipment=kettlebell").is_empty());
}
