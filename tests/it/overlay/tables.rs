//! Additions to the cells of tables: where they go, and what is known again.

use super::plans::{all_weeks, overlay};
use runplan::Profile;
use runplan::check::Standard;
use runplan::overlay::csv;
use runplan::profile::StrengthWishes;
use runplan::week::kind::Kind;
use runplan::week::session::Placement;

/// The table with what is placed, by default.
fn with(text: &str) -> String {
    let (plan, original) = overlay(text, &Standard::default()).expect("a plan");
    csv::with_additions(&original, &plan, &all_weeks(&plan)).expect("a table").0
}

/// A runner who lifts on days of their own.
fn separate() -> Standard {
    let strength = StrengthWishes { placement: Some(Placement::Separate), ..Default::default() };
    let profile = Profile { strength, ..Default::default() };
    Standard { profile: Some(profile), ..Standard::default() }
}

const WEEK: &str = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n";

#[test]
fn a_cell_keeps_what_stands_in_it() {
    let row = "2027-01-04,Rest,Easy 40 min,\"Tempo, 50 min\",Easy 40 min,Rest,,\"Long run 90 min, easy\"\n";
    let out = with(&format!("{WEEK}{row}"));
    assert!(out.contains("\"Tempo, 50 min + strength "), "within the quotes: {out}");
    assert!(out.contains("\"Long run 90 min, easy\"\n"), "{out}");
    assert_eq!(csv::original(&out), format!("{WEEK}{row}"));
}

#[test]
fn an_empty_cell_is_filled_without_a_plus() {
    let text = format!("{WEEK}2027-01-04,,easy 30 min,speed 40 min,,,long 80 min,\n");
    let standard = separate();
    let (plan, original) = overlay(&text, &standard).expect("a plan");
    let (out, _) = csv::with_additions(&original, &plan, &all_weeks(&plan)).expect("a table");
    assert!(out.contains(",strength "), "{out}");
    assert_eq!(csv::original(&out), text);
}

#[test]
fn a_row_that_ends_before_its_last_days_stays_as_short_and_that_is_told() {
    let text = format!(
        "{WEEK}2027-01-04,Rest,easy 30 min,Rest\n2027-01-11,Rest,easy 30 min,Rest,Rest,Rest,Rest,long 80 min\n"
    );
    let (plan, original) = overlay(&text, &Standard::default()).expect("a plan");
    let cycle = all_weeks(&plan);
    let (out, without) = csv::with_additions(&original, &plan, &cycle).expect("a table");
    assert_eq!(csv::original(&out), text);
    let placed =
        cycle.plans().next().expect("a week").days[3..].iter().filter(|day| day.places(Kind::Strength));
    assert!(placed.clone().count() > 0, "there is something to be told");
    assert!(placed.map(|day| day.date).all(|date| without.contains(&date)), "{without:?}");
}

#[test]
fn a_list_without_its_rest_days_gets_rows_for_what_is_placed_there() {
    let text = "Date,Workout\n2027-01-04,easy 40 min\n2027-01-06,speed 50 min\n2027-01-09,long 90 min\n2027-01-10,long 60 min";
    let standard = separate();
    let (plan, original) = overlay(text, &standard).expect("a plan");
    let (out, without) = csv::with_additions(&original, &plan, &all_weeks(&plan)).expect("a table");
    assert!(without.is_empty());
    assert!(out.lines().any(|line| line.contains(",added: strength ")), "{out}");
    assert!(out.lines().skip(1).is_sorted(), "rows stand in the order of their dates: {out}");
    assert_eq!(csv::original(&out), text);
    let (again, original) = overlay(&out, &standard).expect("a plan");
    assert_eq!(csv::with_additions(&original, &again, &all_weeks(&again)).expect("a table").0, out);
}

#[test]
fn what_looks_like_an_addition_and_is_none_stays() {
    for cell in [
        "Easy 40 min + strength 20 min",
        "strength 20 min (legs)",
        "Easy 40 min + strength min (full)",
        "Easy 40 min + strength 2000 min (full)",
        "Easy 40 min, strength 20 min (full)",
        "Easy 40 min + mobility 10 min",
        "Easy 40 min + strength 20 min (full) later",
    ] {
        let text = format!("{WEEK}2027-01-04,Rest,\"{cell}\",Rest,Rest,Rest,Rest,long 80 min\n");
        assert_eq!(csv::original(&text), text);
    }
    for (cell, left) in [
        ("Easy 40 min + strength 20 min (full)", "Easy 40 min"),
        ("Easy 40 min + strength 25 min (upper) + mobility 10 min (added)", "Easy 40 min"),
        ("strength 20 min (full)", ""),
        ("Rest + cross-training 40 min (added)", "Rest"),
    ] {
        let text = |cell: &str| format!("{WEEK}2027-01-04,Rest,{cell},Rest,Rest,Rest,Rest,long 80 min\n");
        assert_eq!(csv::original(&text(cell)), text(left));
    }
}

#[test]
fn a_mark_at_the_start_of_the_file_stays() {
    let text = format!(
        "\u{feff}{WEEK}2027-01-04,Rest,easy 40 min,tempo 50 min,easy 40 min,Rest,Rest,long 90 min\r\n"
    );
    let out = with(&text);
    assert!(out.starts_with('\u{feff}') && out.contains("(full)"), "{out}");
    assert_eq!(csv::original(&out), text);
}
