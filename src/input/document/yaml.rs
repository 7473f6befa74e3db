//! YAML as the one tree of values: block or flow, with its places.
//!
//! What makes YAML dangerous is bounded here: aliases are copied up to a budget, tables stand in tables up to a depth, keys are
//! text. Words such as `no` and `off` are text, as YAML 1.2 has it.

use crate::input::document::node::{Entry, Node, Value};
use crate::input::{Place, Problem};
use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span, Tag};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Tables and lists that stand in each other, at most.
const DEEPEST: usize = 64;
/// Values that aliases may copy, at most; sixteen bytes of text count as one more.
const MOST_COPIED: usize = 100_000;

/// Reads one document of YAML.
///
/// # Errors
/// The first place that is no YAML, or YAML of a kind that no plan has.
pub fn yaml(text: &str, source: usize) -> Result<Node<'_>, Problem> {
    let options = granit_parser::options! { emit_comments: false };
    let mut tree = Tree { text, source, ..Tree::default() };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => tree.add(event, span)?,
            Err(error) => return Err(tree.syntax(&error)),
        }
    }
    tree.root.ok_or_else(|| {
        Problem::at("", &Place { source, span: Some(0..0) }, "there is nothing in it")
            .hint("check that it is the right file")
    })
}

/// A document while it is read.
#[derive(Default)]
struct Tree<'t> {
    text: &'t str,
    source: usize,
    /// The tables and lists that are open, the innermost last.
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
    /// The values that have a name, each with its size.
    named: BTreeMap<usize, (Node<'t>, usize)>,
    /// Values that were read or copied.
    size: usize,
    /// Values that aliases and names have copied.
    copied: usize,
}

/// A table or a list whose end is not reached.
struct Open<'t> {
    place: Place,
    name: usize,
    /// The size of the tree where it starts.
    size: usize,
    values: Values<'t>,
}

