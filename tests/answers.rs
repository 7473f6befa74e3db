//! The answers on random runners: refusals and shortfalls with their clash and their fixes, weeks checked as they were
//! printed, and after a session was moved where it must not be.
#![allow(missing_docs)]

mod runners;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use runplan::check::{Severity, Standard, check};
use runplan::explain::reasons::{Way, in_the_way};
use runplan::explain::warnings::shortfalls;
use runplan::explain::why_not::{Answer, why_not};
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::{Outcome, Plan, plan, plan_briefly};
use runplan::rules;
use runplan::rules::Rule;
use runplan::rules::target::{Demand, Shortfall};
use runplan::solve::conflict::{Fact, clash, given, only};
use runplan::solve::{Ask, Best, RuleSet, Search};
use runplan::week::count;
use runplan::week::day::{Day, Days};
use runplan::week::kind::Kind;
use runplan::week::session::Run;
use runplan::word::Word;
use runplan::{import, profile};

/// How many runners of each kind are tried.
const EACH: usize = 1_000;

/// Random requests, the same in every run.
fn requests() -> impl Iterator<Item = Request<'static>> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    std::iter::repeat_with(move || runners::requests().new_tree(&mut runner).expect("a request").current())
}

fn weeks() -> impl Iterator<Item = (Request<'static>, Box<Plan>)> {
    requests().filter_map(|request| match plan_briefly(&request) {
        Outcome::Week(plan) => Some((request, plan)),
        Outcome::Refused(_) => None,
    })
}

fn best(request: &Request<'_>) -> Option<Best> {
    Search::new(&rules::facts(request), RuleSet::all()).best(&Ask::default())
}

/// The request with expressions set as the command line sets them.
fn set(request: &Request<'_>, expressions: &[String]) -> Request<'static> {
    let text = runners::toml(&request.profile);
    let (mut node, _) = document::toml(&text, 0);
    for expression in expressions {
        let setting = document::setting(expression, 1).expect("an expression");
        node.set(setting.path, &setting.places, setting.node).expect("it can be set");
    }
    let profile = profile::read(&node).expect("a valid profile");
    Request::new(profile, request.monday).with_block(request.block).check().expect("a request")
}

/// Whether there is a week with only these facts, under the hard rules that are `active`.
fn possible(request: &Request<'_>, facts: &[Fact], active: &dyn Fn(&str) -> bool) -> bool {
    let hard = RuleSet::only_hard().hard.iter().copied().filter(|rule| active(rule.id));
    let alone = only(request, &given(request), facts);
    Search::new(&rules::facts(&alone), &RuleSet::new(hard)).is_possible()
}

/// Rules and facts leave no week together, and without any one of them there is one.
fn assert_minimal(request: &Request<'_>, rules: &[&'static Rule], facts: &[Fact]) {
    let among = |id: &str| rules.iter().any(|rule| rule.id == id);
    assert!(!possible(request, facts, &among), "alone they leave no week: {rules:?} {facts:?}");
    for out in rules {
        assert!(possible(request, facts, &|id| among(id) && id != out.id), "{} is not needed", out.id);
    }
    for out in facts {
        let others: Vec<Fact> = facts.iter().copied().filter(|fact| fact != out).collect();
        assert!(possible(request, &others, &among), "{out:?} is not needed in {facts:?}");
    }
}

#[test]
fn of_a_thousand_refusals_the_clash_is_minimal_and_every_fix_works() {
    let (mut refused, mut fixes, mut without) = (0, 0, 0);
    for request in requests() {
        let Outcome::Refused(refusal) = plan(&request) else { continue };
        refused += 1;
        assert_minimal(&request, &refusal.conflict.rules, &refusal.conflict.facts);
        assert!(refusal.fixes.len() <= 5);
        for fix in &refusal.fixes {
            assert!(best(&set(&request, &fix.set)).is_some(), "{:?} makes no week", fix.set);
        }
        fixes += refusal.fixes.len();
        without += usize::from(refusal.fixes.is_empty());
        if refused == EACH {
            break;
        }
    }
    println!("{refused} refusals, {fixes} fixes, {without} without any");
    assert!(without * 20 < refused, "hardly any refusal is without a fix");
}

