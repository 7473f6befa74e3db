//! The six built-in seasons with their files, compiled in by the build script from `plans/*.toml`.

use super::{Dose, Lift, MaintainHeavy, Season, Share, Side};
use crate::profile::Keep;
use crate::week::phase::Phase;
use crate::week::session::{Class, Experience};
use std::borrow::Cow;

/// Seasons and the texts that they were read from, in the order of [`Phase::ALL`](crate::word::Word::ALL).
static SEASONS: [(Season, &str); 6] = include!(concat!(env!("OUT_DIR"), "/seasons.rs"));

impl Season {
    /// The built-in season of a phase.
    #[must_use]
    pub fn builtin(phase: Phase) -> &'static Self {
        &SEASONS[phase as usize].0
    }

    /// The built-in file of a phase as it stands, sources in its comments.
    #[must_use]
    pub fn file(phase: Phase) -> &'static str {
        SEASONS[phase as usize].1
    }
}
