//! Refusals of runners who ask for much in little room: every one has a way out that works, and what stands in the way is
//! named.

use crate::explain::answers::{assert_minimal, changed, set};
use crate::random_profiles::tight;
use crate::{best, cases};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::{Outcome, Refusal, plan};
use runplan::profile;
use runplan::rules::MONDAY;
use runplan::week::day::{Day, Days};
use runplan::week::session::Run;
use runplan::word::Word;

/// What no fix may touch: who the runner is, health, the race and what the year is for.
const UNTOUCHED: [&str; 7] = ["health", "race", "season", "level", "age", "plan", "rest.target"];

fn refusals() -> impl Iterator<Item = (Request<'static>, Refusal)> {
    tight().filter_map(|request| match plan(&request) {
        Outcome::Refused(refusal) => Some((request, *refusal)),
        Outcome::Week(_) => None,
    })
}

#[test]
fn every_refusal_has_a_way_out_that_works_and_is_safe() {
    let (mut without, mut fixes) = (0, 0);
    for (request, refusal) in refusals().take(cases(400)) {
        assert_minimal(&request, &refusal.conflict.rules, &refusal.conflict.facts);
        for fix in &refusal.fixes {
            assert!(best(&set(&request, &fix.set)).is_some(), "{:?} makes no week", fix.set);
            for of in &fix.set {
                let touched = UNTOUCHED.iter().find(|key| of.starts_with(**key));
                assert_eq!(touched, None, "{of}");
                assert!(!of.starts_with("rest.min=0"), "a week keeps a rest day");
            }
        }
        fixes += refusal.fixes.len();
        if refusal.fixes.is_empty() {
            without += 1;
            assert_no_single_or_pair_works(&request);
        }
    }
    println!("{fixes} fixes; {without} refusals without any");
}

/// Tries all values of all keys that may be changed, alone and by twos, by the way that a runner takes.
fn assert_no_single_or_pair_works(request: &Request<'_>) {
    let all = expressions(request);
    let works =
        |expressions: &[String]| changed(request, expressions).is_some_and(|then| best(&then).is_some());
    for (at, first) in all.iter().enumerate() {
        assert!(!works(std::slice::from_ref(first)), "{first} was not tried");
        let key = |set: &str| set.split('=').next().map(str::to_owned);
        for second in all[at + 1..].iter().filter(|second| key(second) != key(first)) {
            assert!(!works(&[first.clone(), second.clone()]), "{first} with {second} was not tried");
        }
    }
}

fn expressions(request: &Request<'_>) -> Vec<String> {
    let profile = &request.profile;
    let list = |days: Days| {
        format!("[{}]", days.iter().map(|day| format!("'{}'", day.id())).collect::<Vec<_>>().join(","))
    };
    let mut all = vec!["strength.days=['mon','tue','wed','thu','fri','sat','sun']".to_owned()];
    for (key, least) in [("strength.min", 0), ("strength.legs_min", 0), ("rest.min", 1), ("runs.keep", 0)] {
        all.extend((least..4).map(|n| format!("{key}={n}")));
    }
    all.push("strength.minutes=5".to_owned());
    all.push("strength.style='seasonal'".to_owned());
    all.extend(["easy", "speed", "long"].map(|kind| format!("runs.minutes.{kind}=15")));
    let easy: Days = profile.runs.days.iter().filter(|day| profile.runs.kind(*day) == Run::Easy).collect();
    for day in Day::ALL {
        all.push(format!("time.{}=600", day.id()));
        all.push(format!("runs.minutes.{}=15", day.id()));
    }
    for out in (1..=easy.len()).flat_map(|count| easy.subsets(count)) {
        all.push(format!(
            "runs.days={}",
            list(profile.runs.days.iter().filter(|day| !out.contains(*day)).collect())
        ));
    }
    all.extend(
        (0..3).flat_map(|count| easy.subsets(count)).map(|speed| format!("runs.speed={}", list(speed))),
    );
    all.extend(easy.iter().map(|day| format!("runs.long='{}'", day.id())));
    all
}

#[test]
fn a_fix_takes_no_more_than_it_needs() {
    for (_, refusal) in refusals().take(cases(100)) {
        let sizes: Vec<_> = refusal.fixes.iter().map(|fix| fix.set.len()).collect();
        assert!(
            sizes.windows(2).all(|two| two[0] == two[1]),
            "pairs only where no single one is enough: {sizes:?}"
        );
        for (at, fix) in refusal.fixes.iter().enumerate() {
            assert!(
                refusal.fixes[..at].iter().all(|before| before.set != fix.set),
                "twice the same: {:?}",
                fix.set
            );
        }
    }
}

