//! The formats that a command line can ask for.

use runplan::export::{FORMATS, Format, SESSION_FORMATS, SessionFormat};

/// Endings that people write too, each with that of its format.
const OTHER_ENDINGS: [(&str, &str); 4] =
    [("htm", "html"), ("markdown", "md"), ("jsonl", "ndjson"), ("text", "txt")];

/// A format that was asked for.
#[derive(Clone, Copy, Debug)]
pub enum Chosen {
    /// One text.
    Text(&'static Format),
    /// A file a session.
    Sessions(&'static SessionFormat),
}

impl Chosen {
    /// Every format.
    pub fn all() -> impl Iterator<Item = Self> {
        FORMATS.iter().map(Self::Text).chain(SESSION_FORMATS.iter().map(Self::Sessions))
    }

    /// Every format that one day can be written in.
    pub fn of_a_day() -> impl Iterator<Item = Self> {
        Self::all().filter(|of| !matches!(of, Self::Text(format) if format.day.is_none()))
    }

    /// Its name, as `--format` takes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text(format) => format.name,
            Self::Sessions(format) => format.name,
        }
    }

    /// Whether a file has the ending of it, or another one that people write.
    pub fn is_ending_of(self, file: &[u8]) -> Option<usize> {
        let also = OTHER_ENDINGS.iter().filter(|(_, of)| *of == self.ending()).map(|(ending, _)| *ending);
        let is_ending =
            |ending: &&str| file.strip_suffix(ending.as_bytes()).is_some_and(|stem| stem.ends_with(b"."));
        also.chain([self.ending()]).find(is_ending).map(str::len)
    }

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text(format) => format.ending,
            Self::Sessions(format) => format.ending,
        }
    }
}
