//! Rules and facts compiled to plain tables: what each choice of a day costs and breaks, alone, beside another day, and
//! in the counts of the week.

use super::counts::Counts;
use super::rule_set::{Cell, RuleSet};
use super::ties::tie_order;
use crate::facts::Facts;
use crate::facts::limits::Limits;
use crate::rules::{Around, Today};
use crate::week::DayPlan;
use crate::week::day::Day;
use crate::week::edges::again;
use crate::week::kind::Kind;
use crate::week::score::Score;
use crate::week::session::{Run, Session};
use crate::word::Word;
use std::ops::Range;

/// Choices of a day under one run at most.
const MOST: usize = 4;
/// Cells of the pairs of a usual week, two days apart at most.
const CELLS: usize = 13 * MOST * MOST;

/// What may stand on a day, mobility apart; small, because tables of it are copied.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    /// The day with its run, without mobility.
    pub plan: DayPlan,
    /// What it costs and breaks by itself.
    pub cell: Cell,
    /// The same with mobility on top; `None` where mobility cannot stand. A rule may like it, so it may cost less.
    pub with_mobility: Option<Cell>,
    /// What it adds to the counts.
    pub adds: Counts,
}

impl Choice {
    /// Nothing on a day without a run.
    const NOTHING: Self = Self {
        plan: DayPlan::EMPTY,
        cell: Cell { cost: Score::ZERO, breaks: 0 },
        with_mobility: None,
        adds: Counts::NONE,
    };

    /// What it costs at least, with mobility where that is cheaper.
    pub fn least(&self) -> Score {
        self.with_mobility.map_or(self.cell.cost, |with| with.cost.min(self.cell.cost))
    }

    /// The choice with what else it costs and breaks, with mobility and without.
    fn and(self, cell: Cell) -> Self {
        let with_mobility = self.with_mobility.map(|with| with.and(cell));
        Self { cell: self.cell.and(cell), with_mobility, ..self }
    }
}

/// The tables of one week.
#[derive(Debug)]
pub(super) struct Tables<'a> {
    facts: &'a Facts<'a>,
    rules: &'a RuleSet,
    pub order: [Day; 7],
    /// How many days may hold a kind at most.
    pub most: [usize; Kind::COUNT],
    /// The choices of all days, one day behind the other, and in a day one run behind the other.
    choices: Vec<Choice>,
    /// The choices of each day.
    days: [Range<usize>; 7],
    /// By kind and count.
    pub totals: [[Cell; 8]; Kind::COUNT],
    /// What choices of two days cost and break together.
    cells: Vec<Cell>,
    /// Where the cells of two days start, the earlier one first: a row for each of its choices; `None` where nothing is ever
    /// broken.
    pairs: [[Option<usize>; 7]; 7],
}

/// How many days may hold a kind at most: sessions are never more than their targets.
fn most(limits: &Limits, rules: &RuleSet) -> [usize; Kind::COUNT] {
    let mut most = [7; Kind::COUNT];
    for kind in Kind::PLACED {
        most[kind as usize] = limits.target(kind).into();
    }
    if !rules.minds_mobility() {
        most[Kind::Mobility as usize] = 0;
    }
    most
}

/// The tables under one layout of runs.
#[derive(Debug)]
pub(super) struct Layout {
    /// The kept runs.
    pub runs: [Run; 7],
    days: [LayoutDay; 7],
    /// The least that pairs cost whose later day, in the order of the search, stands at this place or behind it.
    pub least_pairs: [Score; 8],
}

/// The choices of a day under its run.
#[derive(Clone, Copy, Debug)]
struct LayoutDay {
    /// The place of the first among all choices of the day.
    first: usize,
    len: usize,
    choices: [Choice; MOST],
}

impl Layout {
    pub fn choices(&self, day: usize) -> &[Choice] {
        &self.days[day].choices[..self.days[day].len]
    }

    pub fn choice(&self, day: usize, index: u8) -> &Choice {
        &self.days[day].choices[usize::from(index)]
    }

    /// The hard rules that some choice breaks.
    fn broken(&self) -> u32 {
        let cells = |choice: &Choice| choice.cell.breaks | choice.with_mobility.map_or(0, |with| with.breaks);
        (0..7).flat_map(|day| self.choices(day)).fold(0, |broken, choice| broken | cells(choice))
    }
}

