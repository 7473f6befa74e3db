//! Rules and facts compiled to plain tables: what each choice of a day costs and breaks, alone, beside another day, and
//! in the counts of the week.

use super::choice::{Choice, DayTable, EMPTY, NOTHING};
use super::ruleset::{Cell, PairCheck, RuleSet};
use super::{carries_mobility, index, plan, tie_order};
use crate::day::{Day, Days};
use crate::facts::{Facts, next_week};
use crate::rules::{Around, Today};
use crate::score::Score;
use crate::session::{Run, Strength};
use crate::week::{Beyond, DayPlan};
use crate::word::Word;

/// Strength sessions in the order in which ties prefer them.
pub(super) const STRENGTHS: [Strength; 3] = [Strength::Full, Strength::Upper, Strength::None];

/// The tables of one week.
#[derive(Debug)]
pub struct Tables<'a> {
    facts: &'a Facts<'a>,
    rules: &'a RuleSet,
    pub(super) order: [Day; 7],
    pub(super) most_strength: u8,
    pub(super) most_mobility: u8,
    pub(super) most_cross: u8,
    /// Each day with its run kept, and without it.
    days: [[DayTable; 2]; 7],
    pub(super) totals: [[Cell; 8]; 5],
}

/// The tables under one choice of kept runs.
#[derive(Debug)]
pub(super) struct Runs {
    days: [DayTable; 7],
    pairs: [[[Cell; 9]; 7]; 7],
    /// Pairs of days matter only where both have strength.
    pub only_strength: bool,
    /// The kept runs.
    pub kept: [Run; 7],
    /// The days whose run is set aside.
    pub aside: Days,
    /// What the runs cost whatever else is placed.
    pub cost: Score,
}

impl Runs {
    pub fn choices(&self, day: usize) -> &[Choice] {
        &self.days[day].choices[..self.days[day].len]
    }

    pub fn choice(&self, day: usize, index: u8) -> &Choice {
        &self.days[day].choices[usize::from(index)]
    }

    pub fn pair(&self, one: usize, strength: Strength, other: usize, other_strength: Strength) -> Cell {
        let (low, a, high, b) = if one < other {
            (one, strength, other, other_strength)
        } else {
            (other, other_strength, one, strength)
        };
        self.pairs[low][high][3 * index(a) + index(b)]
    }
}

impl<'a> Tables<'a> {
    /// Compiles the rules for one week.
    #[must_use]
    pub fn new(facts: &'a Facts<'a>, rules: &'a RuleSet) -> Self {
        let limits = &facts.limits;
        let mut totals = [[Cell::default(); 8]; 5];
        for (weight, count, check) in &rules.totals {
            for (n, cell) in totals[*count as usize].iter_mut().enumerate() {
                weight.add(cell, check(limits, u8::try_from(n).unwrap_or(u8::MAX)));
            }
        }
        let mut tables = Self {
            facts,
            rules,
            order: tie_order(limits.phase),
            most_strength: limits.strength_target,
            most_mobility: if rules.minds_mobility() { limits.mobility } else { 0 },
            most_cross: limits.cross,
            days: [[EMPTY; 2]; 7],
            totals,
        };
        for day in Day::ALL {
            let planned = facts.runs[day.index()];
            // A day on which everything is as on one before it needs no second look.
            if let Some(same) = Day::ALL[..day.index()].iter().find(|other| facts.alike(**other, *day)) {
                tables.days[day.index()] = tables.days[same.index()];
                continue;
            }
            tables.days[day.index()][0] = tables.day(*day, planned.run);
            if planned.movable {
                tables.days[day.index()][1] = tables.day(*day, Run::Off);
            }
        }
        tables
    }

