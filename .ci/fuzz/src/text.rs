//! Bytes as the command line takes them for text, and documents as text again.

use runplan::input::document::{Node, Value};
use std::fmt::Write as _;
use std::time::Duration;

/// Lists and tables in one another at most; a document that goes deeper is not written again, since parsers stop there.
const DEEPEST: usize = 24;

/// The text that a file of these bytes is, if it is one: the same conditions as on the command line.
pub fn text(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))?;
    Some(text.strip_prefix('\u{feff}').unwrap_or(text)).filter(|text| !text.trim().is_empty())
}

/// The time that this thread has had of its processor: others on the machine do not count.
fn spent() -> Duration {
    let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the pointer is to a value of our own.
    assert_eq!(unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut now) }, 0);
    Duration::new(now.tv_sec.try_into().unwrap_or(0), now.tv_nsec.try_into().unwrap_or(0))
}

/// Does something that may take a second of processor time.
pub fn within_a_second<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let before = spent();
    let came = work();
    let took = spent() - before;
    assert!(took <= Duration::from_secs(1), "{what} took {took:?}");
    came
}

/// A document as JSON on one line; `None` where it holds something that JSON cannot say.
pub fn as_json(node: &Node) -> Option<String> {
    let mut out = String::new();
    write(&mut out, node, Form::Json, 0)?;
    Some(out)
}

/// A document as TOML, a line a key.
pub fn as_toml(node: &Node) -> Option<String> {
    let Value::Table(entries) = &node.value else { return None };
    let mut out = String::new();
    for entry in entries {
        quoted(&mut out, &entry.key);
        out.push('=');
        write(&mut out, &entry.node, Form::Toml, 1)?;
        out.push('\n');
    }
    Some(out)
}

/// Whether a document has a date of TOML somewhere, which is text in JSON.
pub fn has_date(node: &Node) -> bool {
    match &node.value {
        Value::Date(_) => true,
        Value::List(items) => items.iter().any(has_date),
        Value::Table(entries) => entries.iter().any(|entry| has_date(&entry.node)),
        _ => false,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Json,
    Toml,
}

fn write(out: &mut String, node: &Node, form: Form, depth: usize) -> Option<()> {
    if depth > DEEPEST {
        return None;
    }
    match &node.value {
        Value::Text(text) => quoted(out, text),
        Value::Whole(number) => _ = write!(out, "{number}"),
        Value::Number(number) if number.is_finite() => _ = write!(out, "{number:?}"),
        Value::Bool(yes) => _ = write!(out, "{yes}"),
        Value::Date(date) if form == Form::Json => _ = write!(out, "\"{date}\""),
        Value::Date(date) => _ = write!(out, "{date}"),
        Value::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                write(out, item, form, depth + 1)?;
            }
            out.push(']');
        }
        Value::Table(entries) => {
            out.push('{');
            for (at, entry) in entries.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                quoted(out, &entry.key);
                out.push(if form == Form::Json { ':' } else { '=' });
                write(out, &entry.node, form, depth + 1)?;
            }
            out.push('}');
        }
        Value::Number(_) | Value::Other(_) => return None,
    }
    Some(())
}

/// Text in quotes as both formats read it.
fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            _ if c.is_control() && u32::from(c) < 0x80 => _ = write!(out, "\\u{:04x}", u32::from(c)),
            _ => out.push(c),
        }
    }
    out.push('"');
}
