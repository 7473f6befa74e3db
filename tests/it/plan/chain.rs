//! Weeks of a plan one after another.

use runplan::exercise::workout::Workout;
use runplan::input::document;
use runplan::plan::{Plan, chain, plan_briefly};
use runplan::week::kind::Kind;
use runplan::{Request, profile};

/// The weeks of a profile from one Monday to another.
fn weeks(text: &str, first: &str, last: &str) -> Vec<Plan> {
    let (node, problems) = document::toml(text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    let profile = profile::read(&node).expect("a valid profile");
    let [first, last] = [first, last].map(|date| document::date(date).expect("a date"));
    let weeks = chain::weeks(&Request::new(&profile, first), None, first, last);
    weeks.iter().map(|week| plan_briefly(week).week().expect("a week").clone()).collect()
}

fn sums(plans: &[Plan]) -> Vec<u32> {
    plans.iter().map(Plan::run_minutes).collect()
}

fn longest(plans: &[Plan]) -> Vec<u16> {
    let of = |plan: &Plan| {
        let sessions = plan.days.iter().flat_map(|day| &day.sessions).filter(|session| session.is(Kind::Run));
        sessions.map(|session| session.minutes).max().unwrap_or(0)
    };
    plans.iter().map(of).collect()
}

const MAYA: &str = "
    [runs]
    days = ['tue', 'wed', 'thu', 'fri', 'sun']
    long = 'sun'
    speed = 'wed'
    minutes = { easy = 40, speed = 50, long = 90 }
    [plan]
    start = 2026-11-30
";

#[test]
fn a_half_marathon_grows_to_its_peak() {
    let race = "[race]\ndate = 2027-02-14\ndistance = 'half'";
    let plans = weeks(&format!("{MAYA}peak = {{ long = 120 }}\n{race}"), "2026-11-30", "2027-02-01");
    assert_eq!(sums(&plans), [260, 265, 270, 280, 290, 220, 290, 290, 290, 210]);
    assert_eq!(longest(&plans), [90, 95, 100, 110, 120, 90, 120, 120, 120, 85]);
}

#[test]
fn a_marathon_grows_in_all_its_runs() {
    let peak = "peak = { easy = 50, speed = 60, long = 150 }";
    let race = "[race]\ndate = 2027-04-25\ndistance = 'marathon'";
    let plans = weeks(&format!("{MAYA}{peak}\n{race}"), "2026-11-30", "2027-04-12");
    assert_eq!(
        sums(&plans),
        [260, 282, 215, 304, 320, 330, 255, 340, 350, 360, 280, 360, 360, 360, 280, 360, 360, 360, 280, 210]
    );
    assert_eq!(
        longest(&plans),
        [90, 95, 70, 100, 110, 120, 90, 130, 140, 150, 115, 150, 150, 150, 115, 150, 150, 150, 115, 85]
    );
}

#[test]
fn a_peak_out_of_reach_is_not_reached() {
    let text = "
        [runs]
        days = ['tue', 'wed', 'thu', 'sun']
        long = 'sun'
        speed = 'wed'
        minutes = { easy = 30, speed = 40, long = 60 }
        [plan]
        start = 2026-11-30
        peak = { long = 150 }
        [race]
        date = 2027-02-21
        distance = 'marathon'";
    let plans = weeks(text, "2026-11-30", "2027-02-08");
    let longest = longest(&plans);
    assert_eq!(longest.iter().max(), Some(&95), "{longest:?}");
    let warning =
        plans[0].warnings.iter().find(|warning| warning.rule == "peak-out-of-reach").expect("a warning");
    assert_eq!(warning.message, "the long run reaches 95 of 150 minutes before the race");
    let fixed = [text.replace("2026-11-30", "2026-10-05"), text.replace("long = 150", "long = 95")];
    assert!(
        warning.hint.contains("plan.start=2026-10-05") && warning.hint.contains("plan.peak.long=95"),
        "{}",
        warning.hint
    );
    for (text, peak) in fixed.into_iter().zip([150, 95]) {
        let plans = weeks(&text, "2026-10-05", "2027-02-08");
        let told =
            plans.iter().flat_map(|plan| &plan.warnings).any(|warning| warning.rule == "peak-out-of-reach");
        assert!(!told, "{text}");
        assert_eq!(self::longest(&plans).iter().max(), Some(&peak), "as it says, by the weeks themselves");
    }
}

#[test]
fn ten_kilometres_without_speed_runs() {
    let text = "
        [runs]
        days = ['tue', 'thu', 'sun']
        long = 'sun'
        minutes = { easy = 25, long = 40 }
        [plan]
        start = 2026-11-30
        peak = { easy = 30, long = 70 }
        [race]
        date = 2027-03-07
        distance = '10k'";
    let plans = weeks(text, "2026-11-30", "2027-02-22");
    assert_eq!(longest(&plans), [40, 44, 48, 50, 55, 40, 60, 65, 70, 55, 70, 70, 70]);
}

#[test]
fn exercises_are_new_where_a_block_begins_and_never_close_to_the_race() {
    let race = "[race]\ndate = 2027-02-14\ndistance = 'half'";
    let plans = weeks(&format!("{MAYA}peak = {{ long = 120 }}\n{race}"), "2026-11-30", "2027-02-08");
    let positions: Vec<_> = plans.iter().map(|plan| plan.position.expect("a week of a plan")).collect();
    let of =
        |read: fn(&runplan::facts::course::Position) -> u16| positions.iter().map(read).collect::<Vec<_>>();
    assert_eq!(of(|position| position.block), [1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3]);
    assert_eq!(of(|position| position.step), [1, 2, 3, 4, 5, 6, 1, 2, 3, 1, 0]);
    assert_eq!(of(|position| position.exercises), [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
    assert_eq!(positions.iter().filter(|position| position.cutback).count(), 1);
    let names = |plan: &Plan| -> Vec<String> {
        let sessions =
            plan.days.iter().flat_map(|day| &day.sessions).filter(|session| session.is(Kind::Strength));
        let workouts = sessions.filter_map(|session| session.workout.as_deref());
        workouts
            .flat_map(Workout::exercises)
            .map(|(_, prescribed)| prescribed.exercise.id.to_string())
            .collect()
    };
    for (at, pair) in plans[..9].windows(2).enumerate() {
        assert_eq!(names(&pair[0]) == names(&pair[1]), at != 5, "{}", pair[1].monday);
    }
}
