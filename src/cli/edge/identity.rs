//! What tells a file from every other one, whatever name leads to it.

use std::fs::{File, Metadata};
use std::path::Path;

/// A file, as the system tells it from others. Links and other spellings of its name lead to the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// The device and the number on it.
    #[cfg(unix)]
    Number(u64, u64),
    /// The full name, where the system gives no number.
    #[cfg(not(unix))]
    Name(std::path::PathBuf),
}

impl Identity {
    /// The identity of an open file; `None` for what is no file, such as a pipe.
    pub fn of(file: &File, path: &Path) -> Option<Self> {
        Self::seen(&file.metadata().ok()?, path)
    }

    /// The identity of the file that a path leads to.
    pub fn at(path: &Path) -> Option<Self> {
        Self::seen(&path.metadata().ok()?, path)
    }

    #[cfg(unix)]
    fn seen(there: &Metadata, _: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        there.is_file().then(|| Self::Number(there.dev(), there.ino()))
    }

    #[cfg(not(unix))]
    fn seen(there: &Metadata, path: &Path) -> Option<Self> {
        there.is_file().then(|| path.canonicalize().ok().map(Self::Name)).flatten()
    }
}
