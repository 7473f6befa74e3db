//! The house rules that a reader can check in the source: layers, no I/O in the library, files of one thing each.
#![allow(missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A source file of `src`, with the module that it is: `["rules", "rule"]`; the roots are `[]`.
struct Source {
    path: PathBuf,
    module: Vec<String>,
    text: String,
}

impl Source {
    fn name(&self) -> String {
        self.path.strip_prefix(root()).expect("in the project").display().to_string()
    }

    /// What it imports: the modules, each the longest one that a path of the text names.
    fn imports(&self, modules: &BTreeSet<Vec<String>>) -> BTreeSet<Vec<String>> {
        let code = code(&self.text);
        let mut paths: Vec<Vec<String>> = Vec::new();
        for (at, _) in code.match_indices("use ") {
            if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let tree = code[at + 4..].split(';').next().unwrap_or_default();
            expand(tree, &[], &mut paths);
        }
        for word in
            code.split(|c: char| !(c.is_alphanumeric() || "_:".contains(c))).filter(|w| w.contains("::"))
        {
            paths.push(word.split("::").map(str::to_owned).collect());
        }
        let absolute = |path: &Vec<String>| -> Option<Vec<String>> {
            let first = path.first()?.as_str();
            let mut from = self.module.clone();
            let mut rest = path.as_slice();
            match first {
                "crate" => (from, rest) = (Vec::new(), &rest[1..]),
                "self" => rest = &rest[1..],
                "super" => {
                    while rest.first().is_some_and(|segment| segment == "super") {
                        from.pop();
                        rest = &rest[1..];
                    }
                }
                _ => {
                    let child: Vec<String> = self.module.iter().cloned().chain([first.to_owned()]).collect();
                    if !modules.contains(&child) {
                        return None;
                    }
                }
            }
            from.extend(rest.iter().cloned());
            (1..=from.len()).rev().map(|len| from[..len].to_vec()).find(|module| modules.contains(module))
        };
        let mut found: BTreeSet<Vec<String>> = paths.iter().filter_map(absolute).collect();
        found.remove(&self.module);
        found
    }
}

/// Every path of a `use` tree, without renames.
fn expand(tree: &str, before: &[String], paths: &mut Vec<Vec<String>>) {
    let tree = tree.trim();
    let (head, group) = tree.split_once('{').map_or((tree, None), |(head, group)| (head, Some(group)));
    let head = head.split(" as ").next().unwrap_or_default();
    let segments = head.split("::").map(str::trim).filter(|segment| !segment.is_empty()).map(str::to_owned);
    let path: Vec<String> = before.iter().cloned().chain(segments).collect();
    let Some(group) = group else {
        paths.push(path);
        return;
    };
    let (mut depth, mut from) = (0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                if !group[from..at].trim().is_empty() {
                    expand(&group[from..at], &path, paths);
                }
                from = at + 1;
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
}

/// A text without comments, strings and what is compiled for tests alone.
fn code(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    let mut code = String::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        code += line.split(" // ").next().unwrap_or_default();
        code.push('\n');
    }
    code
}

fn sources() -> Vec<Source> {
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
    walk(&root().join("src"), &mut files);
    files.sort();
    let source = |path: PathBuf| {
        let inside = path.strip_prefix(root().join("src")).expect("in src").with_extension("");
        let module: Vec<String> =
            inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        let module = if ROOTS.contains(&module[0].as_str()) { Vec::new() } else { module };
        Source { module, text: fs::read_to_string(&path).expect("text"), path }
    };
    files.into_iter().map(source).collect()
}

/// The files that are no module: the library, the program, the build script.
const ROOTS: [&str; 3] = ["lib", "main", "build"];

/// Whether a file belongs to the library.
fn is_library(source: &Source) -> bool {
    source.module.first().is_some_and(|first| first != "cli")
}

/// Every import of one module by another one, by name.
fn imports() -> Vec<(Vec<String>, Vec<String>)> {
    let sources = sources();
    let modules = sources.iter().map(|source| source.module.clone()).filter(|m| !m.is_empty()).collect();
    let mut all = Vec::new();
    for source in sources.iter().filter(|source| !source.module.is_empty()) {
        all.extend(source.imports(&modules).into_iter().map(|used| (source.module.clone(), used)));
    }
    assert!(all.len() > 500, "the check reads the sources");
    all
}

