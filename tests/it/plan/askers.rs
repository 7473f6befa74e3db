//! What runners asked in public, each as a profile in `tests/askers` with the answer that it gets: the first six could be said from
//! the start, the others are fixed days, chosen run days, rotas, doubles and kinds of strength.

use chrono::{Days, NaiveDate};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::{Plan, chain, plan};
use runplan::profile::{self, Profile};
use runplan::rules::MONDAY;
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::week::session::{Class, Run, Session, Strength};
use runplan::word::Word as _;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/askers")
}

fn read(name: &str) -> Result<Profile, Vec<runplan::Problem>> {
    let text = fs::read_to_string(folder().join(format!("{name}.toml"))).expect("a profile");
    let (node, problems) = document::toml(&text, 0);
    assert!(problems.is_empty(), "{name}: {problems:?}");
    profile::read(&node)
}

/// The answer to a profile in the week so many after the first one.
fn answer(name: &str, weeks: u64) -> Plan {
    let profile = read(name).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
    let request = Request::new(&profile, MONDAY + Days::new(7 * weeks)).check().expect("a request");
    let answer = plan(&chain::in_its_plan(request, None));
    answer.week().unwrap_or_else(|| panic!("{name}: no week")).clone()
}

/// The days that hold a kind.
fn on(plan: &Plan, kind: Kind) -> Vec<Day> {
    Day::ALL.iter().copied().filter(|day| plan.week[day.index()].holds(kind)).collect()
}

/// The day of a run.
fn day_of(plan: &Plan, run: Run) -> Day {
    Day::ALL.iter().copied().find(|day| plan.week[day.index()].run == run).expect("a run")
}

/// When the sessions of a day start, by their names.
fn starts(plan: &Plan, day: Day) -> Vec<(&'static str, Option<u16>)> {
    let sessions = &plan.days[day.index()].sessions;
    sessions.iter().map(|session| (session.session.name(), session.start)).collect()
}

fn warned(plan: &Plan, rule: &str) -> bool {
    plan.warnings.iter().any(|warning| warning.rule == rule)
}

#[test]
fn every_asker_is_asked_about() {
    let mut names: Vec<_> = fs::read_dir(folder())
        .expect("a folder")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let source = include_str!("askers.rs");
    assert_eq!(names.len(), 16);
    for name in names {
        let name = name.trim_end_matches(".toml");
        assert!(source.contains(&format!("\"{name}\"")), "{name}");
    }
}

#[test]
fn what_could_be_said_from_the_start() {
    // Legs on Tuesday and Thursday, nothing from Friday on, so the long run finds fresh legs.
    let plan = answer("01-long-run-not-sore", 0);
    assert_eq!(on(&plan, Kind::Legs), [Day::Tue, Day::Thu]);
    // Wednesday: the run in the morning, legs in the evening, nothing for the legs on Thursday and Friday.
    let plan = answer("02-toddler", 0);
    assert_eq!(on(&plan, Kind::Legs), [Day::Wed]);
    assert_eq!(
        starts(&plan, Day::Wed)[..2],
        [("speed run", Some(6 * 60 + 30)), ("strength", Some(17 * 60 + 30))]
    );
    assert!(plan.week[6].is_rest() && warned(&plan, "legs-short"), "{:?}", plan.warnings);
    // One session of twenty minutes, on the day that is hard anyway.
    let plan = answer("03-bare-minimum", 0);
    assert_eq!(on(&plan, Kind::Strength), [Day::Wed]);
    assert_eq!(plan.days[2].sessions[1].minutes, 20);
    let plan = answer("04-two-gym-days", 0);
    assert_eq!(on(&plan, Kind::Strength), [Day::Mon, Day::Thu]);
    // Lighter from two weeks out, no legs in the last three days.
    let classes = [0, 1, 2].map(|weeks| answer("05-race-in-three-weeks", weeks).limits.class);
    assert_eq!(classes, [Class::Light, Class::Light, Class::Activation]);
    let race = answer("05-race-in-three-weeks", 2);
    assert_eq!(race.week[6].run, Run::Race);
    assert!(race.week[3..].iter().all(|day| !day.loads_legs()) && !race.week[5].strength.any());
    let plan = answer("06-sore-achilles", 0);
    assert_eq!((plan.limits.class, plan.count(Kind::Strength)), (Class::Light, 2));
    assert!(plan.changes.iter().any(|change| change.first && change.rule == "lighter-with-pain"));
}

