//! Many runners: a line for a line, whatever stands in the lines and however many threads there are.

use crate::cases;
use crate::population::{Dice, Kind, line};
use runplan::batch::{Batch, Defaults, Detail, LineOutcome};
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::plan;
use runplan::profile;
use runplan::rules::MONDAY;

fn defaults(detail: Detail) -> Defaults {
    Defaults { monday: MONDAY, season: None, keys: Vec::new(), detail }
}

/// So many made-up runners, the same in every run.
pub fn population(kind: Kind, count: u64) -> Vec<String> {
    let mut dice = Dice::new(7);
    (0..count).map(|number| line(&mut dice, number, kind)).collect()
}

fn answer(batch: &mut Batch<'_>, line: &str, number: u64) -> (LineOutcome, String) {
    let mut out = Vec::new();
    let came = batch.line(line.as_bytes(), number, &mut out);
    let out = String::from_utf8(out).expect("UTF-8");
    assert!(out.ends_with('\n') && out.matches('\n').count() == 1, "one line for one line");
    (came, out)
}

/// The line as `week --format ndjson` prints it.
fn alone(line: &str) -> Option<String> {
    let node = document::json(line, 0).ok()?;
    let profile = profile::read(&node).ok()?;
    let request = Request::new(profile, MONDAY).check().ok()?;
    export::format("ndjson")?.document(&plan(&request), &Options::default())
}

#[test]
fn lines_are_those_of_week_and_remembering_changes_no_byte() {
    let full = defaults(Detail::Full);
    let mut batch = Batch::new(&full);
    let lines = population(Kind::Realistic, cases(2_500) as u64);
    let (mut errors, mut again) = (0, 0);
    for (number, line) in (1..).zip(&lines) {
        let before = batch.planned()[1];
        let (came, out) = answer(&mut batch, line, number);
        if let Some(week) = alone(line) {
            assert_eq!(out, week, "{line}");
            again += usize::from(batch.planned()[1] == before);
        } else {
            assert_eq!(came, LineOutcome::Bad, "{line}");
            assert!(out.starts_with(&format!("{{\"schema\":\"runplan.error/1\",\"line\":{number},")));
            errors += 1;
        }
    }
    let one_in = |n: usize| lines.len() / n;
    assert!((one_in(200)..one_in(50)).contains(&errors), "{errors}");
    assert!(again > one_in(33), "{again} were known");
}

#[test]
fn a_runner_like_the_one_before_gets_the_same_week_under_another_name() {
    let full = defaults(Detail::Full);
    let mut batch = Batch::new(&full);
    for (number, name) in
        (1..).zip(["null", "\"Ann\"", "\"Bo \\\"\\u0007\"", "null", "\"\\\"runner\\\":null\"", "\"Ann\""])
    {
        for more in ["", r#","strength":{"min":7}"#] {
            let line = format!(
                r#"{{"name":{name},"season":"base","runs":{{"days":["tue","sat"],"long":"sat"}}{more}}}"#
            );
            assert_eq!(Some(answer(&mut batch, &line, number).1), alone(&line), "{line}");
        }
    }
    assert_eq!(batch.planned(), [12, 2]);
}

#[test]
fn minutes_that_make_a_run_a_long_one_are_no_other_runners() {
    let full = defaults(Detail::Full);
    let mut batch = Batch::new(&full);
    let mut long = 0;
    for season in ["off-season", "base", "race-prep", "taper", "recovery"] {
        for minutes in [
            "",
            r#","minutes":{"easy":40}"#,
            r#","minutes":{"fri":120}"#,
            r#","minutes":{"easy":89}"#,
            r#","minutes":{"easy":95,"tue":30}"#,
        ] {
            let line = format!(
                r#"{{"season":"{season}","runs":{{"days":["tue","wed","fri","sat"],"long":"sat","speed":"wed"{minutes}}}}}"#
            );
            let (_, out) = answer(&mut batch, &line, 1);
            assert_eq!(Some(&out), alone(&line).as_ref(), "{line}");
            long += usize::from(out.matches("\"type\":\"long\"").count() > 1);
        }
    }
    assert!(long >= 4, "{long}");
}

