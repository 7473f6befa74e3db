//! Steering rules sorted by what they look at, so that compiling a week asks each of them once.

use crate::facts::limits::Limits;
use crate::rules::{Around, Looks, MovesCheck, RULES, Rule, Today};
use crate::week::DayPlan;
use crate::week::kind::Kind;
use crate::week::score::{Level, Score};
use std::sync::OnceLock;

/// What something costs, and which hard rules it breaks, a bit each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cell {
    pub cost: Score,
    pub breaks: u32,
}

impl Cell {
    /// Whether it costs and breaks nothing.
    pub fn is_free(&self) -> bool {
        self.cost == Score::ZERO && self.breaks == 0
    }

    /// The cell, without the hard rules that it breaks where facts alone stand there.
    pub fn unless(self, stands: bool) -> Self {
        if stands { Self { breaks: 0, ..self } } else { self }
    }

    /// The cell with what another one costs and breaks on top.
    pub fn and(self, other: Self) -> Self {
        Self { cost: self.cost + other.cost, breaks: self.breaks | other.breaks }
    }
}

/// Steering rules sorted by what they look at. A hard rule has the bit of its place among the hard rules.
#[derive(Debug, Default)]
pub struct RuleSet {
    /// The hard rules in their order.
    pub hard: Vec<&'static Rule>,
    pub(super) days: Vec<(Weight, DayCheck)>,
    pub(super) arounds: Vec<(Weight, AroundCheck)>,
    pub(super) pairs: Vec<PairRule>,
    pub(super) totals: Vec<(Weight, Kind, TotalCheck)>,
    pub(super) moves: Vec<(Weight, MovesCheck)>,
}

type DayCheck = fn(&Today<'_>) -> u8;
type AroundCheck = fn(&Limits, &Around) -> u8;
type TotalCheck = fn(&Limits, u8) -> u8;

/// A rule of two days that are both of a sort.
#[derive(Debug)]
pub(super) struct PairRule {
    pub weight: Weight,
    pub reach: usize,
    pub of: fn(DayPlan) -> bool,
    pub amount: fn(&Limits, usize) -> u8,
}

/// Where a rule's amounts go.
#[derive(Clone, Copy, Debug)]
pub(super) enum Weight {
    Hard(u32),
    Soft(Level),
}

impl Weight {
    pub(super) const fn is_hard(self) -> bool {
        matches!(self, Self::Hard(_))
    }

    pub(super) fn add(self, cell: &mut Cell, amount: u8) {
        if amount > 0 {
            match self {
                Self::Hard(bit) => cell.breaks |= bit,
                Self::Soft(level) => cell.cost += Score::new(level, amount.into()),
            }
        }
    }
}

impl RuleSet {
    /// Sorts steering rules; others do not count.
    #[must_use]
    pub fn new(rules: impl IntoIterator<Item = &'static Rule>) -> Self {
        let mut set = Self::default();
        for rule in rules {
            let Some(steer) = rule.steer() else { continue };
            let weight = if steer.level == Level::Hard {
                set.hard.push(rule);
                Weight::Hard(1 << (set.hard.len() - 1))
            } else {
                Weight::Soft(steer.level)
            };
            match steer.looks {
                Looks::Day(check) => set.days.push((weight, check)),
                Looks::Around(check) => set.arounds.push((weight, check)),
                Looks::Pair { of, reach, amount } => set.pairs.push(PairRule { weight, reach, of, amount }),
                Looks::Total(kind, check) => set.totals.push((weight, kind, check)),
                Looks::Moves(check) => set.moves.push((weight, check)),
            }
        }
        set
    }

    /// All rules.
    #[must_use]
    pub fn all() -> &'static Self {
        static ALL: OnceLock<RuleSet> = OnceLock::new();
        ALL.get_or_init(|| Self::new(RULES.iter().copied()))
    }

    /// The hard rules alone: all that decides whether there is a week.
    #[must_use]
    pub fn only_hard() -> &'static Self {
        static HARD: OnceLock<RuleSet> = OnceLock::new();
        HARD.get_or_init(|| Self::new(RULES.iter().copied().filter(|rule| rule.level() == Some(Level::Hard))))
    }

    /// The hard rules about moves, a bit each.
    pub(super) fn hard_moves(&self) -> u32 {
        let bit = |(weight, _): &(Weight, MovesCheck)| match weight {
            Weight::Hard(bit) => *bit,
            Weight::Soft(_) => 0,
        };
        self.moves.iter().fold(0, |bits, rule| bits | bit(rule))
    }

    /// Whether mobility makes a difference: to hard rules alone it is only one more thing that has to fit.
    pub(super) fn minds_mobility(&self) -> bool {
        let soft = |weight: &Weight| matches!(weight, Weight::Soft(_));
        self.days.iter().any(|(weight, _)| soft(weight))
            || self.totals.iter().any(|(weight, kind, _)| soft(weight) || *kind == Kind::Mobility)
    }
}
