//! The days that the runner names for a kind of session, and the kind of strength that a day is named for.

use crate::facts::Facts;
use crate::week::DayPlan;
use crate::week::day::Day;
use crate::week::kind::{Kind, Kinds};
use crate::week::session::{Run, Session, Strength};

impl Facts<'_> {
    /// The kinds that may stand on a day as far as the runner names days for them: of mobility and cross-training also what
    /// somebody else put there, so that strength may stand beside it.
    #[must_use]
    pub fn open_to(&self, day: Day) -> Kinds {
        let stands = self.before_placing(day, Run::Off);
        let is_open = |kind: Kind| {
            self.profile.named_days(kind).is_none_or(|days| days.contains(day))
                || kind != Kind::Strength && stands.holds(kind)
        };
        Kind::PLACED.into_iter().fold(Kinds::NONE, |kinds, kind| kinds.with(kind, is_open(kind)))
    }

    /// The kind of strength that a day is named for, where it is.
    #[must_use]
    pub const fn named_strength(&self, day: Day) -> Option<Strength> {
        self.profile.strength.kind.0[day.index()]
    }

    /// Whether the runner names a day for a kind of session.
    #[must_use]
    pub fn names(&self, day: Day, kind: Kind) -> bool {
        self.profile.named_days(kind).is_some_and(|days| days.contains(day))
    }

    /// What the search may put on a day beside its run, mobility apart, in the order in which ties prefer it: strength for the lower
    /// body only where the day is named for it, or where there was such a session in a week that is planned again.
    pub fn session_choices(&self, day: Day) -> impl Iterator<Item = Session> {
        let lower = Session::Strength(Strength::Lower);
        let [full, others @ ..] = Session::CHOICES;
        let lower = self.may_be_lower(day).then_some(lower);
        [full].into_iter().chain(lower).chain(others)
    }

    /// Whether strength of a day may be for the lower body alone.
    fn may_be_lower(&self, day: Day) -> bool {
        let had_lower = || {
            let week = self.earlier.map(|earlier| earlier.week).unwrap_or_default();
            week.iter().any(|day| day.strength == Strength::Lower)
        };
        self.named_strength(day) == Some(Strength::Lower) || had_lower()
    }

    /// Whether a session may be put on a day as it stands, whatever the rules that steer say.
    #[must_use]
    pub fn takes(&self, day: Day, plan: DayPlan, session: Session) -> bool {
        if session == Session::Strength(Strength::Lower) && !self.may_be_lower(day) {
            return false;
        }
        let kind = session.kind();
        plan.takes(session)
            || (self.names(day, kind) || self.stood_as_named(day, session)) && plan.takes_where_named(session)
    }

    /// Whether a week that is planned again had a session where only a named day has it: who printed the week knew the day.
    fn stood_as_named(&self, day: Day, session: Session) -> bool {
        let was = self.earlier.map(|earlier| earlier.week[day.index()]).unwrap_or_default();
        was.holds(session.kind()) && !was.without(session.kind()).takes(session)
    }
}
