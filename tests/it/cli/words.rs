//! Weeks, days and dates as people write them, the same wherever they are written; and the flag that keeps notes quiet.

use super::program::{Folder, PROFILE, ran, runplan};

/// A Thursday.
const NOW: &str = "--now 2026-11-26";

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("p.toml", PROFILE);
    folder
}

#[test]
fn a_week_has_many_names() {
    let folder = folder("weeks");
    let week = |word: &str| {
        let ran = ran(runplan(&format!("week --profile p.toml --format ndjson {NOW} --week {word}"))
            .current_dir(&folder.0));
        assert_eq!(ran.code, Some(0), "{word}: {ran:?}");
        ran.text()
    };
    for (name, others) in [
        (
            "2026-W48",
            "48 W48 w48 this THIS +0 -0 2026-11-26 26.11.2026 2026-11-23 today tomorrow yesterday 29.11.2026",
        ),
        ("2026-W49", "49 next +1 2026-12-1 1.12.2026 01.12.2026"),
        ("2026-W47", "47 last -1 22.11.2026"),
        ("2026-W53", "53 +5"),
        ("2027-W01", "1 01 W1 +6 2027-1-4"),
        ("2027-W02", "2 +7"),
        ("2026-W30", "30 -18"),
        ("2027-W20", "20"),
    ] {
        let wanted = week(name);
        for other in others.split(' ') {
            assert_eq!(week(other), wanted, "{other} for {name}");
        }
    }
    for word in [
        "54", "0", "00", "+", "-", "+x", "1e3", "11/26/2026", "26.11", "2026.11.26", "2026-13-1", "mon",
        "+99999999999", "-2000000", "999", "W", "12.31.2026", "1.1.26",
    ] {
        let ran = ran(runplan(&format!("week --profile p.toml {NOW} --week {word}")).current_dir(&folder.0));
        ran.is(2, "is not a week of the calendar");
        assert!(ran.err.contains("hint: write a date such as 2026-11-23"), "{word}: {ran:?}");
    }
    let part = |words: &str| {
        ran(runplan(&format!("cycle --profile p.toml --format ndjson {NOW} --weeks {words}"))
            .current_dir(&folder.0))
    };
    assert_eq!(part("48..50").is(0, "").out, part("2026-W48..2026-W50").is(0, "").out);
    assert_eq!(part("this..+2").is(0, "").out, part("2026-W48..2026-W50").is(0, "").out);
    part("50..48").is(2, "end before they begin");
}

#[test]
fn a_day_has_many_names_and_says_its_week() {
    let folder = folder("days");
    let run = |line: &str| ran(runplan(&format!("{line} --profile p.toml")).current_dir(&folder.0));
    for command in ["session", "why", "why-not mobility", "why-not legs"] {
        let ask = |rest: &str| run(&format!("{command} {rest}")).is(0, "").text();
        for (name, others, now) in [
            ("thu --week 2026-W48", "today TODAY thu Thursday 2026-11-26 26.11.2026", NOW),
            ("fri --week 2026-W48", "tomorrow 27.11.2026 2026-11-27", NOW),
            ("wed --week 2026-W48", "yesterday", NOW),
            ("mon --week 2026-W49", "tomorrow 2026-11-30", "--now 2026-11-29"),
            ("sun --week 2026-W47", "yesterday 22.11.2026", "--now 2026-11-23"),
            ("sun --week 2027-W02", "17.1.2027", NOW),
        ] {
            let wanted = ask(&format!("{name} {now}"));
            for other in others.split(' ') {
                assert_eq!(ask(&format!("{other} {now}")), wanted, "{command} {other} for {name}");
            }
        }
        // A date of the week that is asked for is no contradiction, one of another is.
        run(&format!("{command} 2026-11-26 --week 48 {NOW}")).is(0, "");
        run(&format!("{command} tomorrow --week next {NOW}")).is(2, "is not in the week next");
        run(&format!("{command} someday {NOW}")).is(2, "`someday` is not a day");
    }
    let today = |at: &str| run(&format!("today --at {at}")).is(0, "").text();
    assert_eq!(today("2026-11-26"), today("26.11.2026"));
    run("today --at soon").is(2, "is not a date");
}

