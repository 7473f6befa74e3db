//! The lines of every rule's own file break it or keep it.

use runplan::explain::findings::breaches;
use runplan::explain::warnings::shortfalls;
use runplan::facts::request::Request;
use runplan::rules::session_notation::Line;
use runplan::rules::{self, Check, Example, Known, RULES, Rule, Seen};
use runplan::week::Week;
use runplan::week::load::Load;

/// Whether the rule has something to say about the example.
fn speaks(rule: &'static Rule, line: &str) -> bool {
    if let Check::Session(faults) = rule.check {
        let line = Line::parse(line).unwrap_or_else(|error| panic!("{}: {error}", rule.id));
        return !faults(&line.training()).is_empty();
    }
    let example = Example::parse(line).unwrap_or_else(|error| panic!("{}: {error}", rule.id));
    let request = Request::from(&example);
    let facts = rules::facts(&request);
    let week: Week = example.week;
    match rule.check {
        Check::Steer(_) => !breaches(rule, &facts, &week).is_empty(),
        Check::Session(_) => unreachable!("read above"),
        Check::Change(_) => facts.changes.iter().any(|change| change.rule == rule.id),
        Check::Short(_) => shortfalls(&facts, &week).iter().any(|short| short.rule == rule.id),
        Check::Warn(_, check) | Check::SteerOrWarn(_, _, check) | Check::SteerAndWarn(_, _, check) => {
            let mut load = Load::default();
            for (sum, (day, planned)) in load.days.iter_mut().zip(week.iter().zip(&facts.runs)) {
                *sum = day.run.rpe() * u32::from(planned.minutes);
            }
            let known = Known { past: &example.past, ..Known::PLANNED };
            let warnings = check(&Seen { facts: &facts, week: &week, load: &load, known });
            assert!(warnings.iter().all(|warning| warning.rule == rule.id && !warning.hint.is_empty()));
            !warnings.is_empty() || !breaches(rule, &facts, &week).is_empty()
        }
    }
}

#[test]
fn every_example_breaks_or_keeps_its_rule() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let kept = rule.breaks.iter().filter(|line| !speaks(rule, line));
        wrong.extend(kept.map(|line| format!("{}: `{line}` should break it", rule.id)));
        let broken = rule.keeps.iter().filter(|line| speaks(rule, line));
        wrong.extend(broken.map(|line| format!("{}: `{line}` should keep it", rule.id)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
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
