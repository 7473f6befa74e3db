//! Run days that the search chooses, against every layout that the page's words allow.

use crate::random_profiles::{drawn, seeded};
use crate::{cases, plain_walk, random_profiles};
use proptest::test_runner::TestRunner;
use runplan::facts::request::Request;
use runplan::facts::run_choice::RunChoice;
use runplan::facts::runs::Runs as RunSource;
use runplan::plan::{Outcome, plan, settled};
use runplan::profile::{Runs, Speed};
use runplan::rules;
use runplan::solve::{Ask, RuleSet, Search, tie_order, tie_rank};
use runplan::week::day::{Day, Days};
use runplan::week::session::Run;
use runplan::word::Word;

/// Random choices.
const CASES: usize = 40;
/// Random profiles whose layouts are asked one by one.
const BY_LAYOUT: usize = 125;
/// Layouts that are walked through at most: a plain walk through more takes too long.
const WALKED: usize = 24;

/// Every way to lay runs out, by trying every kind of run on every day: so many runs, on days that are possible, the long run on
/// one of its days, so many speed runs or on their days.
fn all_layouts(runs: &Runs) -> Vec<[Run; 7]> {
    let kinds = [Run::Off, Run::Easy, Run::Long, Run::Speed];
    let possible = if runs.days.is_empty() { Days::ALL } else { runs.days };
    let per_week = usize::from(runs.per_week.expect("a number"));
    let mut all = Vec::new();
    for number in 0..4usize.pow(7) {
        let layout: [Run; 7] =
            std::array::from_fn(|day| kinds[number / 4usize.pow(day.try_into().unwrap_or(0)) % 4]);
        let on = |wanted: &dyn Fn(Run) -> bool| -> Days {
            Day::ALL.iter().copied().filter(|day| wanted(layout[day.index()])).collect()
        };
        let (run_days, long) = (on(&Run::is_run), on(&|run| run == Run::Long));
        let speed = on(&|run| run == Run::Speed);
        let has_long = match runs.long {
            None => per_week >= 2,
            Some(days) => !days.is_empty(),
        };
        let is_speed = match runs.speed {
            None => speed.is_empty(),
            Some(Speed::Days(days)) => {
                let most = per_week - usize::from(has_long);
                speed == days.iter().take(most).collect()
            }
            Some(Speed::Runs(number)) => {
                speed.len() == usize::from(number).min(per_week - usize::from(has_long))
            }
        };
        if run_days.len() == per_week
            && run_days.without(possible).is_empty()
            && long.len() == usize::from(has_long)
            && long.without(runs.long.unwrap_or(Days::ALL)).is_empty()
            && is_speed
        {
            all.push(layout);
        }
    }
    all.sort_unstable();
    all
}

#[test]
fn a_choice_of_run_days_has_every_layout_once() {
    let mut runner = seeded(13);
    for _ in 0..cases(CASES) {
        let runs = drawn(random_profiles::run_wishes(), &mut runner);
        let choice = RunChoice::of(&runs, Days::ALL, 0, [Days::NONE; 2]).expect("a choice");
        let mut layouts = choice.layouts();
        layouts.sort_unstable();
        assert_eq!(layouts, all_layouts(&runs), "{runs:?}");
    }
}

/// A random request whose run days are chosen.
fn request(runner: &mut TestRunner) -> Request<'static> {
    let mut request = drawn(random_profiles::requests(), runner);
    let wishes = drawn(random_profiles::run_wishes(), runner);
    let runs = &mut request.profile.to_mut().runs;
    *runs = Runs { minutes: runs.minutes, keep: runs.keep, ..wishes };
    request
}

#[test]
fn among_layouts_of_runs_the_search_equals_a_plain_walk() {
    let mut runner = seeded(14);
    let (mut weeks, mut walked) = (0, 0);
    while walked < cases(CASES) {
        let request = request(&mut runner);
        let facts = rules::facts(&request);
        let layouts = facts.layouts().len();
        if !(2..=WALKED).contains(&layouts) || facts.limits.strength_target + facts.limits.mobility > 4 {
            continue;
        }
        walked += 1;
        let best = Search::new(&facts, RuleSet::all()).best(&Ask::default());
        assert_eq!(
            best.map(|best| (best.week, best.score)),
            plain_walk::best(&facts),
            "{:?}",
            request.profile
        );
        weeks += usize::from(best.is_some());
    }
    assert!(weeks > walked / 2, "{weeks} weeks of {walked}");
}

#[test]
fn no_layout_that_is_declared_has_a_better_week() {
    let mut runner = seeded(15);
    let (mut weeks, mut asked) = (0, 0);
    while asked < cases(BY_LAYOUT) {
        let request = request(&mut runner);
        let open = rules::facts(&request);
        if open.choices.is_empty() || open.race.is_some() {
            continue;
        }
        asked += 1;
        let best = Search::new(&open, RuleSet::all()).best(&Ask::default());
        let order = tie_order(open.limits.phase);
        let plans: Vec<_> = open.run_plans().collect();
        let settled = plans.iter().filter_map(|plan| {
            let declared = plan.runs.map(|planned| planned.declared);
            let settled = request.clone().with_runs(RunSource::Settled(declared));
            let facts = rules::facts(&settled);
            // Where some choice keeps key runs apart, those that do not are none.
            let counts = facts.limits.key_runs == open.limits.key_runs;
            Search::new(&facts, RuleSet::all()).best(&Ask::default()).filter(|_| counts)
        });
        let least = settled.min_by_key(|best| (best.score, tie_rank(&best.week, &order, true)));
        assert_eq!(best.map(|best| best.score), least.map(|least| least.score), "{:?}", request.profile);
        // Which of equal runs a season sets aside is another question.
        if plans.iter().all(|plan| plan.movable().is_empty()) {
            assert_eq!(best, least, "{:?}", request.profile);
        }
        weeks += usize::from(best.is_some());
    }
    assert!(weeks > asked / 2, "{weeks} weeks of {asked}");
}

#[test]
fn declared_days_that_are_the_chosen_ones_give_the_identical_week() {
    let mut runner = seeded(16);
    let mut same = 0;
    for _ in 0..cases(CASES) {
        let request = request(&mut runner);
        let chosen = settled(&request);
        let (RunSource::Settled(layout), Outcome::Week(week)) = (&chosen.runs, plan(&request)) else {
            continue;
        };
        let mut declared = request.clone();
        let runs = &mut declared.profile.to_mut().runs;
        let of = |wanted: &dyn Fn(Run) -> bool| -> Days {
            Day::ALL.iter().copied().filter(|day| wanted(layout[day.index()])).collect()
        };
        runs.per_week = None;
        runs.days = of(&Run::is_run);
        runs.long = Some(of(&|run| run == Run::Long));
        runs.speed = Some(Speed::Days(of(&|run| run == Run::Speed)));
        let Outcome::Week(again) = plan(&declared) else { panic!("no week: {:?}", declared.profile) };
        assert_eq!(week.week, again.week, "{:?}", request.profile);
        let days = |plan: &runplan::Plan| {
            let of = |session: &runplan::plan::PlannedSession| {
                (session.id, session.minutes, session.start, session.load, session.workout.clone())
            };
            plan.days.iter().map(|day| day.sessions.iter().map(of).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        assert_eq!(format!("{:?}", days(&week)), format!("{:?}", days(&again)), "{:?}", request.profile);
        same += 1;
    }
    assert!(same > cases(CASES) / 2, "{same}");
}
