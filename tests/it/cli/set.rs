//! `set`: one key changes, every other byte stays.

use crate::cli::program::{Folder, PROFILE, given, ran, runplan};

/// A profile with everything that can stand in one, and odd blanks.
const WHOLE: &str = r#"# Maya's profile
name = "Maya"   # a name
season = "base"

# The runs.
[runs]
days = ["tue", "thu",
        "sun"]  # three
minutes = { easy = 40,  long = 90 } # inline
long = "sun"
# nothing on Mondays

[time]
Monday = 30 # little
time.x = 1
"#;

/// The same without what is no profile.
fn whole() -> String {
    WHOLE.replace("time.x = 1\n", "")
        + "\n[[races]]\ndate = 2027-01-10\npriority = \"c\" # a test\n\n[health]\npain = false\n# the end\n"
}

/// What `set` makes of a text, and what it says.
#[track_caller]
fn set(text: &str, arguments: &[&str]) -> (String, String) {
    let folder = Folder::new("set");
    folder.write("runplan.toml", text);
    let ran = ran(runplan("set").args(arguments).current_dir(&folder.0));
    assert_eq!(ran.code, Some(0), "{arguments:?}: {ran:?}");
    assert!(ran.out.is_empty());
    assert_eq!(folder.names(), ["p.toml", "runplan.toml"]);
    (folder.read("runplan.toml"), ran.err)
}

#[test]
fn a_value_changes_where_it_stands_and_nothing_else_does() {
    for (key, value, from, to, said) in [
        ("name", "Maia", "\"Maya\"", "\"Maia\"", "name: Maya → Maia"),
        (
            "runs.days",
            "tue,sat,sun",
            "[\"tue\", \"thu\",\n        \"sun\"]",
            "[\"tue\", \"sat\", \"sun\"]",
            "runs.days: tue, thu, sun → tue, sat, sun",
        ),
        (
            "runs.days",
            "[\"tue\", \"sun\"]",
            "[\"tue\", \"thu\",\n        \"sun\"]",
            "[\"tue\", \"sun\"]",
            "→ tue, sun",
        ),
        ("runs.days", "weekend", "[\"tue\", \"thu\",\n        \"sun\"]", "\"weekend\"", "→ weekend"),
        ("runs.minutes.easy", "45", "easy = 40", "easy = 45", "runs.minutes.easy: 40 → 45"),
        (
            "runs.minutes",
            "{ easy = 30 }",
            "{ easy = 40,  long = 90 }",
            "{ easy = 30 }",
            "easy 40 long 90 → easy 30",
        ),
        ("time.mon", "08:00-09:30", "Monday = 30", "Monday = \"08:00-09:30\"", "time.mon: 30 → 08:00-09:30"),
        ("health.pain", "true", "pain = false", "pain = true", "false → true"),
        ("season", "race-prep", "\"base\"", "\"race-prep\"", "base → race-prep"),
    ] {
        let wanted = whole().replace(from, to);
        let (text, told) = set(&whole(), &[key, value]);
        assert_eq!(text, wanted, "{key}={value}");
        assert!(told.contains(said), "{told}");
        // The same with other line ends and with a mark in front.
        let odd = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(set(&odd(&whole()), &[key, value]).0, odd(&wanted), "{key}={value}");
    }
}

