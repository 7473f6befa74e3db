//! Where the runs of a week come from: the runner's own days, someone else's plan, or a choice that the search makes.

use crate::week::session::Run;

/// Where the runs of a week come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Runs {
    /// The runner's own days, or those of so many that the search chooses, as season, race and health change them.
    #[default]
    Declared,
    /// Kinds of run by day, Monday first, as the search chose them, to be changed like declared ones.
    Settled([Run; 7]),
    /// Runs that stand as they are written, Monday first; nothing changes or moves them.
    Written([WrittenRun; 7]),
    /// Layouts that the search chooses from, each Monday first with the minutes of its runs: a week planned again, whose runs may
    /// take other days.
    Laid(Vec<[WrittenRun; 7]>),
}

/// A run of someone else's plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenRun {
    /// Its kind; [`Run::Off`] for none.
    pub run: Run,
    /// Its minutes; 0 where they are not known.
    pub minutes: u16,
}

impl WrittenRun {
    /// No run.
    pub const OFF: Self = Self { run: Run::Off, minutes: 0 };
}
