//! Texts become documents with places; what is wrong with one is a [`Problem`] with its message, its mend and its places.

#[cfg(feature = "calendar")]
pub mod busy;
pub mod document;
#[cfg(feature = "calendar")]
pub(crate) mod ical;
pub mod reader;

use std::ops::Range;

/// A place in a text: which text (0 is the file, others are the caller's) and the bytes in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The text, as the caller numbers them.
    pub source: usize,
    /// Bytes in that text; `None` where the format keeps no places (JSON).
    pub span: Option<Range<usize>>,
}

/// One thing that is wrong with an input: what, what would be right, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The problem in a sentence; lower case, no final stop.
    pub message: String,
    /// Advice; starts with a verb.
    pub hint: Option<String>,
    /// The places that the problem is about; the first is the main one.
    pub marks: Vec<Mark>,
}

/// A place that a problem points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The key's path, such as `runs.long`; empty for a syntax error.
    pub key: String,
    /// The place of the key or its value.
    pub place: Place,
    /// A few words to stand beside the mark.
    pub note: &'static str,
    /// The text that should stand there instead, if one is likely meant.
    pub mend: Option<String>,
}

impl Problem {
    /// A problem at one place.
    #[must_use]
    pub fn at(key: impl Into<String>, place: &Place, message: impl Into<String>) -> Self {
        let mark = Mark { key: key.into(), place: place.clone(), note: "", mend: None };
        Self { message: message.into(), hint: None, marks: vec![mark] }
    }

    /// Gives the problem a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Gives the problem a second place.
    #[must_use]
    pub fn and(mut self, key: impl Into<String>, place: &Place, note: &'static str) -> Self {
        self.marks.push(Mark { key: key.into(), place: place.clone(), note, mend: None });
        self
    }

    /// Gives the problem a likely replacement for what stands at the main place.
    #[must_use]
    pub fn mend(mut self, mend: Option<String>) -> Self {
        if let Some(mark) = self.marks.first_mut() {
            mark.mend = mend;
        }
        self
    }

    /// Whether the problem is about a key, given as a dotted path, or a table around it: found there, or meant by a name
    /// that nobody knows.
    #[must_use]
    pub fn is_about(&self, key: &str) -> bool {
        let Some(mark) = self.marks.first() else { return false };
        let around = |path: &str| {
            key.strip_prefix(path)
                .is_some_and(|rest| !path.is_empty() && (rest.is_empty() || rest.starts_with(['.', '['])))
        };
        let meant = mark.mend.as_deref().map(|mend| match mark.key.rsplit_once('.') {
            Some((table, _)) => format!("{table}.{mend}"),
            None => mend.to_owned(),
        });
        around(&mark.key) || meant.is_some_and(|path| around(&path))
    }

    /// The order in which a reader meets problems: by text, then by place.
    #[must_use]
    pub fn order(&self) -> (usize, usize) {
        self.marks
            .first()
            .map_or((0, 0), |mark| (mark.place.source, mark.place.span.as_ref().map_or(0, |s| s.start)))
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(key) = self.marks.first().map(|mark| &mark.key).filter(|key| !key.is_empty()) {
            write!(f, "{key}: ")?;
        }
        f.write_str(&self.message)
    }
}
