//! The search beside known neighbours, among layouts of runs and after an earlier week, against the same plain walk.
use crate::random_profiles::{drawn, seeded};
use crate::{cases, plain_walk, random_profiles};
use proptest::prelude::*;
use proptest::sample::select;
use runplan::explain::findings::standing;
use runplan::facts::Facts;
use runplan::facts::request::Request;
use runplan::facts::runs::{Runs, WrittenRun};
use runplan::facts::written::{FixedDay, FixedWeek};
use runplan::rules;
use runplan::rules::{Check, Limit, Looks, RULES, Rule, Steer};
use runplan::solve::{Ask, RuleSet, Search};
use runplan::week::day::Day;
use runplan::week::edges::{Edge, Edges};
use runplan::week::race::Race;
use runplan::week::score::Level;
use runplan::week::session::{Run, Strength, VERY_LONG_FROM_MINUTES};
use runplan::week::{DayPlan, Week};

/// Random requests of each kind.
const CASES: usize = 40;

fn day() -> impl Strategy<Value = DayPlan> {
    let runs = vec![Run::Off, Run::Off, Run::Easy, Run::Long, Run::Speed, Run::Race, Run::ShakeOut];
    let strength = vec![Strength::None, Strength::None, Strength::Upper, Strength::Full];
    (select(runs), select(strength), any::<bool>()).prop_map(|(run, strength, mobility)| DayPlan {
        run,
        strength,
        mobility,
        ..DayPlan::EMPTY
    })
}

fn edge() -> impl Strategy<Value = Edge> {
    prop_oneof![
        1 => Just(Edge::Repeats),
        1 => Just(Edge::Unknown),
        3 => prop::array::uniform3(day()).prop_map(Edge::Days),
        1 => prop::array::uniform3(day()).prop_map(Edge::Stretch),
        2 => prop::array::uniform3(day()).prop_map(Edge::Written),
    ]
}

fn edges() -> impl Strategy<Value = Edges> {
    (edge(), edge()).prop_map(|(before, after)| Edges { before, after })
}

/// Holds the search to the plain walk; whether there is a week.
fn compare(facts: &Facts<'_>, more: &[&'static Rule]) -> bool {
    let mut in_order: Vec<&'static Rule> = RULES.iter().copied().chain(more.iter().copied()).collect();
    in_order.sort_by_key(|rule| rule.level().unwrap_or(Level::Extras));
    let rules = RuleSet::new(in_order.iter().copied());
    let best = Search::new(facts, &rules).best(&Ask::default()).map(|best| (best.week, best.score));
    let walked = plain_walk::best_under(facts, &in_order, |_| true);
    assert_eq!(best, walked, "{facts:?}");
    walked.is_some()
}

#[test]
fn beside_known_neighbours_the_search_equals_a_plain_walk() {
    let mut runner = seeded(11);
    let (mut weeks, mut moved) = (0, 0);
    for _ in 0..cases(CASES) {
        let request = drawn(random_profiles::requests(), &mut runner);
        let beside = request.clone().with_edges(drawn(edges(), &mut runner));
        let minutes_before = drawn(prop::option::of(Just([VERY_LONG_FROM_MINUTES; 7])), &mut runner);
        weeks += usize::from(compare(&Facts { minutes_before, ..rules::facts(&beside) }, &[]));
        let best = |request: &Request<'_>| {
            Search::new(&rules::facts(request), RuleSet::all()).best(&Ask::default()).map(|best| best.week)
        };
        moved += usize::from(best(&request) != best(&beside));
    }
    assert!(
        weeks > cases(CASES) / 2 && moved > cases(CASES) / 20,
        "{weeks} weeks, {moved} of them other ones for their neighbours"
    );
}

#[test]
fn what_ran_on_the_sunday_before_keeps_hard_legs_off_monday() {
    let week = rules::Example::parse("full - - - - - - season=base").expect("a week");
    let request = Request::from(&week);
    let long = |run: Run| DayPlan { run, ..DayPlan::EMPTY };
    for (days, minutes, breaks) in [
        ([Run::Long, Run::Off, Run::Off], Some(VERY_LONG_FROM_MINUTES), true),
        ([Run::Long, Run::Off, Run::Off], Some(VERY_LONG_FROM_MINUTES - 1), false),
        ([Run::Long, Run::Off, Run::Off], None, false),
        ([Run::Easy, Run::Long, Run::Off], Some(VERY_LONG_FROM_MINUTES), false),
        ([Run::Long, Run::Long, Run::Off], None, true),
    ] {
        for before in [Edge::Days, Edge::Stretch] {
            let edges = Edges { before: before(days.map(long)), after: Edge::Unknown };
            let minutes_before = minutes.map(|minutes| [minutes; 7]);
            let facts = Facts { edges, minutes_before, ..rules::facts(&request) };
            let rule = rules::find("legs-after-very-long-run").expect("a rule");
            let found = runplan::explain::findings::breaches(rule, &facts, &week.week);
            assert_eq!(!found.is_empty(), breaks, "{days:?} {minutes:?}");
        }
    }
}

