//! `overlay` through the program: the same weeks by every command, files and calendars written again.

use super::program::{Folder, given, ran, runplan};
use std::collections::BTreeMap;

const BOOK: [&str; 2] = ["examples/book-plan.csv", "examples/book-plan.ics"];

fn printed(arguments: &str) -> String {
    ran(&mut runplan(arguments)).is(0, "").text()
}

#[test]
fn every_command_shows_the_same_weeks_of_a_plan() {
    for book in BOOK {
        let all = printed(&format!("overlay {book} --format ndjson --now 2026-11-16"));
        assert_eq!(all, printed(&format!("cycle --plan {book} --format ndjson --now 2027-03-01")), "{book}");
        let mut weeks = 0;
        for line in all.lines() {
            let of: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let week = of["week"].as_str().expect("a week");
            let alone = printed(&format!("week --plan {book} --week {week} --format ndjson"));
            assert_eq!(alone.trim_end(), line, "{book}, {week}");
            let part = printed(&format!("overlay {book} --weeks {week}..{week} --format ndjson"));
            assert_eq!(part.trim_end(), line, "{book}, {week} as a part");
            let sunday = of["days"][6]["date"].as_str().expect("a date");
            let mut today = runplan(&format!("today --plan {book} --at {sunday} --format json"));
            let today: serde_json::Value =
                serde_json::from_str(&ran(&mut today).is(0, "").text()).expect("JSON");
            assert_eq!(today["sessions"], of["days"][6]["sessions"], "{book}, {sunday}");
            weeks += 1;
        }
        assert_eq!(weeks, 12, "{book}");
    }
}

#[test]
fn a_plan_that_the_profile_names_is_that_of_every_command() {
    let folder = Folder::new("overlay-file");
    folder.write("book.csv", std::fs::read_to_string(BOOK[0]).expect("text"));
    std::fs::create_dir(folder.0.join("plans")).expect("a folder");
    folder.write("plans/mine.toml", "level = \"intermediate\"\n[plan]\nfile = \"../book.csv\"\n");
    folder.write("plain.toml", "level = \"intermediate\"\n");
    let run = |arguments: &str| {
        let mut command = runplan(arguments);
        ran(command.current_dir(&folder.0)).is(0, "").text()
    };
    for (command, flags) in [
        ("cycle", "--format ndjson"),
        ("week", "--week 2027-W04 --explain"),
        ("why wed", "--week 2027-W04"),
        ("why-not legs sat", "--week 2027-W04"),
        ("session wed", "--week 2027-W04"),
        ("compare", "--week 2027-W04"),
        ("today", "--at 2027-01-27"),
    ] {
        let by_file = run(&format!("{command} {flags} --profile plans/mine.toml"));
        let by_flag = run(&format!("{command} {flags} --plan book.csv --profile plain.toml"));
        // The file is named as it was found.
        assert_eq!(by_file.replace("plans/../book.csv", "book.csv"), by_flag, "{command}");
    }
}

#[test]
fn standard_input_is_a_plan_too() {
    let text = std::fs::read_to_string(BOOK[0]).expect("text");
    let by_input = given(&mut runplan("overlay - --format csv"), text.as_bytes());
    assert_eq!(by_input.is(0, "").text(), printed(&format!("overlay {} --format csv", BOOK[0])));
    let again = given(&mut runplan("overlay - --format csv"), &by_input.out);
    assert_eq!(again.out, by_input.out);
}

#[test]
fn a_table_that_was_written_is_written_again() {
    let folder = Folder::new("overlay-csv");
    folder.write("book.csv", std::fs::read_to_string(BOOK[0]).expect("text"));
    for flags in ["", "--set strength.sessions=3", ""] {
        let mut command = runplan(&format!("overlay book.csv -o with.csv {flags}"));
        ran(command.current_dir(&folder.0)).is(0, "");
        let with = folder.read("with.csv");
        let book = folder.read("book.csv");
        for (line, written) in with.lines().zip(book.lines()) {
            // Cells hold no commas here.
            let cells: Vec<(&str, &str)> = line.split(',').zip(written.split(',')).collect();
            assert!(cells.iter().all(|(with, book)| with.starts_with(book)), "{line}");
        }
    }
}