#[test]
fn brief_lines_hold_the_same_week_without_prose() {
    let (full, brief) = (defaults(Detail::Full), defaults(Detail::Brief));
    let (mut whole, mut short) = (Batch::new(&full), Batch::new(&brief));
    let (mut longer, mut shorter) = (0, 0);
    for (number, line) in (1..).zip(population(Kind::Distinct, 1_000)) {
        let (one, full) = answer(&mut whole, &line, number);
        let (other, brief) = answer(&mut short, &line, number);
        assert_eq!(one, other);
        let [full, brief] =
            [full, brief].map(|text| serde_json::from_str::<serde_json::Value>(&text).expect("JSON"));
        (longer, shorter) = (longer + full.to_string().len(), shorter + brief.to_string().len());
        for key in ["schema", "runner", "season", "week", "limits", "totals", "score", "facts"] {
            assert_eq!(full[key], brief[key], "{key} of {line}");
        }
        for key in ["findings", "warnings", "changes"] {
            for (told, code) in
                full[key].as_array().into_iter().flatten().zip(brief[key].as_array().into_iter().flatten())
            {
                assert_eq!((&told["rule"], &told["days"]), (&code["rule"], &code["days"]));
                assert!(code["message"].is_null() && told["message"].is_string());
            }
        }
        let days = |value: &serde_json::Value| -> Vec<String> {
            let days = value["days"].as_array().cloned().unwrap_or_default();
            let sessions = |day: &serde_json::Value| {
                let all = day["sessions"].as_array().cloned().unwrap_or_default();
                let told = all.iter().map(|session| {
                    [&session["kind"], &session["start"], &session["load"]].map(ToString::to_string).concat()
                });
                told.collect::<Vec<_>>().concat()
            };
            days.iter().map(sessions).collect()
        };
        assert_eq!(days(&full), days(&brief));
    }
    assert!(shorter * 3 < longer, "{shorter} of {longer}");
}

#[test]
fn defaults_hold_where_a_line_says_nothing() {
    let mut defaults = defaults(Detail::Brief);
    defaults.set("strength.minutes=30").expect("a setting");
    defaults.word("season", "base");
    let mut batch = Batch::new(&defaults);
    let mut season = |line: &str| {
        let (_, out) = answer(&mut batch, line, 1);
        let value: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        (value["season"].clone(), value["limits"]["strength"]["minutes"].clone())
    };
    let runs = "\"runs\": {\"days\": [\"tue\", \"sun\"], \"long\": \"sun\"}";
    assert_eq!(season(&format!("{{{runs}}}")), ("base".into(), 30.into()));
    let own = format!("{{{runs}, \"season\": \"taper\", \"strength\": {{\"minutes\": 15}}}}");
    assert_eq!(season(&own), ("taper".into(), 15.into()));
    assert!(defaults.clone().set("strength..minutes=1").is_err());
}

#[test]
fn a_bad_line_is_told_in_its_place() {
    let full = defaults(Detail::Full);
    let mut batch = Batch::new(&full);
    for (line, wanted) in [
        (&b""[..], "the line is empty"),
        (b"\xff\xfe", "not UTF-8"),
        (b"{", "not JSON"),
        (b"[1]", "a list, not a profile"),
        (b"{\"season\":\"base\"}", "days"),
        (b"{\"season\":\"basee\",\"runs\":{\"days\":[\"tue\"]}}", "did you mean `base`"),
        (b"{\"season\":\"base\",\"runs\":{\"days\":[\"tue\"]},\"strength\":{\"exercises\":\"/etc/passwd\"}}", "reads no other files"),
    ] {
        let mut out = Vec::new();
        assert_eq!(batch.line(line, 17, &mut out), LineOutcome::Bad);
        let value: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
        assert_eq!((&value["schema"], &value["line"]), (&"runplan.error/1".into(), &17.into()));
        let message = value["message"].as_str().expect("text");
        assert!(message.contains(wanted) && !value["hint"].as_str().expect("text").is_empty(), "{message}");
    }
}
