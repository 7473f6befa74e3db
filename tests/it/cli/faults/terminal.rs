//! Terminals: characters, colours, columns.

use super::commands::COMMANDS;
use crate::cli::program::{Folder, Ran, given, ran, runplan};

/// Every answer that is to be read.
fn answers(run: impl Fn(&str, &str, &Folder) -> Ran) {
    let folder = Folder::new("terminal");
    let more = [
        ("week --explain --profile p.toml", ""),
        ("week --profile p.toml --set runs.days=[] --set runs.long=[]", ""),
        ("session wed", ""),
        ("why sun", ""),
        ("why-not strength sat", ""),
        ("compare --season base", ""),
        ("seasons base", ""),
        ("rules long-run-share", ""),
        ("exercises push-up", ""),
        ("schema", ""),
        ("config --profile p.toml", ""),
        ("--help", ""),
        ("exercises --help", ""),
        ("week --help", ""),
    ];
    for (command, input) in COMMANDS.into_iter().chain(more) {
        let data = ["completions", "schema profile", "batch", "--format json"];
        if data.iter().any(|data| command.contains(data)) {
            continue;
        }
        let _ = std::fs::remove_file(folder.join("runplan.toml"));
        run(command, input, &folder);
    }
}

#[test]
fn a_locale_without_utf_8_is_answered_in_ascii() {
    for (name, locale) in
        [("LC_ALL", "C"), ("LC_ALL", "POSIX"), ("LANG", "C"), ("LC_CTYPE", "en_US.ISO-8859-1")]
    {
        answers(|command, input, folder| {
            let mut program = runplan(command);
            program.env_remove("LC_ALL").env(name, locale).current_dir(&folder.0);
            let ran = given(&mut program, input.as_bytes());
            assert!(ran.out.is_ascii(), "{command}: {}", ran.text());
            assert!(ran.err.is_ascii(), "{command}: {}", ran.err);
            ran
        });
    }
    let utf_8 = |name: &str, locale: &str| {
        ran(runplan("week --week 2026-W48").env_remove("LC_ALL").env(name, locale)).text()
    };
    let wanted = ran(&mut runplan("week --week 2026-W48")).text();
    assert!(wanted.contains('▃'));
    for locale in ["", "de_DE.UTF-8", "en_US.utf8", "C.UTF-8", "de_DE"] {
        assert_eq!(utf_8("LC_ALL", locale), wanted, "{locale}");
    }
}

#[test]
fn every_rule_and_exercise_is_told_in_ascii() {
    for table in ["rules", "exercises"] {
        let all = ran(&mut runplan(&format!("{table} --format json")));
        let all: Vec<serde_json::Value> = serde_json::from_slice(&all.out).expect("a list");
        assert!(all.len() > 50);
        for entry in all {
            let id = entry["id"].as_str().expect("an id");
            let ran = ran(runplan(table).arg(id).env("LC_ALL", "C"));
            assert!(ran.is(0, "").out.is_ascii(), "{}", ran.text());
        }
    }
}

#[test]
fn names_and_documents_keep_their_characters() {
    let profile = "name = \"Zoë\"\nseason = \"base\"\n[runs]\ndays = [\"tue\"]\n";
    let run = |command: &str| given(runplan(command).env("LC_ALL", "C"), profile.as_bytes()).text();
    let text = run("week --profile -");
    assert!(text.contains("Zoë") && text.replace("Zoë", "").is_ascii(), "{text}");
    for format in ["json", "markdown", "html", "csv"] {
        let command = format!("week --week 2026-W48 --profile - --format {format}");
        let elsewhere = given(&mut runplan(&command), profile.as_bytes()).text();
        assert_eq!(run(&command), elsewhere, "{format}");
    }
    // What `–` is in a file stays so where programs read of it: names and bytes belong together.
    let wrong = "--set runs.days=mi–do --error-format json";
    let told = given(runplan(&format!("week --profile - {wrong}")).env("LC_ALL", "C"), profile.as_bytes());
    assert!(told.is(2, "{\"schema\":\"runplan.diagnostic/1\"").err.contains("mi–do"), "{told:?}");
}

#[test]
fn what_is_wrong_with_the_command_line_is_told_as_asked() {
    for (asked, json) in [
        ("--error-format json", true),
        ("--error-format=json", true),
        ("--error-format text", false),
        ("--error-format=text --output json", false),
        ("-- --error-format=json", false),
        ("", false),
    ] {
        let told = ran(&mut runplan(&format!("week --wek {asked}"))).err;
        assert_eq!(told.starts_with('{'), json, "{asked}: {told}");
        assert!(told.contains("'--wek'"), "{asked}: {told}");
    }
}

