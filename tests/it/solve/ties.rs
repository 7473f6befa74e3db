//! Of equal weeks one is chosen by rule.

use runplan::facts::request::Request;
use runplan::rules::{self, Example};
use runplan::solve::{Ask, RuleSet, Search};
use runplan::week::day::Day;
use runplan::week::session::Run;

#[test]
fn of_equal_weeks_the_earlier_days_are_taken() {
    let line = "- easy - easy - - - season=off-season runs.keep=1 strength.sessions=0 mobility.sessions=1";
    let request = Request::from(&Example::parse(line).expect("a week"));
    let best = Search::new(&rules::facts(&request), RuleSet::all()).best(&Ask::default()).expect("a week");
    let [tuesday, thursday] = [Day::Tue, Day::Thu].map(|day| best.week[day.index()]);
    assert!(tuesday.run == Run::Easy && tuesday.mobility, "{tuesday:?}");
    assert!(thursday.is_rest(), "{thursday:?}");
}
