//! A table on its side: a row a day, a column a week.

use crate::import::csv::names::days;
use crate::import::csv::rows::Row;

/// The table turned so that a row is a week; `None` where its first column does not name days.
pub(super) fn turned(rows: &[Row]) -> Option<Vec<Row>> {
    let first: Vec<String> = rows.iter().map(|row| row.cell(0).to_owned()).collect();
    let (_, named) = days(&first);
    let different = named.iter().filter(|(at, day)| {
        named.iter().position(|(_, of)| of == day) == named.iter().position(|(of, _)| of == at)
    });
    let start = named.first()?.0;
    // A row above them names the weeks; all below name days.
    if different.count() < 5 || start > 1 || named.len() + start < rows.len() {
        return None;
    }
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let column = |at: usize| Row {
        line: rows[0].line,
        cells: rows.iter().map(|row| row.cell(at).to_owned()).collect(),
    };
    let mut turned: Vec<Row> = (0..width).map(column).collect();
    // Where nothing stands above the days, the week has no label.
    if start == 0 {
        for row in &mut turned {
            row.cells.insert(0, String::new());
        }
    }
    if let Some(corner) = turned.first_mut().and_then(|row| row.cells.first_mut()) {
        "week".clone_into(corner);
    }
    Some(turned)
}
