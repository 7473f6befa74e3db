//! Branch and bound over the seven days, on plain numbers.

use super::ask::Ask;
use super::bound::LowerBound;
use super::counts::Counts;
use super::rule_set::Cell;
use super::tables::{Choice, Layout, Tables};
use super::ties::tie_rank;
use crate::week::kind::{Kind, Kinds};
use crate::week::score::{Difference, Score};
use crate::week::session::Session;
use crate::week::{DayPlan, Week};
use crate::word::Word;

/// The best week and its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Best {
    /// The week.
    pub week: Week,
    /// Its score; the hard level is 0.
    pub score: Score,
}

/// Which weeks are wanted: all, to find the best, or any one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Best,
    Any,
}

/// One branch and bound.
pub(super) struct Walk<'t> {
    tables: &'t Tables<'t>,
    totals: &'t Totals,
    ask: Ask,
    wanted: Wanted,
    best: Option<(Best, (u64, u64))>,
    /// The score of the best one; the worst as long as there is none.
    limit: Score,
}

/// The least that a count can still cost: by what is there, and how much more there can be.
type Least = [[Score; 8]; 8];

/// The least that each count can still cost under some hard rules.
#[derive(Debug)]
pub(super) struct Totals {
    /// The hard rules that hold, a bit each.
    active: u32,
    strength: Least,
    /// The other kinds whose count costs anything, mobility apart.
    others: Vec<(Kind, Least)>,
}

impl Totals {
    pub fn new(tables: &Tables<'_>, active: u32) -> Self {
        let costs = |kind: &Kind| !tables.totals[*kind as usize].iter().all(Cell::is_free);
        let others =
            Kind::ALL.iter().copied().filter(|kind| !matches!(kind, Kind::Strength | Kind::Mobility));
        Self {
            active,
            strength: least(&tables.totals[Kind::Strength as usize], active),
            others: others
                .filter(costs)
                .map(|kind| (kind, least(&tables.totals[kind as usize], active)))
                .collect(),
        }
    }
}

fn least(cells: &[Cell; 8], active: u32) -> Least {
    let mut table = [[Score::WORST; 8]; 8];
    for (there, row) in table.iter_mut().enumerate() {
        let mut least = Score::WORST;
        for (more, cell) in row.iter_mut().enumerate() {
            if let Some(total) = cells.get(there + more).filter(|total| total.breaks & active == 0) {
                least = least.min(total.cost);
            }
            *cell = least;
        }
    }
    table
}

/// A partial week: the choice of each day, by its index.
type Partial = [u8; 7];

/// What the days under one layout can hold, and what those behind a place in the order cost at least.
struct Bounds<'r> {
    layout: &'r Layout,
    /// Which choices of a day may stand, a bit each.
    allowed: [u8; 7],
    /// Counts that the days from this place on can still add.
    room: [Counts; 8],
    /// The least that the days from this place on cost by themselves, with the strength count they come to, by the
    /// strength sessions placed before.
    least: [[Score; 8]; 8],
}

impl<'t> Walk<'t> {
    pub fn new(tables: &'t Tables<'t>, totals: &'t Totals, ask: &Ask, wanted: Wanted) -> Self {
        Self { tables, totals, ask: *ask, wanted, best: None, limit: Score::WORST }
    }

    /// The best week found so far.
    pub fn best(&self) -> Option<Best> {
        self.best.map(|(best, _)| best)
    }

    fn is_done(&self) -> bool {
        self.wanted == Wanted::Any && self.best.is_some()
    }

    /// Whether weeks that cost and break at least this may be as good as the best one so far.
    pub fn may_improve(&self, least: Cell) -> bool {
        !self.breaks(&least) && least.cost <= self.limit
    }

    fn breaks(&self, cell: &Cell) -> bool {
        cell.breaks & self.totals.active != 0
    }

    /// Looks through all placements under one layout; first at those `near` a good one, which only makes it quicker.
    pub fn under(&mut self, layout: &Layout, near: impl Iterator<Item = Week>) {
        if self.is_done() {
            return;
        }
        let Some(bounds) = self.bounds(layout) else { return };
        for week in near.filter(|week| week.map(|day| day.run) == layout.runs) {
            self.try_week(&bounds, &week);
        }
        self.day(&bounds, 0, Counts::NONE, Score::ZERO, &mut [0; 7]);
    }