#[test]
fn of_a_thousand_missed_numbers_the_way_is_minimal_and_every_fix_reaches_the_target() {
    let (mut short, mut mended, mut forbidden) = (0, 0, 0);
    for request in requests() {
        let Outcome::Week(week) = plan(&request) else { continue };
        let best = best(&request).expect("a week");
        let facts = rules::facts(&request);
        for shortfall in shortfalls(&facts, &best.week) {
            let warning = week.warnings.iter().find(|warning| warning.rule == shortfall.rule);
            let warning = warning.expect("a target that was missed is told");
            short += 1;
            forbidden += usize::from(way_is_minimal(&request, &best, &shortfall));
            if !warning.set.is_empty() {
                mended += 1;
                let kind = shortfall.target.kind;
                let reached = self::best(&set(&request, &warning.set)).map(|best| count(&best.week, kind));
                assert!(reached >= Some(shortfall.aim), "{:?} reaches {reached:?}", warning.set);
            }
        }
        if short >= EACH {
            break;
        }
    }
    println!("{short} missed numbers, {mended} mended, {forbidden} forbidden by rules and facts");
    assert!(mended * 2 > short && forbidden > 100);
}

/// Checks what stood in the way where it is rules and facts that forbid the target; whether it was.
fn way_is_minimal(request: &Request<'_>, best: &Best, shortfall: &Shortfall) -> bool {
    let way = in_the_way(request, &rules::facts(request), best, shortfall.target);
    let Some(Demand { key, set }) = shortfall.target.demand else { return false };
    let mut demanded = request.clone();
    set(demanded.profile.to_mut(), shortfall.aim);
    if self::best(&demanded).is_some() {
        assert!(way.facts.is_empty(), "it could be reached: rules of a level above stood in the way");
        return false;
    }
    // With the demand they clash; which rules demand it is no news and left out.
    let conflict = clash(&demanded);
    assert_minimal(&demanded, &conflict.rules, &conflict.facts);
    let Way { rules, facts } = way;
    assert!(rules.iter().all(|rule| conflict.rules.iter().any(|other| other.id == rule.id)));
    assert!(conflict.facts.iter().all(|fact| fact.key == key || facts.contains(fact)));
    true
}

fn printed(plan: &Plan, format: &str) -> String {
    let format = export::format(format).expect("a format");
    (format.week)(plan, &Options::default())
}

