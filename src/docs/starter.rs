//! A first profile as commented TOML: what was answered counts, everything else stands behind a `#` with an example.
//!
//! What it writes can be read, and so can every example once its `#` is gone; tests hold it to both.

use crate::profile::KEYS;
use crate::profile::key::{Key, Takes};
use std::fmt::Write as _;

const HEAD: &str = "\
# A runner's profile for runplan: change what you like, and run `runplan week` again.
# A line that starts with # counts for nothing; take the # away, and it counts.

";

/// The profile with these answers: keys by their path, such as `runs.days`, each with its value as TOML.
#[must_use]
pub fn profile(answers: &[(&str, String)]) -> String {
    let mut out = HEAD.to_owned();
    let mut open = "";
    for key in KEYS {
        // What was answered is written whether or not the key has an example.
        let is_said = answers.iter().any(|(path, _)| *path == key.path);
        let Some(example) = key.starter.or(is_said.then_some("")) else { continue };
        let (table, lines) = lines(key, example);
        if table != open {
            let said = answers.iter().any(|(path, _)| path.split('.').next() == Some(table));
            let _ = writeln!(out, "\n{}[{table}]", if said { "" } else { "# " });
            open = table;
        }
        for note in key.notes {
            let _ = if note.is_empty() { writeln!(out) } else { writeln!(out, "# {note}") };
        }
        for (name, example) in lines {
            let answer = answers.iter().find(|(path, _)| match path.rsplit_once('.') {
                Some(path) => path == (table, name),
                None => table.is_empty() && *path == name,
            });
            let _ = match answer {
                Some((_, value)) => writeln!(out, "{name} = {value}"),
                None => writeln!(out, "# {name} = {example}"),
            };
        }
    }
    out
}

/// The table of a key, and its lines there: names with examples.
fn lines(key: &Key, example: &'static str) -> (&'static str, Vec<(&'static str, &'static str)>) {
    match key.takes {
        Takes::Times(_) | Takes::Weights(_) => {
            (key.path, example.lines().filter_map(|line| line.split_once(" = ")).collect())
        }
        _ => (key.table, vec![(key.name, example)]),
    }
}
