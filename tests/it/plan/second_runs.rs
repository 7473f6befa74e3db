//! Second runs: sessions of their own on run days, which change nothing but time and load.

use crate::random_profiles::{self, drawn, seeded};
use crate::{cases, plain_walk};
use chrono::Days;
use runplan::check::{Severity, Standard, check};
use runplan::cycle;
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::import;
use runplan::input::document;
use runplan::plan::{Outcome, Plan, chain, plan, plan_briefly};
use runplan::profile::{self, Profile};
use runplan::rules::{self, MONDAY};
use runplan::solve::{Ask, RuleSet, Search};
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::week::race::{Distance, Race};
use runplan::week::session::{Run, Session};
use runplan::word::Word as _;

const RUNNER: &str = "
runs.days = ['tue', 'thu', 'sat', 'sun']
runs.long = 'sun'
runs.speed = 'thu'
runs.minutes = { easy = 40, speed = 50, long = 90 }
strength.equipment = 'gym'
";

fn read(others: &str) -> Result<Profile, Vec<String>> {
    let text = format!("{RUNNER}{others}");
    let (node, problems) = document::toml(&text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    profile::read(&node).map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

fn runner(others: &str) -> Profile {
    read(others).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn week(profile: &Profile, weeks: u64) -> Plan {
    let request = Request::new(profile, MONDAY + Days::new(7 * weeks)).check().expect("a request");
    plan(&chain::in_its_plan(request, None)).week().expect("a week").clone()
}

/// Minutes of second runs, Monday first.
fn seconds(plan: &Plan) -> [u16; 7] {
    std::array::from_fn(|day| {
        let second = plan.days[day].sessions.iter().find(|session| session.session == Session::Second);
        second.map_or(0, |session| session.minutes)
    })
}

#[test]
fn a_second_run_is_a_session_of_its_own() {
    let without = week(&runner("season = 'base'"), 0);
    let plan = week(&runner("season = 'base'\nruns.second = { Tuesday = 25, sun = 30 }"), 0);
    assert_eq!(seconds(&plan), [0, 25, 0, 0, 0, 0, 30]);
    assert_eq!((plan.week, plan.score, plan.limits), (without.week, without.score, without.limits));
    assert_eq!(plan.run_minutes(), without.run_minutes() + 55);
    assert_eq!((plan.runs(), plan.count(Kind::Run)), (6, 4), "they are no run days");
    assert_eq!(plan.load.week(), without.load.week() + 55 * 3);
    let ids: Vec<_> = plan.days[1].sessions.iter().map(|session| session.id.to_string()).collect();
    assert_eq!((&*ids[0], &*ids[ids.len() - 1]), ("2026-W48/run/tue", "2026-W48/run/tue-2"));
    let ics = (export::format("ics").expect("a format").week)(&plan, &Options::default());
    let mut unique: Vec<_> = ics.lines().filter(|line| line.starts_with("UID:")).collect();
    let all = unique.len();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!((unique.len(), all), (all, plan.days.iter().map(|day| day.sessions.len()).sum()));
}

#[test]
fn it_takes_its_own_time() {
    let hours = "time = { tue = ['06:30-07:30', '17:30-18:30'] }\nseason = 'base'\n";
    let plan = week(&runner(&format!("{hours}runs.second = {{ tue = 25 }}")), 0);
    let starts: Vec<_> =
        plan.days[1].sessions.iter().map(|session| (session.session, session.start)).collect();
    assert!(starts.contains(&(Session::Run(Run::Easy), Some(6 * 60 + 30))), "{starts:?}");
    let second = starts.iter().find(|(session, _)| *session == Session::Second).expect("a second run");
    assert!(second.1 >= Some(17 * 60 + 30), "{starts:?}");
    // What it takes is taken from strength.
    let tight = |second: &str| week(&runner(&format!("season = 'base'\ntime = {{ tue = 70 }}\n{second}")), 0);
    assert!(tight("").week[1].strength.any() || tight("").week[1].mobility);
    assert!(!tight("runs.second = { tue = 30 }").week[1].strength.any());
}

#[test]
fn second_runs_go_first() {
    let text = "race = {date = 2027-02-14, distance = 'marathon'}\nplan.start = 2026-11-23\nruns.second = { tue = 25, thu = 20 }";
    let profile = runner(text);
    let minutes = |weeks: u64| seconds(&week(&profile, weeks));
    assert_eq!(minutes(1), [0, 25, 0, 20, 0, 0, 0]);
    let (first_taper, second_taper) = (week(&profile, 9), week(&profile, 10));
    assert!(seconds(&first_taper)[1] > 0 && seconds(&first_taper)[1] < 25, "{:?}", seconds(&first_taper));
    for plan in [&second_taper, &week(&profile, 11), &week(&profile, 12)] {
        assert_eq!(seconds(plan), [0; 7]);
    }
    let told =
        second_taper.changes.iter().find(|change| change.rule == "second-runs-aside").expect("it is told");
    assert_eq!(told.message, "second runs set aside (taper)");
    let easier =
        (1..9).map(|weeks| week(&profile, weeks)).find(|plan| plan.position.is_some_and(|of| of.cutback));
    assert_eq!(seconds(&easier.expect("an easier week")), [0, 20, 0, 15, 0, 0, 0], "× 0.75");
}

#[test]
fn what_cannot_be_a_second_run_is_an_error() {
    let told = |text: &str| read(&format!("season = 'base'\n{text}")).expect_err("an error");
    assert_eq!(told("runs.second = { wed = 25 }"), ["runs.second: `wed` is not one of the run days"]);
    assert_eq!(told("runs.second = { tue = 0 }"), ["runs.second.tue: `0` is out of range"]);
    assert_eq!(told("runs.second = 25"), ["runs.second: this is a whole number, not minutes by day"]);
    assert_eq!(told("runs.second = { easy = 25 }").len(), 1);
    assert_eq!(told("runs.second = { tue = 25, Tuesday = 30 }"), ["runs.second: `tue` stands here twice"]);
}

/// A random request with second runs on some of its run days, and the same without them.
fn with_second(runner: &mut proptest::test_runner::TestRunner) -> [Request<'static>; 2] {
    loop {
        let without = drawn(random_profiles::requests(), runner);
        let mut with = without.clone();
        let days = drawn(random_profiles::days(1..4), runner);
        let runs = &mut with.profile.to_mut().runs;
        for day in days.among(runs.days).iter() {
            runs.second[day.index()] = Some(15 + 5 * u16::try_from(day.index()).expect("small"));
        }
        if !with.profile.runs.second_days().is_empty() {
            return [with, without];
        }
    }
}

#[test]
fn without_hours_a_second_run_changes_nothing_but_minutes_and_load() {
    let mut runner = seeded(61);
    let mut seen = 0;
    while seen < cases(100) {
        let mut pair = with_second(&mut runner);
        for request in &mut pair {
            request.profile.to_mut().time = Default::default();
        }
        let [now, was] = pair;
        match (plan_briefly(&now), plan_briefly(&was)) {
            (Outcome::Week(now), Outcome::Week(was)) => {
                seen += 1;
                assert_eq!((now.week, now.score, now.limits), (was.week, was.score, was.limits));
                let added: u32 = seconds(&now).iter().copied().map(u32::from).sum();
                assert_eq!(now.run_minutes(), was.run_minutes() + added);
                assert_eq!(now.load.week(), was.load.week() + 3 * added);
                for (at, minutes) in seconds(&now).into_iter().enumerate().filter(|(_, minutes)| *minutes > 0)
                {
                    let run = now.week[at].run;
                    assert!(matches!(run, Run::Easy | Run::Long | Run::Speed), "{minutes} beside {run:?}");
                }
            }
            (Outcome::Refused(_), Outcome::Refused(_)) => {}
            (now, was) => panic!("{now:?}\n{was:?}"),
        }
    }
}

#[test]
fn within_hours_the_search_equals_a_plain_walk() {
    let mut runner = seeded(62);
    let mut feasible = 0;
    for _ in 0..cases(40) {
        let [request, _] = with_second(&mut runner);
        let facts = rules::facts(&request);
        let searched =
            Search::new(&facts, RuleSet::all()).best(&Ask::default()).map(|best| (best.week, best.score));
        assert_eq!(searched, plain_walk::best(&facts), "{request:?}");
        feasible += usize::from(searched.is_some());
    }
    assert!(feasible > 12, "{feasible}");
}

#[test]
fn weeks_with_second_runs_pass_their_own_check() {
    let mut runner = seeded(63);
    let json = export::format("json").expect("a format");
    let mut checked = 0;
    while checked < cases(20) {
        let [mut request, _] = with_second(&mut runner);
        let profile = request.profile.to_mut();
        // Weeks that know each other.
        (profile.season, profile.race) =
            (None, Some(Race::new(MONDAY + Days::new(80), Some(Distance::Half))));
        let Ok(request) = request.check() else { continue };
        let weeks = chain::weeks(&request, None, MONDAY, MONDAY + Days::new(14));
        let cycle = cycle::cycle(&weeks);
        if cycle.plans().count() < cycle.weeks.len() {
            continue;
        }
        checked += 1;
        let (foreign, problems) = import::read(&(json.cycle)(&cycle, &Options::default()), 0);
        assert!(problems.is_empty(), "{problems:?}");
        let foreign = import::joined(foreign);
        let place = Session::Second.place();
        for (week, plan) in foreign.iter().flat_map(|plan| &plan.weeks).zip(cycle.plans()) {
            assert_eq!(std::array::from_fn(|day| week.days[day].others[place]), seconds(plan));
            assert_eq!(week.week(), plan.week);
        }
        for profile in [None, Some(request.profile.clone().into_owned())] {
            let report = check(&foreign, &Standard { profile, ..Standard::default() });
            let bad = report.diagnostics.iter().filter(|found| found.severity == Severity::Error);
            let bad: Vec<_> =
                bad.map(|found| format!("{} {}: {}", found.week, found.id, found.message)).collect();
            assert!(bad.is_empty(), "{bad:#?}\n{}", random_profiles::toml(&request.profile));
        }
    }
}

#[test]
fn where_run_days_are_chosen_a_second_run_goes_with_its_day() {
    let text = "season = 'base'\nruns = {per_week = 7, second = {tue = 20}}\nrest.min = 0";
    let profile = profile::read(&document::toml(text, 0).0).expect("a profile");
    assert_eq!(seconds(&week(&profile, 0)), [0, 20, 0, 0, 0, 0, 0]);
    let text = "season = 'base'\nruns = {per_week = 2, days = ['mon', 'fri', 'sun'], second = {mon = 20, fri = 25, sun = 30}}";
    let profile = profile::read(&document::toml(text, 0).0).expect("a profile");
    let plan = week(&profile, 0);
    let has_run = |day: &usize| plan.week[*day].run.is_run();
    let expected = [20, 0, 0, 0, 25, 0, 30];
    let expected: Vec<u16> = (0..7).map(|day| if has_run(&day) { expected[day] } else { 0 }).collect();
    assert_eq!(seconds(&plan).to_vec(), expected);
    assert_eq!(Day::ALL.iter().filter(|day| plan.week[day.index()].run.is_run()).count(), 2);
}
