//! Days that the runner names: for mobility, for cross-training, and for a kind of strength.

use crate::random_profiles::{self, drawn, seeded};
use crate::{cases, plain_walk};
use runplan::check::{Severity, Standard, check};
use runplan::explain::why_not::{Answer, why_not};
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::import;
use runplan::input::{Problem, document};
use runplan::plan::{Outcome, Plan, plan, plan_briefly};
use runplan::profile::{self, Profile};
use runplan::rules::{self, Example, MONDAY};
use runplan::solve::{Ask, RuleSet, Search};
use runplan::week::DayPlan;
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::week::session::{Run, Session, Strength};
use runplan::word::Word as _;

/// A runner in base with two runs, and room for everything else.
const RUNNER: &str = "
season = 'base'
runs.days = ['tue', 'sun']
runs.long = 'sun'
strength.equipment = 'gym'
";

fn read(others: &str) -> Result<Profile, Vec<Problem>> {
    let text = format!("{RUNNER}{others}");
    let (node, problems) = document::toml(&text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    profile::read(&node)
}

fn runner(others: &str) -> Profile {
    read(others).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn planned(others: &str) -> Outcome {
    plan(&Request::new(runner(others), MONDAY).check().expect("a request"))
}

fn week(others: &str) -> Plan {
    planned(others).week().unwrap_or_else(|| panic!("{others}: no week")).clone()
}

/// The days with a kind.
fn on(plan: &Plan, kind: Kind) -> Vec<Day> {
    Day::ALL.iter().copied().filter(|day| plan.week[day.index()].holds(kind)).collect()
}

#[test]
fn mobility_stands_on_its_days_alone_too() {
    let plan = week(
        "mobility.sessions = 2\nmobility.days = ['thu', 'sat']\nstrength.days = ['mon', 'fri']\nrest.target = 1",
    );
    assert_eq!(on(&plan, Kind::Mobility), [Day::Thu, Day::Sat], "{:?}", plan.week);
    for day in [Day::Thu, Day::Sat] {
        assert_eq!(plan.week[day.index()], DayPlan { mobility: true, ..DayPlan::EMPTY });
        assert!(!plan.days[day.index()].rest);
    }
    // A day in any spelling, and one word for a list.
    let one = week("mobility.sessions = 1\nmobility.days = 'Tuesday'");
    assert_eq!(on(&one, Kind::Mobility), [Day::Tue]);
    // No rest day is given for it: that level comes first.
    let rested =
        week("mobility.sessions = 1\nmobility.days = 'thu'\nstrength.days = ['mon', 'fri']\nrest.target = 3");
    assert_eq!(rested.count(Kind::Mobility), 0, "{:?}", rested.week);
    // Nor does it stand on race day.
    let race = week("mobility.sessions = 1\nmobility.days = 'sat'\nrace.date = 2026-11-28");
    assert_eq!(race.week[5].run, Run::Race);
    assert_eq!(race.count(Kind::Mobility), 0);
}

#[test]
fn fewer_days_than_sessions_are_told_with_the_key_that_asks_for_more() {
    for (text, rule, placed, key) in [
        (
            "mobility.sessions = 2\nmobility.days = 'tue'",
            "mobility-short",
            "one mobility session, not two",
            "mobility.days=",
        ),
        (
            "mobility.sessions = 2\nmobility.days = []",
            "mobility-short",
            "no mobility session, not two",
            "mobility.days=",
        ),
        (
            "cross.sessions = 2\ncross.days = 'tue'\nstrength.days = 'thu'",
            "cross-short",
            "one cross-training session, not two",
            "cross.days=",
        ),
        (
            "cross.sessions = 1\ncross.days = []",
            "cross-short",
            "no cross-training session, not one",
            "cross.days=",
        ),
        (
            "cross.sessions = 1\ncross.days = 'sat'\ntime.sat = 'off'",
            "cross-short",
            "no cross-training session, not one",
            "cross.days=",
        ),
    ] {
        let plan = week(text);
        let told = plan.warnings.iter().find(|warning| warning.rule == rule);
        let told = told.unwrap_or_else(|| panic!("{text}: {:?}", plan.warnings));
        assert!(told.message.starts_with(placed), "{text}: {}", told.message);
        assert!(told.rules.iter().any(|rule| rule.ends_with("off-its-days")), "{text}: {:?}", told.rules);
        assert!(told.set.iter().any(|set| set.starts_with(key)), "{text}: {:?}", told.set);
    }
    let none = week("cross.days = []\nmobility.sessions = 0\nmobility.days = []");
    assert!(none.warnings.iter().all(|warning| !warning.rule.ends_with("-short")), "{:?}", none.warnings);
}

#[test]
fn cross_training_stands_beside_a_run_on_a_day_that_is_named_for_it() {
    let plan = week("cross.sessions = 1\ncross.days = 'tue'\nstrength.days = ['wed', 'fri']");
    let tuesday = plan.week[1];
    assert_eq!((tuesday.run, tuesday.cross, tuesday.strength), (Run::Easy, true, Strength::None));
    // Beside a run it takes no rest day.
    assert_eq!(plan.limits.rest_target, week("").limits.rest_target);
    let alone = week("cross.sessions = 1\ncross.days = 'thu'");
    assert_eq!(on(&alone, Kind::Cross), [Day::Thu]);
    assert_eq!(alone.limits.rest_target, 1);
    // Where no day is named it never does.
    let anywhere = week("cross.sessions = 1");
    assert!(anywhere.week.iter().all(|day| !(day.cross && day.run.is_run())), "{:?}", anywhere.week);
    // Both have their time.
    let timed = week(
        "cross.sessions = 1\ncross.days = 'tue'\ncross.minutes = 30\nstrength.days = []\nmobility.sessions = 0\ntime.tue = ['06:00-06:40', '18:00-18:30']",
    );
    let starts = timed.days[1].sessions.iter().map(|session| (session.session.kind(), session.start));
    let starts: Vec<_> = starts.filter(|(kind, _)| *kind != Kind::Mobility).collect();
    assert_eq!(starts, [(Kind::Run, Some(6 * 60)), (Kind::Cross, Some(18 * 60))]);
    let short = week(
        "cross.sessions = 1\ncross.days = 'tue'\ncross.minutes = 31\nstrength.days = []\nmobility.sessions = 0\ntime.tue = ['06:00-06:40', '18:00-18:30']",
    );
    assert_eq!(short.count(Kind::Cross), 0);
}

#[test]
fn strength_is_of_the_kind_that_its_day_is_named_for() {
    for (kinds, wanted) in [
        ("tue = 'upper', thu = 'lower'", [Strength::Upper, Strength::Lower]),
        ("TUE = 'Full', Thursday = 'upper'", [Strength::Full, Strength::Upper]),
        ("tue = 'lower', thu = 'lower'", [Strength::Lower, Strength::Lower]),
        ("tue = 'upper'", [Strength::Upper, Strength::Full]),
    ] {
        let text =
            format!("strength.days = ['tue', 'thu']\nstrength.sessions = 2\nstrength.kind = {{ {kinds} }}");
        let plan = week(&text);
        assert_eq!([1, 3].map(|day: usize| plan.week[day].strength), wanted, "{kinds}");
    }
    let lower = week("strength.days = 'thu'\nstrength.kind.thu = 'lower'");
    let [session] = &lower.days[3].sessions[..1] else { panic!("{:?}", lower.days[3]) };
    assert_eq!(session.session, Session::Strength(Strength::Lower));
    assert_eq!((lower.count(Kind::Legs), lower.count(Kind::Upper)), (1, 0));
    let full = week("strength.days = 'thu'\nstrength.kind.thu = 'full'");
    assert_eq!(lower.days[3].hard, full.days[3].hard);
    assert_eq!(session.rpe, full.days[3].sessions[0].rpe);
    let text = (export::format("text").expect("a format").week)(&lower, &Options::default());
    assert!(text.contains("strength, lower") || text.contains("STRENGTH, lower"), "{text}");
}

#[test]
fn where_the_named_kinds_leave_no_leg_session_the_key_is_to_blame() {
    let all = "strength.kind = { mon = 'upper', wed = 'upper', fri = 'upper' }\nstrength.days = ['mon', 'wed', 'fri']";
    let Outcome::Refused(refusal) = planned(&format!("{all}\nstrength.legs_min = 1")) else {
        panic!("a week")
    };
    assert!(
        refusal.facts.iter().any(|fact| fact == "strength.kind = mon upper, wed upper, fri upper"),
        "{:?}",
        refusal.facts
    );
    assert!(refusal.conflict.rules.iter().any(|rule| rule.id == "strength-of-another-kind"));
    let freed = refusal.fixes.iter().flat_map(|fix| &fix.set).find(|set| set.starts_with("strength.kind."));
    let freed =
        freed.unwrap_or_else(|| panic!("{:?}", refusal.fixes.iter().map(|fix| &fix.set).collect::<Vec<_>>()));
    let (key, kind) = freed.split_once('=').expect("a setting");
    let changed = all.replace(
        &format!("{} = 'upper'", key.rsplit('.').next().expect("a day")),
        &format!("{} = '{kind}'", &key[key.len() - 3..]),
    );
    assert_eq!(week(&format!("{changed}\nstrength.legs_min = 1")).count(Kind::Legs), 1);
    // A season only wishes for legs.
    let plan = week(all);
    let told = plan.warnings.iter().find(|warning| warning.rule == "legs-short").expect("it is told");
    assert!(told.facts.iter().any(|fact| fact.starts_with("strength.kind")), "{told:?}");
}

#[test]
fn a_wrong_word_is_told_at_its_place_with_what_to_write() {
    for (text, path, message, hint) in [
        ("[strength.kind]\nfri = 'uper'", "strength.kind.fri", "`uper`", "write `upper`"),
        ("[strength.kind]\nfri = 'none'", "strength.kind.fri", "`none`", "`upper`, `lower`, `full`"),
        ("[strength.kind]\nfry = 'upper'", "strength.kind.fry", "did you mean `fri`", "write `fri`"),
        ("[strength.kind]\nfri = 3", "strength.kind.fri", "a whole number", ""),
        ("strength.kind = 'upper'", "strength.kind", "not kinds of strength by day", "[strength.kind]"),
        ("[mobility]\ndays = ['wed', 'wedd']", "mobility.days", "`wedd`", "write `wed`"),
        ("[cross]\ndays = ['wed', 'Wednesday']", "cross.days", "`wed` stands here twice", "leave one"),
        ("[cross]\nday = 'wed'", "cross.day", "`day`", "write `days`"),
    ] {
        let problems = read(text).expect_err(text);
        let [problem] = &problems[..] else { panic!("{text}: {problems:?}") };
        assert!(problem.is_about(path), "{text}: {problem:?}");
        assert!(problem.message.contains(message), "{text}: {}", problem.message);
        assert!(problem.hint.as_deref().unwrap_or_default().contains(hint), "{text}: {:?}", problem.hint);
        assert!(problem.marks[0].place.span.is_some(), "{text}");
    }
    // All at once.
    let both = read("[strength.kind]\nfri = 'uper'\n[cross]\ndays = 'wedd'").expect_err("two");
    assert_eq!(both.len(), 2);
}

#[test]
fn the_search_equals_a_plain_walk_where_days_are_named() {
    let mut runner = seeded(72);
    let mut feasible = 0;
    for _ in 0..cases(20) {
        let request = drawn(random_profiles::with_named_days(), &mut runner);
        let facts = rules::facts(&request);
        let searched =
            Search::new(&facts, RuleSet::all()).best(&Ask::default()).map(|best| (best.week, best.score));
        assert_eq!(searched, plain_walk::best(&facts), "{request:?}");
        feasible += usize::from(searched.is_some());
    }
    assert!(feasible > cases(20) / 3, "{feasible}");
}

#[test]
fn no_session_stands_off_its_days() {
    let (mut alone, mut beside, mut lower) = (0, 0, 0);
    let mut runner = seeded(71);
    for _ in 0..cases(1500) {
        let request = drawn(random_profiles::with_named_days(), &mut runner);
        let Outcome::Week(plan) = plan_briefly(&request) else { continue };
        let profile = &request.profile;
        for (day, at) in plan.week.iter().zip(Day::ALL) {
            let is_open = |days: Option<runplan::week::day::Days>| days.is_none_or(|days| days.contains(*at));
            assert!(!day.mobility || is_open(profile.mobility_days), "{profile:?}");
            assert!(!day.cross || is_open(profile.cross_days), "{profile:?}");
            let named = profile.strength.kind.0[at.index()];
            assert!(!day.strength.any() || named.is_none_or(|kind| kind == day.strength), "{profile:?}");
            assert!(day.strength != Strength::Lower || named == Some(Strength::Lower), "{profile:?}");
            let is_alone = day.mobility && DayPlan { mobility: false, ..*day }.is_rest();
            assert!(!is_alone || profile.mobility_days.is_some(), "{profile:?}");
            assert!(!(day.cross && day.run.is_run()) || profile.cross_days.is_some(), "{profile:?}");
            alone += u32::from(is_alone);
            beside += u32::from(day.cross && day.run.is_run());
            lower += u32::from(day.strength == Strength::Lower);
        }
    }
    assert!(alone.min(beside).min(lower) > 3, "{alone} alone, {beside} beside a run, {lower} lower");
}

#[test]
fn what_is_written_of_such_a_week_reads_back() {
    let text = "strength.days = ['tue', 'thu']\nstrength.kind = { tue = 'upper', thu = 'lower' }\nmobility.sessions = 2\n\
                mobility.days = ['sat', 'thu']\ncross.sessions = 1\ncross.days = 'sun'\nrest.target = 1";
    let plan = week(text);
    assert_eq!(
        (plan.week[3].strength, plan.week[5].mobility, plan.week[6].cross),
        (Strength::Lower, true, true)
    );
    for format in ["json", "ndjson", "csv", "ics"] {
        let Some(format) = export::format(format) else { continue };
        let written = (format.week)(&plan, &Options::default());
        let (foreign, problems) = import::read(&written, 0);
        assert!(problems.is_empty(), "{problems:?}");
        let foreign = import::joined(foreign);
        assert_eq!(foreign[0].weeks[0].week(), plan.week, "{written}");
        let standard = Standard { profile: Some(runner(text)), ..Standard::default() };
        let report = check(&foreign, &standard);
        assert_eq!(report.count(Severity::Error), 0, "{:#?}", report.diagnostics);
    }
    let line = Example::parse(
        "- easy+cross - lower - mobility long+cross strength.kind.thu=lower cross.days=tue,sun mobility.days=sat",
    );
    let line = line.expect("a line");
    assert_eq!(line.week[3].strength, Strength::Lower);
    assert!(line.week[1].cross && line.week[5].mobility);
}

#[test]
fn check_names_the_day_and_its_key() {
    let standard = Standard {
        profile: Some(runner(
            "strength.kind.thu = 'upper'\nmobility.days = 'fri'\ncross.sessions = 1\ncross.days = 'sat'",
        )),
        ..Standard::default()
    };
    let plan = "week,mon,tue,wed,thu,fri,sat,sun\n1,rest,easy 40 + mobility,cross-training 40,strength full 30,rest,rest,long 90\n";
    let (foreign, problems) = import::read(plan, 0);
    assert!(problems.is_empty(), "{problems:?}");
    let report = check(&import::joined(foreign), &standard);
    for (rule, says) in [
        ("strength-of-another-kind", "full-body strength on Thursday"),
        ("mobility-off-its-days", "mobility on Tuesday"),
        ("cross-off-its-days", "cross-training on Wednesday"),
    ] {
        let told = report.diagnostics.iter().find(|of| of.rule.is_some_and(|of| of.id == rule));
        let told = told.unwrap_or_else(|| panic!("{rule}: {:#?}", report.diagnostics));
        assert!(told.message.contains(says), "{}", told.message);
        assert_eq!(told.severity, Severity::Error, "{rule}");
    }
}

#[test]
fn why_not_says_that_a_day_is_not_named() {
    let asked = |text: &str, kind: Kind, day: Day| {
        let answer = why_not(&Request::new(runner(text), MONDAY), kind, day).expect("a week");
        let rules = match answer.answer {
            Answer::Forbidden(rules) => rules.iter().map(|rule| rule.id).collect(),
            _ => Vec::new(),
        };
        (rules, answer.message)
    };
    let (rules, message) = asked("cross.sessions = 1\ncross.days = 'sat'", Kind::Cross, Day::Sun);
    assert_eq!(rules, ["cross-off-its-days"], "{message}");
    assert_eq!(message, "Sunday is not named for cross-training: Saturday is the only one");
    let (rules, message) = asked("mobility.days = ['tue', 'sun']", Kind::Mobility, Day::Sat);
    assert_eq!(rules, ["mobility-off-its-days"], "{message}");
    assert!(message.starts_with("mobility on Saturday, no day for it"), "{message}");
    let (rules, message) = asked("strength.kind.tue = 'upper'", Kind::Legs, Day::Tue);
    assert_eq!(rules, ["strength-of-another-kind"], "{message}");
    assert!(message.contains("full-body strength on Tuesday"), "{message}");
    let (rules, message) = asked("strength.kind.tue = 'full'", Kind::Upper, Day::Tue);
    assert_eq!(rules, ["strength-of-another-kind"], "{message}");
}
