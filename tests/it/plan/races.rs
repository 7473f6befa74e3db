//! B and C races: what is rested for, what takes the place of training, and what neither may do to the week.

use crate::plan::seams::against;
use crate::random_profiles::{self, drawn, seeded};
use crate::{cases, plain_walk};
use chrono::{Days, NaiveDate};
use runplan::check::{Severity, Standard, check};
use runplan::cycle;
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::import;
use runplan::input::document;
use runplan::plan::{Plan, chain, plan};
use runplan::profile::{self, Profile, TuneUp};
use runplan::rules::{self, MONDAY};
use runplan::solve::{Ask, RuleSet, Search};
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::week::race::{Distance, Priority, Race};
use runplan::week::session::Run;

/// A runner who may lift on any day.
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

/// A week, so many after the first one.
fn week(profile: &Profile, weeks: u64) -> Plan {
    let request = Request::new(profile, MONDAY + Days::new(7 * weeks)).check().expect("a request");
    plan(&chain::in_its_plan(request, None)).week().expect("a week").clone()
}

fn runs(plan: &Plan) -> [(Run, u16); 7] {
    std::array::from_fn(|day| {
        let run = plan.days[day].sessions.iter().find(|session| session.is(Kind::Run));
        (plan.week[day].run, run.map_or(0, |run| run.minutes))
    })
}

#[test]
fn a_b_race_is_rested_for_and_recovered_from() {
    let free = week(&runner("season = 'base'"), 0);
    let half = "season = 'base'\n[[races]]\ndate = 2026-11-29\ndistance = 'half'\nname = 'City Run'";
    let plan = week(&runner(half), 0);
    let of = runs(&plan);
    assert_eq!(of[Day::Sun.index()], (Run::Race, 120));
    assert_eq!(of[Day::Sat.index()], (Run::ShakeOut, 20), "the day before it");
    assert_eq!([of[1], of[3]], [(Run::Easy, 30), (Run::Speed, 40)], "× 0.8, rounded to 5");
    assert!((4..7).all(|day| !plan.week[day].loads_legs()), "{:?}", plan.week);
    assert_eq!(plan.limits.class, free.limits.class, "it gives no season");
    let title = &plan.changes.iter().find(|change| change.rule == "race-day").expect("it is told").message;
    assert_eq!(title, "long run becomes City Run, a B race");
    // Two days without any strength and runs, legs for two weeks as after any half marathon.
    let after = week(&runner(half), 1);
    assert!(after.week[..2].iter().all(|day| !day.strength.any() && !day.run.is_run()), "{:?}", after.week);
    assert!(
        after.week.iter().all(|day| !day.loads_legs()) && !runs(&after).iter().any(|(run, _)| run.is_key())
    );
    assert!(week(&runner(half), 3).count(Kind::Legs) == free.count(Kind::Legs));
}

#[test]
fn a_c_race_takes_the_place_of_the_speed_run() {
    let c = |rest: &str| runner(&format!("season = 'base'\n[[races]]\npriority = 'c'\n{rest}"));
    let free = runs(&week(&runner("season = 'base'"), 0));
    // On a run day the speed run becomes easy, and nothing is shortened.
    let profile = c("date = 2026-11-28\ndistance = '5k'");
    let plan = week(&profile, 0);
    let mut expected = free;
    (expected[3], expected[5]) = ((Run::Easy, 40), (Run::Race, 30));
    assert_eq!(runs(&plan), expected);
    assert!(!plan.week[4].loads_legs() && !plan.week[5].strength.any(), "{:?}", plan.week);
    // On a free day it is set aside.
    let plan = week(&c("date = 2026-11-27\ndistance = '5k'"), 0);
    assert_eq!([plan.week[3].run, plan.week[4].run, plan.week[5].run], [Run::Off, Run::Race, Run::Easy]);
    // A week later all is as ever; but a half marathon is got over whatever it is called.
    assert_eq!(runs(&week(&profile, 1)), free);
    let after = week(&c("date = 2026-11-29\ndistance = 'half'"), 1);
    assert!(!after.week[0].strength.any() && after.count(Kind::Legs) == 0, "{:?}", after.week);
}

