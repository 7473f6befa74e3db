//! Standard output: the one place that writes to it.

use crate::cli::edge::Failure;
use crate::cli::edge::audience::Audience;
use runplan::export::Format;
use std::io::{Error, Result, StdoutLock, Write};

#[cfg(unix)]
mod closed {
    use nix::fcntl::{FcntlArg, fcntl};
    use std::os::fd::AsFd as _;
    use std::sync::atomic::{AtomicBool, Ordering};

    static CLOSED: AtomicBool = AtomicBool::new(false);

    /// Looks whether there is a standard output. Before `main` Rust puts /dev/null in the place of one that is closed, and
    /// an answer would vanish there; so this runs earlier, and nothing else does.
    #[ctor::ctor(unsafe)]
    fn look() {
        CLOSED.store(fcntl(std::io::stdout().as_fd(), FcntlArg::F_GETFD).is_err(), Ordering::Relaxed);
    }

    /// Whether the program was started without a standard output.
    pub fn closed() -> bool {
        CLOSED.load(Ordering::Relaxed)
    }
}

#[cfg(not(unix))]
mod closed {
    /// Whether the program was started without a standard output: writing to it tells that here.
    pub const fn closed() -> bool {
        false
    }
}

/// Standard output; writing fails where there is none.
pub struct Stdout(StdoutLock<'static>);

/// Standard output.
pub fn stdout() -> Stdout {
    Stdout(std::io::stdout().lock())
}

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        if closed::closed() {
            return Err(Error::other("it is closed"));
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        self.0.flush()
    }
}

/// Writes to standard output; a reader that went away is no error.
pub fn print(text: &str, whom: Audience) -> std::result::Result<(), Failure> {
    write_all(&whom.written(text))
}

/// Writes a document to standard output.
pub fn print_document(format: &Format, text: &str) -> std::result::Result<(), Failure> {
    print(text, Audience::format(format.name))
}

/// Writes text that is our own alone to standard output, colour included.
pub fn write_all(text: &str) -> std::result::Result<(), Failure> {
    write_bytes(text.as_bytes())
}

/// Writes bytes that are our own alone to standard output.
pub fn write_bytes(bytes: &[u8]) -> std::result::Result<(), Failure> {
    let mut out = stdout();
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(|error| Failure::output(error, "cannot write to standard output"))
}

/// Writes text for people to standard output.
pub fn to_reader(text: &str) -> std::result::Result<(), Failure> {
    print(text, Audience::Reader)
}

/// Writes JSON to standard output.
pub fn to_program(text: &str) -> std::result::Result<(), Failure> {
    print(text, Audience::Json)
}
