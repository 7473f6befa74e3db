//! Reminders of a calendar: what asks for them and gets none is told.

use super::program::{Folder, ran, runplan};

#[test]
fn reminders_that_nothing_has_are_told_with_the_mend() {
    let folder = Folder::new("alarm");
    let base = "season = \"base\"\n[runs]\ndays = [\"tue\", \"sun\"]\n";
    folder.write("hours.toml", format!("{base}[time]\nevery-day = [\"06:30-09:45\"]\n"));
    folder.write("budget.toml", format!("{base}[time]\nevery-day = 120\n"));
    folder.write("some.toml", format!("{base}[time]\nweekday = [\"06:30-09:45\"]\n"));
    let none = "reminds of nothing: no session has a start";
    let some = "events: the others have no start";
    let other = "is for calendars, and this is none";
    for command in ["week --week 2026-W48", "cycle --weeks 2026-W48..2026-W49"] {
        for (rest, said) in [
            ("--profile p.toml --format ics --alarm 30m", none),
            ("--profile p.toml --format ics --alarm 1h --one-event-a-day", none),
            ("--profile p.toml --format ics --alarm 30m --private", none),
            ("--profile p.toml -o a.ics --alarm 30m", none),
            ("--profile budget.toml -o a.ics --alarm 30m", none),
            ("--profile some.toml -o a.ics --alarm 30m", some),
            ("--profile hours.toml -o a.ics --alarm 30m", ""),
            ("--profile hours.toml --format ics --alarm 30m", ""),
            ("--profile p.toml --format ics", ""),
            ("--profile some.toml --format ics", ""),
            ("--profile hours.toml --alarm 30m", other),
            ("--profile hours.toml --format json --alarm 30m", other),
        ] {
            let ran = ran(runplan(&format!("{command} {rest}")).current_dir(&folder.0));
            assert_eq!(ran.code, Some(0), "{ran:?}");
            assert_eq!(ran.err.contains("--alarm"), !said.is_empty(), "{rest}: {}", ran.err);
            assert!(ran.err.contains(said), "{rest}: {}", ran.err);
            assert_eq!(ran.err.contains("hint:"), !said.is_empty(), "{rest}: {}", ran.err);
        }
    }
}

#[test]
fn a_run_that_is_long_by_its_minutes_is_told_everywhere() {
    let told = "long-by-minutes";
    let words = "counts as a long one: it takes 90 minutes or more";
    let folder = Folder::new("long");
    for (runs, days) in [
        ("minutes = { mon = 90, easy = 40, long = 100 }\nlong = \"sun\"", vec!["mon"]),
        ("minutes = { mon = 120, long = 100 }\nlong = \"sun\"", vec!["mon"]),
        ("minutes = { wed = 95, mon = 90 }\nlong = \"sun\"", vec!["mon", "wed"]),
        ("minutes = { easy = 90 }\nlong = \"sun\"", vec!["mon", "wed"]),
        ("minutes = { mon = 90 }", vec!["mon"]),
        ("minutes = { mon = 89, long = 100 }\nlong = \"sun\"", vec![]),
        ("minutes = { easy = 40, long = 120 }\nlong = \"sun\"", vec![]),
        ("minutes = { sun = 120 }\nlong = \"sun\"", vec![]),
        ("minutes = { mon = 90 }\nspeed = [\"mon\"]\nlong = \"sun\"", vec![]),
    ] {
        folder.write(
            "m.toml",
            format!("season = \"base\"\n[runs]\ndays = [\"mon\", \"wed\", \"sun\"]\n{runs}\n"),
        );
        let run = |command: &str| {
            ran(runplan(&format!("{command} --week 2026-W48 --profile m.toml")).current_dir(&folder.0))
                .is(0, "")
                .text()
        };
        let week: serde_json::Value = serde_json::from_str(&run("week --format json")).expect("JSON");
        let changes = week["changes"].as_array().expect("a list");
        let of: Vec<_> =
            changes.iter().filter(|change| change["rule"] == told).map(|change| &change["days"]).collect();
        let wanted = serde_json::json!(days);
        assert_eq!(of, if days.is_empty() { vec![] } else { vec![&wanted] }, "{runs}");
        for (format, name) in
            [("text", "week"), ("markdown", "week --format markdown"), ("html", "week --format html")]
        {
            assert_eq!(run(name).contains(told), !days.is_empty(), "{runs}: {format}: {}", run(name));
        }
        for day in ["mon", "wed", "sun"] {
            let why = run(&format!("why {day}")).replace("\n    ", " ");
            let said = why.contains("long one") || why.contains("long ones");
            assert_eq!(said, days.contains(&day), "{runs}: {why}");
            if days == [day] {
                assert!(why.contains(words), "{why}");
            }
        }
    }
}
