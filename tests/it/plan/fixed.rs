//! Fixed sessions: they stand on their days, and the rest of the week goes around them.

use crate::random_profiles;
use crate::{cases, plain_walk};
use chrono::Days;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use runplan::check::{Severity, Standard, check};
use runplan::cycle;
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::import;
use runplan::input::document;
use runplan::plan::{Outcome, Plan, chain, plan, plan_briefly};
use runplan::profile::{self, CountsAs, Fixed, LegLoad, Profile};
use runplan::rules::{self, MONDAY};
use runplan::solve::{Ask, RuleSet, Search};
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::week::race::{Distance, Race};
use runplan::week::session::Run;
use runplan::week::{DayPlan, Week};
use runplan::word::Word as _;

/// A runner in base with two leg sessions and room for them.
const RUNNER: &str = "
season = 'base'
runs.days = ['tue', 'sun']
runs.long = 'sun'
strength.equipment = 'gym'
";

fn runner(others: &str) -> Profile {
    let text = format!("{RUNNER}{others}");
    let (node, problems) = document::toml(&text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    profile::read(&node).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn week(profile: &Profile, weeks: u64) -> Plan {
    let request = Request::new(profile, MONDAY + Days::new(7 * weeks)).check().expect("a request");
    let outcome = plan(&chain::in_its_plan(request, None));
    outcome.week().expect("a week").clone()
}

/// The days with a kind.
fn on(plan: &Plan, kind: Kind) -> Vec<Day> {
    Day::ALL.iter().copied().filter(|day| plan.week[day.index()].holds(kind)).collect()
}

#[test]
fn legs_keep_clear_of_football_by_date() {
    let free = week(&runner(""), 0);
    assert!(free.count(Kind::Legs) >= 1, "{:?}", free.week);
    let plan = week(&runner("[[fixed]]\nname = 'football'\ndays = 'fri'"), 0);
    assert!(on(&plan, Kind::Legs).iter().all(|day| *day < Day::Thu), "{:?}", plan.week);
    assert!(plan.count(Kind::Legs) >= 1);
    let friday = &plan.days[4];
    assert!(friday.hard && !friday.rest);
    assert_eq!(friday.load, 7 * 90);
    assert_eq!(friday.sessions[0].id.to_string(), "2026-W48/fixed/fri");
    // Football on Sunday: nothing on the Monday after it, which is in the next week.
    let demanding = "strength.legs_min = 2\nstrength.days = ['mon', 'wed']\n";
    assert_eq!(week(&runner(demanding), 0).count(Kind::Legs), 2);
    let sunday = runner(&format!("{demanding}[[fixed]]\nname = 'football'\ndays = 'sun'"));
    let Outcome::Refused(refusal) = plan_briefly(&Request::new(&sunday, MONDAY)) else {
        panic!("Monday is closed")
    };
    assert!(refusal.message.contains("hard session of your own"), "{}", refusal.message);
}

#[test]
fn every_second_week_counts_by_date() {
    let text = "strength.days = ['mon', 'fri']\n[[fixed]]\nname = 'football'\ndays = 'sun'\nfrom = 2026-11-23\nevery = 2";
    let profile = runner(text);
    let holds = |weeks: u64| profile.fixed[0].holds(MONDAY + Days::new(6 + 7 * weeks));
    assert_eq!([0, 1, 2, 3].map(holds), [true, false, true, false]);
    // The Monday after it is closed for legs, that before it is not.
    for (weeks, closed) in [(0, false), (1, true), (2, false), (3, true)] {
        let plan = week(&profile, weeks);
        assert_eq!(plan.count(Kind::Fixed), u8::from(weeks % 2 == 0), "week {weeks}");
        assert!(!(closed && plan.week[0].loads_legs()), "week {weeks}: {:?}", plan.week);
        let asked = Request::new(&profile, MONDAY + Days::new(7 * weeks));
        let facts = rules::facts(&asked);
        assert_eq!(facts.others.around(Day::Mon)[0].is_hard(), closed, "week {weeks}");
    }
}

#[test]
fn yoga_counts_towards_mobility_and_is_told() {
    let without = week(&runner("mobility.sessions = 2"), 0);
    assert_eq!((without.limits.mobility, without.count(Kind::Mobility)), (2, 2));
    let plan = week(&runner("mobility.sessions = 2\n[[fixed]]\nname = 'Yoga'\ndays = 'thu'"), 0);
    assert_eq!((plan.limits.mobility, plan.count(Kind::Mobility)), (1, 1));
    let told = plan.changes.iter().find(|change| change.rule == "fixed-counts").expect("it is told");
    assert_eq!(told.message, "Yoga counts towards mobility: 1 session of the week's number");
    let gym = week(&runner("strength.sessions = 2\n[[fixed]]\nname = 'gym class'\ndays = 'thu'"), 0);
    assert_eq!((gym.limits.strength_target, gym.count(Kind::Strength)), (1, 1));
}

#[test]
fn hard_sessions_next_to_key_runs_are_told_with_both_days() {
    let warned = |text: &str| -> Vec<String> {
        let plan = week(&runner(text), 0);
        let mine = plan.warnings.iter().filter(|warning| warning.rule == "fixed-before-key-run");
        mine.map(|warning| warning.message.to_string()).collect()
    };
    assert_eq!(
        warned("[[fixed]]\nname = 'football'\ndays = 'sat'"),
        ["football on Saturday, the day before Sunday's long run"]
    );
    assert_eq!(
        warned("[[fixed]]\nname = 'football'\ndays = ['sun', 'fri']"),
        ["football on Sunday, the day of the long run"]
    );
    assert!(warned("[[fixed]]\nname = 'hike'\ndays = 'sat'").is_empty());
}

#[test]
fn rest_days_come_down_to_what_fixed_sessions_leave_and_are_told() {
    let days = "runs.days = ['tue', 'thu', 'sat', 'sun']\nruns.long = 'sun'\nseason = 'base'\nrest.min = 2\n";
    let read = |others: &str| {
        let text = format!("{days}{others}");
        profile::read(&document::toml(&text, 0).0).expect("a profile")
    };
    let plan = week(&read("[[fixed]]\nname = 'hike'\ndays = ['mon', 'wed']"), 0);
    assert_eq!((plan.limits.rest_min, plan.count(Kind::Rest)), (1, 1));
    assert!(plan.warnings.iter().any(|warning| warning.rule == "fixed-leaves-no-rest"));
    let plan = week(&read("[[fixed]]\nname = 'bike commute'\ndays = ['mon', 'wed']"), 0);
    assert!(plan.limits.rest_min == 2 && plan.count(Kind::Rest) >= 2);
}

#[test]
fn a_clock_time_is_taken_out_of_the_windows_alone() {
    let text = |at: &str| {
        format!("time.fri = ['17:00-20:00']\n[[fixed]]\nname = 'tennis'\ndays = 'fri'\nminutes = 60\n{at}")
    };
    let with = runner(&text("at = '17:30'"));
    let request = Request::new(&with, MONDAY);
    let facts = rules::facts(&request);
    let time = facts.time[4].as_ref().expect("a time");
    assert_eq!(profile::time_text(time), "17:00-17:30, 18:30-20:00");
    let without = runner(&text(""));
    let request = Request::new(&without, MONDAY);
    assert_eq!(rules::facts(&request).time[4], without.time[4]);
    let budget = runner("time.fri = 100\n[[fixed]]\nname = 'tennis'\ndays = 'fri'");
    let request = Request::new(&budget, MONDAY);
    assert_eq!(rules::facts(&request).time[4], Some(runplan::week::hours::Time::Minutes(10)));
    let plan = week(&with, 0);
    assert_eq!(plan.days[4].sessions.last().and_then(|session| session.start), Some(17 * 60 + 30));
    assert_eq!(rules::facts(&Request::new(&with, MONDAY)).time[0], None, "no clock appears elsewhere");
}

fn seeded(seed: u8) -> TestRunner {
    TestRunner::new_with_rng(
        random_profiles::config(1),
        TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]),
    )
}

