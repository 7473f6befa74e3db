//! The search: the best week, exactly, level by level, with the tie-break of the rules.
//!
//! It imports no rule and no word of one: rules are compiled to tables first, and what is walked are numbers. Guarantees
//! the week that a plain walk over every placement would choose; a test walks them all.

mod ask;
mod bound;
mod branch_and_bound;
pub mod conflict;
mod counts;
pub mod fact;
mod layouts;
mod pairs;
mod rule_set;
mod tables;
mod ties;

pub use ask::{Ask, DayAsk};
pub use branch_and_bound::Best;
pub use rule_set::RuleSet;
pub use ties::{tie_order, tie_rank};

use crate::facts::Facts;
use crate::rules::Rule;
use crate::week::Week;
use branch_and_bound::{Totals, Walk, Wanted};
use layouts::Lazy;
use tables::Tables;

/// The search for one week, ready for many questions about it.
#[derive(Debug)]
pub struct Search<'a> {
    tables: Tables<'a>,
    /// The layouts of runs, the cheapest first.
    layouts: Vec<Lazy>,
    /// The counts under all hard rules.
    totals: Totals,
}

/// All hard rules, a bit each.
const ALL: u32 = u32::MAX;

impl<'a> Search<'a> {
    /// Compiles facts and rules.
    #[must_use]
    pub fn new(facts: &'a Facts<'a>, rules: &'a RuleSet) -> Self {
        let tables = Tables::new(facts, rules);
        let layouts = tables.layouts();
        let totals = Totals::new(&tables, ALL);
        Self { tables, layouts, totals }
    }

    /// The best week that is as asked and keeps every hard rule, or `None` if there is none.
    #[must_use]
    pub fn best(&self, ask: &Ask) -> Option<Best> {
        self.best_near(ask, &std::iter::empty())
    }

    /// The best week that is as asked; weeks that may be `near` it only make the answer quicker.
    #[must_use]
    pub fn best_near(&self, ask: &Ask, near: &(impl Iterator<Item = Week> + Clone)) -> Option<Best> {
        let mut walk = Walk::new(&self.tables, &self.totals, ask, Wanted::Best);
        for layout in &self.layouts {
            if !walk.may_improve(layout.least) {
                continue;
            }
            walk.under(layout.tables(&self.tables), near.clone());
        }
        walk.best()
    }

    /// Whether any week keeps every hard rule.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        self.is_possible_under(ALL, &Ask::default())
    }

    /// Whether any week is as asked and keeps the hard rules whose bits are set in `active`.
    fn is_possible_under(&self, active: u32, ask: &Ask) -> bool {
        let totals = Totals::new(&self.tables, active);
        let mut walk = Walk::new(&self.tables, &totals, ask, Wanted::Any);
        self.layouts.iter().any(|layout| {
            if walk.may_improve(layout.least) {
                walk.under(layout.tables(&self.tables), std::iter::empty());
            }
            walk.best().is_some()
        })
    }

    /// The hard rules that leave no week as asked, none of which could be left out; `None` if no rule is to blame: such a
    /// week is no placement at all.
    #[must_use]
    pub fn forbidding(&self, ask: &Ask) -> Option<Vec<&'static Rule>> {
        if !self.is_possible_under(0, ask) {
            return None;
        }
        let hard = &self.tables.rule_set().hard;
        // What nothing breaks goes unasked.
        let mut active = self.tables.broken(&self.layouts);
        for bit in (0..hard.len()).rev().filter(|bit| active >> bit & 1 == 1).collect::<Vec<_>>() {
            if !self.is_possible_under(active & !(1 << bit), ask) {
                active &= !(1 << bit);
            }
        }
        Some(
            hard.iter()
                .enumerate()
                .filter(|(bit, _)| active >> bit & 1 == 1)
                .map(|(_, rule)| *rule)
                .collect(),
        )
    }
}
