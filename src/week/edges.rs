//! What stands beyond both ends of a week: the same week again, known days, or nothing that is known.

use crate::week::session::Run;
use crate::week::{DayPlan, Week};

/// What stands beyond one end of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// The same week again; its race does not repeat.
    Repeats,
    /// Nothing that is known, and so nothing is assumed.
    Unknown,
    /// The three days next to the week, the nearest first.
    Days([DayPlan; 3]),
    /// The same, of a week before that asked the same: what a pair of days over the border costs is that week's.
    Stretch([DayPlan; 3]),
    /// The three days after the week as they are written, the nearest first: their sessions stand whatever this week does, so
    /// a session of this week keeps its hard rules with them too.
    Written([DayPlan; 3]),
}

/// What stands beyond both ends of a week. A pair of days over an end counts once: over the start with known days before
/// it, over the end with this week again behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edges {
    /// Before Monday.
    pub before: Edge,
    /// After Sunday.
    pub after: Edge,
}

impl Edges {
    /// The same week before and after.
    pub const REPEAT: Self = Self { before: Edge::Repeats, after: Edge::Repeats };
    /// Nothing known on either side.
    pub const UNKNOWN: Self = Self { before: Edge::Unknown, after: Edge::Unknown };

    /// The last three days of a week, the nearest to the next week first.
    #[must_use]
    pub const fn last(week: &Week) -> [DayPlan; 3] {
        [week[6], week[5], week[4]]
    }

    /// The real weeks before and after, where there are any.
    #[must_use]
    pub fn weeks(before: Option<&Week>, after: Option<&Week>) -> Self {
        let known = |days: Option<[DayPlan; 3]>| days.map_or(Edge::Unknown, Edge::Days);
        Self {
            before: known(before.map(Self::last)),
            after: known(after.map(|week| [week[0], week[1], week[2]])),
        }
    }

    /// The run on a day outside the week, by its place counted from Monday: −1 to −3 before it, 7 to 9 after it. `runs` are
    /// those of the week itself.
    ///
    /// # Panics
    /// For a place in the week or further away.
    #[must_use]
    pub fn run(&self, at: i64, runs: &[Run; 7]) -> Run {
        let (edge, away) = if at < 0 { (&self.before, -at - 1) } else { (&self.after, at - 7) };
        match edge {
            Edge::Repeats => again(runs[usize::try_from(at.rem_euclid(7)).unwrap_or(0)]),
            Edge::Unknown => Run::Off,
            Edge::Days(days) | Edge::Stretch(days) | Edge::Written(days) => {
                usize::try_from(away).map_or(Run::Off, |away| days[away].run)
            }
        }
    }

    /// The day so many days before Monday (1 to 3) as a pair over the start of the week sees it, where such a pair counts. In
    /// a stretch the week before counts it already, and only what is `hard` holds here too.
    #[must_use]
    pub fn day_before(&self, days: usize, hard: bool) -> Option<DayPlan> {
        match self.before {
            Edge::Days(known) => Some(known[days - 1]),
            Edge::Stretch(known) if hard => Some(known[days - 1]),
            Edge::Repeats | Edge::Unknown | Edge::Stretch(_) | Edge::Written(_) => None,
        }
    }

    /// The day so many days before Monday (1 to 3) where it is known, whatever counts.
    #[must_use]
    pub fn known_before(&self, days: usize) -> Option<DayPlan> {
        match self.before {
            Edge::Days(known) | Edge::Stretch(known) | Edge::Written(known) => Some(known[days - 1]),
            Edge::Repeats | Edge::Unknown => None,
        }
    }

    /// The day so many days after Sunday (1 to 3) as a hard rule about a pair over the end of the week sees it, where it is
    /// written and stands.
    #[must_use]
    pub fn day_after(&self, days: usize) -> Option<DayPlan> {
        match self.after {
            Edge::Written(known) => Some(known[days - 1]),
            _ => None,
        }
    }

    /// Whether pairs over the end of the week count, with this week again behind it.
    #[must_use]
    pub const fn repeats_after(&self) -> bool {
        matches!(self.after, Edge::Repeats)
    }
}

/// The same day's run in the week before or after: a race does not repeat.
#[must_use]
pub const fn again(run: Run) -> Run {
    if matches!(run, Run::Race) { Run::Easy } else { run }
}
