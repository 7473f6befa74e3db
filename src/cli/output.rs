//! Where the answer goes: standard output, or a file that is replaced whole or not at all.

use super::failure::Failure;
use anyhow::Context as _;
use clap::Args;
use clap::builder::PossibleValuesParser;
use runplan::export::{FORMATS, Format};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// How the answer is written.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// The format [default: text, or the ending of the output file]
    #[arg(long, short, value_name = "FORMAT", value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: Option<String>,
    /// Writes to a file, whole or not at all; - is standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl OutputArgs {
    /// The format that was asked for.
    pub fn format(&self) -> Result<&'static Format, Failure> {
        let ending = self.file().and_then(Path::extension).and_then(|ending| ending.to_str());
        let by_ending = ending
            .and_then(|ending| FORMATS.iter().find(|format| format.ending.eq_ignore_ascii_case(ending)));
        let by_name = self.format.as_deref().and_then(Format::find);
        match (by_name, by_ending) {
            (Some(name), Some(ending)) if name.name != ending.name => Err(Failure::asked(
                format!("`--format {}` and the ending `.{}` disagree", name.name, ending.ending),
                "leave one of the two out",
            )),
            (Some(format), _) | (None, Some(format)) => Ok(format),
            (None, None) => Ok(&FORMATS[0]),
        }
    }

    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| path.as_os_str() != "-")
    }

    /// Writes the answer.
    pub fn write(&self, text: &str) -> Result<(), Failure> {
        match self.file() {
            None => to_stdout(text),
            Some(path) => to_file(path, text).map_err(Failure::Written),
        }
    }
}

/// Writes to standard output; a reader that went away is no error.
pub fn to_stdout(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::Closed),
        Err(error) => {
            Err(Failure::Written(anyhow::Error::new(error).context("cannot write to standard output")))
        }
    }
}

fn to_file(path: &Path, text: &str) -> anyhow::Result<()> {
    let cannot = || format!("cannot write {}", path.display());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        anyhow::bail!("{}: the directory {} does not exist", cannot(), folder.display());
    }
    // A device or pipe is written to, never replaced; a link is followed.
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let special = std::fs::metadata(&path).is_ok_and(|there| !there.is_file());
    if special {
        let mut file = std::fs::OpenOptions::new().write(true).open(&path).with_context(cannot)?;
        return file.write_all(text.as_bytes()).and_then(|()| file.flush()).with_context(cannot);
    }
    let mut file = atomic_write_file::AtomicWriteFile::open(&path).with_context(cannot)?;
    file.write_all(text.as_bytes()).with_context(cannot)?;
    file.commit().with_context(cannot)
}
