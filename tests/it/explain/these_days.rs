//! Why these days: what speaks against each other day and what the choice costs, recomputed by a plain walk over every week.

use crate::explain::answers::changed;
use crate::plain_walk::{best_under, every_week};
use crate::random_profiles::{stream, weeks};
use crate::{best, cases};
use runplan::explain::costs::costs;
use runplan::explain::findings::{breaches, findings, score, sound};
use runplan::explain::other_days::{other_days, placed};
use runplan::explain::run_days::settled;
use runplan::facts::Facts;
use runplan::facts::request::Request;
use runplan::plan::{Outcome, plan};
use runplan::rules::{self, RULES, Rule};
use runplan::solve::{Ask, Best, RuleSet, Search};
use runplan::week::Week;
use runplan::week::day::Day;
use runplan::week::kind::{Kind, Kinds};
use runplan::week::score::{Level, Score};
use runplan::word::Word;
use std::collections::HashMap;

/// What strength stands where: a week as far as these sentences look at it.
type Places = [Option<Kind>; 7];

fn places(week: &Week) -> Places {
    week.map(|day| [Kind::Legs, Kind::Upper].into_iter().find(|kind| day.holds(*kind)))
}

/// The best score of the weeks with strength in the same places, of all places, by a plain walk.
fn by_places(facts: &Facts<'_>) -> HashMap<Places, Score> {
    let mut all: HashMap<Places, Score> = HashMap::new();
    every_week(facts, &mut |week| {
        let found = findings(facts, week);
        if found.iter().all(|finding| finding.rule.level() != Some(Level::Hard)) {
            let score = score(&found);
            let best = all.entry(places(week)).or_insert(score);
            *best = score.min(*best);
        }
    });
    all
}

/// Requests with a week of placed strength, with run days that are settled.
fn requests() -> impl Iterator<Item = Request<'static>> {
    let has_strength = |request: &Request<'_>| {
        best(request).is_some_and(|best| best.week.iter().any(|day| day.strength.any()))
    };
    stream().map(|request| settled(&request)).filter(has_strength)
}

#[test]
fn each_other_day_names_what_a_session_there_would_break() {
    let (mut days, mut ties, mut hard) = (0, 0, 0);
    for request in requests().take(cases(45)) {
        let facts = rules::facts(&request);
        let search = Search::new(&facts, RuleSet::all());
        let best = search.best(&Ask::default()).expect("a week");
        let all = by_places(&facts);
        let others = other_days(&facts, &search, &best, &findings(&facts, &best.week));
        for kind in [Kind::Legs, Kind::Upper] {
            let chosen = placed(&facts, &best.week, kind);
            let told = others.iter().filter(|other| other.kind == kind).map(|other| other.day);
            let free = Day::ALL.iter().copied().filter(|day| !best.week[day.index()].strength.any());
            let free: Vec<Day> = free.filter(|_| !chosen.is_empty()).collect();
            assert_eq!(told.collect::<Vec<_>>(), free, "each other day once");
            for day in free {
                let other = others.iter().find(|other| (other.kind, other.day) == (kind, day)).expect("told");
                let moved = |from: Day| {
                    let mut to = places(&best.week);
                    (to[from.index()], to[day.index()]) = (None, Some(kind));
                    all.get(&to).map(|score| score.first_worse(best.score))
                };
                let is_as_good =
                    all.iter().any(|(to, score)| to[day.index()] == Some(kind) && *score == best.score);
                let all_moves: Vec<_> = chosen.iter().map(moved).collect();
                // The least that any move breaks: nothing, else the lowest level.
                let least = all_moves.iter().map(|worse| match worse {
                    None => Some(Level::Hard),
                    Some(worse) => worse.map(|(level, _)| level),
                });
                let least = if is_as_good {
                    None
                } else {
                    least.max_by_key(|level| level.map_or(255, |level| level as u8)).flatten()
                };
                assert_eq!(other.level, least, "{kind} on {} in {:?}", day.name(), places(&best.week));
                assert!(other.rules.iter().all(|rule| rule.level() == least), "{other:?}");
                assert_eq!(other.against.is_empty(), least.is_none());
                days += 1;
                ties += usize::from(least.is_none());
                hard += usize::from(least == Some(Level::Hard));
                named_rule_is_broken(&facts, &search, &best, kind, day, &other.rules);
            }
        }
    }
    println!("{days} days: {ties} as good, {hard} forbidden");
    assert!(days > 100 && ties > 5 && hard * 10 > days);
}