#[test]
fn other_sports_have_their_days() {
    // A hard ride: no legs from Tuesday to Thursday, its hour and its load are in the week.
    let plan = answer("07-club-ride", 0);
    assert!(on(&plan, Kind::Legs).iter().all(|day| !(Day::Tue..=Day::Thu).contains(day)));
    assert_eq!(plan.count(Kind::Legs), 2);
    assert_eq!(starts(&plan, Day::Wed).last().map(|(_, start)| *start), Some(Some(18 * 60)));
    assert_eq!(plan.days[2].load, 7 * 120);
    // Both pool days, one beside a run.
    let plan = answer("08-swim-days", 0);
    assert_eq!(on(&plan, Kind::Cross), [Day::Mon, Day::Fri]);
    assert!(plan.week[4].run.is_run());
    assert_eq!(on(&answer("09-bike-on-tuesday", 0), Kind::Cross), [Day::Tue]);
}

#[test]
fn run_days_are_chosen() {
    let plan = answer("10-any-three-days", 0);
    assert_eq!((plan.count(Kind::Run), plan.count(Kind::Legs), plan.count(Kind::Rest)), (3, 2, 3));
    assert!(day_of(&plan, Run::Long).is_weekend());
    let plan = answer("11-four-of-these", 0);
    assert_eq!(plan.count(Kind::Run), 4);
    assert!(!plan.week[3].run.is_run() && day_of(&plan, Run::Long).is_weekend());
    let (long, speed) = (day_of(&plan, Run::Long).index(), day_of(&plan, Run::Speed).index());
    assert!(long.abs_diff(speed) > 2, "key runs are apart");
}

#[test]
fn a_rota_of_eight_days_is_kept_in_weeks_of_seven() {
    let profile = read("12-nurse").expect("a profile");
    let pattern = ["early", "early", "late", "late", "night", "night", "free", "free"];
    let start = NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date");
    for weeks in 0..16 {
        let plan = answer("12-nurse", weeks);
        let mut nights = 0;
        for day in &plan.days {
            let at = (day.date - start).num_days().rem_euclid(8);
            if pattern[usize::try_from(at).expect("small")] == "night" {
                assert!(day.rest, "{}", day.date);
                nights += 1;
            }
        }
        let asked = usize::from(profile.runs.per_week.expect("a number"));
        let told = plan.changes.iter().any(|change| change.rule.starts_with("runs-set-aside"))
            || plan.changes.iter().any(|change| change.rule == "too-few-run-days")
            || plan.limits.sets_runs_aside;
        assert!(plan.runs() == asked || told, "{weeks}: {} runs, {nights} nights", plan.runs());
    }
}

#[test]
fn two_runs_a_day_and_no_day_off() {
    let plan = answer("13-doubles", 0);
    for (day, first) in [(Day::Tue, "easy run"), (Day::Thu, "speed run")] {
        let starts = starts(&plan, day);
        assert_eq!(starts[0], (first, Some(6 * 60)));
        let second = plan.days[day.index()].sessions.iter().find(|of| of.session == Session::Second);
        assert!(second.expect("a second run").start >= Some(17 * 60), "{starts:?}");
    }
    assert_eq!((plan.runs(), plan.count(Kind::Run)), (7, 5));
    let plan = answer("14-every-day-twice-on-some", 0);
    assert_eq!((plan.runs(), plan.count(Kind::Rest), plan.run_minutes()), (9, 0, 400));
    assert!(warned(&plan, "no-rest-day"), "it is said what no rest day means");
    assert_eq!(plan.count(Kind::Legs), 2);
}

#[test]
fn a_day_for_legs_and_one_for_yoga() {
    let plan = answer("15-legs-only-day", 0);
    assert_eq!([plan.week[1].strength, plan.week[4].strength], [Strength::Lower, Strength::Upper]);
    assert_eq!(on(&plan, Kind::Mobility), [Day::Thu]);
}

#[test]
fn a_cycle_of_nine_days_and_a_night_past_midnight_are_still_not_said() {
    let problems = read("16-nine-day-cycle").expect_err("an error");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].hint.as_ref().is_some_and(|hint| hint.contains("one window for each day")));
}
