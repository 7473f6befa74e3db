//! Text files as a person may have written them, and standard input.

use crate::cli::edge::excerpt::on_one_line;
use crate::cli::edge::{Failure, inputs};
use anyhow::Context as _;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// The kind of text that is expected: its largest size, and what to do if the file is not that.
#[derive(Clone, Copy, Debug)]
pub struct Expected {
    /// The largest size that is read, in MiB.
    mebibytes: u64,
    /// The thing to name instead of a file that is too large or binary.
    instead: &'static str,
    /// The thing that an empty file lacks.
    lacks: &'static str,
}

/// A profile, or a season of one's own.
pub const PROFILE: Expected = Expected {
    mebibytes: 1,
    instead: "name a profile, TOML or JSON; it is a page of text",
    lacks: "name at least the run days, under `[runs]`",
};
/// A calendar of the runner's.
#[cfg(feature = "calendar")]
pub const CALENDAR: Expected = Expected {
    mebibytes: 64,
    instead: "export one calendar, or fewer years of it",
    lacks: "name a calendar, `.ics`",
};
/// A training plan of any of the formats that `check` reads.
pub const PLAN: Expected = Expected {
    mebibytes: 16,
    instead: "name a plan: weeks as JSON or NDJSON, a CSV grid or a calendar",
    lacks: "name a plan with at least one week",
};

/// Reads a text file, or standard input where the path is `-`: a name to show, and the text without a mark at its start.
pub fn read_text(path: &Path, expected: Expected) -> Result<(String, String), Failure> {
    let (name, text) = read_whole(path, expected)?;
    let text = text.strip_prefix('\u{feff}').map(ToOwned::to_owned).unwrap_or(text);
    Ok((name, text))
}

/// The same with all that stands in it.
pub fn read_whole(path: &Path, expected: Expected) -> Result<(String, String), Failure> {
    let most = expected.mebibytes << 20;
    let stdin = path.as_os_str() == "-";
    let name = if stdin { "standard input".to_owned() } else { path.display().to_string() };
    let shown = on_one_line(&name);
    let result = if stdin {
        inputs::note_stdin();
        take(std::io::stdin().lock(), 0, most)
    } else {
        File::open(path).and_then(|file| {
            inputs::note(&file, path);
            let there = file.metadata()?;
            if there.is_dir() { Err(ErrorKind::IsADirectory.into()) } else { take(file, there.len(), most) }
        })
    };
    if result.as_ref().is_err_and(|error| error.kind() == ErrorKind::IsADirectory) {
        return Err(Failure::usage(format!("{shown} is a directory"), "name a file in it"));
    }
    let bytes = result
        .with_context(|| format!("cannot read {shown}"))
        .map_err(|error| Failure::Usage(error, Some("check the name and its permissions".to_owned())))?;
    if bytes.len() as u64 > most {
        let message = format!("{shown} is larger than {} MiB", expected.mebibytes);
        return Err(Failure::usage(message, expected.instead));
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let message = format!("{shown} is not UTF-8 text: byte {at} is not");
            return Err(Failure::usage(message, "save it as UTF-8"));
        }
    };
    if text.contains('\0') {
        return Err(Failure::usage(format!("{shown} is a binary file"), expected.instead));
    }
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(Failure::usage(format!("{shown} is empty"), expected.lacks));
    }
    Ok((name, text))
}

/// Reads up to the largest size and one byte more; `expected` is a first guess.
fn take(reader: impl Read, expected: u64, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(most)).unwrap_or(0) + 1);
    reader.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
