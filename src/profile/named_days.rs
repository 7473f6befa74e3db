//! The days that a runner names for a kind of session.

use crate::profile::value::Profile;
use crate::week::day::Days;
use crate::week::kind::Kind;

impl Profile {
    /// The days that are named for a kind of session; `None` where none are.
    #[must_use]
    pub const fn named_days(&self, kind: Kind) -> Option<Days> {
        match kind {
            Kind::Strength | Kind::Legs | Kind::Upper => self.strength.days,
            Kind::Mobility => self.mobility_days,
            Kind::Cross => self.cross_days,
            Kind::Rest | Kind::Run | Kind::Fixed => None,
        }
    }

    /// Of so many cross-training sessions those that need days of their own; the others stand beside runs, on days that are named
    /// for both.
    #[must_use]
    pub fn cross_days_alone(&self, sessions: u8) -> u8 {
        let Some(days) = self.cross_days else { return sessions };
        let runs = if self.runs.per_week.is_some() { Days::NONE } else { self.runs.days };
        let [beside, alone] =
            [days.among(runs), days.without(runs)].map(|days| u8::try_from(days.len()).unwrap_or(7));
        sessions.saturating_sub(beside).min(alone)
    }
}
