//! The file that an answer goes to: whether it may be replaced, and how.

use crate::cli::edge::replacement::{Turn, replace};
use crate::cli::edge::signals::Deferral;
use crate::cli::edge::stderr::name;
use crate::cli::edge::{Failure, inputs};
use runplan::export::authorship::is_own;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Bytes of an earlier file that are read at most; no plan is as long.
const MOST_EARLIER: u64 = 64 << 20;

/// A file to be written.
pub struct Target {
    /// As it was named.
    named: PathBuf,
    /// At the end of links.
    path: PathBuf,
    /// Whether whatever stands there may be replaced.
    force: bool,
}

impl Target {
    /// The file that a name leads to. Fails where there can be none.
    pub fn find(named: &Path, force: bool) -> Result<Self, Failure> {
        let find = || {
            if named.as_os_str().as_encoded_bytes().ends_with(b"/") || named.is_dir() {
                anyhow::bail!("it names a directory");
            }
            let path = linked(named)?;
            has_folder(&path)?;
            Ok(path)
        };
        let path = find().map_err(|error| cannot(named, error))?;
        Ok(Self { named: named.to_owned(), path, force })
    }

    /// The document of ours that stands there. Fails where it is anything else, or is read by this very call: it would be
    /// lost.
    pub fn earlier(&self) -> Result<Option<String>, Failure> {
        let bytes = self.earlier_bytes(|bytes| std::str::from_utf8(bytes).is_ok_and(is_own))?;
        Ok(bytes.and_then(|bytes| String::from_utf8(bytes).ok()))
    }

    /// The same as bytes, where something else tells what is ours.
    pub fn earlier_bytes(&self, is_own: impl Fn(&[u8]) -> bool) -> Result<Option<Vec<u8>>, Failure> {
        if !self.path.metadata().is_ok_and(|there| there.is_file() && there.len() > 0) {
            return Ok(None);
        }
        let keep = |what: &str| {
            let message = format!("{} {what}", name(&self.named));
            Err(Failure::usage(message, "name another file, or replace it with `--force`"))
        };
        if inputs::holds(&self.path) && !self.force {
            return keep("is read by this command: it would be lost");
        }
        let mut bytes = Vec::new();
        let read =
            File::open(&self.path).and_then(|file| file.take(MOST_EARLIER + 1).read_to_end(&mut bytes));
        match read {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(_) if self.force => return Ok(None),
            Err(error) => return Err(cannot(&self.named, error.into())),
            Ok(_) => {}
        }
        let is_own = bytes.len() as u64 <= MOST_EARLIER && is_own(&bytes);
        match is_own {
            false if !self.force => keep("is there already, and is no plan that runplan wrote"),
            is_own => Ok(is_own.then_some(bytes)),
        }
    }

    /// Waits until no other process writes into its folder, which then wait for this one.
    pub fn turn(&self) -> Result<Turn, Failure> {
        Turn::take(&self.path).map_err(|error| cannot(&self.named, error.into()))
    }

    /// Writes it whole or not at all; a device or pipe is written to, never replaced.
    pub fn write(&self, document: &[u8]) -> Result<(), Failure> {
        let device = self.path.metadata().is_ok_and(|there| !there.is_file());
        let written = if device {
            let opened = OpenOptions::new().append(true).open(&self.path);
            opened.and_then(|mut file| file.write_all(document).and_then(|()| file.flush()))
        } else {
            replace(&self.path, document)
        };
        written.map_err(|error| match error.kind() {
            ErrorKind::BrokenPipe => Failure::BrokenPipe,
            _ => cannot(&self.named, error.into()),
        })
    }
}

/// The failure of writing a file.
pub fn cannot(path: &Path, error: anyhow::Error) -> Failure {
    Failure::Output(error.context(format!("cannot write {}", name(path))))
}

/// Writes a file that is not there yet; one that is stays as it is.
pub fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let write = || {
        has_folder(path)?;
        let _signals = Deferral::begin();
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
        // Half a file is worse than none.
        written.inspect_err(|_| drop(std::fs::remove_file(path)))?;
        Ok(())
    };
    write().map_err(|error| cannot(path, error))
}

/// Fails where the folder of a path is not there.
fn has_folder(path: &Path) -> anyhow::Result<()> {
    match path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        Some(folder) if folder.exists() => anyhow::bail!("{} is no directory", name(folder)),
        Some(folder) => anyhow::bail!("the directory {} does not exist", name(folder)),
        None => Ok(()),
    }
}

/// The path at the end of symbolic links, whether or not there is a file yet.
fn linked(path: &Path) -> anyhow::Result<PathBuf> {
    const MOST: usize = 40; // as the system itself
    let mut path = path.to_owned();
    for _ in 0..MOST {
        match path.read_link() {
            Ok(target) => path = path.parent().map_or_else(|| target.clone(), |folder| folder.join(&target)),
            Err(_) => return Ok(path),
        }
    }
    anyhow::bail!("too many symbolic links")
}
