//! The search against a plain walk over every placement: the same answer, the same score, the same week.

use crate::{cases, plain_walk, random_profiles};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use runplan::facts::Facts;
use runplan::rules;
use runplan::solve::{Ask, Asked, RuleSet, Tables, best_week};
use runplan::week::Week;
use runplan::week::day::{Day, Days};
use runplan::week::session::Strength;
use runplan::word::Word;

fn seeded(seed: u8) -> TestRunner {
    let config = Config { failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]))
}

/// Compares one quarter; the same requests in every run.
fn quarter(seed: u8) {
    let mut runner = seeded(seed);
    let cases = cases(150);
    let (mut feasible, mut refused) = (0, 0);
    for _ in 0..cases {
        let request = random_profiles::requests().new_tree(&mut runner).expect("a request").current();
        let facts = rules::facts(&request);
        let searched = best_week(&facts, RuleSet::all(), &Ask::default()).map(|best| (best.week, best.score));
        let walked = plain_walk::best(&facts);
        assert_eq!(searched, walked, "{request:?}");
        if walked.is_some() { feasible += 1 } else { refused += 1 }
    }
    assert!(
        feasible > cases / 2 && refused > cases / 20,
        "a fair mix: {feasible} feasible, {refused} refused"
    );
}

#[test]
fn the_search_equals_a_plain_walk_first_quarter() {
    quarter(1);
}

#[test]
fn the_search_equals_a_plain_walk_second_quarter() {
    quarter(2);
}

#[test]
fn the_search_equals_a_plain_walk_third_quarter() {
    quarter(3);
}

#[test]
fn the_search_equals_a_plain_walk_fourth_quarter() {
    quarter(4);
}

/// Whether a week is as asked.
fn as_asked(ask: &Ask, facts: &Facts<'_>, week: &Week) -> bool {
    Day::ALL.iter().all(|day| {
        let plan = week[day.index()];
        let has = |days: Days| days.contains(*day);
        let aside = facts.runs[day.index()].movable && !plan.run.is_run();
        let forbidden = has(ask.no_full) && plan.strength == Strength::Full
            || has(ask.no_upper) && plan.strength == Strength::Upper
            || has(ask.no_mobility) && plan.mobility
            || has(ask.no_cross) && plan.cross
            || has(ask.no_rest) && plan.is_rest()
            || has(ask.run) && aside;
        let missing = has(ask.strength) && !plan.strength.any()
            || has(ask.mobility) && !plan.mobility
            || has(ask.cross) && !plan.cross
            || has(ask.no_run) && !aside;
        !forbidden && !missing
    })
}

#[test]
fn asked_for_something_the_search_still_equals_a_plain_walk() {
    let mut runner = seeded(5);
    let some = || prop_oneof![4 => Just(Days::NONE), 1 => random_profiles::days(1..3)];
    let cases = cases(150);
    let (mut answered, mut denied) = (0, 0);
    for _ in 0..cases {
        let request = random_profiles::requests().new_tree(&mut runner).expect("a request").current();
        let asks = prop::collection::vec(some(), 10).new_tree(&mut runner).expect("days").current();
        let ask = Ask {
            no_full: asks[0],
            no_upper: asks[1],
            no_mobility: asks[2],
            no_cross: asks[3],
            strength: asks[4],
            mobility: asks[5],
            cross: asks[6],
            no_run: asks[7],
            run: asks[8],
            no_rest: asks[9],
        };
        let facts = rules::facts(&request);
        let searched = best_week(&facts, RuleSet::all(), &ask).map(|best| (best.week, best.score));
        let walked = plain_walk::best_of(&facts, |week| as_asked(&ask, &facts, week));
        assert_eq!(searched, walked, "{ask:?} {request:?}");
        let tables = Tables::new(&facts, RuleSet::all());
        let near = walked.map(|(week, _)| week).into_iter();
        assert_eq!(Asked::new(&tables).best(&ask, &near).map(|best| (best.week, best.score)), walked);
        if walked.is_some() { answered += 1 } else { denied += 1 }
    }
    assert!(answered > cases / 5 && denied > cases / 5, "a fair mix: {answered} answered, {denied} denied");
}
