//! The search: the best week, exactly, level by level, with the tie-break of the rules.
//!
//! It imports no rule and no word of one: rules are compiled to tables first ([`Tables`]), and what is walked here are
//! numbers. Guarantees the week that a plain walk over every placement would choose (`tests/oracle.rs`).

mod bound;
mod branch_and_bound;
mod conflict;
mod fact;
mod options;
mod rule_set;
mod tables;

pub use conflict::{Conflict, clash};
pub use fact::{Fact, given, only};
pub use options::Ask;
pub use rule_set::RuleSet;
pub use tables::Tables;

use crate::facts::Facts;
use crate::week::day::Day;
use crate::week::phase::Phase;
use crate::week::score::Score;
use crate::week::session::{Run, Strength};
use crate::week::{DayPlan, Week};
use crate::word::Word;
use branch_and_bound::{Totals, Walk};
use options::Choice;
use tables::{Runs, STRENGTHS};

/// The best week and its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Best {
    /// The week.
    pub week: Week,
    /// Its score; the hard level is 0.
    pub score: Score,
}

/// The best week that keeps every hard rule, or `None` if there is none.
#[must_use]
pub fn best_week(facts: &Facts<'_>, rules: &RuleSet, ask: &Ask) -> Option<Best> {
    Tables::new(facts, rules).best(u32::MAX, ask)
}

/// The days in the order in which ties are compared: from Monday, in recovery from Sunday backwards.
#[must_use]
pub fn tie_order(phase: Phase) -> [Day; 7] {
    let mut days = [Day::Mon; 7];
    days.copy_from_slice(Day::ALL);
    if phase == Phase::Recovery {
        days.reverse();
    }
    days
}

/// A week's place among weeks of equal score: the lower one wins. On each day in turn full before upper before none, then
/// mobility before none, cross-training before none, a run kept before one set aside.
#[must_use]
pub fn tie_rank(week: &Week, order: &[Day; 7]) -> u64 {
    order.iter().fold(0, |rank, day| {
        let plan = week[day.index()];
        let strength = match plan.strength {
            Strength::Full => 0,
            Strength::Upper => 1,
            Strength::None => 2,
        };
        let flags =
            u64::from(!plan.mobility) << 2 | u64::from(!plan.cross) << 1 | u64::from(!plan.run.is_run());
        rank << 5 | strength << 3 | flags
    })
}

impl Tables<'_> {
    /// The best week under the hard rules whose bits are set in `active`.
    #[must_use]
    pub fn best(&self, active: u32, ask: &Ask) -> Option<Best> {
        let totals = Totals::new(self, active);
        let mut walk = Walk::new(self, &totals, active, ask, false);
        self.asides().for_each(|aside| walk.under(&self.runs(aside), std::iter::empty()));
        walk.best()
    }

    /// Whether any week keeps the hard rules whose bits are set in `active`.
    #[must_use]
    pub fn possible(&self, active: u32) -> bool {
        self.possible_as(active, &Ask::default())
    }

    /// The same for weeks that are as asked.
    #[must_use]
    pub fn possible_as(&self, active: u32, ask: &Ask) -> bool {
        let totals = Totals::new(self, active);
        let mut walk = Walk::new(self, &totals, active, ask, true);
        self.asides().any(|aside| {
            walk.under(&self.runs(aside), std::iter::empty());
            walk.best().is_some()
        })
    }
}

/// The hard rules that leave no week as asked, none of which could be left out; `None` if no rule is to blame: such a
/// week is no placement at all.
#[must_use]
pub fn forbidding(tables: &Tables<'_>, ask: &Ask) -> Option<Vec<&'static crate::rules::Rule>> {
    if !tables.possible_as(0, ask) {
        return None;
    }
    let hard = &tables.rule_set().hard;
    let mut active = u32::MAX;
    for bit in (0..hard.len()).rev() {
        if !tables.possible_as(active & !(1 << bit), ask) {
            active &= !(1 << bit);
        }
    }
    Some(hard.iter().enumerate().filter(|(bit, _)| active >> bit & 1 == 1).map(|(_, rule)| *rule).collect())
}

/// Tables ready for many questions about one week.
#[derive(Debug)]
pub struct Asked<'t> {
    tables: &'t Tables<'t>,
    runs: Vec<Runs>,
    /// Of all hard rules.
    totals: Totals,
}

impl<'t> Asked<'t> {
    /// Whether any week keeps the hard rules whose bits are set in `active`.
    #[must_use]
    pub fn possible(&self, active: u32) -> bool {
        let totals = Totals::new(self.tables, active);
        let mut walk = Walk::new(self.tables, &totals, active, &Ask::default(), true);
        self.runs.iter().any(|runs| {
            walk.under(runs, std::iter::empty());
            walk.best().is_some()
        })
    }

    /// The hard rules that something breaks at all, a bit each: without any other one nothing changes.
    #[must_use]
    pub fn broken(&self) -> u32 {
        self.runs.iter().fold(self.tables.broken(), |broken, runs| broken | runs.broken())
    }

    /// Makes the tables of every choice of runs.
    #[must_use]
    pub fn new(tables: &'t Tables<'t>) -> Self {
        let runs = tables.asides().map(|aside| tables.runs(aside)).collect();
        Self { tables, runs, totals: Totals::new(tables, u32::MAX) }
    }

    /// The tables.
    #[must_use]
    pub const fn tables(&self) -> &'t Tables<'t> {
        self.tables
    }

    /// The best week of all.
    #[must_use]
    pub fn best_of_all(&self) -> Option<Best> {
        self.best(&Ask::default(), &std::iter::empty())
    }

    /// The best week that is as asked. `near` are weeks that may be close to it: they only make the answer quicker.
    #[must_use]
    pub fn best(&self, ask: &Ask, near: &(impl Iterator<Item = Week> + Clone)) -> Option<Best> {
        let mut walk = Walk::new(self.tables, &self.totals, u32::MAX, ask, false);
        for runs in &self.runs {
            walk.under(runs, near.clone().filter(|week| week.map(|day| day.run) == runs.kept));
        }
        walk.best()
    }
}

/// Index of a strength session in the tables.
const fn index(strength: Strength) -> usize {
    match strength {
        Strength::Full => 0,
        Strength::Upper => 1,
        Strength::None => 2,
    }
}

/// Whether a run of this kind can carry mobility on its day.
const fn carries_mobility(run: Run) -> bool {
    run.is_run() && !matches!(run, Run::Race)
}

const _: () = assert!(STRENGTHS.len() == 3);

/// A choice of a day together with the run on it.
fn plan(run: Run, choice: Choice) -> DayPlan {
    DayPlan { run, strength: choice.strength, mobility: false, cross: choice.cross }
}
