//! What holds for every plan: its sessions stay, tables keep their bytes, and what is placed breaks no rule.

use super::plans::{START, Shape, all_weeks, calendar, overlay, weeks};
use crate::{cases, plain_walk, random_profiles};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use runplan::check::{Severity, Standard, check};
use runplan::export::{self, Options};
use runplan::import::{ForeignPlan, read};
use runplan::overlay::{Overlay, csv, one};
use runplan::plan::Outcome;
use runplan::profile::Profile;
use runplan::rules;
use runplan::week::kind::Kind;
use std::collections::BTreeMap;

fn seeded(seed: u8) -> TestRunner {
    let config = Config { failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]))
}

fn drawn<S: Strategy>(strategy: S, runner: &mut TestRunner) -> S::Value {
    strategy.new_tree(runner).expect("a value").current()
}

/// A runner who demands nothing that a plan may leave no room for.
fn runner(profile: Profile) -> Profile {
    let mut profile = Profile { season: None, race: None, ..profile };
    (profile.strength.min, profile.strength.legs_min, profile.strength.sessions) = (None, None, None);
    (profile.rest_min, profile.rest_target) = (None, None);
    profile
}

fn standard(runner: &mut TestRunner, numbers: bool) -> Standard {
    let profile = numbers.then(|| self::runner(drawn(random_profiles::profiles(), runner)));
    Standard { numbers, profile, ..Standard::default() }
}

/// The errors of a plan, by rule, with the number of each.
fn errors(plans: &[ForeignPlan], standard: &Standard) -> BTreeMap<&'static str, usize> {
    let mut errors = BTreeMap::new();
    for found in check(plans, standard).diagnostics {
        if found.severity == Severity::Error {
            *errors.entry(found.id).or_default() += 1;
        }
    }
    errors
}

#[test]
fn tables_keep_every_byte_and_are_the_same_when_overlaid_again() {
    let mut random = seeded(31);
    let mut added = 0;
    for case in 0..cases(180) {
        let shape = Shape::ALL[case % Shape::ALL.len()];
        let text = shape.write(&drawn(weeks(), &mut random), case % 2 == 0);
        let standard = standard(&mut random, case % 3 == 0);
        let Some((plan, original)) = overlay(&text, &standard) else { continue };
        assert_eq!(original, text, "nothing was added yet");
        let (out, without) = csv::with_additions(&original, &plan, &all_weeks(&plan)).expect("a table");
        assert!(without.is_empty(), "{shape:?}: {without:?}\n{text}");
        assert_eq!(csv::original(&out), text, "{shape:?}\n{out}");
        let (again, original) = overlay(&out, &standard).expect("it is a plan still");
        let (twice, _) = csv::with_additions(&original, &again, &all_weeks(&again)).expect("a table");
        assert_eq!(twice, out, "{shape:?}");
        added += usize::from(out != text);
    }
    assert!(added > cases(180) * 2 / 3, "{added} with anything added");
}

#[test]
fn what_is_placed_is_no_error_to_check() {
    let mut random = seeded(32);
    let mut weeks_seen = 0;
    for case in 0..cases(150) {
        let texts = drawn(weeks(), &mut random);
        let text = match case % 10 {
            9 => calendar(&texts),
            shape => Shape::ALL[shape].write(&texts, false),
        };
        let standard = standard(&mut random, case % 2 == 0);
        let Some((plan, original)) = overlay(&text, &standard) else { continue };
        let before = errors(std::slice::from_ref(&plan.plan), &standard);
        let cycle = all_weeks(&plan);
        weeks_seen += cycle.weeks.len();
        assert!(cycle.weeks.iter().all(|week| week.plan().is_some()), "a week is refused\n{text}");
        let is_worse = |after: &BTreeMap<&'static str, usize>| {
            after.iter().any(|(rule, count)| before.get(rule).is_none_or(|before| before < count))
        };
        // As a table, read by the same reader.
        if let Some((out, _)) = csv::with_additions(&original, &plan, &cycle) {
            let (plans, _) = read(&out, 0);
            let after = errors(&[one(plans).expect("one plan").expect("a plan")], &standard);
            assert!(!is_worse(&after), "{before:?} {after:?}\n{out}");
        }
        // As weeks of this program, with the numbers that they carry.
        let lines = (export::format("ndjson").expect("a format").cycle)(&cycle, &Options::default());
        let (plans, problems) = read(&lines, 0);
        assert!(problems.is_empty(), "{problems:?}");
        let after = errors(&[one(plans).expect("one plan").expect("a plan")], &Standard::default());
        assert!(!is_worse(&after), "{before:?} {after:?}\n{text}\n{:?}\n{lines}", standard.profile);
    }
    assert!(weeks_seen > cases(150) * 3, "{weeks_seen}");
}

