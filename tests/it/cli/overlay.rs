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
