//! What holds of every week that is planned again.

use super::{days, losses, moment, standing};
use crate::cases;
use crate::random_profiles;
use runplan::facts::request::Request;
use runplan::plan::{Plan, chain};
use runplan::replan::{Losses, Replan, Standing, replan};
use runplan::rules;
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::week::session::Run;
use runplan::week::{Week, count};
use runplan::word::Word as _;

/// Random weeks with a day and an hour of them, and a number to draw from.
fn weeks() -> impl Iterator<Item = (Request<'static>, Plan, Day, u32, usize)> {
    random_profiles::stream().enumerate().filter_map(|(number, request)| {
        let mut request = Request { block: runplan::week::day::Days::NONE, ..request };
        // Of every other runner the race gives the season, so that weeks know each other.
        if number.is_multiple_of(2) && request.profile.race.is_some() {
            request.profile.to_mut().season = None;
        }
        let request = chain::in_its_plan(request.check().ok()?, None);
        let plan = standing(&request)?;
        let day = Day::of(number % 7);
        Some((request, plan, day, [6, 21][number / 7 % 2], number))
    })
}

/// What is lost: days ahead that are blocked, or a session that was missed. `None` where there is none.
fn lost(plan: &Plan, today: Day, hour: u32, number: usize, blocks: bool) -> Option<Vec<String>> {
    let is_over = |day: Day| day < today || day == today && hour == 21;
    let days = |wanted: &dyn Fn(Day) -> bool| -> Vec<Day> {
        Day::ALL.iter().copied().filter(|day| wanted(*day)).collect()
    };
    let of = |day: Day| plan.week[day.index()];
    if blocks {
        let ahead = days(&|day| !is_over(day) && day > today && of(day).run != Run::Race);
        let first = *ahead.get(number / 14 % ahead.len().max(1))?;
        let second = ahead.get(number / 3 % ahead.len()).filter(|_| number.is_multiple_of(3));
        return Some(
            [Some(&first), second].into_iter().flatten().map(|day| format!("block={}", day.id())).collect(),
        );
    }
    let past = days(&|day| is_over(day) && !of(day).is_rest() && of(day).run != Run::Race);
    let day = *past.get(number / 14 % past.len().max(1))?;
    let kind = match number % 3 {
        0 if of(day).run.is_run() => ":run",
        1 if of(day).strength.any() => ":strength",
        _ => "",
    };
    Some(vec![format!("missed={}{kind}", day.id())])
}

/// A day whose sessions the runner has put on another one.
fn moved(plan: &Plan, number: usize) -> Option<Vec<String>> {
    let of = |day: Day| plan.week[day.index()];
    let days: Vec<Day> =
        Day::ALL.iter().copied().filter(|day| !of(*day).is_rest() && of(*day).run != Run::Race).collect();
    let from = *days.get(number / 14 % days.len().max(1))?;
    let to = Day::of(number / 3 % 7);
    (from != to && of(to).run != Run::Race).then(|| vec![format!("moved={}:{}", from.id(), to.id())])
}

fn words(lost: &[String]) -> Vec<&str> {
    lost.iter().map(String::as_str).collect()
}

