//! The events of intervals.icu: each session once, under an identity that stays; what a replan does not touch does not change.

use crate::cases;
use crate::random_profiles::weeks;
use runplan::export::{self, Options};
use runplan::plan::Plan;
use runplan::replan::{Losses, Missed, Standing, replan};
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::word::Word as _;
use serde_json::Value;
use std::collections::BTreeMap;

/// The events of a text by their identities.
fn events(text: &str) -> BTreeMap<String, Value> {
    let Value::Array(all) = serde_json::from_str(text).expect("JSON") else { panic!("no array") };
    let number = all.len();
    let id = |event: &Value| event["external_id"].as_str().expect("an identity").to_owned();
    let by_id: BTreeMap<_, _> = all.into_iter().map(|event| (id(&event), event)).collect();
    assert_eq!(by_id.len(), number, "an identity twice");
    by_id
}

fn of(plan: &Plan) -> BTreeMap<String, Value> {
    events(&(export::format("intervals").expect("a format").week)(plan, &Options::default()))
}

#[test]
fn each_session_is_one_event_at_its_time() {
    for (_, plan) in weeks().take(cases(150)) {
        let events = of(&plan);
        let sessions =
            plan.days.iter().flat_map(|day| day.sessions.iter().map(move |session| (day, session)));
        let mut number = 0;
        for (day, session) in sessions {
            let event = &events[&format!("runplan/{}", session.id)];
            let date = event["start_date_local"].as_str().expect("a date");
            assert!(
                date.starts_with(&day.date.to_string()) && date.len() == "2026-12-02T00:00:00".len(),
                "{date}"
            );
            assert_eq!(event["moving_time"], u32::from(session.minutes) * 60);
            let text = event["description"].as_str().expect("a text");
            // Lines with a hyphen are steps: runs have one, with their minutes, all else has none.
            let steps: Vec<&str> = text.lines().filter(|line| line.trim_start().starts_with('-')).collect();
            let is_race = event["category"] != "WORKOUT";
            let is_run = event["type"] == "Run";
            assert_eq!(is_run, session.is(Kind::Run));
            if is_run && !is_race {
                assert!(
                    matches!(steps.as_slice(), [step] if step.ends_with(&format!(" {}m", session.minutes))),
                    "{text}"
                );
            } else {
                assert!(steps.is_empty(), "{text}");
            }
            assert_eq!(event["type"] == "WeightTraining", session.is(Kind::Strength));
            if session.is(Kind::Strength) {
                let workout = session.workout.as_ref().expect("a workout");
                assert!(
                    workout
                        .blocks
                        .iter()
                        .flat_map(|block| &block.exercises)
                        .all(|of| text.contains(&*of.exercise.name))
                );
            }
            number += 1;
        }
        assert_eq!(events.len(), number);
    }
}

#[test]
fn a_replan_changes_the_events_of_what_it_touches_and_no_others() {
    let (mut tried, mut changed) = (0, 0);
    for (request, plan) in weeks() {
        let Some(missed) = Day::ALL[..6]
            .iter()
            .copied()
            .find(|day| plan.days[day.index()].sessions.iter().any(|session| session.is(Kind::Strength)))
        else {
            continue;
        };
        let now = plan.days[missed.index()].date.and_hms_opt(21, 0, 0).expect("a time");
        let losses = Losses {
            now,
            missed: vec![(
                Missed { day: missed, what: Some(Kind::Strength) },
                runplan::input::Place::default(),
            )],
            ..Losses::default()
        };
        let Ok(answer) = replan(&request, None, Standing::from(&*plan), &losses) else { continue };
        let before = of(&plan);
        let after =
            events(&(export::format("intervals").expect("a format").replan)(&answer, &Options::default()));
        let touched: Vec<String> =
            answer.touched.iter().map(|of| format!("runplan/{}", of.session.id)).collect();
        for (id, event) in &after {
            if before.get(id).is_some_and(|before| before != event) {
                changed += 1;
                // Mobility that moves is not told of; it is another day's then.
                let moved = before[id]["start_date_local"] != event["start_date_local"];
                assert!(moved || touched.contains(id), "{id}\n{:#?}\n{event:#?}", before[id]);
            }
        }
        tried += 1;
        if tried == cases(60) {
            break;
        }
    }
    assert!(changed > 0);
}