#[test]
fn nothing_that_is_piped_is_in_colour() {
    for environment in
        [("TERM", "xterm-256color"), ("TERM", "dumb"), ("NO_COLOR", "1"), ("COLORTERM", "truecolor")]
    {
        answers(|command, input, folder| {
            let (name, value) = environment;
            let ran = given(runplan(command).env(name, value).current_dir(&folder.0), input.as_bytes());
            assert!(!ran.text().contains('\u{1b}') && !ran.err.contains('\u{1b}'), "{command}: {ran:?}");
            ran
        });
        let (name, value) = environment;
        let wrong = ran(runplan("week --set runs.longg=1").env(name, value));
        assert!(!wrong.is(2, "error: `longg`").err.contains('\u{1b}'));
    }
}

#[test]
fn colour_can_be_forced_and_no_colour_wins() {
    let wrong = |environment: &[(&str, &str)]| {
        let ran = ran(runplan("week --set runs.longg=1").envs(environment.iter().copied()));
        assert_eq!(ran.code, Some(2));
        ran.err.contains('\u{1b}')
    };
    assert!(wrong(&[("CLICOLOR_FORCE", "1")]));
    assert!(wrong(&[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")]));
    assert!(!wrong(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    // A document is never in colour.
    let json = ran(runplan("week --format json").env("CLICOLOR_FORCE", "1"));
    assert!(!json.text().contains('\u{1b}'));
}

#[test]
fn the_flag_decides_over_the_environment() {
    let coloured = |words: &str, (name, value): (&str, &str), code: i32| {
        let ran = ran(runplan(words).env(name, value));
        assert_eq!(ran.code, Some(code), "{words}: {ran:?}");
        ran.err.contains('\u{1b}') || ran.text().contains('\u{1b}')
    };
    let (no, force) = (("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1"));
    for (flag, environment, colour) in [
        ("--color always", no, true),
        ("--color=always", no, true),
        ("--color never", force, false),
        ("--color=never", force, false),
        ("--color auto", no, false),
        ("--color=auto", force, true),
    ] {
        for (words, code) in [("week --set runs.longg=1", 2), ("week --wek", 2), ("week --help", 0)] {
            assert_eq!(coloured(&format!("{words} {flag}"), environment, code), colour, "{words} {flag}");
        }
        assert_eq!(coloured(&format!("{flag} week --set runs.longg=1"), environment, 2), colour, "{flag}");
    }
    // A week is plain text, whatever is asked.
    assert!(!coloured("week --week 2026-W48 --color always", force, 0));
    ran(&mut runplan("week --color sometimes")).is(2, "always");
}

#[test]
fn columns_are_kept_to_and_nonsense_is_eighty() {
    let week = |columns: &str| ran(runplan("week --week 2026-W48").env("COLUMNS", columns)).is(0, "").text();
    let widest = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let eighty = week("80");
    assert!((70..=80).contains(&widest(&eighty)));
    for columns in ["0", "200", "garbage", "", "-5", "4294967296000", "1e9"] {
        assert_eq!(week(columns), eighty, "COLUMNS={columns}");
        let help = ran(runplan("--help").env("COLUMNS", columns)).text();
        assert!((60..=100).contains(&widest(&help)), "COLUMNS={columns}: {help}");
    }
    assert_eq!(week("40"), week("1"), "forty at least");
    for command in [
        "week",
        "session wed",
        "today",
        "why wed",
        "why-not legs mon",
        "compare",
        "rules",
        "seasons",
        "seasons base",
        "exercises",
        "check --words",
    ] {
        let ran = ran(runplan(command).env("COLUMNS", "40"));
        assert!(widest(&ran.is(0, "").text()) <= 40, "{command}: {}", ran.text());
    }
    let folder = Folder::new("forty");
    let first = ran(runplan("init --days tue,sun --yes").env("COLUMNS", "40").current_dir(folder.join("")));
    assert!(widest(&first.is(0, "").text()) <= 40, "{}", first.text());
    assert!(first.text().contains("\n  runplan week -o week.ics\n"), "{}", first.text());
    // Characters of two columns are counted as two.
    let wide = given(
        runplan("week --week 2026-W48 --profile -").env("COLUMNS", "40"),
        "name = \"小林美咲\"\nseason = \"base\"\n[runs]\ndays = [\"tue\"]\n".as_bytes(),
    );
    assert!(wide.is(0, "").text().contains("小林美咲"));
}
