//! A document of this program whose dates, starts, loads and totals contradict each other is refused, with the place.

use crate::random_profiles::weeks;
use runplan::export::{self, Options};
use runplan::import;
use serde_json::Value;

fn printed() -> Value {
    let format = export::format("json").expect("a format");
    let (_, week) = weeks()
        .find(|(_, week)| week.days.iter().filter(|day| day.sessions.len() > 1).count() > 1)
        .expect("a week with sessions");
    serde_json::from_str(&(format.week)(&week, &Options::default())).expect("JSON")
}

/// The keys of the problems of a document.
fn problems(document: &Value) -> Vec<String> {
    let (_, problems) = import::read(&document.to_string(), 0);
    problems.iter().map(|problem| problem.marks[0].key.clone()).collect()
}

#[test]
fn a_week_that_contradicts_itself_is_refused_where_it_does() {
    let week = printed();
    assert_eq!(problems(&week), [""; 0]);
    let busy = week["days"]
        .as_array()
        .expect("days")
        .iter()
        .position(|day| day["sessions"].as_array().is_some_and(|all| all.len() > 1));
    let busy = busy.expect("a day with two sessions");
    let day = |key: &str| format!("/days/{busy}/{key}");
    let other_year = week["days"][busy]["date"].as_str().expect("a date").replacen("20", "19", 1);
    let text = |text: &str| Value::from(text);
    for (path, value) in [
        (day("date"), text("2020-02-30")),
        (day("date"), text(&other_year)),
        (day("date"), text("2026-11-23T00:00")),
        (day("date"), Value::from(20_261_123)),
        (day("load"), Value::from(999)),
        (day("sessions/0/load"), Value::from(999)),
        (day("sessions/1/load"), Value::from(1)),
        (day("sessions/0/start"), text("25:00")),
        (day("sessions/0/start"), text("noon")),
        (day("sessions/0/start"), Value::from(7)),
        ("/totals/load".to_owned(), Value::from(1)),
        ("/totals/run_minutes".to_owned(), Value::from(1)),
        ("/totals/runs".to_owned(), Value::from(7)),
        ("/totals/strength".to_owned(), Value::from(6)),
        ("/totals/legs".to_owned(), Value::from(6)),
        ("/totals/mobility".to_owned(), Value::from(6)),
        ("/totals/cross".to_owned(), Value::from(6)),
        ("/totals/rest_days".to_owned(), Value::from(7)),
        ("/totals/hard_days".to_owned(), Value::from(7)),
    ] {
        let mut wrong = week.clone();
        *wrong.pointer_mut(&path).expect("a value") = value;
        let key = path[1..].replace("days/", "days[").replace("/sessions/", "].sessions[");
        let key = key.replacen(&format!("days[{busy}/"), &format!("days[{busy}]."), 1);
        let key = key.replace("[0/", "[0].").replace("[1/", "[1].").replace("totals/", "totals.");
        assert!(problems(&wrong).contains(&key), "{path}: {key} is not among {:?}", problems(&wrong));
    }
    let mut of_next_week = week.clone();
    of_next_week["week"] = Value::from("2031-W02");
    assert_eq!(problems(&of_next_week).len(), 7);
    let mut at_once = week.clone();
    for session in at_once["days"][busy]["sessions"].as_array_mut().expect("sessions") {
        session["start"] = Value::from("06:00");
    }
    let (plans, problems_of_it) = import::read(&at_once.to_string(), 0);
    assert!(problems_of_it.is_empty(), "{problems_of_it:?}");
    assert!(plans[0].remarks.iter().any(|remark| remark.id == "starts-overlap"));
    // A session moved to another day leaves two loads behind that are no longer its own: their sum is right.
    let mut moved = week;
    let session = moved["days"][busy]["sessions"].as_array_mut().expect("sessions").pop().expect("a session");
    moved["days"][(busy + 1) % 7]["sessions"].as_array_mut().expect("sessions").push(session);
    for day in moved["days"].as_array_mut().expect("days") {
        for session in day["sessions"].as_array_mut().expect("sessions") {
            session["start"] = Value::Null;
        }
    }
    assert_eq!(problems(&moved), [""; 0]);
}
