//! Worked cases: the table of the rules, and others of their kind.

use super::{again, days, in_plan, losses, moment, profile, shown, standing};
use runplan::explain::why_not::{Answer, why, why_not};
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::rules::MONDAY;
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::word::Word as _;

/// Race prep, light, strength beside the speed run.
const MAYA: &str = "
season = 'race-prep'
[runs]
days    = ['tue', 'wed', 'thu', 'fri', 'sun']
long    = 'sun'
speed   = 'wed'
minutes = { easy = 40, speed = 50, long = 90 }
[strength]
equipment = ['dumbbell', 'band']
";
/// The same with four runs and strength on days of its own.
const SEPARATE: &str = "
season = 'race-prep'
[runs]
days    = ['tue', 'wed', 'fri', 'sun']
long    = 'sun'
speed   = 'wed'
minutes = { easy = 40, speed = 50, long = 90 }
[strength]
placement = 'separate'
equipment = ['dumbbell', 'band']
";
/// Base with five runs that leave two days free, and a number of sessions that is demanded.
const DEMANDING: &str = "
season = 'base'
[runs]
days = ['mon', 'wed', 'thu', 'fri', 'sat']
speed = ['wed', 'fri']
[strength]
min = 2
placement = 'stack'
style = 'maintain-heavy'
[mobility]
sessions = 0
";
/// Leg sessions that are demanded on two days, one of them that of the long run.
const TWICE: &str = "
season = 'base'
[runs]
days = ['tue', 'thu', 'sun']
long = 'sun'
speed = 'tue'
[strength]
days = ['wed', 'sun']
legs_min = 2
[mobility]
sessions = 0
";

