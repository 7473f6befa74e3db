//! The profile that is used: the one that is named, else the first that is found.

use crate::cli::edge::Failure;
use crate::cli::edge::read_file::{PROFILE, read_text};
use std::path::{Path, PathBuf};

/// The runner that stands in where there is no profile.
const EXAMPLE: &str = include_str!("../../../examples/marathoner.toml");

/// The way in which a profile was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Named by `--profile`.
    Flag,
    /// Named by `$RUNPLAN_PROFILE`.
    Environment,
    /// `./runplan.toml`.
    Here,
    /// In the configuration folder.
    Folder,
    /// Not at all: the example stands in.
    Example,
}

/// The profile's name and text, and how it was found.
pub fn found(named: Option<&Path>) -> Result<(How, (String, String)), Failure> {
    Ok(match path(named) {
        Some((how, path)) => (how, read_text(&path, PROFILE)?),
        None => (How::Example, ("built-in example".to_owned(), EXAMPLE.to_owned())),
    })
}

/// The path of the profile, and how it was found.
pub fn path(named: Option<&Path>) -> Option<(How, PathBuf)> {
    let set = std::env::var_os("RUNPLAN_PROFILE").filter(|path| !path.is_empty()).map(PathBuf::from);
    let said = [(How::Flag, named.map(Path::to_owned)), (How::Environment, set)];
    let said = said.into_iter().find_map(|(how, path)| Some((how, path?)));
    let here = (How::Here, PathBuf::from("runplan.toml"));
    let usual = std::iter::once(here).chain(config_file().map(|path| (How::Folder, path)));
    // A link that leads nowhere is an error to be told, not a profile to be passed over.
    said.or_else(|| { usual }.find(|(_, path)| path.symlink_metadata().is_ok()))
}

/// The profile in the runner's configuration folder.
pub fn config_file() -> Option<PathBuf> {
    use etcetera::BaseStrategy as _;
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.config_dir().join("runplan").join("profile.toml"))
}
