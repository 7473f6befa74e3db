//! The search: the best week, exactly, level by level, with the tie-break of the rules.
//!
//! It imports no rule and no word of one: rules are compiled to tables first ([`Tables`]), and what is walked here are
//! numbers. Guarantees the week that a plain walk over every placement would choose (`tests/oracle.rs`).

mod choice;
mod conflict;
mod ruleset;
mod tables;

pub use choice::Ask;
pub use conflict::{Conflict, Fact, Situation, clash, given};
pub use ruleset::RuleSet;
pub use tables::Tables;

use crate::day::Day;
use crate::facts::Facts;
use crate::phase::Phase;
use crate::score::Score;
use crate::session::{Run, Strength};
use crate::week::{Count, DayPlan, Week};
use crate::word::Word;
use choice::{Choice, Mobility};
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
    Tables::new(facts, rules).asking(ask).best(u32::MAX)
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
    pub fn best(&self, active: u32) -> Option<Best> {
        let mut walk = Walk::new(self, active, false);
        self.each_runs(|runs| walk.under(runs));
        walk.best.map(|(week, score, _)| Best { week, score })
    }

    /// Whether any week keeps the hard rules whose bits are set in `active`.
    #[must_use]
    pub fn possible(&self, active: u32) -> bool {
        let mut walk = Walk::new(self, active, true);
        self.each_runs(|runs| walk.under(runs));
        walk.best.is_some()
    }
}

/// Counts of a partial week, indexed by [`Count`]; mobility is decided last.
type Counts = [u8; 5];

/// One branch and bound.
struct Walk<'t> {
    tables: &'t Tables<'t>,
    active: u32,
    /// Any week will do.
    first: bool,
    best: Option<(Week, Score, u64)>,
    /// The least that each count can still cost: by count, what is there, and how much more there can be.
    totals: [[[Score; 8]; 8]; 5],
}

/// What one choice of runs adds: the choices of each day, and what the days after a day can still hold.
struct Under<'r> {
    runs: &'r Runs,
    /// Counts that the days from this position on can still add.
    room: [Counts; 8],
    /// The least that the days from this position on cost by themselves.
    least: [Score; 8],
}

impl<'t> Walk<'t> {
    fn new(tables: &'t Tables<'t>, active: u32, first: bool) -> Self {
        let mut totals = [[[Score::WORST; 8]; 8]; 5];
        for (count, table) in totals.iter_mut().enumerate() {
            for (there, row) in table.iter_mut().enumerate() {
                let mut least = Score::WORST;
                for (more, cell) in row.iter_mut().enumerate().take(8 - there) {
                    let total = tables.totals[count][there + more];
                    if total.breaks & active == 0 {
                        least = least.min(total.cost);
                    }
                    *cell = least;
                }
            }
        }
        Self { tables, active, first, best: None, totals }
    }

    fn done(&self) -> bool {
        self.first && self.best.is_some()
    }

    fn under(&mut self, runs: &Runs) {
        if self.done() {
            return;
        }
        let mut room = [[0; 5]; 8];
        let mut least = [Score::ZERO; 8];
        for at in (0..7).rev() {
            let day = self.tables.order[at].index();
            let mut add = [0; 5];
            let mut cheapest = Score::WORST;
            for choice in runs.choices(day).iter().filter(|choice| choice.breaks & self.active == 0) {
                for count in Count::ALL {
                    add[count as usize] = choice.adds(count).max(add[count as usize]);
                }
                cheapest = cheapest.min(choice.cost.plus(choice.mobility_cost.min(0)));
            }
            if cheapest == Score::WORST {
                return; // nothing may stand on this day, not even nothing
            }
            for (count, add) in add.iter().enumerate() {
                room[at][count] = room[at + 1][count] + add;
            }
            least[at] = least[at + 1] + cheapest;
        }
        let under = Under { runs, room, least };
        self.day(&under, 0, [0; 5], runs.cost, &mut [0; 7]);
    }

