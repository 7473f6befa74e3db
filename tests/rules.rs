//! By how much a week breaks a rule, and what is said of it; whether it breaks it is in `registry.rs`.
#![allow(missing_docs)]

use runplan::explain::findings::breaches;
use runplan::facts::request::Request;
use runplan::rules;
use runplan::rules::{Breach, Check, Example, Known, Rule, Seen, Warning};
use runplan::week::DayPlan;
use runplan::week::load::Load;

/// A week in one line as the rules see it.
fn seen<T>(line: &str, look: impl FnOnce(&Request<'_>, &Example) -> T) -> T {
    let example = Example::parse(line).unwrap_or_else(|error| panic!("{line}: {error}"));
    let request = Request::from(&example);
    look(&request, &example)
}

/// The amount of each breach.
fn amounts(id: &str, line: &str) -> Vec<u8> {
    let rule = rules::find(id).expect("a rule");
    seen(line, |request, example| {
        breaches(rule, &rules::facts(request), &example.week).iter().map(|finding| finding.amount).collect()
    })
}

fn warnings(id: &str, line: &str) -> Vec<Warning> {
    let Some(Check::Warn(_, check)) = rules::find(id).map(|rule| rule.check) else { panic!("{id} warns") };
    seen(line, |request, example| {
        let load = Load::default();
        check(&Seen {
            facts: &rules::facts(request),
            week: &example.week,
            load: &load,
            known: Known::PLANNED,
        })
    })
}

#[test]
fn missing_sessions_weigh_what_they_should() {
    for (id, amount) in [
        ("strength-below-target", 4),
        ("legs-below-target", 6),
        ("mobility-below-target", 10),
        ("cross-below-target", 6),
        ("legs-below-minimum", 1),
    ] {
        assert_eq!(amounts(id, "- - - - - - - season=race-prep cross.sessions=2"), [amount], "{id}");
    }
}

#[test]
fn each_placement_prefers_its_days() {
    // A speed day, a free day, an easy day, a long day.
    for (facts, costs) in [
        ("strength.placement=stack", [0, 1, 2, 3]),
        ("strength.placement=separate", [2, 0, 1, 3]),
        ("strength.placement=easy-days", [1, 2, 0, 3]),
        ("strength.placement=stack season=off-season", [0, 0, 2, 3]),
        ("strength.placement=separate season=off-season", [0, 0, 2, 3]),
        ("strength.placement=easy-days season=off-season", [0, 0, 2, 3]),
        ("strength.placement=separate season=recovery", [0, 0, 0, 0]),
    ] {
        for (day, cost) in ["speed+full", "full", "easy+full", "long+full"].iter().zip(costs) {
            let line = format!("{day} - - - - - - {facts}");
            let found: u8 = amounts("strength-off-placement", &line).iter().sum();
            assert_eq!(found, cost, "{line}");
        }
    }
}

#[test]
fn strength_days_cost_more_the_closer_they_stand() {
    for (line, costs) in [
        ("full upper - - - - -", &[3_u8][..]),
        ("full - upper - - - -", &[1]),
        ("full - - upper - - -", &[]),
        ("full - - - - - upper", &[3]),
        ("full - - - - upper -", &[1]),
        ("full upper full - - - -", &[3, 1, 3]),
    ] {
        assert_eq!(amounts("strength-bunched", line), costs, "{line}");
    }
}

#[test]
fn under_three_hours_between_run_and_strength_cost_two() {
    for (second, costs) in
        [("09:49-10:29", &[2_u8][..]), ("09:50-10:30", &[1]), ("12:49-13:29", &[1]), ("12:50-13:30", &[])]
    {
        let line = format!("- - speed50+full - - - - season=base time.wed=06:00-06:50,{second}");
        assert_eq!(amounts("tight-same-day-gap", &line), costs, "{line}");
    }
}

#[test]
fn mobility_alone_costs_more_on_hard_days() {
    for (day, costs) in [
        ("cross+mobility", &[1_u8][..]),
        ("easy+mobility", &[1]),
        ("long+mobility", &[2]),
        ("speed+mobility", &[3]),
        ("speed+upper+mobility", &[]),
    ] {
        assert_eq!(amounts("mobility-unstacked", &format!("{day} - - - - - -")), costs, "{day}");
    }
}

#[test]
fn adjacent_key_runs_are_named_with_their_days() {
    for (line, messages) in [
        ("- - - - - speed long", &["key runs on Saturday and Sunday"][..]),
        ("speed - - - - - long", &["key runs on Sunday and Monday"]),
        ("speed - - - - - long season=recovery", &[]),
        (
            "- speed speed long - - -",
            &["key runs on Tuesday and Wednesday", "key runs on Wednesday and Thursday"],
        ),
    ] {
        let found = warnings("key-runs-adjacent", line);
        assert_eq!(found.iter().map(|warning| &*warning.message).collect::<Vec<_>>(), messages, "{line}");
    }
}

#[test]
fn a_breach_is_told_in_numbers_and_days() {
    for (id, line, message) in [
        (
            "no-rest-day",
            "easy easy easy easy easy easy easy",
            "1 full rest day missing from the minimum of 1",
        ),
        (
            "no-rest-day",
            "easy easy easy easy easy easy easy rest.min=2",
            "2 full rest days missing from the minimum of 2",
        ),
        ("legs-back-to-back", "full - - - - - full", "leg sessions on Sunday and Monday, consecutive days"),
        (
            "too-few-leg-sessions",
            "full - upper - - - - strength.legs_min=2",
            "1 short of the 2 leg sessions that you ask for",
        ),
        (
            "too-little-strength",
            "full - - - - - - strength.min=3",
            "2 short of the 3 strength sessions that you ask for",
        ),
        (
            "too-many-leg-sessions",
            "full - full - full - - strength.sessions=3",
            "1 leg session over the maximum of 2",
        ),
        (
            "too-many-leg-sessions",
            "full - full - full full - strength.sessions=4",
            "2 leg sessions over the maximum of 2",
        ),
        ("too-much-strength", "full - full - upper - -", "1 strength session over the target of 2"),
        ("too-much-strength", "full - full - upper upper -", "2 strength sessions over the target of 2"),
        ("strength-off-placement", "race+upper - - - - - - race=+0", "strength on Monday, race day"),
    ] {
        let rule = rules::find(id).expect("a rule");
        let said: Vec<String> = seen(line, |request, example| {
            let facts = rules::facts(request);
            let found = breaches(rule, &facts, &example.week);
            found.iter().map(|finding| finding.message(&facts, &example.week)).collect()
        });
        assert_eq!(said, [message], "{id}: {line}");
    }
}

#[test]
fn a_wish_ends_the_sentence_of_a_refusal() {
    for (id, facts, wish) in [
        ("too-much-strength", "", "at most 2 strength sessions are placed"),
        ("too-much-strength", "strength.sessions=1", "at most 1 strength session is placed"),
        ("tight-same-day-gap", "", "hours lie between a key run and leg work on the same day"),
    ] {
        let steer = rules::find(id).and_then(Rule::steer).expect("a rule that steers");
        let said =
            seen(&format!("- - - - - - - {facts}"), |request, _| (steer.wish)(&rules::facts(request).limits));
        assert_eq!(said, wish, "{id}");
    }
}

#[test]
fn a_breach_without_days_and_runs_is_still_told() {
    let limits = seen("- - - - - - -", |request, _| rules::facts(request).limits);
    let breach = Breach { days: &[], amount: 1, plan: DayPlan::EMPTY, around: None, limits: &limits };
    assert_eq!((breach.day(), &*breach.run(1), &*breach.key_run_ahead()), ("the week", "a run", "a key run"));
}

#[test]
fn days_without_weights_are_named_where_others_have_them() {
    let said = |facts: &str| {
        let found = warnings("no-weights", &format!("full - full - - - - {facts}"));
        found.into_iter().map(|warning| warning.message).collect::<Vec<_>>()
    };
    let gym = "strength.at.wed=gym places.gym.equipment=barbell";
    assert_eq!(
        said(&format!("strength.equipment=band {gym}")),
        ["no barbell, dumbbell or kettlebell on Monday: body weight there"]
    );
    assert_eq!(
        said("strength.equipment=band"),
        ["no barbell, dumbbell or kettlebell: the main lifts are body weight"]
    );
    assert_eq!(said(gym), ["nothing is said about equipment: the main lifts are body weight"]);
    assert!(said("strength.equipment=kettlebell").is_empty());
}

#[test]
fn a_line_that_is_no_week_says_why() {
    for (line, message) in [
        ("- - - - - -", "`- - - - - -` has fewer than seven days"),
        ("- - - - - - swim", "`swim` is not a run or session"),
        ("- - - - - - - base", "`base` is not KEY=VALUE"),
        ("- - - - - - - race=soon", "`soon` is not a number of days"),
        ("- - - - - - - block=today", "`today` is not a day"),
    ] {
        assert_eq!(Example::parse(line).expect_err(line), message);
    }
}
