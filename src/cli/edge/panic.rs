//! The report of a bug in the program itself: that it is one, where, and what to do. No trace of calls, whatever the
//! environment asks for: a release holds no names to trace.

use crate::cli::edge::stderr::tell;
use std::panic::PanicHookInfo;

/// Exit code of a program with a bug; Rust's own.
const BUG: i32 = 101;

/// Installs a panic hook that reports a bug and exits with 101.
pub fn install_hook() {
    std::panic::set_hook(Box::new(|panic| {
        let (message, hint) = bug_report(panic);
        tell("error", &message, &[hint]);
        std::process::exit(BUG);
    }));
}

/// The message and the hint of a bug report.
fn bug_report(panic: &PanicHookInfo<'_>) -> (String, String) {
    let payload = panic.payload();
    let what = payload.downcast_ref::<&str>().copied();
    let what = what.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let what = what.unwrap_or("no reason given").replace('\n', " ");
    let at = panic.location().map_or_else(String::new, |at| format!(", {}:{}", at.file(), at.line()));
    (
        format!("this is a bug in runplan {}: {what}{at}", env!("CARGO_PKG_VERSION")),
        "please report it, with the command and what it was given".to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::bug_report;
    use std::sync::{Arc, Mutex};

    #[test]
    fn a_panic_says_whose_fault_it_is_in_one_line() {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ears = Arc::clone(&heard);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if let Ok(mut heard) = ears.lock() {
                heard.push(bug_report(panic));
            }
        }));
        let done = std::panic::catch_unwind(|| panic!("seven days\nand one of {}", 8));
        std::panic::set_hook(before);
        assert!(done.is_err());
        let heard = heard.lock().expect("nobody panicked with it").clone();
        let version = env!("CARGO_PKG_VERSION");
        let start =
            format!("this is a bug in runplan {version}: seven days and one of 8, src/cli/edge/panic.rs:");
        assert!(heard[0].0.starts_with(&start), "{heard:?}");
        assert!(heard[0].1.starts_with("please report it"), "{heard:?}");
    }
}