#[test]
fn a_key_that_is_not_there_yet_gets_its_place() {
    for (key, value, line) in [
        ("level", "novice", "level = \"novice\"\n"),
        ("runs.speed", "tue", "speed = \"tue\"\n"),
        ("runs.minutes.tue", "50", "tue = 50"),
        ("time.weekend", "120", "weekend = 120\n"),
        ("strength.minutes", "30", "[strength]\nminutes = 30\n"),
        ("places.gym.equipment", "gym", "[places]\ngym = { equipment = \"gym\" }\n"),
        ("race.date", "2027-02-14", "[race]\ndate = 2027-02-14\n"),
    ] {
        let (text, told) = set(&whole(), &[key, value]);
        assert!(text.contains(line), "{key}: {text}");
        assert!(told.contains(&format!("{key}: not said → ")), "{told}");
        for line in whole().lines().filter(|line| !line.contains("minutes = {")) {
            assert!(text.contains(line), "{key}: {line} is gone: {text}");
        }
        // What was at the end stays before a table that is new.
        assert!(text.find("# the end") < text.find("[strength]").or(Some(usize::MAX)), "{text}");
        let odd = format!("\u{feff}{}", whole().replace('\n', "\r\n"));
        let (crlf, _) = set(&odd, &[key, value]);
        assert_eq!(crlf, format!("\u{feff}{}", text.replace('\n', "\r\n")), "{key}");
    }
    let dotted = "season = \"base\"\nruns.days = [\"tue\"]\nstrength.minutes = 30 # half an hour\n";
    let (text, _) = set(dotted, &["strength.sessions", "2"]);
    assert!(text.contains("strength.minutes = 30 # half an hour\nstrength.sessions = 2\n"), "{text}");
    let (text, _) = set(dotted, &["strength.minutes", "20"]);
    assert_eq!(text, dotted.replace("30 #", "20 #"));
    // Without an end of its last line.
    let (text, _) = set(PROFILE.trim_end(), &["runs.speed", "tue"]);
    assert!(text.ends_with("long = \"sun\"\nspeed = \"tue\"\n"), "{text}");
}

#[test]
fn a_first_profile_can_be_changed_key_by_key() {
    let folder = Folder::new("first");
    let run = |line: &str| ran(runplan(line).current_dir(&folder.0)).is(0, "").text();
    run("init --days tue,sun --long sun --yes");
    let lines = folder.read("runplan.toml");
    for line in
        ["strength.minutes 30", "time.weekday 60", "mobility.sessions 2", "runs.speed tue", "name Maya"]
    {
        run(&format!("set {line}"));
    }
    let text = folder.read("runplan.toml");
    for line in lines.lines() {
        assert!(text.contains(line), "{line} is gone: {text}");
    }
    assert!(run("week --week 2026-W48").contains("Maya"));
}

#[test]
fn a_key_is_taken_out_and_comments_stay() {
    for (key, gone) in [
        ("runs.long", "long = \"sun\"\n"),
        ("season", "season = \"base\"\n"),
        ("time.mon", "Monday = 30 # little\n"),
        ("runs.minutes", "minutes = { easy = 40,  long = 90 } # inline\n"),
        ("health.pain", "pain = false\n"),
    ] {
        let (text, told) = set(&whole(), &[key, "--remove"]);
        assert_eq!(text, whole().replace(gone, ""), "{key}");
        assert!(told.contains("→ not said"), "{told}");
    }
    let (text, _) = set(&whole(), &["runs.minutes.easy", "--remove"]);
    assert!(text.contains("long = 90 } # inline") && !text.contains("easy"), "{text}");
    let (text, _) = set(&whole(), &["races", "--remove"]);
    assert!(!text.contains("2027-01-10") && text.contains("[health]"), "{text}");
    let (text, _) = set(&whole(), &["races", "[{ date = 2027-01-17, priority = \"b\" }]"]);
    assert!(
        text.contains("2027-01-17") && !text.contains("2027-01-10") && text.contains("[health]"),
        "{text}"
    );
}