/// The request of a profile in one line.
fn request(line: &str) -> Request<'static> {
    let text = line.replace("; ", "\n");
    let (node, _) = document::toml(&text, 0);
    Request::new(profile::read(&node).expect("a valid profile"), MONDAY).check().expect("a request")
}

/// Profiles without a week: the rules and the keys that are named, and the first fix.
const REFUSED: &[(&str, &str, &str, &str)] = &[
    (
        r#"season = "base"; runs.days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]"#,
        "no-rest-day",
        "runs.days",
        r#"runs.days=["tue","wed","thu","fri","sat","sun"]"#,
    ),
    (
        r#"season = "base"; runs.days = ["mon", "tue", "wed", "thu", "fri", "sat"]; rest.min = 2"#,
        "no-rest-day",
        "runs.days rest.min",
        "rest.min=1",
    ),
    (
        r#"season = "recovery"; runs.days = ["mon", "tue", "wed", "thu", "fri"]; runs.keep = "all""#,
        "no-rest-day",
        "season runs.days runs.keep",
        "runs.keep=4",
    ),
    (
        r#"season = "off-season"; runs.days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]; runs.keep = 7"#,
        "no-rest-day",
        "runs.days",
        "runs.keep=6",
    ),
    (
        r#"season = "base"; runs.days = ["tue", "thu", "sat", "sun"]; runs.long = "sun"; strength.days = ["mon", "wed", "fri"]; strength.min = 3"#,
        "no-rest-day gym-closed too-little-strength",
        "runs.days strength.days strength.min",
        "strength.min=2",
    ),
    (
        r#"season = "base"; runs.days = ["tue", "thu", "sun"]; runs.long = "sun"; strength.days = ["sat"]; strength.legs_min = 1"#,
        "gym-closed legs-before-key-run too-few-leg-sessions",
        "runs.long strength.days strength.legs_min",
        "strength.legs_min=0",
    ),
    (
        r#"season = "base"; runs.days = ["tue", "thu", "sun"]; strength.days = []; strength.min = 1"#,
        "gym-closed too-little-strength",
        "strength.days strength.min",
        "strength.min=0",
    ),
    (
        r#"season = "base"; runs.days = ["tue", "thu", "sun"]; strength.days = ["tue", "wed"]; strength.legs_min = 2"#,
        "gym-closed legs-back-to-back too-few-leg-sessions",
        "strength.days strength.legs_min",
        "strength.legs_min=1",
    ),
    (
        r#"season = "base"; runs.days = ["tue", "thu", "sun"]; runs.minutes.easy = 60; time.tue = 40"#,
        "outside-your-time",
        "runs.days runs.minutes time.tue",
        "time.tue=60",
    ),
    (
        r#"season = "base"; runs.days = ["tue", "thu", "sun"]; runs.minutes.easy = 60; time.tue = 40; time.thu = 45"#,
        "outside-your-time",
        "runs.days runs.minutes time.tue",
        "runs.minutes.easy=40",
    ),
    (
        r#"season = "base"; runs.days = ["tue", "thu", "sun"]; runs.long = "sun"; time.sun = ["07:00-08:00"]"#,
        "outside-your-time",
        "runs.long time.sun",
        "time.sun=90",
    ),
    (
        r#"season = "base"; runs.days = ["tue", "wed", "thu", "sun"]; runs.long = "sun"; runs.speed = ["tue", "thu"]; strength.days = ["mon", "wed", "sat"]; strength.legs_min = 1"#,
        "gym-closed legs-before-key-run too-few-leg-sessions",
        "runs.long runs.speed strength.days strength.legs_min",
        "strength.legs_min=0",
    ),
    (
        r#"season = "off-season"; runs.days = ["tue", "sun"]; runs.long = "sun"; strength.equipment = ["barbell"]; strength.days = ["sun"]; strength.legs_min = 1"#,
        "gym-closed heavy-legs-on-long-run-day too-few-leg-sessions",
        "season runs.long strength.days strength.legs_min",
        "strength.legs_min=0",
    ),
    (
        r#"season = "race-prep"; runs.days = ["tue", "thu", "sun"]; strength.legs_min = 2; race.date = 2026-11-28; race.distance = "half""#,
        "legs-back-to-back legs-before-race legs-too-soon-after-race too-few-leg-sessions",
        "season strength.legs_min race.date",
        "strength.legs_min=1",
    ),
    (
        r#"season = "race-week"; runs.days = ["tue", "thu", "sun"]; strength.min = 3; race.date = 2026-11-26; race.distance = "marathon""#,
        "strength-before-race strength-after-race too-little-strength",
        "strength.min race.date race.distance",
        "strength.min=2",
    ),
    (
        r#"season = "recovery"; runs.days = ["tue", "thu"]; strength.min = 2; race.date = 2026-11-22; race.distance = "marathon"; strength.days = ["mon", "tue"]"#,
        "gym-closed strength-after-race too-little-strength",
        "strength.days strength.min race.date",
        "strength.min=0",
    ),
    (
        r#"season = "base"; runs.days = ["tue", "thu", "sun"]; strength.min = 2; strength.minutes = 60; time.tue = 60; time.thu = 60; time.sun = 100; time.mon = "off"; time.wed = "off"; time.fri = "off"; time.sat = "off""#,
        "blocked-day outside-your-time too-little-strength",
        "runs.days strength.min time.mon time.tue time.wed time.thu time.fri time.sat",
        "strength.min=1",
    ),
    (
        r#"season = "base"; runs.days = ["tue", "thu", "sun"]; strength.min = 6; rest.min = 2"#,
        "no-rest-day too-little-strength",
        "strength.min rest.min",
        "strength.min=5",
    ),
    (
        r#"season = "base"; runs.days = ["tue", "thu", "sun"]; strength.min = 7"#,
        "no-rest-day too-little-strength",
        "strength.min",
        "strength.min=6",
    ),
    (
        r#"season = "base"; runs.days = ["mon", "tue", "wed", "thu", "fri", "sat"]; runs.minutes.easy = 95; strength.legs_min = 2"#,
        "legs-before-key-run too-few-leg-sessions",
        "runs.days runs.minutes strength.legs_min",
        "runs.minutes.easy=85",
    ),
    (
        r#"season = "race-prep"; runs.days = ["tue", "wed", "sun"]; runs.long = "wed"; strength.equipment = ["barbell"]; strength.style = "maintain-heavy"; strength.days = ["wed"]; strength.legs_min = 1"#,
        "gym-closed heavy-legs-on-long-run-day too-few-leg-sessions",
        "season runs.long strength.days strength.legs_min strength.style",
        "strength.legs_min=0",
    ),
    (
        r#"season = "base"; runs.days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]; strength.days = ["tue"]; strength.min = 2; runs.minutes.easy = 50; time.wed = 30"#,
        "no-rest-day",
        "runs.days",
        r#"runs.days=["mon","tue","thu","fri","sat","sun"] strength.min=1"#,
    ),
    (
        r#"season = "base"; runs.days = ["mon", "tue", "wed", "thu"]; rest.min = 4"#,
        "no-rest-day",
        "runs.days rest.min",
        "rest.min=3",
    ),
    (
        r#"season = "recovery"; runs.days = ["mon", "tue", "thu", "fri", "sun"]; runs.keep = 5; health.postpartum_weeks = 20"#,
        "no-rest-day",
        "season runs.days runs.keep",
        "runs.keep=4",
    ),
    (
        r#"season = "base"; runs.days = ["tue", "wed", "sun"]; runs.long = "sun"; runs.speed = "tue"; strength.days = ["mon", "sat"]; strength.legs_min = 1"#,
        "gym-closed legs-before-key-run too-few-leg-sessions",
        "runs.long runs.speed strength.days strength.legs_min",
        "strength.legs_min=0",
    ),
];

