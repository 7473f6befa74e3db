//! The week that stood before, where a week is planned again: what of it stands, and what has lost its day.

use crate::week::day::{Day, Days};
use crate::week::session::{Run, Session};
use crate::week::{DayPlan, Week};

/// A week that is planned again, as it stood, and what became of its days since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The week as it stood.
    pub week: Week,
    /// Days whose sessions stay whatever the search does, and which take no others: over, pinned, the race's.
    pub frozen: Days,
    /// Those of them that are over: what stands there is done.
    pub over: Days,
    /// Days that are over and whose run was missed.
    pub missed: Days,
    /// Days ahead that are lost, and whose run has to go somewhere else, or is let go.
    pub lost: Days,
    /// Days whose sessions the runner has put on another day.
    pub moved: Days,
    /// Days to which no strength moves: the week after could not stay as it is.
    pub closed: Days,
}

impl From<Week> for Earlier {
    /// A week of which all may stay, and nothing has to.
    fn from(week: Week) -> Self {
        Self {
            week,
            frozen: Days::NONE,
            over: Days::NONE,
            missed: Days::NONE,
            lost: Days::NONE,
            moved: Days::NONE,
            closed: Days::NONE,
        }
    }
}

impl Earlier {
    /// The run of a day that has lost it: missed, blocked or moved by the runner; none where the day keeps it.
    #[must_use]
    pub fn displaced(&self, day: Day) -> Run {
        let has_lost = [self.missed, self.lost, self.moved].iter().any(|days| days.contains(day));
        if has_lost { self.week[day.index()].run } else { Run::Off }
    }

    /// Whether a run is on a day where it did not stand, and the day is still to come.
    #[must_use]
    pub fn is_moved_to(&self, day: Day, run: Run) -> bool {
        run.is_run() && !self.frozen.contains(day) && self.week[day.index()].run != run
    }

    /// Whether a session may be placed on a day that is as planned, whatever the rules say: nothing on a frozen one, mobility where
    /// it stood or beside strength that comes to the day, cross-training where it stood.
    #[must_use]
    pub fn takes(&self, day: Day, plan: DayPlan, session: Session) -> bool {
        let was = self.week[day.index()];
        let comes = plan.strength.any() && plan.strength != was.strength;
        let follows = match session {
            Session::Run(_) | Session::Second | Session::Other(_) => true,
            Session::Strength(_) => !comes || !self.closed.contains(day),
            Session::Mobility => was.mobility || comes,
            Session::Cross => was.cross,
        };
        follows && !self.frozen.contains(day)
    }
}
