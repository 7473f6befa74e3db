//! Run days that the planner chooses, over the weeks of a plan.

use super::seams::{against, racing};
use crate::cases;
use crate::random_profiles::{self, drawn, seeded};
use chrono::Days as DateDays;
use runplan::Request;
use runplan::export::{self, Options};
use runplan::facts::runs::Runs as RunSource;
use runplan::input::document;
use runplan::plan::{Outcome, Plan, chain, plan};
use runplan::profile::{self, Profile, Runs};
use runplan::rules::MONDAY;
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::week::race::Distance;
use runplan::word::Word as _;

/// Random plans.
const PLANS: usize = 25;
/// Days before a race from which on weeks may ask something else for it, and those of a week.
const FAR_FROM_A_RACE: i64 = 35;

/// A random runner on the way to a race who leaves the run days to the planner.
fn racer(runner: &mut proptest::test_runner::TestRunner) -> Profile {
    let mut profile = drawn(random_profiles::profiles(), runner);
    let wishes = drawn(random_profiles::run_wishes(), runner);
    profile.runs = Runs { minutes: profile.runs.minutes, keep: profile.runs.keep, ..wishes };
    profile.time = Default::default();
    let (days, distance, peak) = drawn((5_u64..180, 0..5_usize, proptest::bool::ANY), runner);
    racing(&profile, Distance::ALL[distance], days, peak)
}

fn planned(request: &Request<'_>) -> Option<Box<Plan>> {
    match plan(request) {
        Outcome::Week(plan) => Some(plan),
        Outcome::Refused(_) => None,
    }
}

#[test]
fn what_is_chosen_keeps_the_rules_at_every_seam() {
    let mut runner = seeded(21);
    for _ in 0..cases(PLANS) {
        let profile = racer(&mut runner);
        let bad = against(&profile, MONDAY);
        assert!(bad.is_empty(), "{profile:?}: {bad:#?}");
    }
}

#[test]
fn weeks_that_ask_the_same_have_the_same_run_days() {
    let mut runner = seeded(22);
    let (mut same, mut alone) = (0, 0);
    for _ in 0..cases(PLANS) {
        let profile = racer(&mut runner);
        let weeks =
            chain::weeks(&Request::new(&profile, MONDAY), None, MONDAY, MONDAY + DateDays::new(7 * 16));
        for pair in weeks.windows(2) {
            let [before, now] = [&pair[0], &pair[1]];
            let far = |request: &Request<'_>| {
                profile.race.is_none_or(|race| race.days_from(request.monday).abs() > FAR_FROM_A_RACE)
            };
            let (Some(one), Some(other)) = (planned(before), planned(now)) else { continue };
            let minutes =
                |plan: &Plan| plan.days.iter().map(|day| day.sessions.first().map(|of| of.minutes)).max();
            // Minutes that grow may make a run long, and so a key run.
            if far(before) && far(now) && one.limits == other.limits && minutes(&one) == minutes(&other) {
                assert_eq!(before.runs, now.runs, "{} {profile:?}", now.monday);
                same += 1;
            }
        }
        for request in weeks.iter().step_by(5) {
            let week = chain::in_its_plan(Request::new(&profile, request.monday), None);
            let (Some(of_plan), Some(by_itself)) = (planned(request), planned(&week)) else { continue };
            let json =
                |plan: &Plan| (export::format("json").expect("a format").week)(plan, &Options::default());
            assert_eq!(json(&of_plan), json(&by_itself), "{profile:?}");
            alone += 1;
        }
    }
    assert!(same > cases(PLANS) && alone > cases(PLANS), "{same} pairs, {alone} weeks");
}

#[test]
fn an_eight_day_rota_has_four_runs_a_week_or_says_why_not() {
    let text = "
        runs = { per_week = 4, speed = 1, minutes = { easy = 40, speed = 50, long = 80 } }
        strength = { equipment = 'gym' }
        race = { date = 2027-04-25, distance = 'half' }
        plan = { start = 2026-11-30 }
        time = { early = ['15:00-18:00'], late = ['08:00-12:00'], night = 'off', free = 240 }
        shifts = { start = 2026-12-01, pattern = ['early', 'early', 'late', 'late', 'night', 'night', 'night', 'free'] }
    ";
    let profile = profile::read(&document::toml(text, 0).0).expect("a profile");
    let first = MONDAY + DateDays::new(7);
    let weeks = chain::weeks(&Request::new(&profile, first), None, first, first + DateDays::new(7 * 15));
    let (mut whole, mut fewer) = (0, 0);
    for request in &weeks {
        let plan = planned(request).expect("a week");
        let time = profile.time_of(request.monday);
        for (day, planned) in Day::ALL.iter().zip(&plan.days) {
            let night = time[day.index()] == Some(runplan::week::hours::Time::Off);
            assert!(!night || planned.sessions.is_empty(), "{} {day:?}", request.monday);
        }
        assert!(matches!(request.runs, RunSource::Settled(_)));
        let told = plan.changes.iter().any(|change| change.rule == "too-few-run-days");
        assert_eq!(told, plan.count(Kind::Run) < 4, "{} {:?}", request.monday, plan.changes);
        if told { fewer += 1 } else { whole += 1 }
    }
    assert!(weeks.len() == 16 && whole >= 12, "{whole} weeks of four runs, {fewer} of fewer");
}