impl<'a> Tables<'a> {
    /// Compiles the rules for one week.
    pub fn new(facts: &'a Facts<'a>, rules: &'a RuleSet) -> Self {
        let limits = &facts.limits;
        let mut totals = [[Cell::default(); 8]; Kind::COUNT];
        for (weight, kind, check) in &rules.totals {
            for (n, cell) in (0..).zip(&mut totals[*kind as usize]) {
                weight.add(cell, check(limits, n));
            }
        }
        let mut tables = Self {
            facts,
            rules,
            order: tie_order(limits.phase),
            most: most(limits, rules),
            choices: Vec::with_capacity(7 * MOST),
            days: Default::default(),
            totals,
            cells: Vec::with_capacity(CELLS),
            pairs: Default::default(),
        };
        let layouts: Vec<[Run; 7]> = facts.layouts().collect();
        for day in Day::ALL {
            tables.days[day.index()] = tables.choices.len()..tables.choices.len();
            for layout in &layouts {
                let run = layout[day.index()];
                if tables.under(day.index(), run).is_none() {
                    tables.add_choices(*day, run);
                    tables.days[day.index()].end = tables.choices.len();
                }
            }
        }
        tables.pair_up();
        tables
    }

    /// Every layout of runs, with its tables.
    pub fn layouts(&self) -> impl Iterator<Item = Layout> {
        self.facts.layouts().map(|runs| self.layout(runs))
    }

