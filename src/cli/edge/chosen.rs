//! The formats that a command line can ask for.

use runplan::export::{FORMATS, Format, SESSION_FORMATS, SessionFormat};

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

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text(format) => format.ending,
            Self::Sessions(format) => format.ending,
        }
    }
}
