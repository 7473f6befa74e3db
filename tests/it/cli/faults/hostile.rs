//! Text from outside that could take a terminal over: in profiles, seasons, exercises, calendars, plans, on the command line
//! and in names of files. Whatever a command makes of it, nothing raw reaches a stream.

use crate::cli::program::{Folder, Ran, given, ran, runplan};
use runplan::wrap::is_unruly;
use std::fs;

/// Sequences and characters that terminals act on, or that turn the direction of a text.
const HOSTILE: [&str; 12] = [
    "\u{1b}]0;owned\u{7}",
    "\u{1b}[2J\u{1b}[31m",
    "\u{9b}2J",
    "\u{9d}0;owned\u{9c}",
    "\u{7f}\u{7f}",
    "a\rb",
    "\u{8}\u{8}",
    "\u{202e}txt.exe",
    "\u{2066}x\u{2069}",
    "\u{61c}\u{200f}",
    "\u{85}\u{90}q",
    "\u{b}\u{c}\u{e}",
];

/// That a stream holds nothing raw; documents for other programs have tabs and line ends of their own.
#[track_caller]
fn harmless(what: &str, ran: &Ran, ends: bool) {
    let raw = |c: char| is_unruly(c) && !(ends && c == '\r');
    for (stream, text) in [("standard output", ran.text()), ("standard error", ran.err.clone())] {
        let at = text.find(raw).map(|at| text[at..].chars().take(12).collect::<String>());
        assert_eq!(at, None, "{what}: raw on {stream}:\n{}", text.escape_debug());
    }
    assert!(matches!(ran.code, Some(0..=3)), "{what}: {ran:?}");
}

/// A text as TOML and JSON write it.
fn quoted(text: &str) -> String {
    let escape = |c: char| if c.is_control() { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

/// Profiles with something hostile at each place that takes text, or takes none.
fn profiles(bad: &str) -> Vec<String> {
    let bad = quoted(bad);
    let base = "season = \"base\"\n[runs]\ndays = [\"tue\", \"sun\"]\nlong = \"sun\"\n";
    vec![
        format!("name = {bad}\n{base}"),
        format!("{bad} = 1\n{base}"),
        format!("{base}{bad} = 3\n"),
        format!("[{bad}]\nx = 1\n{base}").replacen(base, "", 1) + "[runs]\ndays = [\"tue\"]\n",
        base.replace("\"base\"", &bad),
        base.replace("\"tue\"", &bad),
        base.replace("long = \"sun\"", &format!("long = {bad}")),
        format!("{base}[strength]\nequipment = [{bad}]\n"),
        format!("{base}[strength]\nexercises = {bad}\n"),
        format!("{base}[strength]\nplace = {bad}\n[places.{bad}]\nequipment = [\"band\"]\n"),
        format!("{base}[strength]\nplace = {bad}\n[places]\ngym = [\"barbell\"]\n"),
        format!("{base}[strength]\nplace = {bad}\n[places]\n{bad} = [\"barbell\"]\n"),
        format!("{base}[time]\n{bad} = 30\ntue = {bad}\n"),
        format!("{base}[race]\ndate = {bad}\ndistance = {bad}\n"),
        format!("{base}[one_rm]\n{bad} = 80\n"),
        format!(
            "name = {bad}\nseason = \"base\"\n[runs]\ndays = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]\n"
        ),
        format!("{base}# a comment\nx = = {bad}\n"),
        // As it stands, which no TOML allows.
        format!("name = \"{}\"\n{base}", bad.trim_matches('"')),
    ]
}

#[test]
fn profiles_reach_no_stream_raw() {
    let folder = Folder::new("hostile");
    let commands = [
        "week",
        "week --explain",
        "config",
        "config --format json",
        "cycle --weeks 2026-W48..2026-W49",
        "why tue",
        "why-not legs tue --format json",
        "session tue",
        "compare",
        "today --at 2026-11-24",
    ];
    let formats = ["json", "ndjson", "markdown", "csv", "ics", "html", "svg"];
    let all: Vec<String> = commands
        .iter()
        .map(ToString::to_string)
        .chain(formats.iter().map(|format| format!("week --format {format}")))
        .chain(["week --error-format json".to_owned()])
        .collect();
    let mut tried = 0;
    for (at, bad) in HOSTILE.iter().enumerate() {
        for (of, profile) in profiles(bad).iter().enumerate() {
            folder.write("bad.toml", profile);
            // Each place meets every command over the strings, and every string meets every place.
            for command in all.iter().skip((at + of) % 9).step_by(9) {
                let ran = ran(runplan(&format!("{command} --profile bad.toml")).current_dir(&folder.0));
                let ends = ["csv", "ics"].iter().any(|format| command.ends_with(format));
                harmless(&format!("{command}: {profile:?}"), &ran, ends);
                tried += 1;
            }
            let ran = ran(runplan("batch --profiles bad.toml").current_dir(&folder.0));
            harmless(&format!("batch: {profile:?}"), &ran, false);
        }
    }
    assert!(tried > 300, "{tried}");
}

#[test]
fn lines_of_a_batch_reach_no_stream_raw_and_keep_what_they_say() {
    for bad in HOSTILE {
        let name = quoted(bad);
        for line in [
            format!("{{\"name\":{name},\"season\":\"base\",\"runs\":{{\"days\":[\"tue\"]}}}}"),
            format!("{{\"name\":\"{bad}\",\"season\":\"base\",\"runs\":{{\"days\":[\"tue\"]}}}}"),
            format!("{{\"season\":\"base\",\"runs\":{{\"days\":[{name}]}}}}"),
            format!("{{{name}:1,\"season\":\"base\",\"runs\":{{\"days\":[\"tue\"]}}}}"),
            format!(
                "{{\"name\":{name},\"runs\":{{\"days\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"]}}}}"
            ),
            bad.to_owned(),
            format!("[{name}]"),
        ] {
            for detail in ["full", "brief"] {
                let ran =
                    given(&mut runplan(&format!("batch --detail {detail}")), format!("{line}\n").as_bytes());
                harmless(&line, &ran, false);
                for answer in ran.text().lines() {
                    let answer: serde_json::Value = serde_json::from_str(answer).expect("JSON");
                    if let Some(runner) = answer["runner"].as_str() {
                        assert_eq!(runner, bad, "what it says is the same");
                    }
                }
            }
        }
    }
}

