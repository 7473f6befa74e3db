//! A lower bound on what the days cost that are not placed yet.

use crate::week::score::{Difference, Score};

/// The days of a week from some day on, as far as their own costs and the strength count go.
#[derive(Default)]
pub(super) struct LowerBound {
    /// What they cost without strength, or with it where they cannot do without.
    base: Score,
    /// Days that cannot do without strength.
    forced: usize,
    /// What strength costs on top on each of the other days that can have it, cheapest first.
    more: [Difference; 7],
    len: usize,
}

impl LowerBound {
    /// Puts a day in front: its least cost without strength and with it, the worst score where that cannot be.
    pub fn add(&mut self, [without, with]: [Score; 2]) {
        if without == Score::WORST {
            self.base += with;
            self.forced += 1;
            return;
        }
        self.base += without;
        if with != Score::WORST {
            let more = with - without;
            let at = self.more[..self.len].partition_point(|other| *other <= more);
            self.more.copy_within(at..self.len, at + 1);
            self.more[at] = more;
            self.len += 1;
        }
    }

    /// The least cost together with that of the strength count, by the sessions that stand before these days: at most one
    /// a day, and never more of them than `most` in the week.
    pub fn with(&self, totals: &[[Score; 8]; 8], days_before: usize, most: usize) -> [Score; 8] {
        let mut least = [Score::WORST; 8];
        // With so many sessions more than there have to be.
        let mut cost = self.base;
        for taken in 0..=self.len {
            if taken > 0 {
                cost = cost + self.more[taken - 1];
            }
            let here = self.forced + taken;
            for (before, least) in least.iter_mut().enumerate().take(days_before + 1) {
                let count = before + here;
                if count > most {
                    break;
                }
                let total = totals[count][0];
                if total != Score::WORST {
                    *least = (cost + total).min(*least);
                }
            }
        }
        least
    }
}
