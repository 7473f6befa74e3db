//! What two days cost and break together. A rule minds two days that are both of a sort, so a bit a rule is all that has to
//! be known of a day.

use super::rule_set::{Cell, RuleSet};
use crate::facts::Facts;
use crate::week::DayPlan;
use crate::week::edges::again;

/// Rules of pairs at most.
const MOST: usize = 8;
/// Within how many days rules look at pairs.
const REACH: usize = 3;

/// The rules of pairs that mind a day, a bit each; in the upper byte as the week after sees it, where that is this week again.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks(u16);

impl Marks {
    /// Those of all rules.
    pub const ALL: Self = Self(u16::MAX);

    /// Those that mind both days.
    pub const fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// The rules of pairs under the facts of a week.
#[derive(Debug)]
pub(super) struct Pairs<'a> {
    rules: &'a RuleSet,
    /// Whether the week stands behind itself again.
    repeats: bool,
    /// The rules that mind two days of the week so many days apart: in the week, and over its end.
    minds: [Marks; 7],
    /// What two days cost and break, by rule and by days apart, from 1 on.
    cells: [[Cell; REACH]; MOST],
}

impl<'a> Pairs<'a> {
    pub fn new(facts: &Facts<'_>, rules: &'a RuleSet) -> Self {
        let repeats = facts.edges.repeats_after();
        let mut pairs = Self { rules, repeats, minds: Default::default(), cells: Default::default() };
        for (bit, rule) in rules.pairs.iter().enumerate() {
            for apart in 1..=rule.reach {
                let cell = &mut pairs.cells[bit][apart - 1];
                rule.weight.add(cell, (rule.amount)(&facts.limits, apart));
                if !cell.is_free() {
                    pairs.minds[apart].0 |= 1 << bit;
                    pairs.minds[7 - apart].0 |= u16::from(repeats) << (MOST + bit);
                }
            }
        }
        pairs
    }

    /// The rules that mind a day.
    pub fn marks(&self, plan: DayPlan) -> Marks {
        let bits = |plan: DayPlan| {
            let minding = self.rules.pairs.iter().map(|rule| u16::from((rule.of)(plan)));
            minding.rev().fold(0, |bits, minds| bits << 1 | minds)
        };
        let over_the_end = || bits(DayPlan { run: again(plan.run), ..plan }) << MOST;
        Marks(bits(plan) | if self.repeats { over_the_end() } else { 0 })
    }

    /// What two days of the week cost and break together, by the rules that mind both and by how many days they are apart.
    pub fn together(&self, both: Marks, apart: usize) -> Cell {
        let mut left = both.both(self.minds[apart]).0;
        let mut cell = Cell::default();
        while left != 0 {
            let bit = left.trailing_zeros() as usize;
            let apart = if bit < MOST { apart } else { 7 - apart };
            cell = cell.and(self.cells[bit % MOST][apart - 1]);
            left &= left - 1;
        }
        cell
    }

    /// What a day of the week costs and breaks together with a known day before the week.
    pub fn over_the_start(&self, known: DayPlan, plan: DayPlan, apart: usize) -> Cell {
        let within = Marks(0xFF);
        self.together(self.marks(known).both(self.marks(plan)).both(within), apart)
    }

    /// What any pair may cost and break.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().flatten()
    }
}
