//! A folder with a file a session: what is written, what is taken away, and what is left alone.

use super::program::{Folder, ran, runplan};
use std::fs;

const PROFILE: &str = "season = \"base\"\n[runs]\ndays = [\"tue\", \"thu\", \"sat\"]\nlong = \"sat\"\n";
const NOW: &str = "--week 2026-W49 --now 2026-12-01";

fn names(folder: &Folder, of: &str) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder.0.join(of))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("p.toml", PROFILE);
    folder
}

#[test]
fn a_week_written_again_has_nothing_twice_and_nothing_of_others_is_lost() {
    let folder = folder("watch");
    let run = |rest: &str| ran(runplan(&format!("{rest} --profile p.toml {NOW}")).current_dir(&folder.0));
    run("week -o w/").is(0, "");
    let first = names(&folder, "w");
    assert!(first.iter().any(|name| name.ends_with("strength.fit")), "{first:?}");
    assert!(
        first
            .iter()
            .all(|name| name.starts_with("2026-1") && name.split_once('.').is_some_and(|of| of.1 == "fit")),
        "{first:?}"
    );
    let bytes = |name: &String| fs::read(folder.0.join("w").join(name)).expect("a file");
    let before: Vec<_> = first.iter().map(bytes).collect();
    // The same again is the same; by its name alone, and by the format's.
    for again in ["week -o w/", "week -o w", "week --format fit -o w", "week -f FIT -o w/"] {
        run(again).is(0, "");
        assert_eq!(names(&folder, "w"), first);
        assert_eq!(first.iter().map(bytes).collect::<Vec<_>>(), before);
    }
    // Files of others, and of other weeks, stay; those of sessions that have gone go.
    fs::write(folder.0.join("w/notes.txt"), "mine").expect("written");
    fs::write(folder.0.join("w/2026-12-03-mobility.fit"), "not of the program").expect("written");
    fs::copy(folder.0.join("w").join(&first[0]), folder.0.join("w/2026-12-09-strength.fit")).expect("copied");
    fs::copy(folder.0.join("w").join(&first[0]), folder.0.join("w/2026-12-05-strength.fit")).expect("copied");
    run("week -o w/ --set strength.sessions=1 --set strength.min=1 --set mobility.sessions=0").is(0, "");
    let left = names(&folder, "w");
    for name in ["notes.txt", "2026-12-03-mobility.fit", "2026-12-09-strength.fit"] {
        assert!(left.iter().any(|of| of == name), "{left:?}");
    }
    assert_eq!(left.len(), 4, "{left:?}");
}

#[test]
fn what_is_not_ours_is_not_replaced_and_then_nothing_is_written() {
    let folder = folder("watch-others");
    let run = |rest: &str| ran(runplan(&format!("{rest} --profile p.toml {NOW}")).current_dir(&folder.0));
    run("week -o w/").is(0, "");
    let first = names(&folder, "w");
    let (one, last) = (folder.0.join("w").join(&first[0]), folder.0.join("w").join(&first[first.len() - 1]));
    fs::write(&one, "").expect("written");
    fs::write(&last, "somebody else's file").expect("written");
    run("week -o w/").is(2, "is no plan that runplan wrote");
    assert_eq!(fs::read(&one).expect("a file"), b"");
    run("week -o w/ --force").is(0, "");
    assert!(fs::read(&last).expect("a file").len() > 100);
}

#[test]
fn one_day_goes_to_a_file_a_folder_or_a_pipe() {
    let folder = folder("watch-day");
    let run = |rest: &str| ran(runplan(&format!("{rest} --profile p.toml")).current_dir(&folder.0));
    let week = ran(runplan(&format!("week --profile p.toml {NOW} --format json")).current_dir(&folder.0));
    let week: serde_json::Value = serde_json::from_str(&week.text()).expect("JSON");
    let days = week["days"].as_array().expect("days").clone();
    let has = |day: &serde_json::Value, kind: &str| {
        day["sessions"].as_array().expect("sessions").iter().any(|of| of["kind"] == kind)
    };
    let day = |both: bool| {
        let found = days.iter().find(|day| has(day, "strength") && has(day, "mobility") == both);
        found.map(|day| {
            (day["day"].as_str().expect("a day").to_owned(), day["date"].as_str().expect("a date").to_owned())
        })
    };
    let (both, date) = day(true).expect("a day with both");
    let one = run(&format!("session {both} -o a.fit {NOW}"));
    assert!(one.is(0, "").err.contains("mobility is a file of its own"), "{one:?}");
    run(&format!("today --at {date} -o b.fit {NOW}").replace(NOW, "")).is(0, "");
    let piped = run(&format!("session {both} --format fit {NOW}"));
    assert_eq!(piped.is(0, "").out, fs::read(folder.0.join("a.fit")).expect("a file"));
    run(&format!("session {both} -o d/ {NOW}")).is(0, "");
    assert_eq!(names(&folder, "d"), [format!("{date}-mobility.fit"), format!("{date}-strength.fit")]);
    assert_eq!(fs::read(folder.0.join("d").join(format!("{date}-strength.fit"))).expect("a file"), piped.out);
    run(&format!("today --at {date} --format html -o t.html")).is(0, "");
    let page = fs::read_to_string(folder.0.join("t.html")).expect("a page");
    assert!(page.contains("checkbox") && !page.contains("http"), "{page}");
}

#[test]
fn what_cannot_be_is_said_with_the_mend() {
    let folder = folder("watch-wrong");
    fs::write(folder.0.join("file"), "x").expect("written");
    let run = |rest: &str| ran(runplan(&format!("{rest} --profile p.toml {NOW}")).current_dir(&folder.0));
    for (line, said) in [
        ("week --format fit", "name a folder for them"),
        ("week -o w.fit", "name a folder for them"),
        ("week --format fit -o -", "name a folder for them"),
        ("week --format fit -o file", "name a folder for them"),
        ("week --format json -o w.fit", "disagree"),
        ("week --format fit -o w.ics", "disagree"),
        ("week --format json -o w/", "it names a directory"),
        ("session fri --format csv", "invalid value"),
        ("session fri -o fri.ics", "is the ending of no format of one day"),
        ("session mon --format intervals", "invalid value"),
    ] {
        let ran = run(line);
        assert!(ran.err.contains(said) && ran.code != Some(0), "{line}: {ran:?}");
    }
    run("week -o none/there/").is(3, "does not exist");
    // A day that has nothing for a watch says which days have.
    let rest = run("session sun -o sun.fit");
    assert!(rest.err.contains("has no strength and no mobility"), "{rest:?}");
    assert!(rest.err.contains("there is one on") && !folder.0.join("sun.fit").exists(), "{rest:?}");
    // A week without a session for a watch says so; without a week there is no folder.
    let bare = run("week -o bare/ --block mon,tue,wed,thu,fri,sat,sun");
    assert!(bare.is(0, "").err.contains("so there is no file"), "{bare:?}");
    let impossible = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/impossible.toml");
    ran(runplan(&format!("week --profile {impossible} -o r/")).current_dir(&folder.0))
        .is(1, "no week keeps every rule");
    assert!(!folder.0.join("r").exists());
    let said = run("week -o named/");
    assert!(said.is(0, "").err.contains("Short foot [exercise-not-on-watch]"), "{said:?}");
}
