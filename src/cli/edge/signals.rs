//! Signals that ask the program to end: Ctrl-C, `kill` and `timeout`, a terminal that is closed.

#[cfg(unix)]
pub use unix::{Deferral, watch};

#[cfg(not(unix))]
pub use elsewhere::{Deferral, watch};

/// Exit code of a program that Ctrl-C ended; each signal has its own, 128 and its number.
#[cfg(not(unix))]
const INTERRUPTED: u8 = 130;

#[cfg(unix)]
mod unix {
    use nix::sys::signal::{SigSet, SigmaskHow, Signal};

    /// The signals that ask for the end. After `nohup` the end of a terminal asks for nothing.
    fn all() -> SigSet {
        let mut set: SigSet = [Signal::SIGINT, Signal::SIGTERM].into_iter().collect();
        if !is_ignored(Signal::SIGHUP) {
            set.add(Signal::SIGHUP);
        }
        set
    }

    /// Whether the program was started with a signal ignored, where the system tells it. Linux hands a signal that is
    /// waited for to who waits, ignored or not; others drop it.
    fn is_ignored(signal: Signal) -> bool {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        mask.is_some_and(|mask| mask & (1 << (signal as i32 - 1)) != 0)
    }

    /// As long as it lives signals wait: what has begun is brought to its end. Then they end the program as ever.
    pub struct Deferral {
        before: Option<SigSet>,
    }

    impl Deferral {
        /// Lets signals wait from now on.
        pub fn begin() -> Self {
            Self { before: all().thread_swap_mask(SigmaskHow::SIG_BLOCK).ok() }
        }
    }

    impl Drop for Deferral {
        fn drop(&mut self) {
            if let Some(before) = self.before {
                let _ = before.thread_set_mask();
            }
        }
    }

    /// Calls `ended` with the exit code of the first signal that asks for the end; a second one ends the program at once.
    /// To be called before there are other threads: they take over that signals wait for this one.
    pub fn watch(ended: impl FnOnce(u8) + Send + 'static) {
        let set = all();
        if set.thread_block().is_err() {
            return;
        }
        let wait = move || {
            if let Ok(signal) = set.wait() {
                let _ = set.thread_unblock();
                ended(128 + u8::try_from(signal as i32).unwrap_or(0));
            }
        };
        if std::thread::Builder::new().spawn(wait).is_err() {
            // Nobody would hear them: they end the program as ever.
            let _ = set.thread_unblock();
        }
    }
}

#[cfg(not(unix))]
mod elsewhere {
    /// Nothing: here an interrupt leaves at most a file of another name, which the next run takes away.
    pub struct Deferral;

    impl Deferral {
        /// Lets signals come as ever.
        pub fn begin() -> Self {
            Self
        }
    }

    /// Calls `ended` with the exit code of an interrupt.
    pub fn watch(ended: impl FnOnce(u8) + Send + 'static) {
        let mut ended = Some(ended);
        // Where no handler can be set an interrupt ends the program as ever.
        let _ = ctrlc::set_handler(move || {
            if let Some(ended) = ended.take() {
                ended(super::INTERRUPTED);
            }
        });
    }
}
