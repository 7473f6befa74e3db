//! What pages and schemas show of the registries is made by the program. `RUNPLAN_REWRITE=1 cargo test generated` writes them anew.
#![allow(missing_docs)]

use crate::docs::makers;
use crate::docs::pages::SECTIONS;
use runplan::exercise::Exercise;
use runplan::input::document;
use runplan::season::Season;
use runplan::week::phase::Phase;
use runplan::word::Word;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Compares a file with what it should be, or writes it.
fn compare(file: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("RUNPLAN_REWRITE").is_some() {
        fs::write(&path, made).expect("written");
    } else {
        let there = fs::read_to_string(&path).expect("a file");
        assert!(there == made, "{file} is old: run `RUNPLAN_REWRITE=1 cargo test generated`");
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
fn the_generated_sections_of_the_pages_are_those_of_the_program() {
    let pages: BTreeSet<&str> = SECTIONS.iter().map(|section| section.page).collect();
    for page in pages {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let mut made = fs::read_to_string(&path).expect("a page");
        for section in SECTIONS.iter().filter(|section| section.page == page) {
            let head = format!("<!-- {} -->\n", section.name);
            let start = made.find(&head).expect("its place") + head.len();
            let end = start + made[start..].find("<!-- end -->").expect("its end");
            made.replace_range(start..end, &(section.markdown)());
        }
        compare(page, &made);
    }
}

#[test]
fn schemas_of_what_goes_in_are_those_of_the_readers() {
    compare("plans/schema/profile.json", &format!("{:#}\n", makers::profile()));
    compare("plans/schema/season.json", &format!("{:#}\n", makers::season()));
}
