//! The identity of a session of a plan, which stays when the session moves.

use crate::week::dates::{iso_monday, iso_week};
use crate::week::day::Day;
use crate::week::kind::Kind;
use crate::word::Word as _;
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::fmt;

/// The identity of a session: its week, its kind, and its number in the week; of a run, and of what stands in somebody else's
/// plan, the day on which it was declared:
/// `2026-W48/strength/1`, `2026-W48/run/wed`, `2026-W48/fixed/fri-2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SessionId {
    /// Monday of its week.
    pub monday: NaiveDate,
    /// What it is.
    pub kind: Kind,
    /// Which of its kind.
    pub place: SessionPlace,
}

/// Which session of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SessionPlace {
    /// The session declared on this day.
    Declared(Day),
    /// So many in the week, from 1.
    Number(u8),
    /// One more on a day that has several: the second, the third.
    Another(Day, u8),
}

impl SessionId {
    /// Whether it is one more of its kind on a day.
    #[must_use]
    pub const fn is_another(self) -> bool {
        matches!(self.place, SessionPlace::Another(..))
    }

    /// The identity that a text names, as it is written.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('/');
        let (week, kind, place) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let place = match place.parse() {
            Ok(number) => SessionPlace::Number(number),
            Err(_) => match place.split_once('-') {
                Some((day, number)) => {
                    let number = number.parse().ok().filter(|number| *number > 1);
                    SessionPlace::Another(Day::parse(day)?, number?)
                }
                None => SessionPlace::Declared(Day::parse(place)?),
            },
        };
        Some(Self { monday: iso_monday(week)?, kind: Kind::parse(kind)?, place })
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/", iso_week(self.monday), self.kind.id())?;
        match self.place {
            SessionPlace::Declared(day) => f.write_str(day.id()),
            SessionPlace::Number(number) => write!(f, "{number}"),
            SessionPlace::Another(day, number) => write!(f, "{}-{number}", day.id()),
        }
    }
}

impl Serialize for SessionId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
