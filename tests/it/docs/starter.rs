//! The starter profile: what was answered is read back, and every example counts once its mark is gone.

use runplan::docs::starter::{self, profile};
use runplan::input::document;
use runplan::profile::key::Takes;
use runplan::profile::{KEYS, read};

fn reads(text: &str) -> runplan::profile::Profile {
    let (node, problems) = document::toml(text, 0);
    assert!(problems.is_empty(), "{problems:?}\n{text}");
    read(&node).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
}

#[test]
fn what_was_answered_is_read_back() {
    let answers = [("runs.days", "[\"tue\", \"sat\"]".to_owned()), ("season", "\"taper\"".to_owned())];
    let profile = reads(&profile(&answers));
    assert_eq!((profile.runs.days.len(), profile.season), (2, Some(runplan::week::phase::Phase::Taper)));
    assert_eq!(profile.strength.equipment, None, "what was not said is not there");
}

#[test]
fn every_example_counts_once_its_mark_is_gone() {
    let text = profile(&[]);
    let uncommented: String = text
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest)
                if rest.starts_with('[')
                    || rest.split_once(" = ").is_some_and(|(key, _)| !key.contains(' ')) =>
            {
                format!("{rest}\n")
            }
            _ => format!("{line}\n"),
        })
        .collect();
    // A plan with a race has the seasons of its race.
    let uncommented = uncommented.replace("season = \"base\"\n", "");
    let profile = reads(&uncommented);
    assert!(profile.plan.peak.is_some());
    assert!(profile.race.is_some() && profile.age == Some(38) && profile.time[0].is_some());
    assert_eq!(text.lines().filter(|line| line.len() > 90).count(), 0, "lines are short");
}

#[test]
fn every_answer_is_written_whether_or_not_its_key_has_an_example() {
    for key in KEYS.iter().filter(|key| matches!(key.takes, Takes::Whole(_) | Takes::WordsOrWhole(..))) {
        let text = starter::profile(&[(key.path, "7".to_owned())]);
        assert!(text.lines().any(|line| line == format!("{} = 7", key.name)), "{}:\n{text}", key.path);
    }
}
