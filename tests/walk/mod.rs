//! A plain walk over every placement of a week: no tables, no bounds, no order of its own. Slow, and obviously right.
//!
//! It asks the rules about whole weeks, one after the other, and keeps the best.
#![allow(missing_docs, dead_code)]

use runplan::explain::findings::{breaches, findings, score, sound};
use runplan::facts::Facts;
use runplan::rules::Rule;
use runplan::solve::{tie_order, tie_rank};
use runplan::week::score::{Level, Score};
use runplan::week::session::{Run, Strength};
use runplan::week::{DayPlan, Week};
use std::collections::BTreeSet;

/// Every placement that is one at all: runs kept or set aside, strength, mobility and cross-training on any day where
/// they may stand, never more of them than their targets.
pub fn every_week(facts: &Facts<'_>, each: &mut impl FnMut(&Week)) {
    let options = |day: usize| {
        let planned = facts.runs[day];
        if planned.movable { vec![planned.run, Run::Off] } else { vec![planned.run] }
    };
    if facts.choices.is_empty() {
        fill(facts, &std::array::from_fn(options), 0, &mut [DayPlan::EMPTY; 7], (0, 0, 0), each);
        return;
    }
    for layout in facts.layouts().collect::<BTreeSet<_>>() {
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
    for run in runs[day].iter().copied() {
        for strength in [Strength::None, Strength::Upper, Strength::Full] {
            for mobility in [false, true] {
                for cross in [false, true] {
                    let alone = !run.is_run() && !strength.any();
                    if cross && !alone || mobility && (alone && !cross || run == Run::Race) {
                        continue; // no such day is a placement
                    }
                    week[day] = DayPlan { run, strength, mobility, cross };
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

/// The best of every placement, if any keeps the hard rules.
pub fn best(facts: &Facts<'_>) -> Option<(Week, Score)> {
    best_of(facts, |_| true)
}

/// The best of the placements that are as wanted.
pub fn best_of(facts: &Facts<'_>, wanted: impl Fn(&Week) -> bool) -> Option<(Week, Score)> {
    best_under(facts, &[], wanted)
}

/// The best of the placements that are as wanted, with `more` rules beside those of the program.
pub fn best_under(
    facts: &Facts<'_>,
    more: &[&'static Rule],
    wanted: impl Fn(&Week) -> bool,
) -> Option<(Week, Score)> {
    let order = tie_order(facts.limits.phase);
    let mut best: Option<(Week, Score, (u64, u64))> = None;
    every_week(facts, &mut |week| {
        if !wanted(week) {
            return;
        }
        let mut found = findings(facts, week);
        found.extend(more.iter().flat_map(|rule| breaches(rule, facts, week)));
        if found.iter().any(|finding| finding.rule.level() == Some(Level::Hard)) {
            return;
        }
        let score = score(&found);
        let rank = tie_rank(week, &order);
        if best.is_none_or(|(_, s, r)| (score, rank) < (s, r)) {
            best = Some((*week, score, rank));
        }
    });
    best.map(|(week, score, _)| (week, score))
}
