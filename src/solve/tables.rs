//! Rules and facts compiled to plain tables: what each choice of a day costs and breaks, alone, beside another day, and
//! in the counts of the week.

use super::counts::Counts;
use super::pairs::{Marks, Pairs};
use super::rule_set::{Cell, RuleSet};
use super::ties::tie_order;
use crate::facts::Facts;
use crate::rules::{Around, Moves, Today};
use crate::week::day::Day;
use crate::week::kind::Kind;
use crate::week::score::Score;
use crate::week::session::{Run, Session, Strength};
use crate::week::{DayPlan, Week, count};
use crate::word::Word;
use std::ops::Range;

/// Choices of a day under one run at most.
const MOST: usize = 6;

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
    /// The rules of pairs that mind it.
    pub marks: Marks,
    /// Whether facts alone made it, where these break no hard rule: nothing is placed, mobility apart.
    pub stands: bool,
}

impl Choice {
    /// Nothing on a day without a run.
    const NOTHING: Self = Self {
        plan: DayPlan::EMPTY,
        cell: Cell { cost: Score::ZERO, breaks: 0 },
        with_mobility: None,
        adds: Counts::NONE,
        marks: Marks::ALL,
        stands: false,
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
    pub facts: &'a Facts<'a>,
    rules: &'a RuleSet,
    /// The layouts of runs.
    pub runs: Vec<[Run; 7]>,
    pub order: [Day; 7],
    /// How many days may hold a kind at most.
    pub most: [u8; Kind::COUNT],
    /// The same for [`Counts::is_within`].
    pub missing_to_seven: Counts,
    /// The choices of all days, one day behind the other, and in a day one run behind the other.
    choices: Vec<Choice>,
    /// The choices of each day.
    days: [Range<usize>; 7],
    /// By kind and count.
    pub totals: [[Cell; 8]; Kind::COUNT],
    pub pairs: Pairs<'a>,
}

/// How many days may hold a kind at most: sessions are never more than their targets.
fn most(facts: &Facts<'_>, rules: &RuleSet) -> [u8; Kind::COUNT] {
    let mut most = [7; Kind::COUNT];
    for kind in Kind::PLACED {
        most[kind as usize] = facts.limits.target(kind).min(7);
    }
    // A week that is planned again never has more of a kind than there was.
    for kind in Kind::ALL.iter().copied().filter(|kind| !matches!(kind, Kind::Run | Kind::Rest)) {
        most[kind as usize] = most[kind as usize].min(facts.most_as_before(kind));
    }
    if !rules.minds_mobility() {
        let fixed = facts.written.fixed.unwrap_or_default();
        most[Kind::Mobility as usize] = count(&fixed.map(|day| day.plan), Kind::Mobility);
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
    pub fn broken(&self) -> u32 {
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
        let most = most(facts, rules);
        let mut tables = Self {
            facts,
            rules,
            runs: facts.layouts(),
            order: tie_order(limits.phase),
            most,
            missing_to_seven: Counts::missing_to_seven(most),
            choices: Vec::with_capacity(7 * MOST),
            days: Default::default(),
            totals,
            pairs: Pairs::new(facts, rules),
        };
        for day in Day::ALL {
            tables.days[day.index()] = tables.choices.len()..tables.choices.len();
            let mut known = [false; Run::ALL.len()];
            for at in 0..tables.runs.len() {
                let run = tables.runs[at][day.index()];
                if !std::mem::replace(&mut known[run as usize], true) {
                    tables.add_choices(*day, run);
                    tables.days[day.index()].end = tables.choices.len();
                }
            }
        }
        tables
    }

    /// Whether run days are chosen.
    pub const fn chooses(&self) -> bool {
        !self.facts.choices.is_empty()
    }

    /// Every choice of a day.
    pub fn choices(&self, day: usize) -> &[Choice] {
        &self.choices[self.days[day].clone()]
    }

    pub fn rule_set(&self) -> &'a RuleSet {
        self.rules
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
        let before = self.facts.before_placing(day, run);
        for session in self.facts.session_choices(day) {
            let planned = before.with(session);
            let takes = self.facts.earlier.is_none_or(|earlier| earlier.takes(day, planned, session));
            if self.most[session.kind() as usize] > 0 && self.facts.takes(day, before, session) && takes {
                self.choices.push(self.choice(day, planned));
            }
        }
        // Mobility alone takes a rest day, which counts, so it is a choice and nothing that comes on top.
        if !before.takes(Session::Mobility) && self.takes_mobility(day, before) {
            self.choices.push(self.choice(day, before.with(Session::Mobility)));
        }
        self.choices.push(self.choice(day, before));
    }

    /// Whether the search may put mobility on a day.
    fn takes_mobility(&self, day: Day, plan: DayPlan) -> bool {
        self.most[Kind::Mobility as usize] > 0
            && self.facts.takes(day, plan, Session::Mobility)
            && self.facts.earlier.is_none_or(|earlier| earlier.takes(day, plan, Session::Mobility))
    }

    /// What a day costs and breaks by itself and beside the known days before the week.
    fn choice(&self, day: Day, plan: DayPlan) -> Choice {
        let mobility = plan.takes(Session::Mobility) && self.takes_mobility(day, plan);
        let with_mobility = mobility.then(|| self.alone(day, plan.with(Session::Mobility)));
        let stands = self.facts.stands(day, plan, true);
        let (cell, adds, marks) = (self.alone(day, plan), Counts::of_day(plan), self.pairs.marks(plan));
        let choice = Choice { plan, cell: cell.unless(stands), with_mobility, adds, marks, stands };
        choice.and(self.over_the_start(day, plan).and(self.over_the_end(day, plan)).unless(stands))
    }

    /// What the rules of a day say.
    fn alone(&self, day: Day, plan: DayPlan) -> Cell {
        let today = Today::new(self.facts, day, plan);
        let mut cell = Cell::default();
        for (weight, check) in &self.rules.days {
            weight.add(&mut cell, check(&today));
        }
        for race in &self.facts.other_races {
            let today = today.with_race(self.facts, day, *race);
            for (weight, check) in self.rules.days.iter().filter(|(weight, _)| weight.is_hard()) {
                weight.add(&mut cell, check(&today));
            }
        }
        cell
    }

    /// What a day costs and breaks in pairs with known days before the week.
    fn over_the_start(&self, day: Day, plan: DayPlan) -> Cell {
        let days = 1..=3_usize.saturating_sub(day.index());
        let edges = &self.facts.edges;
        let known = days.filter_map(|before| Some((edges.day_before(before, true)?, before)));
        known.fold(Cell::default(), |cell, (known, before)| {
            let over = self.pairs.over_the_start(known, plan, before + day.index());
            let counts = edges.day_before(before, false).is_some();
            cell.and(if counts { over } else { Cell { cost: Score::ZERO, ..over } })
        })
    }

    /// The hard rules that a day breaks in pairs with the days after the week that are written.
    fn over_the_end(&self, day: Day, plan: DayPlan) -> Cell {
        let edges = &self.facts.edges;
        let days = 1..=3_usize.saturating_sub(6 - day.index());
        let known = days.filter_map(|after| Some((edges.day_after(after)?, after)));
        known.fold(Cell::default(), |cell, (known, after)| {
            let over = self.pairs.over_the_start(plan, known, after + 6 - day.index());
            cell.and(Cell { cost: Score::ZERO, ..over })
        })
    }

    /// What moved costs and breaks in a week that is planned again.
    pub fn moves(&self, week: &Week) -> Cell {
        let mut cell = Cell::default();
        if let Some(moves) = Moves::new(self.facts, week) {
            for (weight, check) in &self.rules.moves {
                check(&moves, &mut |_, amount| weight.add(&mut cell, amount));
            }
        }
        cell
    }

    /// The tables of one layout: with what strength costs and breaks beside the runs around it.
    pub fn layout(&self, runs: [Run; 7]) -> Layout {
        let days = std::array::from_fn(|day| self.layout_day(Day::of(day), runs));
        let mut layout = Layout { runs, days, least_pairs: Default::default() };
        let marks = [0, 1, 2, 3, 4, 5, 6]
            .map(|day| layout.choices(day).iter().fold(Marks::ALL, |marks, choice| marks.both(choice.marks)));
        for at in (0..7).rev() {
            let day = self.order[at].index();
            let pairs = self.order[..at].iter().map(|before| {
                self.pairs.together(marks[day].both(marks[before.index()]), day.abs_diff(before.index())).cost
            });
            layout.least_pairs[at] = layout.least_pairs[at + 1] + pairs.sum::<Score>();
        }
        layout
    }

    fn layout_day(&self, day: Day, runs: [Run; 7]) -> LayoutDay {
        let under = self.under(day.index(), runs[day.index()]).unwrap_or_default();
        let around = Around::new(self.facts, day, Strength::None, &runs);
        let mut choices = [Choice::NOTHING; MOST];
        for (choice, known) in choices.iter_mut().zip(&self.choices[under.clone()]) {
            let around = Around { strength: known.plan.strength, ..around };
            let mut cell = Cell::default();
            for (weight, check) in &self.rules.arounds {
                weight.add(&mut cell, check(&self.facts.limits, &around));
            }
            *choice = known.and(cell.unless(known.stands));
        }
        LayoutDay { len: under.len(), choices }
    }
}
