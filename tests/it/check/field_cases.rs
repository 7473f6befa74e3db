//! Plans that were misread once, and what is said of them now.

use runplan::check::{Severity, Standard, check};
use runplan::import;
use runplan::season::Season;
use runplan::week::phase::Phase;
use runplan::week::race::Race;

/// What breaks a plan: severity and id, each once, without what only counts or describes.
fn said(text: &str, race: Option<&str>) -> Vec<String> {
    let race = race.map(|date| Race::new(date.parse().expect("a date"), None));
    let standard =
        Standard { season: Some(Season::builtin(Phase::Base).clone()), race, ..Standard::default() };
    let (mut plans, problems) = import::read(text, 0);
    assert!(problems.is_empty(), "{text}: {problems:?}");
    for plan in &mut plans {
        if let Some(race) = race {
            plan.race_on(race.date);
            plan.same_race(race.date);
        }
    }
    let mut said: Vec<String> = Vec::new();
    let counts = [
        "legs-below-target",
        "run-days-unusual",
        "long-run-share",
        "rest-below-target",
        "strength-below-target",
    ];
    for of in check(&plans, &standard).diagnostics {
        let line = format!("{}[{}]", of.severity, of.id);
        if of.severity != Severity::Note && !counts.contains(&of.id) && !said.contains(&line) {
            said.push(line);
        }
    }
    said
}

#[test]
fn plans_are_judged_by_what_they_say() {
    let before = "error[legs-before-key-run]";
    let maybe = "warning[legs-before-key-run]";
    let unread = "warning[not-recognised]";
    let start = "Rest,Easy 6 km,Rest,Easy 6 km";
    for (cells, wanted) in [
        // A length set apart from its word.
        ("Rest,Easy 30 min,Rest,Easy 30 min,Legs 30 min,Mobility - 100 min,Easy 40 min".to_owned(), vec![]),
        (format!("{start},Legs 30 min,Bike: 40 km,Rest"), vec![]),
        (format!("{start},Legs 30 min,Bike 40 km,Rest"), vec![]),
        // A sport and its kind.
        (format!("{start},Legs 30 min,Bike - Endurance 90 min,Rest"), vec![]),
        (format!("{start},Legs 30 min,Bike - Tempo 60 min,Rest"), vec![]),
        // A distance beside a word that nobody knows.
        ("Rest,Easy 6 km,40 km Foobar,Easy 6 km,Rest,Rest,Rest".to_owned(), vec![unread]),
        ("Rest,Easy 6 km,Legs 30 min,10 km Tempodauerlauf,Rest,Rest,Long run 18 km".to_owned(), vec![before]),
        // Rest within intervals.
        (format!("{start},Legs 30 min,10x400m,Rest"), vec![before]),
        (format!("{start},Legs 30 min,10x400m 60s rest,Rest"), vec![before]),
        (format!("{start},Legs 30 min,\"3x(1 mi @T, 1 min rest)\",Rest"), vec![before]),
        (format!("{start},Legs 30 min,3x8min @ threshold 2min rest,Rest"), vec![before]),
        // A choice.
        (format!("{start},Rest,Bike or legs 30 min,Long run 16 km"), vec![maybe]),
        (format!("{start},Rest,Legs 30 min or bike,Long run 16 km"), vec![maybe]),
        (format!("{start},Cross training or strength training,Tempo 8 km,Rest"), vec![maybe]),
        (format!("{start},Legs 30 min,Tempo 8 km or intervals,Rest"), vec![before]),
        (format!("{start},Legs 30 min,Easy 5 km or tempo 5 km,Rest"), vec![maybe]),
        // Long what?
        (format!("{start},Legs 30 min,Long intervals 6x1000m,Rest"), vec![before]),
        ("Rest,Easy 6 km,Legs 30 min,Medium long 10 mi,Rest,Rest,Long run 16 mi".to_owned(), vec![]),
        ("Rest,Easy 6 km,Legs 30 min,MLR 10 mi,Rest,Rest,Long run 16 mi".to_owned(), vec![]),
        // Words of whole groups.
        (format!("{start},Quads and hamstrings 30 min,Tempo 8 km,Rest"), vec![before]),
    ] {
        let text = format!("Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,{cells}\n");
        assert_eq!(said(&text, None), wanted, "{cells}");
    }
}

#[test]
fn a_choice_is_judged_over_the_end_of_its_week() {
    let plan = |sunday: &str, monday: &str| {
        format!(
            "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,Rest,Easy 6 km,Rest,Easy 6 km,Rest,Easy 6 km,{sunday}\n2,{monday},Rest,Easy 6 km,Rest,Rest,Rest,Easy 6 km\n"
        )
    };
    let maybe = ["warning[legs-before-key-run]"];
    assert_eq!(said(&plan("Bike or legs", "Tempo 8 km"), None), maybe);
    assert_eq!(said(&plan("Legs", "Bike or tempo 8 km"), None), maybe);
    assert_eq!(said(&plan("Bike", "Bike or tempo 8 km"), None), [""; 0]);
}

