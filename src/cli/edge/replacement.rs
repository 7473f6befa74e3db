//! A file that takes the place of another one whole or not at all, whatever ends the program on the way.

use crate::cli::edge::identity::Identity;
use crate::cli::edge::signals::Deferral;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Result, Write as _};
use std::path::{Path, PathBuf};

/// Start and end of the name of a file that is being written. The name of the file whose place it takes is not in it: that
/// may be as long as the system allows already.
const NAME: [&str; 2] = [".runplan-", ".tmp"];

/// Writes a file under another name beside its place, and then gives it its name. Signals wait meanwhile; what another
/// process left that was killed is taken away.
pub fn replace(path: &Path, document: &[u8]) -> Result<()> {
    let _signals = Deferral::begin();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    sweep(folder);
    let place = opened(folder)?;
    let mut new = Unfinished::inside(folder)?;
    if let Ok(there) = path.metadata() {
        new.like(&there)?;
    }
    new.file.write_all(document)?;
    new.file.sync_all()?;
    std::fs::rename(&new.path, path)?;
    new.named = true;
    // The new name outlives a loss of power too, where the system can do that.
    let _ = place.map(|place| place.sync_all());
    Ok(())
}

/// A folder as the system opens it; `None` where it opens none, or not this one.
fn opened(folder: &Path) -> Result<Option<File>> {
    match File::open(folder) {
        Err(error) if cfg!(not(unix)) || error.kind() == ErrorKind::PermissionDenied => Ok(None),
        opened => opened.map(Some),
    }
}

/// A file that is being written. It is locked, so that other processes see that somebody is at work on it.
struct Unfinished {
    file: File,
    path: PathBuf,
    /// Whether it has got its name; else it goes.
    named: bool,
}

impl Unfinished {
    /// An empty one in a folder.
    fn inside(folder: &Path) -> Result<Self> {
        let process = std::process::id();
        let mut number = 0_u32;
        loop {
            let path = folder.join(format!("{}{process}-{number}{}", NAME[0], NAME[1]));
            number += 1;
            let file = match OpenOptions::new().write(true).create_new(true).open(&path) {
                // Of a process that had the same number, in another container or before it was killed.
                Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 1000 => continue,
                opened => opened?,
            };
            let mut new = Self { file, path, named: false };
            // Who sweeps may have come between opening and locking.
            let swept = matches!(new.file.try_lock(), Err(TryLockError::WouldBlock))
                || Identity::of(&new.file, &new.path) != Identity::at(&new.path);
            if !swept {
                return Ok(new);
            }
            new.named = true;
        }
    }

    /// Gives it the permissions of the file whose place it takes, and its owner where that is allowed.
    fn like(&self, there: &std::fs::Metadata) -> Result<()> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt as _, fchown};
            let _ = fchown(&self.file, Some(there.uid()), Some(there.gid()));
        }
        self.file.set_permissions(there.permissions())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.named {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Removes from a folder what processes that were killed left unfinished: those that live hold a lock.
fn sweep(folder: &Path) {
    let Ok(entries) = folder.read_dir() else { return };
    for entry in entries.flatten().filter(|entry| is_unfinished(&entry.file_name().to_string_lossy())) {
        let path = entry.path();
        let plain = entry.file_type().is_ok_and(|kind| kind.is_file());
        let Some(file) = plain.then(|| File::open(&path).ok()).flatten() else { continue };
        // Where the system knows no locks nobody can tell whether somebody is at work.
        if file.try_lock().is_ok() && Identity::of(&file, &path) == Identity::at(&path) {
            let _ = std::fs::remove_file(&path);
        }
    }
}

/// Whether a name is one of those that are given while writing.
fn is_unfinished(name: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let middle = name.strip_prefix(NAME[0]).and_then(|rest| rest.strip_suffix(NAME[1]));
    middle
        .and_then(|middle| middle.split_once('-'))
        .is_some_and(|(process, of)| number(process) && number(of))
}

/// The only one that writes into a folder, until it is dropped.
pub struct Turn {
    _folder: Option<File>,
}

impl Turn {
    /// Waits for the turn: none where the system locks no folders, an error where another process does not end.
    pub fn take(path: &Path) -> Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let Ok(file) = File::open(folder) else { return Ok(Self { _folder: None }) };
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _folder: Some(file) }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                Err(TryLockError::Error(_)) => return Ok(Self { _folder: None }),
            }
        }
        Err(std::io::Error::other("another process has been writing there for long"))
    }
}

/// How often a folder is tried, and the time between: 30 seconds in all.
const TRIES: u32 = 3000;
const PAUSE: std::time::Duration = std::time::Duration::from_millis(10);
