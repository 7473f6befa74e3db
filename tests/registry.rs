//! Conventions of the registries as tests: ids, files, sources, examples that break and keep.
#![allow(missing_docs)]

use runplan::explain::findings::breaches;
use runplan::explain::warnings::shortfalls;
use runplan::export::FORMATS;
use runplan::facts::request::Request;
use runplan::rules;
use runplan::rules::training::Line;
use runplan::rules::{Check, Example, Grade, Known, RULES, Rule, Seen};
use runplan::season::Season;
use runplan::week::Week;
use runplan::week::load::Load;
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
    let text = |name: &str| fs::read_to_string(format!("src/rules/{name}.rs")).expect("text");
    files.retain(|name| text(name).contains("const RULE: Rule"));
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
        let own = ["the runner", "arithmetic", "the calendar"].contains(&rule.source);
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

/// Whether the rule has something to say about the example.
fn speaks(rule: &'static Rule, line: &str) -> bool {
    if let Check::Session(faults) = rule.check {
        let line = Line::parse(line).unwrap_or_else(|error| panic!("{}: {error}", rule.id));
        return !faults(&line.training()).is_empty();
    }
    let example = Example::parse(line).unwrap_or_else(|error| panic!("{}: {error}", rule.id));
    let request = Request::from(&example);
    let facts = rules::facts(&request);
    let week: Week = example.week;
    match rule.check {
        Check::Steer(_) => !breaches(rule, &facts, &week).is_empty(),
        Check::Session(_) => unreachable!("read above"),
        Check::Change(_) => facts.changes.iter().any(|change| change.rule == rule.id),
        Check::Short(_) => shortfalls(&facts, &week).iter().any(|short| short.rule == rule.id),
        Check::Warn(_, check) => {
            let mut load = Load::default();
            for (sum, (day, planned)) in load.days.iter_mut().zip(week.iter().zip(&facts.runs)) {
                *sum = day.run.rpe() * u32::from(planned.minutes);
            }
            let known = Known { past: &example.past, ..Known::PLANNED };
            let warnings = check(&Seen { facts: &facts, week: &week, load: &load, known });
            assert!(warnings.iter().all(|warning| warning.rule == rule.id && !warning.hint.is_empty()));
            !warnings.is_empty()
        }
    }
}

#[test]
fn every_example_breaks_or_keeps_its_rule() {
    for rule in RULES {
        for line in rule.breaks {
            assert!(speaks(rule, line), "{}: `{line}` should break it", rule.id);
        }
        for line in rule.keeps {
            assert!(!speaks(rule, line), "{}: `{line}` should keep it", rule.id);
        }
    }
}

#[test]
fn the_rules_stand_in_the_order_of_their_levels() {
    let levels: Vec<Level> = RULES.iter().filter_map(|rule| rule.level()).collect();
    assert!(levels.is_sorted());
    assert!(levels.iter().filter(|level| **level == Level::Hard).count() <= 32, "a hard rule is a bit of 32");
}

#[test]
fn formats_have_one_name_and_one_ending() {
    let names: BTreeSet<_> = FORMATS.iter().map(|format| format.name).collect();
    let endings: BTreeSet<_> = FORMATS.iter().map(|format| format.ending).collect();
    assert_eq!((names.len(), endings.len()), (FORMATS.len(), FORMATS.len()));
}
