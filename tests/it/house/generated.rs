//! What pages and schemas show of the registries is made by the program. `RUNPLAN_REWRITE=1 cargo test --test generated` writes them anew.
#![allow(missing_docs)]

use runplan::docs::{self, SECTIONS};
use runplan::exercise::{self, Exercise};
use runplan::input::document;
use runplan::season::Season;
use runplan::week::phase::Phase;
use runplan::word::Word;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;
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

/// The season as a Rust expression: its `Debug` form with borrowed texts and lists, a field a line.
fn expression(season: &Season) -> String {
    let mut out = String::from("    ");
    // What closes the open brackets: the brackets themselves, and the calls that borrow a list.
    let mut open: Vec<&str> = Vec::new();
    let mut quoted = false;
    let text = format!("{season:?}");
    for (at, letter) in text.char_indices() {
        let after = |words: &[&str]| words.iter().any(|word| text[..at].ends_with(word));
        match letter {
            '"' if !quoted && after(&["name: ", "summary: "]) => out += "Cow::Borrowed(\"",
            '"' if quoted => out += "\")",
            '[' if !quoted && after(&["lifts: ", "levels: "]) => {
                open.push("])");
                out += "Cow::Borrowed(&[";
            }
            '[' if !quoted => {
                open.push("]");
                out.push('[');
            }
            ']' if !quoted => out += open.pop().expect("balanced"),
            '{' | '(' if !quoted => {
                open.push("");
                out.push(letter);
            }
            '}' | ')' if !quoted => {
                open.pop();
                out.push(letter);
            }
            ' ' if !quoted && open.len() == 1 && after(&[",", "{"]) => out += "\n        ",
            _ => out.push(letter),
        }
        quoted ^= letter == '"';
    }
    out
}

#[test]
fn the_compiled_seasons_are_those_of_the_files() {
    let mut made = "//! The built-in seasons, made from `plans/*.toml` by `RUNPLAN_REWRITE=1 cargo test --test generated`; \
                    change those.\n\n\
                    use super::{Dose, Lift, MaintainHeavy, Season, Share, Side};\n\
                    use crate::phase::Phase::{Base, OffSeason, RacePrep, RaceWeek, Recovery, Taper};\n\
                    use crate::profile::Keep::{All, Days};\n\
                    use crate::session::Class::{Activation, Heavy, Light, Moderate};\n\
                    use crate::session::Experience::Advanced;\n\
                    use Side::{Both, Double, Single};\n\
                    use std::borrow::Cow;\n\n\
                    #[rustfmt::skip]\npub(super) static SEASONS: [Season; 6] = [\n"
        .to_owned();
    for phase in Phase::ALL {
        let (node, problems) = document::toml(Season::file(*phase), 0);
        assert!(problems.is_empty(), "{phase}: {problems:?}");
        let season = Season::read_whole(&node).unwrap_or_else(|problems| panic!("{phase}: {problems:?}"));
        let _ = writeln!(made, "{},", expression(&season));
    }
    made += "];\n";
    compare("src/season/builtin.rs", &made);
}

/// An exercise as a Rust expression.
fn expression_of(exercise: &Exercise) -> String {
    let text = |text: &str| format!("Cow::Borrowed({text:?})");
    let option = |id: &Option<Cow<'static, str>>| match id {
        Some(id) => format!("Some({})", text(id)),
        None => "None".to_owned(),
    };
    let e = exercise;
    let gear: Vec<_> = e.equipment.iter().map(|gear| format!("Gear({})", gear.0)).collect();
    let fit = e.fit.as_ref().map_or_else(
        || "None".to_owned(),
        |fit| {
            let (category, name) = (text(&fit.category), text(&fit.name));
            format!(
                "Some(Fit {{ category: {category}, name: {name}, exact: {}, ids: {:?} }})",
                fit.exact, fit.ids
            )
        },
    );
    let intensity = e.intensity.map_or_else(|| "None".to_owned(), |i| format!("Some(Intensity::{i:?})"));
    format!(
        "    Exercise {{ id: {}, name: {}, short: {}, cue: {}, region: Region::{:?}, pattern: {}, kind: Kind::{:?}, \
         per_side: {}, intensity: {intensity}, equipment: Cow::Borrowed(&[{}]), level: Experience::{:?}, easier: {}, \
         harder: {}, origin: Origin::{:?}, fit: {fit} }},\n",
        text(&e.id),
        text(&e.name),
        text(&e.short),
        text(&e.cue),
        e.region,
        text(&e.pattern),
        e.kind,
        e.per_side,
        gear.join(", "),
        e.level,
        option(&e.easier),
        option(&e.harder),
        e.origin,
    )
}

#[test]
fn the_compiled_catalogue_is_that_of_its_file() {
    let (node, problems) = document::toml(Exercise::file(), 0);
    assert!(problems.is_empty(), "{problems:?}");
    let all = exercise::read(&node, &[]).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut made = format!(
        "//! The catalogue, made from `plans/exercises.toml` by `RUNPLAN_REWRITE=1 cargo test --test generated`; change that.\n\n\
         use super::{{Exercise, Fit, Gear, Intensity, Kind, Origin, Region}};\nuse crate::session::Experience;\n\
         use std::borrow::Cow;\n\n#[rustfmt::skip]\npub(super) static EXERCISES: [Exercise; {}] = [\n",
        all.len()
    );
    for e in &all {
        made += &expression_of(e);
    }
    made += "];\n";
    compare("src/exercise/builtin.rs", &made);
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
    compare("plans/schema/profile.json", &format!("{:#}\n", docs::schema::profile()));
    compare("plans/schema/season.json", &format!("{:#}\n", docs::schema::season()));
}