/// What holds between a week and the same planned again.
fn holds(request: &Request<'_>, before: &Plan, replanned: &Replan, said: &Losses) {
    let facts = rules::facts(request);
    let now = &replanned.plan;
    let about = || format!("{request:?}\n{said:?}\n{:?}\n{:?}", before.week, now.week);
    // What is over stays byte for byte, but for what was missed.
    let [old, new] = [days(before), days(now)];
    let is_moved = |day: Day| said.moved.iter().any(|(days, _)| days.contains(&day));
    for day in replanned.frozen.iter().filter(|day| !replanned.missed.contains(*day) && !is_moved(*day)) {
        assert_eq!(old[day.index()], new[day.index()], "{}", about());
    }
    let rest = |week: &Week| count(week, Kind::Rest);
    // Only where the run of a day was missed and its strength done may a rest day be spent on it: that a key run is not lost is the
    // higher level.
    let is_part = said.missed.iter().any(|(of, _)| of.what == Some(Kind::Run));
    let made_up = is_part && replanned.touched.iter().any(|of| of.to.is_some() && of.session.is(Kind::Run));
    let kept = rest(&before.week).min(facts.limits.rest_target);
    assert!(rest(&now.week) >= kept.saturating_sub(u8::from(made_up)), "{}", about());
    for kind in [Kind::Run, Kind::Strength, Kind::Legs, Kind::Upper, Kind::Mobility, Kind::Cross] {
        assert!(count(&now.week, kind) <= count(&before.week, kind), "{kind} {}", about());
    }
    // No session is new, and none is longer.
    let sessions = |plan: &Plan| plan.days.iter().flat_map(|day| day.sessions.clone()).collect::<Vec<_>>();
    let old = sessions(before);
    for session in sessions(now) {
        let stood =
            old.iter().find(|of| of.id == session.id).unwrap_or_else(|| panic!("{} {}", session.id, about()));
        let same = stood.session == session.session && stood.class == session.class;
        assert!(same || stood.is(Kind::Mobility), "{}", about());
        assert!(session.minutes <= stood.minutes || stood.is(Kind::Mobility), "{} {}", session.id, about());
        assert!(!session.is(Kind::Run) || stood.minutes == session.minutes, "{} {}", session.id, about());
    }
    let mut ids: Vec<String> = sessions(now).iter().map(|of| of.id.to_string()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "an identity twice {}", about());
    if !said.moved.is_empty() {
        return; // what the runner moves stands wherever that is
    }
    // Key runs stand beside each other only where they did.
    let beside = |week: &Week| -> Vec<usize> {
        (0..6).filter(|day| week[*day].is_key() && week[day + 1].is_key()).collect()
    };
    let was = beside(&before.week);
    assert!(beside(&now.week).iter().all(|day| was.contains(day)), "{}", about());
    // What is told is what differs.
    let moved = |kind: Kind| -> usize {
        let at = |plan: &Plan| -> Vec<_> {
            plan.days
                .iter()
                .flat_map(|day| day.sessions.iter().map(|of| (of.id, day.day)))
                .filter(|(id, _)| id.kind == kind)
                .collect()
        };
        let now = at(now);
        at(before).iter().filter(|of| !now.contains(of)).count()
    };
    let of_week = replanned.touched.iter().filter(|of| of.session.id.monday == now.monday);
    assert_eq!(of_week.count(), moved(Kind::Run) + moved(Kind::Strength), "{}", about());
    // Of every touched session something is said.
    for of in &replanned.touched {
        assert!(rules::find(of.rule).is_some() && !of.message.is_empty(), "{of:?}");
        assert!(!of.message.contains(": "), "no second colon: {}", of.message);
    }
}

fn many(blocks: bool, least: usize) {
    let (mut tried, mut touched, mut moved) = (0, 0, 0);
    for (request, before, day, hour, number) in weeks() {
        let Some(lost) = lost(&before, day, hour, number, blocks) else { continue };
        let said = losses(moment(request.monday, day, hour), &words(&lost));
        let replanned = replan(&request, None, Standing::from(&before), &said).expect("it can be so");
        holds(&request, &before, &replanned, &said);
        // The same again gives the same.
        if number.is_multiple_of(5) {
            let same = replan(&request, None, Standing::from(&before), &said).expect("it can be so");
            assert_eq!(days(&same.plan), days(&replanned.plan));
        }
        tried += 1;
        touched += usize::from(!replanned.touched.is_empty());
        moved += usize::from(replanned.touched.iter().any(|of| of.to.is_some()));
        if tried == cases(least) {
            break;
        }
    }
    assert!(touched > tried / 3 && moved > tried / 30, "{tried}: {touched} touched, {moved} moved");
}

#[test]
fn what_the_runner_moves_stands_once() {
    let mut tried = 0;
    for (request, before, day, hour, number) in weeks() {
        let Some(lost) = moved(&before, number) else { continue };
        let said = losses(moment(request.monday, day, hour), &words(&lost));
        // A day that is blocked takes nothing.
        let Ok(replanned) = replan(&request, None, Standing::from(&before), &said) else { continue };
        holds(&request, &before, &replanned, &said);
        let [from, to] = said.moved[0].0;
        let stood = before.week[from.index()];
        let now = replanned.plan.week;
        assert!(now[from.index()].is_rest(), "{said:?} {now:?}");
        assert!(!stood.run.is_run() || now[to.index()].run == stood.run, "{said:?} {now:?}");
        assert!(!stood.strength.any() || now[to.index()].strength == stood.strength, "{said:?} {now:?}");
        tried += 1;
        if tried == cases(300) {
            break;
        }
    }
}

#[test]
fn a_blocked_day_is_met_with_the_least() {
    many(true, 500);
}

#[test]
fn a_missed_session_is_met_with_the_least() {
    many(false, 500);
}
