//! The rows of a table, each with its cells and where they stand.

use crate::import::days::shown;
use crate::import::plan::CellPlace;

/// A row of a table with its line in the text.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub line: usize,
    pub cells: Vec<String>,
    /// The byte at which the row stands in delimited text, if it is one of it.
    pub record: Option<usize>,
    /// Where the cells stand, if the row was put together of others.
    pub places: Vec<Option<CellPlace>>,
    /// The lines of the cells, if the row was put together of others.
    pub lines: Vec<usize>,
}

impl Row {
    /// A row that is none of delimited text.
    pub const fn beside(line: usize, cells: Vec<String>) -> Self {
        Self { line, cells, record: None, places: Vec::new(), lines: Vec::new() }
    }

    /// Where the cell of a column stands in delimited text.
    pub fn place(&self, column: usize) -> Option<CellPlace> {
        let own = self.record.map(|record| CellPlace { record, column });
        own.or_else(|| self.places.get(column).copied().flatten())
    }

    /// The line in which the cell of a column stands.
    pub fn line_of(&self, column: usize) -> usize {
        self.lines.get(column).copied().unwrap_or(self.line)
    }

    /// The cell of a column, trimmed; empty where the row is shorter.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// The start of the row as text.
    pub fn shown(&self) -> String {
        shown(&self.cells.join(" "), 60)
    }
}

/// The rows of one table of a text, with the lines above it since the table before.
pub(super) struct TableRows {
    pub rows: Vec<Row>,
    pub above: Vec<String>,
}
