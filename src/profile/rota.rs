//! A rota: shifts day by day, which go round.

use crate::week::hours::Time;
use chrono::NaiveDate;

/// A rota: what time there is goes by the date, and no longer by the day of the week.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shifts {
    /// A day on which it begins.
    pub start: NaiveDate,
    /// Its days from there on; after the last comes the first again, and so for ever, both ways.
    pub pattern: Vec<Shift>,
}

/// A day of a rota.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shift {
    /// The runner's word for it.
    pub word: String,
    /// The time that there is for training.
    pub time: Time,
}

impl Shifts {
    /// Which day of the pattern a date is; `None` where the pattern has no days.
    fn place(&self, date: NaiveDate) -> Option<usize> {
        let days = i64::try_from(self.pattern.len()).ok()?;
        usize::try_from((date - self.start).num_days().checked_rem_euclid(days)?).ok()
    }

    /// The shift of a date.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Option<&Shift> {
        self.pattern.get(self.place(date)?)
    }
}