#[test]
fn the_search_equals_a_plain_walk_around_fixed_sessions() {
    let mut runner = seeded(41);
    let (mut feasible, mut refused) = (0, 0);
    for _ in 0..cases(60) {
        let request = random_profiles::with_fixed().new_tree(&mut runner).expect("a request").current();
        let facts = rules::facts(&request);
        let searched =
            Search::new(&facts, RuleSet::all()).best(&Ask::default()).map(|best| (best.week, best.score));
        let walked = plain_walk::best(&facts);
        assert_eq!(searched, walked, "{request:?}");
        if walked.is_some() { feasible += 1 } else { refused += 1 }
    }
    assert!(feasible > refused && refused > 0, "{feasible} feasible, {refused} refused");
}

/// A commute on some days.
fn commute() -> impl Strategy<Value = Fixed> {
    (random_profiles::days(1..7), 10u16..90, proptest::option::of(300u16..1200)).prop_map(
        |(days, minutes, at)| Fixed {
            name: "bike commute".to_owned(),
            days,
            minutes,
            at,
            legs: LegLoad::Easy,
            counts: CountsAs::Nothing,
            rest: true,
            from: None,
            until: None,
            every: 1,
            effort: 3,
        },
    )
}

#[test]
fn a_commute_changes_nothing_but_load() {
    let mut runner = seeded(42);
    let strategy = (random_profiles::requests(), commute());
    let mut loaded = 0;
    for case in 0..cases(150) {
        let (request, fixed) = strategy.new_tree(&mut runner).expect("a request").current();
        let mut with = request.clone();
        let adds: u32 = Day::ALL.iter().filter(|day| fixed.days.contains(**day)).map(|_| fixed.load()).sum();
        with.profile.to_mut().fixed.push(fixed);
        let (was, now) = (plan_briefly(&request), plan_briefly(&with));
        match (was, now) {
            (Outcome::Week(was), Outcome::Week(now)) => {
                assert_eq!((was.week, was.score, was.limits), (now.week, now.score, now.limits));
                assert_eq!(was.changes, now.changes);
                assert_eq!(was.load.week() + adds, now.load.week());
                for (was, now) in was.days.iter().zip(&now.days) {
                    assert_eq!((was.rest, was.hard), (now.rest, now.hard));
                    let placed = now.sessions.iter().filter(|session| session.fixed.is_none());
                    let texts = |session: &runplan::plan::PlannedSession| {
                        (session.id, session.minutes, session.start, session.workout.clone())
                    };
                    assert!(was.sessions.iter().map(texts).eq(placed.map(texts)));
                }
                loaded += 1;
            }
            (Outcome::Refused(was), Outcome::Refused(now)) => assert_eq!(was.message, now.message),
            (was, now) => panic!("{was:?}\n{now:?}"),
        }
        if case % 10 == 0 && request.is_of_a_plan() {
            let weeks = |request: &Request<'_>| {
                let weeks = chain::weeks(request, None, MONDAY, MONDAY + Days::new(35));
                let weeks = weeks.iter().map(plan_briefly);
                weeks.map(|outcome| outcome.week().map(|plan| plan.week)).collect::<Vec<_>>()
            };
            assert_eq!(weeks(&request), weeks(&with), "{request:?}");
        }
    }
    assert!(loaded > 50);
}

