//! Which of equal weeks is taken.

use crate::week::Week;
use crate::week::day::Day;
use crate::week::kind::Kind;
use crate::week::phase::Phase;
use crate::week::session::{Run, Strength};
use crate::word::Word;

/// The days in the order in which ties are compared: from Monday, in recovery from Sunday backwards.
#[must_use]
pub fn tie_order(phase: Phase) -> [Day; 7] {
    let mut days = [Day::Mon; 7];
    days.copy_from_slice(Day::ALL);
    if phase == Phase::Recovery {
        days.reverse();
    }
    days
}

/// A week's place among weeks of equal score: the lower one wins. Where the search `chooses` the run days, first a long run on the later
/// day, then other runs, and the fast ones of them, on the earlier days. Then on each day in turn full before lower before upper before none, and
/// each of [`Kind::TIES`] before none.
#[must_use]
pub fn tie_rank(week: &Week, order: &[Day; 7], chooses: bool) -> (u64, u64) {
    let placed = order.iter().fold(0, |rank, day| {
        let plan = week[day.index()];
        let strength = match plan.strength {
            Strength::Full => 0,
            Strength::Lower => 1,
            Strength::Upper => 2,
            Strength::None => 3,
        };
        let rest = Kind::TIES.iter().fold(strength, |rank, kind| rank << 1 | u64::from(!plan.holds(*kind)));
        rank << 5 | rest
    });
    if !chooses {
        return (0, placed);
    }
    let long = week.iter().rev().fold(0, |rank, day| rank << 1 | u64::from(day.run != Run::Long));
    let runs = week.iter().fold(long, |rank, day| rank << 1 | u64::from(!day.run.is_run()));
    let speed = week.iter().fold(runs, |rank, day| rank << 1 | u64::from(day.run != Run::Speed));
    (speed, placed)
}
