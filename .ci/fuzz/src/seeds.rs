//! The seed corpus and the dictionary of each target, made at run time from the project's own examples and words.

use crate::text::as_json;
use runplan::import::words::vocabulary::VOCABULARY;
use runplan::input::document;
use runplan::profile::{Equipment, TABLES, WeakArea};
use runplan::rules::RULES;
use runplan::season::DoseKind;
use runplan::week::day::Day;
use runplan::week::phase::Phase;
use runplan::week::race::Distance;
use runplan::week::session::{Class, Experience, Placement, Run, Style};
use runplan::word::Word;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Where files of the project are.
const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
/// Folders with inputs of every kind; the ending says which.
const FOLDERS: [&str; 7] = [
    "examples",
    "plans",
    "tests/cmd/bad-input.in",
    "tests/cmd/check.in",
    "tests/cmd/out.in",
    "tests/cmd/session.in",
    "tests/exports",
];

/// Writes the seeds of a target to `seeds` and its words to `words` in the folder that `RUNPLAN_FUZZ` names, if it names
/// one. libFuzzer calls this before it reads either.
pub fn start(target: &str) {
    let Some(folder) = env::var_os("RUNPLAN_FUZZ").map(PathBuf::from) else { return };
    let seeds = folder.join("seeds");
    fs::create_dir_all(&seeds).expect("a folder for seeds");
    let write = |name: &str, bytes: &[u8]| fs::write(seeds.join(name), bytes).expect("a seed is written");
    let of = |ending: &str| {
        let ending = ending.to_owned();
        files().into_iter().filter(move |(name, _)| name.ends_with(&ending))
    };
    match target {
        "profile-toml" | "season" => of(".toml").for_each(|(name, bytes)| write(&name, &bytes)),
        "profile-json" => {
            for (name, bytes) in of(".toml") {
                let text = String::from_utf8_lossy(&bytes);
                if let Some(json) = as_json(&document::toml(&text, 0).0) {
                    write(&name, json.as_bytes());
                }
            }
            let lines =
                fs::read(Path::new(PROJECT).join("tests/cmd/batch.in/runners.ndjson")).unwrap_or_default();
            for (at, line) in lines.split(|byte| *byte == b'\n').enumerate() {
                write(&format!("line-{at}"), line);
            }
        }
        "csv" | "ics" => of(&format!(".{target}")).for_each(|(name, bytes)| write(&name, &bytes)),
        "coach" => {
            of(".json").chain(of(".ndjson")).for_each(|(name, bytes)| write(&name, &bytes));
        }
        "notation" => {
            for rule in RULES {
                for (at, line) in rule.breaks.iter().chain(rule.keeps).enumerate() {
                    write(&format!("{}-{at}", rule.id), line.as_bytes());
                }
            }
        }
        _ => {
            // Bytes that choose: a few lengths of what repeats and what does not.
            for (at, step) in [0u8, 1, 37, 91, 149, 211].into_iter().enumerate() {
                let bytes: Vec<u8> = (0..400u16).map(|n| (n as u8).wrapping_mul(step)).collect();
                write(&at.to_string(), &bytes);
            }
        }
    }
    fs::write(folder.join("words"), words(target)).expect("words are written");
}

/// The files of the project's folders with their names.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for folder in FOLDERS {
        let Ok(entries) = fs::read_dir(Path::new(PROJECT).join(folder)) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if let (Some(name), Ok(bytes)) =
                (path.file_name().and_then(|name| name.to_str()), fs::read(&path))
            {
                all.push((format!("{}-{name}", folder.replace('/', "-")), bytes));
            }
        }
    }
    all
}

