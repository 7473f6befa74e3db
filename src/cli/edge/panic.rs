//! What is said when the program itself is at fault: that it is, where, and what to do. No trace of calls, whatever the
//! environment asks for: a release holds no names to trace.

use crate::cli::edge::stderr::tell;
use std::panic::PanicHookInfo;

/// Exit code of a program with a bug; Rust's own.
const BUG: i32 = 101;

/// From now on a panic ends the program so.
pub fn own_up() {
    std::panic::set_hook(Box::new(|panic| {
        let [message, hint] = said(panic);
        tell("error", &message, &[hint]);
        std::process::exit(BUG);
    }));
}

/// The message and the hint.
fn said(panic: &PanicHookInfo<'_>) -> [String; 2] {
    let payload = panic.payload();
    let what = payload.downcast_ref::<&str>().copied();
    let what = what.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let what = what.unwrap_or("no reason given").replace('\n', " ");
    let at = panic.location().map_or_else(String::new, |at| format!(", {}:{}", at.file(), at.line()));
    [
        format!("this is a bug in runplan {}: {what}{at}", env!("CARGO_PKG_VERSION")),
        "please report it, with the command and what it was given".to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use super::said;
    use std::sync::{Arc, Mutex};

    #[test]
    fn a_panic_says_whose_fault_it_is_in_one_line() {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ears = Arc::clone(&heard);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if let Ok(mut heard) = ears.lock() {
                heard.extend(said(panic));
            }
        }));
        let done = std::panic::catch_unwind(|| panic!("seven days\nand one of {}", 8));
        std::panic::set_hook(before);
        assert!(done.is_err());
        let heard = heard.lock().expect("nobody panicked with it").clone();
        let version = env!("CARGO_PKG_VERSION");
        let start =
            format!("this is a bug in runplan {version}: seven days and one of 8, src/cli/edge/panic.rs:");
        assert!(heard[0].starts_with(&start), "{heard:?}");
        assert!(heard[1].starts_with("please report it"), "{heard:?}");
    }
}