/// Each rule that is named for a day is broken more in some week that has the session there and all others but one as they are.
fn named_rule_is_broken(
    facts: &Facts<'_>,
    search: &Search<'_>,
    best: &Best,
    kind: Kind,
    day: Day,
    named: &[&'static Rule],
) {
    let sum = |rule: &'static Rule, week: &Week| -> u32 {
        breaches(rule, facts, week).iter().map(|finding| u32::from(finding.amount)).sum()
    };
    let moved = placed(facts, &best.week, kind).iter().map(|from| {
        let mut to = best.week;
        to[day.index()].strength = to[from.index()].strength;
        to[from.index()].strength = runplan::week::session::Strength::None;
        (to[day.index()].mobility, to[day.index()].cross, to[from.index()].mobility) = (false, false, false);
        let ask = Day::ALL.iter().fold(Ask::default(), |ask, day| {
            let kinds = to[day.index()].kinds();
            let strength = [Kind::Strength, Kind::Legs, Kind::Upper]
                .into_iter()
                .fold(Kinds::NONE, |set, kind| set.with(kind, kinds.contains(kind)));
            if to[day.index()].strength.any() {
                ask.must(*day, strength)
            } else {
                ask.never(*day, Kinds::of(Kind::Strength))
            }
        });
        (search.best(&ask).map_or(to, |best| best.week), ask)
    });
    let moved: Vec<(Week, Ask)> = moved.collect();
    for rule in named {
        let is_broken = moved.iter().any(|(week, _)| sum(rule, week) > sum(rule, &best.week));
        let forbids = |ask: &Ask| search.forbidding(ask).is_some_and(|rules| rules.contains(rule));
        assert!(
            is_broken || moved.iter().any(|(_, ask)| forbids(ask)),
            "{} is not broken by {kind} on {}",
            rule.id,
            day.name()
        );
    }
}

#[test]
fn a_cost_is_told_where_another_week_would_spare_it_and_nowhere_else() {
    let (mut paid, mut unpaid) = (0, 0);
    for request in requests().take(cases(90)) {
        let facts = rules::facts(&request);
        let search = Search::new(&facts, RuleSet::all());
        let best = search.best(&Ask::default()).expect("a week");
        let mine = findings(&facts, &best.week);
        let told = costs(&facts, &search, &best, &mine);
        let is_of_days = |rule: &&'static Rule| {
            matches!(rule.level(), Some(Level::Protect | Level::Legs | Level::Placement))
        };
        for rule in RULES.iter().copied().filter(is_of_days) {
            let sum = |week: &Week| -> u32 {
                let of_days = breaches(rule, &facts, week).into_iter().filter(|of| !of.days.is_empty());
                of_days.map(|finding| u32::from(finding.amount)).sum()
            };
            let here = sum(&best.week);
            if here == 0 {
                assert!(told.iter().all(|cost| cost.rule != rule), "{} is kept", rule.id);
                continue;
            }
            let first: Vec<&'static Rule> = RULES
                .iter()
                .copied()
                .filter(|other| other.level() < Some(Level::Rest) || *other == rule)
                .filter(|other| other.steer().is_some())
                .collect();
            let (week, _) = best_under(&facts, &first, |_| true).expect("a week");
            let is_paid = sum(&week) < here;
            assert_eq!(told.iter().any(|cost| cost.rule == rule), is_paid, "{} {:?}", rule.id, told);
            paid += usize::from(is_paid);
            unpaid += usize::from(!is_paid);
        }
        // A rest day that strength took comes back without strength on that day, and sessions are missing then.
        for cost in told.iter().filter(|cost| cost.rule.level() == Some(Level::Rest)) {
            for day in cost.days.iter() {
                let rest = |week: &Week| week.iter().filter(|day| day.is_rest()).count();
                let (free, score) =
                    crate::plain_walk::best_of(&facts, |week| week[day.index()].is_rest()).expect("a week");
                assert!(rest(&free) > rest(&best.week) && score > best.score, "{}", cost.message);
            }
        }
    }
    println!("{paid} costs that were paid, {unpaid} that no week spares");
    assert!(paid > 4 && unpaid > 20);
}