#[test]
fn words_of_the_command_line_reach_no_stream_raw() {
    let folder = Folder::new("words");
    for bad in HOSTILE {
        let cases: Vec<Vec<String>> = [
            "week|--@",
            "@",
            "week|@",
            "week|--week|@",
            "week|--now|@",
            "week|--season|@",
            "week|--season|./@.toml",
            "week|--placement|@",
            "week|--place|@",
            "week|--block|@",
            "week|--set|@=1",
            "week|--set|name=@",
            "week|--set|season=@",
            "week|--profile|@",
            "week|--busy|@",
            "week|--zone|@",
            "week|--alarm|@",
            "week|--format|@",
            "week|-o|@.zzz",
            "week|-o|@/w.json",
            "why|@",
            "why-not|@|mon",
            "why-not|legs|@",
            "session|@",
            "today|--at|@",
            "rules|@",
            "seasons|@",
            "exercises|@",
            "exercises|--equipment|@",
            "exercises|--own|@",
            "schema|@",
            "man|@",
            "completions|@",
            "check|@",
            "check|--start|@|p.toml",
            "compare|@|@",
            "batch|@",
            "batch|--set|@",
            "batch|--season|@",
            "batch|--profiles|@",
            "cycle|--weeks|@",
            "cycle|--race|@",
            "init|@/x.toml|--yes",
            "init|--yes|--days|@|y.toml",
            "init|--yes|--name|@|--force|y.toml",
            "config|--set|name=@",
        ]
        .iter()
        .map(|words| words.split('|').map(|word| word.replace('@', bad)).collect())
        .collect();
        for words in cases {
            for more in [&[][..], &["--error-format", "json"], &["--color", "always"]] {
                let ran = ran(runplan("").args(&words).args(more).current_dir(&folder.0));
                if more.contains(&"always") {
                    // Colours of our own are there; nothing else.
                    let text = format!("{}{}", ran.text(), ran.err);
                    let plain = without_colours(&text);
                    assert!(!plain.contains(is_unruly), "{words:?}: {}", text.escape_debug());
                    continue;
                }
                harmless(&format!("{words:?}"), &ran, false);
            }
        }
    }
}

/// A text without the sequences that set colours.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| {
        let end = part.find(|c: char| !(c.is_ascii_digit() || c == ';')).unwrap_or(part.len());
        assert_eq!(part.get(end..=end), Some("m"), "only colours: {part:?}");
        plain + &part[end + 1..]
    })
}

