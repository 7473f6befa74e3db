//! Who a text is for, and how what came from outside is made harmless in it: all that is printed passes here.

use crate::cli::edge::ascii::shown;
use runplan::wrap::{escaped, is_unruly, json_escaped};
use std::borrow::Cow;

/// Who a text is for, which decides how unruly characters of others are written in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// People: escaped, in characters that the locale knows.
    Reader,
    /// Programs that read JSON: escaped as it does.
    Json,
    /// Programs that read another format: it has taken them out already; what would be left becomes spaces.
    Other,
}

impl Audience {
    /// Who the documents of a format are for.
    pub fn format(name: &str) -> Self {
        match name {
            "text" => Self::Reader,
            "json" | "ndjson" | "intervals" => Self::Json,
            _ => Self::Other,
        }
    }

    /// The text as it is written for them.
    pub fn written(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Reader => match escaped(text) {
                Cow::Borrowed(text) => shown(text),
                Cow::Owned(text) => shown(&text).into_owned().into(),
            },
            Self::Json => json_escaped(text),
            Self::Other => {
                let wild = |c: char| is_unruly(c) && !matches!(c, '\r' | '\t');
                if text.contains(wild) { text.replace(wild, " ").into() } else { text.into() }
            }
        }
    }
}