#[test]
fn races_that_clash_are_errors_and_a_late_one_is_told() {
    let of = |text: &str| read(&format!("season = 'base'\n{text}")).expect_err("an error");
    assert_eq!(
        of("races = [{date = 2026-12-06}, {date = 2026-12-06, priority = 'c'}]"),
        ["races[1]: there are two races on 2026-12-06"]
    );
    let of = |text: &str| read(text).expect_err("an error");
    assert_eq!(
        of("race.date = 2026-12-06\nraces = [{date = 2026-12-06}]"),
        ["races[0]: there are two races on 2026-12-06"]
    );
    assert_eq!(
        of(
            "race.date = 2027-12-06\nraces = [{date = 2026-12-06}]\noff = [{from = 2026-12-05, to = 2026-12-07}]"
        ),
        ["races[0]: the race is on a day off: 2026-12-05 to 2026-12-07"]
    );
    assert_eq!(
        of("race.date = 2027-12-06\nraces = [{date = 2026-12-06, priority = 'a'}]"),
        ["races[0].priority: the A race stands in `[race]`"]
    );
    assert_eq!(
        of("race.date = 2027-12-06\nraces = [{distance = '5k'}]"),
        ["races[0].date: `races[0].date` is missing"]
    );
    assert_eq!(
        of("race.date = 2027-12-06\nraces = {date = 2026-12-06}"),
        ["races: this is a table, not a list of races"]
    );
    assert_eq!(of("race.date = 2027-12-06\nraces = ['2026-12-06']"), ["races[0]: this is text, not a race"]);
    for (days, told) in [(12, true), (13, true), (14, false)] {
        let date = NaiveDate::from_ymd_opt(2027, 2, 14).expect("a date") - Days::new(days);
        let profile = runner(&format!("race.date = 2027-02-14\nraces = [{{date = {date}}}]"));
        let late = |plan: &Plan| plan.warnings.iter().any(|warning| warning.rule == "tune-up-late");
        assert_eq!(late(&week(&profile, 0)), told, "{days}");
        assert!(!late(&week(&profile, 11)), "it is over");
    }
}

/// Minutes of runs of the weeks of a plan, and which of them are easier.
fn progress(races: &str) -> Vec<(u32, bool)> {
    let profile = runner(&format!(
        "race = {{date = 2027-04-25, distance = 'half'}}\nplan = {{start = 2026-11-23, peak = {{long = 120}}}}\n{races}"
    ));
    let request = Request::new(&profile, MONDAY);
    let weeks = chain::weeks(&request, None, MONDAY, MONDAY + Days::new(7 * 18));
    let cycle = cycle::cycle(&weeks);
    cycle.plans().map(|plan| (plan.run_minutes(), plan.position.is_some_and(|of| of.cutback))).collect()
}

#[test]
fn a_b_race_draws_the_easier_week_to_its_own() {
    let easier = |races: &str| -> Vec<usize> {
        let weeks = progress(races).into_iter().enumerate();
        weeks.filter(|(_, (_, cutback))| *cutback).map(|(at, _)| at).collect()
    };
    let usual = easier("");
    assert!(usual.len() >= 3, "{usual:?}");
    let second = usual[1];
    let race = |week: usize| {
        let date = MONDAY + Days::new(7 * u64::try_from(week).expect("a week") + 6);
        format!("races = [{{date = {date}, distance = '10k'}}]")
    };
    for moved in [second - 1, second, second + 1] {
        let expected: Vec<usize> = usual.iter().map(|at| if *at == second { moved } else { *at }).collect();
        assert_eq!(easier(&race(moved)), expected);
    }
    // Further away it is easier by itself, and the block's week stays.
    assert_eq!(easier(&race(second - 2)), usual);
    let (with, without) = (progress(&race(second - 2)), progress(""));
    let minutes = |weeks: &[(u32, bool)]| weeks[second - 2].0;
    assert!(minutes(&with) < minutes(&without), "{with:?} {without:?}");
}

/// Requests of random runners with B and C races.
fn with_races(runner: &mut proptest::test_runner::TestRunner) -> Request<'static> {
    loop {
        let profile = drawn(random_profiles::profiles(), runner);
        let profile = Profile { races: drawn(random_profiles::races(), runner), ..profile };
        if !profile::contradictions(&profile).is_empty() {
            continue;
        }
        if let Ok(request) = Request::new(profile, MONDAY).check() {
            return request;
        }
    }
}

#[test]
fn the_search_equals_a_plain_walk_around_races() {
    let mut runner = seeded(51);
    let (mut feasible, mut raced) = (0, 0);
    for _ in 0..cases(20) {
        let request = with_races(&mut runner);
        let facts = rules::facts(&request);
        let searched =
            Search::new(&facts, RuleSet::all()).best(&Ask::default()).map(|best| (best.week, best.score));
        let walked = plain_walk::best(&facts);
        assert_eq!(searched, walked, "{request:?}");
        let Some((week, _)) = walked else { continue };
        feasible += 1;
        if request.profile.health.is_early_postpartum() {
            continue; // no runs at all, and so no race
        }
        for TuneUp { race, .. } in &request.profile.races {
            let Ok(at) = usize::try_from(race.days_from(MONDAY)) else { continue };
            let Some(day) = week.get(at).filter(|_| facts.blocked.is_empty()) else { continue };
            raced += 1;
            assert!(
                day.run == Run::Race && !day.strength.any(),
                "{week:?}\n{}",
                random_profiles::toml(&request.profile)
            );
            let days = if race.priority == Priority::B { 2 } else { 1 };
            assert!((at.saturating_sub(days)..=at).all(|day| !week[day].loads_legs()), "{week:?}");
        }
    }
    assert!(feasible > cases(20) / 3 && raced > cases(20) / 8, "{feasible} feasible, {raced} races");
}

