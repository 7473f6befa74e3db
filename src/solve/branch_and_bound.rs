//! Branch and bound over the seven days, on plain numbers.

use super::{Best, plan, tie_rank};
use crate::solve::bound::Rest;
use crate::solve::options::{Ask, Choice, Counts};
use crate::solve::rule_set::Cell;
use crate::solve::tables::{Runs, Tables};
use crate::week::score::Score;
use crate::week::session::Strength;
use crate::week::{Count, DayPlan, Week};

/// One branch and bound.
pub(super) struct Walk<'t> {
    tables: &'t Tables<'t>,
    active: u32,
    ask: Ask,
    /// Any week will do.
    first: bool,
    best: Option<(Week, Score, u64)>,
    /// The score of the best one; the worst as long as there is none.
    limit: Score,
    totals: &'t Totals,
}

/// The least that each count can still cost under some hard rules: by count, what is there, and how much more there can be.
#[derive(Debug)]
pub(super) struct Totals([[[Score; 8]; 8]; 5]);

impl Totals {
    pub fn new(tables: &Tables<'_>, active: u32) -> Self {
        let mut totals = [[[Score::WORST; 8]; 8]; 5];
        for (count, table) in totals.iter_mut().enumerate() {
            if tables.totals[count].iter().all(Cell::is_free) {
                *table = [[Score::ZERO; 8]; 8];
                continue;
            }
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
        Self(totals)
    }
}

/// A partial week.
struct Chosen {
    /// The choice of each day, by its index.
    choices: [u8; 7],
    /// The days with strength, in the order in which they were chosen.
    strength: [(usize, Strength); 7],
    len: usize,
}

impl Chosen {
    const NOTHING: Self = Self { choices: [0; 7], strength: [(0, Strength::None); 7], len: 0 };
}

/// What one choice of runs adds: the choices of each day, and what the days after a day can still hold.
struct Under<'r> {
    runs: &'r Runs,
    /// Which choices of a day may stand, a bit each.
    lets: [u8; 7],
    /// Counts that the days from this position on can still add.
    room: [Counts; 8],
    /// The least that the days from this position on cost by themselves, with the strength count they come to, by the
    /// strength sessions placed before.
    least: [[Score; 8]; 8],
}

impl<'t> Walk<'t> {
    /// `totals` are those of the same tables and hard rules.
    pub fn new(tables: &'t Tables<'t>, totals: &'t Totals, active: u32, ask: &Ask, first: bool) -> Self {
        Self { tables, active, ask: *ask, first, best: None, limit: Score::WORST, totals }
    }

    /// The best week found so far.
    pub fn best(&self) -> Option<Best> {
        self.best.map(|(week, score, _)| Best { week, score })
    }

    fn done(&self) -> bool {
        self.first && self.best.is_some()
    }

    /// Looks through all placements under one choice of runs; first at those `near` a good one, which only makes it quicker.
    pub fn under(&mut self, runs: &Runs, near: impl Iterator<Item = Week>) {
        if self.done() || !self.ask.lets_aside(runs.aside) || runs.own.breaks & self.active != 0 {
            return;
        }
        let Some(under) = self.bounds(runs) else { return };
        for week in near {
            self.try_week(&under, &week);
        }
        let mut chosen = Chosen::NOTHING;
        self.day(&under, 0, Counts::NONE, runs.own.cost, &mut chosen);
    }

    /// Offers one placement with the best mobility on it, if it is as asked and keeps the hard rules.
    fn try_week(&mut self, under: &Under<'_>, week: &Week) {
        let runs = under.runs;
        let (mut chosen, mut counts, mut cost, mut breaks) = ([0; 7], Counts::NONE, runs.own.cost, 0);
        for day in 0..7 {
            let same =
                |choice: &Choice| choice.strength == week[day].strength && choice.cross == week[day].cross;
            let Some(index) =
                runs.choices(day).iter().position(same).filter(|i| under.lets[day] >> i & 1 == 1)
            else {
                return;
            };
            let choice = &runs.choices(day)[index];
            chosen[day] = u8::try_from(index).unwrap_or(0);
            cost += choice.cost;
            counts = counts.and(choice.adds);
            if !choice.strength.any() {
                continue;
            }
            for (before, plan) in week[..day].iter().enumerate().filter(|(_, plan)| plan.strength.any()) {
                let pair = self.tables.pair((before, plan.strength), (day, choice.strength));
                cost += pair.cost;
                breaks |= pair.breaks;
            }
        }
        if breaks & self.active == 0 && self.within(counts) {
            self.leaf(under, counts, cost, chosen);
        }
    }

    /// Never more sessions than their targets.
    fn within(&self, counts: Counts) -> bool {
        counts.of(Count::Strength) <= usize::from(self.tables.most_strength)
            && counts.of(Count::Cross) <= usize::from(self.tables.most_cross)
    }

