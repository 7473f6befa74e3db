//! What is found in plans of others, where it is said to be, and what hints propose.

use super::checked;
use runplan::check::Severity;
use runplan::week::day::Day;

#[test]
fn key_runs_over_the_end_of_a_week_are_shown_where_they_stand() {
    let text = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n\
                1,rest,easy 3,rest,easy 3,rest,rest,long 10\n\
                2,tempo 5,rest,easy 3,rest,rest,easy 3,rest\n";
    let found = checked(text);
    let found = found.diagnostics.iter().find(|found| found.id == "key-runs-adjacent").expect("it is found");
    let spots: Vec<_> = found.spots.iter().map(|spot| (spot.week.as_str(), spot.day)).collect();
    assert_eq!(spots, [("week 1", Day::Sun), ("week 2", Day::Mon)]);
    assert_eq!(found.line, Some(2));
}

#[test]
fn a_long_run_is_not_guessed_where_it_may_be_what_was_not_recognised() {
    let plan = |sunday: &str| {
        format!("Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,rest,easy 3,rest,legs,easy 7,easy 3,{sunday}\n")
    };
    let errors = |text: &str| checked(text).count(Severity::Error);
    assert_eq!((errors(&plan("rest")), errors(&plan("Langer Lauf"))), (1, 0));
}

#[test]
fn hints_move_nothing_to_days_that_the_plan_does_not_tell_of() {
    let found = checked("Thu,Fri,Sat,Sun\nlegs,easy 3,legs,long 10\n");
    let found =
        found.diagnostics.iter().find(|found| found.id == "legs-before-key-run").expect("it is found");
    let told = ["Thursday", "Friday", "Saturday", "Sunday"];
    assert!(
        found.hint.split_whitespace().all(|word| !word.ends_with("day") || told.contains(&word)),
        "{}",
        found.hint
    );
}
