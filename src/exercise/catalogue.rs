//! The built-in exercises, compiled in by the build script from `plans/exercises.toml`.

use super::{Chosen, Exercise, Fit, Gear, Intensity, Kind, Origin, Region};
use crate::week::session::Experience;
use std::borrow::Cow;
use std::sync::Arc;

/// The file of the catalogue.
const FILE: &str = include_str!("../../plans/exercises.toml");

/// The exercises in the order of their file.
static EXERCISES: &[Exercise] = &include!(concat!(env!("OUT_DIR"), "/exercises.rs"));

impl Exercise {
    /// The built-in catalogue, in the order of its file.
    #[must_use]
    pub fn catalogue() -> &'static [Self] {
        EXERCISES
    }

    /// The file of the catalogue as it stands.
    #[must_use]
    pub const fn file() -> &'static str {
        FILE
    }

    /// The exercise with this id, among the catalogue and a runner's own.
    #[must_use]
    pub fn find<'a>(id: &str, own: &'a [Self]) -> Option<&'a Self> {
        EXERCISES.iter().chain(own).find(|exercise| exercise.id == id)
    }
}

impl From<&Exercise> for Chosen {
    /// One of the catalogue is pointed at, one of a runner's own is copied.
    fn from(exercise: &Exercise) -> Self {
        let known = exercise.catalogue_index.and_then(|index| EXERCISES.get(usize::from(index)));
        known.map_or_else(|| Self::Own(Arc::new(exercise.clone())), Self::Catalogue)
    }
}
