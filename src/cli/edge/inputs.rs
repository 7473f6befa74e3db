//! The files that this call reads: its answer may not take their place.

use crate::cli::edge::identity::Identity;
use std::fs::File;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Every file that was read so far. All reading notes it, so that no command can forget one.
static INPUTS: Mutex<Vec<Identity>> = Mutex::new(Vec::new());

/// Notes a file that is read.
pub fn note(file: &File, path: &Path) {
    if let Some(identity) = Identity::of(file, path) {
        INPUTS.lock().unwrap_or_else(PoisonError::into_inner).push(identity);
    }
}

/// Notes what standard input is read from.
pub fn note_stdin() {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd as _;
        if let Ok(stream) = std::io::stdin().as_fd().try_clone_to_owned() {
            note(&stream.into(), Path::new("-"));
        }
    }
}

/// Whether a path leads to a file that was read.
pub fn holds(path: &Path) -> bool {
    let all = INPUTS.lock().unwrap_or_else(PoisonError::into_inner);
    Identity::at(path).is_some_and(|identity| all.contains(&identity))
}