/// The events of a calendar that stand, and those that are called off: date and number by UID.
fn events(text: &str) -> [BTreeMap<String, (String, u32)>; 2] {
    let mut all = [BTreeMap::new(), BTreeMap::new()];
    for event in text.replace("\r\n ", "").split("BEGIN:VEVENT").skip(1) {
        let value = |name: &str| {
            let line = event.lines().find(|line| line.starts_with(name)).unwrap_or_default();
            line.rsplit(':').next().unwrap_or_default().trim().to_owned()
        };
        let off = usize::from(value("STATUS") == "CANCELLED");
        let number = value("SEQUENCE").parse().expect("a number");
        let twice = all[off].insert(value("UID"), (value("DTSTART"), number));
        assert!(twice.is_none(), "{event} is there twice");
    }
    all
}

#[test]
fn a_plan_that_changed_moves_what_it_must_and_nothing_is_there_twice() {
    let rows = |speed: &str| {
        let week = |monday: &str, days: &str| format!("{monday},{days}\n");
        let same = "Rest,Easy 5 mi,Tempo 6 mi,Easy 4 mi,Rest,Easy 4 mi,Long 10 mi";
        format!(
            "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n{}{}{}",
            week("2027-01-04", same),
            week("2027-01-11", speed),
            week("2027-01-18", same)
        )
    };
    let folder = Folder::new("overlay-ics");
    let write = |text: &str, hour: u8| {
        folder.write("book.csv", text);
        let now = format!("2027-01-02T{hour:02}:00");
        let mut command =
            runplan(&format!("overlay book.csv --season race-prep -o strength.ics --now {now}"));
        ran(command.current_dir(&folder.0)).is(0, "");
        folder.read("strength.ics")
    };
    let first = write(&rows("Rest,Easy 5 mi,Tempo 6 mi,Easy 4 mi,Rest,Easy 4 mi,Long 10 mi"), 8);
    let [before, off] = events(&first);
    assert!(before.len() > 8 && off.is_empty());
    assert_eq!(
        write(&rows("Rest,Easy 5 mi,Tempo 6 mi,Easy 4 mi,Rest,Easy 4 mi,Long 10 mi"), 9),
        first,
        "byte for byte"
    );
    // The tempo run of the second week moves to Thursday, and strength with it.
    let [after, off] =
        events(&write(&rows("Rest,Easy 5 mi,Easy 4 mi,Tempo 6 mi,Rest,Easy 4 mi,Long 10 mi"), 10));
    let moved: Vec<_> = after
        .iter()
        .filter(|(uid, (date, _))| before.get(*uid).is_some_and(|(was, _)| was != date))
        .collect();
    assert!(!moved.is_empty(), "{after:?}");
    assert!(moved.iter().all(|(_, (_, number))| *number == 1), "{moved:?}");
    for (uid, (date, number)) in &after {
        let week = date.as_str() >= "20270111" && date.as_str() <= "20270117";
        assert!(week || before.get(uid) == Some(&(date.clone(), *number)), "other weeks stay as they were");
    }
    assert!(off.len() <= 1, "{off:?}");
    // A week less: its sessions are called off.
    let text = rows("Rest,Easy 5 mi,Easy 4 mi,Tempo 6 mi,Rest,Easy 4 mi,Long 10 mi");
    let shorter: String = text.split_inclusive('\n').take(3).collect();
    let [after, off] = events(&write(&shorter, 11));
    assert!(after.values().all(|(date, _)| date.as_str() < "20270118"), "{after:?}");
    assert!(off.values().filter(|(date, _)| date.as_str() >= "20270118").count() >= 2, "{off:?}");
}

#[test]
fn what_is_no_plan_is_told_and_never_a_panic() {
    for (text, words) in [
        ("", ""),
        ("\u{0}\u{1}\u{2}", ""),
        ("Week,Mon\n1,easy\n", ""),
        ("{}", ""),
        ("[]", ""),
        ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", ""),
        ("{\"schema\": \"runplan.refusal/1\"}", ""),
        ("Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,Rest,Rest,Rest,Rest,Rest,Rest,Rest\n", "there is no run in it"),
    ] {
        let ran = given(&mut runplan("overlay -"), text.as_bytes());
        assert_eq!(ran.code, Some(2), "{text:?}: {ran:?}");
        assert!(ran.err.contains("error:") && ran.err.contains(words), "{text:?}: {ran:?}");
    }
}