#[test]
fn two_rows_of_a_week_are_judged_as_one() {
    let week = "Rest,Easy 6 km,Rest,Easy 6 km,Rest,Rest,Long run 16 km";
    for label in ["1 PM", "1", "", "PM"] {
        let text =
            format!("Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,{week}\n{label},,,,,,Legs 30 min,\n2,{week}\n");
        assert_eq!(said(&text, None), ["error[legs-before-key-run]"], "{label}");
    }
    let german =
        "Woche,Mo,Di,Mi,Do,Fr,Sa,So\n1,Ruhetag,Easy 6 km,Rest,Easy 6 km,Rest,Legs 30 min,Long run 16 km\n";
    assert_eq!(said(german, None), ["error[legs-before-key-run]"]);
}

#[test]
fn a_race_on_two_days_of_a_week_is_one_race_and_said() {
    let text = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,Rest,Easy 6 km,Rest,Easy 6 km,Rest,Rest,Long run 16 km\n2,Rest,Easy 5 km,Rest,Rest,Rest,Rest,Half marathon race\n";
    let differs = "warning[race-differs]";
    let told = said(text, Some("2027-03-27"));
    assert!(
        told.contains(&differs.to_owned()) && !told.iter().any(|of| of.contains("key-runs-adjacent")),
        "{told:?}"
    );
    let told = said(text, Some("2027-03-28"));
    assert!(!told.contains(&differs.to_owned()), "{told:?}");
    // Every pair of days of the race's week, for a race that the plan has once.
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    for (at, day) in days.iter().enumerate() {
        let cells =
            std::array::from_fn::<&str, 7, _>(|of| if of == at { "Race 10 km" } else { "Rest" }).join(",");
        let text = format!(
            "Week,{}\n1,Rest,Easy 6 km,Rest,Long run 16 km,Rest,Easy 6 km,Rest\n2,{cells}\n",
            days.join(",")
        );
        for (other, date) in (22..29).map(|date| format!("2027-03-{date}")).enumerate() {
            let told = said(&text, Some(&date));
            assert_eq!(told.contains(&differs.to_owned()), at != other, "{day}, {date}: {told:?}");
            assert!(!told.iter().any(|of| of.contains("key-runs-adjacent")), "{day}, {date}: {told:?}");
        }
    }
    let saturday = text.replace("Rest,Rest,Half marathon race", "Rest,Race 80 km,Rest");
    let told = said(&saturday, Some("2027-03-28"));
    assert!(
        told.contains(&differs.to_owned()) && !told.iter().any(|of| of.contains("key-runs-adjacent")),
        "{told:?}"
    );
}

#[test]
fn a_strength_workout_that_is_none_loads_no_legs() {
    let plan = |name: &str, minutes: &str| {
        format!(
            r#"{{"meta": {{"event": "Half", "eventDate": "2027-02-14"}}, "weeks": [{{"weekNumber": 1, "days": [
            {{"date": "2027-02-09", "workouts": [{{"sport": "run", "type": "easy", "name": "Easy", "durationMinutes": 30}}]}},
            {{"date": "2027-02-11", "workouts": [{{"sport": "strength", "type": "strength", "name": "{name}", "durationMinutes": {minutes}}}]}},
            {{"date": "2027-02-14", "workouts": [{{"sport": "race", "type": "race", "name": "Half", "durationMinutes": 120}}]}}
            ]}}]}}"#
        )
    };
    for name in [
        "Light Mobility",
        "Yoga and stretching",
        "Stretching",
        "Foam rolling",
        "Mobility flow",
        "Pilates",
        "Hip mobility",
        "Prehab",
        "Yin yoga",
        "Rehab exercises",
        "Stretch and foam roll",
        "Recovery yoga",
        "Mobility and stretching 20 min",
    ] {
        assert_eq!(said(&plan(name, "20"), None), [""; 0], "{name}");
    }
    for name in [
        "Strength",
        "Legs",
        "Full body strength",
        "Gym and mobility",
        "Squats and mobility",
        "Lower body",
        "Strength and yoga",
    ] {
        assert!(said(&plan(name, "20"), None).iter().any(|of| of.starts_with("error")), "{name}");
    }
    for minutes in ["-5", "1000000000", "\"40\"", "true", "[40]", "1e9"] {
        assert_eq!(said(&plan("Stretching", minutes), None), ["warning[length-not-read]"], "{minutes}");
    }
    assert_eq!(said(&plan("Stretching", "null"), None), [""; 0]);
}
