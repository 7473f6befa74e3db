//! A week planned again beside the one that stood: which runs and strength sessions moved, and how far.

use crate::facts::Facts;
use crate::facts::earlier::Earlier;
use crate::week::Week;
use crate::week::day::{Day, Days};
use crate::week::edges::Edges;
use crate::week::session::{Class, Run, Strength};
use crate::word::Word as _;

/// Days by which a missed speed run may be late (practice).
pub(super) const SPEED_LATE: u8 = 2;
/// The same of a missed long run (practice).
pub(super) const LONG_LATE: u8 = 1;

/// What a rule about moves sees: the week as it stood, as it is now, and what moved between.
#[derive(Clone, Debug)]
pub struct Moves<'a> {
    /// The week as it stood, and what became of its days.
    pub earlier: &'a Earlier,
    /// The week as it is now.
    pub now: &'a Week,
    /// What stands around the week.
    pub edges: &'a Edges,
    /// How heavy its strength is.
    pub class: Class,
    /// Full rest days that should be kept.
    pub rest_kept: u8,
    /// Long and speed runs that lost their day, in the order of their days, the long ones first.
    pub runs: Vec<Move>,
    /// Strength sessions that stand no longer where they stood.
    pub strength: Vec<Move>,
}

/// A session that has lost its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The day on which it stood.
    pub from: Day,
    /// The day on which it stands now; `None` where it was let go.
    pub to: Option<Day>,
}

impl Move {
    /// Days by which it moves; 0 where it was let go.
    #[must_use]
    pub fn days(self) -> u8 {
        let apart = self.to.map_or(0, |to| to.index().abs_diff(self.from.index()));
        u8::try_from(apart).unwrap_or(6)
    }
}

impl<'a> Moves<'a> {
    /// What moved where a week is planned again; `None` where no earlier week is given.
    #[must_use]
    pub fn new(facts: &'a Facts<'_>, now: &'a Week) -> Option<Self> {
        let earlier = facts.earlier.as_ref()?;
        let was = &earlier.week;
        let days = |holds: &dyn Fn(usize) -> bool| -> Vec<Day> {
            Day::ALL.iter().copied().filter(|day| holds(day.index())).collect()
        };
        let mut runs = Vec::new();
        for run in [Run::Long, Run::Speed] {
            let from = days(&|day| earlier.displaced(Day::of(day)) == run && now[day].run != run);
            if from.is_empty() {
                continue;
            }
            let to = days(&|day| now[day].run == run && was[day].run != run);
            let is_late = |of: Move| earlier.missed.contains(of.from) && of.days() > latest(run);
            runs.extend(paired(&from, &to, is_late));
        }
        let mut strength = Vec::new();
        for kind in Strength::ALL.iter().copied().filter(|kind| kind.any()) {
            let from = days(&|day| was[day].strength == kind && now[day].strength != kind);
            if from.is_empty() {
                continue;
            }
            let to = days(&|day| now[day].strength == kind && was[day].strength != kind);
            strength.extend(paired(&from, &to, |_| false));
        }
        let (edges, class) = (&facts.edges, facts.class);
        Some(Self { earlier, now, edges, class, rest_kept: facts.rest_kept(), runs, strength })
    }

    /// The run that is displaced from where a move starts.
    #[must_use]
    pub fn run(&self, of: Move) -> Run {
        self.earlier.week[of.from.index()].run
    }

    /// Long and speed runs with the days that were chosen for them.
    pub fn made_up(&self) -> impl Iterator<Item = (Move, Day)> {
        let chosen = |day: &Day| !self.earlier.frozen.contains(*day);
        self.runs.iter().filter_map(move |of| Some((*of, of.to.filter(chosen)?)))
    }

    /// The run so many days before or after a day, in the week or beyond it, three days at most.
    #[must_use]
    pub fn run_near(&self, day: Day, by: i64) -> Run {
        let at = i64::try_from(day.index()).unwrap_or(0) + by;
        let inside = usize::try_from(at).ok().filter(|at| *at < 7);
        inside.map_or_else(|| self.edges.run(at, &self.now.map(|day| day.run)), |at| self.now[at].run)
    }

    /// The leg work that stands on the day before a day, whatever the search does: whether it is done already. `None` where none
    /// does.
    #[must_use]
    pub fn legs_before(&self, day: Day) -> Option<bool> {
        let Some(before) = day.index().checked_sub(1) else {
            return self.edges.known_before(1).filter(|day| day.loads_legs()).map(|_| true);
        };
        let stands = self.earlier.frozen.contains(Day::of(before)) && self.now[before].loads_legs();
        stands.then(|| self.earlier.over.contains(Day::of(before)))
    }
}

/// Days by which a missed run of a kind may be late.
pub(super) const fn latest(run: Run) -> u8 {
    if matches!(run, Run::Long) { LONG_LATE } else { SPEED_LATE }
}

/// Sessions of a kind from the days that lost one to the days that gained one, such that none comes too late that need not, and
/// they move by the fewest days in all; those for which there is no day are let go. The earlier one stays the earlier one, as
/// crossing is never shorter.
fn paired(from: &[Day], to: &[Day], is_late: impl Fn(Move) -> bool) -> Vec<Move> {
    let to = &to[..to.len().min(from.len())];
    let all: Days = from.iter().copied().collect();
    let moves = |kept: Days| -> Vec<Move> {
        kept.iter().zip(to).map(|(from, to)| Move { from, to: Some(*to) }).collect()
    };
    let cost = |moves: &Vec<Move>| -> (usize, u8) {
        (moves.iter().filter(|of| is_late(**of)).count(), moves.iter().map(|of| of.days()).sum())
    };
    let made_up = all.subsets(to.len()).map(moves).min_by_key(cost).unwrap_or_default();
    let of_day = |day: &Day| made_up.iter().copied().find(|of| of.from == *day);
    from.iter().map(|day| of_day(day).unwrap_or(Move { from: *day, to: None })).collect()
}
