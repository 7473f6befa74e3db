//! Rules and facts compiled to plain tables: what each choice of a day costs and breaks, alone, beside another day, and
//! in the counts of the week.

use super::{carries_mobility, index, plan, tie_order};
use crate::day::{Day, Days};
use crate::facts::{Facts, next_week};
use crate::rules::{Around, Looks, RULES, Rule, Today};
use crate::score::{Level, Score};
use crate::session::{Run, Strength};
use crate::week::{Count, DayPlan};
use crate::word::Word;
use std::sync::OnceLock;

/// Strength sessions in the order in which ties prefer them.
pub(super) const STRENGTHS: [Strength; 3] = [Strength::Full, Strength::Upper, Strength::None];

/// What something costs, and which hard rules it breaks, a bit each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cell {
    pub cost: Score,
    pub breaks: u32,
}

/// Steering rules sorted by what they look at. A hard rule has the bit of its place among the hard rules.
#[derive(Debug)]
pub struct RuleSet {
    /// The hard rules in their order.
    pub hard: Vec<&'static Rule>,
    days: Vec<(Weight, fn(&Today<'_>) -> u8)>,
    arounds: Vec<(Weight, fn(&crate::limits::Limits, &Around) -> u8)>,
    pairs: Vec<(Weight, usize, PairCheck)>,
    totals: Vec<(Weight, Count, fn(&crate::limits::Limits, u8) -> u8)>,
}

type PairCheck = fn(&crate::limits::Limits, DayPlan, DayPlan, usize) -> u8;

/// Where a rule's amounts go.
#[derive(Clone, Copy, Debug)]
enum Weight {
    Hard(u32),
    Soft(Level),
}

impl Weight {
    fn add(self, cell: &mut Cell, amount: u8) {
        if amount > 0 {
            match self {
                Self::Hard(bit) => cell.breaks |= bit,
                Self::Soft(level) => cell.cost += Score::new(level, amount),
            }
        }
    }
}

impl RuleSet {
    /// Sorts steering rules; others do not count.
    #[must_use]
    pub fn new(rules: impl IntoIterator<Item = &'static Rule>) -> Self {
        let mut set = Self {
            hard: Vec::new(),
            days: Vec::new(),
            arounds: Vec::new(),
            pairs: Vec::new(),
            totals: Vec::new(),
        };
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
                Looks::Pair { reach, check } => set.pairs.push((weight, reach, check)),
                Looks::Total(count, check) => set.totals.push((weight, count, check)),
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
}

/// What is asked of the search beyond the rules: sessions forced onto days or kept off them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// Days without a leg session.
    pub no_full: Days,
    /// Days without an upper session.
    pub no_upper: Days,
    /// Days without mobility.
    pub no_mobility: Days,
    /// Days without cross-training.
    pub no_cross: Days,
    /// Days with a strength session.
    pub strength: Days,
    /// Days with mobility.
    pub mobility: Days,
    /// Days with cross-training.
    pub cross: Days,
    /// Days whose movable run is set aside.
    pub no_run: Days,
    /// Days whose movable run stays.
    pub run: Days,
}

impl Ask {
    pub(super) fn must_mobility(&self, day: Day) -> bool {
        self.mobility.contains(day)
    }

    fn lets(&self, day: Day, choice: &Choice) -> bool {
        let strength = match choice.strength {
            Strength::Full => !self.no_full.contains(day),
            Strength::Upper => !self.no_upper.contains(day),
            Strength::None => !self.strength.contains(day),
        };
        strength && if choice.cross { !self.no_cross.contains(day) } else { !self.cross.contains(day) }
    }
}

/// What may stand on a day beside its run, mobility apart; small, because tables of it are copied.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub cost: Score,
    /// What mobility on top costs; a rule may like it, so this may be negative.
    pub mobility_cost: i64,
    pub breaks: u32,
    /// What mobility on top breaks beyond that.
    pub mobility_breaks: u32,
    pub strength: Strength,
    pub cross: bool,
    pub rest: bool,
    pub mobility: Mobility,
}

/// Whether mobility may stand beside a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mobility {
    No,
    May,
    Must,
}

