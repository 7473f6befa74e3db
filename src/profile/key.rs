//! What a key of the profile is: one value that everything about a key is made from.

use crate::input::reader::{Reader, Table};
use crate::profile::value::Profile;
use crate::word::Word;
use std::ops::RangeInclusive;

/// A key of the profile.
#[derive(Debug)]
pub struct Key {
    /// Its dotted path: `strength.legs_max`.
    pub path: &'static str,
    /// The table that it stands in; empty for the file itself.
    pub table: &'static str,
    /// Its name in the table.
    pub name: &'static str,
    /// What it means, in a sentence or two.
    pub says: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// What counts where it is left out.
    pub left_out: LeftOut,
    /// An example as JSON, for editors.
    pub example: Option<&'static str>,
    /// The comments before it in the starter profile; an empty one is an empty line.
    pub notes: &'static [&'static str],
    /// An example as TOML for the starter profile, which has the key if it has one; of a table of its own the keys, one a
    /// line.
    pub starter: Option<&'static str>,
    /// Whether it may decide where sessions stand: profiles that agree in all such keys get the same days for the same
    /// reasons, and only such a key can be to blame where there is no week.
    pub decides: bool,
    /// The way round for people who write a value of a kind that it does not take: the kind, as a document says it, and
    /// what to do.
    pub way_round: Option<(&'static str, &'static str)>,
    /// Its field of [`Profile`].
    pub(super) field: Field,
}

/// Access to the field of a key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    /// Sets it from what a table says under the key.
    pub read: fn(&mut Profile, &mut Reader, &Table<'_>, &Key),
    /// Takes it out.
    pub clear: fn(&mut Profile),
    /// Its value for people; `None` where it is not given.
    pub shown: fn(&Profile) -> Option<String>,
}

/// What a key takes.
#[derive(Debug)]
pub enum Takes {
    /// Text.
    Text,
    /// True or false.
    Yes,
    /// True, false or a word.
    YesOr(Vocabulary),
    /// A date.
    Date,
    /// A whole number in a range.
    Whole(RangeInclusive<i64>),
    /// A whole number in a range, or a word.
    WholeOr(RangeInclusive<i64>, &'static str),
    /// A word.
    Word(Vocabulary),
    /// A word or a list of words.
    Words(Vocabulary),
    /// A word, a list of words, or a whole number in a range.
    WordsOrWhole(Vocabulary, RangeInclusive<i64>),
    /// An id or a list of ids: which there are, only the catalogue of exercises knows.
    Ids,
    /// A table of run minutes by kind of run and by day.
    Minutes(RangeInclusive<i64>),
    /// A table of run minutes by kind of run.
    Peak(RangeInclusive<i64>),
    /// A table of times by day and by kind of day: minutes in a range, windows or `off`.
    Times(RangeInclusive<i64>),
    /// A list of words of the runner's own, so many in a range, each a key of the table of times.
    Rota(RangeInclusive<i64>),
    /// A table of weights by exercise: kilograms in a range, or text with a unit.
    Weights(RangeInclusive<i64>),
    /// A list of tables, each a time off: its first day, its last, and a word that says why.
    TimesOff(Vocabulary),
    /// A list of tables, each a fixed session.
    FixedSessions,
    /// A list of tables, each a race of a priority.
    TuneUps(Vocabulary),
    /// A table of minutes in a range by day.
    DayMinutes(RangeInclusive<i64>),
    /// A table of words by day.
    WordsByDay(Vocabulary),
    /// A table of names of places by day.
    PlaceNames,
    /// A table of places by name, each with its equipment.
    Places(Vocabulary),
}

impl Takes {
    /// The numbers that it takes, where it takes one.
    pub(super) const fn range(&self) -> Option<&RangeInclusive<i64>> {
        match self {
            Self::Whole(range) | Self::WholeOr(range, _) | Self::WordsOrWhole(_, range) => Some(range),
            _ => None,
        }
    }
}

/// The words of a closed set.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary {
    /// The words, in the order in which they are listed to people.
    pub ids: fn() -> Vec<&'static str>,
    /// Other spellings that are accepted.
    pub others: &'static [&'static str],
    /// The form of a text that stands for several of them, where a list may stand.
    pub several: &'static str,
}

impl Vocabulary {
    /// The words of a type.
    #[must_use]
    pub const fn of<W: Word>() -> Self {
        Self { ids: || W::ALL.iter().map(|word| word.id()).collect(), others: W::OTHERS, several: W::SEVERAL }
    }

    /// The words and their other spellings.
    pub fn spellings(self) -> impl Iterator<Item = &'static str> {
        (self.ids)().into_iter().chain(self.others.iter().copied())
    }
}

/// One word of a type.
pub(super) const fn word<W: Word>() -> Takes {
    Takes::Word(Vocabulary::of::<W>())
}

/// Words of a type.
pub(super) const fn words<W: Word>() -> Takes {
    Takes::Words(Vocabulary::of::<W>())
}

/// What counts where a key is left out.
#[derive(Clone, Copy, Debug)]
pub enum LeftOut {
    /// Nothing: it is needed.
    Needed,
    /// A word.
    Word(&'static str),
    /// A number.
    Number(u16),
    /// `false`.
    No,
    /// The number of the season.
    Season,
    /// The minutes that are usual for each kind of run, with a warning.
    UsualMinutes,
    /// What these words say; no value says the same.
    Text(&'static str),
    /// What these words say, and what this TOML says.
    Like(&'static str, &'static str),
}

impl Key {
    /// A key that decides, of which the season says what counts without it; the methods that follow say what else it is.
    pub(super) const fn new(path: &'static str, takes: Takes, field: Field) -> Self {
        let (table, name) = parts(path);
        Self {
            path,
            table,
            name,
            says: "",
            takes,
            left_out: LeftOut::Season,
            example: None,
            notes: &[],
            starter: None,
            decides: true,
            way_round: None,
            field,
        }
    }

    pub(super) const fn says(mut self, says: &'static str) -> Self {
        self.says = says;
        self
    }

    pub(super) const fn left_out(mut self, left_out: LeftOut) -> Self {
        self.left_out = left_out;
        self
    }

    pub(super) const fn example(mut self, example: &'static str) -> Self {
        self.example = Some(example);
        self
    }

    pub(super) const fn notes(mut self, notes: &'static [&'static str]) -> Self {
        self.notes = notes;
        self
    }

    pub(super) const fn starter(mut self, starter: &'static str) -> Self {
        self.starter = Some(starter);
        self
    }

    pub(super) const fn decides(mut self, decides: bool) -> Self {
        self.decides = decides;
        self
    }

    pub(super) const fn way_round(mut self, kind: &'static str, hint: &'static str) -> Self {
        self.way_round = Some((kind, hint));
        self
    }

    /// The value that a profile gives, in a few words; `None` where it gives none, and for tables of times and places.
    #[must_use]
    pub fn shown(&self, profile: &Profile) -> Option<String> {
        (self.field.shown)(profile)
    }

    /// Takes the key out of a profile.
    pub fn clear(&self, profile: &mut Profile) {
        (self.field.clear)(profile);
    }
}

/// The table and the name of a path.
const fn parts(path: &'static str) -> (&'static str, &'static str) {
    let mut dot = path.len();
    while dot > 0 {
        dot -= 1;
        if path.as_bytes()[dot] == b'.' {
            let (table, name) = path.split_at(dot);
            return (table, name.split_at(1).1);
        }
    }
    ("", path)
}
