//! One session of a plan's text, and how two that mean one session are joined.

use crate::import::words::amounts::Amounts;
use crate::week::race::Distance;
use crate::week::session::{Run, Session, Strength};

/// One session as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionEntry {
    /// The kind of session.
    pub what: SessionKind,
    /// Minutes, where they are said.
    pub minutes: Option<u16>,
    /// Metres, where they are said.
    pub metres: Option<u32>,
    /// Thousandths of the plan's own unit, where a number stands alone.
    pub bare: Option<u32>,
}

/// The kind of a session as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionKind {
    /// A session as weeks have it; a race is none of them.
    Placed(Session),
    /// A race, of a distance where it is said.
    Race(Option<Distance>),
    /// Strength of a kind that is not said.
    Strength,
    /// Rest, said in so many words.
    Rest,
}

impl SessionKind {
    /// Strength, of a kind where it is said.
    pub(super) fn strength(kind: Option<Strength>) -> Self {
        kind.map_or(Self::Strength, |kind| Self::Placed(Session::Strength(kind)))
    }

    /// Whether the session is a run or a race.
    #[must_use]
    pub const fn is_run(self) -> bool {
        matches!(self, Self::Placed(Session::Run(_)) | Self::Race(_))
    }

    /// Whether the session is strength, of whatever kind.
    #[must_use]
    pub const fn is_strength(self) -> bool {
        matches!(self, Self::Placed(Session::Strength(_)) | Self::Strength)
    }

    /// The harder of two runs, the more exact of two strength sessions; full before upper.
    pub(super) fn harder(self, other: Self) -> Self {
        let rank = |kind: Self| match kind {
            Self::Placed(Session::Run(run)) => hardness(run),
            Self::Race(_) => hardness(Run::Race),
            Self::Strength => 1,
            Self::Placed(Session::Strength(strength)) => 2 + u8::from(strength.legs()),
            Self::Placed(_) | Self::Rest => 0,
        };
        match (self, other) {
            (Self::Race(a), Self::Race(b)) => Self::Race(a.or(b)),
            _ if rank(other) > rank(self) => other,
            _ => self,
        }
    }
}

/// The place of a run among the runs of a day, of which the hardest counts: race before long run, before speed, before
/// easy, before a shake-out.
pub(crate) const fn hardness(run: Run) -> u8 {
    match run {
        Run::Off => 0,
        Run::ShakeOut => 1,
        Run::Easy => 2,
        Run::Speed => 3,
        Run::Long => 4,
        Run::Race => 5,
    }
}

impl SessionEntry {
    /// A session of a length.
    pub(super) const fn new(what: SessionKind, length: Amounts) -> Self {
        Self { what, minutes: length.minutes, metres: length.metres, bare: length.bare }
    }

    /// The length of the session, as far as it is said.
    pub(super) const fn length(&self) -> Amounts {
        Amounts { minutes: self.minutes, metres: self.metres, bare: self.bare, is_odd: false }
    }

    /// Whether the length of the session is said.
    #[must_use]
    pub const fn sized(&self) -> bool {
        self.minutes.is_some() || self.metres.is_some() || self.bare.is_some()
    }

    /// Whether the session is a run or a race.
    #[must_use]
    pub const fn is_run(&self) -> bool {
        self.what.is_run()
    }

    /// Whether a length can be that of the session, which has none yet: strength and mobility have no distance.
    pub(super) const fn takes(&self, length: &Amounts) -> bool {
        let has_distance = self.is_run() || matches!(self.what, SessionKind::Placed(Session::Cross));
        let is_rest = matches!(self.what, SessionKind::Rest);
        !is_rest && !self.sized() && length.any() && (has_distance || length.metres.is_none())
    }

    /// Whether both lengths are said in the same way, and this one is no longer.
    pub(super) fn no_longer_than(&self, other: &Self) -> bool {
        let at_most =
            |mine: Option<u32>, other: Option<u32>| mine.zip(other).map(|(mine, other)| mine <= other);
        at_most(self.metres, other.metres)
            .or_else(|| at_most(self.bare, other.bare))
            .or_else(|| at_most(self.minutes.map(u32::from), other.minutes.map(u32::from)))
            .unwrap_or(false)
    }

    /// Whether two entries are of one sort: strength is, whatever its kind.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.what == other.what || self.what.is_strength() && other.what.is_strength()
    }
}

/// How hard the hardest of some sessions is, and how many there are: of a choice the mildest way counts first.
pub(super) fn mildness(entries: &[SessionEntry]) -> (u8, usize) {
    let rank = |entry: &SessionEntry| match entry.what {
        SessionKind::Rest => 0,
        SessionKind::Placed(Session::Run(run)) => [0, 2, 3, 6, 7, 10][usize::from(hardness(run))],
        SessionKind::Placed(Session::Strength(Strength::Upper)) => 5,
        SessionKind::Placed(Session::Strength(_)) => 9,
        SessionKind::Placed(Session::Cross) => 4,
        SessionKind::Placed(_) => 1,
        SessionKind::Strength => 8,
        SessionKind::Race(_) => 10,
    };
    (entries.iter().map(rank).max().unwrap_or(0), entries.len())
}

/// Adds a session to those of its part: runs are one run, strength is one session.
pub(super) fn merge(entries: &mut Vec<SessionEntry>, entry: SessionEntry) {
    let same = |other: &&mut SessionEntry| other.is_run() && entry.is_run() || other.is_like(&entry);
    let Some(other) = entries.iter_mut().find(same) else { return entries.push(entry) };
    let add = |a: Option<u32>, b: Option<u32>| a.into_iter().chain(b).reduce(u32::saturating_add);
    *other = SessionEntry {
        what: other.what.harder(entry.what),
        minutes: other.minutes.into_iter().chain(entry.minutes).reduce(u16::saturating_add),
        metres: add(other.metres, entry.metres),
        bare: add(other.bare, entry.bare),
    };
}
