//! A placed week: seven days and what stands on each.

pub mod dates;
pub mod day;
pub mod edges;
pub mod hours;
pub mod id;
pub mod kind;
pub mod load;
pub mod pace;
pub mod phase;
pub mod race;
pub mod run_days;
pub mod score;
pub mod session;

use crate::week::kind::{Kind, Kinds};
use crate::week::session::{Class, Other, Run, Session, Strength};
use crate::word::Word;

/// What is placed on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DayPlan {
    /// The run, if it was kept.
    pub run: Run,
    /// The strength session.
    pub strength: Strength,
    /// Whether a mobility session is placed.
    pub mobility: bool,
    /// Whether a cross-training session is placed; only on a day without strength, and without a run where the runner does not
    /// name the day for it.
    pub cross: bool,
    /// What the runner's fixed sessions make of the day, which nothing chooses; one that leaves the day its rest makes nothing
    /// of it.
    pub other: Other,
}

impl DayPlan {
    /// A day with nothing on it.
    pub const EMPTY: Self =
        Self { run: Run::Off, strength: Strength::None, mobility: false, cross: false, other: Other::None };

    /// Its sessions, in their order within the day.
    pub fn sessions(self) -> impl Iterator<Item = Session> {
        let all: [Option<Session>; 5] = [
            self.run.is_run().then_some(Session::Run(self.run)),
            self.strength.any().then_some(Session::Strength(self.strength)),
            self.cross.then_some(Session::Cross),
            self.mobility.then_some(Session::Mobility),
            self.other.any().then_some(Session::Other(self.other)),
        ];
        all.into_iter().flatten()
    }

    /// The day with a session on it; one of its kind gives way, of fixed ones the lighter. A second run changes nothing.
    #[must_use]
    pub const fn with(mut self, session: Session) -> Self {
        match session {
            Session::Run(run) => self.run = run,
            Session::Strength(strength) => self.strength = strength,
            Session::Cross => self.cross = true,
            Session::Mobility => self.mobility = true,
            Session::Second => {}
            // The most that one of several makes of the day counts.
            Session::Other(other) => {
                if other.takes_the_day() && other as u8 > self.other as u8 {
                    self.other = other;
                }
            }
        }
        self
    }

    /// The day without sessions of a kind; a rest day stays as it is.
    #[must_use]
    pub fn without(self, kind: Kind) -> Self {
        let kept = |session: &Session| !Self::EMPTY.with(*session).kinds().contains(kind);
        self.sessions().filter(kept).fold(Self::EMPTY, Self::with)
    }

    /// The session of a kind, if there is one.
    #[must_use]
    pub fn session(self, kind: Kind) -> Option<Session> {
        self.sessions().find(|session| Self::EMPTY.with(*session).kinds().contains(kind))
    }

    /// The kinds that the day holds: with a leg session strength too, with nothing at all rest.
    #[must_use]
    pub const fn kinds(self) -> Kinds {
        let (mut kinds, mut at) = (Kinds::NONE, 0);
        while at < Kind::COUNT {
            kinds = kinds.with(<Kind as Word>::ALL[at], self.holds(<Kind as Word>::ALL[at]));
            at += 1;
        }
        kinds
    }

    /// Whether the day holds a kind.
    #[must_use]
    pub const fn holds(self, kind: Kind) -> bool {
        match kind {
            Kind::Run => self.run.is_run(),
            Kind::Strength => self.strength.any(),
            Kind::Legs => self.strength.legs(),
            Kind::Upper => matches!(self.strength, Strength::Upper),
            Kind::Cross => self.cross,
            Kind::Mobility => self.mobility,
            Kind::Rest => self.is_rest(),
            Kind::Fixed => self.other.any(),
        }
    }

    /// Whether a session may be put on the day as it stands, whatever the rules say: one of a kind, cross-training on a day
    /// without run, strength and a fixed session that takes the day, mobility beside something and not on race day; never a
    /// fixed session.
    #[must_use]
    pub const fn takes(self, session: Session) -> bool {
        match session {
            Session::Run(_) => !self.run.is_run(),
            Session::Strength(_) => !self.strength.any(),
            Session::Cross => {
                !self.run.is_run() && !self.strength.any() && !self.cross && !self.other.takes_the_day()
            }
            Session::Mobility => !self.mobility && !self.is_rest() && !matches!(self.run, Run::Race),
            Session::Second | Session::Other(_) => false,
        }
    }

    /// Whether a session may be put on the day where the runner names the day for it: mobility without anything beside it,
    /// cross-training beside a run, neither on race day; of others none that may not be there anyway.
    #[must_use]
    pub const fn takes_where_named(self, session: Session) -> bool {
        let is_race = matches!(self.run, Run::Race);
        match session {
            Session::Mobility => !self.mobility && !is_race,
            Session::Cross => !self.strength.any() && !self.cross && !self.other.takes_the_day() && !is_race,
            _ => false,
        }
    }

    /// Whether it is a full rest day: nothing at all, not even mobility; a fixed session that leaves a day its rest may be there.
    #[must_use]
    pub const fn is_rest(self) -> bool {
        !self.other.takes_the_day() && self.is_free()
    }

    /// Whether nothing stands on it but what the runner's fixed sessions make of it.
    #[must_use]
    pub const fn is_free(self) -> bool {
        !self.run.is_run() && !self.strength.any() && !self.mobility && !self.cross
    }

    /// Whether it holds a key run: a long run, a speed run or a race.
    #[must_use]
    pub const fn is_key(self) -> bool {
        self.run.is_key()
    }

    /// Whether it holds a leg session.
    #[must_use]
    pub const fn loads_legs(self) -> bool {
        self.strength.legs()
    }

    /// Whether it is a hard day: a key run, a heavy or moderate leg session, or a fixed session that is hard on the legs.
    #[must_use]
    pub const fn is_hard(self, class: Class) -> bool {
        self.is_key() || self.loads_legs() && class.is_hard() || self.other.is_hard()
    }
}

impl Default for DayPlan {
    fn default() -> Self {
        Self::EMPTY
    }
}

/// Seven days, Monday first.
pub type Week = [DayPlan; 7];

/// How many days of a week hold a kind, 0 to 7.
#[must_use]
pub fn count(week: &Week, kind: Kind) -> u8 {
    week.iter().map(|day| u8::from(day.holds(kind))).sum()
}
