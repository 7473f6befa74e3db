//! Words that are no text, empty ones, and places in the environment.

use super::commands::COMMANDS;
use crate::cli::program::{Folder, LINE, ran, runplan};

/// A command with every argument that it cannot do without.
fn asked(name: &str) -> &'static str {
    COMMANDS
        .iter()
        .map(|(command, _)| *command)
        .find(|command| command.split(' ').next() == Some(name))
        .expect("one")
}

#[test]
fn an_empty_argument_is_an_answer_or_an_error_for_every_option() {
    let mut tried = 0;
    let names: Vec<&str> = COMMANDS.iter().filter_map(|(command, _)| command.split(' ').next()).collect();
    for (i, name) in
        names.iter().enumerate().filter(|(i, name)| names.iter().position(|other| other == *name) == Some(*i))
    {
        let help = ran(&mut runplan(&format!("{name} --help"))).text();
        let options = help
            .split_whitespace()
            .zip(help.split_whitespace().skip(1))
            .filter(|(option, value)| option.starts_with("--") && value.starts_with('<'));
        let mut options: Vec<&str> = options.map(|(option, _)| option).collect();
        options.sort_unstable();
        options.dedup();
        for option in options {
            let folder = Folder::new(&format!("empty-{i}"));
            let mut command = runplan(asked(name));
            let ran = ran(command.arg(option).arg("").current_dir(&folder.0));
            match ran.code {
                Some(0) => assert!(!ran.err.contains("error:"), "{name} {option}: {}", ran.err),
                _ => assert!(
                    ran.code == Some(2) && ran.err.starts_with("error:") | ran.err.contains("\nerror:"),
                    "{name} {option}: {ran:?}"
                ),
            }
            tried += 1;
        }
        // An empty word where a name stands.
        let folder = Folder::new(&format!("empty-{i}"));
        let ran = ran(runplan(name).arg("").current_dir(&folder.0));
        assert!(ran.code == Some(2) && ran.err.contains("error:"), "{name}: {ran:?}");
    }
    assert!(tried > 80, "{tried}");
    ran(runplan("").arg("")).is(2, "error: unrecognized subcommand ''");
    // Those that mean something are told apart.
    ran(runplan("week --place").arg("")).is(2, "hint: add `[places.gym]`");
    ran(runplan("week --set").arg("")).is(2, "`` sets nothing");
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_are_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let odd = OsStr::from_bytes(b"name=\xff");
    for command in [
        "week --set",
        "week --season",
        "week --placement",
        "week --place",
        "week --block",
        "week --week",
        "week --now",
        "week --zone",
        "week --alarm",
        "week --format",
        "batch --set",
        "batch --threads",
        "check - --race",
        "today --at",
        "init --name",
        "session",
        "rules",
        "seasons",
        "exercises",
        "schema",
        "man",
        "completions",
    ] {
        let ran = ran(runplan(command).arg(odd));
        assert!(ran.code == Some(2) && ran.err.contains("error:"), "{command}: {ran:?}");
        assert!(ran.out.is_empty());
    }
    ran(runplan("").arg(odd)).is(2, "error: unrecognized subcommand");
}

#[cfg(unix)]
#[test]
fn variables_that_are_no_text_are_told_or_count_for_nothing() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let odd = OsStr::from_bytes(b"/\xff");
    ran(runplan("week").env("RUNPLAN_PROFILE", odd)).is(2, "error: cannot read /\u{fffd}");
    ran(runplan("week").env("SOURCE_DATE_EPOCH", odd))
        .is(2, "error: `SOURCE_DATE_EPOCH=/\u{fffd}` is no moment");
    for name in
        ["HOME", "COLUMNS", "TZ", "NO_COLOR", "CLICOLOR_FORCE", "TERM", "LC_ALL", "LANG", "RUST_BACKTRACE"]
    {
        ran(runplan("week --week 2026-W48").env(name, odd)).is(0, "");
        ran(runplan("config").env_remove("XDG_CONFIG_HOME").env(name, odd)).is(0, "");
    }
}

#[test]
fn the_configuration_folder_is_found_or_passed_over() {
    let folder = Folder::new("home");
    std::fs::create_dir_all(folder.join("rel/runplan")).expect("a folder");
    std::fs::write(folder.join("rel/runplan/profile.toml"), "broken").expect("a file");
    std::fs::remove_file(folder.join("p.toml")).expect("gone");
    // A relative folder is none.
    let ran_in = |home: Option<&str>, config: Option<&str>| {
        let mut command = runplan("week --week 2026-W48");
        command.current_dir(&folder.0).env_remove("XDG_CONFIG_HOME");
        home.map(|home| command.env("HOME", home));
        config.map(|config| command.env("XDG_CONFIG_HOME", config));
        ran(&mut command)
    };
    for config in ["rel", "./rel", ""] {
        ran_in(Some("/nonexistent"), Some(config)).is(0, "").is(0, "note: no profile found");
    }
    ran_in(Some("/nonexistent"), None).is(0, "note: no profile found");
    let whole = folder.join("rel");
    ran_in(None, whole.to_str()).is(2, "error:");
    // Without a home the system says which it is, or there is none.
    let homeless = ran_in(None, None);
    assert!(matches!(homeless.code, Some(0 | 2)), "{homeless:?}");
    let bare = ran(runplan("seasons").env_clear());
    bare.is(0, "");
}

#[test]
fn help_is_where_it_is_looked_for() {
    let long = ran(&mut runplan("week --help"));
    assert_eq!(long.is(0, "").text(), ran(&mut runplan("help week")).text());
    let version = ran(&mut runplan("-V"));
    assert_eq!(version.is(0, "").text(), format!("runplan {}\n", env!("CARGO_PKG_VERSION")));
    let bare = ran(&mut runplan(""));
    assert!(bare.code == Some(2) && bare.out.is_empty() && bare.err.contains("Usage: runplan"), "{bare:?}");
    ran(&mut runplan("wek")).is(2, "a similar subcommand exists: 'week'");
    ran(&mut runplan("week --sesaon base")).is(2, "a similar argument exists: '--season'");
    for twice in ["--week this", "--season base", "--profile -", "--output -", "--format json"] {
        ran(&mut runplan(&format!("week {twice} {twice}"))).is(2, "cannot be used multiple times");
    }
}

#[test]
fn two_hyphens_end_the_options() {
    let folder = Folder::new("hyphens");
    folder.write("-odd.ndjson", LINE);
    ran(runplan("batch -- -odd.ndjson").current_dir(&folder.0)).is(0, "");
    ran(runplan("batch -odd.ndjson").current_dir(&folder.0)).is(2, "error: unexpected argument");
    ran(runplan("init --yes -- -new.toml").current_dir(&folder.0)).is(0, "");
    assert!(folder.read("-new.toml").contains("[runs]"));
}

#[test]
fn no_clock_place_or_language_is_in_an_answer() {
    let answer = |name: &str, value: &str| {
        ran(runplan("week --week 2026-W48 --format json").env(name, value)).is(0, "").text()
    };
    let wanted = answer("TZ", "UTC");
    for (name, value) in [
        ("TZ", "Pacific/Kiritimati"),
        ("LC_ALL", "C"),
        ("LANG", "de_DE.UTF-8"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("COLUMNS", "40"),
        ("CLICOLOR_FORCE", "1"),
        ("USER", "someone"),
    ] {
        assert_eq!(answer(name, value), wanted, "{name}={value}");
    }
}