#[test]
fn weeks_of_this_program_are_a_plan_of_one_runner_whose_weeks_follow_each_other() {
    let week = |week: &str, runner: &str| {
        printed(&format!(
            "week --profile examples/marathoner.toml --set name={runner} --week {week} --format ndjson"
        ))
    };
    let [one, two, three] = ["2026-W48", "2026-W49", "2026-W50"].map(|of| week(of, "Maya"));
    let overlay = |text: String| given(&mut runplan("overlay - --format ndjson"), text.as_bytes());
    assert_eq!(overlay(format!("{two}{one}")).is(0, "").text().lines().count(), 2, "in any order");
    overlay(format!("{one}{one}")).is(2, "2026-W48 is there twice (line 1) (line 2)");
    overlay(format!("{one}{three}")).is(2, "after 2026-W48 (line 1) comes 2026-W50 (line 2)");
    overlay(format!("{one}{}", week("2026-W49", "Ben"))).is(2, "it has the weeks of");
}

#[test]
fn the_example_with_strength_is_what_the_program_makes_of_it() {
    let made = "overlay examples/club-plan.csv --set strength.equipment=[\"dumbbell\",\"band\"] --format csv";
    let stands = std::fs::read_to_string("examples/club-plan-with-strength.csv").expect("text");
    assert_eq!(printed(made), stands);
    let again = "overlay examples/club-plan-with-strength.csv --set strength.equipment=[\"dumbbell\",\"band\"] --format csv";
    assert_eq!(printed(again), stands);
}

/// A plan of two weeks with its race at the end.
const RACES: &str = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n2027-01-04,Rest,Easy 40 min,Tempo 45 min,Easy 40 min,Rest,Easy 30 min,Long 80 min\n2027-01-11,Rest,Easy 30 min,Easy 30 min,Rest,Rest,Easy 20 min,Half marathon race\n";

/// The plan given on standard input, with flags.
fn overlaid(flags: &str, text: &str) -> super::program::Ran {
    given(&mut runplan(&format!("overlay - --now 2027-01-04 {flags}")), text.as_bytes())
}

/// The weeks of NDJSON.
fn weeks(text: &str) -> Vec<serde_json::Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_race_that_is_named_wrongly_moves_no_race_of_the_plan() {
    let plain = overlaid("--format ndjson", RACES);
    for date in ["2020-01-01", "2027-01-16", "2030-05-05"] {
        let named = overlaid(&format!("--format ndjson --race {date}"), RACES);
        assert_eq!(named.is(0, "").text(), plain.text(), "{date}");
        assert!(named.err.contains("race-differs") && named.err.contains("2027-01-17"), "{named:?}");
    }
    let right = overlaid("--format ndjson --race 2027-01-17", RACES);
    assert!(!right.err.contains("race-differs"), "{right:?}");
    // The distance alone is that of the plan's own race.
    let far = overlaid("--format ndjson --distance marathon", RACES);
    assert_eq!(weeks(&far.is(0, "").text())[1]["limits"]["race"]["distance"], "marathon");
    overlaid("--distance marathon", &RACES.replace("Half marathon race", "Long 60 min"))
        .is(2, "names no race");
    overlaid("--distance far", RACES).is(2, "`far` is not a distance");
}

#[test]
fn days_that_are_not_understood_are_left_alone() {
    let text = RACES.replace("Rest,Easy 40 min,Tempo 45 min", "Gardening,Easy 40 min,Tempo 45 min");
    let ran = overlaid("--format csv --set strength.days=[\"mon\",\"wed\"]", &text);
    assert!(ran.is(0, "").text().contains("2027-01-04,Gardening,"), "{ran:?}");
    assert!(ran.err.contains("standard input:2: `Gardening` is not recognised"), "{ran:?}");
}

