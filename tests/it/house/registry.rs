//! Conventions of the registries as tests: ids, files, sources.
#![allow(missing_docs)]

use runplan::export::FORMATS;
use runplan::rules::{Check, Grade, RULES};
use runplan::season::Season;
use runplan::week::phase::Phase;
use runplan::week::score::Level;
use runplan::word::Word;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn file_names(folder: &str, ending: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let names = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let names = names
        .filter_map(|name| name.to_str().and_then(|name| name.strip_suffix(ending)).map(ToOwned::to_owned));
    names.collect()
}

#[test]
fn every_rule_file_is_registered_under_its_own_name() {
    let mut files = file_names("src/rules", ".rs");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let text = |file: &str| fs::read_to_string(folder.join(format!("{file}.rs"))).expect("text");
    // What a rule is stands beside them.
    files.retain(|file| text(file).contains("const RULE: Rule"));
    // The rules that warn of a target that was missed are rows of one file.
    let own_file = RULES.iter().filter(|rule| !matches!(rule.check, Check::Short(_)));
    assert_eq!(files, own_file.map(|rule| rule.id.replace('-', "_")).collect());
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len(), "no id twice");
}

#[test]
fn every_season_file_is_registered_and_whole() {
    let mut files: BTreeSet<String> = file_names("plans", ".toml");
    assert!(files.remove("exercises"), "the catalogue stands beside the seasons");
    assert_eq!(files, Phase::ALL.iter().map(|phase| phase.id().to_owned()).collect());
    for phase in Phase::ALL {
        let season = Season::builtin(*phase);
        assert_eq!((&*season.name, season.phase), (phase.id(), *phase));
        for line in Season::file(*phase).lines().filter(|line| line.contains('=')) {
            let number =
                line.split_once('=').is_some_and(|(_, value)| value.contains(|c: char| c.is_ascii_digit()));
            let excused = line.contains("novice = 0") || line.starts_with("name");
            assert!(
                !number || line.contains('#') || excused,
                "{phase}: `{line}` has a number without a source"
            );
        }
    }
}

#[test]
fn every_rule_says_what_why_and_on_whose_word() {
    for rule in RULES {
        assert!(
            rule.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{}",
            rule.id
        );
        for text in [rule.summary, rule.rationale, rule.source] {
            assert!(
                !text.is_empty() && !text.contains("  ") && !text.ends_with('.'),
                "{}: `{text}`",
                rule.id
            );
        }
        let own = ["the runner", "arithmetic", "the calendar", "timetables"]
            .contains(&rule.source.split(" (").next().unwrap_or_default());
        assert_eq!(
            rule.grade.is_none(),
            own,
            "{}: a claim about training has a grade, nothing else has",
            rule.id
        );
        assert!(!rule.breaks.is_empty() && !rule.keeps.is_empty(), "{} has examples", rule.id);
    }
}

/// The numbers in a text, `2.0` as 200 hundredths too.
fn numbers(text: &str) -> BTreeSet<u32> {
    let words = text.split(|c: char| !c.is_ascii_digit() && c != '.').map(|word| word.trim_matches('.'));
    let hundredths =
        |word: &str| word.split_once('.').and_then(|(whole, _)| whole.parse::<u32>().ok()).map(|n| n * 100);
    words
        .filter(|word| !word.is_empty())
        .filter_map(|word| word.parse().ok().or_else(|| hundredths(word)))
        .collect()
}

#[test]
fn a_number_in_a_summary_is_the_number_of_the_rule() {
    for rule in RULES {
        let known = numbers(&runplan::docs::rules::limit(&rule.limit));
        let said = numbers(rule.summary);
        assert!(said.is_subset(&known), "{}: {said:?} is not among {known:?}", rule.id);
    }
}

#[test]
fn nothing_promises_what_the_evidence_does_not_carry() {
    let texts = RULES.iter().flat_map(|rule| [rule.summary, rule.rationale]);
    for text in texts.chain(Phase::ALL.iter().map(|phase| Season::file(*phase))) {
        let text = text.to_lowercase();
        for word in ["injur", "prevent", "guarantee", "heal", "proven"] {
            let health = word == "heal" && text.contains("health");
            assert!(!text.contains(word) || health, "`{text}` says {word}");
        }
    }
}

#[test]
fn a_rule_that_rests_on_practice_alone_is_graded_c() {
    for rule in RULES.iter().filter(|rule| rule.source == "practice") {
        assert_eq!(rule.grade, Some(Grade::C), "{}", rule.id);
    }
}

#[test]
fn the_rules_stand_in_the_order_of_their_levels() {
    // One that warns as well stands where its warnings do.
    let steers = RULES.iter().filter(|rule| !matches!(rule.check, Check::SteerOrWarn(..)));
    let sorted: Vec<Level> = steers.filter_map(|rule| rule.level()).collect();
    assert!(sorted.is_sorted());
    let levels: Vec<Level> = RULES.iter().filter_map(|rule| rule.level()).collect();
    assert!(levels.iter().filter(|level| **level == Level::Hard).count() <= 32, "a hard rule is a bit of 32");
}

#[test]
fn formats_have_one_name_and_one_ending() {
    let names: BTreeSet<_> = FORMATS.iter().map(|format| format.name).collect();
    let endings: BTreeSet<_> = FORMATS.iter().map(|format| format.ending).collect();
    assert_eq!((names.len(), endings.len()), (FORMATS.len(), FORMATS.len()));
}
