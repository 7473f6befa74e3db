//! The parts of the pages that are made from the registries.

use super::{keys, rules};
use runplan::docs::{exercises, seasons};
use runplan::export::{FORMATS, SESSION_FORMATS};
use std::fmt::Write as _;

/// A part of a page that is made from a registry; it stands there between `<!-- NAME -->` and `<!-- end -->`.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Its name.
    pub name: &'static str,
    /// The page, from the project's root.
    pub page: &'static str,
    /// Makes it, as Markdown.
    pub markdown: fn() -> String,
}

/// Every part of a page that is made from a registry.
pub const SECTIONS: &[Section] = &[
    Section { name: "formats", page: "README.md", markdown: formats_markdown },
    Section { name: "keys", page: "examples/README.md", markdown: keys::profile_markdown },
    Section { name: "seasons", page: "plans/README.md", markdown: seasons::markdown },
    Section { name: "rules", page: "plans/README.md", markdown: rules::rules_markdown },
    Section { name: "exercises", page: "plans/README.md", markdown: exercises::markdown },
];

/// The formats as a Markdown table.
fn formats_markdown() -> String {
    let mut out = "| format | ending | what it is |\n|---|---|---|\n".to_owned();
    let sessions = SESSION_FORMATS.iter().map(|of| (of.name, of.ending, of.summary));
    for (name, ending, summary) in FORMATS.iter().map(|of| (of.name, of.ending, of.summary)).chain(sessions) {
        let _ = writeln!(out, "| `{name}` | `.{ending}` | {summary} |");
    }
    out
}
