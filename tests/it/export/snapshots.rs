//! Every example in every format against a file. `RUNPLAN_REWRITE=1 cargo test snapshots` writes them anew; read them
//! then as a runner and as a coach would.

use runplan::export::{FORMATS, Look};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::plan;
use runplan::profile;
use runplan::rules::MONDAY;
use runplan::week::day::Days;
use std::fs;
use std::path::Path;

#[test]
fn every_example_in_every_format_is_as_it_was() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("tests/exports");
    let mut examples: Vec<_> = fs::read_dir(root.join("examples"))
        .expect("examples")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    examples.sort();
    assert!(examples.len() >= 10);
    let mut old = Vec::new();
    for path in examples {
        let text = fs::read_to_string(&path).expect("text");
        let (node, problems) = document::toml(&text, 0);
        assert!(problems.is_empty(), "{problems:?}");
        let profile = profile::read(&node).expect("a profile");
        let request = Request::new(profile, None, MONDAY, Days::NONE).expect("a request");
        let outcome = plan(&request);
        for format in FORMATS {
            let Some(made) = format.document(&outcome, &Look { explain: true, ..Look::default() }) else {
                continue;
            };
            // The style is one file by itself.
            let made = made.replace(include_str!("../../../src/export/html/style.css"), "…");
            let name = path.file_stem().expect("a name").to_string_lossy();
            let file = folder.join(format!("{name}.{}", format.ending));
            if std::env::var_os("RUNPLAN_REWRITE").is_some() {
                fs::create_dir_all(&folder).expect("a folder");
                fs::write(&file, &made).expect("written");
            } else if fs::read_to_string(&file).ok().as_deref() != Some(made.as_str()) {
                old.push(file.display().to_string());
            }
        }
    }
    assert!(old.is_empty() || std::env::var_os("RUNPLAN_REWRITE").is_some(), "old: {old:#?}");
}
