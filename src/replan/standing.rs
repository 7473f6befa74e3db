//! A plan as it stands before it is planned again.

use crate::plan::{Plan, PlannedDay, PlannedSession};
use crate::week::day::Days;
use crate::week::id::SessionId;
use crate::week::{DayPlan, Week};
use chrono::NaiveDate;

/// A plan as it stands: the week that is planned again, as it was printed or would be.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Its days, Monday first.
    pub days: Vec<PlannedDay>,
    /// The week as a whole, where it stands just as it would be planned now.
    pub plan: Option<Box<Plan>>,
    /// The week after it, where the same plan says it.
    pub next: Option<Week>,
    /// How often calendar entries of its sessions have changed, where they have.
    pub sequences: Vec<(SessionId, u32)>,
    /// Days that were blocked when it was planned again before.
    pub blocked: Days,
    /// Days on which something was missed by then.
    pub missed: Days,
}

impl From<&Plan> for Standing {
    fn from(plan: &Plan) -> Self {
        Self {
            monday: plan.monday,
            days: plan.days.clone(),
            plan: Some(Box::new(plan.clone())),
            next: None,
            sequences: Vec::new(),
            blocked: Days::NONE,
            missed: Days::NONE,
        }
    }
}

impl Standing {
    /// What stands on its days.
    #[must_use]
    pub fn week(&self) -> Week {
        week_of(&self.days)
    }

    /// The sessions of its days.
    pub fn sessions(&self) -> impl Iterator<Item = &PlannedSession> {
        self.days.iter().flat_map(|day| &day.sessions)
    }
}

/// What stands on days.
fn week_of(days: &[PlannedDay]) -> Week {
    let mut week = [DayPlan::EMPTY; 7];
    week.iter_mut().zip(days).for_each(|(plan, day)| *plan = day_of(day));
    week
}

/// What stands on a day.
#[must_use]
pub fn day_of(day: &PlannedDay) -> DayPlan {
    day.sessions.iter().fold(DayPlan::EMPTY, |plan, session| plan.with(session.session))
}
