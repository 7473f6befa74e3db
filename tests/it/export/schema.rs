//! What comes out keeps its JSON Schema; an answer with a fault does not.

use crate::population::{self, Dice, Kind};
use crate::schemas::{keeps, validator, with};
use runplan::batch::{Batch, Defaults, Detail};
use runplan::rules::MONDAY;
use serde_json::{Value, json};

#[test]
fn every_answer_of_a_batch_keeps_its_schema() {
    let validators = ["week", "refusal", "error"].map(|name| (format!("runplan.{name}/1"), validator(name)));
    let mut seen = [0; 3];
    for detail in [Detail::Full, Detail::Brief] {
        let defaults = Defaults { monday: MONDAY, season: None, keys: Vec::new(), detail };
        let mut batch = Batch::new(&defaults);
        let mut dice = Dice::new(11);
        for number in 0..600 {
            let mut out = Vec::new();
            batch.line(population::line(&mut dice, number, Kind::Realistic).as_bytes(), number + 1, &mut out);
            let value: Value = serde_json::from_slice(&out).expect("JSON");
            let at = validators.iter().position(|(name, _)| value["schema"] == **name).expect("a schema");
            keeps(&validators[at].1, &value);
            seen[at] += 1;
        }
    }
    assert!(seen.iter().all(|count| *count >= 3), "{seen:?}");
}

#[test]
fn seasons_and_answers_with_a_fault_keep_no_schema() {
    let season = validator("season");
    let base = json!({"phase": "base", "strength": {"target": 3}, "rest": {"min": 1}});
    keeps(&season, &base);
    for (path, value) in [
        ("phase", json!("spring")),
        ("strength/target", json!(8)),
        ("strength/goal", json!(2)),
        ("rest/min", json!(0)),
        ("dose", json!({"calf": {"sets": 3}})),
        ("runs", json!({"volume": 2.0})),
    ] {
        assert!(!season.is_valid(&with(base.clone(), path, value)), "{path}");
    }
    assert!(!season.is_valid(&json!({"strength": {"target": 3}})), "a season needs its phase");
    let defaults = Defaults { monday: MONDAY, season: None, keys: Vec::new(), detail: Detail::Full };
    let mut out = Vec::new();
    Batch::new(&defaults).line(
        br#"{"season":"base","runs":{"days":["tue","sun"],"long":"sun"}}"#,
        1,
        &mut out,
    );
    let (week, answer) = (validator("week"), serde_json::from_slice::<Value>(&out).expect("JSON"));
    keeps(&week, &answer);
    for (path, value) in [
        ("schema", json!("runplan.week/2")),
        ("placement", json!("anywhere")),
        ("limits/level", json!("expert")),
        ("totals/load", json!(-1)),
        ("days", json!("seven")),
        ("score/hard", json!(null)),
        ("week", json!("week 48")),
        ("days", json!([])),
        ("days/0/date", json!("Monday")),
        (
            "findings",
            json!([{"rule": "no-such-rule", "level": "hard", "days": [], "amount": 1, "message": null}]),
        ),
        ("warnings/0/rule", json!("no-such-rule")),
        ("warnings/0/severity", json!("grave")),
        ("warnings/0/days", json!(["Monday"])),
    ] {
        assert!(!week.is_valid(&with(answer.clone(), path, value)), "{path}");
    }
    let mut less = answer;
    less.as_object_mut().expect("an object").remove("findings");
    assert!(!week.is_valid(&less), "absent values are null, never missing");
}

#[test]
fn sessions_refusals_and_errors_with_a_fault_keep_no_schema() {
    let run = json!({"kind": "run", "id": "2026-W48/run/tue", "type": "easy", "key": false, "race": null, "minutes": 40, "start": "06:30", "rpe": 3, "load": 120,
        "because": [], "source": null});
    let week = validator("week");
    let defaults = Defaults { monday: MONDAY, season: None, keys: Vec::new(), detail: Detail::Brief };
    let mut out = Vec::new();
    Batch::new(&defaults).line(br#"{"season":"base","runs":{"days":["tue"]}}"#, 1, &mut out);
    let answer = serde_json::from_slice::<Value>(&out).expect("JSON");
    let holding = |session: Value| with(answer.clone(), "days/1/sessions", json!([session]));
    keeps(&week, &holding(run.clone()));
    for (path, value) in [
        ("kind", json!("swim")),
        ("race", json!("b")),
        ("race", json!({"priority": "b"})),
        ("id", json!(7)),
        ("type", json!("off")),
        ("start", json!("6 o'clock")),
        ("start", json!("24:30")),
        ("rpe", json!(11)),
        ("minutes", json!(-5)),
        ("because", json!(["no-such-rule"])),
    ] {
        assert!(!week.is_valid(&holding(with(run.clone(), path, value))), "{path}");
    }
    let refusal = json!({"schema": "runplan.refusal/1", "runner": null, "season": "base", "rules": ["gym-closed"],
        "facts": [], "message": null, "fixes": [{"set": ["rest.min=1"], "message": "rest less"}]});
    let error = json!({"schema": "runplan.error/1", "line": 1, "message": "no JSON", "hint": "write JSON"});
    for (name, sound, wrong) in [
        (
            "refusal",
            refusal,
            [("rules", json!(["no-such-rule"])), ("season", json!(null)), ("fixes", json!([{}]))],
        ),
        (
            "error",
            error,
            [("line", json!("one")), ("hint", json!(null)), ("schema", json!("runplan.week/1"))],
        ),
    ] {
        let validator = validator(name);
        keeps(&validator, &sound);
        keeps(&validator, &with(sound.clone(), "more", json!("a later version's")));
        for (path, value) in wrong {
            assert!(!validator.is_valid(&with(sound.clone(), path, value)), "{name}: {path}");
        }
    }
}