const NOTHING: Choice = Choice {
    cost: Score::ZERO,
    mobility_cost: 0,
    breaks: 0,
    mobility_breaks: 0,
    strength: Strength::None,
    cross: false,
    rest: false,
    mobility: Mobility::No,
};

impl Choice {
    /// What it adds to a count; mobility is decided last.
    pub const fn adds(&self, count: Count) -> u8 {
        match count {
            Count::Strength => self.strength.any() as u8,
            Count::Legs => self.strength.legs() as u8,
            Count::Rest => self.rest as u8,
            Count::Cross => self.cross as u8,
            Count::Mobility => 0,
        }
    }
}

/// The choices of one day under one run: three strengths, and cross-training.
#[derive(Clone, Copy, Debug)]
struct DayTable {
    choices: [Choice; 4],
    len: usize,
}

const EMPTY: DayTable = DayTable { choices: [NOTHING; 4], len: 0 };

/// The tables of one week.
#[derive(Debug)]
pub struct Tables<'a> {
    facts: &'a Facts<'a>,
    rules: &'a RuleSet,
    pub(super) ask: Ask,
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
    pub runs: [Run; 7],
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
            ask: Ask::default(),
            order: tie_order(limits.phase),
            most_strength: limits.strength_target,
            most_mobility: limits.mobility,
            most_cross: limits.cross,
            days: [[EMPTY; 2]; 7],
            totals,
        };
        for day in Day::ALL {
            let planned = facts.runs[day.index()];
            tables.days[day.index()][0] = tables.day(*day, planned.run);
            if planned.movable {
                tables.days[day.index()][1] = tables.day(*day, Run::Off);
            }
        }
        tables
    }

    /// The same tables with only those choices that `ask` lets stand.
    #[must_use]
    pub fn asking(&self, ask: &Ask) -> Self {
        let mut days = self.days;
        for (day, tables) in Day::ALL.iter().zip(&mut days) {
            for table in tables {
                let all = *table;
                table.len = 0;
                for choice in all.choices[..all.len].iter().filter(|choice| ask.lets(*day, choice)) {
                    let mobility = match choice.mobility {
                        Mobility::No => Mobility::No,
                        _ if ask.no_mobility.contains(*day) => Mobility::No,
                        _ if ask.mobility.contains(*day) => Mobility::Must,
                        mobility => mobility,
                    };
                    table.choices[table.len] = Choice { mobility, ..*choice };
                    table.len += 1;
                }
            }
        }
        Self { ask: *ask, days, ..*self }
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
            choice.mobility = Mobility::May;
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

    /// Calls `each` for every choice of the runs that stay.
    pub(super) fn each_runs(&self, mut each: impl FnMut(&Runs)) {
        let movable: Vec<usize> = (0..7).filter(|day| self.facts.runs[*day].movable).collect();
        for kept in 0u32..1 << movable.len() {
            if kept.count_ones() as usize != self.facts.movable_kept {
                continue;
            }
            let mut aside = Days::NONE;
            for (bit, day) in movable.iter().enumerate() {
                if kept >> bit & 1 == 0 {
                    aside.insert(Day::of(*day));
                }
            }
            let asked = Day::ALL.iter().all(|day| {
                !(self.ask.run.contains(*day) && aside.contains(*day))
                    && !(self.ask.no_run.contains(*day) && !aside.contains(*day))
            });
            if asked {
                each(&self.runs(aside));
            }
        }
    }

    fn runs(&self, aside: Days) -> Runs {
        let limits = &self.facts.limits;
        let mut runs = self.facts.runs.map(|planned| planned.run);
        let mut days = self.days.map(|[kept, _]| kept);
        for day in aside.iter().map(Day::index) {
            runs[day] = Run::Off;
            days[day] = self.days[day][1];
        }
        for day in Day::ALL {
            let (before, after) = self.facts.around(&runs, *day);
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
            runs,
            cost: Score::ZERO,
        };
        for (weight, reach, check) in &self.rules.pairs {
            for apart in 1..=*reach {
                self.pairs(&runs, apart, *check, |low, high, i, amount| {
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
        runs: &[Run; 7],
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
