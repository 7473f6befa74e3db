//! What is found in plans of others, where it is said to be, and what hints propose.

use super::checked;
use runplan::Profile;
use runplan::check::{Severity, Standard, check};
use runplan::import::read;
use runplan::week::day::Day;
use runplan::week::phase::Phase;

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

#[test]
fn a_plan_with_a_race_has_its_seasons_whatever_the_profile_says() {
    let text = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n\
                2027-01-18,rest,easy 30 min + full strength 10 min,easy 25 min + full strength 10 min,rest,easy 20 min,rest,10k race\n";
    let (plans, _) = read(text, 0);
    let errors = |season: Option<Phase>| {
        let profile = Profile { season, ..Profile::default() };
        let found = check(&plans, &Standard { profile: Some(profile), ..Standard::default() });
        found.diagnostics.into_iter().filter(|found| found.severity == Severity::Error).map(|found| found.id)
    };
    // Before a race strength only wakes the legs up, and may stand on days in a row.
    assert!(!errors(None).any(|id| id == "legs-back-to-back"));
    assert!(errors(Some(Phase::RacePrep)).eq(errors(None)));
}
