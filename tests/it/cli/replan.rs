//! `replan` through the program: every format, files, pipes, calendars written again, and a plan without a profile.

use super::program::{Folder, given, ran, runplan};
use crate::schemas::{keeps, validator};
use runplan::export::FORMATS;
use serde_json::Value;

/// Examples with a moment and what is lost of their week.
const LOST: [(&str, &str); 6] = [
    ("marathoner", "--now 2026-11-24T21:00 --block wed"),
    ("toddler-evenings", "--now 2026-11-24T21:30 --block wed,thu"),
    ("shift-worker", "--now 2026-11-26T07:00 --missed wed"),
    ("half-plan", "--now 2027-01-12T21:00 --block thu,sun"),
    ("marathon-plan", "--now 2027-03-16T21:00 --missed tue --block fri"),
    ("race-week", "--now 2026-11-24T21:00 --block thu"),
];

fn printed(arguments: &str) -> String {
    ran(&mut runplan(arguments)).is(0, "").text()
}

#[test]
fn every_format_tells_a_week_that_was_planned_again() {
    let schema = validator("replan");
    for (name, lost) in LOST {
        let all = format!("replan --profile examples/{name}.toml {lost}");
        for format in FORMATS {
            let text = printed(&format!("{all} --format {}", format.name));
            assert!(!text.is_empty(), "{name} {}", format.name);
            assert_eq!(text, printed(&format!("{all} --format {}", format.name)), "the same again");
            if format.for_programs() {
                let value: Value = serde_json::from_str(&text).expect("JSON");
                keeps(&schema, &value);
                assert_eq!(value["weeks"][0]["week"], value["week"], "{name}");
            }
        }
        let folder = Folder::new("replan-check");
        folder.write("week.json", printed(&format!("{all} --format json")));
        // It is a plan like any other.
        let checked = ran(runplan("check week.json --format json").current_dir(&folder.0));
        assert!(checked.code < Some(2), "{name}: {}", checked.err);
    }
}

#[test]
fn from_the_profile_from_a_file_and_through_a_pipe_it_is_the_same() {
    for (name, lost) in LOST {
        let profile = format!("--profile examples/{name}.toml");
        let moment = lost.split(' ').nth(1).expect("a moment");
        let week = printed(&format!("week {profile} --week {} --format json", &moment[..10]));
        let by_profile = printed(&format!("replan {profile} {lost} --format json"));
        let by_pipe =
            given(&mut runplan(&format!("replan {profile} {lost} --from - --format json")), week.as_bytes());
        assert_eq!(by_pipe.is(0, "").text(), by_profile, "{name}");
        let lines = printed(&format!("week {profile} --week {} --format ndjson", &moment[..10]));
        let by_line =
            given(&mut runplan(&format!("replan {profile} {lost} --from - --format json")), lines.as_bytes());
        assert_eq!(by_line.is(0, "").text(), by_profile, "{name}, a line");
    }
}

#[test]
fn a_plan_of_many_weeks_gives_the_one_that_is_now() {
    let profile = "--profile examples/half-plan.toml";
    let lost = "--now 2027-01-12T21:00 --block thu";
    let by_profile = printed(&format!("replan {profile} {lost} --format json"));
    for format in ["json", "ndjson"] {
        let cycle = printed(&format!("cycle {profile} --format {format}"));
        let by_cycle =
            given(&mut runplan(&format!("replan {profile} {lost} --from - --format json")), cycle.as_bytes());
        assert_eq!(by_cycle.is(0, "").text(), by_profile, "{format}");
    }
}

