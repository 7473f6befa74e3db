//! The edges of the calendar.

use crate::cli::program::{PROFILE, Ran, given, runplan};

fn week(arguments: &str) -> Ran {
    given(&mut runplan(&format!("week --profile - {arguments}")), PROFILE.as_bytes())
}

#[test]
fn weeks_at_the_edges_are_planned_or_refused() {
    for (when, title) in [
        ("0001-01-01", "Week 1, 1–7 January 1"),
        ("0001-W01", "Week 1, 1–7 January 1"),
        ("9999-12-20", "Week 51, 20–26 December 9999"),
        ("2026-W53", "Week 53, 28 December 2026 – 3 January 2027"),
        ("2020-W53", "Week 53, 28 December 2020 – 3 January 2021"),
        ("2027-01-01", "Week 53, 28 December 2026 – 3 January 2027"),
        ("2024-02-29", "Week 9, 26 February – 3 March 2024"),
        ("2000-02-29", "Week 9, 28 February – 5 March 2000"),
    ] {
        let ran = week(&format!("--week {when}"));
        assert!(
            ran.is(0, "").text().lines().nth(1).is_some_and(|line| line.contains(title)),
            "{}",
            ran.text()
        );
    }
    for when in [
        "0000-12-31",
        "10000-01-01",
        "9999-12-31",
        "9999-W53",
        "2027-W53",
        "2026-W00",
        "2026-W54",
        "2023-02-29",
        "1900-02-29",
        "2026-13-01",
        "2026-02-30",
        "99999999999-01-01",
        "2026-W",
        "-W01",
        "２０２６-W01",
    ] {
        week(&format!("--week={when}")).is(2, "is not a week of the calendar");
    }
}

#[test]
fn every_format_writes_the_first_and_the_last_week() {
    for format in ["text", "json", "ndjson", "markdown", "csv", "ics", "html", "svg"] {
        for when in ["0001-01-01", "9999-12-20", "2026-W53"] {
            assert!(!week(&format!("--week {when} --format {format}")).is(0, "").out.is_empty());
        }
    }
}

#[test]
fn the_clock_has_the_same_edges() {
    for now in ["0001-01-01", "0001-01-01T00:00", "9999-12-20T23:59:59", "2024-02-29T12:00"] {
        week(&format!("--now {now}")).is(0, "");
    }
    week("--now 9999-12-26 --week next").is(2, "`next` is not a week of the calendar");
    week("--now 9999-12-31").is(2, "`this` is not a week of the calendar");
    // A year of five digits or none can be counted, but not written down in a calendar.
    for now in [
        "+10000-01-01T00:00",
        "0000-06-01T00:00",
        "10000-01-01",
        "2026-02-29",
        "2026-11-22T24:00",
        "now",
        "-1",
    ] {
        week(&format!("--week 2026-W48 --format ics --now={now}")).is(2, "is not a moment");
    }
    let epoch = |seconds: &str| {
        let mut command = runplan("week --profile - --week 2026-W48 --format ics");
        given(command.env("SOURCE_DATE_EPOCH", seconds), PROFILE.as_bytes())
    };
    for (seconds, stamp) in [
        ("0", "DTSTAMP:19700101T000000Z"),
        ("-1", "DTSTAMP:19691231T235959Z"),
        ("-62135596800", "DTSTAMP:00010101T000000Z"),
        ("253402300799", "DTSTAMP:99991231T235959Z"),
    ] {
        assert!(epoch(seconds).is(0, "").text().contains(stamp), "{seconds}");
    }
    for seconds in
        ["-62135596801", "253402300800", "9223372036854775807", "99999999999999999999", " ", "soon", "1e3"]
    {
        epoch(seconds).is(2, "error: `SOURCE_DATE_EPOCH=");
    }
}

#[test]
fn a_race_at_the_edge_is_a_race() {
    for date in ["9999-12-31", "0001-01-01", "2028-02-29", "2027-2-3", "3.2.2027"] {
        week(&format!("--week 2026-W48 --set race.date={date}")).is(0, "");
    }
    week("--week 9999-12-20 --set race.date=9999-12-31 --set season=taper").is(0, "");
    week("--week 0001-01-01 --set race.date=0001-01-01").is(0, "");
    for date in ["10000-01-01", "2027-02-29", "0000-01-01", "11/26/2027", "2027-2", "3.2.27"] {
        week(&format!("--week 2026-W48 --set race.date={date}")).is(2, "is not a date of the calendar");
    }
    for at in ["9999-12-26", "0001-01-01", "2024-02-29"] {
        given(&mut runplan(&format!("today --profile - --at {at}")), PROFILE.as_bytes()).is(0, "");
    }
    // The day after is in a week that cannot be written.
    given(&mut runplan("today --profile - --at 9999-12-31"), PROFILE.as_bytes()).is(2, "is not a week");
}

#[test]
fn an_epoch_that_is_empty_is_none() {
    let week = |program: &mut std::process::Command| given(program, PROFILE.as_bytes()).is(0, "").text();
    let week_of = "week --profile - --week 2026-W48";
    let without = week(&mut runplan(week_of));
    assert_eq!(week(runplan(week_of).env("SOURCE_DATE_EPOCH", "")), without);
}

#[test]
fn minutes_may_have_a_nought_behind_the_point() {
    let week = |text: &str| given(&mut runplan("week --profile - --week 2026-W48"), text.as_bytes());
    let with = |minutes: &str, json: bool| {
        let toml = format!(
            "season = 'base'\n[runs]\ndays = ['tue', 'sun']\nminutes = {{ easy = {minutes} }}\n[time]\nsat = {minutes}\n\
             [strength]\nminutes = {minutes}\n"
        );
        let text = format!(
            "{{\"season\": \"base\", \"runs\": {{\"days\": [\"tue\", \"sun\"], \"minutes\": {{\"easy\": {minutes}}}}}, \
             \"time\": {{\"sat\": {minutes}}}, \"strength\": {{\"minutes\": {minutes}}}}}"
        );
        week(if json { &text } else { &toml })
    };
    for json in [false, true] {
        assert_eq!(with("30.0", json).is(0, "").text(), with("30", json).is(0, "").text());
        with("30.5", json).is(2, "fraction");
    }
    for key in ["strength.minutes", "time.weekday", "runs.minutes.easy", "runs.second.tue"] {
        let set = |minutes: &str| {
            let mut program = runplan(&format!("week --week 2026-W48 --profile - --set {key}={minutes}"));
            let ran = given(&mut program, PROFILE.as_bytes());
            assert!(!ran.err.contains("fraction"), "{key}: {ran:?}");
            (ran.code, ran.text())
        };
        assert_eq!(set("30.0"), set("30"), "{key}");
    }
}