    pub(super) fn rule_set(&self) -> &'a RuleSet {
        self.rules
    }

    fn day(&self, day: Day, run: Run) -> DayTable {
        let mut table = EMPTY;
        let mut push = |choice: Choice| {
            table.choices[table.len] = choice;
            table.len += 1;
        };
        for strength in STRENGTHS {
            if strength.any() && self.most_strength == 0 {
                continue;
            }
            // Ties prefer cross-training to none, and it stands only where neither run nor strength do.
            if !strength.any() && !run.is_run() && self.most_cross > 0 {
                push(self.choice(day, run, Choice { cross: true, ..NOTHING }));
            }
            push(self.choice(day, run, Choice { strength, ..NOTHING }));
        }
        table
    }

    fn choice(&self, day: Day, run: Run, choice: Choice) -> Choice {
        let plan = plan(run, choice);
        let cell = self.alone(day, plan);
        let mut choice = Choice { cost: cell.cost, breaks: cell.breaks, rest: plan.is_rest(), ..choice };
        let carries = carries_mobility(run) || run != Run::Race && (choice.strength.any() || choice.cross);
        if carries && self.most_mobility > 0 {
            let with = self.alone(day, DayPlan { mobility: true, ..plan });
            choice.mobility = true;
            choice.mobility_cost = with.cost.minus(cell.cost);
            choice.mobility_breaks = with.breaks & !cell.breaks;
        }
        choice
    }

    /// What a day costs and breaks by itself.
    fn alone(&self, day: Day, plan: DayPlan) -> Cell {
        let today = Today::new(self.facts, day, plan);
        let mut cell = Cell::default();
        for (weight, check) in &self.rules.days {
            weight.add(&mut cell, check(&today));
        }
        cell
    }

    /// Every choice of runs to set aside; one, of none, where no run is movable.
    pub(super) fn asides(&self) -> impl Iterator<Item = Days> {
        let movable: Days =
            Day::ALL.iter().copied().filter(|day| self.facts.runs[day.index()].movable).collect();
        let aside = movable.len().saturating_sub(self.facts.movable_kept);
        movable.subsets(aside)
    }

    pub(super) fn runs(&self, aside: Days) -> Runs {
        let limits = &self.facts.limits;
        let mut runs = self.facts.runs.map(|planned| planned.run);
        let mut days = self.days.map(|[kept, _]| kept);
        for day in aside.iter().map(Day::index) {
            runs[day] = Run::Off;
            days[day] = self.days[day][1];
        }
        for day in Day::ALL {
            let (before, after) = self.facts.around(&runs, *day, &Beyond::Again);
            let table = &mut days[day.index()];
            for choice in table.choices[..table.len].iter_mut().filter(|choice| choice.strength.any()) {
                let around = Around { strength: choice.strength, before, after };
                let mut cell = Cell::default();
                for (weight, check) in &self.rules.arounds {
                    weight.add(&mut cell, check(limits, &around));
                }
                choice.cost += cell.cost;
                choice.breaks |= cell.breaks;
            }
        }
        let mut tables = Runs {
            days,
            pairs: [[[Cell::default(); 9]; 7]; 7],
            only_strength: true,
            kept: runs,
            aside,
            cost: Score::ZERO,
        };
        for (weight, reach, check) in &self.rules.pairs {
            for apart in 1..=*reach {
                self.pairs(runs, apart, *check, |low, high, i, amount| {
                    weight.add(&mut tables.pairs[low][high][i], amount);
                    // The last row and column are those without strength.
                    tables.only_strength &= amount == 0 || i % 3 != 2 && i / 3 != 2;
                });
            }
        }
        tables
    }

    /// Evaluates a pair rule on all pairs of days so far apart.
    fn pairs(
        &self,
        runs: [Run; 7],
        apart: usize,
        check: PairCheck,
        mut add: impl FnMut(usize, usize, usize, u8),
    ) {
        for first in 0..7 {
            let second = (first + apart) % 7;
            let wraps = first + apart >= 7;
            if wraps && !self.facts.limits.wraps {
                continue;
            }
            let side = |day: usize, strength| DayPlan {
                run: if wraps { next_week(runs[day]) } else { runs[day] },
                strength,
                ..DayPlan::EMPTY
            };
            for a in STRENGTHS {
                for b in STRENGTHS {
                    let amount = check(&self.facts.limits, side(first, a), side(second, b), apart);
                    if wraps {
                        add(second, first, 3 * index(b) + index(a), amount);
                    } else {
                        add(first, second, 3 * index(a) + index(b), amount);
                    }
                }
            }
        }
    }
}
