//! The search against a plain walk over every placement: the same answer, the same score, the same week.
#![allow(missing_docs)]

mod runners;
mod walk;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use runplan::solve::{Ask, RuleSet, best_week};

/// Random situations; together with the other quarters at least 2,000.
const CASES: usize = 800;

/// Compares one quarter; the same situations in every run.
fn quarter(seed: u8) {
    let config = Config { failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]));
    let (mut feasible, mut refused) = (0, 0);
    for _ in 0..CASES {
        let situation = runners::situations().new_tree(&mut runner).expect("a situation").current();
        let facts = situation.facts();
        let searched = best_week(&facts, RuleSet::all(), &Ask::default()).map(|best| (best.week, best.score));
        let walked = walk::best(&facts);
        assert_eq!(searched, walked, "{situation:?}");
        if walked.is_some() { feasible += 1 } else { refused += 1 }
    }
    assert!(
        feasible > CASES / 2 && refused > CASES / 20,
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
