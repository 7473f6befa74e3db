//! Rotas: what time there is goes by the date, whatever the day of the week.

use crate::{cases, plain_walk, random_profiles};
use chrono::{Days as DateDays, NaiveDate};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use runplan::batch::{Batch, Defaults, Detail};
use runplan::check::{Standard, check};
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::import;
use runplan::input::document;
use runplan::plan::{Outcome, Plan, chain, plan, plan_briefly};
use runplan::profile::{self, Profile, Shift, Shifts};
use runplan::rules::{self, MONDAY};
use runplan::week::day::{Day, Days};
use runplan::week::hours::{Time, Window};
use runplan::word::Word as _;

const RUNNER: &str = "
runs.days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
runs.long = 'sun'
runs.speed = 'wed'
runs.minutes = { easy = 40, speed = 50, long = 90 }
strength.equipment = 'gym'
rest.min = 1
[race]
date = 2027-04-25
distance = 'half'
[plan]
start = 2026-11-30
[time]
sat = 30
";

/// Weeks of the plans that are looked at.
const WEEKS: u64 = 16;

fn runner(pattern: &[&str]) -> Profile {
    let words = [("early", "'15:00-18:00'"), ("late", "'08:00-12:00'"), ("night", "'off'"), ("free", "600")];
    let words = words.iter().filter(|(word, _)| pattern.contains(word));
    let times: Vec<_> = words.map(|(word, time)| format!("{word} = {time}")).collect();
    let times = times.join("\n");
    let text = format!("{RUNNER}{times}\n[shifts]\nstart = 2026-12-03\npattern = {pattern:?}\n");
    let (node, problems) = document::toml(&text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    profile::read(&node).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn last(first: NaiveDate) -> NaiveDate {
    first + DateDays::new(7 * (WEEKS - 1))
}

/// The weeks of a plan, and each of them as it is alone.
fn weeks(profile: &Profile) -> Vec<Plan> {
    let first = MONDAY + DateDays::new(7);
    let request = Request::new(profile, first).check().expect("a request");
    let weeks = chain::weeks(&request, None, first, last(first));
    assert_eq!(weeks.len() as u64, WEEKS);
    let of = |request: &Request<'_>| plan(request).week().expect("a week").clone();
    let plans: Vec<Plan> = weeks.iter().map(of).collect();
    let json = |plan: &Plan| (export::format("json").expect("a format").week)(plan, &Options::default());
    for together in &plans {
        let alone = of(&chain::in_its_plan(Request::new(profile, together.monday), None));
        assert_eq!(json(together), json(&alone), "the week of {}", together.monday);
    }
    plans
}

/// Holds a plan to its rota: nothing at night, and where a run was set aside it is said.
fn holds(pattern: &[&str], runs: Days) -> Vec<Plan> {
    let mut profile = runner(pattern);
    profile.runs.days = runs;
    let start = NaiveDate::from_ymd_opt(2026, 12, 3).expect("a date");
    let plans = weeks(&profile);
    let mut nights = 0;
    for plan in &plans {
        let mut blocked = Days::NONE;
        for day in Day::ALL {
            let date = plan.monday + DateDays::new(day.index() as u64);
            let days = i64::try_from(pattern.len()).expect("a number");
            let at = usize::try_from((date - start).num_days().rem_euclid(days)).expect("a day");
            let sessions = &plan.days[day.index()].sessions;
            match pattern[at] {
                "night" => {
                    assert!(sessions.is_empty(), "{date}");
                    blocked.insert(*day);
                }
                "free" => assert!(sessions.iter().all(|session| session.start.is_none()), "{date}"),
                word => {
                    let [from, to] = if word == "early" { [15, 18] } else { [8, 12] }.map(|hour| hour * 60);
                    let fits = |start: u16, minutes| from <= start && start + minutes <= to;
                    for session in sessions {
                        assert!(
                            fits(session.start.expect("a start"), session.minutes),
                            "{date}: {session:?}"
                        );
                    }
                }
            }
        }
        nights += blocked.len();
        let told = plan.changes.iter().filter(|change| change.rule == "shift-blocked");
        let told: Vec<_> =
            told.inspect(|change| assert!(change.message.ends_with("(your shift is `night`)"))).collect();
        let days: Days = told.iter().flat_map(|change| change.days.iter()).collect();
        let lost: Days = blocked.iter().filter(|day| runs.contains(*day)).collect();
        assert_eq!(days, lost, "{}: {told:?}", plan.monday);
    }
    assert!(nights > 10, "{nights}");
    plans
}

#[test]
fn over_sixteen_weeks_of_eight_days_nothing_stands_on_a_night() {
    let plans = holds(&["early", "early", "late", "late", "night", "night", "free", "free"], Days::ALL);
    assert_ne!(plans[0].week, plans[1].week, "a week is not the one before it");
}

#[test]
fn two_weeks_and_four_weeks_go_round() {
    let six = Day::ALL.iter().copied().filter(|day| *day != Day::Mon).collect();
    let mut two = vec!["early"; 14];
    two[8..12].fill("night");
    holds(&two, six);
    let mut four = vec!["late"; 28];
    four[3..7].fill("free");
    four[20..25].fill("night");
    holds(&four, six);
}

#[test]
fn a_rota_of_a_week_goes_both_ways_for_ever() {
    let profile = runner(&["free", "free", "free", "free", "night", "free", "free"]);
    for weeks in [-500i64, -1, 0, 1, 1000] {
        let monday = MONDAY + chrono::Duration::weeks(weeks);
        // From a Thursday on the fifth day is a Monday.
        let off = profile.time_of(monday).iter().map(|time| *time == Some(Time::Off)).collect::<Vec<_>>();
        assert_eq!(off, [true, false, false, false, false, false, false], "{monday}");
    }
}

#[test]
fn a_race_on_a_shift_without_time_is_told_with_its_key() {
    let mut profile = runner(&["free", "night"]);
    let mut told = Vec::new();
    for days in 0..2 {
        let race = profile.race.as_mut().expect("a race");
        race.date = race.date + DateDays::new(days);
        let problems = Request::new(&profile, MONDAY).problems();
        told.extend(problems.into_iter().map(|problem| problem.marks[1].key.clone()));
    }
    assert_eq!(told, ["time.night"]);
}

fn rotas() -> impl Strategy<Value = Shifts> {
    let window = Window { from: 7 * 60, to: 9 * 60 };
    let times = vec![
        ("off-duty", Time::Minutes(600)),
        ("short", Time::Minutes(70)),
        ("early", Time::Windows(vec![window, Window { from: 17 * 60, to: 20 * 60 }])),
        ("night", Time::Off),
    ];
    (0u64..60, prop::collection::vec(select(times), 2..57)).prop_map(|(later, days)| Shifts {
        start: MONDAY + DateDays::new(later),
        pattern: days.into_iter().map(|(word, time)| Shift { word: word.to_owned(), time }).collect(),
    })
}

fn seeded() -> TestRunner {
    let config = Config { failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

#[test]
fn random_weeks_of_a_rota_are_the_best_ones_() {
    let (rotas, mut runner) = (rotas(), seeded());
    let mut planned = 0;
    let mut refused = 0;
    for request in random_profiles::stream().take(cases(75)) {
        let mut profile = request.profile.into_owned();
        profile.shifts = Some(rotas.new_tree(&mut runner).expect("a rota").current());
        let Ok(request) = Request::new(&profile, MONDAY).with_block(request.block).check() else { continue };
        let text = random_profiles::toml(&profile);
        let (node, _) = document::toml(&text, 0);
        let read = profile::read(&node).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
        assert_eq!(read.shifts, profile.shifts, "{text}");
        let best = plain_walk::best(&rules::facts(&request)).map(|(week, _)| week);
        let outcome = plan_briefly(&request);
        assert_eq!(outcome.week().map(|plan| plan.week), best, "{text}");
        if best.is_some() { planned += 1 } else { refused += 1 }
    }
    assert!(planned > cases(75) / 3 && refused > cases(75) / 75, "{planned}, {refused}");
}

#[test]
fn a_refusal_names_the_shift_and_its_fixes_help() {
    let text = "
        season = 'base'
        runs = { days = ['tue', 'sat'], long = 'sat', minutes = { easy = 40, long = 90 } }
        time = { early = 60, late = 120 }
        [shifts]
        start = 2026-11-23
        pattern = ['late', 'late', 'late', 'early', 'early', 'early', 'early']";
    let profile = profile::read(&document::toml(text, 0).0).expect("a profile");
    let Outcome::Refused(refusal) = plan(&Request::new(&profile, MONDAY)) else { panic!("a week") };
    assert!(refusal.facts.contains(&"time.early = 60, on Saturday".to_owned()), "{:?}", refusal.facts);
    let sets: Vec<_> = refusal.fixes.iter().flat_map(|fix| &fix.set).collect();
    assert!(sets.iter().any(|set| *set == "time.early=90"), "{sets:?}");
}

#[test]
fn random_rotas_are_clean_when_they_are_checked_as_they_were_printed() {
    let (rotas, mut runner) = (rotas(), seeded());
    let first = MONDAY + DateDays::new(7);
    for _ in 0..cases(6) {
        let mut profile = self::runner(&["free", "free"]);
        profile.shifts = Some(rotas.new_tree(&mut runner).expect("a rota").current());
        let Ok(request) = Request::new(&profile, first).check() else { continue };
        let weeks = chain::weeks(&request, None, first, last(first));
        let format = export::format("ndjson").expect("a format");
        let mut text = String::new();
        for week in &weeks {
            if let Some(plan) = plan(week).week() {
                text += &(format.week)(plan, &Options::default());
            }
        }
        if text.is_empty() {
            continue; // all its weeks are refused
        }
        let (plans, problems) = import::read(&text, 0);
        assert!(problems.is_empty(), "{problems:?}");
        let report = check(&import::joined(plans), &Standard::default());
        let errors: Vec<_> = report
            .diagnostics
            .iter()
            .filter(|found| found.severity == runplan::check::Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{errors:?}\n{}", random_profiles::toml(&profile));
    }
}

#[test]
fn a_batch_tells_rotas_apart_that_begin_on_other_days() {
    let line = |start: &str| {
        format!(
            "{{\"season\":\"base\",\"runs\":{{\"days\":[\"tue\",\"thu\",\"sun\"],\"long\":\"sun\"}},\
             \"time\":{{\"day\":120,\"night\":\"off\"}},\
             \"shifts\":{{\"start\":\"{start}\",\"pattern\":[\"day\",\"night\",\"day\",\"day\"]}}}}"
        )
    };
    let defaults = || Defaults { monday: MONDAY, season: None, keys: Vec::new(), detail: Detail::Brief };
    let lines: Vec<String> = (23..=26).map(|day| line(&format!("2026-11-{day}"))).collect();
    let usual = defaults();
    let mut together = Batch::new(&usual);
    let mut answers = Vec::new();
    for text in &lines {
        let [mut one, mut alone] = [Vec::new(), Vec::new()];
        together.line(text.as_bytes(), 1, &mut one);
        Batch::new(&usual).line(text.as_bytes(), 1, &mut alone);
        assert_eq!(one, alone, "{text}");
        answers.push(one);
    }
    answers.sort();
    answers.dedup();
    assert!(answers.len() > 2, "{}", answers.len());
    let mut defaults = defaults();
    for set in ["shifts.start=2026-11-23", "shifts.pattern=[\"day\", \"night\"]", "time.day=90"] {
        defaults.set(set).unwrap_or_else(|problem| panic!("{set}: {problem}"));
    }
}