/// A case: the profile, day and hour, what was said, the days from Monday on, and how many sessions are touched.
type Case = (&'static str, Day, u32, &'static [&'static str], &'static str, usize);

const TABLE: [Case; 9] = [
    (MAYA, Day::Tue, 21, &["block=thu"], "- easy speed+full - easy+full - long", 1),
    (MAYA, Day::Tue, 21, &["block=wed"], "- easy - speed easy+full - long", 3),
    (MAYA, Day::Thu, 6, &["missed=wed"], "- easy - speed easy+full - long", 3),
    (MAYA, Day::Wed, 21, &["block=fri"], "- easy speed+full easy - - long", 2),
    (MAYA, Day::Sat, 8, &["missed=fri:strength"], "- easy speed+full easy easy - long", 1),
    (MAYA, Day::Thu, 21, &["block=sun"], "- easy speed+full easy easy long -", 2),
    (MAYA, Day::Thu, 21, &["block=sat", "block=sun"], "- easy speed+full easy long - -", 3),
    (MAYA, Day::Tue, 21, &["block=wed", "block=thu"], "- easy - - speed+full - long", 4),
    (SEPARATE, Day::Tue, 21, &["block=thu"], "full easy speed - easy+full - long", 1),
];

/// What the rules of the page come to beyond it.
const MORE: [Case; 21] = [
    // A long run that was missed on Sunday has no day any more: the week is over.
    (MAYA, Day::Sun, 21, &["missed=sun"], "- easy speed+full easy easy+full - -", 1),
    // On Sunday morning it still has the day itself; nothing is lost.
    (MAYA, Day::Sun, 6, &[], "- easy speed+full easy easy+full - long", 0),
    // A speed run two days late is the most; on Saturday it would stand beside the long run.
    (MAYA, Day::Fri, 6, &["missed=wed"], "- easy - easy speed+full - long", 3),
    (MAYA, Day::Sat, 6, &["missed=wed"], "- easy - easy easy+full - long", 2),
    // Easy runs are not made up, and rest days stay.
    (MAYA, Day::Wed, 6, &["missed=tue"], "- - speed+full easy easy+full - long", 1),
    // A pinned day stays: the speed run goes past it.
    (MAYA, Day::Tue, 21, &["block=wed", "pin=thu"], "- easy - easy speed+full - long", 3),
    // What the runner moved stands; the strength of Friday is its own.
    (MAYA, Day::Tue, 21, &["moved=wed:thu"], "- easy - speed+full easy - long", 4),
    // A whole weekend gone on Friday night: the long run has no day.
    (MAYA, Day::Fri, 21, &["block=sat", "block=sun"], "- easy speed+full easy easy+full - -", 1),
    // Today in the morning may be blocked; in the evening it is over.
    (MAYA, Day::Thu, 6, &["block=thu"], "- easy speed+full - easy+full - long", 1),
    (MAYA, Day::Wed, 6, &["block=wed"], "- easy - speed easy+full - long", 3),
    // Only the run of Wednesday was missed: on Thursday it would come after legs, so it waits for Friday.
    (MAYA, Day::Thu, 6, &["missed=wed:run"], "- easy full easy speed+full - long", 2),
    (MAYA, Day::Thu, 6, &["missed=wed:strength"], "- easy speed easy easy+full - long", 1),
    // Everything ahead is gone.
    (
        MAYA,
        Day::Tue,
        21,
        &["block=wed", "block=thu", "block=fri", "block=sat", "block=sun"],
        "- easy - - - - -",
        6,
    ),
    // The long run takes the speed run's day before it is lost itself.
    (MAYA, Day::Mon, 21, &["block=thu", "block=fri", "block=sat", "block=sun"], "- easy long - - - -", 6),
    (SEPARATE, Day::Sun, 6, &["missed=wed"], "full easy - full easy - long", 1),
    (SEPARATE, Day::Tue, 21, &["block=fri"], "full easy speed full - - long", 1),
    // What the runner moves is not put back, the day that it left stays empty, and Friday's legs make room for Saturday's.
    (MAYA, Day::Tue, 21, &["moved=wed:sat"], "- easy - easy+full easy speed+full long", 3),
    // A long run that gives way to an easy run looks for another day.
    (MAYA, Day::Thu, 21, &["moved=fri:sun"], "- easy speed+full easy - long easy+full", 3),
    (SEPARATE, Day::Mon, 6, &["block=mon"], "- easy speed full easy - long", 1),
    // What was lost is not asked for where it would cost a rest day.
    (DEMANDING, Day::Wed, 21, &["missed=wed:strength"], "easy - speed easy speed+full easy -", 1),
    // What stands is asked for as before.
    (TWICE, Day::Wed, 21, &["missed=wed"], "- speed - easy - - long+full", 1),
];

fn holds((text, day, hour, words, days_now, touched): &Case) {
    let profile = profile(text);
    let request = Request::new(&profile, MONDAY);
    let before = standing(&request).expect("a week");
    let replanned = again(&request, &losses(moment(MONDAY, *day, *hour), words));
    let now: Vec<String> = Day::ALL.iter().map(|day| shown(&replanned.plan, *day)).collect();
    assert_eq!(now.join(" "), *days_now, "{day:?} {hour} {words:?}: {:?}", replanned.touched);
    assert_eq!(replanned.touched.len(), *touched, "{day:?} {hour} {words:?}: {:?}", replanned.touched);
    // What nothing happened to is byte for byte what stood.
    let touched = |day: Day| {
        replanned.touched.iter().any(|of| of.from == day || of.to == Some(day))
            || words.iter().any(|word| word.contains(day.id()))
    };
    let [before, now] = [days(&before), days(&replanned.plan)];
    for day in Day::ALL.iter().copied().filter(|day| !touched(*day)) {
        assert_eq!(now[day.index()], before[day.index()], "{day:?} {hour} {words:?}");
    }
}

#[test]
fn the_table_comes_out_exactly() {
    TABLE.iter().for_each(holds);
}

#[test]
fn so_do_others_of_its_kind() {
    let wrong = |case: &&Case| std::panic::catch_unwind(|| holds(case)).is_err();
    assert_eq!(MORE.iter().filter(wrong).collect::<Vec<_>>(), Vec::<&Case>::new());
}

#[test]
fn a_plan_that_is_fine_is_that_plan() {
    for text in [MAYA, SEPARATE] {
        let profile = profile(text);
        let request = in_plan(&profile, MONDAY);
        let before = standing(&request).expect("a week");
        for day in Day::ALL {
            for hour in [6, 21] {
                let replanned = again(&request, &losses(moment(MONDAY, *day, hour), &[]));
                assert_eq!(days(&replanned.plan), days(&before), "{day:?} {hour}");
                assert!(replanned.touched.is_empty() && replanned.next.is_none());
                let json = |plan| (export::format("json").expect("a format").week)(plan, &Options::default());
                assert_eq!(json(&replanned.plan), json(&before), "all that it says");
            }
        }
    }
}

#[test]
fn nothing_lost_gives_the_plan_back_whatever_stands_around_it() {
    // A day off keeps Monday free this week, and not the next.
    let gym = profile(
        "
season = 'base'
off = [{ from = 2026-12-14 }]
[runs]
days = ['tue', 'wed', 'thu', 'sat']
long = 'sat'
speed = 'wed'
minutes = { easy = 35, speed = 45, long = 90 }
[strength]
days = ['mon', 'tue', 'thu', 'sun']
equipment = ['barbell']
minutes = 30
min = 1
[rest]
min = 2
",
    );
    let monday = MONDAY + chrono::Days::new(21);
    let request = in_plan(&gym, monday);
    let before = standing(&request).expect("a week");
    let replanned = again(&request, &losses(moment(monday, Day::Wed, 12), &[]));
    assert_eq!(days(&replanned.plan), days(&before));
    assert!(replanned.next.is_none());
    // A plan that breaks a hard rule of ours as it stands keeps what it has.
    let maya = profile(MAYA);
    let request = Request::new(&maya, MONDAY);
    let mut before = super::Standing::from(&standing(&request).expect("a week"));
    let strength = before.days[Day::Fri.index()].sessions.remove(1);
    before.days[Day::Sat.index()].sessions.push(strength);
    let said = losses(moment(MONDAY, Day::Tue, 21), &[]);
    let replanned = super::replan(&request, None, before.clone(), &said).expect("it can be so");
    assert_eq!(replanned.plan.week, before.week());
    assert!(replanned.touched.is_empty());
}

#[test]
fn what_was_touched_says_by_which_rule() {
    let profile = profile(MAYA);
    let request = Request::new(&profile, MONDAY);
    let of = |words: &[&str]| -> Vec<(String, &'static str)> {
        let replanned = again(&request, &losses(moment(MONDAY, Day::Tue, 21), words));
        let touched = replanned.touched.iter();
        touched
            .map(|of| (format!("{} {}", of.session.id, of.to.map_or("-", |to| to.id())), of.rule))
            .collect()
    };
    let expected = [
        ("2026-W48/run/wed thu", "key-run-lost"),
        ("2026-W48/strength/1 -", "legs-back-to-back"),
        ("2026-W48/run/thu -", "key-run-lost"),
    ];
    assert_eq!(of(&["block=wed"]), expected.map(|(id, rule)| (id.to_owned(), rule)));
    let expected = [("2026-W48/run/thu -".to_owned(), "day-blocked")];
    assert_eq!(of(&["block=thu"]), expected);
}

#[test]
fn a_session_that_moves_keeps_its_identity_minutes_and_exercises() {
    let profile = profile(SEPARATE);
    let request = Request::new(&profile, MONDAY);
    let before = standing(&request).expect("a week");
    let replanned = again(&request, &losses(moment(MONDAY, Day::Tue, 21), &["block=thu"]));
    let strength = |plan: &runplan::Plan, day: Day| {
        plan.days[day.index()].sessions.iter().find(|of| of.is(Kind::Strength)).cloned().expect("strength")
    };
    let (was, now) = (strength(&before, Day::Thu), strength(&replanned.plan, Day::Fri));
    assert_eq!((was.id, was.session, was.class), (now.id, now.session, now.class));
    let trained = |of: &runplan::plan::PlannedSession| -> Vec<String> {
        let workout = of.workout.clone().expect("exercises");
        workout.trained().map(|of| format!("{} {}×{}", of.exercise.id, of.sets, of.amount)).collect()
    };
    assert_eq!(trained(&was), trained(&now));
    assert!(now.minutes <= was.minutes.max(now.workout.expect("a workout").slot));
}

#[test]
fn the_week_after_changes_where_a_hard_rule_demands_it() {
    let nora = profile(
        "
[runs]
days = ['tue', 'wed', 'thu', 'sat']
long = 'sat'
speed = 'wed'
minutes = { easy = 40, speed = 50, long = 160 }
[strength]
equipment = ['barbell', 'bench']
days = ['mon', 'thu']
minutes = 40
[race]
date = 2027-06-20
distance = 'marathon'
",
    );
    let monday = MONDAY + chrono::Days::new(7 * 15);
    let request = in_plan(&nora, monday);
    // The long run of 160 minutes moves to Sunday, and Monday had hard legs.
    let replanned = again(&request, &losses(moment(monday, Day::Thu, 21), &["block=sat"]));
    assert_eq!(shown(&replanned.plan, Day::Sun), "long");
    let next = replanned.next.expect("the week after changes");
    assert!(next.before.week()[0].loads_legs() && !next.plan.week[0].loads_legs());
    let told: Vec<&str> = replanned.touched.iter().map(|of| of.rule).collect();
    assert_eq!(told, ["key-run-lost", "legs-after-very-long-run"]);
    // All else of it stays as it stood.
    assert_eq!(next.plan.week[1..], next.before.week()[1..]);
}

#[test]
fn a_run_that_moved_has_its_reasons() {
    let maya = profile(MAYA);
    let request = Request::new(&maya, MONDAY);
    let standing = super::Standing::from(&standing(&request).expect("a week"));
    let said = losses(moment(MONDAY, Day::Tue, 21), &["block=wed"]);
    let asked = runplan::replan::again(&request, None, &standing, &said).expect("it can be so");
    let all = why(&asked, runplan::week::day::Days::ALL).expect("a week");
    let of = all.iter().find(|of| of.day == Day::Thu && of.session == Kind::Run).expect("the speed run");
    assert_eq!(of.rules.iter().map(|rule| rule.id).collect::<Vec<_>>(), ["run-shifted"]);
    assert!(of.message.contains("otherwise it would move to Friday"), "{}", of.message);
    let asked = why_not(&asked, Kind::Legs, Day::Thu).expect("a week");
    assert!(matches!(asked.answer, Answer::Costs(_)), "{}", asked.message);
}