#[test]
fn the_sentence_under_a_week_says_all_of_it() {
    for request in requests().take(cases(200)) {
        let Outcome::Week(plan) = plan(&request) else { panic!("a week") };
        let facts = rules::facts(&request);
        let search = Search::new(&facts, RuleSet::all());
        let best = search.best(&Ask::default()).expect("a week");
        let text = plan.choices.join(" ");
        let others = other_days(&facts, &search, &best, &findings(&facts, &best.week));
        for other in others.iter().filter(|other| other.level.is_some()) {
            assert!(text.contains(&format!("({})", other.against)), "{other:?} in {text}");
            let any = text.contains("Not on any other day") || text.contains(other.day.name());
            assert!(any, "{other:?} in {text}");
        }
        for cost in costs(&facts, &search, &best, &findings(&facts, &best.week)) {
            assert!(text.contains(&cost.message), "{} in {text}", cost.message);
        }
        assert!(!text.contains("  ") && !text.contains("()"), "{text}");
    }
}

/// What guards a runner: no hint may take one of these away, or make strength heavier.
fn guards(week: &runplan::plan::Plan) -> Vec<&'static str> {
    let guards = ["lighter-with-pain", "lighter-in-pregnancy", "early-postpartum", "under-16-as-novice"];
    week.changes.iter().map(|change| change.rule).filter(|rule| guards.contains(rule)).collect()
}

#[test]
fn no_hint_breaks_a_hard_rule_or_a_guard_of_health() {
    let (mut hints, mut careful) = (0, 0);
    for (request, _) in weeks().take(cases(400)) {
        let Outcome::Week(before) = plan(&request) else { panic!("a week") };
        let health = &request.profile.health;
        let asks_for_care = health.hurts() || health.is_early_postpartum() || health.pregnant == Some(true);
        careful += usize::from(asks_for_care);
        for warning in before.warnings.iter().filter(|warning| !warning.set.is_empty()) {
            // Fewer is right with pain, after a birth, in pregnancy: nothing leads to more there.
            let more = ["strength-short", "legs-short", "cross-short"].contains(&warning.rule);
            assert!(!(asks_for_care && more), "{}: {:?}", warning.rule, warning.set);
            let then = changed(&request, &warning.set).unwrap_or_else(|| panic!("{:?}", warning.set));
            let Outcome::Week(after) = plan(&then) else { panic!("{:?} leaves no week", warning.set) };
            let facts = rules::facts(&then);
            assert_eq!(sound(&facts, &after.week), Ok(()));
            assert!(findings(&facts, &after.week).iter().all(|of| of.rule.level() != Some(Level::Hard)));
            assert_eq!(guards(&before), guards(&after), "{:?}", warning.set);
            assert!(facts.class <= rules::facts(&request).class, "{:?} makes it heavier", warning.set);
            assert!(after.days.iter().any(|day| day.rest), "{:?} takes the last rest day", warning.set);
            hints += 1;
        }
    }
    println!("{hints} hints, {careful} runners who need care");
    assert!(hints > 50 && careful > 20);
}

#[test]
fn a_race_is_why_only_where_legs_wait_all_week() {
    for (race, distance, strength, mobility) in [
        // MONDAY is 23 November 2026; the gym is open on Monday alone.
        ("2026-11-29", "10k", "this week", "not three"),
        ("2026-11-22", "5k", "and your 5 km race was on Sunday", "not three"),
        ("2026-11-22", "marathon", "since your marathon was on Sunday", "not three"),
    ] {
        let text = format!(
            "season = 'base'\nstrength.days = ['mon']\nmobility = {{ sessions = 3, days = ['tue'] }}\n\
             [runs]\ndays = ['tue', 'thu']\n[[races]]\ndate = {race}\ndistance = '{distance}'\npriority = 'b'\n"
        );
        let (node, _) = runplan::input::document::toml(&text, 0);
        let profile = runplan::profile::read(&node).expect("a profile");
        let Outcome::Week(plan) = plan(&Request::new(profile, rules::MONDAY)) else { panic!("a week") };
        let of = |rule: &str| plan.warnings.iter().find(|warning| warning.rule == rule).expect("a shortfall");
        let short = of("strength-short");
        assert!(short.message.contains(strength), "{}", short.message);
        assert!(short.note && short.set.is_empty(), "{short:?}");
        // Mobility waits for no race.
        let extra = of("mobility-short");
        assert!(extra.message.contains(mobility) && !extra.message.contains("race"), "{}", extra.message);
    }
}
