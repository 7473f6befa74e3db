//! The terminal as it was before the questions: whatever ends the program gives it back so.

use crate::cli::edge::signals;
use std::sync::{Mutex, PoisonError};

/// Held while the profile is written: a signal that comes meanwhile ends the program after it.
static WRITING: Mutex<()> = Mutex::new(());

/// Watches for signals that ask for the end, and gives the terminal back before it. A line editor leaves it changed.
pub fn watch() {
    let restore = restore();
    signals::watch(move |code| {
        let _whole = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        restore();
        std::process::exit(code.into());
    });
}

/// Does something that no signal may end in the middle.
pub fn whole<T>(write: impl FnOnce() -> T) -> T {
    let _whole = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    write()
}

/// What brings the terminal back to its present state.
#[cfg(unix)]
fn restore() -> impl FnOnce() + Send + 'static {
    use nix::sys::termios::{SetArg, tcgetattr, tcsetattr};
    let state = tcgetattr(std::io::stdin()).ok();
    move || {
        if let Some(state) = state {
            let _ = tcsetattr(std::io::stdin(), SetArg::TCSANOW, &state);
        }
    }
}

/// What brings the terminal back to its present state: elsewhere the editor sees to it.
#[cfg(not(unix))]
fn restore() -> impl FnOnce() + Send + 'static {
    || ()
}
