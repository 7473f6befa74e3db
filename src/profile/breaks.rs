//! The days off of each week, and the breaks that they make.

use crate::profile::off::Off;
use crate::profile::value::Profile;
use crate::week::day::{Day, Days};
use crate::word::Word as _;
use chrono::NaiveDate;

/// Days off that follow each other without a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
}

impl Break {
    /// How many days it has.
    #[must_use]
    pub fn days(&self) -> i64 {
        (self.to - self.from).num_days() + 1
    }
}

impl Profile {
    /// The days off of the week from a Monday.
    #[must_use]
    pub fn days_off(&self, monday: NaiveDate) -> Days {
        self.days_off_where(monday, |_| true)
    }

    /// The days off of the week from a Monday in those of its times off for which `wanted` holds.
    #[must_use]
    pub fn days_off_where(&self, monday: NaiveDate, wanted: impl Fn(&Off) -> bool) -> Days {
        let mut days = Days::NONE;
        for off in self.off.iter().filter(|off| wanted(off)) {
            // Of a long time only what lies in the week is walked.
            let [first, last] = [off.from, off.to].map(|date| (date - monday).num_days());
            let of_week =
                |day: &&Day| i64::try_from(day.index()).is_ok_and(|at| (first..=last).contains(&at));
            days.extend(Day::ALL.iter().filter(of_week).copied());
        }
        days
    }

    /// The breaks that the days off make, in order: times off that touch are one.
    #[must_use]
    pub fn breaks(&self) -> Vec<Break> {
        let mut off = self.off.clone();
        off.sort();
        let mut breaks: Vec<Break> = Vec::with_capacity(off.len());
        for Off { from, to, .. } in off {
            match breaks.last_mut().filter(|before| (from - before.to).num_days() <= 1) {
                Some(before) => before.to = before.to.max(to),
                None => breaks.push(Break { from, to }),
            }
        }
        breaks
    }
}
