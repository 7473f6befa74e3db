//! The rows of a table: delimited text, a Markdown table, or lines such as `Mon: rest`.

use crate::import::csv::names::{day_in_any_language, plain};
use crate::import::days::shown;
use crate::import::plan::CellPlace;
use crate::import::remark::no_plan;
use crate::input::{Place, Problem};

/// Columns of a table at most; a week has seven days.
const MOST_COLUMNS: usize = 200;

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

/// The rows of a text that hold anything, and the lines beside a Markdown table.
pub(super) fn rows(text: &str, source: usize) -> Result<(Vec<Row>, Vec<Row>), Vec<Problem>> {
    let whole = text.len();
    let text = text.trim_start_matches('\u{feff}');
    let (rows, beside) = match markdown(text).or_else(|| named_lines(text).map(|rows| (rows, Vec::new()))) {
        Some(read) => read,
        None => (delimited(text, whole - text.len(), source)?, Vec::new()),
    };
    if rows.is_empty() {
        return Err(no_plan(source, "there is no row in it", "check that it is a training plan"));
    }
    if let Some(row) = rows.iter().find(|row| row.cells.len() > MOST_COLUMNS) {
        let message =
            format!("line {} has {} columns; a plan has {MOST_COLUMNS} at most", row.line, row.cells.len());
        return Err(no_plan(source, &message, "check that it is a training plan"));
    }
    Ok((rows, beside))
}

/// The rows of the Markdown tables of a text, and the lines beside them. A plan may have a table a phase: those with the header of the
/// first go on where it ends.
fn markdown(text: &str) -> Option<(Vec<Row>, Vec<Row>)> {
    let lines: Vec<&str> = text.lines().collect();
    let is_rule = |at: usize| {
        let line = lines[at];
        line.contains('-')
            && line.contains('|')
            && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
            && at > 0
            && lines[at - 1].contains('|')
    };
    let rules: Vec<usize> = (1..lines.len()).filter(|at| is_rule(*at)).collect();
    let first = *rules.first()?;
    let header = |rule: usize| -> Vec<String> {
        let mut cells = markdown_cells(lines[rule - 1]);
        // A corner that is empty before the first stroke: the row below starts without one.
        let starts = |line: &str| line.trim_start().starts_with('|');
        let is_bare = starts(lines[rule - 1])
            && lines.get(rule + 1).is_some_and(|line| line.contains('|') && !starts(line));
        if is_bare {
            cells.insert(0, String::new());
        }
        cells
    };
    let names = |cells: &[String]| cells.iter().map(|cell| plain(cell.trim())).collect::<Vec<_>>();
    let head = header(first);
    let (mut rows, mut beside) = (Vec::new(), Vec::new());
    let mut is_within = false;
    for (at, line) in lines.iter().enumerate() {
        if rules.binary_search(&at).is_ok() || line.trim().is_empty() {
            is_within &= !line.trim().is_empty();
            continue;
        }
        let row = |cells| Row::beside(at + 1, cells);
        if rules.binary_search(&(at + 1)).is_ok() {
            let cells = header(at + 1);
            is_within = at + 1 == first || names(&cells) == names(&head);
            match is_within {
                true if at + 1 == first => rows.push(row(cells)),
                true => {}
                false => beside.push(row(vec![(*line).to_owned()])),
            }
        } else if is_within && line.contains('|') {
            rows.push(row(markdown_cells(line)));
        } else {
            is_within = false;
            beside.push(row(vec![(*line).to_owned()]));
        }
    }
    Some((rows, beside))
}

/// The cells of a line of a Markdown table; a stroke behind a backslash parts none.
fn markdown_cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in line.chars() {
        match c {
            '|' if !escaped => cells.push(String::new()),
            '\\' if !escaped => {}
            c => cells.iter_mut().rev().take(1).for_each(|cell| cell.push(c)),
        }
        escaped = c == '\\' && !escaped;
    }
    cells
}

/// Lines that each begin with the name of a day and a colon.
fn named_lines(text: &str) -> Option<Vec<Row>> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let row = |(at, line): (usize, &str)| {
        let (name, rest) = line.split_once(':')?;
        day_in_any_language(name)?;
        Some(Row::beside(at + 1, vec![name.to_owned(), rest.to_owned()]))
    };
    lines.map(row).collect::<Option<Vec<Row>>>().filter(|rows| !rows.is_empty())
}

/// The byte that parts the cells of delimited text: the one of comma, semicolon and tab that the first row has most of.
#[must_use]
pub fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let marks = [b',', b';', b'\t'].into_iter().rev();
    marks.max_by_key(|mark| first.bytes().filter(|byte| byte == mark).count()).unwrap_or(b',')
}

/// The rows of delimited text that hold anything; it starts so many bytes behind the start of the file.
fn delimited(text: &str, start: usize, source: usize) -> Result<Vec<Row>, Vec<Problem>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, |at| usize::try_from(at.line()).unwrap_or(0));
                let cells: Vec<String> = record.iter().map(ToOwned::to_owned).collect();
                if cells.iter().any(|cell| !cell.trim().is_empty()) {
                    let record =
                        start + record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(0));
                    rows.push(Row { record: Some(record), ..Row::beside(line, cells) });
                }
            }
            Err(error) => problems.push(Problem::at("", &Place { source, span: None }, error.to_string())),
        }
    }
    if text.matches('"').count() % 2 == 1
        && let Some(Row { line, .. }) = rows.last()
    {
        // A cell that is never closed takes the rest of the file with it.
        let message = format!("a quote in the row of line {line} is never closed");
        problems
            .push(Problem::at("", &Place { source, span: None }, message).hint("close it, or take it out"));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(rows)
}
