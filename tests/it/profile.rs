//! Profiles as texts, tried at random: what was written reads back, and no text makes a planner panic.

use crate::random_profiles::{self, config};
use proptest::prelude::*;
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::plan;
use runplan::profile::{self, CountsAs, LegLoad};
use runplan::rules::MONDAY;
use runplan::week::day::Day;
use runplan::week::hours::{Time, Window};

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn no_text_makes_it_panic(cut in 0usize..400, with in "[\\PC\\n=\\[\\]\"',0-9-]{0,20}", json in any::<bool>()) {
        let mut text = include_str!("../../examples/shift-worker.toml").to_owned();
        let at = (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.insert_str(at, &with);
        let node = if json { document::json(&text, 0).ok() } else { Some(document::toml(&text, 0).0) };
        let profile = node.and_then(|node| profile::read(&node).ok());
        let request = profile.map(|profile| Request::new(profile, MONDAY).check());
        if let Some(Ok(request)) = request {
            let _ = plan(&request);
        }
    }

    #[test]
    fn a_profile_that_is_written_reads_back(profile in random_profiles::profiles()) {
        let text = random_profiles::toml(&profile);
        let (node, problems) = document::toml(&text, 0);
        prop_assert!(problems.is_empty(), "{:?}", problems);
        let (mut read, _) = profile::read_all(&node);
        // `minutes = {}` is not written.
        if profile.runs.minutes == Some(runplan::profile::Minutes::default()) {
            read.runs.minutes = profile.runs.minutes;
        }
        prop_assert_eq!(read, profile);
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn fixed_sessions_that_are_written_read_back(fixed in random_profiles::fixed()) {
        let profile = profile::Profile { fixed, ..profile::Profile::default() };
        let (read, problems) = profile::read_all(&document::toml(&random_profiles::toml(&profile), 0).0);
        prop_assert!(problems.is_empty(), "{:?}", problems);
        prop_assert_eq!(read, profile);
    }
}

/// The places and messages of what is wrong with fixed sessions.
fn wrong(fixed: &str) -> Vec<String> {
    let text = format!("season = 'base'\nruns.days = ['tue']\nfixed = {fixed}");
    let (node, problems) = document::toml(&text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    let problems = profile::read(&node).err().unwrap_or_default();
    let told = |problem: &runplan::Problem| {
        assert!(
            problem.hint.is_some() && problem.marks.iter().all(|mark| mark.place.span.is_some()),
            "{problem:?}"
        );
        let others: Vec<_> = problem.marks[1..].iter().map(|mark| format!(" ({})", mark.key)).collect();
        format!("{problem}{}", others.concat())
    };
    problems.iter().map(told).collect()
}

#[test]
fn every_fault_of_a_fixed_session_is_told_with_its_place() {
    let many = format!("[{}]", vec!["{name = 'yoga', days = 'mon'}"; 51].join(", "));
    for (fixed, told) in [
        ("3", "fixed: this is a whole number, not a list of fixed sessions"),
        ("[3]", "fixed[0]: this is a whole number, not a fixed session"),
        (&*many, "fixed[50]: there are 51 fixed sessions"),
        ("[{days = 'fri'}]", "fixed[0].name: `fixed[0].name` is missing"),
        ("[{name = 'yoga'}]", "fixed[0].days: `fixed[0].days` is missing"),
        ("[{name = 'yoga', days = []}]", "fixed[0].days: a fixed session without days"),
        ("[{name = ' ', days = 'fri'}]", "fixed[0].name: the name is empty"),
        ("[{name = 'yoga', days = 'fri', at = '25:00'}]", "fixed[0].at: `25:00` is not a time of the day"),
        ("[{name = 'yoga', days = 'fri', minutes = 0}]", "fixed[0].minutes: `0` is out of range"),
        ("[{name = 'yoga', days = 'fri', effort = 11}]", "fixed[0].effort: `11` is out of range"),
        (
            "[{name = 'yoga', days = 'fri', legs = 'hrad'}]",
            "fixed[0].legs: `hrad` is not a load of the legs; did you mean `hard`?",
        ),
        (
            "[{name = 'yoga', days = 'fri', count = 'cross'}]",
            "fixed[0].count: `count` is not a key of `[[fixed]]`; did you mean `counts`?",
        ),
        (
            "[{name = 'yoga', days = 'fri', every = 9, from = 2026-11-30}]",
            "fixed[0].every: `9` is out of range",
        ),
        (
            "[{name = 'yoga', days = 'fri', every = 2}]",
            "fixed[0].every: nobody knows which week is the first",
        ),
        (
            "[{name = 'yoga', days = 'fri', from = 2026-11-30, until = 2026-11-01}]",
            "fixed[0].until: it ends on 2026-11-01, before it begins (fixed[0].from)",
        ),
        (
            "[{name = 'football', days = 'fri', rest = true}]",
            "fixed[0].rest: a day that is hard on the legs is no rest day (fixed[0].name)",
        ),
        (
            "[{name = 'bike commute', days = 'fri', rest = true, legs = 'hard'}]",
            "fixed[0].rest: a day that is hard on the legs is no rest day (fixed[0].legs)",
        ),
        (
            "[{name = 'Yoga', days = ['tue', 'fri']}, {name = 'yoga ', days = 'fri', from = 2026-12-01}]",
            "fixed[1]: `yoga` stands twice on 2026-12-04 (fixed[0])",
        ),
    ] {
        assert_eq!(wrong(fixed), [told], "{fixed}");
    }
    let long = format!("[{{name = '{}', days = 'fri', legs = 'none', minutes = 5}}]", "x".repeat(61));
    assert_eq!(wrong(&long), ["fixed[0].name: the name has 61 letters"]);
    // All at once; a name that nobody knows has to say itself what it is.
    let told = wrong("[{name = 'footbal', days = 'fri', every = 3}]");
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.iter().any(|told| told.contains("`fixed[0].legs` is missing")));
    assert!(told.iter().any(|told| told.contains("`fixed[0].minutes` is missing")));
    // Every second week beside the other ones is no clash.
    let turns = "[{name = 'yoga', days = 'fri', every = 2, from = 2026-11-30}, \
                 {name = 'yoga', days = 'fri', every = 2, from = 2026-12-07}]";
    assert_eq!(wrong(turns), [""; 0]);
}

#[test]
fn known_names_have_defaults_and_own_keys_win() {
    let read = |fixed: &str| {
        let text = format!("season = 'base'\nruns.days = ['tue']\nfixed = [{fixed}]");
        profile::read(&document::toml(&text, 0).0).expect("a profile").fixed.remove(0)
    };
    let soccer = read("{name = 'Soccer', days = 'fri', at = 19:00:00}");
    assert_eq!(
        (soccer.minutes, soccer.at, soccer.legs, soccer.effort),
        (90, Some(19 * 60), LegLoad::Hard, 7)
    );
    let light = read("{name = 'football', days = 'fri', legs = 'easy'}");
    assert_eq!((light.legs, light.effort), (LegLoad::Easy, 3));
    let commute = read("{name = 'bike-commute', days = 'fri'}");
    assert!(commute.rest);
    assert!(!read("{name = 'bike commute', days = 'fri', legs = 'hard'}").rest);
    let padel = read("{name = 'padel', days = 'fri', legs = 'hard', minutes = 60}");
    assert_eq!((padel.effort, padel.rest, padel.counts), (7, false, CountsAs::Nothing));
}

#[test]
fn an_en_dash_in_a_window_is_a_hyphen() {
    let (node, _) =
        document::toml("season = 'base'\n[runs]\ndays = ['tue']\n[time]\ntue = ['06:30–08:00']\n", 0);
    let profile = profile::read(&node).expect("a profile");
    let window = Window { from: 6 * 60 + 30, to: 8 * 60 };
    assert_eq!(profile.time[Day::Tue.index()], Some(Time::Windows(vec![window])));
}
