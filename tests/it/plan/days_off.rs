//! Days off: nothing is placed on them, and what comes after a break comes back step by step.

use crate::cases;
use crate::plain_walk;
use crate::random_profiles;
use chrono::{Days, NaiveDate};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::{Plan, chain, plan, plan_briefly};
use runplan::profile::{self, Off, Profile};
use runplan::rules::{self, MONDAY};
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::week::session::{Class, Run, Session};
use runplan::word::Word as _;

const RUNNER: &str = "
runs.days = ['tue', 'wed', 'thu', 'fri', 'sun']
runs.long = 'sun'
runs.speed = 'wed'
runs.minutes = { easy = 40, speed = 50, long = 90 }
strength.equipment = 'gym'
";

fn runner(others: &str) -> Profile {
    let text = format!("{RUNNER}{others}");
    let (node, problems) = document::toml(&text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    profile::read(&node).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The runner with a break of so many days that ends on a day of the week before [`MONDAY`], or so many days later.
fn after(profile: &Profile, days: u64, later: u64) -> Profile {
    let to = MONDAY - Days::new(1) + Days::new(later);
    Profile { off: vec![Off { from: to - Days::new(days - 1), to, why: None }], ..profile.clone() }
}

/// The week from a Monday so many weeks after [`MONDAY`], as the plan has it.
fn week(profile: &Profile, weeks: u64) -> Plan {
    let request = Request::new(profile, MONDAY + Days::new(7 * weeks)).check().expect("a request");
    let outcome = plan(&chain::in_its_plan(request, None));
    outcome.week().expect("a week").clone()
}

/// The runs of a week: `S` for a speed run, `L` for a long one.
fn runs(plan: &Plan) -> String {
    let of_day = |day: &Day| {
        let sessions = &plan.days[day.index()].sessions;
        let run = sessions.iter().find(|session| session.is(Kind::Run));
        run.map_or("-".to_owned(), |run| match run.session {
            Session::Run(Run::Speed) => format!("S{}", run.minutes),
            Session::Run(Run::Long) => format!("L{}", run.minutes),
            _ => run.minutes.to_string(),
        })
    };
    Day::ALL.iter().map(of_day).collect::<Vec<_>>().join(" ")
}

#[test]
fn minutes_come_back_by_seven_days() {
    let profile = runner("season = 'base'");
    let eased = |percent: u16| match percent {
        100 => "- 40 S50 40 40 - L90",
        75 => "- 30 30 30 30 - L70",
        50 => "- 20 20 20 20 - L45",
        40 => "- 15 15 15 15 - L35",
        55 => "- 20 20 20 20 - L50",
        70 => "- 30 30 30 30 - L65",
        85 => "- 35 35 35 35 - L75",
        _ => unreachable!(),
    };
    for (days, percents) in [
        (6, &[100, 100][..]),
        (7, &[75, 100]),
        (13, &[75, 100]),
        (14, &[50, 75, 100]),
        (27, &[50, 75, 100]),
        (28, &[40, 55, 70, 85, 100]),
        (55, &[40, 55, 70, 85, 100]),
        (56, &[40, 55, 70, 85, 100]),
    ] {
        let profile = after(&profile, days, 0);
        for (weeks, percent) in (0..).zip(percents) {
            let plan = week(&profile, weeks);
            assert_eq!(runs(&plan), eased(*percent), "{days} days off, week {weeks}");
            let again = plan.warnings.iter().any(|warning| warning.rule == "start-again");
            assert_eq!(again, days == 56 && weeks == 0, "{days}, {weeks}");
        }
    }
}

#[test]
fn a_break_that_ends_in_the_middle_of_a_week_is_counted_by_date() {
    let profile = runner("season = 'base'");
    for (days, weeks) in [
        (7, &["- - - 30 30 - L70", "- 30 30 40 40 - L90"][..]),
        (13, &["- - - 30 30 - L70", "- 30 30 40 40 - L90"]),
        (14, &["- - - 20 20 - L45", "- 20 20 30 30 - L70", "- 30 30 40 40 - L90"]),
        (27, &["- - - 20 20 - L45", "- 20 20 30 30 - L70", "- 30 30 40 40 - L90"]),
        (28, &["- - - 15 15 - L35", "- 15 15 20 20 - L50", "- 20 20 30 30 - L65"]),
        (56, &["- - - 15 15 - L35", "- 15 15 20 20 - L50", "- 20 20 30 30 - L65"]),
    ] {
        let profile = after(&profile, days, 3);
        for (at, runs_of) in (0..).zip(weeks) {
            assert_eq!(runs(&week(&profile, at)), *runs_of, "{days} days off, week {at}");
        }
    }
}

#[test]
fn times_off_that_touch_are_one_break() {
    let date = |day: u32| NaiveDate::from_ymd_opt(2026, 11, day).expect("a date");
    let off = |from, to| Off { from: date(from), to: date(to), why: None };
    let profile = runner("season = 'base'");
    let touching = Profile { off: vec![off(16, 18), off(19, 22)], ..profile.clone() };
    assert_eq!(runs(&week(&touching, 0)), "- 30 30 30 30 - L70");
    let apart = Profile { off: vec![off(15, 17), off(19, 22)], ..profile };
    assert_eq!(runs(&week(&apart, 0)), "- 40 S50 40 40 - L90");
}

#[test]
fn strength_is_a_class_lower_at_first() {
    let profile = runner("season = 'base'\nlevel = 'advanced'");
    let usual = week(&profile, 0).limits.class;
    let lower = |class: Class| match class {
        Class::Heavy => Class::Moderate,
        Class::Moderate => Class::Light,
        _ => Class::Activation,
    };
    let class = |days, later, weeks| week(&after(&profile, days, later), weeks).limits.class;
    assert_eq!(class(6, 0, 0), usual);
    assert_eq!([class(7, 0, 0), class(7, 0, 1)], [lower(usual), usual]);
    assert_eq!([class(7, 3, 0), class(7, 3, 1), class(7, 3, 2)], [lower(usual), lower(usual), usual]);
    let long = [0, 1, 2].map(|weeks| week(&after(&profile, 28, 0), weeks));
    assert_eq!(long.each_ref().map(|plan| plan.limits.class), [lower(usual), lower(usual), usual]);
    assert_eq!(long.each_ref().map(|plan| plan.ladder.ramp_in), [1, 2, 0]);
}

#[test]
fn of_two_factors_the_smaller_one_counts_and_a_race_is_whole() {
    for (race, days, eased) in [
        ("2026-11-29", 0, "- 25 S30 25 25 - 120"),
        ("2026-11-29", 7, "- 25 25 25 25 - 120"),
        ("2026-11-29", 14, "- 20 20 20 20 - 120"),
        ("2026-12-06", 0, "- 30 S35 30 30 - L65"),
        ("2026-12-06", 7, "- 30 30 30 30 - L65"),
        ("2026-12-06", 14, "- 20 20 20 20 - L45"),
    ] {
        let profile = runner(&format!("race.date = {race}\nrace.distance = 'half'"));
        let profile = if days == 0 { profile } else { after(&profile, days, 0) };
        assert_eq!(runs(&week(&profile, 0)), eased, "{race}, {days} days off");
    }
}

#[test]
fn a_week_off_is_empty_and_asks_for_nothing() {
    for others in [
        "season = 'base'\nstrength.min = 2\nstrength.legs_min = 1\nrest.min = 3\ncross.sessions = 2",
        "season = 'off-season'\nstrength.sessions = 3\nmobility.sessions = 7",
        "race.date = 2027-04-25\nplan.start = 2026-11-02\nplan.peak.long = 120\nstrength.min = 1",
        "race.date = 2026-12-08\nstrength.min = 1",
    ] {
        let plan = week(&after(&runner(others), 14, 7), 0);
        assert!(plan.week.iter().all(|day| day.is_rest()), "{others}");
        let told = plan.warnings.iter().filter(|warning| !warning.note);
        let told: Vec<_> = told
            .map(|warning| warning.rule)
            .filter(|rule| !["peak-out-of-reach", "override-unusual"].contains(rule))
            .collect();
        assert!(told.is_empty(), "{others}: {told:?}");
        assert!(plan.choices.iter().all(|said| said.starts_with("A week off")), "{:?}", plan.choices);
    }
}

#[test]
fn a_week_with_days_off_lets_what_does_not_fit_go() {
    let profile = runner("season = 'base'\nstrength.sessions = 3\nstrength.days = ['tue', 'thu', 'sat']");
    let from = MONDAY + Days::new(3);
    let profile = Profile { off: vec![Off { from, to: from + Days::new(3), why: None }], ..profile };
    let plan = week(&profile, 0);
    assert!(plan.week[3..].iter().all(|day| day.is_rest()));
    for warning in &plan.warnings {
        assert!(warning.note && warning.set.is_empty(), "{warning:?}");
    }
    let short = plan.warnings.iter().find(|warning| warning.rule == "strength-short").expect("a note");
    assert_eq!(short.message, "one strength session, not three, since the week has days off");
    // Blocked by hand, the days hold the same.
    let block = [Day::Thu, Day::Fri, Day::Sat, Day::Sun].into_iter().collect();
    let usual = Profile { off: Vec::new(), ..profile };
    let blocked = plan_of(&Request::new(&usual, MONDAY).with_block(block));
    assert_eq!(blocked.week, plan.week);
}

fn plan_of(request: &Request<'_>) -> Plan {
    plan(request).week().expect("a week").clone()
}

#[test]
fn growth_goes_on_from_before_the_break() {
    let others = "race.date = 2027-02-28\nplan.start = 2026-10-26\nplan.peak = { easy = 60, long = 120 }";
    let profile = after(&runner(others), 7, 14);
    let weeks = [0, 1, 2, 3].map(|weeks| runs(&week(&profile, weeks)));
    assert_eq!(
        weeks,
        ["- 55 S50 55 55 - L120", "- - - - - - -", "- 40 40 40 40 - L90", "- 60 S50 60 60 - L120",]
    );
    // The week before the break would end a block, and so would the one after it.
    let cutback = [1, 2].map(|weeks| week(&profile, weeks).position.is_some_and(|of| of.cutback));
    assert_eq!(cutback, [false, false]);
}

#[test]
fn a_long_break_leads_back_run_by_run() {
    let others = "race.date = 2027-02-28\nplan.start = 2026-10-26\nplan.peak = { easy = 60, long = 120 }";
    let profile = after(&runner(others), 28, 21);
    let weeks = [3, 4, 5].map(|weeks| runs(&week(&profile, weeks)));
    assert_eq!(weeks, ["- 20 20 20 20 - L22", "- 24 25 25 25 - L27", "- 29 31 34 35 - L38"]);
}

#[test]
fn random_weeks_with_days_off_are_the_best_ones_and_a_week_off_is_never_refused() {
    let mut planned = 0;
    for (number, request) in random_profiles::stream().take(cases(80)).enumerate() {
        let number = u64::try_from(number).expect("a number");
        let mut profile = request.profile.clone().into_owned();
        let from = MONDAY + Days::new(number % 7);
        profile.off = vec![Off { from, to: from + Days::new(number % 5), why: None }];
        if profile::contradictions(&profile).is_empty() {
            let request = Request::new(&profile, MONDAY).with_block(request.block);
            let best = plain_walk::best(&rules::facts(&request)).map(|(week, _)| week);
            let outcome = plan_briefly(&request);
            assert_eq!(outcome.week().map(|plan| plan.week), best, "{}", random_profiles::toml(&profile));
            planned += usize::from(best.is_some());
        }
        profile.off = vec![Off { from: MONDAY, to: MONDAY + Days::new(6), why: None }];
        if profile::contradictions(&profile).is_empty() {
            let outcome = plan_briefly(&Request::new(&profile, MONDAY));
            let plan = outcome.week().unwrap_or_else(|| panic!("{}", random_profiles::toml(&profile)));
            assert!(plan.week.iter().all(|day| day.is_rest()));
        }
    }
    assert!(planned > cases(80) / 3, "{planned}");
}
