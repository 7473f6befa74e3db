//! What is asked of single days on top of the rules.

use crate::week::DayPlan;
use crate::week::day::Day;
use crate::week::kind::{Kind, Kinds};
use crate::week::session::Run;

/// What is asked of one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayAsk {
    /// What the day has to hold.
    pub must: Kinds,
    /// What it may not hold.
    pub never: Kinds,
    /// The kind of run that it has to hold, or [`Run::Off`] for none; open where nothing is said.
    pub run: Option<Run>,
}

impl DayAsk {
    /// Whether a day is as asked, mobility apart: that is placed last.
    pub(super) fn allows(self, plan: DayPlan) -> bool {
        let kinds = plan.kinds();
        let must = self.must.without(Kinds::of(Kind::Mobility));
        kinds.contains_all(must) && !kinds.meets(self.never) && self.run.is_none_or(|run| run == plan.run)
    }
}

/// What is asked of the days of a week on top of the rules, Monday first; by default nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ask(pub [DayAsk; 7]);

impl Ask {
    /// The ask with kinds that a day has to hold.
    #[must_use]
    pub fn must(mut self, day: Day, kinds: Kinds) -> Self {
        let asked = &mut self.0[day.index()].must;
        *asked = asked.and(kinds);
        self
    }

    /// The ask with kinds that a day may not hold.
    #[must_use]
    pub fn never(mut self, day: Day, kinds: Kinds) -> Self {
        let asked = &mut self.0[day.index()].never;
        *asked = asked.and(kinds);
        self
    }

    /// The ask with the kind of run that a day has to hold, or [`Run::Off`] for none.
    #[must_use]
    pub fn run(mut self, day: Day, run: Run) -> Self {
        self.0[day.index()].run = Some(run);
        self
    }

    /// The ask with a day that has to be just as it is given.
    #[must_use]
    pub fn exactly(mut self, day: Day, plan: DayPlan) -> Self {
        let kinds = plan.kinds();
        self.0[day.index()] = DayAsk { must: kinds, never: kinds.others(), run: Some(plan.run) };
        self
    }

    /// Whether a whole day is as asked.
    #[must_use]
    pub fn allows(&self, day: Day, plan: DayPlan) -> bool {
        let asked = self.0[day.index()];
        asked.allows(plan) && plan.kinds().contains_all(asked.must)
    }
}