/// A way round among edges, if there is one.
fn circle(edges: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    fn visit(
        at: &str,
        edges: &BTreeMap<String, BTreeSet<String>>,
        way: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> Option<Vec<String>> {
        if let Some(from) = way.iter().position(|step| step == at) {
            return Some(way[from..].to_vec());
        }
        if done.contains(at) {
            return None;
        }
        way.push(at.to_owned());
        let found = edges.get(at).into_iter().flatten().find_map(|next| visit(next, edges, way, done));
        way.pop();
        done.insert(at.to_owned());
        found
    }
    let mut done = BTreeSet::new();
    edges.keys().find_map(|from| visit(from, edges, &mut Vec::new(), &mut done))
}

#[test]
fn no_circle_runs_through_files() {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (from, to) in imports() {
        edges.entry(from.join("/")).or_default().insert(to.join("/"));
    }
    assert_eq!(circle(&edges), None);
}

#[test]
fn no_circle_runs_through_folders() {
    // In each folder a file is one with the folder of its name; the file above both is one more.
    let all = imports();
    let deepest = all.iter().map(|(from, _)| from.len()).max().unwrap_or(0);
    for depth in 0..deepest {
        let folders: BTreeSet<&[String]> =
            all.iter().filter(|(from, _)| from.len() > depth).map(|(from, _)| &from[..depth]).collect();
        for folder in folders {
            let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            let inside = |module: &[String]| module.starts_with(folder);
            let name =
                |module: &[String]| module.get(depth).cloned().unwrap_or_else(|| "the file above".to_owned());
            for (from, to) in all.iter().filter(|(from, to)| inside(from) && inside(to)) {
                if name(from) != name(to) {
                    edges.entry(name(from)).or_default().insert(name(to));
                }
            }
            assert_eq!(circle(&edges), None, "in {}", folder.join("/"));
        }
    }
}

#[test]
fn a_layer_uses_only_those_below_it() {
    // The table of `lib.rs` names them from the top; what shares a row uses only what is below.
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("text");
    let rows = lib.lines().filter_map(|line| line.strip_prefix("//! | [`")).filter(|row| !row.contains("::"));
    let mut layers: BTreeMap<String, usize> = BTreeMap::new();
    for (at, row) in rows.enumerate() {
        let names = row.split(" | ").next().unwrap_or_default();
        let names =
            names.split(|c: char| !(c.is_ascii_lowercase() || c == '_')).filter(|name| !name.is_empty());
        layers.extend(names.map(|name| (name.to_owned(), at)));
    }
    let layer = |name: &String| *layers.get(name).unwrap_or_else(|| panic!("{name} has no row in lib.rs"));
    let library = |module: &[String]| module[0] != "cli";
    for (from, to) in imports().iter().filter(|(from, to)| library(from) && from[0] != to[0]) {
        assert!(library(to), "{} uses the command line", from.join("/"));
        assert!(layer(&from[0]) < layer(&to[0]), "{} uses {}", from.join("/"), to.join("/"));
    }
}

#[test]
fn an_export_neither_searches_nor_reads_facts() {
    for (from, to) in imports().iter().filter(|(from, _)| from[0] == "export") {
        assert!(to[0] != "solve" && to[0] != "facts", "{} uses {}", from.join("/"), to.join("/"));
    }
}

#[test]
fn no_engine_names_a_rule() {
    let engine = ["facts", "solve", "prescription", "explain", "plan", "check", "compare", "export", "batch"];
    for source in sources()
        .iter()
        .filter(|source| source.module.first().is_some_and(|first| engine.contains(&first.as_str())))
    {
        for rule in runplan::rules::RULES {
            let named = code(&source.text).contains(&format!("\"{}\"", rule.id));
            assert!(!named, "{} names {}", source.name(), rule.id);
        }
    }
}

/// Crates that open connections, and what they stand on.
const NETWORK: &[&str] = &[
    "socket2", "mio", "tokio", "hyper", "reqwest", "ureq", "curl", "isahc", "rustls", "native-tls", "openssl",
];

#[test]
fn nothing_opens_a_connection() {
    for Source { path, text, .. } in sources() {
        for word in ["std::net", "TcpStream", "UdpSocket", "UnixStream", "to_socket_addrs"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
    let locked = fs::read_to_string(root().join("Cargo.lock")).expect("text");
    assert!(locked.contains("name = \"clap\""), "the check reads the crates");
    for name in NETWORK {
        assert!(!locked.contains(&format!("name = \"{name}\"")), "{name} opens connections");
    }
}

#[test]
fn the_library_does_no_input_or_output() {
    let tests = |text: &str| text.contains("\n#![cfg(test)]\n");
    for Source { path, text, .. } in
        sources().into_iter().filter(|source| is_library(source) && !tests(&source.text))
    {
        for word in [
            "std::fs", "std::env", "std::io", "std::net", "println!", "print!(", "SystemTime", "Local::",
            "clap", "anyhow",
        ] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn what_is_printed_goes_through_one_place_for_each_stream() {
    // Where text of others is escaped; the questions of `init` pass the same door, and the build talks to cargo.
    let doors = ["streams.rs", "stderr.rs", "init.rs", "build.rs"];
    for Source { path, text, .. } in sources() {
        let door = doors.iter().any(|door| path.ends_with(door));
        for word in ["stdout().lock", "stderr().lock", "println!", "print!(", "dbg!"] {
            assert!(door || !code(&text).contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn nothing_hashes_on_the_way_to_output() {
    for Source { path, text, .. } in sources() {
        assert!(!text.contains("HashMap") && !text.contains("HashSet"), "{}", path.display());
    }
}

#[test]
fn files_are_short_and_say_what_they_are() {
    for Source { path, text, .. } in sources() {
        assert!(text.lines().count() <= 350, "{} is long: is it still one thing?", path.display());
        assert!(text.starts_with("//!"), "{} says in its first line what it is", path.display());
    }
}

#[test]
fn no_source_is_generated() {
    for Source { path, text, .. } in sources() {
        assert!(!text.contains("@generated"), "{} says that it is generated", path.display());
    }
    // What tests write anew they compare by the name of the file.
    let written = ["compare(\"", "src/"].concat();
    let tests = fs::read_dir(root().join("tests/it/house")).expect("a folder");
    for test in tests.map(|entry| entry.expect("an entry").path()) {
        let text = fs::read_to_string(&test).expect("text");
        assert!(!text.contains(&written), "{} writes into src", test.display());
    }
}