#[test]
fn without_a_profile_the_plan_says_what_it_was_planned_with() {
    let week = printed("week --profile examples/marathoner.toml --week 2026-W48 --format json");
    let lost = "--now 2026-11-24T21:00 --block wed --format json";
    let alone = given(&mut runplan(&format!("replan --from - {lost}")), week.as_bytes());
    assert!(
        alone.err.starts_with("note: no profile found; the numbers of the plan itself count"),
        "{}",
        alone.err
    );
    let of = |text: &str| -> Value { serde_json::from_str(text).expect("JSON") };
    let by_profile = of(&printed(&format!("replan --profile examples/marathoner.toml {lost}")));
    assert_eq!(of(&alone.text())["touched"], by_profile["touched"]);
    assert_eq!(of(&alone.text())["weeks"][0]["days"], by_profile["weeks"][0]["days"]);
    let flags = given(&mut runplan(&format!("replan --from - {lost} --set rest.min=2")), week.as_bytes());
    flags.is(2, "error: flags change a profile, and there is none");
}

#[test]
fn a_second_day_counts_on_where_the_first_ended() {
    let folder = Folder::new("replan-twice");
    let profile = std::fs::canonicalize("examples/marathoner.toml").expect("a file");
    folder.write("maya.toml", std::fs::read_to_string(profile).expect("text"));
    let run = |arguments: &str| ran(runplan(arguments).current_dir(&folder.0)).is(0, "").text();
    run("week --profile maya.toml --week 2026-W48 --now 2026-11-22 -o week.ics");
    let first = folder.read("week.ics");
    run("replan --profile maya.toml --now 2026-11-24T21:00 --block wed -o one.json");
    run("replan --profile maya.toml --now 2026-11-24T21:00 --block wed -o week.ics");
    let second = "replan --profile maya.toml --from one.json --now 2026-11-25T21:00 --block sun";
    run(&format!("{second} -o week.ics"));
    let last = folder.read("week.ics");
    let fresh = run(&format!("{second} --format ics"));
    let events = |text: &str| -> Vec<(String, u64, String)> {
        let property = |event: &str, name: &str| {
            let line = event.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_else(|| panic!("{name} {event}")).to_owned()
        };
        let events = text.split("BEGIN:VEVENT").skip(1);
        events
            .map(|event| {
                let sequence = property(event, "SEQUENCE:").parse().expect("a number");
                (property(event, "UID:"), sequence, property(event, "STATUS:"))
            })
            .collect()
    };
    // Nothing that was ever there is lost, and of all of it stands each once.
    let [before, after] = [events(&first), events(&last)];
    assert_eq!(before.len(), after.len());
    assert!(before.iter().all(|(uid, ..)| after.iter().filter(|(other, ..)| other == uid).count() == 1));
    // What stays stands byte for byte.
    let tuesday = first.split("BEGIN:VEVENT").nth(1).expect("an event");
    assert!(last.contains(tuesday), "{tuesday}");
    // In a file of its own it has the numbers of the one that was written again.
    let known = |uid: &str| after.iter().find(|(other, ..)| other == uid).cloned();
    for (uid, sequence, status) in events(&fresh) {
        assert_eq!(known(&uid), Some((uid.clone(), sequence, status)), "{fresh}");
    }
}

#[test]
fn a_day_that_was_blocked_yesterday_stays_so() {
    let folder = Folder::new("replan-blocked");
    folder.write("maya.toml", std::fs::read_to_string("examples/marathoner.toml").expect("text"));
    let run = |arguments: &str| ran(runplan(arguments).current_dir(&folder.0)).is(0, "").text();
    run("replan --profile maya.toml --now 2026-11-23T20:00 --block tue,wed -o one.json");
    let text = run("replan --profile maya.toml --from one.json --now 2026-11-24T20:00 --block thu,fri");
    assert!(text.contains("Wed  – (blocked)") && text.contains("[break-begins]"), "{text}");
}

#[test]
fn around_a_plan_of_somebody_else_nothing_of_it_moves_for_nothing() {
    for now in ["2027-01-12T06:00", "2027-01-19T06:00", "2027-02-02T06:00", "2027-02-09T21:00"] {
        let flags = format!("--profile examples/beginner.toml --plan examples/book-plan.csv --now {now}");
        let text = printed(&format!("replan {flags}"));
        assert!(text.contains("Nothing had to change.") && !text.contains("The week after"), "{text}");
    }
}
