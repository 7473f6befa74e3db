//! Rules and facts compiled to plain tables: what each choice of a day costs and breaks, alone, beside another day, and
//! in the counts of the week.

use super::{carries_mobility, index, plan, tie_order};
use crate::facts::{Facts, next_week};
use crate::rules::{Around, Today};
use crate::solve::options::{Choice, Counts, DayTable, EMPTY, NOTHING};
use crate::solve::rule_set::{Cell, DayCheck, RuleSet, Weight};
use crate::week::day::{Day, Days};
use crate::week::session::{Run, Strength};
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
    /// Of two days so many days apart within the week, by the strength of the earlier one and that of the later one.
    pairs: [[Cell; 4]; 7],
}

/// The tables under one choice of kept runs.
#[derive(Debug)]
pub(super) struct Runs {
    days: [DayTable; 7],
    /// The kept runs.
    pub kept: [Run; 7],
    /// The days whose run is set aside.
    pub aside: Days,
    /// What the runs cost and break whatever else is placed.
    pub own: Cell,
}

impl Runs {
    pub fn choices(&self, day: usize) -> &[Choice] {
        &self.days[day].choices[..self.days[day].len]
    }

    pub fn choice(&self, day: usize, index: u8) -> &Choice {
        &self.days[day].choices[usize::from(index)]
    }

    /// The hard rules that some choice or the runs break.
    pub fn broken(&self) -> u32 {
        let choices = (0..7).flat_map(|day| self.choices(day));
        choices.fold(self.own.breaks, |broken, choice| broken | choice.breaks | choice.mobility_breaks)
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
            pairs: [[Cell::default(); 4]; 7],
        };
        tables.pair_up();
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

    /// The hard rules that some count or pair of the week breaks.
    pub(super) fn broken(&self) -> u32 {
        let cells = self.totals.iter().flatten().chain(self.pairs.iter().flatten());
        cells.fold(0, |broken, cell| broken | cell.breaks)
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

    /// What a day costs and breaks by itself.
    fn choice(&self, day: Day, run: Run, choice: Choice) -> Choice {
        let plan = plan(run, choice);
        let today = Today::new(self.facts, day, plan);
        let without = asked(&self.rules.days, &today, Cell::default());
        let cell =
            if choice.strength.any() { asked(&self.rules.strengths, &today, without) } else { without };
        let adds = Counts::of_day(choice.strength, plan.is_rest(), choice.cross);
        let mut choice = Choice { cost: cell.cost, adds, breaks: cell.breaks, ..choice };
        let carries = carries_mobility(run) || run != Run::Race && (choice.strength.any() || choice.cross);
        if carries && self.most_mobility > 0 {
            let today = Today::new(self.facts, day, DayPlan { mobility: true, ..plan });
            let with = asked(&self.rules.days, &today, Cell::default());
            choice.mobility = true;
            choice.mobility_cost = with.cost.minus(without.cost);
            choice.mobility_breaks = with.breaks & !cell.breaks;
        }
        choice
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
        Runs { days, kept: runs, aside, own: self.run_pairs(runs) }
    }

    /// What the runs cost and break in pairs.
    fn run_pairs(&self, runs: [Run; 7]) -> Cell {
        let limits = &self.facts.limits;
        let mut cell = Cell::default();
        for (weight, reach, check) in &self.rules.run_pairs {
            for first in 0..7 {
                for later in first + 1..=first + reach {
                    if later < 7 {
                        weight.add(&mut cell, check(limits, [runs[first], runs[later]], later - first));
                    } else if limits.wraps {
                        let over = [runs[first], runs[later - 7]].map(next_week);
                        weight.add(&mut cell, check(limits, over, later - first));
                    }
                }
            }
        }
        cell
    }

    /// Fills the table of strength in pairs: of two days so far apart, and of the same days over the end of the week.
    fn pair_up(&mut self) {
        let limits = &self.facts.limits;
        let both = [Strength::Full, Strength::Upper];
        for (weight, reach, check) in &self.rules.pairs {
            for apart in 1..=*reach {
                for (first, then) in both.iter().flat_map(|one| both.map(|other| (*one, other))) {
                    let amount = check(limits, [first, then], apart);
                    weight.add(&mut self.pairs[apart][2 * index(first) + index(then)], amount);
                    if limits.wraps {
                        // Over the end of the week the first of the two is its later day.
                        weight.add(&mut self.pairs[7 - apart][2 * index(then) + index(first)], amount);
                    }
                }
            }
        }
    }

    /// What strength on two days costs and breaks; both have some.
    pub(super) fn pair(&self, one: (usize, Strength), other: (usize, Strength)) -> Cell {
        let ((low, a), (high, b)) = if one.0 < other.0 { (one, other) } else { (other, one) };
        self.pairs[high - low][2 * index(a) + index(b)]
    }
}

/// What was found already, and what a day costs and breaks by these rules.
fn asked(rules: &[(Weight, DayCheck)], today: &Today<'_>, mut cell: Cell) -> Cell {
    for (weight, check) in rules {
        weight.add(&mut cell, check(today));
    }
    cell
}
