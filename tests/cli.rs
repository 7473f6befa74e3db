//! The command line is wired: transcripts under `tests/cmd`, the README's profile, and streams that break.
#![allow(missing_docs)]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn runplan() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runplan"));
    command.env("XDG_CONFIG_HOME", "/nonexistent").env("LC_ALL", "C.UTF-8");
    command.env_remove("RUNPLAN_PROFILE").env_remove("COLUMNS");
    command
}

fn given(text: &[u8], arguments: &[&str]) -> Output {
    let mut child = runplan()
        .args(["week", "--week", "2026-W48", "--profile", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    // It may stop reading early: an input that is too large, say.
    let _ = child.stdin.take().expect("a pipe").write_all(text);
    child.wait_with_output().expect("it ends")
}

#[test]
fn transcripts_are_true() {
    trycmd::TestCases::new()
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .env("COLUMNS", "80")
        .env("LC_ALL", "C.UTF-8")
        .case("tests/cmd/*.trycmd");
}

#[test]
fn the_annotated_profile_of_the_readme_plans_as_it_stands() {
    let readme = include_str!("../README.md");
    let start = readme.find("```toml\n").expect("a profile") + 8;
    let profile = &readme[start..start + readme[start..].find("```").expect("its end")];
    let output = given(profile.as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
    // With every line that is commented out switched on it still reads.
    let all: String =
        profile.lines().map(|line| line.strip_prefix("# ").unwrap_or(line).to_owned() + "\n").collect();
    let output = given(all.as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
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
        let output =
            runplan().args(["week", "--week", "2026-W48", "--profile"]).arg(&path).output().expect("it runs");
        let impossible = path.file_stem().is_some_and(|name| name == "impossible");
        assert_eq!(output.status.code(), Some(i32::from(impossible)), "{}", path.display());
        assert_eq!(output.stdout.is_empty(), impossible);
        count += 1;
    }
    assert!(count >= 10);
}

#[test]
fn a_large_file_is_refused_in_one_line() {
    let output = given(&vec![b'#'; (1 << 20) + 1], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("larger than 1 MiB"));
}

#[test]
fn crlf_and_a_byte_order_mark_are_read() {
    let output = given(
        "\u{feff}season = \"base\"\r\n[runs]\r\ndays = [\"tue\"]\r\n".as_bytes(),
        &["--format", "json"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn an_en_dash_in_a_window_is_a_hyphen() {
    let profile = "season = 'base'\n[runs]\ndays = ['tue']\n[time]\ntue = ['06:30–08:00']\n";
    let output = given(profile.as_bytes(), &["--format", "json"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"start\": \"06:30\""));
}

#[test]
fn a_reader_that_goes_away_is_a_quiet_end() {
    let mut child =
        runplan().args(["rules"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_exit_3_with_the_reason() {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("/dev/full");
    let output = runplan().args(["week", "--week", "2026-W48"]).stdout(full).output().expect("it runs");
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("error: cannot write to standard output"));
}

#[test]
fn an_output_file_is_replaced_whole_or_not_at_all() {
    let folder = std::env::temp_dir().join(format!("runplan-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("week.json");
    std::fs::write(&file, "old").expect("a file");
    let run = |profile: &str| {
        let path = file.to_str().expect("a name").to_owned();
        given(profile.as_bytes(), &["-o", &path]).status.code()
    };
    assert_eq!(run("season = 'bas'\n[runs]\ndays = ['tue']"), Some(2));
    assert_eq!(std::fs::read_to_string(&file).expect("text"), "old");
    assert_eq!(run("season = 'base'\n[runs]\ndays = ['tue']"), Some(0));
    assert!(std::fs::read_to_string(&file).expect("text").starts_with("{\n  \"schema\": \"runplan.week/1\""));
    std::fs::remove_dir_all(&folder).expect("gone");
}

#[test]
fn the_profile_is_found_where_the_readme_says() {
    let folder = std::env::temp_dir().join(format!("runplan-home-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("runplan")).expect("a folder");
    let profile = |name: &str| format!("name = '{name}'\nseason = 'base'\n[runs]\ndays = ['tue']\n");
    std::fs::write(folder.join("runplan/profile.toml"), profile("Config")).expect("a file");
    let run = |environment: &[(&str, &str)], arguments: &[&str]| {
        let mut command = runplan();
        command
            .current_dir(&folder)
            .env("XDG_CONFIG_HOME", &folder)
            .args(["week", "--week", "2026-W48"])
            .args(arguments);
        command.envs(environment.iter().copied());
        let output = command.output().expect("it runs");
        String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().to_owned()
    };
    assert!(run(&[], &[]).ends_with("Config"));
    std::fs::write(folder.join("runplan.toml"), profile("Folder")).expect("a file");
    assert!(run(&[], &[]).ends_with("Folder"));
    std::fs::write(folder.join("env.toml"), profile("Environment")).expect("a file");
    assert!(run(&[("RUNPLAN_PROFILE", "env.toml")], &[]).ends_with("Environment"));
    std::fs::write(folder.join("flag.toml"), profile("Flag")).expect("a file");
    assert!(run(&[("RUNPLAN_PROFILE", "env.toml")], &["--profile", "flag.toml"]).ends_with("Flag"));
    std::fs::remove_dir_all(&folder).expect("gone");
}

#[test]
fn the_clock_comes_from_the_flag_or_the_environment() {
    let week = |arguments: &[&str], epoch: Option<&str>| {
        let mut command = runplan();
        command.args(["week", "--format", "ndjson"]).args(arguments);
        if let Some(epoch) = epoch {
            command.env("SOURCE_DATE_EPOCH", epoch);
        }
        let output = command.output().expect("it runs");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.find("\"week\":\"").map(|at| text[at + 8..at + 16].to_owned())
    };
    assert_eq!(week(&["--now", "2026-11-22T08:00"], None).as_deref(), Some("2026-W47"));
    assert_eq!(week(&["--now", "2026-11-22", "--week", "next"], None).as_deref(), Some("2026-W48"));
    assert_eq!(week(&[], Some("1795593600")).as_deref(), Some("2026-W48"));
    assert_eq!(week(&[], Some("soon")), None);
}
