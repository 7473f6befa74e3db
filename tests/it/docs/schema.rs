//! What goes in keeps its JSON Schema, in every spelling that is read; what is wrong does not.

use super::{read, sound};
use crate::population::{self, Dice, Kind};
use crate::schemas::{files, keeps, toml, validator, with};
use serde_json::json;

#[test]
fn profiles_and_seasons_that_are_read_keep_their_schemas() {
    let (profile, season) = (validator("profile"), validator("season"));
    let mut profiles = 0;
    for path in files("examples") {
        let value = toml(&path);
        if value.get("runs").is_some() && value.get("phase").is_none() {
            keeps(&profile, &value);
            profiles += 1;
        }
    }
    assert!(profiles >= 9, "{profiles}");
    let seasons = files("plans").into_iter().filter(|path| !path.ends_with("exercises.toml"));
    assert_eq!(seasons.map(|path| keeps(&season, &toml(&path))).count(), 6);
    let mut dice = Dice::new(5);
    for kind in [Kind::Distinct, Kind::Infeasible] {
        for number in 0..300 {
            keeps(&profile, &serde_json::from_str(&population::line(&mut dice, number, kind)).expect("JSON"));
        }
    }
}

#[test]
fn every_spelling_that_is_read_keeps_the_schema() {
    let validator = validator("profile");
    for (path, value) in [
        ("season", json!("Race-Prep")),
        ("season", json!("peak")),
        ("level", json!("NOVICE")),
        ("age", json!(38.0)),
        ("runs/days", json!(["TUE", "thursday", "Sun"])),
        ("runs/long", json!("SUNDAY")),
        ("runs/speed", json!(["Thu"])),
        ("runs/keep", json!("ALL")),
        ("runs/keep", json!(0)),
        ("runs/minutes", json!({"EASY": 40, "Sunday": 600})),
        ("strength/equipment", json!("Pull-Up-Bar")),
        ("strength/equipment", json!([])),
        ("strength/days", json!("monday")),
        ("strength/at", json!({"Monday": "gym"})),
        ("strength/weak", json!(" hip ")),
        ("time", json!({"Weekday": 60, "MON": "OFF", "sunday": ["6:30–8:00", "17:00 - 24:00"]})),
        ("time/sun", json!("007:00-23:59")),
        ("strength/one_rm", json!({"Back-Squat": 102.5, "deadlift": "220 LB"})),
        ("health/pain", json!("Achilles")),
        ("health/pain", json!(true)),
        ("race/distance", json!("10K")),
        ("places/gym/equipment", json!("band")),
    ] {
        let value = with(sound(), path, value);
        keeps(&validator, &value);
        assert!(read(&value).is_ok(), "{path}: {:?}", read(&value));
    }
}

#[test]
fn what_is_wrong_keeps_no_schema_and_is_not_read() {
    let validator = validator("profile");
    keeps(&validator, &sound());
    assert!(read(&sound()).is_ok(), "{:?}", read(&sound()));
    let wrong = [
        ("nickname", json!("M")),
        ("name", json!(5)),
        ("season", json!("bass")),
        ("level", json!("expert")),
        ("age", json!(4)),
        ("age", json!("old")),
        ("runs", json!({"long": "sun"})),
        ("runs/days", json!(["someday"])),
        ("runs/days", json!("any day")),
        ("runs/long", json!(7)),
        ("runs/fast", json!("tue")),
        ("runs/minutes/easy", json!(0)),
        ("runs/minutes/slow", json!(30)),
        ("runs/keep", json!("most")),
        ("runs/keep", json!(9)),
        ("strength/equipment", json!(["anvil"])),
        ("strength/sessions", json!(8)),
        ("strength/minutes", json!(601)),
        ("strength/placement", json!("anywhere")),
        ("strength/weak", json!(["ego"])),
        ("strength/reps", json!(5)),
        ("strength/one_rm", json!(100)),
        ("strength/one_rm/back-squat", json!(0)),
        ("strength/one_rm/back-squat", json!(501)),
        ("strength/one_rm/back-squat", json!("100 stone")),
        ("strength/one_rm/back-squat", json!([100])),
        ("strength/one_rm/back squat", json!(100)),
        ("rest/min", json!(7)),
        ("rest/target", json!(7)),
        ("mobility/sessions", json!(-1)),
        ("cross/minutes", json!(0)),
        ("health/pain", json!("yes")),
        ("health/pain", json!("kneee")),
        ("health/pain", json!(1)),
        ("health/postpartum_weeks", json!(521)),
        ("time/weekday", json!([])),
        ("time/weekday", json!(["morning"])),
        ("time/sat", json!(0)),
        ("time/someday", json!(60)),
        ("time/sun", json!("7-9")),
        ("time/sun", json!("24:30-25:00")),
        ("runs/days", json!(["tue", "tue"])),
        ("runs/days", json!([2, 4])),
        ("strength/at/mon", json!(1)),
        ("race", json!({"distance": "half"})),
        ("race/date", json!("soon")),
        ("race/distance", json!("mile")),
        ("places/gym/equipment", json!(["sofa"])),
        ("places/gym/owner", json!("me")),
    ];
    for (path, value) in wrong {
        let value = with(sound(), path, value);
        assert!(!validator.is_valid(&value), "{path} is taken: {value}");
        assert!(read(&value).is_err(), "{path} is read: {value}");
    }
}