    /// The least that the counts can still cost.
    fn bound(&self, counts: Counts, room: Counts) -> Option<Score> {
        let mut sum = Score::ZERO;
        for count in [Count::Strength, Count::Legs, Count::Rest, Count::Cross] {
            let i = count as usize;
            let least = self.totals[i][usize::from(counts[i])][usize::from(room[i])];
            if least == Score::WORST {
                return None;
            }
            sum += least;
        }
        Some(sum)
    }

    fn day(&mut self, under: &Under<'_>, at: usize, counts: Counts, cost: Score, chosen: &mut [u8; 7]) {
        if at == 7 {
            self.leaf(under.runs, counts, cost, *chosen);
            return;
        }
        let day = self.tables.order[at].index();
        for (i, choice) in under.runs.choices(day).iter().enumerate() {
            if choice.breaks & self.active != 0 {
                continue;
            }
            let mut now = counts;
            for count in Count::ALL {
                now[count as usize] += choice.adds(count);
            }
            if now[Count::Strength as usize] > self.tables.most_strength
                || now[Count::Cross as usize] > self.tables.most_cross
            {
                continue;
            }
            let mut sum = cost + choice.cost;
            let mut breaks = 0;
            if choice.strength.any() || !under.runs.only_strength {
                for before in &self.tables.order[..at] {
                    let other = under.runs.choice(before.index(), chosen[before.index()]).strength;
                    if other.any() || !under.runs.only_strength {
                        let pair = under.runs.pair(before.index(), other, day, choice.strength);
                        sum += pair.cost;
                        breaks |= pair.breaks;
                    }
                }
            }
            if breaks & self.active != 0 {
                continue;
            }
            let Some(rest) = self.bound(now, under.room[at + 1]) else { continue };
            if self.best.is_some_and(|(_, best, _)| sum + under.least[at + 1] + rest > best) {
                continue;
            }
            chosen[day] = u8::try_from(i).unwrap_or(0);
            self.day(under, at + 1, now, sum, chosen);
            if self.done() {
                return;
            }
        }
    }

    /// All but mobility is chosen: the cheapest days take it, the earlier ones first.
    fn leaf(&mut self, runs: &Runs, counts: Counts, cost: Score, chosen: [u8; 7]) {
        let Some(totals) = self.bound(counts, [0; 5]) else { return };
        let mut sum = cost + totals;
        let mut days = [(0, 0); 7];
        let mut len = 0;
        let mut week = [DayPlan::EMPTY; 7];
        let mut placed = 0;
        for day in self.tables.order {
            let choice = runs.choice(day.index(), chosen[day.index()]);
            week[day.index()] = plan(runs.kept[day.index()], *choice);
            let mobility = choice.mobility_breaks & self.active == 0;
            match choice.mobility {
                Mobility::May if mobility => {
                    days[len] = (choice.mobility_cost, day.index());
                    len += 1;
                }
                Mobility::Must if mobility => {
                    sum = sum.plus(choice.mobility_cost);
                    week[day.index()].mobility = true;
                    placed += 1;
                }
                _ if self.tables.ask.must_mobility(day) => return,
                _ => {}
            }
        }
        // Stable: equal costs stay in the order in which ties are compared.
        days[..len].sort_by_key(|(cost, _)| *cost);
        if placed > usize::from(self.tables.most_mobility) {
            return;
        }
        let most = usize::from(self.tables.most_mobility) - placed;
        for taken in 0..=most.min(len) {
            if taken > 0 {
                let (cost, day) = days[taken - 1];
                sum = sum.plus(cost);
                week[day].mobility = true;
            }
            let total = self.tables.totals[Count::Mobility as usize][placed + taken];
            if total.breaks & self.active == 0 {
                self.offer(&week, sum + total.cost);
            }
        }
    }

    fn offer(&mut self, week: &Week, score: Score) {
        let better = match &self.best {
            None => true,
            Some((_, best, rank)) => {
                score < *best || score == *best && tie_rank(week, &self.tables.order) < *rank
            }
        };
        if better {
            self.best = Some((*week, score, tie_rank(week, &self.tables.order)));
        }
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
