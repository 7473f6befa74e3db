//! A runner's own exercises: the file that the profile names, or that is given.

use crate::cli::edge::read_file::{PROFILE, read_text};
use crate::cli::edge::{Failure, Sources};
use runplan::exercise::Exercise;
use runplan::input::Problem;
use runplan::input::document;
use runplan::profile::Profile;
use std::path::Path;

/// The exercises of the file that a profile names; its path counts from the folder of the profile. Problems are added to those
/// of the profile.
pub fn of_profile(
    profile: &Profile,
    folder: &Path,
    sources: &mut Sources,
    problems: &mut Vec<Problem>,
) -> Result<Vec<Exercise>, Failure> {
    let Some(name) = &profile.strength.exercises else { return Ok(Vec::new()) };
    let (exercises, more) = read(&folder.join(name), sources)?;
    problems.extend(more);
    Ok(exercises)
}

/// The exercises of a file.
pub fn of_file(path: &Path) -> Result<Vec<Exercise>, Failure> {
    let mut sources = Sources::new();
    match read(path, &mut sources)? {
        (exercises, problems) if problems.is_empty() => Ok(exercises),
        (_, problems) => Err(Failure::Input(problems, sources)),
    }
}

fn read(path: &Path, sources: &mut Sources) -> Result<(Vec<Exercise>, Vec<Problem>), Failure> {
    let (name, text) = read_text(path, PROFILE)?;
    let (node, mut problems) = document::toml(&text, sources.len());
    // Where the syntax broke the rest would be noise.
    let read =
        if problems.is_empty() { Exercise::read(&node, Exercise::catalogue()) } else { Ok(Vec::new()) };
    sources.push((name, text));
    let exercises = read.unwrap_or_else(|more| {
        problems.extend(more);
        Vec::new()
    });
    Ok((exercises, problems))
}