#[test]
fn plans_with_races_keep_their_rules_at_every_seam() {
    let mut runner = seeded(52);
    let mut seen = 0;
    while seen < cases(10) {
        let mut profile = with_races(&mut runner).profile.into_owned();
        (profile.season, profile.race) =
            (None, Some(Race::new(MONDAY + Days::new(90), Some(Distance::Half))));
        if Request::new(&profile, MONDAY).check().is_err() {
            continue;
        }
        seen += 1;
        let bad = against(&profile, MONDAY);
        assert!(bad.is_empty(), "{bad:#?}\n{}", random_profiles::toml(&profile));
    }
}

#[test]
fn weeks_with_races_read_back_from_every_table_of_ours() {
    let profile = runner(
        "race = {date = 2027-02-14, distance = 'half'}\nstrength.sessions = 2\nraces = [\
         {date = 2026-12-13, distance = '10k', name = 'City Run'}, {date = 2027-01-02, distance = '5k', priority = 'c'}]",
    );
    let request = Request::new(&profile, MONDAY).check().expect("a request");
    let weeks = chain::weeks(&request, None, MONDAY, MONDAY + Days::new(7 * 11));
    let cycle = cycle::cycle(&weeks);
    assert_eq!(cycle.plans().count(), 12);
    for (name, knows_distance) in [("json", true), ("ndjson", true), ("csv", false), ("ics", false)] {
        let text = (export::format(name).expect("a format").cycle)(&cycle, &Options::default());
        let (plans, problems) = import::read(&text, 0);
        assert!(problems.is_empty(), "{problems:?}");
        let foreign = import::joined(plans);
        let mut races: Vec<_> =
            foreign.iter().flat_map(|plan| &plan.races).map(|race| (race.date, race.priority)).collect();
        races.sort_unstable();
        races.dedup();
        let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let expected = [
            (date("2026-12-13"), Priority::B),
            (date("2027-01-02"), Priority::C),
            (date("2027-02-14"), Priority::A),
        ];
        assert_eq!(races, expected, "{name}");
        if knows_distance {
            assert!(
                foreign.iter().flat_map(|plan| &plan.races).all(|race| race.distance.is_some()),
                "{name}"
            );
        }
        for profile in [None, Some(profile.clone())] {
            let report = check(&foreign, &Standard { profile, ..Standard::default() });
            let bad = report.diagnostics.iter().filter(|found| found.severity == Severity::Error);
            let bad: Vec<_> =
                bad.map(|found| format!("{} {}: {}", found.week, found.id, found.message)).collect();
            assert!(bad.is_empty(), "{name}: {bad:#?}");
        }
    }
}

#[test]
fn where_run_days_are_chosen_a_race_takes_its_place_among_them() {
    let of = |race: &str| {
        let text = format!(
            "season = 'base'\nruns = {{per_week = 4, speed = 1}}\nstrength.equipment = 'gym'\nraces = [{race}]"
        );
        let profile = profile::read(&document::toml(&text, 0).0).expect("a profile");
        let plan = week(&profile, 0);
        let count = |run: Run| plan.week.iter().filter(|day| day.run == run).count();
        [
            plan.week.iter().filter(|day| day.run.is_run()).count(),
            count(Run::Long),
            count(Run::Speed),
            count(Run::Race),
        ]
    };
    assert_eq!(of(""), [4, 1, 1, 0]);
    assert_eq!(of("{date = 2026-11-28, priority = 'c'}"), [4, 1, 0, 1], "a C race is the speed run");
    assert_eq!(of("{date = 2026-11-28}")[1..], [0, 1, 1], "a B race is the long run");
}

#[test]
fn a_race_on_a_blocked_day_is_an_error_wherever_it_is_named() {
    let profile =
        runner("season = 'base'\ntime.fri = 'off'\nraces = [{date = 2026-12-04}, {date = 2026-12-06}]");
    let problems = Request::new(&profile, MONDAY).check().expect_err("an error");
    let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["races[0]: the race is on a Friday, which is blocked"]);
    // That a past one fell on such a day is history.
    assert!(Request::new(&profile, MONDAY + Days::new(14)).check().is_ok());
}
