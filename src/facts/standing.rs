//! What stands on the days of a week before anything is placed, and what may be placed beside it.

use crate::facts::Facts;
use crate::week::DayPlan;
use crate::week::day::Day;
use crate::week::session::{Run, Session};

impl Facts<'_> {
    /// Whether the week is one that somebody else wrote, and the search places its own sessions around what stands there.
    #[must_use]
    pub fn is_written(&self) -> bool {
        self.written.fixed.is_some() && self.written.by_others
    }

    /// A day with this run and what else is fixed on it: all that stands there before anything is placed.
    #[must_use]
    pub fn before_placing(&self, day: Day, run: Run) -> DayPlan {
        self.written
            .fixed
            .map_or(DayPlan { run, ..DayPlan::EMPTY }, |fixed| DayPlan { run, ..fixed[day.index()].plan })
    }

    /// Whether facts alone made a day, where they are no choices: nothing was placed on it. Mobility is nothing to a rule that
    /// looks at runs and strength.
    #[must_use]
    pub fn stands(&self, day: Day, plan: DayPlan, minds_mobility: bool) -> bool {
        let of = |plan: DayPlan| if minds_mobility { plan } else { DayPlan { mobility: false, ..plan } };
        self.written.fixed.is_some() && of(plan) == of(self.before_placing(day, plan.run))
    }

    /// What makes a day no placement whatever the rules say, in a few words.
    #[must_use]
    pub fn fault(&self, day: Day, plan: DayPlan) -> Option<&'static str> {
        let before = self.before_placing(day, plan.run);
        if !before.sessions().all(|fixed| plan.sessions().any(|session| session == fixed)) {
            return Some("a session that stands is missing");
        }
        let mut now = before;
        for session in plan.sessions().filter(|session| before.sessions().all(|fixed| fixed != *session)) {
            if !now.takes(session) {
                return Some(match session {
                    Session::Cross => "cross-training beside a run or strength",
                    Session::Mobility => "mobility on its own or on race day",
                    Session::Run(_) | Session::Strength(_) => "two of a kind",
                });
            }
            now = now.with(session);
        }
        None
    }
}