    /// What the days can hold and what they cost at least; `None` if nothing may stand on one of them.
    fn bounds<'r>(&self, layout: &'r Layout) -> Option<Bounds<'r>> {
        let most = usize::from(self.tables.most[Kind::Strength as usize]);
        let mut rest = LowerBound::default();
        let mut bounds =
            Bounds { layout, allowed: [0; 7], room: [Counts::NONE; 8], least: [[Score::WORST; 8]; 8] };
        bounds.least[7] = rest.with(&self.totals.strength, 7, most);
        for at in (0..7).rev() {
            let day = self.tables.order[at].index();
            let mut adds = Counts::NONE;
            // The cheapest choice without strength, and the cheapest with it.
            let mut cheapest = [Score::WORST; 2];
            for (i, choice) in layout.choices(day).iter().enumerate() {
                if self.breaks(&choice.cell) || !self.ask.0[day].allows(choice.plan) {
                    continue;
                }
                bounds.allowed[day] |= 1 << i;
                adds = adds.either(choice.adds);
                let cheapest = &mut cheapest[usize::from(choice.plan.strength.any())];
                *cheapest = choice.least().min(*cheapest);
            }
            if cheapest == [Score::WORST; 2] {
                return None; // nothing may stand on this day, not even nothing
            }
            bounds.room[at] = bounds.room[at + 1].and(adds);
            rest.add(cheapest);
            bounds.least[at] = rest.with(&self.totals.strength, at, most);
        }
        Some(bounds)
    }

    /// Offers one placement with the best mobility on it, if it is as asked and keeps the hard rules.
    fn try_week(&mut self, bounds: &Bounds<'_>, week: &Week) {
        let layout = bounds.layout;
        let (mut chosen, mut counts, mut cost) = ([0; 7], Counts::NONE, Score::ZERO);
        for (at, day) in self.tables.order.iter().map(|day| day.index()).enumerate() {
            let same =
                |choice: &Choice| choice.plan == DayPlan { mobility: choice.plan.mobility, ..week[day] };
            let choices = layout.choices(day);
            let place = choices.iter().position(|choice| choice.plan == week[day]);
            let place = place.or_else(|| choices.iter().position(same));
            let Some(index) = place.filter(|i| bounds.allowed[day] >> i & 1 == 1) else { return };
            let choice = &layout.choices(day)[index];
            chosen[day] = u8::try_from(index).unwrap_or(0);
            cost += choice.least();
            counts = counts.and(choice.adds);
            let Some(pairs) = self.pairs(layout, at, chosen) else { return };
            cost += pairs;
        }
        if counts.is_within(self.tables.missing_to_seven) {
            self.leaf(bounds, counts, cost, chosen);
        }
    }

    /// What the day at a place of the order costs together with those before it; `None` if two break a hard rule.
    fn pairs(&self, layout: &Layout, at: usize, chosen: Partial) -> Option<Score> {
        let choice = |day: usize| layout.choice(day, chosen[day]);
        let day = self.tables.order[at].index();
        let own = choice(day);
        let mut sum = Score::ZERO;
        for before in self.tables.order[..at].iter().map(|day| day.index()) {
            let other = choice(before);
            let cell = self.tables.pairs.together(own.marks.both(other.marks), day.abs_diff(before));
            if self.breaks(&cell) && !(own.stands && other.stands) {
                return None;
            }
            sum += cell.cost;
        }
        Some(sum)
    }

    /// The least that counts other than strength and mobility can still cost; `None` if one breaks a hard rule.
    fn bound(&self, counts: Counts, room: Counts) -> Option<Score> {
        let mut sum = Score::ZERO;
        for (kind, table) in &self.totals.others {
            let least = table[counts.of(*kind)][room.of(*kind)];
            if least == Score::WORST {
                return None;
            }
            sum += least;
        }
        Some(sum)
    }

    /// Tries the choices of the day at a place of the order. `cost` is what the days before it cost at least: with mobility
    /// where that is cheaper.
    fn day(&mut self, bounds: &Bounds<'_>, at: usize, counts: Counts, cost: Score, chosen: &mut Partial) {
        if at == 7 {
            self.leaf(bounds, counts, cost, *chosen);
            return;
        }
        let (tables, layout) = (self.tables, bounds.layout);
        let day = tables.order[at].index();
        for (i, choice) in (0u8..).zip(layout.choices(day)) {
            if bounds.allowed[day] >> i & 1 == 0 {
                continue;
            }
            let now = counts.and(choice.adds);
            if !now.is_within(tables.missing_to_seven) {
                continue;
            }
            // What is looked at first is what most choices fail by.
            let least = bounds.least[at + 1][now.of(Kind::Strength)];
            let alone = cost + choice.least();
            if least == Score::WORST || alone + least + layout.least_pairs[at] > self.limit {
                continue;
            }
            chosen[day] = i;
            let Some(pairs) = self.pairs(layout, at, *chosen) else { continue };
            let Some(counted) = self.bound(now, bounds.room[at + 1]) else { continue };
            if alone + pairs + least + layout.least_pairs[at + 1] + counted > self.limit {
                continue;
            }
            self.day(bounds, at + 1, now, alone + pairs, chosen);
            if self.is_done() {
                return;
            }
        }
    }

    /// All but mobility is chosen: the cheapest days take it, the earlier ones first.
    fn leaf(&mut self, bounds: &Bounds<'_>, counts: Counts, cost: Score, chosen: Partial) {
        let strength = self.totals.strength[counts.of(Kind::Strength)][0];
        let Some(totals) = self.bound(counts, Counts::NONE).filter(|_| strength != Score::WORST) else {
            return;
        };
        let placed: Week = std::array::from_fn(|day| bounds.layout.choice(day, chosen[day]).plan);
        let moves = self.tables.moves(&placed);
        if self.breaks(&moves) || !self.tables.facts.keeps_kinds(&placed) {
            return;
        }
        let mut sum = cost + totals + strength + moves.cost;
        // What mobility costs on top on each day that can have it.
        let mut days: Vec<(Difference, usize)> = Vec::with_capacity(7);
        let mut week = [DayPlan::EMPTY; 7];
        let mut placed = 0;
        for day in self.tables.order {
            let asked = &self.ask.0[day.index()];
            let choice = bounds.layout.choice(day.index(), chosen[day.index()]);
            week[day.index()] = choice.plan;
            sum = sum + (choice.cell.cost - choice.least());
            if choice.plan.mobility {
                placed += 1; // it stands
                continue;
            }
            let more = choice
                .with_mobility
                .filter(|with| !self.breaks(with))
                .map(|with| with.cost - choice.cell.cost);
            let more = more.filter(|_| !asked.never.meets(Kinds::of(Kind::Mobility)));
            if asked.must.contains(Kind::Mobility) {
                let Some(more) = more else { return };
                sum = sum + more;
                week[day.index()] = choice.plan.with(Session::Mobility);
                placed += 1;
            } else if let Some(more) = more {
                days.push((more, day.index()));
            }
        }
        // Stable: equal costs stay in the order in which ties are compared.
        days.sort_by_key(|(more, _)| *more);
        let Some(most) = self.tables.most[Kind::Mobility as usize].checked_sub(placed) else { return };
        for taken in 0..=usize::from(most).min(days.len()) {
            if taken > 0 {
                let (more, day) = days[taken - 1];
                sum = sum + more;
                week[day] = week[day].with(Session::Mobility);
            }
            let total = self.tables.totals[Kind::Mobility as usize][usize::from(placed) + taken];
            if !self.breaks(&total) {
                self.offer(Best { week, score: sum + total.cost });
            }
        }
    }

    fn offer(&mut self, new: Best) {
        let rank = || tie_rank(&new.week, &self.tables.order, self.tables.chooses());
        let better = match &self.best {
            None => true,
            Some((best, old)) => new.score < best.score || new.score == best.score && rank() < *old,
        };
        if better {
            self.best = Some((new, rank()));
            self.limit = new.score;
        }
    }
}
