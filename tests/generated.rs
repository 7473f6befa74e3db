//! The tables of the README are made by the program. `RUNPLAN_REWRITE=1 cargo test --test generated` writes them anew.
#![allow(missing_docs)]

use runplan::docs;
use runplan::exercise::Exercise;
use runplan::input::document;
use runplan::season::Season;
use runplan::week::phase::Phase;
use runplan::word::Word;
use std::fs;
use std::path::Path;

/// Compares a file with what it should be, or writes it.
fn compare(file: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("RUNPLAN_REWRITE").is_some() {
        fs::write(&path, made).expect("written");
    } else {
        let there = fs::read_to_string(&path).expect("a file");
        assert!(there == made, "{file} is old: run `RUNPLAN_REWRITE=1 cargo test --test generated`");
    }
}

#[test]
fn the_compiled_seasons_are_what_the_reader_makes_of_their_files() {
    for phase in Phase::ALL {
        let (node, problems) = document::toml(Season::file(*phase), 0);
        assert!(problems.is_empty(), "{phase}: {problems:?}");
        assert_eq!(Season::read_whole(&node).as_ref(), Ok(Season::builtin(*phase)), "{phase}");
    }
}

#[test]
fn the_compiled_exercises_are_what_the_reader_makes_of_their_file() {
    let (node, problems) = document::toml(Exercise::file(), 0);
    assert!(problems.is_empty(), "{problems:?}");
    let read = Exercise::read(&node, &[]).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(read.len(), Exercise::catalogue().len());
    for (read, compiled) in read.iter().zip(Exercise::catalogue()) {
        assert_eq!(read, compiled);
    }
}

#[test]
fn the_tables_of_the_readme_are_those_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let mut made = fs::read_to_string(&path).expect("a README");
    let tables = [
        ("formats", docs::formats_markdown()),
        ("profile", docs::keys::profile_markdown()),
        ("seasons", docs::seasons::markdown()),
        ("rules", docs::rules_markdown()),
    ];
    for (name, table) in tables {
        let start = made.find(&format!("<!-- {name} -->\n")).expect("its place") + name.len() + 10;
        let end = start + made[start..].find("<!-- end -->").expect("its end");
        made.replace_range(start..end, &table);
    }
    compare("README.md", &made);
}

#[test]
fn schemas_of_what_goes_in_are_those_of_the_readers() {
    compare("plans/schema/profile.json", &format!("{:#}\n", docs::schema::profile()));
    compare("plans/schema/season.json", &format!("{:#}\n", docs::schema::season()));
}

#[test]
fn the_schema_of_a_profile_has_every_key_and_no_other() {
    let schema = docs::schema::profile();
    for (table, keys) in runplan::profile::TABLES {
        let of = if table.is_empty() { &schema } else { &schema["properties"][*table] };
        let mut known: Vec<&str> =
            of["properties"].as_object().expect("a table").keys().map(String::as_str).collect();
        let mut keys = keys.to_vec();
        known.sort_unstable();
        keys.sort_unstable();
        assert_eq!(known, keys, "[{table}]");
    }
}