#[test]
fn weeks_with_fixed_sessions_pass_their_own_check() {
    let mut runner = seeded(43);
    let strategy = (random_profiles::with_fixed(), 10i64..80);
    let json = export::format("json").expect("a format");
    let csv = export::format("csv").expect("a format");
    let mut checked = 0;
    for _ in 0..cases(40) {
        let (request, days) = strategy.new_tree(&mut runner).expect("a request").current();
        let mut request = request;
        let profile = request.profile.to_mut();
        profile.season = None;
        profile.race = Some(Race::new(MONDAY + Days::new(days.unsigned_abs()), Some(Distance::Half)));
        let Ok(request) = request.check() else { continue };
        let weeks = chain::weeks(&request, None, MONDAY, MONDAY + Days::new(28));
        let cycle = cycle::cycle(&weeks);
        if cycle.plans().count() < cycle.weeks.len() {
            continue;
        }
        checked += 1;
        let standards = [
            Standard::default(),
            Standard { profile: Some(request.profile.clone().into_owned()), ..Standard::default() },
        ];
        let text = (json.cycle)(&cycle, &Options::default());
        let (foreign, problems) = import::read(&text, 0);
        assert!(problems.is_empty(), "{problems:?}");
        let foreign = import::joined(foreign);
        for standard in &standards {
            let report = check(&foreign, standard);
            assert_eq!(report.count(Severity::Error), 0, "{:#?}\n{request:?}", report.diagnostics);
        }
        let text = (csv.cycle)(&cycle, &Options::default());
        let (foreign, problems) = import::read(&text, 0);
        assert!(problems.is_empty(), "{problems:?}");
        let weeks = foreign.iter().flat_map(|plan| &plan.weeks);
        for (week, plan) in weeks.zip(cycle.plans()) {
            // Which run of a table is the long one is another question.
            let but_runs = |week: Week| week.map(|day| DayPlan { run: Run::Off, ..day });
            assert_eq!(but_runs(week.week()), but_runs(plan.week), "{text}");
        }
    }
    assert!(checked > 5, "{checked}");
}
