//! What the program plans over weeks keeps its own rules at every seam: no error, no spike, no ramp.

use crate::cases;
use crate::plain_walk;
use crate::random_profiles::{self, config};
use crate::schemas::files;
use chrono::{Days, NaiveDate};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use runplan::check::{Severity, Standard, check};
use runplan::cycle::{Cycle, CycleWeek, last_week};
use runplan::explain::why_not::{Answer, why_not};
use runplan::export::{self, Options};
use runplan::import;
use runplan::input::document;
use runplan::plan::{Detail, Planner, chain, plan_briefly};
use runplan::profile::{self, Minutes, Off, PlanWishes, Profile};
use runplan::rules::{self, MONDAY};
use runplan::week::Week;
use runplan::week::edges::{Edge, Edges};
use runplan::week::kind::Kind;
use runplan::week::race::{Distance, Race};
use runplan::week::session::Class;
use runplan::word::Word as _;
use runplan::{Day, Outcome, Request};

/// Weeks after the last of recovery that are looked at too.
const AFTER: u64 = 8;

/// The profile on its way to a race so many days ahead.
pub(super) fn racing(profile: &Profile, distance: Distance, days: u64, peak: bool) -> Profile {
    let mut profile = Profile { season: None, plan: PlanWishes::default(), ..profile.clone() };
    profile.race = Some(Race::new(MONDAY + Days::new(days), Some(distance)));
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
pub(super) fn against(profile: &Profile, first: NaiveDate) -> Vec<String> {
    let last = profile.race.map_or(first, last_week) + Days::new(7 * AFTER);
    let requests = chain::weeks(&Request::new(profile, first), None, first, last);
    let weeks = requests.iter().map(|request| CycleWeek {
        monday: request.monday,
        label: None,
        phase: request.season().phase,
        outcome: plan_briefly(request),
    });
    let weeks = weeks.collect();
    let cycle = Cycle {
        runner: None,
        race: profile.race,
        weeks,
        around: None,
        around_flags: None,
        remarks: Vec::new(),
    };
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

/// Random runners on their way to a race.
fn racers() -> impl Iterator<Item = Profile> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config(1), rng);
    let all = (random_profiles::profiles(), 5_u64..200, 0..5_usize, proptest::bool::ANY);
    let drawn = std::iter::repeat_with(move || all.new_tree(&mut runner).expect("a profile").current());
    let racers =
        drawn.map(|(profile, days, distance, peak)| racing(&profile, Distance::ALL[distance], days, peak));
    racers.filter(|profile| {
        Request::new(profile, MONDAY).problems().is_empty() && profile::contradictions(profile).is_empty()
    })
}

/// The week of a race, and eight weeks after it, by the chain to each week and by all weeks in a row.
#[test]
fn a_week_by_itself_is_the_week_of_the_whole_plan() {
    let mut stretches = 0;
    for profile in racers().take(cases(10)) {
        let last = profile.race.map_or(MONDAY, last_week) + Days::new(7 * AFTER);
        let all = chain::weeks(&Request::new(&profile, MONDAY), None, MONDAY, last);
        let mut before: Option<Week> = None;
        for week in all {
            let alone = chain::in_its_plan(Request::new(&profile, week.monday), None);
            assert_eq!(alone.edges, week.edges, "{}\n{}", week.monday, random_profiles::toml(&profile));
            let past = |request: &Request<'_>| request.course.as_ref().map(|course| course.past.clone());
            assert_eq!(past(&alone), past(&week), "{}", week.monday);
            let edges = week.edges.expect("a week of a plan");
            let facts = rules::facts(&week);
            let Some((best, score)) = plain_walk::best(&facts) else { break };
            let outcome = plan_briefly(&week);
            let planned = outcome.week().expect("a week");
            assert_eq!((planned.week, planned.score), (best, score), "{}", week.monday);
            // What stands before a week is what was planned there.
            if let (Some(before), Edge::Days(days) | Edge::Stretch(days)) = (before, edges.before) {
                assert_eq!(days, Edges::last(&before), "{}", week.monday);
                stretches += usize::from(before == best);
            }
            before = Some(best);
        }
    }
    assert!(stretches > cases(10) * 2, "{stretches}");
}

