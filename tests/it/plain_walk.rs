//! A plain walk over every placement of a week: no tables, no bounds, no order of its own. Slow, and obviously right.
//!
//! It asks the rules about whole weeks, one after the other, and keeps the best; a week that is worse already is asked no
//! further.

use runplan::explain::findings::{breaches, sound};
use runplan::facts::Facts;
use runplan::rules::{RULES, Rule};
use runplan::solve::{tie_order, tie_rank};
use runplan::week::day::Day;
use runplan::week::score::{Level, Score};
use runplan::week::session::{Run, Strength};
use runplan::week::{DayPlan, Week};
use std::collections::BTreeSet;

/// Every placement that is one at all: runs kept or set aside, strength, mobility and cross-training on any day where
/// they may stand, never more of them than their targets.
pub fn every_week(facts: &Facts<'_>, each: &mut impl FnMut(&Week)) {
    if facts.choices.is_empty() {
        let options = |day: usize| {
            let planned = facts.runs[day];
            if planned.movable { vec![planned.run, Run::Off] } else { vec![planned.run] }
        };
        fill(facts, &std::array::from_fn(options), 0, &mut [DayPlan::EMPTY; 7], (0, 0, 0), each);
        return;
    }
    for layout in facts.layouts().into_iter().collect::<BTreeSet<_>>() {
        fill(facts, &layout.map(|run| vec![run]), 0, &mut [DayPlan::EMPTY; 7], (0, 0, 0), each);
    }
}

/// The weeks with one of the given runs on each day.
fn fill(
    facts: &Facts<'_>,
    runs: &[Vec<Run>; 7],
    day: usize,
    week: &mut Week,
    counts: (u8, u8, u8),
    each: &mut impl FnMut(&Week),
) {
    let limits = &facts.limits;
    if counts.0 > limits.strength_target || counts.1 > limits.mobility || counts.2 > limits.cross {
        return;
    }
    if day == 7 {
        if sound(facts, week).is_ok() {
            each(week);
        }
        return;
    }
    // What stands there whatever is placed: it may be what nobody would place.
    let fixed = facts.written.fixed.map_or(DayPlan::EMPTY, |fixed| fixed[day].plan);
    let other = facts.others.on(Day::of(day));
    for run in runs[day].iter().copied() {
        for strength in strengths(facts, Day::of(day)) {
            for mobility in [false, true] {
                for cross in [false, true] {
                    let stays = !fixed.strength.any() || strength == fixed.strength;
                    if !stays || fixed.mobility && !mobility || fixed.cross && !cross {
                        continue;
                    }
                    let alone = !run.is_run() && !strength.any() && !other.takes_the_day();
                    let placed = [mobility && !fixed.mobility, cross && !fixed.cross];
                    let profile = facts.profile;
                    let [for_mobility, for_cross] = [profile.mobility_days, profile.cross_days]
                        .map(|days| days.is_some_and(|days| days.contains(Day::of(day))));
                    // What stood so in a week that is planned again may stand so again.
                    let was = facts.earlier.map(|earlier| earlier.week[day]).unwrap_or_default();
                    let stood_alone = DayPlan { mobility: false, ..was }.is_rest() || was.run == Run::Race;
                    let stood_beside = was.run.is_run() || was.strength.any() || was.other.takes_the_day();
                    let for_mobility = for_mobility || was.mobility && stood_alone;
                    let for_cross = for_cross || was.cross && stood_beside;
                    let beside_a_run =
                        for_cross && run != Run::Race && !strength.any() && !other.takes_the_day();
                    let may_cross = alone || beside_a_run;
                    let may_move = run != Run::Race && (!alone || cross || for_mobility);
                    if placed[1] && !may_cross || placed[0] && !may_move {
                        continue; // no such day is a placement
                    }
                    week[day] = DayPlan { run, strength, mobility, cross, other };
                    let more = (
                        counts.0 + u8::from(strength.any()),
                        counts.1 + u8::from(mobility),
                        counts.2 + u8::from(cross),
                    );
                    fill(facts, runs, day + 1, week, more, each);
                }
            }
        }
    }
    week[day] = DayPlan::EMPTY;
}

/// The kinds of strength that a day may have whatever the rules say: for the lower body alone only where the runner says so.
fn strengths(facts: &Facts<'_>, day: Day) -> Vec<Strength> {
    let mut all = vec![Strength::None, Strength::Upper, Strength::Full];
    let before = facts.earlier.map(|earlier| earlier.week).unwrap_or_default();
    let was_there = before.iter().any(|day| day.strength == Strength::Lower);
    let is_fixed =
        facts.written.fixed.is_some_and(|fixed| fixed[day.index()].plan.strength == Strength::Lower);
    let is_named = facts.profile.strength.kind.0[day.index()] == Some(Strength::Lower);
    if is_named || was_there || is_fixed {
        all.push(Strength::Lower);
    }
    all
}

/// The best of every placement, if any keeps the hard rules.
pub fn best(facts: &Facts<'_>) -> Option<(Week, Score)> {
    best_of(facts, |_| true)
}

/// The best of the placements that are as wanted.
pub fn best_of(facts: &Facts<'_>, wanted: impl Fn(&Week) -> bool) -> Option<(Week, Score)> {
    best_under(facts, RULES, wanted)
}

/// The best of the placements that are as wanted, under rules that stand in the order of their levels.
pub fn best_under(
    facts: &Facts<'_>,
    rules: &[&'static Rule],
    wanted: impl Fn(&Week) -> bool,
) -> Option<(Week, Score)> {
    let order = tie_order(facts.limits.phase);
    let mut best: Option<(Week, Score, (u64, u64))> = None;
    every_week(facts, &mut |week| {
        if !wanted(week) {
            return;
        }
        let Some(score) = score_up_to(facts, rules, week, best.map_or(Score::WORST, |(_, score, _)| score))
        else {
            return;
        };
        let rank = tie_rank(week, &order, !facts.choices.is_empty());
        if best.is_none_or(|(_, s, r)| (score, rank) < (s, r)) {
            best = Some((*week, score, rank));
        }
    });
    best.map(|(week, score, _)| (week, score))
}

/// The score of a week, or none if it breaks a hard rule or is worse than another score. The rules stand in the order of
/// their levels, so the first that makes it worse decides.
fn score_up_to(facts: &Facts<'_>, rules: &[&'static Rule], week: &Week, most: Score) -> Option<Score> {
    let mut score = Score::ZERO;
    for rule in rules.iter().copied() {
        for finding in breaches(rule, facts, week) {
            let level = rule.level().filter(|level| *level != Level::Hard)?;
            score += Score::new(level, finding.amount.into());
        }
        if score > most {
            return None;
        }
    }
    Some(score)
}