#[test]
fn a_blocked_day_of_this_week_is_kept_free_and_of_no_other() {
    let free = overlaid("--format ndjson --set strength.days=[\"wed\",\"mon\"]", RACES);
    let on_wednesday = |text: &str| {
        let week = &weeks(text)[0];
        let sessions = week["days"][2]["sessions"].as_array().expect("sessions").clone();
        sessions.iter().any(|session| session["kind"] == "strength")
    };
    assert!(on_wednesday(&free.is(0, "").text()));
    let blocked = overlaid("--format ndjson --set strength.days=[\"wed\",\"mon\"] --block wed", RACES);
    assert!(!on_wednesday(&blocked.is(0, "").text()));
    let alone = {
        let folder = Folder::new("overlay-block");
        folder.write("p.csv", RACES);
        let mut command = runplan("week --plan p.csv --week 2027-W01 --format ndjson --block wed");
        let command = command.args(["--set", "strength.days=[\"wed\",\"mon\"]"]).current_dir(&folder.0);
        ran(command).is(0, "").text().replace("p.csv", "standard input")
    };
    assert_eq!(blocked.text().lines().next(), alone.lines().next(), "as the week alone has it");
    given(&mut runplan("overlay - --now 2026-01-04 --block wed"), RACES.as_bytes())
        .is(2, "none of the weeks");
}

#[test]
fn marks_line_ends_and_earlier_additions_are_kept_and_told() {
    let crlf = RACES.replace('\n', "\r\n");
    let marked = format!("\u{feff}{crlf}");
    let ran = overlaid("--format csv", &marked);
    let out = ran.is(0, "").text();
    assert!(out.starts_with("\u{feff}Week,Mon") && out.contains("(full)"), "{out}");
    assert!(!ran.err.contains("earlier overlay"), "{ran:?}");
    let again = overlaid("--format csv", &out);
    assert_eq!(again.text(), out);
    assert!(again.err.contains("earlier overlay"), "what is taken out is told: {again:?}");
    assert!(overlaid("--format csv --bom", RACES).text().starts_with("\u{feff}Week"));
    for (plan, line) in [(&crlf, 3), (&RACES.to_owned(), 3)] {
        let week = &weeks(&overlaid("--format ndjson", plan).text())[1];
        assert_eq!(week["days"][6]["sessions"][0]["source"]["line"], line, "{plan:?}");
    }
    overlaid("--format csv --weeks 2027-W01..2027-W01", RACES).is(2, "has all of its weeks");
}

#[test]
fn what_must_not_be_missed_stands_before_the_weeks() {
    let text = overlaid("--set health.pain=true", RACES).is(0, "").text();
    let week = printed("week --profile examples/marathoner.toml --set health.pain=true --week 2026-W48");
    let first = week.lines().find(|line| line.contains("[lighter-with-pain]")).is_some();
    assert!(first && text.contains("[lighter-with-pain]"), "{text}");
    assert!(text.find("[lighter-with-pain]") < text.find("2027-W01"), "{text}");
}

#[test]
fn the_commands_that_are_shown_next_run() {
    let folder = Folder::new("overlay-next");
    folder.write("my plan.csv", RACES.replace("2027-01-04", "1").replace("2027-01-11", "2"));
    let mut command = runplan("overlay --start 2027-01-04 --pace 6:30 --set strength.minutes=30");
    let shown = ran(command.arg("my plan.csv").current_dir(&folder.0)).is(0, "").text().replace("\n  ", " ");
    let next = shown
        .split("A week: runplan ")
        .nth(1)
        .and_then(|rest| rest.split(" All of it").next())
        .expect("a command");
    assert!(
        next.contains("--plan 'my plan.csv' --start 2027-01-04 --pace 6:30 --set strength.minutes=30"),
        "{next}"
    );
    let mut again = runplan("week --start 2027-01-04 --pace 6:30 --set strength.minutes=30 --week 2027-W01");
    ran(again.args(["--plan", "my plan.csv"]).current_dir(&folder.0)).is(0, "");
    assert!(!overlaid("", RACES).text().contains("A week:"), "of a pipe nothing more can be shown");
}