#[test]
fn random_profiles_keep_the_rules_at_every_seam() {
    for (number, profile) in racers().take(cases(500)).enumerate() {
        let bad = against(&profile, MONDAY);
        assert!(bad.is_empty(), "{number}: {}\n{bad:#?}", random_profiles::toml(&profile));
    }
}

/// Runners with one to three times off around the weeks of their plan, from a day to ten weeks each.
fn off_and_on() -> impl Iterator<Item = Profile> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config(1), rng);
    let lengths = proptest::sample::select(vec![1, 3, 6, 7, 9, 13, 14, 20, 27, 28, 40, 55, 56, 70]);
    let all = proptest::collection::vec((0..60_u64, lengths), 1..4);
    let mut times = std::iter::repeat_with(move || all.new_tree(&mut runner).expect("times").current());
    racers().filter_map(move |mut profile| {
        let mut from = MONDAY - Days::new(30);
        for (gap, days) in times.next()? {
            from = from + Days::new(gap);
            let off = Off { from, to: from + Days::new(days - 1), why: None };
            from = off.to + Days::new(1);
            profile.off.push(off);
        }
        let race = profile.race.map(|race| race.date);
        profile.off.retain(|off| race.is_none_or(|race| !off.holds(race)));
        profile::contradictions(&profile).is_empty().then_some(profile)
    })
}

#[test]
fn days_off_keep_the_rules_at_every_seam() {
    for (number, profile) in off_and_on().take(cases(100)).enumerate() {
        let bad = against(&profile, MONDAY);
        assert!(bad.is_empty(), "{number}: {}\n{bad:#?}", random_profiles::toml(&profile));
    }
}

#[test]
fn a_week_by_itself_is_the_week_of_the_whole_plan_with_days_off_too() {
    for profile in off_and_on().take(cases(25)) {
        let last = profile.race.map_or(MONDAY, last_week) + Days::new(7 * AFTER);
        for week in chain::weeks(&Request::new(&profile, MONDAY), None, MONDAY, last) {
            let alone = chain::in_its_plan(Request::new(&profile, week.monday), None);
            assert_eq!(alone.edges, week.edges, "{}\n{}", week.monday, random_profiles::toml(&profile));
            // Which block it is depends on where one begins to count, not on what stands before it.
            let course =
                |request: &Request<'_>| request.course.clone().map(|of| (of.past, of.minutes, of.class));
            assert_eq!(course(&alone), course(&week), "{}", week.monday);
        }
    }
}

#[test]
fn the_first_week_of_a_season_names_the_week_before() {
    let mut named = 0;
    for profile in racers().take(cases(150)) {
        let race = profile.race.expect("a race").monday();
        for weeks in [1, 11, 20] {
            let monday = race - chrono::Duration::weeks(weeks);
            let request = chain::in_its_plan(Request::new(&profile, monday), None);
            let Some(Edge::Days(before)) = request.edges.map(|edges| edges.before) else { continue };
            let hard = rules::facts(&request).limits.class != Class::Activation;
            let Some(asked) = why_not(&request, Kind::Legs, Day::Mon) else { continue };
            let Answer::Forbidden(rules) = &asked.answer else { continue };
            if before[0].loads_legs() && hard && rules.iter().any(|rule| rule.id == "legs-back-to-back") {
                assert!(asked.message.contains("Sunday of the week before and Monday"), "{}", asked.message);
                named += 1;
            }
        }
    }
    assert!(named > 5, "{named}");
}

#[test]
fn who_remembers_plans_the_same_weeks() {
    let mut planner = Planner::new(None, MONDAY, Detail::Brief);
    for profile in racers().take(cases(400)) {
        let known = planner.plan(&profile).expect("a request");
        let alone = plan_briefly(&chain::in_its_plan(Request::new(&profile, MONDAY), None));
        let read = |outcome: &Outcome| outcome.week().map(|plan| (plan.week, plan.score, plan.run_minutes()));
        assert_eq!(read(&known), read(&alone), "{}", random_profiles::toml(&profile));
    }
}
