//! Brute force: every layout of runs that the words of the rules allow, and under each every placement.

use super::{losses, moment, standing};
use crate::cases;
use crate::plain_walk;
use crate::random_profiles;
use runplan::facts::request::Request;
use runplan::facts::runs::Runs;
use runplan::plan::chain;
use runplan::profile::Speed;
use runplan::replan::{Losses, Standing, again, replan};
use runplan::rules;
use runplan::week::Week;
use runplan::week::day::{Day, Days};
use runplan::week::session::Run;
use runplan::word::Word as _;
use std::collections::BTreeSet;

/// Every layout of runs after what was lost, from the words of the page alone: each displaced long or speed run on any open day
/// that is free of runs or has an easy one, the long run on a speed run's too, or on none.
fn layouts(
    was: &Week,
    over: Days,
    blocked: Days,
    missed: Days,
    keeps: &dyn Fn(Run, Day) -> bool,
) -> BTreeSet<[Run; 7]> {
    let mut base = was.map(|day| day.run);
    let gone: Vec<Day> = blocked.iter().chain(missed.iter()).collect();
    for day in &gone {
        base[day.index()] = Run::Off;
    }
    let displaced: Vec<Run> = gone
        .iter()
        .map(|day| was[day.index()].run)
        .filter(|run| matches!(run, Run::Long | Run::Speed))
        .collect();
    let mut all = BTreeSet::from([base]);
    let open = |day: &Day| !over.contains(*day) && !blocked.contains(*day);
    // Each by itself takes a day; in every order, so that none comes first.
    let orders = [displaced.clone(), displaced.into_iter().rev().collect()];
    for order in orders {
        let mut layouts = BTreeSet::from([base]);
        for run in order {
            let mut more = layouts.clone();
            for layout in &layouts {
                for day in Day::ALL.iter().copied().filter(open) {
                    let own =
                        was[day.index()].run == base[day.index()] && layout[day.index()] == base[day.index()];
                    let takes = match base[day.index()] {
                        Run::Off | Run::Easy => true,
                        Run::Speed => run == Run::Long,
                        _ => false,
                    };
                    if takes && (own || layout[day.index()] == base[day.index()]) && keeps(run, day) {
                        let mut layout = *layout;
                        layout[day.index()] = run;
                        more.insert(layout);
                    }
                }
            }
            layouts = more;
        }
        all.extend(layouts);
    }
    all
}

/// Whether a run on a day stays of its kind near the race.
fn keeps(request: &Request<'_>, run: Run, day: Day) -> bool {
    let mut alone = Request { runs: Runs::Declared, block: Days::NONE, ..request.clone() };
    let runs = &mut alone.profile.to_mut().runs;
    runs.days.insert(day);
    let mut speed = runs.speed_days();
    speed.remove(day);
    if run == Run::Speed {
        speed.insert(day);
    }
    runs.speed = Some(Speed::Days(speed));
    let mut long = runs.long_days();
    if run == Run::Long {
        long = Days::NONE;
        long.insert(day);
    } else {
        long.remove(day);
    }
    runs.long = Some(long);
    rules::facts(&alone).runs[day.index()].run == run
}

#[test]
fn brute_force_over_every_move_finds_nothing_better() {
    let (mut tried, mut moved) = (0, 0);
    for (number, request) in random_profiles::stream().enumerate() {
        let request = Request { block: Days::NONE, ..request };
        let Ok(request) = request.check() else { continue };
        let request = chain::in_its_plan(request, None);
        let facts = rules::facts(&request);
        // A plain walk through more takes too long.
        if facts.limits.strength_target + facts.limits.mobility + facts.limits.cross > 5 {
            continue;
        }
        let Some(before) = standing(&request) else { continue };
        let was = before.week;
        let today = Day::of(number % 5);
        let over: Days = Day::ALL.iter().copied().filter(|day| *day <= today).collect();
        let key = |day: &Day| matches!(was[day.index()].run, Run::Long | Run::Speed);
        let days = |of: Days| -> Vec<Day> { of.iter().collect() };
        let ahead: Days = Day::ALL
            .iter()
            .copied()
            .filter(|day| !over.contains(*day) && was[day.index()].run != Run::Race)
            .collect();
        // Key runs fall away more often than chance would have it.
        let keys: Vec<Day> = ahead.iter().filter(key).collect();
        let missed: Days = over.iter().filter(key).filter(|_| number % 2 == 0).take(1).collect();
        let blocked: Days = match (number % 3, keys.first(), days(ahead).get(number / 5 % 5)) {
            (0, Some(key), _) => [*key].into_iter().collect(),
            (1, Some(key), Some(other)) => [*key, *other].into_iter().collect(),
            (_, _, Some(other)) => [*other].into_iter().collect(),
            _ => Days::NONE,
        };
        if missed.is_empty() && blocked.is_empty() {
            continue;
        }
        let words: Vec<String> = blocked
            .iter()
            .map(|day| format!("block={}", day.id()))
            .chain(missed.iter().map(|day| format!("missed={}", day.id())))
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let said: Losses = losses(moment(request.monday, today, 21), &words);
        let standing = Standing::from(&before);
        let asked = again(&request, None, &standing, &said).expect("it can be so");
        let facts = rules::facts(&asked);
        let off: Days = facts.blocked.iter().filter(|day| !over.contains(*day)).collect();
        let expected = layouts(&was, over, off, missed, &|run, day| keeps(&request, run, day));
        let searched: BTreeSet<[Run; 7]> = facts.layouts().into_iter().collect();
        assert_eq!(searched, expected, "{was:?} {said:?} {request:?}");
        let Some((best, score)) = plain_walk::best(&facts) else { continue };
        let replanned = replan(&request, None, standing, &said).expect("it can be so");
        assert_eq!(replanned.plan.week, best, "{was:?} {said:?} {request:?}");
        assert_eq!(replanned.plan.score, score, "{was:?} {said:?} {request:?}");
        tried += 1;
        moved += usize::from(replanned.touched.iter().any(|of| of.to.is_some()));
        if tried == cases(60) {
            break;
        }
    }
    assert!(moved > tried / 5, "{moved} of {tried} moved");
}