#[test]
fn what_stands_in_the_way_is_named() {
    for (line, rules, keys, fix) in REFUSED {
        let Outcome::Refused(refusal) = plan(&request(line)) else { panic!("{line} has a week") };
        let named: Vec<_> = refusal.conflict.rules.iter().map(|rule| rule.id).collect();
        let facts: Vec<_> = refusal.facts.iter().filter_map(|fact| fact.split(" = ").next()).collect();
        let first = refusal.fixes.first().map(|fix| fix.set.join(" "));
        assert_eq!(
            (&*named.join(" "), &*facts.join(" "), first.as_deref()),
            (*rules, *keys, Some(*fix)),
            "{line}"
        );
    }
}

#[test]
fn a_rest_day_that_strength_would_take_stands_in_its_way() {
    let line = r#"season = "base"; runs.days = ["tue", "thu", "sat", "sun"]; strength.days = ["mon", "wed", "fri"]; strength.sessions = 3"#;
    let Outcome::Week(week) = plan(&request(line)) else { panic!("there is a week") };
    let short =
        week.warnings.iter().find(|warning| warning.rule == "strength-short").expect("a session is missing");
    assert_eq!(short.rules, ["no-rest-day", "gym-closed"]);
}

#[test]
fn no_room_for_strength_is_asked_for_in_the_days_after_a_race() {
    let line = r#"season = "recovery"; runs.days = ["tue", "thu"]; strength.min = 2; race.date = 2026-11-22; race.distance = "marathon"; strength.days = ["mon"]"#;
    let Outcome::Refused(refusal) = plan(&request(line)) else { panic!("there is a week") };
    let sets: Vec<_> = refusal.fixes.iter().flat_map(|fix| &fix.set).collect();
    assert_eq!(sets, ["strength.min=0"]);
}
