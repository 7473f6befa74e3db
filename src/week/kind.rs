//! The kinds of what a day holds, as words, and sets of them: what is counted, asked for, forbidden and explained.

use crate::word::words;

words! {
    /// What a day can hold, as a question names it: a leg session is strength too, and a day with nothing at all is a rest day.
    Kind("session") {
        /// Strength of any kind.
        Strength = "strength",
        /// Strength for the legs.
        Legs = "legs",
        /// Strength for the upper body alone.
        Upper = "upper",
        /// Mobility.
        Mobility = "mobility",
        /// Cross-training.
        Cross = "cross",
        /// A full rest day.
        Rest = "rest",
        /// A run.
        Run = "run",
        /// A fixed session of the runner's: a sport, a class, a way to work.
        Fixed = "fixed",
    }
}

impl Kind {
    /// How many kinds there are.
    pub const COUNT: usize = 8;

    /// What can be asked for on a day, first to last: fixed sessions are nobody's to ask for.
    pub const ASKED: [Self; 7] =
        [Self::Strength, Self::Legs, Self::Upper, Self::Mobility, Self::Cross, Self::Rest, Self::Run];

    /// The kinds that the search places around the runs, in the order in which a day is explained.
    pub const PLACED: [Self; 3] = [Self::Strength, Self::Mobility, Self::Cross];

    /// What of a day can be explained, in its order within the day.
    pub const EXPLAINED: [Self; 5] = [Self::Run, Self::Strength, Self::Cross, Self::Mobility, Self::Rest];

    /// What decides between weeks of equal score and strength, first to last: there before not there, and of runs one kept
    /// before one set aside.
    pub const TIES: [Self; 3] = [Self::Mobility, Self::Cross, Self::Run];

    /// What comes on top of runs and strength, in the order in which files have it.
    pub const EXTRAS: [Self; 2] = [Self::Mobility, Self::Cross];

    /// Its name in a sentence: `a leg session`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Strength => "strength",
            Self::Legs => "a leg session",
            Self::Upper => "an upper-body session",
            Self::Mobility => "mobility",
            Self::Cross => "cross-training",
            Self::Rest => "rest",
            Self::Run => "a run",
            Self::Fixed => "a fixed session",
        }
    }

    /// The only days on which it may stand whatever the rules say, in words; `None` where that is any day.
    #[must_use]
    pub const fn only_on(self) -> Option<&'static str> {
        match self {
            Self::Mobility => Some("a day with a run, strength or cross-training"),
            Self::Cross => Some("a day without a run and strength"),
            _ => None,
        }
    }

    /// Whether a week has it only for a runner who asks for it: no season does.
    #[must_use]
    pub const fn is_on_request(self) -> bool {
        matches!(self, Self::Cross)
    }
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kinds(u8);

impl Kinds {
    /// No kind.
    pub const NONE: Self = Self(0);

    /// The set of one kind.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        Self(1 << kind as u8)
    }

    /// The kinds of both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set with `kind` where `there` holds.
    #[must_use]
    pub const fn with(self, kind: Kind, there: bool) -> Self {
        if there { self.and(Self::of(kind)) } else { self }
    }

    /// The kinds that the set does not hold.
    #[must_use]
    pub const fn others(self) -> Self {
        Self(!self.0 & (u8::MAX >> (8 - Kind::COUNT)))
    }

    /// The set without those of another one.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the set holds `kind`.
    #[must_use]
    pub const fn contains(self, kind: Kind) -> bool {
        self.0 >> kind as u8 & 1 == 1
    }

    /// Whether the set holds every kind of another one.
    #[must_use]
    pub const fn contains_all(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// Whether both sets hold a kind.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