#[test]
fn a_week_beside_itself_is_the_week_that_repeats() {
    let mut runner = seeded(12);
    let mut same = 0;
    for _ in 0..cases(CASES) {
        let request = drawn(random_profiles::requests(), &mut runner);
        let facts = rules::facts(&request);
        if facts.edges != Edges::REPEAT || facts.race.is_some() {
            continue;
        }
        let Some(best) = Search::new(&facts, RuleSet::all()).best(&Ask::default()) else { continue };
        // What is known of the week before is just this week: nothing it breaks is new.
        let known = request.clone().with_edges(Edges {
            before: Edges::weeks(Some(&best.week), None).before,
            after: Edges::weeks(None, Some(&best.week)).after,
        });
        let facts = rules::facts(&known);
        let found = runplan::explain::findings::findings(&facts, &best.week);
        assert_eq!(runplan::explain::findings::score(&found), best.score);
        same += 1;
    }
    assert!(same > cases(CASES) / 4, "{same}");
}

/// Something that only an earlier week asks for.
static STAYS: Rule = Rule {
    id: "test-stays",
    summary: "a day stays as it was",
    rationale: "a test",
    source: "a test",
    grade: None,
    limit: Limit::None,
    check: Check::Steer(Steer {
        level: Level::Stay,
        looks: Looks::Day(|today| {
            let differs = |was: DayPlan| was.strength != today.plan.strength || was.run != today.plan.run;
            u8::from(today.was.is_some_and(differs))
        }),
        wish: |_| "days stay as they were".to_owned(),
        against: |_| "another one",
        says: |breach| format!("{} is another one", breach.day()),
    }),
    breaks: &[],
    keeps: &[],
};

fn earlier() -> impl Strategy<Value = Week> {
    prop::array::uniform7(day())
}

#[test]
fn after_an_earlier_week_the_search_equals_a_plain_walk() {
    let mut runner = seeded(15);
    let (mut weeks, mut kept) = (0, 0);
    for _ in 0..cases(CASES) {
        let request = drawn(random_profiles::requests(), &mut runner);
        let again = request.clone().with_earlier(drawn(earlier(), &mut runner));
        let facts = rules::facts(&again);
        weeks += usize::from(compare(&facts, &[&STAYS]));
        let rules = RuleSet::new(RULES.iter().copied().chain([&STAYS]));
        let [with, without] =
            [&rules, RuleSet::all()].map(|rules| Search::new(&facts, rules).best(&Ask::default()));
        kept += usize::from(with.map(|best| best.week) != without.map(|best| best.week));
    }
    assert!(
        weeks > cases(CASES) / 2 && kept > cases(CASES) / 10,
        "{weeks} weeks, {kept} of them other ones for the earlier week"
    );
}

/// Weeks that somebody wrote: any runs, strength, mobility and cross-training on any day.
fn written() -> impl Strategy<Value = (Runs, FixedWeek)> {
    let minutes = select(vec![0u16, 20, 45, 95, 160]);
    let fixed = (any::<bool>(), day(), prop::bool::weighted(0.1), select(vec![0u16, 15, 40]));
    let fixed = fixed.prop_map(|(some, plan, cross, minutes)| {
        let plan = DayPlan { run: Run::Off, cross, ..if some { plan } else { DayPlan::EMPTY } };
        FixedDay { plan, minutes: [minutes; 6] }
    });
    let run = (day(), minutes).prop_map(|(plan, minutes)| WrittenRun { run: plan.run, minutes });
    (prop::array::uniform7(run).prop_map(Runs::Written), prop::array::uniform7(fixed))
}

#[test]
fn around_what_stands_the_search_equals_a_plain_walk() {
    let mut runner = seeded(16);
    let (mut weeks, mut placed, mut told) = (0, 0, 0);
    for case in 0..cases(CASES) {
        let request = drawn(random_profiles::requests(), &mut runner);
        let (runs, fixed) = drawn(written(), &mut runner);
        let request = request.with_runs(runs).with_fixed(fixed).with_edges(drawn(edges(), &mut runner));
        let mut facts = rules::facts(&request);
        if case % 3 == 0 {
            facts.other_races = vec![Race::new(facts.monday + chrono::Duration::days(4), None)];
        }
        weeks += usize::from(compare(&facts, &[]));
        let Some(best) = Search::new(&facts, RuleSet::all()).best(&Ask::default()) else { continue };
        let alone: Week = std::array::from_fn(|day| facts.before_placing(Day::of(day), best.week[day].run));
        placed += usize::from(best.week != alone);
        told += usize::from(!standing(&facts, &best.week).is_empty());
    }
    assert!(weeks > cases(CASES) * 2 / 3, "{weeks} weeks");
    assert!(placed > cases(CASES) / 4 && told > cases(CASES) / 4, "{placed} with more, {told} with breaches");
}

#[test]
fn without_demands_a_written_week_is_never_refused() {
    let mut runner = seeded(17);
    for _ in 0..cases(CASES) * 4 {
        let mut request = drawn(random_profiles::requests(), &mut runner);
        let profile = request.profile.to_mut();
        (profile.strength.min, profile.strength.legs_min) = (None, None);
        let (runs, fixed) = drawn(written(), &mut runner);
        let request = request.with_runs(runs).with_fixed(fixed).with_edges(drawn(edges(), &mut runner));
        let facts = rules::facts(&request);
        assert!(Search::new(&facts, RuleSet::all()).is_possible(), "{facts:?}");
        assert!(Search::new(&facts, RuleSet::only_hard()).is_possible(), "{facts:?}");
    }
}
