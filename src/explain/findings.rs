//! The second look: the same rules asked about the finished week, without the search's tables.

use crate::explain::Finding;
use crate::facts::Facts;
use crate::rules::{Around, Looks, Moves, RULES, Rule, Today};
use crate::week::day::{Day, Days};
use crate::week::edges::again;
use crate::week::kind::Kind;
use crate::week::score::{Level, Score};
use crate::week::{DayPlan, Week, count};
use crate::word::Word;

/// A finished week as the rules look at it, made once for all of them.
struct Looked<'a> {
    facts: &'a Facts<'a>,
    week: &'a Week,
    days: [Today<'a>; 7],
    arounds: [Around; 7],
}

impl<'a> Looked<'a> {
    fn new(facts: &'a Facts<'a>, week: &'a Week) -> Self {
        let runs = week.map(|day| day.run);
        let around = |day: Day| Around::new(facts, day, week[day.index()].strength, &runs);
        Self {
            facts,
            week,
            days: std::array::from_fn(|day| Today::new(facts, Day::of(day), week[day])),
            arounds: std::array::from_fn(|day| around(Day::of(day))),
        }
    }

    /// The pairs over the ends of the week that count, the earlier day first, with those of their days that are of this week: a
    /// known day before it and a day of it; a day of it and one of the same week behind it, or a written one.
    fn over_the_ends(
        &self,
        last: usize,
        first: usize,
        hard: bool,
    ) -> impl Iterator<Item = ([DayPlan; 2], Days)> {
        let [on_last, on_first] = [last, first].map(|day| Days::of(Day::of(day)));
        let next_week = |day: DayPlan| DayPlan { run: again(day.run), ..day };
        let edges = &self.facts.edges;
        let start = edges.day_before(7 - last, hard);
        let start = start.map(|before| ([before, self.week[first]], on_first));
        let end = edges.repeats_after().then(|| [last, first].map(|day| next_week(self.week[day])));
        let end = end.map(|pair| (pair, on_last.and(on_first)));
        let written = edges.day_after(first + 1).filter(|_| hard);
        let written = written.map(|after| ([self.week[last], after], on_last));
        start.into_iter().chain(end).chain(written)
    }

    /// All pairs of days up to so many days apart, the earlier day first, with those of their days that are of this week.
    fn pairs(&self, reach: usize, hard: bool, mut look: impl FnMut([Day; 2], [DayPlan; 2], Days)) {
        for first in 0..7 {
            for later in first + 1..=first + reach {
                let days = [Day::of(first), Day::of(later)];
                if later < 7 {
                    look(
                        days,
                        [self.week[first], self.week[later]],
                        Days::of(days[0]).and(Days::of(days[1])),
                    );
                } else {
                    let over = self.over_the_ends(first, later - 7, hard);
                    over.for_each(|(plans, own)| look(days, plans, own));
                }
            }
        }
    }

    /// Adds where the week breaks a rule: where anything was placed on the days, or, if `stands`, where facts alone break a hard
    /// rule.
    fn breaches(&self, rule: &'static Rule, stands: bool, found: &mut Vec<Finding>) {
        let hard = rule.level() == Some(Level::Hard);
        // `own` are the days of this week that the breach is about, where facts alone may make it.
        let mut note = |days: &[Day], amount: u8, around: Option<Around>, own: Days, minds_mobility: bool| {
            let stood = |day: Day| self.facts.stands(day, self.week[day.index()], minds_mobility);
            if amount > 0 && stands == (hard && !own.is_empty() && own.iter().all(stood)) {
                found.push(Finding { rule, days: days.to_vec(), amount, around });
            }
        };
        let limits = &self.facts.limits;
        match rule.steer().map(|steer| steer.looks) {
            Some(Looks::Day(check)) => {
                for (day, today) in Day::ALL.iter().zip(&self.days) {
                    let others = self.facts.other_races.iter().filter(|_| hard);
                    let others = others.map(|race| check(&today.with_race(self.facts, *day, *race)));
                    note(&[*day], others.fold(check(today), u8::max), None, Days::of(*day), true);
                }
            }
            Some(Looks::Around(check)) => {
                for (day, around) in Day::ALL.iter().zip(&self.arounds) {
                    note(&[*day], check(limits, around), Some(*around), Days::of(*day), false);
                }
            }
            Some(Looks::Pair { of, reach, amount }) => {
                self.pairs(reach, hard, |days, plans, own| {
                    if plans.into_iter().all(of) {
                        let apart = (7 + days[1].index() - days[0].index()) % 7;
                        note(&days, amount(limits, apart), None, own, false);
                    }
                });
            }
            Some(Looks::Total(kind, check)) => {
                note(&[], check(limits, count(self.week, kind)), None, Days::NONE, false);
            }
            Some(Looks::Moves(check)) => {
                if let Some(moves) = Moves::new(self.facts, self.week) {
                    check(&moves, &mut |days, amount| note(days, amount, None, Days::NONE, false));
                }
            }
            None => {}
        }
    }
}

/// Everything that a week breaks, in the order of the rules. A pair over its end counts once, and names the earlier day
/// first. Where facts are no choices, a hard rule is about what is placed.
#[must_use]
pub fn findings(facts: &Facts<'_>, week: &Week) -> Vec<Finding> {
    all(facts, week, false)
}

/// The hard rules that facts alone break, where they are no choices: nothing was placed on those days.
#[must_use]
pub fn standing(facts: &Facts<'_>, week: &Week) -> Vec<Finding> {
    if facts.written.fixed.is_none() {
        return Vec::new();
    }
    all(facts, week, true)
}

fn all(facts: &Facts<'_>, week: &Week, stands: bool) -> Vec<Finding> {
    let looked = Looked::new(facts, week);
    let mut found = Vec::new();
    for rule in RULES {
        looked.breaches(rule, stands, &mut found);
    }
    found
}

/// Where a week breaks one rule.
#[must_use]
pub fn breaches(rule: &'static Rule, facts: &Facts<'_>, week: &Week) -> Vec<Finding> {
    let mut found = Vec::new();
    Looked::new(facts, week).breaches(rule, false, &mut found);
    found
}

/// The score that findings add up to.
#[must_use]
pub fn score(findings: &[Finding]) -> Score {
    let cost = |finding: &Finding| {
        finding.rule.level().map_or(Score::ZERO, |level| Score::new(level, finding.amount.into()))
    };
    findings.iter().map(cost).sum()
}

/// What a plan must be whatever the rules say; the first fault in words.
///
/// # Errors
/// A session where none of its kind may stand, more sessions than targets, or runs that no layout has.
pub fn sound(facts: &Facts<'_>, week: &Week) -> Result<(), String> {
    for day in Day::ALL {
        if let Some(fault) = facts.fault(*day, week[day.index()]) {
            return Err(format!("{}: {fault}", day.name()));
        }
    }
    let runs = week.map(|day| day.run);
    if !facts.run_plans().any(|plan| plan.leaves(&runs)) {
        return Err(format!("no layout of runs is {}", runs.map(Word::id).join(" ")));
    }
    if !facts.keeps_kinds(week) {
        return Err("more of a kind of strength than there was".to_owned());
    }
    let placed = |kind: &Kind| !matches!(kind, Kind::Run | Kind::Rest);
    for kind in Kind::ALL.iter().copied().filter(placed) {
        let target = if Kind::EXTRAS.contains(&kind) { facts.limits.target(kind) } else { 7 };
        let most = target.min(facts.most_as_before(kind));
        if count(week, kind) > most {
            return Err(format!("more than {most} of {kind}"));
        }
    }
    Ok(())
}
