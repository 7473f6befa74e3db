//! The house rules that a reader can check in the source: layers, no I/O in the library, files of one thing each.
#![allow(missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers of `src/lib.rs`, each with the modules that may also use each other.
const LAYERS: &[&[&str]] = &[
    &["word", "day", "session", "score", "clock", "load", "lines", "memory"],
    &["race", "phase", "week"],
    &["problem", "document", "reader", "profile", "exercise", "season", "ical", "busy"],
    &["limits", "draft", "facts", "workout", "training", "written"],
    &["rule", "warning", "rules"],
    &["solve", "prescription"],
    &["explain", "mend", "reason", "plan", "question", "check", "compare"],
    &["export", "docs"],
    &["batch"],
];

fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|is| is == "rs") {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.into_iter().map(|path| (path.clone(), fs::read_to_string(path).expect("text"))).collect()
}

/// The module of the library that a file belongs to; `None` for the command line, the build script and the roots.
fn module(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("in src");
    let first = inside.components().next()?.as_os_str().to_str()?.trim_end_matches(".rs").to_owned();
    (!["lib", "main", "cli", "link"].contains(&first.as_str())).then_some(first)
}

fn layer(module: &str) -> usize {
    LAYERS.iter().position(|layer| layer.contains(&module)).unwrap_or_else(|| panic!("{module} has no layer"))
}

#[test]
fn a_module_uses_only_its_own_layer_and_those_below() {
    let mut seen = 0;
    for (path, text) in sources() {
        let Some(module) = module(&path) else { continue };
        for (at, _) in text.match_indices("crate::") {
            let used: String =
                text[at + 7..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if used.is_empty() {
                continue;
            }
            seen += 1;
            assert!(layer(&used) <= layer(&module), "{}: {module} uses {used}", path.display());
        }
    }
    assert!(seen > 100, "the check reads the sources");
}

/// Crates that open connections, and what they stand on.
const NETWORK: &[&str] = &[
    "socket2",
    "mio",
    "tokio",
    "hyper",
    "reqwest",
    "ureq",
    "curl",
    "isahc",
    "rustls",
    "native-tls",
    "openssl",
];

#[test]
fn nothing_opens_a_connection() {
    for (path, text) in sources() {
        for word in ["std::net", "TcpStream", "UdpSocket", "UnixStream", "to_socket_addrs"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
    let locked = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).expect("text");
    assert!(locked.contains("name = \"clap\""), "the check reads the crates");
    for name in NETWORK {
        assert!(!locked.contains(&format!("name = \"{name}\"")), "{name} opens connections");
    }
}

#[test]
fn the_library_does_no_input_or_output() {
    let tests = |text: &str| text.contains("\n#![cfg(test)]\n");
    for (path, text) in sources().into_iter().filter(|(path, text)| module(path).is_some() && !tests(text)) {
        for word in [
            "std::fs",
            "std::env",
            "std::io",
            "std::net",
            "println!",
            "print!(",
            "SystemTime",
            "Local::",
            "clap",
            "anyhow",
        ] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn nothing_hashes_on_the_way_to_output() {
    for (path, text) in sources() {
        assert!(!text.contains("HashMap") && !text.contains("HashSet"), "{}", path.display());
    }
}

#[test]
fn files_are_short_and_say_what_they_are() {
    for (path, text) in sources() {
        assert!(text.lines().count() <= 350, "{} is long: is it still one thing?", path.display());
        let comment = if path.extension().is_some_and(|ending| ending == "css") { "/*" } else { "//!" };
        assert!(text.starts_with(comment), "{} says in its first line what it is", path.display());
    }
}

#[test]
fn the_search_names_no_rule() {
    for (path, text) in sources().into_iter().filter(|(path, _)| module(path).as_deref() == Some("solve")) {
        for rule in runplan::rules::RULES {
            let named = text.contains(&format!("\"{}\"", rule.id));
            assert!(!named, "{} names {}", path.display(), rule.id);
        }
    }
}

#[test]
fn what_is_linked_together_is_there() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let order = fs::read_to_string(src.join("link.order")).expect("a list");
    let mut seen = 0;
    let named = |part: &&str| part.starts_with(|first: char| first.is_ascii_digit());
    for part in order.lines().filter_map(|line| line.strip_prefix("7runplan")).filter(named) {
        let mut rest = part;
        let mut at = src.clone();
        while let Some(end) = rest.find(|c: char| !c.is_ascii_digit()) {
            let (name, after) = rest[end..].split_at(rest[..end].parse().expect("the length of a name"));
            let file = if at == src { src.join("main.rs") } else { at.with_extension("rs") };
            let inside = at.join(name);
            let there = inside.is_dir()
                || inside.with_extension("rs").exists()
                || fs::read_to_string(&file).is_ok_and(|text| text.contains(name));
            assert!(there, "{part}: no {name} in {}", file.display());
            (at, rest) = (inside, after);
        }
        seen += 1;
    }
    assert!(seen > 30, "the list names what a week runs");
}