    /// What the days can hold and what they cost at least; `None` if nothing may stand on one of them.
    fn bounds<'r>(&self, runs: &'r Runs) -> Option<Under<'r>> {
        let mut lets = [0; 7];
        let mut room = [Counts::NONE; 8];
        // Where any week will do, nothing is too dear.
        let mut least = [[Score::ZERO; 8]; 8];
        let mut rest = Rest::default();
        let most = usize::from(self.tables.most_strength);
        if !self.first {
            least[7] = rest.with(&self.totals.0[Count::Strength as usize], 7, most);
        }
        for at in (0..7).rev() {
            let at_day = self.tables.order[at];
            let day = at_day.index();
            let mut add = Counts::NONE;
            // The cheapest choice without strength, and the cheapest with it.
            let mut cheapest = [Score::WORST; 2];
            for (i, choice) in runs.choices(day).iter().enumerate() {
                if choice.breaks & self.active != 0 || !self.ask.lets(at_day, choice) {
                    continue;
                }
                lets[day] |= 1 << i;
                add = add.either(choice.adds);
                let cost = choice.cost.plus(choice.mobility_cost.min(0));
                let cheapest = &mut cheapest[usize::from(choice.strength.any())];
                *cheapest = cost.min(*cheapest);
            }
            if cheapest == [Score::WORST; 2] {
                return None; // nothing may stand on this day, not even nothing
            }
            room[at] = room[at + 1].and(add);
            if !self.first {
                rest.add(cheapest);
                least[at] = rest.with(&self.totals.0[Count::Strength as usize], at, most);
            }
        }
        Some(Under { runs, lets, room, least })
    }

    /// The least that counts other than strength and mobility can still cost; where any week will do, whether the strength
    /// count can still be kept too.
    fn bound(&self, counts: Counts, room: Counts) -> Option<Score> {
        let mut sum = Score::ZERO;
        let of = [Count::Legs, Count::Rest, Count::Cross, Count::Strength];
        for count in &of[..if self.first { 4 } else { 3 }] {
            let least = self.totals.0[*count as usize][counts.of(*count)][room.of(*count)];
            if least == Score::WORST {
                return None;
            }
            sum += least;
        }
        Some(sum)
    }

    fn day(&mut self, under: &Under<'_>, at: usize, counts: Counts, cost: Score, chosen: &mut Chosen) {
        if at == 7 {
            self.leaf(under, counts, cost, chosen.choices);
            return;
        }
        let day = self.tables.order[at].index();
        for (i, choice) in under.runs.choices(day).iter().enumerate() {
            if under.lets[day] >> i & 1 == 0 {
                continue;
            }
            let now = counts.and(choice.adds);
            if !self.within(now) {
                continue;
            }
            // What is looked at first is what most choices fail by.
            let least = under.least[at + 1][now.of(Count::Strength)];
            let mut sum = cost + choice.cost;
            if least == Score::WORST || sum + least > self.limit {
                continue;
            }
            let mut breaks = 0;
            if choice.strength.any() {
                for other in &chosen.strength[..chosen.len] {
                    let pair = self.tables.pair(*other, (day, choice.strength));
                    sum += pair.cost;
                    breaks |= pair.breaks;
                }
            }
            if breaks & self.active != 0 {
                continue;
            }
            let Some(counts) = self.bound(now, under.room[at + 1]) else { continue };
            if sum + least + counts > self.limit {
                continue;
            }
            chosen.choices[day] = u8::try_from(i).unwrap_or(0);
            let len = chosen.len;
            if choice.strength.any() {
                chosen.strength[len] = (day, choice.strength);
                chosen.len += 1;
            }
            self.day(under, at + 1, now, sum, chosen);
            chosen.len = len;
            if self.done() {
                return;
            }
        }
    }

    /// All but mobility is chosen: the cheapest days take it, the earlier ones first.
    fn leaf(&mut self, under: &Under<'_>, counts: Counts, cost: Score, chosen: [u8; 7]) {
        let runs = under.runs;
        let strength = under.least[7][counts.of(Count::Strength)];
        let Some(totals) = self.bound(counts, Counts::NONE).filter(|_| strength != Score::WORST) else {
            return;
        };
        let mut sum = cost + totals + strength;
        let mut days = [(0, 0); 7];
        let mut len = 0;
        let mut week = [DayPlan::EMPTY; 7];
        let mut placed = 0;
        for day in self.tables.order {
            let choice = runs.choice(day.index(), chosen[day.index()]);
            week[day.index()] = plan(runs.kept[day.index()], *choice);
            let may = choice.mobility
                && choice.mobility_breaks & self.active == 0
                && !self.ask.no_mobility.contains(day);
            if self.ask.mobility.contains(day) {
                if !may {
                    return;
                }
                sum = sum.plus(choice.mobility_cost);
                week[day.index()].mobility = true;
                placed += 1;
            } else if may {
                days[len] = (choice.mobility_cost, day.index());
                len += 1;
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
            self.limit = score;
        }
    }
}