#[cfg(unix)]
#[test]
fn names_of_files_reach_no_stream_raw() {
    let season = ran(&mut runplan("seasons base --source")).text();
    for bad in HOSTILE.iter().chain(&["a\nerror: b"]) {
        let folder = Folder::new("file-names");
        let profile = format!("{bad}.toml");
        folder.write(&profile, crate::cli::program::PROFILE);
        folder.write(format!("s{bad}.toml"), &season);
        folder.write(format!("wrong{bad}.toml"), "x = = 1\nseason = \"bsae\"\n");
        folder.write(format!("plan{bad}.csv"), "Week,Mon,Tue\n1,rest,easy 40\n2,what is this,x\n");
        folder.write(format!("theirs{bad}.json"), "{\"some\": \"document\"}");
        fs::create_dir(folder.join(format!("dir{bad}"))).expect("a folder");
        for words in [
            "week|--profile|@.toml",
            "config|--profile|@.toml",
            "config|--profile|@.toml|--format|json",
            "week|--profile|@.toml|--season|./s@.toml",
            "config|--profile|@.toml|--season|./s@.toml",
            "week|--profile|wrong@.toml",
            "week|--profile|wrong@.toml|--error-format|json",
            "week|--season|./wrong@.toml",
            "week|--profile|dir@",
            "week|--profile|none@.toml",
            "week|--profile|p.toml|-o|w@.json",
            "week|--profile|p.toml|-o|theirs@.json",
            "week|--profile|@.toml|--format|json|-o|@.toml",
            "week|--profile|p.toml|-o|dir@",
            "week|--profile|p.toml|-o|none@/w.json",
            "check|plan@.csv",
            "check|plan@.csv|--format|short",
            "check|plan@.csv|--format|json",
            "check|none@.csv",
            "check|wrong@.toml",
            "compare|plan@.csv|plan@.csv",
            "compare|plan@.csv|none@.csv",
            "batch|none@",
            "batch|dir@",
            "batch|--profiles|wrong@.toml|none@.toml",
            "exercises|--own|wrong@.toml",
            "init|--yes|new@.toml",
            "init|--yes|new@.toml",
            "init|--yes|none@/new.toml",
        ] {
            let words: Vec<String> = words.split('|').map(|word| word.replace('@', bad)).collect();
            let ran = ran(runplan("").args(&words).current_dir(&folder.0));
            harmless(&format!("{words:?}"), &ran, false);
            assert!(
                !ran.err.contains("\nerror: b") && !ran.text().contains("\nerror: b"),
                "{words:?}: {ran:?}"
            );
        }
    }
}

#[test]
fn seasons_exercises_plans_and_calendars_reach_no_stream_raw() {
    let season = ran(&mut runplan("seasons base --source")).text();
    let name = season.lines().find(|line| line.starts_with("name")).expect("a season has a name").to_owned();
    for bad in HOSTILE {
        let folder = Folder::new("others");
        folder.write("season.toml", season.replacen(&name, &format!("name = {}", quoted(bad)), 1));
        let exercise = format!(
            "[{}]\nname = {}\n[squat]\nname = {}\nregion = {}\n",
            quoted(bad),
            quoted(bad),
            quoted(bad),
            quoted(bad)
        );
        folder.write("own.toml", exercise);
        folder.write(
            "plan.csv",
            format!("Week,Mon,Tue,{bad}\n{bad},rest {bad},easy 40 {bad},rest\n2,{bad},x,y\n"),
        );
        folder.write(
            "week.json",
            format!(
                "{{\"schema\":{0},\"days\":[{{\"day\":{0},\"sessions\":[{{\"kind\":{0}}}]}}]}}",
                quoted(bad)
            ),
        );
        let event = |title: &str, rule: &str| {
            format!(
                "BEGIN:VEVENT\r\nUID:1@x\r\nDTSTART:20261125T090000Z\r\nDTEND:20261125T100000Z\r\nSUMMARY:{title}\r\n{rule}END:VEVENT\r\n"
            )
        };
        let calendar = |events: String| {
            format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n")
        };
        let title = bad.replace('\r', " ");
        folder.write(
            "busy.ics",
            calendar(
                event(&title, &format!("RRULE:FREQ={title};BYDAY={title}\r\n")) + &event("Easy run 40", ""),
            ),
        );
        folder.write(
            "zone.ics",
            calendar(event(&title, "").replace("DTSTART:", &format!("DTSTART;TZID={title}:"))),
        );
        for command in [
            "week --profile p.toml --season ./season.toml",
            "week --profile p.toml --season ./season.toml --format markdown",
            "week --profile p.toml --season ./season.toml --format json",
            "config --profile p.toml --season ./season.toml",
            "config --profile p.toml --season ./season.toml --format json",
            "batch --season ./season.toml --profiles p.toml",
            "exercises --own own.toml",
            "exercises --own own.toml --format json",
            "check plan.csv",
            "check plan.csv --all",
            "check plan.csv --format short",
            "check plan.csv --format json",
            "check week.json",
            "compare plan.csv plan.csv",
            "compare plan.csv plan.csv --format json",
            "check busy.ics",
            "week --profile p.toml --week 2026-W48 --zone UTC --busy busy.ics",
            "week --profile p.toml --week 2026-W48 --zone UTC --busy zone.ics",
            "week --profile p.toml --week 2026-W48 --zone UTC --busy zone.ics --error-format json",
            "why wed --profile p.toml --week 2026-W48 --zone UTC --busy busy.ics",
        ] {
            let ran = ran(runplan(command).current_dir(&folder.0));
            harmless(&format!("{command}: {bad:?}"), &ran, false);
        }
    }
}