#[test]
fn what_would_be_no_profile_is_not_written() {
    let folder = Folder::new("refused");
    let run =
        |arguments: &[&str]| ran(runplan("set --profile p.toml").args(arguments).current_dir(&folder.0));
    for (arguments, words) in [
        (&["runs.longg", "sun"][..], "did you mean `long`"),
        (&["runs.days", "tue,wedd"], "did you mean `wed`"),
        (&["runs.days", "tue"], "`sun` is not one of the run days"),
        (&["runs.days", "--remove"], "`runs.days` is missing"),
        (&["strength.minutes", "soon"], "a whole number from"),
        (&["strength.minutes", "601"], "out of range"),
        (&["season.x", "1"], "cannot be set"),
        (&["runs.speed", "--remove"], "`runs.speed` is not in p.toml"),
        (&["", "1"], "sets nothing"),
        (&["runs..days", "1"], "is not a key"),
        (&["name", "[1"], "is not a TOML value"),
        (&["runs.days"], "<VALUE>"),
        (&["runs.days", "tue", "--remove"], "--remove"),
    ] {
        run(arguments).is(2, words);
        assert_eq!(folder.read("p.toml"), PROFILE, "{arguments:?}");
    }
    // All of it at once.
    let two = run(&["runs", "{ days = [\"tue\", \"wedd\"], long = \"sunn\" }"]);
    assert!(two.is(2, "`wed`").err.contains("`sun`"), "{two:?}");
    for (text, file, words) in [
        ("{\"season\": \"base\", \"runs\": {\"days\": [\"tue\"]}}", "x.json", "is JSON"),
        ("season = \"base\"\n[runs\n", "x.toml", "error:"),
        ("season = \"bse\"\n[runs]\ndays = [\"tue\"]\n", "x.toml", "did you mean `base`"),
    ] {
        folder.write(file, text);
        ran(runplan(&format!("set --profile {file} level novice")).current_dir(&folder.0)).is(2, words);
        assert_eq!(folder.read(file), text);
    }
    ran(runplan("set level novice").current_dir(folder.join(""))).is(2, "runplan init");
    run(&["--profile", "none.toml", "level", "novice"]).is(2, "cannot be used multiple times");
    ran(runplan("set --profile none.toml level novice").current_dir(&folder.0)).is(2, "runplan init");
}

#[test]
fn the_profile_may_be_anywhere() {
    let changed = PROFILE.replace("[runs]", "level = \"novice\"\n[runs]");
    let piped = given(&mut runplan("set --profile - level novice"), PROFILE.as_bytes());
    assert_eq!(piped.is(0, "").text(), changed);
    assert!(piped.err.contains("level: not said → novice"));
    let folder = Folder::new("where");
    ran(runplan("set level novice").env("RUNPLAN_PROFILE", folder.join("p.toml"))).is(0, "");
    assert_eq!(folder.read("p.toml"), changed);
    let quiet = ran(runplan("set level advanced -q").env("RUNPLAN_PROFILE", folder.join("p.toml")));
    assert!(quiet.is(0, "").err.is_empty());
    let json =
        ran(runplan("set level novice --error-format json").env("RUNPLAN_PROFILE", folder.join("p.toml")));
    assert!(json.err.starts_with("{\"schema\":\"runplan.diagnostic/1\",\"level\":\"note\""), "{json:?}");
}

#[cfg(unix)]
#[test]
fn links_and_permissions_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new("links");
    symlink("p.toml", folder.join("runplan.toml")).expect("a link");
    std::fs::set_permissions(folder.join("p.toml"), PermissionsExt::from_mode(0o640)).expect("a mode");
    ran(runplan("set level novice").current_dir(&folder.0)).is(0, "");
    assert!(folder.join("runplan.toml").symlink_metadata().expect("it").is_symlink());
    assert!(folder.read("p.toml").contains("novice"));
    let mode = folder.join("p.toml").metadata().expect("it").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    std::fs::set_permissions(folder.join("p.toml"), PermissionsExt::from_mode(0o440)).expect("a mode");
    let before = folder.read("p.toml");
    ran(runplan("set level advanced").current_dir(&folder.0)).is(3, "it may only be read");
    assert_eq!(folder.read("p.toml"), before);
    assert_eq!(folder.names(), ["p.toml", "runplan.toml"]);
}
