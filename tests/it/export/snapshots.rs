//! Documents against files: two examples in every format, all of them as text. `RUNPLAN_REWRITE=1 cargo test snapshots`
//! writes them anew; read them then as a runner and as a coach would.

use crate::schemas::{files, keeps, validator};
use runplan::cycle::{cycle, last_week};
use runplan::export::{self, FORMATS, Format, Options};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::{Outcome, chain, plan};
use runplan::profile;
use runplan::rules::MONDAY;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Those that show most: hours, warnings and both kinds of strength; cross-training, and a run that was set aside.
const IN_EVERY_FORMAT: [&str; 2] = ["off-season", "toddler-evenings"];

/// Every example by its name, with the answer to it.
fn examples() -> Vec<(String, Outcome)> {
    let mut examples: Vec<_> = files("examples").iter().map(|path| (name(path), answer(path))).collect();
    examples.sort_by(|(one, _), (other, _)| one.cmp(other));
    assert!(examples.len() >= 10);
    examples
}

fn name(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

fn answer(path: &Path) -> Outcome {
    let text = fs::read_to_string(path).expect("text");
    let (node, problems) = document::toml(&text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    let profile = profile::read(&node).expect("a profile");
    plan(&Request::new(profile, MONDAY).check().expect("a request"))
}

fn document(format: &Format, outcome: &Outcome) -> Option<String> {
    let made = format.document(outcome, &Options { explain: true, ..Options::default() })?;
    // The style is one file by itself.
    Some(made.replace(include_str!("../../../src/export/html/style.css"), "…"))
}

/// The whole of a plan: as text on a narrow screen, and as a picture; at 80 columns `tests/cmd/cycle.trycmd` has it.
fn plans() -> Vec<(String, String)> {
    let of = |name: &str| {
        let text = fs::read_to_string(Path::new("examples").join(format!("{name}.toml"))).expect("text");
        let profile = profile::read(&document::toml(&text, 0).0).expect("a profile");
        let (first, race) = (profile.plan.start.expect("a start"), profile.race.expect("a race"));
        let request = Request::new(profile, first).check().expect("a request");
        let cycle = cycle(&chain::weeks(&request, None, first, last_week(race)));
        ["text", "svg"].map(|format| {
            let format = export::format(format).expect("a format");
            let look = Options { width: 40, ..Options::default() };
            (format!("{name}.cycle.{}", format.ending), (format.cycle)(&cycle, &look))
        })
    };
    ["half-plan", "marathon-plan"].into_iter().flat_map(of).collect()
}

#[test]
fn documents_are_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports");
    let rewriting = std::env::var_os("RUNPLAN_REWRITE").is_some();
    let (mut old, mut known) = (Vec::new(), BTreeSet::new());
    let weeks = examples().into_iter().flat_map(|(name, outcome)| {
        let shown = |format: &&Format| format.name == "text" || IN_EVERY_FORMAT.contains(&&*name);
        let made = |format: &Format| Some((format!("{name}.{}", format.ending), document(format, &outcome)?));
        FORMATS.iter().filter(shown).filter_map(made).collect::<Vec<_>>()
    });
    for (file, made) in weeks.chain(plans()) {
        if rewriting {
            fs::write(folder.join(&file), &made).expect("written");
        } else if fs::read_to_string(folder.join(&file)).ok().as_deref() != Some(made.as_str()) {
            old.push(file.clone());
        }
        known.insert(file);
    }
    assert!(old.is_empty(), "old: {old:#?}");
    let there = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let left: Vec<_> = there.filter(|file| !known.contains(&*file.to_string_lossy())).collect();
    assert!(left.is_empty(), "no test makes {left:?}");
}

#[test]
fn every_example_keeps_its_schema() {
    for (name, outcome) in examples() {
        let schema = validator(if matches!(outcome, Outcome::Week(_)) { "week" } else { "refusal" });
        for format in ["json", "ndjson"] {
            let format = export::format(format).expect("a format");
            let made = document(format, &outcome).unwrap_or_else(|| panic!("{name}: no {}", format.name));
            keeps(&schema, &serde_json::from_str(&made).expect("JSON"));
        }
    }
}
