//! The command line is wired: transcripts under `tests/cmd`, the README's commands.

use super::program::{given, ran, runplan};

#[test]
fn transcripts_and_readme_are_true() {
    trycmd::TestCases::new()
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .env("COLUMNS", "80")
        .env("LC_ALL", "C.UTF-8")
        .case("tests/cmd/*.trycmd")
        .case("README.md");
}

#[test]
fn the_annotated_profile_of_the_readme_plans_as_it_stands() {
    let readme = include_str!("../../../README.md");
    let start = readme.find("```toml\n").expect("a profile") + 8;
    let profile = &readme[start..start + readme[start..].find("```").expect("its end")];
    let plan = |profile: &str| given(&mut runplan("week --week 2026-W48 --profile -"), profile.as_bytes());
    assert!(plan(profile).is(0, "").err.is_empty());
    // With every line that is commented out switched on it still reads.
    let all: String =
        profile.lines().map(|line| line.strip_prefix("# ").unwrap_or(line).to_owned() + "\n").collect();
    plan(&all).is(0, "");
}

#[test]
fn every_example_plans_but_the_impossible_one() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("examples") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "toml") {
            continue; // plans of others, for `check`
        }
        let ran = ran(runplan("week --week 2026-W48 --profile").arg(&path));
        let impossible = path.file_stem().is_some_and(|name| name == "impossible");
        assert_eq!(ran.code, Some(i32::from(impossible)), "{}", path.display());
        assert_eq!(ran.out.is_empty(), impossible);
        count += 1;
    }
    assert!(count >= 10);
}