fn checked(text: &str) -> runplan::check::Report {
    let (plans, problems) = import::read(text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    check(&import::joined(plans), &Standard::default())
}

#[test]
fn a_thousand_weeks_are_clean_as_they_were_printed() {
    for (at, (_, week)) in weeks().take(EACH).enumerate() {
        let checked = checked(&printed(&week, if at % 2 == 0 { "json" } else { "ndjson" }));
        assert!(checked.diagnostics.is_empty(), "{:?}\n{}", checked.diagnostics, printed(&week, "text"));
        assert_eq!(checked.weeks, 1);
    }
}

#[test]
fn a_leg_session_moved_to_the_day_before_the_long_run_is_named_and_nothing_else() {
    let mut tried = 0;
    for (_, week) in weeks() {
        let mut value: serde_json::Value = serde_json::from_str(&printed(&week, "json")).expect("JSON");
        let legs = Day::ALL.iter().filter(|day| week.week[day.index()].strength.legs());
        let [from] = legs.copied().collect::<Vec<_>>()[..] else { continue };
        let Some(long) = Day::ALL.iter().find(|day| week.week[day.index()].run == Run::Long) else {
            continue;
        };
        let to = long.shifted(-1);
        // The day before within the week, free of strength; with a second long run or race near, more would be named.
        let keys: Days = Day::ALL.iter().copied().filter(|day| week.week[day.index()].run.is_key()).collect();
        if *long == Day::Mon
            || keys.len() > 1
            || week.week[to.index()].strength.any()
            || week.week[to.index()].is_rest()
        {
            continue;
        }
        let sessions = value["days"][from.index()]["sessions"].as_array_mut().expect("sessions");
        let at = sessions.iter().position(|session| session["type"] == "full").expect("legs");
        let session = sessions.remove(at);
        value["days"][to.index()]["sessions"].as_array_mut().expect("sessions").push(session);
        let checked = checked(&value.to_string());
        let errors: Vec<_> =
            checked.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
        let named: Vec<_> =
            errors.iter().map(|found| (found.id, found.day.as_ref().map(|spot| spot.day))).collect();
        let race = errors.iter().any(|found| found.id.contains("race"));
        assert!(
            race || named == [("legs-before-key-run", Some(to))],
            "{named:?}\n{}",
            printed(&week, "text")
        );
        assert!(errors.iter().all(|found| found.hint.starts_with("move ")
            || found.hint.starts_with("make ")
            || found.hint.starts_with("leave ")));
        tried += usize::from(!race);
        if tried == EACH {
            return;
        }
    }
}

#[test]
fn key_runs_over_the_end_of_a_week_are_shown_where_they_stand() {
    let text = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n\
                1,rest,easy 3,rest,easy 3,rest,rest,long 10\n\
                2,tempo 5,rest,easy 3,rest,rest,easy 3,rest\n";
    let found = checked(text);
    let found = found.diagnostics.iter().find(|found| found.id == "key-runs-adjacent").expect("it is found");
    let spots: Vec<_> = found.spots.iter().map(|spot| (spot.week.as_str(), spot.day)).collect();
    assert_eq!(spots, [("week 1", Day::Sun), ("week 2", Day::Mon)]);
    assert_eq!(found.line, Some(2));
}

#[test]
fn a_long_run_is_not_guessed_where_it_may_be_what_was_not_recognised() {
    let plan = |sunday: &str| {
        format!("Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,rest,easy 3,rest,legs,easy 7,easy 3,{sunday}\n")
    };
    let errors = |text: &str| checked(text).count(Severity::Error);
    assert_eq!((errors(&plan("rest")), errors(&plan("Langer Lauf"))), (1, 0));
}

#[test]
fn hints_move_nothing_to_days_that_the_plan_does_not_tell_of() {
    let found = checked("Thu,Fri,Sat,Sun\nlegs,easy 3,legs,long 10\n");
    let found =
        found.diagnostics.iter().find(|found| found.id == "legs-before-key-run").expect("it is found");
    let told = ["Thursday", "Friday", "Saturday", "Sunday"];
    assert!(
        found.hint.split_whitespace().all(|word| !word.ends_with("day") || told.contains(&word)),
        "{}",
        found.hint
    );
}

#[test]
fn a_number_too_far_for_a_run_is_minutes_also_in_a_plan_of_miles() {
    let long = |cell: &str| {
        let text = format!("Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,rest,5 mi,rest,6 mi,rest,rest,{cell}\n");
        import::read(&text, 0).0[0].weeks[0].days[6].minutes
    };
    assert_eq!((long("Long 90"), long("Long 12"), long("Long 31")), (90, 116, 300));
}

#[test]
fn a_run_set_aside_for_rest_is_said_and_no_tie() {
    for (mut request, week) in weeks().take(EACH / 5) {
        request.block = Days::NONE;
        for day in Day::ALL.iter().filter(|day| week.week[day.index()].run.is_run()) {
            let Some(answer) = why_not(&request, Kind::Rest, *day) else { continue };
            let planned = rules::facts(&request).runs[day.index()];
            if !planned.movable && !matches!(answer.answer, Answer::Forbidden(_)) {
                let run = match planned.run {
                    Run::ShakeOut => "its shake-out aside".to_owned(),
                    run => format!("its {} run aside", run.id()),
                };
                assert!(
                    answer.message.contains(&run) && !answer.message.contains("tie"),
                    "{}",
                    answer.message
                );
            }
        }
    }
}
