//! Refusals and shortfalls of random runners with what clashes and what would help.

use crate::random_profiles::{self, weeks};
use crate::{best, cases};
use runplan::explain::findings::findings;
use runplan::explain::reasons::{Way, in_the_way};
use runplan::explain::warnings::shortfalls;
use runplan::explain::why_not::{Answer, why_not};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::{Outcome, plan};
use runplan::profile;
use runplan::rules::target::{Demand, Shortfall};
use runplan::rules::{self, Rule};
use runplan::solve::conflict::clash;
use runplan::solve::fact::{Fact, given, only};
use runplan::solve::{Best, RuleSet, Search};
use runplan::week::count;
use runplan::week::day::{Day, Days};
use runplan::week::kind::Kind;
use runplan::week::session::Run;
use runplan::word::Word;

/// The request with expressions set as the command line sets them, where it can be planned then.
pub fn changed(request: &Request<'_>, expressions: &[String]) -> Option<Request<'static>> {
    let text = random_profiles::toml(&request.profile);
    let (mut node, _) = document::toml(&text, 0);
    for expression in expressions {
        let setting = document::setting(expression, 1).expect("an expression");
        node.set(setting.path, &setting.places, setting.node).expect("it can be set");
    }
    let profile = profile::read(&node).ok()?;
    Request::new(profile, request.monday).with_block(request.block).check().ok()
}

/// The same with expressions that make a valid profile.
pub fn set(request: &Request<'_>, expressions: &[String]) -> Request<'static> {
    changed(request, expressions).unwrap_or_else(|| panic!("{expressions:?} cannot be planned"))
}

/// Whether there is a week with only these facts, under the hard rules that are `active`.
fn possible(request: &Request<'_>, facts: &[Fact], active: &dyn Fn(&str) -> bool) -> bool {
    let hard = RuleSet::only_hard().hard.iter().copied().filter(|rule| active(rule.id));
    let alone = only(request, &given(request), facts);
    Search::new(&rules::facts(&alone), &RuleSet::new(hard)).is_possible()
}

/// Rules and facts leave no week together, and without any one of them there is one.
pub fn assert_minimal(request: &Request<'_>, rules: &[&'static Rule], facts: &[Fact]) {
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
fn of_a_refusal_the_clash_is_minimal_and_every_fix_works() {
    let (mut refused, mut fixes, mut without) = (0, 0, 0);
    for request in random_profiles::stream() {
        let Outcome::Refused(refusal) = plan(&request) else { continue };
        refused += 1;
        assert_minimal(&request, &refusal.conflict.rules, &refusal.conflict.facts);
        assert!(refusal.fixes.len() <= 5);
        for fix in &refusal.fixes {
            assert!(best(&set(&request, &fix.set)).is_some(), "{:?} makes no week", fix.set);
        }
        fixes += refusal.fixes.len();
        without += usize::from(refusal.fixes.is_empty());
        if refused == cases(250) {
            break;
        }
    }
    println!("{refused} refusals, {fixes} fixes, {without} without any");
    assert!(without * 20 < refused, "hardly any refusal is without a fix");
}

#[test]
fn of_a_missed_number_the_way_is_minimal_and_every_fix_reaches_the_target() {
    let (mut short, mut mended, mut forbidden) = (0, 0, 0);
    for request in random_profiles::stream() {
        let Outcome::Week(week) = plan(&request) else { continue };
        let best = best(&request).expect("a week");
        for shortfall in shortfalls(&rules::facts(&request), &best.week) {
            let warning = week.warnings.iter().find(|warning| warning.rule == shortfall.rule);
            let warning = warning.expect("a target that was missed is told");
            short += 1;
            forbidden += usize::from(way_is_minimal(&request, &best, &shortfall));
            if !warning.set.is_empty() {
                mended += 1;
                let kind = shortfall.target.kind;
                let reached = crate::best(&set(&request, &warning.set)).map(|best| count(&best.week, kind));
                assert!(reached >= Some(shortfall.aim), "{:?} reaches {reached:?}", warning.set);
            }
        }
        if short >= cases(250) {
            break;
        }
    }
    println!("{short} missed numbers, {mended} mended, {forbidden} forbidden by rules and facts");
    assert!(mended * 2 > short && forbidden * 10 > short);
}

/// Checks what stood in the way where it is rules and facts that forbid the target; whether it was.
fn way_is_minimal(request: &Request<'_>, best: &Best, shortfall: &Shortfall) -> bool {
    let facts = rules::facts(request);
    let way = in_the_way(request, &facts, best, &findings(&facts, &best.week), shortfall.target);
    let Some(Demand { key, set }) = shortfall.target.demand else { return false };
    let mut demanded = request.clone();
    set(demanded.profile.to_mut(), shortfall.aim);
    if crate::best(&demanded).is_some() {
        assert!(way.facts.is_empty(), "it could be reached: rules of a level above stood in the way");
        return false;
    }
    // With the demand they clash; which rules demand it is no news and left out.
    let conflict = clash(&demanded);
    assert_minimal(&demanded, &conflict.rules, &conflict.facts);
    let Way { rules, facts, is_open } = way;
    assert!(!is_open);
    assert!(rules.iter().all(|rule| conflict.rules.iter().any(|other| other.id == rule.id)));
    assert!(conflict.facts.iter().all(|fact| fact.key == key || facts.contains(fact)));
    true
}

#[test]
fn a_run_set_aside_for_rest_is_said_and_no_tie() {
    for (mut request, week) in weeks().take(cases(50)) {
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
