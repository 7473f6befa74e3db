//! Files that cannot be written or read: the old one stays, and nothing is left behind.

use crate::cli::program::{Folder, LINE, PROFILE, given, ran, runplan, shell};
use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::PermissionsExt as _;

#[test]
fn places_that_cannot_be_written_are_named() {
    let folder = Folder::new("places");
    fs::create_dir(folder.join("dir")).expect("a folder");
    let before = folder.names();
    for (file, reason) in [
        ("none/w.json", "cannot write none/w.json: the directory none does not exist"),
        ("none/deep/w.json", "the directory none/deep does not exist"),
        ("p.toml/w.json", "cannot write p.toml/w.json: p.toml is no directory"),
        ("dir", "cannot write dir: it names a directory"),
        ("dir/", "cannot write dir/: it names a directory"),
        (".", "cannot write .: it names a directory"),
    ] {
        let ran = ran(runplan("week --profile p.toml --format json -o").arg(file).current_dir(&folder.0));
        assert!(ran.is(3, reason).out.is_empty());
        assert_eq!(folder.names(), before, "{file}");
    }
}

#[test]
fn a_folder_without_permission_is_told_and_the_old_file_stays() {
    let folder = Folder::new("read-only");
    fs::create_dir(folder.join("shut")).expect("a folder");
    let old = folder.write("shut/w.json", "old");
    fs::set_permissions(folder.join("shut"), Permissions::from_mode(0o555)).expect("permissions");
    // Root may write anywhere.
    if fs::File::create(folder.join("shut/probe")).is_err() {
        for file in ["shut/w.json", "shut/new.json"] {
            let ran = ran(runplan("week --profile p.toml -o").arg(file).current_dir(&folder.0));
            ran.is(3, "Permission denied").is(3, &format!("error: cannot write {file}"));
        }
        ran(runplan("init --yes shut/new.toml").current_dir(&folder.0)).is(3, "Permission denied");
        assert_eq!(fs::read_to_string(old).expect("text"), "old");
    }
    fs::set_permissions(folder.join("shut"), Permissions::from_mode(0o755)).expect("permissions");
}

#[test]
fn a_file_without_permission_is_one_error_line() {
    let folder = Folder::new("locked");
    let locked = folder.write("locked.toml", PROFILE);
    fs::set_permissions(&locked, Permissions::from_mode(0o000)).expect("permissions");
    // Root may read anything.
    if fs::File::open(&locked).is_err() {
        for command in [
            "week --profile locked.toml",
            "check locked.toml",
            "batch locked.toml",
            "week --season ./locked.toml --profile p.toml",
            "week --busy locked.toml --profile p.toml",
            "exercises --own locked.toml",
        ] {
            let ran = ran(runplan(command).current_dir(&folder.0));
            ran.is(2, "locked.toml: Permission denied");
            assert_eq!(ran.err.matches("error:").count(), 1, "{}", ran.err);
        }
        let ran = ran(runplan("batch --profiles locked.toml p.toml").current_dir(&folder.0));
        assert_eq!((ran.code, ran.text().lines().count()), (Some(1), 2));
    }
}

#[test]
fn the_old_file_stays_whatever_goes_wrong() {
    let folder = Folder::new("stays");
    folder.write("w.json", "old");
    let before = folder.names();
    for (command, code) in [
        ("week --profile nowhere.toml -o w.json", 2),
        ("week --profile p.toml --set runs.minutes.easy=0 -o w.json", 2),
        ("week --profile p.toml --week never -o w.json", 2),
        ("week --profile p.toml --format ics -o w.json", 2),
        ("init --yes w.json", 2),
    ] {
        assert_eq!(ran(runplan(command).current_dir(&folder.0)).code, Some(code), "{command}");
        assert_eq!((folder.read("w.json").as_str(), folder.names()), ("old", before.clone()), "{command}");
    }
    // A refusal is an answer; it takes the place of no week.
    let seven = "season = 'base'\n[runs]\ndays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']\n";
    for file in ["w.json", "w.ndjson", "new.json"] {
        let ran = given(runplan("week --profile - -o").arg(file).current_dir(&folder.0), seven.as_bytes());
        assert!(ran.is(1, "").text().contains("runplan.refusal/1"), "{file}");
        assert_eq!((folder.read("w.json").as_str(), folder.names()), ("old", before.clone()), "{file}");
    }
    for file in ["w.txt", "w.md", "w.csv", "w.ics", "w.html", "w.svg"] {
        let ran = given(runplan("week --profile - -o").arg(file).current_dir(&folder.0), seven.as_bytes());
        assert!(ran.is(1, "error: no week keeps every rule").out.is_empty(), "{file}");
        assert_eq!(folder.names(), before, "{file}");
    }
}