/// Bytes of an answer to something long, at most; problems are twenty-five, and each has some lines.
const MOST: usize = 6_000;

#[test]
fn errors_about_something_long_are_short() {
    let folder = Folder::new("long");
    let base = "season = \"base\"\n[runs]\ndays = [\"tue\"]\n";
    for (of, fill) in ["x", "x ", "ä", "小", "`", "'", "\\u001b", "\u{202e}", "x="].into_iter().enumerate()
    {
        let long = fill.repeat(300_000 / fill.len());
        let toml = [
            format!("{base}\"{long}\" = 1\n"),
            format!("\"{long}\" = 1\n{base}"),
            base.replace("base", &long),
            base.replace("tue", &long),
            format!("{base}[strength]\nequipment = [\"{long}\"]\n"),
            format!("{base}[strength]\nplace = \"{long}\"\n[places]\ngym = [\"band\"]\n"),
            format!("{base}[time]\ntue = \"{long}\"\n"),
            format!("{base}[race]\ndate = \"{long}\"\n"),
            format!("{base}[\"{long}\"]\nx = 1\n"),
            format!("{base}long = [\"{long}\", 1]\n"),
            format!("{base}x = = \"{long}\"\n"),
            format!("{base}long = \"mon\" # {long}\n"),
        ];
        // Each place meets every command, and every text a third of the places.
        for (at, text) in toml.iter().enumerate().skip(of % 3).step_by(3) {
            folder.write("long.toml", text);
            let commands = [
                "week --profile long.toml",
                "week --profile long.toml --error-format json",
                "config --profile long.toml",
                "week --profile p.toml --season ./long.toml",
                "batch --profiles long.toml",
            ];
            for command in commands.into_iter().skip((of + at) % 2).step_by(2) {
                let ran = ran(runplan(command).current_dir(&folder.0));
                assert!(ran.code == Some(1) || ran.code == Some(2), "{at}: {command}: {ran:?}");
                assert!(ran.err.len() + ran.out.len() < MOST, "{at}, {fill:?}: {command}: {}", ran.err.len());
            }
        }
        let json = format!("{{\"season\":\"base\",\"runs\":{{\"days\":[\"tue\"]}},\"{long}\":1}}\n");
        let ran = given(&mut runplan("batch"), json.as_bytes());
        assert!(ran.code == Some(1) && ran.out.len() < MOST, "{fill:?}: {}", ran.out.len());
        // A word of a command line holds 128 KiB.
        let word: String = long.chars().take(30_000).collect();
        let flag = format!("--{word}");
        for words in [
            vec!["week", "--set", &word],
            vec!["week", &flag],
            vec!["week", "--season", &word],
            vec!["week", "--week", &word],
            vec!["rules", &word],
            vec!["exercises", &word],
            vec!["why", &word],
            vec!["check", &word],
            vec!["week", "--format", &word],
        ] {
            let ran = crate::cli::program::ran(runplan("").args(&words));
            assert!(ran.code == Some(2) && ran.err.len() < MOST, "{}: {}", words[0], ran.err.len());
        }
    }
}
