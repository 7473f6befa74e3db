//! What the program takes from around it: where a profile lies, what time it is.

use super::program::{Folder, ran, runplan};

#[test]
fn the_profile_is_found_where_the_readme_says() {
    let folder = Folder::new("home");
    let profile = |name: &str| format!("name = '{name}'\nseason = 'base'\n[runs]\ndays = ['tue']\n");
    let title = |environment: &[(&str, &str)], more: &str| {
        let mut command = runplan(&format!("week --week 2026-W48 {more}"));
        command.current_dir(&folder.0).env("XDG_CONFIG_HOME", &folder.0);
        let text = ran(command.envs(environment.iter().copied())).text();
        text.lines().nth(1).unwrap_or_default().to_owned()
    };
    std::fs::create_dir(folder.join("runplan")).expect("a folder");
    folder.write("runplan/profile.toml", profile("Config"));
    assert!(title(&[], "").ends_with("Config"));
    folder.write("runplan.toml", profile("Folder"));
    assert!(title(&[], "").ends_with("Folder"));
    folder.write("env.toml", profile("Environment"));
    assert!(title(&[("RUNPLAN_PROFILE", "env.toml")], "").ends_with("Environment"));
    folder.write("flag.toml", profile("Flag"));
    assert!(title(&[("RUNPLAN_PROFILE", "env.toml")], "--profile flag.toml").ends_with("Flag"));
}

#[test]
fn the_clock_comes_from_the_flag_or_the_environment() {
    let week = |arguments: &str, epoch: Option<&str>| {
        let mut command = runplan(&format!("week --format ndjson {arguments}"));
        command.envs(epoch.map(|epoch| ("SOURCE_DATE_EPOCH", epoch)));
        let text = ran(&mut command).text();
        text.find("\"week\":\"").map(|at| text[at + 8..at + 16].to_owned())
    };
    assert_eq!(week("--now 2026-11-22T08:00", None).as_deref(), Some("2026-W47"));
    assert_eq!(week("--now 2026-11-22 --week next", None).as_deref(), Some("2026-W48"));
    assert_eq!(week("", Some("1795593600")).as_deref(), Some("2026-W48"));
    assert_eq!(week("", Some("soon")), None);
}
