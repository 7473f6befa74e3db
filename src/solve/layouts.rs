//! The layouts of runs that are walked, the cheapest first, so that most of those that the search chooses from are never looked at.

use super::pairs::Marks;
use super::rule_set::Cell;
use super::tables::{Layout, Tables};
use crate::week::score::Score;
use crate::week::session::Run;
use crate::word::Word;
use std::cell::OnceCell;

/// A layout of runs whose tables are made only if it may be the best one's.
#[derive(Debug)]
pub(super) struct Lazy {
    runs: [Run; 7],
    /// What its weeks cost at least, and the hard rules of pairs that all of them break.
    pub least: Cell,
    tables: OnceCell<Box<Layout>>,
}

impl Lazy {
    const fn new(runs: [Run; 7], least: Cell) -> Self {
        Self { runs, least, tables: OnceCell::new() }
    }

    /// Its tables.
    pub fn tables(&self, tables: &Tables<'_>) -> &Layout {
        self.tables.get_or_init(|| Box::new(tables.layout(self.runs)))
    }
}

/// What a day under a run costs at least.
#[derive(Clone, Copy, Debug)]
struct Cheapest {
    cost: Score,
    /// The rules of pairs that mind it, whatever else stands there.
    marks: Marks,
    /// Whether nothing may be placed there.
    stands: bool,
}

impl Cheapest {
    const NOTHING: Self = Self { cost: Score::WORST, marks: Marks::ALL, stands: false };
}

impl Tables<'_> {
    /// Every layout of runs with what it costs at least, the cheapest first.
    pub fn layouts(&self) -> Vec<Lazy> {
        if let [only] = self.runs[..] {
            return vec![Lazy::new(only, Cell::default())];
        }
        let least = self.least_by_run();
        let lazy = |runs: [Run; 7]| {
            let days: [Cheapest; 7] = std::array::from_fn(|day| least[day][runs[day] as usize]);
            let mut sum = Cell { cost: days.iter().map(|day| day.cost).sum(), breaks: 0 };
            for day in 1..7 {
                for before in 0..day {
                    let both = days[day].marks.both(days[before].marks);
                    let pair = self.pairs.together(both, day - before);
                    sum = sum.and(pair.unless(days[day].stands && days[before].stands));
                }
            }
            Lazy::new(runs, sum)
        };
        let mut layouts: Vec<_> = self.runs.iter().copied().map(lazy).collect();
        layouts.sort_by_key(|layout| layout.least.cost);
        layouts
    }

    /// What each day costs at least under each run, and the rules of pairs that mind it whatever else stands there.
    fn least_by_run(&self) -> [[Cheapest; Run::ALL.len()]; 7] {
        let mut least = [[Cheapest::NOTHING; Run::ALL.len()]; 7];
        for (day, least) in least.iter_mut().enumerate() {
            for choice in self.choices(day) {
                let cheapest = &mut least[choice.plan.run as usize];
                cheapest.cost = cheapest.cost.min(choice.least());
                cheapest.marks = cheapest.marks.both(choice.marks);
                cheapest.stands |= choice.stands;
            }
        }
        least
    }

    /// The hard rules that some choice, count or pair of the week breaks under some layout.
    pub fn broken(&self, layouts: &[Lazy]) -> u32 {
        let cells = self.totals.iter().flatten().chain(self.pairs.cells());
        let moves = self.facts.earlier.map_or(0, |_| self.rule_set().hard_moves());
        let broken = cells.fold(moves, |broken, cell| broken | cell.breaks);
        layouts.iter().fold(broken, |broken, layout| broken | layout.tables(self).broken())
    }
}