#[test]
fn a_file_that_becomes_a_folder_is_not_touched() {
    let folder = Folder::new("became");
    fs::create_dir(folder.join("w.json")).expect("a folder");
    folder.write("w.json/kept", "kept");
    for command in ["week --profile p.toml -o w.json", "init --yes --force w.json"] {
        ran(runplan(command).current_dir(&folder.0)).is(3, "cannot write w.json: it names a directory");
    }
    ran(runplan("week --profile w.json").current_dir(&folder.0)).is(2, "error: w.json is a directory");
    ran(runplan("batch w.json").current_dir(&folder.0)).is(2, "error: w.json is a directory");
    assert_eq!(folder.read("w.json/kept"), "kept");
    assert_eq!(folder.names(), ["p.toml", "w.json"]);
}

#[test]
fn links_are_followed_and_loops_end() {
    let folder = Folder::new("links");
    folder.write("real.json", "old");
    std::os::unix::fs::symlink("real.json", folder.join("link.json")).expect("a link");
    std::os::unix::fs::symlink("b.json", folder.join("a.json")).expect("a link");
    std::os::unix::fs::symlink("a.json", folder.join("b.json")).expect("a link");
    ran(runplan("week --profile p.toml -o link.json").current_dir(&folder.0)).is(0, "");
    assert!(folder.join("link.json").is_symlink());
    assert!(folder.read("real.json").contains("runplan.week/1"));
    ran(runplan("week --profile p.toml -o a.json").current_dir(&folder.0)).is(3, "too many symbolic links");
    ran(runplan("week --profile a.json").current_dir(&folder.0)).is(2, "error: cannot read a.json");
}

#[test]
fn devices_and_pipes_are_written_to_and_never_replaced() {
    let folder = Folder::new("devices");
    let line = "mkfifo fifo && { \"$R\" week --profile p.toml --format json -o fifo & cat fifo; wait; }";
    let ran = ran(shell(line).current_dir(&folder.0));
    assert!(ran.is(0, "").text().starts_with("{\n  \"schema\": \"runplan.week/1\""));
    assert!(!folder.join("fifo").is_file(), "it is still a pipe");
    for name in ["/dev/null", "/dev/stdout", "-"] {
        crate::cli::program::ran(
            runplan("week --profile p.toml --format json -o").arg(name).current_dir(&folder.0),
        )
        .is(0, "");
    }
}

#[test]
fn names_that_are_no_text_are_names() {
    let folder = Folder::new("names");
    let odd = OsStr::from_bytes(b"odd\xff.toml");
    // Some file systems take no such name.
    if fs::write(folder.join(odd), PROFILE).is_err() {
        return;
    }
    folder.write("lines", LINE);
    fs::copy(folder.join("lines"), folder.join(OsStr::from_bytes(b"lines\xff"))).expect("a copy");
    let run = |command: &str, name: &[u8]| {
        ran(runplan(command).arg(OsStr::from_bytes(name)).current_dir(&folder.0))
    };
    run("week --profile", b"odd\xff.toml").is(0, "");
    run("week --profile", b"none\xff.toml").is(2, "error: cannot read none\u{fffd}.toml");
    run("week --profile p.toml -o", b"w\xff.json").is(0, "");
    assert!(fs::read(folder.join(OsStr::from_bytes(b"w\xff.json"))).expect("a file").starts_with(b"{"));
    run("week --profile p.toml -o", b"no\xff/w.json").is(3, "the directory no\u{fffd} does not exist");
    run("batch", b"lines\xff").is(0, "");
    run("batch", b"none\xff").is(2, "error: cannot read none\u{fffd}");
    run("batch --profiles", b"odd\xff.toml").is(0, "");
    run("check", b"none\xff").is(2, "error: cannot read none\u{fffd}");
    run("exercises --own", b"none\xff").is(2, "error: cannot read none\u{fffd}");
    run("week --profile p.toml --busy", b"none\xff").is(2, "error: cannot read none\u{fffd}");
    run("init --yes", b"new\xff.toml").is(0, "");
    let named = ran(runplan("week").env("RUNPLAN_PROFILE", odd).current_dir(&folder.0));
    named.is(0, "");
}
