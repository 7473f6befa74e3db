//! The places of cells in delimited text (RFC 4180, with any of its delimiters and line ends).

use std::ops::Range;

/// A cell: all of it, and what stands within its quotes.
pub(super) struct Cell {
    pub whole: Range<usize>,
    pub text: Range<usize>,
}

/// The cells of the record that starts at a byte, or behind line ends there.
pub(super) fn record(text: &str, start: usize, delimiter: u8) -> Vec<Cell> {
    let bytes = text.as_bytes();
    let is_end = |at: usize| at >= bytes.len() || matches!(bytes[at], b'\r' | b'\n');
    let mut at = start;
    while at < bytes.len() && is_end(at) {
        at += 1;
    }
    let mut cells = Vec::new();
    loop {
        let cell = cell(bytes, at, |at| is_end(at) || bytes[at] == delimiter);
        at = cell.whole.end;
        cells.push(cell);
        if is_end(at) {
            return cells;
        }
        at += 1;
    }
}

/// The cell that starts at a byte; `ends` says where an unquoted one is over.
fn cell(bytes: &[u8], start: usize, ends: impl Fn(usize) -> bool) -> Cell {
    let mut at = start;
    let mut text = None;
    if bytes.get(at) == Some(&b'"') {
        at += 1;
        while at < bytes.len() && (bytes[at] != b'"' || bytes.get(at + 1) == Some(&b'"')) {
            at += if bytes[at] == b'"' { 2 } else { 1 };
        }
        at = at.min(bytes.len());
        text = Some(start + 1..at);
        at = (at + 1).min(bytes.len());
    }
    while !ends(at) {
        at += 1;
    }
    Cell { whole: start..at, text: text.unwrap_or(start..at) }
}

/// The records of a text, each with the line end behind it; empty lines are none.
pub(super) fn records(text: &str, delimiter: u8) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let is_break = |at: usize| at < bytes.len() && matches!(bytes[at], b'\r' | b'\n');
    let mut at = 0;
    std::iter::from_fn(move || {
        while is_break(at) {
            at += 1;
        }
        if at >= bytes.len() {
            return None;
        }
        let start = at;
        at = record(text, start, delimiter).last().map_or(bytes.len(), |cell| cell.whole.end);
        if text[at..].starts_with("\r\n") {
            at += 2;
        } else if is_break(at) {
            at += 1;
        }
        Some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::{record, records};

    #[test]
    fn cells_are_those_that_a_reader_of_csv_finds() {
        for text in [
            "a,b\nc,d\n",
            "a;b\r\n\r\n\"c;\"\"x\"\"\nline two\";d",
            "\u{feff}week\tmon\n1\t\"easy, 40\"\n",
            "one\n\n\n",
            ",,\n,\"\",\n",
            "\"never closed, a\nb",
            "a\rb",
        ] {
            let delimiter = crate::import::delimiter(text);
            let found: Vec<Vec<String>> = records(text, delimiter)
                .map(|range| record(text, range.start, delimiter))
                .map(|cells| cells.into_iter().map(|cell| text[cell.text].replace("\"\"", "\"")).collect())
                .collect();
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .delimiter(delimiter)
                .from_reader(text.as_bytes());
            let read: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.expect("a record").iter().map(ToOwned::to_owned).collect())
                .collect();
            // The mark at the start of a file is no part of its first cell to that reader.
            let found: Vec<Vec<String>> = found
                .into_iter()
                .map(|row| {
                    row.into_iter().map(|cell| cell.trim_start_matches('\u{feff}').to_owned()).collect()
                })
                .collect();
            assert_eq!(found, read, "{text:?}");
        }
    }
}
