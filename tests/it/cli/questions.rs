//! The questions of `init` in a pseudo-terminal: keys, Ctrl-C, what is echoed, and the terminal afterwards.

use crate::cli::program::{Folder, runplan};
use crate::cli::pty::{self, Ended};

/// Runs `init` in a terminal.
fn typed(folder: &Folder, arguments: &str, keys: &[&str], environment: &[(&str, &str)]) -> Ended {
    let mut command = runplan("init --now 2026-11-30");
    command.args(arguments.split_whitespace()).current_dir(&folder.0).env("TERM", "xterm");
    command.envs(environment.iter().copied());
    pty::typed(command, keys)
}

/// A few flags, so that only the name, the race and the season are asked for.
const FEW: &str = "--days tue,sun --long sun --speed= --minutes 40,60 --weekday 60 --weekend 90 --equipment gym --level novice";

#[test]
fn keys_that_move_the_cursor_do() {
    for (keys, name) in [
        ("Maya\r", "Maya"),
        ("aya\u{1b}[D\u{1b}[D\u{1b}[DM\r", "Maya"),
        ("aya\u{1}M\r", "Maya"),
        ("aya\u{1b}[HM\r", "Maya"),
        ("aya\u{1b}OHM\r", "Maya"),
        ("Mayaa\u{7f}\r", "Maya"),
        ("nobody\u{15}Maya\r", "Maya"),
        ("\u{1b}[A\u{1b}[BMaya\r", "Maya"),
    ] {
        let folder = Folder::new("keys");
        let ended = typed(&folder, FEW, &[keys, "\r", "\r"], &[]);
        assert_eq!(ended.code, Some(0), "{}", ended.shown);
        assert!(
            folder.read("runplan.toml").contains(&format!("name = \"{name}\"")),
            "{keys:?}: {}",
            ended.shown
        );
        assert!(!ended.shown.contains("^["), "{}", ended.shown);
        assert_eq!(ended.after, ended.before);
    }
}

#[test]
fn ctrl_c_and_ctrl_d_write_nothing() {
    for (keys, code, told) in [
        (&["\u{3}"][..], 130, ""),
        (&["Maya\r", "2027\u{3}"], 130, ""),
        (&["Maya\r", "\u{4}"], 2, "nothing was written"),
    ] {
        let folder = Folder::new("ctrl");
        for environment in [&[][..], &[("TERM", "dumb")]] {
            // Without an editor the terminal makes a signal of Ctrl-C, for who it is the own terminal of.
            if keys.concat().contains('\u{3}') && !environment.is_empty() {
                continue;
            }
            let ended = typed(&folder, FEW, keys, environment);
            assert_eq!(ended.code, Some(code), "{}", ended.shown);
            assert!(ended.shown.contains(told) && !ended.shown.contains("panicked"), "{}", ended.shown);
            assert_eq!(folder.names(), ["p.toml"]);
            assert_eq!(ended.after, ended.before);
        }
    }
}

#[test]
fn nothing_that_is_typed_takes_the_terminal_over() {
    // Ctrl-V takes the next key as it is.
    for typed_in in ["\u{16}\u{1b}]0;title\u{16}\u{7}", "a\u{9b}31mb", "a\u{202e}b", "\u{16}\u{8}x"] {
        let folder = Folder::new("hostile");
        let ended = typed(&folder, FEW, &[&format!("{typed_in}\r"), "\r", "\r"], &[]);
        assert_eq!(ended.code, Some(0), "{}", ended.shown);
        for wild in ["\u{1b}]0", "\u{7}", "\u{9b}", "\u{202e}", "\u{8}x"] {
            assert!(!ended.shown.contains(wild), "{typed_in:?}: {:?}", ended.shown);
        }
    }
}

#[test]
fn lines_that_are_pasted_are_several_answers() {
    let folder = Folder::new("pasted");
    let ended = typed(&folder, FEW, &["Maya\n2027-02-14\nhalf\n\n"], &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.shown);
    let profile = folder.read("runplan.toml");
    assert!(profile.contains("date = 2027-02-14") && profile.contains("\"half\""), "{profile}");
}

#[test]
fn a_terminal_that_cannot_move_its_cursor_is_asked_too() {
    let folder = Folder::new("dumb");
    let ended = typed(&folder, FEW, &["Maya\n", "\n", "\n"], &[("TERM", "dumb")]);
    assert_eq!(ended.code, Some(0), "{}", ended.shown);
    assert!(folder.read("runplan.toml").contains("name = \"Maya\""));
}

#[test]
fn a_profile_can_be_json() {
    let folder = Folder::new("json");
    let ended = typed(&folder, &format!("{FEW} x.json"), &["Maya\r", "2027-02-14\r", "10k\r", "\r"], &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.shown);
    let json: serde_json::Value = serde_json::from_str(&folder.read("x.json")).expect("JSON");
    assert_eq!(json["race"]["date"], "2027-02-14");
    assert_eq!(json["runs"]["minutes"], serde_json::json!({"easy": 40, "long": 60}));
    let week = |profile: &str| {
        let mut command = runplan(&format!("week --week 2026-W49 --profile {profile}"));
        crate::cli::program::ran(command.current_dir(&folder.0)).is(0, "").text()
    };
    typed(&folder, &format!("{FEW} x.toml"), &["Maya\r", "2027-02-14\r", "10k\r", "\r"], &[]);
    assert_eq!(week("x.json"), week("x.toml"));
    let ended = typed(&folder, "x.yaml", &[], &[]);
    assert!(ended.code == Some(2) && ended.shown.contains("name it x.toml"), "{}", ended.shown);
}
