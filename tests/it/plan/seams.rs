//! What the program plans over weeks keeps its own rules at every seam: no error, no spike, no ramp.

use crate::cases;
use crate::random_profiles::{self, config};
use crate::schemas::files;
use chrono::{Days, NaiveDate};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use runplan::check::{Severity, Standard, check};
use runplan::cycle::{Cycle, CycleWeek, last_week};
use runplan::export::{self, Options};
use runplan::import;
use runplan::input::document;
use runplan::plan::{chain, plan_briefly};
use runplan::profile::{self, Minutes, PlanWishes, Profile};
use runplan::rules::MONDAY;
use runplan::week::race::{Distance, Race};
use runplan::word::Word as _;
use runplan::{Outcome, Request};

/// Weeks after the last of recovery that are looked at too.
const AFTER: u64 = 8;

/// The profile on its way to a race so many days ahead.
fn racing(profile: &Profile, distance: Distance, days: u64, peak: bool) -> Profile {
    let mut profile = Profile { season: None, plan: PlanWishes::default(), ..profile.clone() };
    profile.race = Some(Race { date: MONDAY + Days::new(days), distance: Some(distance) });
    if peak {
        let now = profile.runs.minutes.unwrap_or_default();
        let more = |minutes: Option<u16>| minutes.map(|minutes| minutes + 40);
        let peak = Minutes { easy: more(now.easy), speed: more(now.speed), long: more(now.long), ..now };
        profile.plan = PlanWishes {
            start: Some(MONDAY),
            peak: Some(Minutes { days: [None; 7], ..peak }),
            cutback: None,
        };
    }
    profile
}

/// What the program says against its own weeks of a profile, in a line each.
fn against(profile: &Profile, first: NaiveDate) -> Vec<String> {
    let last = profile.race.map_or(first, last_week) + Days::new(7 * AFTER);
    let requests = chain::weeks(&Request::new(profile, first), &|_| None, first, last);
    let weeks = requests.iter().map(|request| CycleWeek {
        monday: request.monday,
        phase: request.season().phase,
        outcome: plan_briefly(request),
    });
    let cycle = Cycle { runner: None, race: profile.race, weeks: weeks.collect() };
    if cycle.weeks.iter().any(|week| matches!(week.outcome, Outcome::Refused(_))) {
        return Vec::new(); // no plan, and so no seam
    }
    let lines = (export::format("ndjson").expect("a format").cycle)(&cycle, &Options::default());
    let (plans, problems) = import::read(&lines, 0);
    assert!(problems.is_empty(), "{problems:?}");
    let report = check(&import::joined(plans), &Standard::default());
    assert_eq!(report.weeks, cycle.weeks.len());
    let bad = report.diagnostics.iter().filter(|found| {
        found.severity == Severity::Error
            || found.id == "single-run-spike"
            || found.id == "weekly-ramp" && found.severity == Severity::Warning
    });
    bad.map(|found| format!("{} {}: {}", found.week, found.id, found.message)).collect()
}

#[test]
fn examples_keep_the_rules_at_every_seam() {
    let mut seen = 0;
    for path in files("examples") {
        let text = std::fs::read_to_string(&path).expect("text");
        let profile = profile::read(&document::toml(&text, 0).0).expect("a profile");
        for distance in Distance::ALL {
            for start in 0..u64::try_from(cases(4)).expect("a number") {
                for peak in [false, true] {
                    let profile = racing(&profile, *distance, 20 + 13 * start, peak);
                    let bad = against(&profile, MONDAY);
                    assert!(bad.is_empty(), "{}, {distance}, {start}, {peak}: {bad:#?}", path.display());
                    seen += 1;
                }
            }
        }
    }
    assert!(seen >= 300, "{seen}");
}

#[test]
fn random_profiles_keep_the_rules_at_every_seam() {
    let mut runner = TestRunner::new_with_rng(
        config(1),
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let all = (random_profiles::profiles(), 5_u64..200, 0..5_usize, proptest::bool::ANY);
    for number in 0..cases(500) {
        let (profile, days, distance, peak) = all.new_tree(&mut runner).expect("a profile").current();
        let profile = racing(&profile, Distance::ALL[distance], days, peak);
        if Request::new(&profile, MONDAY).problems().is_empty()
            && profile::contradictions(&profile).is_empty()
        {
            let bad = against(&profile, MONDAY);
            assert!(bad.is_empty(), "{number}: {}\n{bad:#?}", random_profiles::toml(&profile));
        }
    }
}
