//! Plans that were printed and are read back whole.

use super::{days, in_plan, losses, moment, profile, shown, standing};
use crate::random_profiles;
use chrono::Days;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use runplan::export::json::saved;
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::plan::plan_briefly;
use runplan::replan::{Standing, replan};
use runplan::rules::MONDAY;
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::{Plan, input::document};

fn json(plan: &Plan) -> String {
    (export::format("json").expect("a format").week)(plan, &Options::default())
}

/// A week with the days of a standing one.
fn with_days(plan: &Plan, standing: &Standing) -> Plan {
    Plan { days: standing.days.clone(), ..plan.clone() }
}

/// Weeks of runners with fixed sessions.
fn with_fixed(cases: usize) -> Vec<(Request<'static>, Plan)> {
    let mut runner = TestRunner::deterministic();
    let requests = random_profiles::with_fixed();
    let request = || requests.new_tree(&mut runner).expect("a request").current();
    let requests = std::iter::repeat_with(request).take(crate::cases(cases));
    requests
        .filter_map(|request| Some((plan_briefly(&request).week()?.clone(), request)))
        .map(|(a, b)| (b, a))
        .collect()
}

/// Every example in a few of its weeks.
fn examples() -> impl Iterator<Item = Plan> {
    crate::schemas::files("examples").into_iter().flat_map(|path| {
        let text = std::fs::read_to_string(path).expect("an example");
        let (node, _) = document::toml(&text, 0);
        let profile = profile::read(&node).ok();
        let weeks = (0..14).step_by(3).map(|weeks| MONDAY + Days::new(7 * weeks));
        profile.into_iter().flat_map(move |profile| {
            weeks.clone().filter_map(move |monday| standing(&in_plan(&profile, monday))).collect::<Vec<_>>()
        })
    })
}

#[test]
fn a_week_that_was_printed_is_read_back_byte_for_byte() {
    let mut sessions = 0;
    let random = random_profiles::weeks().map(|(_, plan)| *plan).take(crate::cases(100));
    for plan in examples().chain(random).chain(with_fixed(60).into_iter().map(|(_, plan)| plan)) {
        let text = json(&plan);
        for known in [None, Some(&plan)] {
            let read =
                saved::standing(&text, plan.monday, known, &[]).expect("it is ours").expect("its week");
            assert_eq!(json(&with_days(&plan, &read)), text);
            sessions += read.sessions().count();
        }
    }
    assert!(sessions > 1000, "{sessions}");
}

#[test]
fn from_a_file_it_is_the_same_as_from_the_profile() {
    let mut tried = 0;
    let random = random_profiles::weeks().map(|(request, plan)| (request, *plan)).take(crate::cases(60));
    for (request, plan) in random.chain(with_fixed(40)) {
        let free =
            plan.days.iter().find(|day| day.day > Day::Tue && day.sessions.iter().any(|of| of.is(Kind::Run)));
        let Some(day) = free.map(|day| day.day) else { continue };
        let word = format!("block={}", runplan::word::Word::id(day));
        let said = losses(moment(request.monday, Day::Tue, 21), &[&word]);
        let text = json(&plan);
        let read =
            |known| saved::standing(&text, plan.monday, known, &[]).expect("it is ours").expect("its week");
        let of =
            |standing: Standing| replan(&request, None, standing, &said).map(|replan| days(&replan.plan));
        let expected = of(Standing::from(&plan));
        if expected.is_err() {
            continue; // the race is on that day
        }
        assert_eq!(of(read(Some(&plan))), expected);
        assert_eq!(of(read(None)), expected, "{word} {text}");
        tried += 1;
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn a_session_of_a_file_keeps_its_blocks_on_a_day_without_a_run() {
    let kits = ["'barbell', 'bench', 'dumbbell'", "'kettlebell'"];
    let cases = kits.iter().flat_map(|kit| (0..8).step_by(2).map(move |week| (kit, week)));
    let cases = cases.flat_map(|(kit, week)| [40, 45, 50].map(|minutes| (kit, week, minutes)));
    for (kit, week, minutes) in cases {
        let profile = profile(&format!(
            "
season = 'base'
[runs]
days = ['mon', 'wed', 'sun']
long = 'sun'
speed = 'mon'
[strength]
days = ['wed', 'thu']
sessions = 1
placement = 'easy-days'
minutes = {minutes}
equipment = [{kit}]
"
        ));
        let monday = MONDAY + Days::new(7 * week);
        let request = in_plan(&profile, monday);
        let plan = standing(&request).expect("a week");
        let said = losses(moment(monday, Day::Tue, 21), &["block=wed"]);
        let read = saved::standing(&json(&plan), monday, None, &[]).expect("it is ours").expect("its week");
        let of = |standing| replan(&request, None, standing, &said).expect("it can be so");
        let [of_plan, of_file] = [Standing::from(&plan), read].map(of);
        assert_eq!(shown(&of_plan.plan, Day::Thu), "full");
        assert_eq!(days(&of_file.plan), days(&of_plan.plan), "{kit} {week} {minutes}");
    }
}