#[test]
fn endings_that_people_write_are_those_of_a_format() {
    let folder = folder("endings");
    for (file, format) in [
        ("w.htm", "html"),
        ("w.HTM", "html"),
        ("w.markdown", "markdown"),
        ("w.jsonl", "ndjson"),
        ("w.text", "text"),
        (".ics", "ics"),
        ("w.intervals.json", "intervals"),
        (".intervals.json", "intervals"),
        ("intervals.json", "json"),
        ("a.b.svg", "svg"),
    ] {
        let run =
            |rest: &str| ran(runplan(&format!("week --profile p.toml {NOW} {rest}")).current_dir(&folder.0));
        run(&format!("-o {file}")).is(0, "");
        let written = std::fs::read(folder.0.join(file)).expect("a file");
        assert_eq!(written, run(&format!("--format {format}")).is(0, "").out, "{file}");
        run(&format!("-o {file} --format csv")).is(2, "disagree");
    }
}

#[test]
fn quiet_leaves_errors_alone() {
    let folder = folder("quiet");
    let run = |line: &str| ran(runplan(line).current_dir(&folder.0));
    // The example runner is a note; quiet has none, and the same answer.
    let loud = run(&format!("week {NOW}"));
    assert!(loud.err.contains("note:"), "{loud:?}");
    for line in [
        format!("week {NOW} -q"),
        format!("week --quiet {NOW}"),
        format!("week {NOW} -q --error-format json"),
    ] {
        let quiet = run(&line);
        assert!(quiet.err.is_empty() && quiet.out == loud.out, "{line}: {quiet:?}");
    }
    run("week -q --week never").is(2, "is not a week of the calendar");
    let refused = run(&format!("week -q {NOW} --set strength.min=9"));
    assert!(refused.code != Some(0) && refused.err.contains("error"), "{refused:?}");
}

#[test]
fn values_of_flags_need_no_quotes() {
    let folder = folder("bare");
    let week = |set: &str| {
        ran(runplan(&format!("week --profile p.toml {NOW} --format ndjson --set {set}"))
            .current_dir(&folder.0))
    };
    for (bare, toml) in [
        ("strength.days=mon,wed,fri", "strength.days=[\"mon\",\"wed\",\"fri\"]"),
        ("runs.days=Tue,THU,sun", "runs.days=[\"tue\",\"thu\",\"sun\"]"),
        ("time.sat=06:30-07:45", "time.sat=\"06:30-07:45\""),
        ("time.sat=06:30-07:45,17:00-18:00", "time.sat=[\"06:30-07:45\",\"17:00-18:00\"]"),
        ("strength.equipment=dumbbell,band", "strength.equipment=[\"dumbbell\",\"band\"]"),
        ("season=race-prep", "season=\"race-prep\""),
        ("strength.minutes=30", "strength.minutes=30"),
        ("race={date=2027-02-14,distance=\"half\"}", "race={date=2027-02-14,distance=\"half\"}"),
    ] {
        let (bare, toml) = (week(bare), week(toml));
        assert_eq!((bare.code, &bare.out), (Some(0), &toml.out), "{bare:?} {toml:?}");
    }
    for (wrong, said) in [
        ("strength.days=mon,,tue", "is not a TOML value"),
        ("strength.days=mon,tuu", "`tuu` is not a day"),
        ("strength.days=,mon", "is not a TOML value"),
        ("season=base,taper", "season"),
        ("strength.minutes=30,40", "strength.minutes"),
        ("strength.days=[mon,tue]", "is not a TOML value"),
        ("name=\"a", "is not a TOML value"),
        ("strength.minutes={", "is not a TOML value"),
    ] {
        week(wrong).is(2, said);
    }
}