/// A dictionary for libFuzzer: what stands in texts of the target's kind.
fn words(target: &str) -> String {
    let mut words: BTreeSet<String> = BTreeSet::new();
    let mut add = |all: &[&str]| words.extend(all.iter().map(|word| (*word).to_owned()));
    add(&Day::ALL.iter().map(|day| day.id()).collect::<Vec<_>>());
    match target {
        "profile-toml" | "profile-json" | "season" | "notation" => {
            for (table, keys) in TABLES.iter() {
                add(&[&format!("\n[{table}]\n"), &format!("{table}."), &format!("\"{table}\": {{")]);
                add(keys);
            }
            add(&ids::<Phase>());
            add(&ids::<Equipment>());
            add(&ids::<WeakArea>());
            add(&ids::<Distance>());
            add(&ids::<Experience>());
            add(&ids::<Placement>());
            add(&ids::<Style>());
            add(&ids::<Class>());
            add(&ids::<Run>());
            add(&ids::<DoseKind>());
            add(&[
                "true",
                "false",
                "null",
                "2027-02-14",
                "06:30-07:45",
                "\"off\"",
                "= 0",
                "= 601",
                "weekday",
                "[",
                "]",
            ]);
            add(&[
                "usual",
                "speed_max",
                "volume",
                "volume_before_marathon",
                "rotation_weeks",
                "minutes_usual",
                "lifts",
            ]);
            add(&[
                "maintain-heavy",
                "share",
                "percent",
                "rir",
                "sets",
                "reps",
                "dose",
                "plyo",
                "contacts",
                "core",
            ]);
            add(&[
                "phase",
                "summary",
                "hard_days",
                "single",
                "double",
                "\n[[exercise]]\n",
                "id",
                "region",
                "pattern",
            ]);
            add(&[
                "kind",
                "cue",
                "per_side",
                "easier",
                "harder",
                "intensity",
                "past=",
                "busy=",
                "block=",
                "race=+6",
            ]);
        }
        "ics" => {
            add(&[
                "BEGIN:VCALENDAR\r\n",
                "END:VCALENDAR\r\n",
                "BEGIN:VEVENT\r\n",
                "END:VEVENT\r\n",
                "SUMMARY:",
                "UID:",
            ]);
            add(&[
                "DTSTART:20261124T070000\r\n",
                "DTSTART;VALUE=DATE:20261124\r\n",
                "DTEND;TZID=Europe/Berlin:",
                "\r\n ",
            ]);
            add(&[
                "RRULE:FREQ=WEEKLY;COUNT=3\r\n",
                "FREQ=SECONDLY",
                "FREQ=YEARLY",
                ";UNTIL=20270101",
                ";INTERVAL=",
                "BYDAY=MO",
            ]);
            add(&[
                "EXDATE:",
                "RDATE:",
                "RECURRENCE-ID:",
                "DURATION:PT1H\r\n",
                "STATUS:CANCELLED\r\n",
                "BYSETPOS=-1",
                "BYMONTHDAY=",
            ]);
            add(&[
                "BEGIN:VTIMEZONE\r\n",
                "BEGIN:STANDARD\r\n",
                "TZOFFSETFROM:+0100\r\n",
                "TZOFFSETTO:",
                "X-WR-TIMEZONE:UTC\r\n",
                "TZID:",
            ]);
            add(&[
                "99991231T235959Z",
                "00010101",
                "TRANSP:TRANSPARENT\r\n",
                "SEQUENCE:",
                "PRODID:-//runplan//",
                "@runplan",
            ]);
        }
        "coach" => {
            add(&[
                "weeks",
                "days",
                "workouts",
                "date",
                "sport",
                "type",
                "name",
                "durationMinutes",
                "distanceMeters",
                "meta",
            ]);
            add(&[
                "eventDate",
                "athlete",
                "weekNumber",
                "2027-02-14",
                "runplan.week/1",
                "schema",
                "limits",
                "sessions",
                "kind",
            ]);
            add(&[
                "run", "strength", "swim", "bike", "brick", "race", "rest", "longrun", "findings", "rule",
                "2026-W48",
            ]);
        }
        "csv" => add(&[
            ",",
            ";",
            "\"",
            "\t",
            "Week",
            "2026-11-23",
            "23.11.2026",
            "11/23/2026",
            "Week of",
            "km",
            "mi",
            "'",
            "1h30",
        ]),
        _ => {}
    }
    if ["csv", "ics", "coach"].contains(&target) {
        for (_, _, known) in VOCABULARY {
            add(known);
        }
    }
    let mut out = String::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        let escaped: String = word
            .bytes()
            .map(|byte| match byte {
                b'"' | b'\\' => format!("\\{}", char::from(byte)),
                0x20..=0x7e => char::from(byte).to_string(),
                _ => format!("\\x{byte:02x}"),
            })
            .collect();
        let _ = writeln!(out, "\"{escaped}\"");
    }
    out
}

fn ids<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|word| word.id()).collect()
}
