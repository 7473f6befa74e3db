//! What is said of a breach, and of a rule that a refusal names.

use super::seen;
use runplan::explain::findings::breaches;
use runplan::rules::{self, Breach, Rule};
use runplan::week::DayPlan;

#[test]
fn a_breach_is_told_in_numbers_and_days() {
    for (id, line, message) in [
        ("no-rest-day", "easy easy easy easy easy easy easy", "no full rest day, where one is the least"),
        (
            "no-rest-day",
            "easy easy easy easy easy easy easy rest.min=2",
            "no full rest day, where two is the least",
        ),
        (
            "legs-after-very-long-run",
            "full - - - - - long150 season=base",
            "a moderate leg session on Monday, the day after Sunday's long run",
        ),
        (
            "legs-after-very-long-run",
            "full - - - - long90 long season=base",
            "a moderate leg session on Monday, the day after two long runs in a row",
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
        ("too-much-strength", "", "at most two strength sessions are placed"),
        ("too-much-strength", "strength.sessions=1", "at most one strength session is placed"),
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
    let breach = Breach {
        days: &[],
        amount: 1,
        plan: DayPlan::EMPTY,
        around: None,
        limits: &limits,
        planned_before: false,
    };
    assert_eq!((breach.day(), &*breach.run(1), &*breach.key_run_ahead()), ("the week", "a run", "a key run"));
}