    pub fn rule_set(&self) -> &'a RuleSet {
        self.rules
    }

    /// The hard rules that some choice, count or pair of the week breaks under some layout.
    pub fn broken(&self, layouts: &[Layout]) -> u32 {
        let cells = self.totals.iter().flatten().chain(&self.cells);
        let broken = cells.fold(0, |broken, cell| broken | cell.breaks);
        layouts.iter().fold(broken, |broken, layout| broken | layout.broken())
    }

    /// What two days cost and break together, each by its place in the week and its choice; `None` for nothing.
    pub fn pair(&self, layout: &Layout, one: (usize, u8), other: (usize, u8)) -> Option<&Cell> {
        let (low, high) = if one.0 < other.0 { (one, other) } else { (other, one) };
        let start = self.pairs[low.0][high.0]?;
        let place = |(day, choice): (usize, u8)| layout.days[day].first + usize::from(choice);
        self.cells.get(start + place(low) * self.days[high.0].len() + place(high))
    }

    /// Where the choices of a day under a run stand, if they are known.
    fn under(&self, day: usize, run: Run) -> Option<Range<usize>> {
        let is_under = |place: &usize| self.choices[*place].plan.run == run;
        let first = self.days[day].clone().find(is_under)?;
        let len = (first..self.days[day].end).take_while(is_under).count();
        Some(first..first + len)
    }

    /// Adds the choices of a day under a run, in the order in which ties prefer them: full before upper before none, and
    /// something before nothing.
    fn add_choices(&mut self, day: Day, run: Run) {
        // A day on which everything is as on one before it needs no second look.
        let alike = Day::ALL[..day.index()].iter().find(|other| self.facts.is_alike(**other, day, run));
        if let Some(known) = alike.and_then(|other| self.under(other.index(), run)) {
            self.choices.extend_from_within(known);
            return;
        }
        let alone = DayPlan { run, ..DayPlan::EMPTY };
        for session in Session::CHOICES {
            let plan = alone.with(session);
            if self.most[session.kind() as usize] > 0 && plan.fault().is_none() {
                self.choices.push(self.choice(day, plan));
            }
        }
        self.choices.push(self.choice(day, alone));
    }

    /// What a day costs and breaks by itself and beside the known days before the week.
    fn choice(&self, day: Day, plan: DayPlan) -> Choice {
        let with = plan.with(Session::Mobility);
        let mobility = self.most[Kind::Mobility as usize] > 0 && with.fault().is_none();
        let with_mobility = mobility.then(|| self.alone(day, with));
        let choice = Choice { plan, cell: self.alone(day, plan), with_mobility, adds: Counts::of_day(plan) };
        choice.and(self.over_the_start(day, plan))
    }

    /// What the rules of a day say.
    fn alone(&self, day: Day, plan: DayPlan) -> Cell {
        let today = Today::new(self.facts, day, plan);
        let mut cell = Cell::default();
        for (weight, check) in &self.rules.days {
            weight.add(&mut cell, check(&today));
        }
        cell
    }

    /// What a day costs and breaks in pairs with known days before the week.
    fn over_the_start(&self, day: Day, plan: DayPlan) -> Cell {
        let mut cell = Cell::default();
        for (weight, reach, check) in &self.rules.pairs {
            for before in 1..=reach.saturating_sub(day.index()) {
                if let Some(known) = self.facts.edges.day_before(before) {
                    weight.add(&mut cell, check(&self.facts.limits, [known, plan], before + day.index()));
                }
            }
        }
        cell
    }

    /// Fills the tables of pairs: of two days within reach of each other, and of the same days over the end of the week.
    fn pair_up(&mut self) {
        let reach = self.rules.pairs.iter().map(|(_, reach, _)| *reach).max().unwrap_or(0);
        let repeats = self.facts.edges.repeats_after();
        for low in 0..7 {
            for high in low + 1..7 {
                let apart = high - low;
                if apart > reach && (7 - apart > reach || !repeats) {
                    continue;
                }
                let start = self.cells.len();
                for one in self.days[low].clone() {
                    for other in self.days[high].clone() {
                        let plans = [self.choices[one].plan, self.choices[other].plan];
                        self.cells.push(self.together(plans, apart));
                    }
                }
                if self.cells[start..].iter().all(Cell::is_free) {
                    self.cells.truncate(start);
                } else {
                    self.pairs[low][high] = Some(start);
                }
            }
        }
    }

    /// What two days cost and break together, so many days apart.
    fn together(&self, [low, high]: [DayPlan; 2], apart: usize) -> Cell {
        let limits = &self.facts.limits;
        let next_week = |plan: DayPlan| DayPlan { run: again(plan.run), ..plan };
        let mut cell = Cell::default();
        for (weight, reach, check) in &self.rules.pairs {
            if apart <= *reach {
                weight.add(&mut cell, check(limits, [low, high], apart));
            }
            // Over the end of the week the first of the two is its later day.
            if 7 - apart <= *reach && self.facts.edges.repeats_after() {
                weight.add(&mut cell, check(limits, [next_week(high), next_week(low)], 7 - apart));
            }
        }
        cell
    }

    /// The tables of one layout: with what strength costs and breaks beside the runs around it.
    fn layout(&self, runs: [Run; 7]) -> Layout {
        let days = std::array::from_fn(|day| self.layout_day(Day::of(day), runs));
        let mut layout = Layout { runs, days, least_pairs: Default::default() };
        for at in (0..7).rev() {
            let pairs =
                self.order[..at].iter().map(|before| self.least_pair(&layout, *before, self.order[at]));
            layout.least_pairs[at] = layout.least_pairs[at + 1] + pairs.sum::<Score>();
        }
        layout
    }

    fn layout_day(&self, day: Day, runs: [Run; 7]) -> LayoutDay {
        let under = self.under(day.index(), runs[day.index()]).unwrap_or_default();
        let (before, after) = self.facts.around(&runs, day);
        let mut choices = [Choice::NOTHING; MOST];
        for (choice, known) in choices.iter_mut().zip(&self.choices[under.clone()]) {
            let around = Around { strength: known.plan.strength, before, after };
            let mut cell = Cell::default();
            for (weight, check) in &self.rules.arounds {
                weight.add(&mut cell, check(&self.facts.limits, &around));
            }
            *choice = known.and(cell);
        }
        LayoutDay { first: under.start - self.days[day.index()].start, len: under.len(), choices }
    }

    /// The least that two days cost together under a layout.
    fn least_pair(&self, layout: &Layout, one: Day, other: Day) -> Score {
        let (low, high) = (one.index().min(other.index()), one.index().max(other.index()));
        let Some(start) = self.pairs[low][high] else { return Score::ZERO };
        let of = |day: usize| layout.days[day].first..layout.days[day].first + layout.days[day].len;
        let (columns, width) = (of(high), self.days[high].len());
        let costs = of(low).flat_map(|row| &self.cells[start + row * width..][columns.clone()]);
        costs.map(|cell| cell.cost).min().unwrap_or_default()
    }
}
