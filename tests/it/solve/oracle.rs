//! The search against a plain walk over every placement: the same answer, the same score, the same week.

use crate::{cases, plain_walk, random_profiles};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use runplan::rules;
use runplan::solve::{Ask, RuleSet, Search};
use runplan::week::day::Day;
use runplan::week::kind::{Kind, Kinds};
use runplan::week::session::Strength;
use runplan::week::{DayPlan, Week};
use runplan::word::Word;

fn seeded(seed: u8) -> TestRunner {
    let config = Config { failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]))
}

/// Compares one quarter; the same requests in every run.
fn quarter(seed: u8) {
    let mut runner = seeded(seed);
    let cases = cases(75);
    let (mut feasible, mut refused) = (0, 0);
    for _ in 0..cases {
        let request = random_profiles::requests().new_tree(&mut runner).expect("a request").current();
        let facts = rules::facts(&request);
        let searched =
            Search::new(&facts, RuleSet::all()).best(&Ask::default()).map(|best| (best.week, best.score));
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
fn as_asked(ask: &Ask, week: &Week) -> bool {
    Day::ALL.iter().all(|day| {
        let (plan, asked) = (week[day.index()], ask.0[day.index()]);
        let holds = |kind: &&Kind| match kind {
            Kind::Strength => plan.strength.any(),
            Kind::Legs => plan.strength.legs(),
            Kind::Upper => plan.strength == Strength::Upper,
            Kind::Mobility => plan.mobility,
            Kind::Cross => plan.cross,
            Kind::Rest => plan.is_rest(),
            Kind::Run => plan.run.is_run(),
            Kind::Fixed => plan.other.takes_the_day(),
        };
        let broken = |kind: &Kind| {
            asked.must.contains(*kind) && !holds(&kind) || asked.never.contains(*kind) && holds(&kind)
        };
        !Kind::ALL.iter().any(broken) && asked.run.is_none_or(|run| run == plan.run)
    })
}

/// What is asked of a few days: kinds that they must or may not hold, or just how one has to be.
fn asks() -> impl Strategy<Value = Ask> {
    let one = (0..7usize, 0..Kind::COUNT, any::<bool>());
    let exactly = proptest::option::weighted(0.2, (0..7usize, 0..4usize, any::<bool>()));
    (prop::collection::vec(one, 0..4), exactly).prop_map(|(kinds, exactly)| {
        let mut ask = Ask::default();
        for (day, kind, must) in kinds {
            let (day, kinds) = (Day::of(day), Kinds::of(Kind::ALL[kind]));
            ask = if must { ask.must(day, kinds) } else { ask.never(day, kinds) };
        }
        if let Some((day, strength, mobility)) = exactly {
            let strength = [Strength::None, Strength::Upper, Strength::Lower, Strength::Full][strength];
            ask = ask.exactly(Day::of(day), DayPlan { strength, mobility, ..DayPlan::EMPTY });
        }
        ask
    })
}

#[test]
fn asked_for_something_the_search_still_equals_a_plain_walk() {
    let mut runner = seeded(5);
    let cases = cases(150);
    let (mut answered, mut denied) = (0, 0);
    for _ in 0..cases {
        let request = random_profiles::requests().new_tree(&mut runner).expect("a request").current();
        let ask = asks().new_tree(&mut runner).expect("an ask").current();
        let facts = rules::facts(&request);
        let searched = Search::new(&facts, RuleSet::all()).best(&ask).map(|best| (best.week, best.score));
        let walked = plain_walk::best_of(&facts, |week| as_asked(&ask, week));
        assert_eq!(searched, walked, "{ask:?} {request:?}");
        let near = walked.map(|(week, _)| week).into_iter();
        let search = Search::new(&facts, RuleSet::all());
        assert_eq!(search.best_near(&ask, &near).map(|best| (best.week, best.score)), walked);
        if walked.is_some() { answered += 1 } else { denied += 1 }
    }
    assert!(answered > cases / 5 && denied > cases / 5, "a fair mix: {answered} answered, {denied} denied");
}