#[test]
fn the_sessions_of_a_plan_stay_as_they_are() {
    let mut random = seeded(33);
    for case in 0..cases(120) {
        let text = Shape::ALL[case % Shape::ALL.len()].write(&drawn(weeks(), &mut random), false);
        let Some((plan, _)) = overlay(&text, &standard(&mut random, case % 2 == 0)) else { continue };
        let mut ids = std::collections::BTreeSet::new();
        for (week, written) in all_weeks(&plan).weeks.iter().zip(&plan.written.weeks) {
            let Outcome::Week(week) = &week.outcome else { panic!("a week is refused\n{text}") };
            for (day, planned) in week.days.iter().enumerate() {
                let run = planned.sessions.iter().find(|session| session.is(Kind::Run));
                let stands = written.runs[day];
                assert_eq!(run.map_or(0, |run| run.minutes), stands.minutes, "{text}");
                assert_eq!(week.week[day].run, stands.run);
                for fixed in written.fixed[day].plan.sessions() {
                    let session = planned.sessions.iter().find(|session| session.session == fixed);
                    let session = session.expect("what stands in the plan stays");
                    assert!(session.source.is_some() && session.workout.is_none());
                }
                let placed = planned.sessions.iter().filter(|session| session.source.is_none());
                for session in placed {
                    assert!(!session.is(Kind::Run), "no run is added\n{text}");
                }
                assert!(
                    planned.sessions.iter().all(|session| ids.insert(session.id.to_string())),
                    "an id is there twice"
                );
            }
        }
    }
}

#[test]
fn each_week_is_the_best_one_beside_its_real_neighbours() {
    let mut random = seeded(34);
    let mut compared = 0;
    for case in 0..cases(40) {
        let text = Shape::Grid.write(&drawn(weeks(), &mut random), false);
        let standard = standard(&mut random, case % 2 == 0);
        let Some((plan, _)) = overlay(&text, &standard) else { continue };
        let (first, last) = (plan.written.monday, plan.written.last());
        for request in plan.requests(&plan.request(first, &[]), None, first, last) {
            let facts = rules::facts(&request);
            let walked = plain_walk::best(&facts).map(|(week, _)| week);
            assert_eq!(crate::best(&request).map(|best| best.week), walked, "{text}");
            compared += 1;
        }
    }
    assert!(compared > cases(40) * 3, "{compared}");
}

#[test]
fn a_week_alone_is_that_week_of_the_whole() {
    let mut random = seeded(35);
    for _ in 0..cases(30) {
        let text = Shape::Grid.write(&drawn(weeks(), &mut random), false);
        let Some((plan, _)) = overlay(&text, &standard(&mut random, true)) else { continue };
        for week in &all_weeks(&plan).weeks {
            let request = plan.request(week.monday, &[]);
            let alone = runplan::plan::plan(&runplan::plan::chain::in_its_plan(request, None));
            let mut alone = match alone {
                Outcome::Week(alone) => *alone,
                Outcome::Refused(_) => panic!("a week is refused"),
            };
            plan.name_sources(&mut alone);
            let json = export::format("json").expect("a format");
            let of = |plan: &runplan::Plan| (json.week)(plan, &Options::default());
            assert_eq!(of(&alone), of(week.plan().expect("a week")), "{text}");
        }
    }
}

#[test]
fn a_calendar_of_what_was_placed_holds_none_of_the_plans_own() {
    let mut random = seeded(36);
    for case in 0..cases(40) {
        let text = Shape::ALL[case % Shape::ALL.len()].write(&drawn(weeks(), &mut random), false);
        let Some((plan, _)) = overlay(&text, &standard(&mut random, true)) else { continue };
        let cycle = all_weeks(&plan);
        let events = |with_written: bool| {
            let calendar = runplan::export::Calendar { with_written, ..Default::default() };
            let options = Options { calendar, ..Options::default() };
            let text = (export::format("ics").expect("a format").cycle)(&cycle, &options);
            (text.matches("BEGIN:VEVENT").count(), text)
        };
        let sessions = || cycle.plans().flat_map(|plan| &plan.days).flat_map(|day| &day.sessions);
        let placed = sessions().filter(|session| session.source.is_none()).count();
        let (count, text) = events(false);
        assert_eq!(count, placed);
        assert!(!text.contains("CATEGORIES:Running"));
        assert_eq!(events(true).0, sessions().count());
    }
}

#[test]
fn a_plan_of_a_hundred_weeks_settles() {
    let mut random = seeded(37);
    let texts: Vec<_> = std::iter::repeat_with(|| drawn(weeks(), &mut random)).flatten().take(104).collect();
    let text = Shape::Grid.write(&texts, false).replace("Half marathon race", "Easy 6 mi");
    let (plan, _) = overlay(&text, &Standard::default()).expect("a plan");
    let cycle = all_weeks(&plan);
    assert_eq!(cycle.weeks.len(), 104);
    let placed = cycle.plans().filter(|week| week.days.iter().any(|day| day.places(Kind::Strength)));
    assert!(placed.count() > 50, "strength is placed from the first week to the last");
    assert_eq!(plan.written.monday.to_string(), START);
}

#[test]
fn text_that_is_no_table_has_nothing_to_take_out() {
    for text in [
        "",
        "a",
        "{\"schema\": \"x\"}",
        "BEGIN:VCALENDAR\r\n",
        "Mon: rest\nTue: easy 40 min + strength 20 min\n",
    ] {
        assert_eq!(csv::original(text), text);
    }
    let plan: Option<Overlay> = overlay(
        "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,Rest,Rest,Rest,Rest,Rest,Rest,Rest\n",
        &Standard::default(),
    )
    .map(|(plan, _)| plan);
    assert!(plan.is_none(), "there is no run in it");
}
