//! The tables of a text: delimited text, Markdown, or lines such as `Mon: rest`.

use crate::import::csv::markdown;
use crate::import::csv::names::day_in_any_language;
use crate::import::csv::rows::{Row, TableRows};
use crate::import::remark::no_plan;
use crate::input::{Place, Problem};

/// Columns of a table at most; a week has seven days.
const MOST_COLUMNS: usize = 200;

/// The tables of a text, with the rows that hold anything, and the lines beside Markdown tables.
pub(super) fn tables(text: &str, source: usize) -> Result<(Vec<TableRows>, Vec<Row>), Vec<Problem>> {
    let whole = text.len();
    let text = text.trim_start_matches('\u{feff}');
    let alone = |rows| vec![TableRows { rows, above: Vec::new() }];
    let (tables, beside) = match markdown::tables(text) {
        Some(read) => read,
        None => match named_lines(text) {
            Some(rows) => (alone(rows), Vec::new()),
            None => (alone(delimited(text, whole - text.len(), source)?), Vec::new()),
        },
    };
    if tables.iter().all(|table| table.rows.is_empty()) {
        return Err(no_plan(source, "there is no row in it", "check that it is a training plan"));
    }
    let mut rows = tables.iter().flat_map(|table| &table.rows);
    if let Some(row) = rows.find(|row| row.cells.len() > MOST_COLUMNS) {
        let message =
            format!("line {} has {} columns; a plan has {MOST_COLUMNS} at most", row.line, row.cells.len());
        return Err(no_plan(source, &message, "check that it is a training plan"));
    }
    Ok((tables, beside))
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
    let (mut lines, mut counted) = (1, 0);
    for record in reader.records() {
        match record {
            Ok(record) => {
                let at = record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(0));
                // The reader stands before the ends of lines that come before a record.
                let begins = at + text[at..].len() - text[at..].trim_start_matches(['\r', '\n']).len();
                lines += text[counted..begins].matches('\n').count();
                counted = begins;
                let cells: Vec<String> = record.iter().map(ToOwned::to_owned).collect();
                if cells.iter().any(|cell| !cell.trim().is_empty()) {
                    rows.push(Row { record: Some(start + begins), ..Row::beside(lines, cells) });
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