enum Values<'t> {
    List(Vec<Node<'t>>),
    Table { entries: Vec<Entry<'t>>, keys: BTreeSet<Cow<'t, str>>, key: Option<(Cow<'t, str>, Place)> },
}

impl<'t> Tree<'t> {
    /// Adds what the parser gives next.
    fn add(&mut self, event: Event<'t>, span: Span) -> Result<(), Problem> {
        let here = self.place(span);
        match event {
            Event::Scalar(text, style, name, tag) => {
                let value = scalar(text, style, tag.as_deref());
                let size = size_of(&value);
                self.size += size;
                self.put(Node { value, place: here }, name, size)
            }
            Event::SequenceStart(_, name, _) => self.start(Values::List(Vec::new()), here, name),
            Event::MappingStart(_, name, _) => {
                let keys = BTreeSet::new();
                self.start(Values::Table { entries: Vec::new(), keys, key: None }, here, name)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(here),
            Event::Alias(name) => {
                let Some((node, size)) = self.named.get(&name) else {
                    return Err(
                        Problem::at("", &here, "this stands within what it names").hint("write it out")
                    );
                };
                let (node, size) = (node.clone(), *size);
                self.copy(size, &here)?;
                self.size += size;
                // What is wrong with it is wrong where it is used.
                self.put(Node { place: here, ..node }, 0, size)
            }
            Event::DocumentStart(..) if self.root.is_some() => {
                Err(Problem::at("", &here, "a second document begins here")
                    .hint("put each into a file of its own"))
            }
            _ => Ok(()),
        }
    }

    /// Starts a table or a list.
    fn start(&mut self, values: Values<'t>, here: Place, name: usize) -> Result<(), Problem> {
        if self.open.len() == DEEPEST {
            let message = format!("more than {DEEPEST} tables and lists stand in each other here");
            return Err(Problem::at("", &here, message).hint("check that it is a training plan"));
        }
        self.key_is_text(&here)?;
        self.open.push(Open { place: here, name, size: self.size, values });
        Ok(())
    }

    /// Ends the innermost table or list.
    fn end(&mut self, here: Place) -> Result<(), Problem> {
        let Some(Open { mut place, name, size, values }) = self.open.pop() else { return Ok(()) };
        if let (Some(whole), Some(end)) = (&mut place.span, here.span) {
            let written = self.text.get(whole.start..end.end).unwrap_or_default();
            whole.end = whole.start + written.trim_end().len();
        }
        let value = match values {
            Values::List(items) => Value::List(items),
            Values::Table { entries, .. } => Value::Table(entries),
        };
        self.size += 1;
        self.put(Node { value, place }, name, self.size - size)
    }

    /// Puts a value where the next one belongs: it is a key, the value of one, an item, or the document.
    fn put(&mut self, node: Node<'t>, name: usize, size: usize) -> Result<(), Problem> {
        if name > 0 {
            self.copy(size, &node.place)?;
            self.named.insert(name, (node.clone(), size));
        }
        let Some(Open { values, .. }) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        match values {
            Values::List(items) => items.push(node),
            Values::Table { entries, key, .. } if key.is_some() => {
                // An empty value is a key left out, as in JSON.
                if let Some((key, place)) = key.take().filter(|_| !is_null(&node.value)) {
                    entries.push(Entry { key, place, node });
                }
            }
            Values::Table { entries, keys, key } => {
                let named = key_text(&node, self.text)?;
                if named == "<<" {
                    return Err(Problem::at("", &node.place, "`<<` joins tables, which is not read here")
                        .hint("write the keys out"));
                }
                if !keys.insert(named.clone()) {
                    let message = format!("`{named}` stands here twice");
                    let first = entries.iter().find(|entry| entry.key == named);
                    let problem = Problem::at("", &node.place, message).hint("leave one of the two out");
                    return Err(match first {
                        Some(first) => problem.and("", &first.place, "first here"),
                        None => problem,
                    });
                }
                *key = Some((named, node.place));
            }
        }
        Ok(())
    }

    /// A table or a list is no key.
    fn key_is_text(&self, here: &Place) -> Result<(), Problem> {
        match self.open.last().map(|open| &open.values) {
            Some(Values::Table { key: None, .. }) => Err(no_key(here)),
            _ => Ok(()),
        }
    }

    /// Counts what is copied.
    fn copy(&mut self, size: usize, here: &Place) -> Result<(), Problem> {
        self.copied += size;
        if self.copied > MOST_COPIED {
            let message = "by its aliases the document becomes too large from here on";
            return Err(Problem::at("", here, message).hint("write it without `&` and `*`"));
        }
        Ok(())
    }

    fn place(&self, span: Span) -> Place {
        Place { source: self.source, span: span.byte_range() }
    }

    /// The problem of a text that is no YAML.
    fn syntax(&self, error: &ScanError) -> Problem {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
        let at = (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        let end = at + self.text[at..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
        let hint =
            "mend it: the same indentation for what belongs together, quotes around text with `: ` or `#`";
        Problem::at(
            "",
            &Place { source: self.source, span: Some(at..end) },
            format!("this is no YAML: {}", error.info()),
        )
        .hint(hint)
    }
}

/// The problem of a key that is a table or a list.
fn no_key(here: &Place) -> Problem {
    Problem::at("", here, "this is no key").hint("write text before the colon")
}

/// The text of a key; a number is one as it stands.
fn key_text<'t>(node: &Node<'t>, text: &'t str) -> Result<Cow<'t, str>, Problem> {
    match &node.value {
        Value::Text(key) => Ok(key.clone()),
        Value::List(_) | Value::Table(_) => Err(no_key(&node.place)),
        _ => {
            let written = node.place.span.clone().and_then(|span| text.get(span)).unwrap_or_default();
            Ok(Cow::Borrowed(written.trim()))
        }
    }
}

/// How many values a value counts as.
fn size_of(value: &Value<'_>) -> usize {
    match value {
        Value::Text(text) | Value::Other(text) => 1 + text.len() / 16,
        _ => 1,
    }
}

/// Whether a value is none, as YAML writes it.
fn is_null(value: &Value<'_>) -> bool {
    matches!(value, Value::Other(text) if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
}

/// The value of a scalar: what is quoted is text, what is not may be a number, true, false or nothing.
fn scalar<'t>(text: Cow<'t, str>, style: ScalarStyle, tag: Option<&Tag>) -> Value<'t> {
    if style != ScalarStyle::Plain || tag.is_some_and(|tag| tag.core_suffix() == Some("str")) {
        return Value::Text(text);
    }
    match &*text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Other(text),
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let is_number = text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    if let (true, Ok(whole)) = (is_number, text.parse()) {
        return Value::Whole(whole);
    }
    match text.parse::<f64>() {
        Ok(number) if is_number && number.is_finite() => Value::Number(number),
        _ => Value::Text(text),
    }
}
